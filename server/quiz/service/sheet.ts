import { randomInt } from 'node:crypto'
import type { EnrolmentDoc } from '../../course/index.ts'
import { deal, type AskedOfQuiz, type KeyOfQuestion } from '../domain/attempt.ts'
import { todaysQuestion } from '../domain/former.ts'
import type { QuizDoc } from '../model.ts'
import type { Clock } from './handIn.ts'

/** Not to be foretold: who could would know the author's order, and with it which belongs to which. */
const chance = () => randomInt(2 ** 47) / 2 ** 47

export type DealtSection = { id: string; title: string; instructions: string }
/** All an attempt stores of what it asks. `seed` draws the variants of calculated questions. */
export type DealtSheet = { asked: AskedOfQuiz[]; keys: KeyOfQuestion[]; seed: number; sections: DealtSection[] }

/** The one place where a sheet is made: what a quiz asks this enrolment now, dealt anew at each call. */
export async function sheetFor(_clock: Clock, quiz: QuizDoc, _enrolment: EnrolmentDoc): Promise<DealtSheet> {
  const seed = randomInt(2 ** 31)
  return { ...deal(quiz.questions.map(todaysQuestion), { shuffle: quiz.shuffle, chance, seed }), seed, sections: [] }
}
