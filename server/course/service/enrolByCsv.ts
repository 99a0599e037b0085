import { Types, type ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { GrantModel, PersonModel, readNip, type PersonDoc } from '../../people/index.ts'
import { isOfficer, scopesOf, type Viewer } from '../../viewer.ts'
import { outcomesOf, type Known, type Outcome, type ReadRow } from '../domain/enrolRows.ts'
import { nipsIn } from '../domain/nipList.ts'
import { ClassModel, EnrolmentModel, type ClassDoc, type EnrolmentDoc } from '../model.ts'
import { classPolicy } from '../policy.ts'
import { refuseIf, tellOf } from './class.ts'
import { refuseUnlessOpen } from './enrol.ts'
import { readCsv } from './readCsv.ts'
import { count } from './seats.ts'

/** Ids of one query. */
const BATCH = 1000

export type Report = { rows: Outcome[]; enrolled: number; waiting: number; already: number; refused: number }

/**
 * Enrols the people of a list of NIPs, in its order; what is wrong with a row is told on its line and holds back no
 * other. Officers may until the class ends; a unit's head while enrolment is open, and people of that unit alone: of
 * others they learn nothing. Running it twice enrols nobody twice.
 */
export async function enrolByCsv(ctx: Context, id: string, csv: string): Promise<Report> {
  const cls = await ctx.load.class.get(id)
  authorise(classPolicy, 'enrolOthers', ctx.viewer, cls)
  refuseIf(cls, ctx, 'CANCELLED', 'FINISHED')
  if (!isOfficer(ctx.viewer)) refuseUnlessOpen(ctx, cls)
  const now = ctx.now()
  const rows = nipsIn(readCsv(csv)).map(({ line, nip }): ReadRow => {
    const reading = readNip(nip, now)
    return reading.ok ? { line, nip: reading.nip, ok: true } : { line, nip: nip.slice(0, 40), ok: false, code: reading.code, facts: reading.facts }
  })
  const bearers = await bearersOf(ctx.viewer, cls, [...new Set(rows.flatMap(row => (row.ok ? [row.nip] : [])))])
  const { outcomes, changed, saved } = await again(() => inTransaction(session => seat(cls, rows, bearers, now, session)))
  ctx.load.class.fresh(saved)
  ctx.load.waitingOfClass.forget()
  await tellOf(ctx, changed)
  const tally = (outcome: Outcome['outcome']) => outcomes.filter(row => row.outcome === outcome).length
  return { rows: outcomes, enrolled: tally('ENROLLED'), waiting: tally('WAITING'), already: tally('ALREADY'), refused: tally('REFUSED') }
}

type Bearer = Pick<Known, 'person' | 'name' | 'learner'>

/** The people of these NIPs whom the viewer may enrol: for an officer all, for a unit's head those of the unit. */
async function bearersOf(viewer: Viewer, cls: ClassDoc, nips: readonly string[]): Promise<Map<string, Bearer>> {
  const within = isOfficer(viewer) ? {} : { unit: { $in: scopesOf(viewer, 'UNIT', 'UNIT_HEAD') } }
  const teaching = new Set((await GrantModel.find({ scope: cls._id, role: 'INSTRUCTOR' }).lean()).map(grant => String(grant.person)))
  const bearers = new Map<string, Bearer>()
  for (const batch of batches(nips)) {
    const people = await PersonModel.find({ nip: { $in: batch }, ...within }).select('nip name active').lean<PersonDoc[]>()
    const grants = await GrantModel.find({ person: { $in: people.map(({ _id }) => _id) }, role: 'LEARNER' }).select('person').lean()
    const learners = new Set(grants.map(grant => String(grant.person)))
    for (const { _id, nip, name, active } of people) {
      const person = String(_id)
      bearers.set(nip!, { person, name, learner: active && learners.has(person) && !teaching.has(person) })
    }
  }
  return bearers
}

/** Judges the rows by who is in the class now, and saves what follows, counts and all. */
async function seat(cls: ClassDoc, rows: readonly ReadRow[], bearers: ReadonlyMap<string, Bearer>, enrolledAt: Date, session: ClientSession) {
  const now = (await ClassModel.findById(cls._id).session(session).lean<ClassDoc>())!
  const before = new Map<string, EnrolmentDoc>()
  for (const batch of batches([...bearers.values()])) {
    const found = await EnrolmentModel.find({ class: cls._id, person: { $in: batch.map(({ person }) => person) } })
      .select('person state').session(session).lean<EnrolmentDoc[]>()
    for (const enrolment of found) before.set(String(enrolment.person), enrolment)
  }
  const known = new Map([...bearers].map(([nip, bearer]): [string, Known] => [nip, { ...bearer, standing: before.get(bearer.person)?.state ?? null }]))
  const outcomes = outcomesOf(rows, known, now.quota - now.enrolledCount)
  const changed: { _id: Types.ObjectId }[] = []
  for (const state of ['ENROLLED', 'WAITING'] as const) {
    const people = outcomes.flatMap(({ outcome, person }) => (outcome === state ? [person!] : []))
    const back = people.flatMap(person => before.get(person)?._id ?? [])
    const fresh = people.filter(person => !before.has(person)).map(person => ({ _id: new Types.ObjectId(), class: cls._id, course: cls.course, person, state, enrolledAt }))
    for (const batch of batches(back)) {
      await EnrolmentModel.updateMany({ _id: { $in: batch } }, { $set: { state, enrolledAt }, $inc: { revision: 1 } }, { session })
    }
    for (const batch of batches(fresh)) await EnrolmentModel.insertMany(batch, { session })
    changed.push(...back.map(_id => ({ _id })), ...fresh)
  }
  const enrolled = outcomes.filter(({ outcome }) => outcome === 'ENROLLED').length
  const saved = changed.length === 0 ? now : await count(cls._id, { enrolledCount: enrolled, waitingCount: changed.length - enrolled }, session)
  return { outcomes, changed, saved }
}

/** Once more when somebody enrolled one of the rows in between: then that row is ALREADY. */
const again = <T>(work: () => Promise<T>): Promise<T> => work().catch(error => {
  if (!isDuplicate(error)) throw error
  return work()
})

function* batches<T>(list: readonly T[]): Generator<T[]> {
  for (let at = 0; at < list.length; at += BATCH) yield list.slice(at, at + BATCH)
}
