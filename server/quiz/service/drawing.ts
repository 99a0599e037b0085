import type { Types } from 'mongoose'
import { BankQuestionModel, BankVersionModel, fitting, isManual, noteAskedIn, questionKinds, type BankVersionDoc } from '../../bank/index.ts'
import type { EnrolmentDoc } from '../../course/index.ts'
import type { BankState } from '../../graphql.ts'
import { Refusal } from '../../lib/refusal.ts'
import { choose, type Wanted } from '../domain/choose.ts'
import type { Placed } from '../domain/sheet.ts'
import type { Draw, DrawFilter } from '../domain/structure.ts'
import { AttemptModel, type AskedDoc, type QuizDoc } from '../model.ts'
import { DrawUseModel, type DrawUseDoc } from '../structureModel.ts'
import type { Clock } from './handIn.ts'

/** Questions one draw chooses from, the newest: more makes no draw fairer (default, ours). */
const POOL_MAX = 2000
const askable: BankState[] = ['LIVE', 'WATCH']
/** What people must mark is no pilot: nobody marks what counts nothing. */
const pilotKinds = () => questionKinds.filter(kind => !isManual(kind))

type Fits = { _id: Types.ObjectId; version: Types.ObjectId }

/** The questions a draw may choose from now: in use, or being tried out. */
export const poolOf = (filter: DrawFilter, pilot: boolean): Promise<Fits[]> => BankQuestionModel.find({ $and: [
  fitting(filter), { state: { $in: pilot ? ['PILOT' satisfies BankState] : askable }, ...(pilot && { kind: { $in: pilotKinds() } }) },
] }).sort({ _id: -1 }).limit(POOL_MAX).select('version').lean<Fits[]>()

/** The pool of each draw, and the questions of the bank the quiz asks already. */
export async function poolsOf({ draws = [], questions }: QuizDoc): Promise<{ wanted: (Wanted & { draw: Draw })[]; taken: Set<string>; versions: Map<string, Types.ObjectId> }> {
  const pools = await Promise.all(draws.map(({ filter, pilot }) => poolOf(filter, pilot)))
  return {
    wanted: draws.map((draw, at) => ({ draw, id: draw.id, count: draw.count, fitting: pools[at]!.map(({ _id }) => String(_id)) })),
    taken: new Set(questions.flatMap(({ bank }) => bank?.question ?? [])),
    versions: new Map(pools.flat().map(({ _id, version }) => [String(_id), version])),
  }
}

/** What each draw lacks, by its id, given what the others need. */
export async function shortages(quiz: QuizDoc): Promise<Map<string, { fits: number; short: number }>> {
  const { wanted, taken } = await poolsOf(quiz)
  const chosen = choose(wanted, { taken, seen: new Map(), used: new Map(), seed: 0 })
  return new Map(wanted.map(({ id, count, fitting: fits }) => [id, { fits: fits.filter(one => !taken.has(one)).length, short: count - chosen.get(id)!.length }]))
}

/**
 * The questions drawn for an enrolment, as their newest version says them, with the draw's points. Refuses with
 * QUIZ_NOT_READY where the bank has too few.
 */
export async function drawn({ log }: Clock, quiz: QuizDoc, enrolment: EnrolmentDoc, seed: number): Promise<Placed[]> {
  if (!quiz.draws?.length) return []
  const { wanted, taken, versions } = await poolsOf(quiz)
  const [seen, used] = await Promise.all([seenBy(quiz, enrolment), usesIn(quiz)])
  const chosen = choose(wanted, { taken, seen, used, seed })
  const picks = wanted.flatMap(({ draw, id }) => chosen.get(id)!.map(question => ({ draw, question })))
  const short = wanted.filter(({ id, count }) => chosen.get(id)!.length < count).map(({ id }) => id)
  if (short.length > 0) {
    log.warn({ quiz: quiz._id, draws: short }, 'the bank has too few questions for a quiz')
    throw new Refusal('QUIZ_NOT_READY')
  }
  const found = new Map((await BankVersionModel.find({ _id: { $in: picks.map(({ question }) => versions.get(question)!) } }).lean<BankVersionDoc[]>()).map(version => [String(version.bankQuestion), version]))
  await noteAskedIn(quiz.course, [{ _id: { $in: picks.map(({ question }) => question) } }])
  await DrawUseModel.bulkWrite(picks.map(({ question }) => ({ updateOne: { filter: { quiz: quiz._id, question }, update: { $inc: { times: 1 } }, upsert: true } })), { ordered: false })
  return picks.map(({ draw, question }) => placed(draw, question, found.get(question)!))
}

const placed = ({ section, points, pilot, outcome, filter }: Draw, question: string, version: BankVersionDoc): Placed =>
  ({ ...version.question, points: pilot ? 0 : points, outcome, level: filter.level, section, pilot, bank: { question, version: version.number } })

/** How often this enrolment was asked each question of the bank in this quiz; what was dealt and not begun nobody saw. */
async function seenBy({ _id }: QuizDoc, enrolment: EnrolmentDoc): Promise<Map<string, number>> {
  const before = await AttemptModel.find({ enrolment: enrolment._id, quiz: _id, state: { $ne: 'NOT_STARTED' } }).select('questions.bank').lean<{ questions?: Pick<AskedDoc, 'bank'>[] }[]>()
  const seen = new Map<string, number>()
  for (const { bank } of before.flatMap(({ questions }) => questions ?? [])) if (bank) seen.set(bank.question, (seen.get(bank.question) ?? 0) + 1)
  return seen
}

async function usesIn({ _id }: QuizDoc): Promise<Map<string, number>> {
  const uses = await DrawUseModel.find({ quiz: _id }).lean<DrawUseDoc[]>()
  return new Map(uses.map(({ question, times }) => [question, times]))
}
