import type { Types } from 'mongoose'
import type { ClassDoc } from '../../course/index.ts'
import { endOf } from '../../lib/days.ts'
import { move } from '../../lib/transitions.ts'
import { timedOf } from '../clockModel.ts'
import { endsAt } from '../domain/attempt.ts'
import { closingOf } from '../domain/effective.ts'
import { attemptMoves, openStates } from '../domain/states.ts'
import { nextCheckAt } from '../domain/timing.ts'
import { AttemptModel, type AttemptDoc, type QuizDoc } from '../model.ts'
import { settingsFor } from './effective.ts'
import type { Clock } from './handIn.ts'

/** Saves of answers that may come between reading an attempt and giving it its new end. */
const TRIES = 20

/** When an attempt ends by what holds now; of the quiz's own limit the one it was begun under. */
export async function endOfAttempt(quiz: QuizDoc, cls: Pick<ClassDoc, 'endsOn'>, attempt: AttemptDoc): Promise<Date> {
  const begunWith = attempt.minutes === undefined ? quiz.minutes : attempt.minutes
  const times = await settingsFor({ ...quiz, minutes: begunWith }, { _id: attempt.enrolment, class: attempt.class })
  return endsAt(attempt.startedAt, times.minutes, closingOf(times, endOf(cls.endsOn)))
}

/** Gives attempts under way the end that now holds; an overdue one with time again goes on. Safe to repeat. */
export async function retime(clock: Clock, quiz: QuizDoc, cls: ClassDoc, enrolment: Types.ObjectId | null): Promise<void> {
  const open = await AttemptModel.find({ quiz: quiz._id, class: cls._id, state: { $in: [...openStates] }, ...(enrolment ? { enrolment } : {}) }).select('_id').lean<AttemptDoc[]>()
  for (const { _id } of open) await retimeOne(clock, quiz, cls, _id)
}

async function retimeOne(clock: Clock, quiz: QuizDoc, cls: ClassDoc, id: Types.ObjectId): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const attempt = await AttemptModel.findOne({ _id: id, state: { $in: [...openStates] } }).lean<AttemptDoc>()
    if (!attempt) return
    const ends = await endOfAttempt(quiz, cls, attempt)
    if (ends.getTime() === attempt.endsAt?.getTime()) return
    const state = attempt.state === 'OVERDUE' && clock.now() <= ends ? move(attemptMoves, attempt.state, 'extend') : attempt.state
    const change = { state, endsAt: ends, nextCheckAt: nextCheckAt({ ...timedOf(attempt), state, endsAt: ends }) }
    const { modifiedCount } = await AttemptModel.updateOne({ _id: id, state: attempt.state, revision: attempt.revision }, { $set: change, $inc: { revision: 1 } })
    if (modifiedCount === 1) return
  }
  throw new Error(`attempt ${String(id)} kept changing while it was given another end`)
}
