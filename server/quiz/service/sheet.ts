import { randomInt } from 'node:crypto'
import type { EnrolmentDoc } from '../../course/index.ts'
import type { Navigation } from '../../graphql.ts'
import type { KeyOfQuestion } from '../domain/attempt.ts'
import { todaysQuestion } from '../domain/former.ts'
import { dealSheet, type AskedOnPage } from '../domain/sheet.ts'
import { sectionsOf } from '../domain/structure.ts'
import type { QuizDoc } from '../model.ts'
import { drawn } from './drawing.ts'
import type { Clock } from './handIn.ts'

/** Not to be foretold: who could would know the author's order, and with it which belongs to which. */
const chance = () => randomInt(2 ** 47) / 2 ** 47

export type DealtSection = { id: string; title: string; instructions: string }
/** All an attempt stores of what it asks and how one goes through it; `regraded`: the quiz's regrades that are in it already. */
export type DealtSheet = { asked: AskedOnPage[]; keys: KeyOfQuestion[]; seed: number; sections: DealtSection[]; navigation: Navigation; regraded: number }

/**
 * The one place where a sheet is made: what a quiz asks this enrolment now, drawn and dealt anew at each call. Refuses with
 * QUIZ_NOT_READY where the bank has too few to draw from.
 */
export async function sheetFor(clock: Clock, quiz: QuizDoc, enrolment: EnrolmentDoc): Promise<DealtSheet> {
  const seed = randomInt(2 ** 31)
  const sections = sectionsOf(quiz)
  const questions = [...quiz.questions.map(todaysQuestion), ...await drawn(clock, quiz, enrolment, seed)]
  const { asked, keys } = dealSheet(questions, sections, { shuffle: quiz.shuffle, chance, seed })
  const used = new Set(asked.map(({ section }) => section))
  const heads = sections.filter(({ id }) => used.has(id)).map(({ id, title, instructions }) => ({ id, title, instructions }))
  return { asked, keys, seed, sections: heads, navigation: quiz.navigation ?? 'FREE', regraded: quiz.regrades ?? 0 }
}

/** A sheet as an attempt stores it. */
export const storedSheet = ({ asked, ...rest }: DealtSheet) => ({ questions: asked, ...rest })
