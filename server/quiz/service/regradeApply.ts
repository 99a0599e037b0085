import type { Types } from 'mongoose'
import { tell } from '../../lib/events.ts'
import { eachOf } from '../../lib/mongo.ts'
import { notify } from '../../notice/index.ts'
import { scoringOf } from '../behaviourModel.ts'
import { isWaiting } from '../domain/attempt.ts'
import { todaysKey } from '../domain/former.ts'
import { flipOf, isChanged, regrade, type JudgedSheet } from '../domain/regrade.ts'
import { attemptMoves, type AttemptState } from '../domain/states.ts'
import { AttemptModel, QuizModel, type AskedDoc, type AttemptDoc, type QuizDoc, type ScoredDoc } from '../model.ts'
import { RegradeModel, type RegradeDoc, type RegradeEntry } from '../regradeModel.ts'
import type { Clock } from './handIn.ts'

/** States of an attempt that was handed in, and of one that may never be. */
export const handedIn: AttemptState[] = ['SUBMITTED', 'FINISHED']
const idle: AttemptState[] = ['NOT_STARTED', 'ABANDONED']
/** An attempt made before there were regrades has no number. */
const before = (number: number) => ({ $not: { $gte: number } })
const BATCH = 100
/** More marks that come between reading and saving one attempt than people can give. */
const TRIES = 20

/** The regrades of a quiz that were decided after the one an attempt was judged by, in turn. */
const pendingFor = (quiz: Types.ObjectId, after: number): Promise<RegradeDoc[]> =>
  RegradeModel.find({ quiz, number: { $gt: after } }).sort({ number: 1 }).lean<RegradeDoc[]>()

export const sheetOf = (attempt: ScoredDoc): JudgedSheet<AskedDoc> => {
  const asked = new Map(attempt.questions.map(question => [question.id, question]))
  return { questions: attempt.questions, keys: attempt.keys.map(one => todaysKey(one, asked.get(one.id))), passMark: attempt.passMark, scoring: scoringOf(attempt) }
}

type Parts = Pick<ScoredDoc, 'questions' | 'keys'> & { mark: number | null; passed: boolean | null; regraded: number; regrades: RegradeEntry[] }

/** What these regrades, one after the other, make of an attempt whose questions are marked. */
export function judgedBy(attempt: ScoredDoc, regrades: readonly Pick<RegradeDoc, '_id' | 'changes' | 'number'>[], at: Date, told: boolean): Parts {
  const start: Parts = { ...attempt, mark: attempt.mark ?? null, passed: attempt.passed ?? null, regraded: attempt.regraded ?? 0, regrades: attempt.regrades ?? [] }
  return regrades.reduce((so, { _id, changes, number }) => {
    const { questions, keys, whole, regraded } = regrade(sheetOf({ ...attempt, ...so }), changes)
    const was = { mark: so.mark, passed: so.passed }
    const changed = isChanged(was, whole, regraded)
    const entry: RegradeEntry = { regrade: _id, at, before: was, after: whole, flip: flipOf(was, whole), changed, questions: regraded, told: told || !changed }
    return { questions, keys, ...whole, regraded: number ?? so.regraded, regrades: regraded.length > 0 ? [...so.regrades, entry] : so.regrades }
  }, { ...start })
}

/** For an attempt that is handed in just now: what regrades decided while it was under way make of it; null where there is none. */
export async function regradedAtHandIn(attempt: ScoredDoc, at: Date): Promise<Parts | null> {
  const pending = await pendingFor(attempt.quiz, attempt.regraded ?? 0)
  if (pending.length === 0) return null
  const { questions, keys, mark, passed, regraded, regrades } = judgedBy(attempt, pending, at, true)
  return { questions, keys, mark, passed, regraded, regrades }
}

/** Judges one attempt by every regrade it has not seen, in one conditional save: marks given meanwhile are read again, none is lost. */
async function applyTo(clock: Clock, id: Types.ObjectId): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const attempt = (await AttemptModel.findById(id).select('+questions +keys').lean<ScoredDoc>())!
    const pending = await pendingFor(attempt.quiz, attempt.regraded ?? 0)
    if (pending.length === 0) return
    const { questions, keys, mark, passed, regraded, regrades } = judgedBy(attempt, pending, clock.now(), false)
    const state = attempt.state === 'SUBMITTED' && !isWaiting(questions) ? attemptMoves.SUBMITTED.finish! : attempt.state
    const { modifiedCount } = await AttemptModel.updateOne(
      { _id: id, revision: attempt.revision, state: attempt.state }, { $set: { questions, keys, mark, passed, state, regraded, regrades }, $inc: { revision: 1 } })
    if (modifiedCount === 1) return
  }
  throw new Error(`attempt ${String(id)} kept changing while it was judged anew`)
}

/** Tells the learner and the domains after this one, and notes that it was told; a notice sent twice is one. */
async function tellOf(clock: Clock, { _id, title }: Pick<QuizDoc, '_id' | 'title'>, regrade: RegradeDoc, attempt: AttemptDoc): Promise<void> {
  await tell(clock.log, 'enrolment.changed', { enrolment: String(attempt.enrolment) })
  await notify(clock, { to: [attempt.person], kind: 'QUIZ_REGRADED', facts: { title, reason: regrade.reason }, link: `/kuis/${String(attempt._id)}`, key: `regrade:${String(regrade._id)}:${String(attempt._id)}` })
  await AttemptModel.updateOne({ _id: attempt._id, quiz: _id }, { $set: { 'regrades.$[one].told': true } }, { arrayFilters: [{ 'one.regrade': regrade._id }] })
}

/**
 * Goes on with a regrade that was decided: judges what was handed in, tells who is concerned, and closes it when no attempt
 * begun before it is under way. Safe to run at any time, twice, and at once. One attempt that fails holds back no other.
 * `until`: when to leave the rest to the sweep, by the process's own clock.
 */
export async function advance(clock: Clock, regrade: RegradeDoc, until = Infinity): Promise<void> {
  const { quiz, number } = regrade
  const behind = { quiz, regraded: before(number!) }
  const failed: Types.ObjectId[] = []
  const each = async (find: (left: object) => Promise<AttemptDoc[]>, work: (attempt: AttemptDoc) => Promise<void>): Promise<boolean> => {
    for (;;) {
      const batch = await find({ _id: { $nin: failed } })
      for (const attempt of batch) {
        if (performance.now() > until) return false
        await work(attempt).catch(err => {
          failed.push(attempt._id)
          clock.log.error({ err, attempt: attempt._id, regrade: regrade._id }, 'an attempt could not be judged anew')
        })
      }
      if (batch.length < BATCH) return true
    }
  }
  const title = (await QuizModel.findById(quiz).select('title').lean<QuizDoc>())!
  const judged = await each(left => AttemptModel.find({ ...behind, ...left, state: { $in: handedIn } }).limit(BATCH).select('_id').lean<AttemptDoc[]>(), ({ _id }) => applyTo(clock, _id))
  const told = judged && await each(
    left => AttemptModel.find({ regrades: { $elemMatch: { regrade: regrade._id, told: false } }, ...left }).limit(BATCH).lean<AttemptDoc[]>(),
    attempt => tellOf(clock, title, regrade, attempt))
  if (!told || failed.length > 0) return
  const under = await AttemptModel.findOne({ ...behind, state: { $nin: idle } }).select('_id').lean()
  if (!under) await RegradeModel.updateOne({ _id: regrade._id, state: 'APPLYING' }, { $set: { state: 'DONE', doneAt: clock.now() }, $inc: { revision: 1 } })
}

/** Goes on with every regrade that is not done: after a crash, and once attempts that were under way are handed in. */
export async function advanceAll(clock: Clock): Promise<void> {
  // All of them: those that wait for attempts under way hold back none that came later.
  for await (const regrade of eachOf<RegradeDoc>(RegradeModel, { state: 'APPLYING' })) await advance(clock, regrade).catch(err => clock.log.error({ err, regrade: regrade._id }, 'a regrade could not go on'))
}
