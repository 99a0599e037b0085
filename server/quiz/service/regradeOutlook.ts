import type { Types } from 'mongoose'
import { eachOf, isId } from '../../lib/mongo.ts'
import { sizeOf, type Page, type PageArgs } from '../../lib/page.ts'
import type { RegradeShow } from '../../graphql.ts'
import { openStates } from '../domain/states.ts'
import { isPassed, markBy, type Finished } from '../domain/standing.ts'
import { AttemptModel, QuizModel, type AttemptDoc, type QuizDoc, type ScoredDoc } from '../model.ts'
import type { Outlook, RegradeDoc, RegradeEntry } from '../regradeModel.ts'
import { handedIn, judgedBy } from './regradeApply.ts'

/** An attempt, and what a regrade makes of it. */
export type RegradeRow = { attempt: AttemptDoc; entry: RegradeEntry }

/** What the proposal would make of an attempt; null where it was asked none of the questions. */
function entryOf(attempt: ScoredDoc, regrade: RegradeDoc): RegradeEntry | null {
  const { regrades } = judgedBy({ ...attempt, regrades: [] }, [regrade], regrade.at, false)
  return regrades.at(-1) ?? null
}

const full = { select: '+questions +keys', batch: 100 }

/**
 * What would come of a proposal, attempt by attempt and learner by learner. Attempts are read one after the other, never held
 * together.
 */
export async function outlookOf(regrade: RegradeDoc): Promise<Outlook> {
  const quiz = (await QuizModel.findById(regrade.quiz).lean<QuizDoc>())!
  const open = await AttemptModel.countDocuments({ quiz: quiz._id, state: { $in: openStates } })
  const told: Outlook = { attempts: 0, changed: 0, raised: 0, lowered: 0, toPass: 0, toFail: 0, learnersToPass: 0, learnersToFail: 0, byPeople: 0, misfits: 0, open }
  for await (const { entries, before, after } of learners(quiz, regrade)) {
    for (const entry of entries) count(told, entry)
    const [was, is] = [passes(quiz, before), passes(quiz, after)]
    if (is && !was) told.learnersToPass++
    if (was && !is) told.learnersToFail++
  }
  return told
}

function count(told: Outlook, { before, after, flip, changed, questions }: RegradeEntry): void {
  told.attempts++
  if (changed) told.changed++
  if ((after.mark ?? 0) > (before.mark ?? 0) + 1e-9) told.raised++
  if ((after.mark ?? 0) < (before.mark ?? 0) - 1e-9) told.lowered++
  if (flip === 'TO_PASS') told.toPass++
  if (flip === 'TO_FAIL') told.toFail++
  told.byPeople += questions.filter(({ kept }) => kept === 'BY_PEOPLE').length
  told.misfits += questions.filter(({ kept }) => kept === 'MISFIT').length
}

const passes = ({ gradeMethod, passMark }: QuizDoc, finished: readonly Finished[]) => isPassed(markBy(gradeMethod, finished), passMark, finished)

type Learner = { enrolment: Types.ObjectId; entries: RegradeEntry[]; before: Finished[]; after: Finished[] }

/** Each enrolment with its attempts, as they are and as they would be. */
async function* learners(quiz: QuizDoc, regrade: RegradeDoc): AsyncGenerator<Learner> {
  let one: Learner | null = null
  for await (const attempt of eachOf<ScoredDoc>(AttemptModel, { quiz: quiz._id, state: { $in: handedIn } }, { ...full, sort: { enrolment: 1, number: 1 } })) {
    if (one && !one.enrolment.equals(attempt.enrolment)) {
      yield one
      one = null
    }
    one ??= { enrolment: attempt.enrolment, entries: [], before: [], after: [] }
    const entry = entryOf(attempt, regrade)
    if (entry) one.entries.push(entry)
    const { number, passMark } = attempt
    const mark = attempt.mark ?? null
    const then = entry ? entry.after.mark : mark
    if (mark !== null) one.before.push({ number, mark, passMark })
    if (then !== null) one.after.push({ number, mark: then, passMark })
  }
  if (one) yield one
}

/** An enrolment, and before and after of each of its attempts that a regrade changes, by the attempt's id. */
export type ChangedEnrolment = { enrolment: Types.ObjectId; entries: Map<string, Pick<RegradeEntry, 'before' | 'after'>> }

/** Enrolments for whose attempts something changes by a regrade, or changed; for domains after this one. */
export async function* changedEnrolments(regrade: RegradeDoc): AsyncGenerator<ChangedEnrolment> {
  let one: ChangedEnrolment | null = null
  for await (const { attempt, entry } of rows(regrade, { enrolment: 1, number: 1 })) {
    if (!entry.changed) continue
    if (one && !one.enrolment.equals(attempt.enrolment)) {
      yield one
      one = null
    }
    one ??= { enrolment: attempt.enrolment, entries: new Map() }
    one.entries.set(String(attempt._id), { before: entry.before, after: entry.after })
  }
  if (one) yield one
}

/** What a regrade makes of each attempt that was asked: worked out while it is proposed, as it was kept after. */
async function* rows(regrade: RegradeDoc, sort: Record<string, 1 | -1>, after?: string): AsyncGenerator<RegradeRow> {
  const beyond = after ? { _id: { $lt: after } } : {}
  if (regrade.state === 'PROPOSED') {
    for await (const attempt of eachOf<ScoredDoc>(AttemptModel, { quiz: regrade.quiz, state: { $in: handedIn }, ...beyond }, { ...full, sort })) {
      const entry = entryOf(attempt, regrade)
      if (entry) yield { attempt, entry }
    }
    return
  }
  for await (const attempt of eachOf<AttemptDoc>(AttemptModel, { 'regrades.regrade': regrade._id, ...beyond }, { sort })) {
    const entry = attempt.regrades?.find(one => one.regrade.equals(regrade._id))
    if (entry) yield { attempt, entry }
  }
}

const shown: Record<RegradeShow, (entry: RegradeEntry) => boolean> = { ALL: () => true, CHANGED: ({ changed }) => changed, FLIPPED: ({ flip }) => flip !== null }
const countOf: Record<RegradeShow, (outlook: Outlook) => number> = { ALL: ({ attempts }) => attempts, CHANGED: ({ changed }) => changed, FLIPPED: ({ toPass, toFail }) => toPass + toFail }

/** A page of attempts, newest first. */
export async function regradedAttempts(regrade: RegradeDoc, show: RegradeShow, { first, after }: PageArgs, outlook: Promise<Outlook>): Promise<Page<RegradeRow>> {
  const size = sizeOf(first)
  const nodes: RegradeRow[] = []
  let next: string | null = null
  for await (const row of rows(regrade, { _id: -1 }, isId(after) ? after : undefined)) {
    if (!shown[show](row.entry)) continue
    if (nodes.length === size) {
      next = String(nodes.at(-1)!.attempt._id)
      break
    }
    nodes.push(row)
  }
  return { nodes, next, total: await totalOf(regrade, show, outlook) }
}

const stored = (show: RegradeShow) => ({ ALL: {}, CHANGED: { changed: true }, FLIPPED: { flip: { $ne: null } } })[show]

async function totalOf(regrade: RegradeDoc, show: RegradeShow, outlook: Promise<Outlook>): Promise<number> {
  if (regrade.state === 'PROPOSED') return countOf[show](await outlook)
  return AttemptModel.countDocuments({ regrades: { $elemMatch: { regrade: regrade._id, ...stored(show) } } } as object)
}
