import type { Context } from '../../context.ts'
import { classStatus, weightedMark, type ClassDoc, type EnrolmentDoc } from '../../course/index.ts'
import { dayOf } from '../../lib/days.ts'
import { isWithin, type Times } from '../domain/effective.ts'
import { isReady } from '../domain/structure.ts'
import { attemptsLeft, isPassed, markBy, type Finished } from '../domain/standing.ts'
import { isOpen } from '../domain/states.ts'
import type { AttemptDoc, QuizDoc, QuizStandingDoc } from '../model.ts'
import { settingsAmong } from './effective.ts'
import { settle } from './handIn.ts'
import { ATTEMPTS_MAX } from './start.ts'

/** How an enrolment stands with each quiz of its course, in the curriculum's order. Batched over enrolments. */
export async function quizStandings(ctx: Context, enrolment: EnrolmentDoc): Promise<QuizStandingDoc[]> {
  const [quizzes, cls, attempts, overrides] = await Promise.all([
    ctx.load.quizzesOfCourse.of(enrolment.course), ctx.load.class.get(enrolment.class), attemptsOf(ctx, enrolment), ctx.load.overrides.of(enrolment),
  ])
  return quizzes.map(quiz => standingOf(ctx, quiz, enrolment, cls, attempts.filter(attempt => attempt.quiz.equals(quiz._id)), settingsAmong(quiz, overrides)))
}

/** The attempts of an enrolment, oldest first; those whose time is over are handed in first, those not begun left out. */
async function attemptsOf(ctx: Context, { _id }: EnrolmentDoc): Promise<AttemptDoc[]> {
  const attempts = await ctx.load.attemptsOfEnrolment.of(_id)
  return Promise.all(attempts.filter(({ state }) => state !== 'NOT_STARTED').map(attempt => settle(ctx, attempt)))
}

/** How an enrolment stands with one quiz, from its attempts at it. */
export function standingOf(ctx: Context, quiz: QuizDoc, enrolment: EnrolmentDoc, cls: ClassDoc, attempts: AttemptDoc[], times: Times): QuizStandingDoc {
  const left = attemptsLeft(times.attemptsAllowed, attempts.length)
  const goesOn = attempts.some(isOpen)
  const mayBegin = isReady(quiz) && classStatus(cls, dayOf(ctx.now())) === 'RUNNING' && isWithin(times, ctx.now()) && (left ?? ATTEMPTS_MAX - attempts.length) > 0
  return {
    quiz, enrolment, attempts: [...attempts].sort((a, b) => a.number - b.number), attemptsLeft: left,
    ...resultOf(quiz, attempts), open: goesOn || mayBegin, times,
  }
}

/** The mark by the quiz's method, and whether it passes. */
function resultOf({ gradeMethod, passMark: toPass }: QuizDoc, attempts: readonly AttemptDoc[]): Pick<QuizStandingDoc, 'mark' | 'passed'> {
  const finished = attempts.flatMap(({ number, mark, passMark }): Finished[] => (mark === null || mark === undefined ? [] : [{ number, mark, passMark }]))
  const mark = markBy(gradeMethod, finished)
  return { mark, passed: isPassed(mark, toPass, finished) }
}

/** How it would stand if the attempts of these ids had these marks. */
export function standingWith(standing: QuizStandingDoc, markOf: ReadonlyMap<string, number | null>): QuizStandingDoc {
  const attempts = standing.attempts.map(attempt => ({ ...attempt, mark: markOf.has(String(attempt._id)) ? markOf.get(String(attempt._id))! : attempt.mark }))
  return { ...standing, attempts, ...resultOf(standing.quiz, attempts) }
}

/** The mark over all quizzes of the course that are ready, 0 to 1; null while none is scored. */
export async function quizMarkOf(ctx: Context, enrolment: EnrolmentDoc): Promise<number | null> {
  const standings = await quizStandings(ctx, enrolment)
  return weightedMark(standings.filter(({ quiz }) => isReady(quiz)).map(({ quiz, mark }) => ({ weight: quiz.weight, mark })))
}
