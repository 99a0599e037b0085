import type { Context } from '../../context.ts'
import { isId } from '../../lib/mongo.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { guest, type Viewer } from '../../viewer.ts'
import { DEMO_PASSWORD } from '../demo.ts'
import { weaknessOf, PASSWORD_MIN } from '../domain/password.ts'
import { AccountModel, PersonModel, type AccountDoc, type PersonDoc } from '../model.ts'
import { hashPassword, isPassword } from '../password.ts'
import { countFailure, forgetFailures, refuseIfThrottled } from '../throttle.ts'
import { endSessions, startSession } from './session.ts'
import { viewerOf } from './viewer.ts'

/** NIP (spaces and dots do not matter) or e-mail, as a filter. */
function identifierFilter(identifier: string) {
  const digits = identifier.replace(/[\s.]/g, '')
  return /^\d{18}$/.test(digits) ? { nip: digits } : { email: identifier.trim().toLowerCase() }
}

/** Signs in. Whether the account exists is told by neither the answer nor its time. */
export async function signIn(ctx: Context, identifier: string, password: string): Promise<Viewer> {
  if (identifier.length > 320 || password.length > 1024) throw new Refusal('WRONG_CREDENTIALS')
  const keys = [`ip:${ctx.ip}`, `id:${identifier.replace(/[\s.]/g, '').toLowerCase()}`] as const
  await refuseIfThrottled(keys)
  const person = await PersonModel.findOne(identifierFilter(identifier)).lean<PersonDoc>()
  const account = person && (await AccountModel.findOne({ person: person._id }).lean<AccountDoc>())
  const right = await isPassword(password, account?.passwordHash ?? null)
  if (!person || !right || (ctx.env.production && password === DEMO_PASSWORD)) {
    await countFailure(keys)
    throw new Refusal('WRONG_CREDENTIALS')
  }
  if (!person.active) throw new Refusal('ACCOUNT_INACTIVE')
  await forgetFailures(keys[1])
  const session = await startSession(ctx, person._id)
  return become(ctx, { ...(await viewerOf(person._id)), session: String(session._id) })
}

/** From here on the request speaks for this viewer. */
function become(ctx: Context, viewer: Viewer): Viewer {
  ctx.viewer = viewer
  return viewer
}

export async function signOut(ctx: Context): Promise<boolean> {
  if (ctx.viewer.id && ctx.viewer.session) await endSessions(ctx, ctx.viewer.id, ctx.viewer.session)
  ctx.cookie?.clear()
  become(ctx, guest)
  return true
}

export async function signOutEverywhere(ctx: Context): Promise<boolean> {
  if (!ctx.viewer.id) throw new Refusal('UNAUTHENTICATED')
  await endSessions(ctx, ctx.viewer.id)
  ctx.cookie?.clear()
  become(ctx, guest)
  return true
}

/** Ends one of the viewer's own sessions; ending one that is gone is no fault. */
export async function endSession(ctx: Context, session: string): Promise<Viewer> {
  const id = signedIn(ctx.viewer)
  if (isId(session)) await endSessions(ctx, id, session)
  return ctx.viewer
}

/** Changes the viewer's password and ends their other sessions. */
export async function changePassword(ctx: Context, current: string, fresh: string): Promise<Viewer> {
  const { id } = ctx.viewer
  if (!id) throw new Refusal('UNAUTHENTICATED')
  const person = await ctx.load.person.get(id)
  const account = await AccountModel.findOne({ person: id }).lean<AccountDoc>()
  const key = `password:${id}` as const
  await refuseIfThrottled([key])
  if (current.length > 1024 || !(await isPassword(current, account?.passwordHash ?? null))) {
    await countFailure([key])
    throw new Refusal('WRONG_PASSWORD', {}, 'current')
  }
  if (current === fresh) throw new Refusal('PASSWORD_UNCHANGED', {}, 'new')
  const weakness = weaknessOf(fresh, [person.name, person.nip, person.email.split('@')[0]!])
  if (weakness || fresh === DEMO_PASSWORD) throw new Refusal('PASSWORD_TOO_WEAK', { min: PASSWORD_MIN }, 'new')
  await AccountModel.updateOne({ person: id }, { passwordHash: await hashPassword(fresh), mustChangePassword: false })
  await endSessions(ctx, id)
  const session = await startSession(ctx, person._id)
  return become(ctx, { ...(await viewerOf(person._id)), session: String(session._id) })
}

export async function setLanguage(ctx: Context, language: 'id' | 'en'): Promise<Viewer> {
  if (!ctx.viewer.id) throw new Refusal('UNAUTHENTICATED')
  await AccountModel.updateOne({ person: ctx.viewer.id }, { language })
  return become(ctx, { ...ctx.viewer, language })
}
