import { createHmac, randomBytes } from 'node:crypto'
import type { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { Services } from '../../domain.ts'
import { SessionModel, type SessionDoc } from '../model.ts'

const HOUR = 3_600_000
/** Ends 12 hours after the last use, and 7 days after sign-in. Default, ours. */
const IDLE = 12 * HOUR
const WHOLE = 7 * 24 * HOUR
/** How stale `lastSeenAt` may be, so that not every request writes. */
const TOUCH = 10 * 60_000
/** A person's newest sessions that are kept. */
export const SESSIONS_MAX = 20

const keyOf = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest('base64url')

/** Starts a session and hands its token to the cookie. The token itself is stored nowhere. */
export async function startSession(ctx: Context, person: Types.ObjectId): Promise<SessionDoc> {
  const token = randomBytes(32).toString('base64url')
  const now = ctx.now()
  const session = await SessionModel.create({
    key: keyOf(token, ctx.env.SESSION_SECRET), person, agent: ctx.agent.slice(0, 200),
    createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + IDLE),
  })
  ctx.cookie?.set(token, new Date(now.getTime() + WHOLE))
  const older = await SessionModel.find({ person }).sort({ _id: -1 }).skip(SESSIONS_MAX).select('_id').lean()
  if (older.length > 0) await SessionModel.deleteMany({ _id: { $in: older.map(({ _id }) => _id) } })
  return session.toObject()
}

/** The session of a cookie's token, if it still runs; now and then its end moves on. */
export async function findSession({ env, now }: Services, token: string): Promise<SessionDoc | null> {
  const session = await SessionModel.findOne({ key: keyOf(token, env.SESSION_SECRET) }).lean<SessionDoc>()
  const at = now().getTime()
  if (!session || session.expiresAt.getTime() <= at) return null
  if (at - session.lastSeenAt.getTime() > TOUCH) {
    const end = Math.min(at + IDLE, session.createdAt.getTime() + WHOLE)
    await SessionModel.updateOne({ _id: session._id }, { lastSeenAt: new Date(at), expiresAt: new Date(end) })
  }
  return session
}

/** Ends sessions of a person: one, or all; what is open in their name hears of it. */
export async function endSessions(ctx: Pick<Context, 'tell'>, person: Types.ObjectId | string, only?: string): Promise<void> {
  await SessionModel.deleteMany(only ? { person, _id: only } : { person })
  await ctx.tell('session.ended', { person: String(person) })
}

/** Running sessions of a person, newest first. */
export async function sessionsOf(person: string, now: Date): Promise<SessionDoc[]> {
  // Awaited here: a query is no promise, and GraphQL would run it twice.
  return await SessionModel.find({ person, expiresAt: { $gt: now } }).sort({ _id: -1 }).limit(SESSIONS_MAX).lean<SessionDoc[]>()
}
