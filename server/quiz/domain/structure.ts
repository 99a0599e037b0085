import type { BankOwnerKind, CognitiveLevel, Navigation, QuestionKind } from '../../graphql.ts'

/** How a quiz is made up: sections, what is drawn for them from the bank, and how one goes through it. */

/** `perPage`: questions on one page; null: all of the section. `shuffle` mixes its questions; choices are the quiz's to mix. */
export type QuizSection = { id: string; title: string; instructions: string; shuffle: boolean; perPage: number | null }
/** Which questions of the bank fit. Empty or null: any. `outcome` is in the bank's words. */
export type DrawFilter = {
  owner: { kind: BankOwnerKind; id: string | null }
  category: string; tag: string; outcome: string; level: CognitiveLevel | null; kind: QuestionKind | null
}
/**
 * Questions drawn at random for each attempt. `pilot`: such as are being tried out, worth nothing. `outcome`: id of the
 * curriculum's outcome they count for in the blueprint; null: none.
 */
export type Draw = { id: string; section: string; count: number; points: number; pilot: boolean; outcome: string | null; filter: DrawFilter }
export type Structure = { sections: QuizSection[]; draws: Draw[]; navigation: Navigation }

/** A quiz as stored: what is absent was made before it was kept. */
export type Structured = { shuffle: boolean; sections?: readonly QuizSection[]; draws?: readonly Draw[]; navigation?: Navigation | null }
type Worth = { points: number; outcome?: string | null; level?: CognitiveLevel | null }

/** At least one: a quiz whose editors made none is one section, a question a page, mixed as the quiz is. */
export const sectionsOf = ({ sections, shuffle }: Structured): readonly QuizSection[] =>
  (sections?.length ? sections : [{ id: 'utama', title: '', instructions: '', shuffle, perPage: 1 }])

/** The section something stands in: the first where it names none that there is. */
export const sectionOf = (sections: readonly QuizSection[], id: string | null | undefined): QuizSection => sections.find(one => one.id === id) ?? sections[0]!

/** The questions one attempt has, written here or drawn, and their points; pilots have none. */
export function asks({ questions, draws = [] }: Structured & { questions: readonly { points: number }[] }): { count: number; points: number } {
  const drawn = draws.map(({ count, points, pilot }) => ({ count, points: pilot ? 0 : count * points }))
  return {
    count: questions.length + drawn.reduce((sum, { count }) => sum + count, 0),
    points: questions.reduce((sum, { points }) => sum + points, 0) + drawn.reduce((sum, { points }) => sum + points, 0),
  }
}

/** Something counts. Whether the bank has what is drawn shows when it is drawn. */
export const isReady = (quiz: { questions: readonly unknown[]; draws?: readonly Draw[] }): boolean => quiz.questions.length > 0 || (quiz.draws ?? []).some(({ pilot }) => !pilot)

/** What stands for what in the blueprint, drawn questions too; pilots cover nothing. */
export const placesOf = <Q extends Pick<Worth, 'outcome' | 'level'>>({ questions, draws = [] }: { questions: readonly Q[]; draws?: readonly Draw[] }): Pick<Worth, 'outcome' | 'level'>[] =>
  [...questions, ...draws.flatMap(({ pilot, count, outcome, filter: { level } }) => (pilot ? [] : Array.from({ length: count }, () => ({ outcome, level }))))]

/** The page of each, from 0: a section begins on a new one. */
export function paged<T extends { section: string }>(asked: readonly T[], sections: readonly QuizSection[]): (T & { page: number })[] {
  let [page, left, current]: [number, number, string | null] = [-1, 0, null]
  return asked.map(question => {
    if (question.section !== current || left === 0) [page, left, current] = [page + 1, sectionOf(sections, question.section).perPage ?? Infinity, question.section]
    left--
    return { ...question, page }
  })
}
