import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { PersonInput } from '../../graphql.ts'
import { day, line, optional, read, z } from '../../lib/input.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { readNip } from '../domain/nip.ts'
import { isGrade } from '../domain/rank.ts'
import { AccountModel, GrantModel, PersonModel, type GrantDoc, type PersonDoc } from '../model.ts'
import { hashPassword, temporaryPassword } from '../password.ts'
import { peoplePolicy, personPolicy } from '../policy.ts'
import { endSessions } from './session.ts'
import { refuseIfLastAdmin } from './grant.ts'

const shape = z.object({
  name: line(120),
  titleBefore: optional(line(60)),
  titleAfter: optional(line(120)),
  nip: optional(z.string().max(60)),
  email: line(254).transform(email => email.toLowerCase()).refine(email => z.email().safeParse(email).success, { params: { code: 'EMAIL_FORMAT' } }),
  employment: z.enum(['PNS', 'PPPK', 'EXTERNAL']),
  gender: optional(z.enum(['L', 'P'])),
  birthPlace: optional(line(80)),
  birthDate: optional(day),
  grade: optional(line(10)),
  position: optional(line(160)),
  unit: optional(z.string()),
})

/** The record as it will be stored: NIP read and, where the form left them out, birth date and gender taken from it. */
async function recordOf(ctx: Context, input: PersonInput) {
  const given = read(shape, input)
  const nip = given.employment === 'EXTERNAL' ? null : given.nip
  if (given.employment !== 'EXTERNAL' && !nip) throw new Refusal('REQUIRED', {}, 'input.nip')
  const reading = nip ? readNip(nip, ctx.now()) : null
  if (reading && !reading.ok) throw new Refusal(reading.code, reading.facts, 'input.nip')
  if (reading && reading.kind !== given.employment) throw new Refusal('NIP_KIND', { kind: reading.kind }, 'input.nip')
  if (given.grade && !isGrade(given.grade, given.employment)) throw new Refusal('GRADE_FORMAT', {}, 'input.grade')
  if (given.unit && !(await ctx.load.unit.find(given.unit))) throw new Refusal('NOT_FOUND', {}, 'input.unit')
  return {
    ...given, nip: reading?.nip ?? null,
    unit: given.unit ? new Types.ObjectId(given.unit) : null,
    birthDate: given.birthDate ?? reading?.birthDate ?? null,
    gender: given.gender ?? reading?.gender ?? null,
  }
}

/** Says which of the unique fields is taken. */
function taken(error: unknown): never {
  if (isDuplicate(error, 'nip')) throw new Refusal('NIP_TAKEN', {}, 'input.nip')
  if (isDuplicate(error, 'email')) throw new Refusal('EMAIL_TAKEN', {}, 'input.email')
  throw error
}

export type NewPerson = { person: PersonDoc; temporaryPassword: string }
type Held = Pick<GrantDoc, 'role' | 'kind'> & { scope: Types.ObjectId | null }

/** Makes a person with an account and a temporary password; civil servants are learners from the start. */
export async function createPerson(ctx: Context, input: PersonInput): Promise<NewPerson> {
  authorise(peoplePolicy, 'createPerson', ctx.viewer, ctx.viewer)
  const record = await recordOf(ctx, input)
  return make(ctx, record, record.employment === 'EXTERNAL' ? [] : [{ role: 'LEARNER', kind: 'AGENCY', scope: null }])
}

/** What is known of somebody from outside whom a partner makes its member. */
export type ExternalInput = Pick<PersonInput, 'name' | 'titleBefore' | 'titleAfter' | 'email' | 'position'>

/**
 * Makes a person who is no civil servant, with a role from the start. For the domains that look after people of their own
 * (a partner's members), who judge who may. Refuses with EMAIL_TAKEN when the address is somebody's.
 */
export async function createExternal(ctx: Context, input: ExternalInput, held: Held): Promise<NewPerson> {
  const { name, titleBefore, titleAfter, email, position } = input
  return make(ctx, await recordOf(ctx, { name, titleBefore, titleAfter, email, position, employment: 'EXTERNAL' }), [held])
}

/** The person with this e-mail address, however it is written. */
export const personOfEmail = (email: string): Promise<PersonDoc | null> =>
  PersonModel.findOne({ email: email.trim().toLowerCase() }).lean<PersonDoc | null>().exec()

async function make(ctx: Context, record: Awaited<ReturnType<typeof recordOf>>, grants: readonly Held[]): Promise<NewPerson> {
  const password = temporaryPassword()
  const passwordHash = await hashPassword(password)
  const person = await inTransaction(async session => {
    const [doc] = await PersonModel.create([record], { session })
    await AccountModel.create([{ person: doc!._id, passwordHash, mustChangePassword: true }], { session })
    await GrantModel.create(grants.map(grant => ({ ...grant, person: doc!._id })), { session, ordered: true })
    return doc!.toObject() as PersonDoc
  }).catch(taken)
  return { person: ctx.load.person.fresh(person), temporaryPassword: password }
}

export async function updatePerson(ctx: Context, id: string, revision: number, input: PersonInput): Promise<PersonDoc> {
  const person = await ctx.load.person.get(id)
  authorise(personPolicy, 'edit', ctx.viewer, person)
  const record = await recordOf(ctx, input)
  return ctx.load.person.fresh(await saveIf<PersonDoc>(PersonModel, person._id, { revision }, record).catch(taken))
}

/** Bars a person from signing in, and ends their sessions; what they did stays. */
export async function deactivatePerson(ctx: Context, id: string): Promise<PersonDoc> {
  const person = await ctx.load.person.get(id)
  authorise(personPolicy, 'deactivate', ctx.viewer, person)
  await refuseIfLastAdmin(person._id)
  const saved = await saveIf<PersonDoc>(PersonModel, person._id, {}, { active: false })
  await endSessions(ctx, person._id)
  return ctx.load.person.fresh(saved)
}

export async function reactivatePerson(ctx: Context, id: string): Promise<PersonDoc> {
  const person = await ctx.load.person.get(id)
  authorise(personPolicy, 'deactivate', ctx.viewer, person)
  return ctx.load.person.fresh(await saveIf<PersonDoc>(PersonModel, person._id, {}, { active: true }))
}

/** Gives a new temporary password and ends the person's sessions. */
export async function resetPassword(ctx: Context, id: string) {
  const person = await ctx.load.person.get(id)
  authorise(personPolicy, 'resetPassword', ctx.viewer, person)
  const password = temporaryPassword()
  await AccountModel.updateOne({ person: person._id }, { passwordHash: await hashPassword(password), mustChangePassword: true })
  await endSessions(ctx, person._id)
  return { person, temporaryPassword: password }
}
