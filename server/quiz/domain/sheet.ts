import { seeded, type Chance } from '../../bank/index.ts'
import { deal, type AskedOfQuiz, type KeyOfQuestion, type Written } from './attempt.ts'
import { paged, sectionOf, type QuizSection } from './structure.ts'

/** A question with its place in the sheet; a pilot is worth nothing. */
export type Placed = Written & { pilot?: boolean }
export type AskedOnPage = AskedOfQuiz & { section: string; page: number; pilot: boolean }

/**
 * The questions dealt section by section, each mixed in itself where it is to be, with pages. Drawn questions stand after
 * those written here, save where the section is mixed: then nobody can tell which is which.
 */
export function dealSheet(questions: readonly Placed[], sections: readonly QuizSection[], { shuffle, chance, seed }: { shuffle: boolean; chance: Chance; seed: number }): { asked: AskedOnPage[]; keys: KeyOfQuestion[] } {
  const draw = seeded(seed)
  const pilots = new Set(questions.flatMap(({ id, pilot }) => (pilot ? [id] : [])))
  const parts = sections.map(section => {
    const own = questions.filter(question => sectionOf(sections, question.section).id === section.id)
    return { section, ...deal(own, { shuffle, mix: section.shuffle, chance, seed: Math.floor(draw() * 2 ** 31) }) }
  })
  const asked = parts.flatMap(({ section, asked: dealt }) => dealt.map(one => ({ ...one, section: section.id, pilot: pilots.has(one.id) })))
  return { asked: paged(asked, sections), keys: parts.flatMap(({ keys }) => keys) }
}
