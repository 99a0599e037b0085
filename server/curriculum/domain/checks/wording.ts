import type { CurriculumSection } from '../../../graphql.ts'
import type { Content } from '../../model.ts'
import { notes, type Problem } from './problem.ts'

/** Verbs that nobody can see being done; an outcome says what one is able to do (Bloom, Anderson and Krathwohl 2001). */
const UNSEEN = /^(mampu |dapat |peserta (mampu|dapat) )?(memahami|mengetahui|mengerti|menyadari|mengenal|understand|know)\b/i
/** Default, editable: longer outcomes are rarely assessed as one. */
const OUTCOME_WORDS_MAX = 35
/** Default, editable: mean words in a sentence above which official Indonesian becomes hard to read. */
const SENTENCE_WORDS_MAX = 25

const wordsOf = (text: string): number => text.trim().split(/\s+/u).filter(Boolean).length

/** Mean words in a sentence; 0 for no text. */
export function sentenceLength(text: string): number {
  const sentences = text.split(/[.!?;]+(?:\s|$)/u).map(wordsOf).filter(words => words > 0)
  return sentences.length === 0 ? 0 : sentences.reduce((sum, words) => sum + words, 0) / sentences.length
}

/** Hints, none of which holds anything back. */
export const wording = (content: Content): Problem[] => [
  ...content.outcomes.flatMap(({ id, code, text, level }) => [
    ...(UNSEEN.test(text.trim()) ? [notes('OUTCOMES', 'OUTCOME_NOT_MEASURABLE', id, { code })] : []),
    ...(level === null ? [notes('OUTCOMES', 'OUTCOME_WITHOUT_LEVEL', id, { code })] : []),
    ...(wordsOf(text) > OUTCOME_WORDS_MAX ? [notes('OUTCOMES', 'TEXT_LONG', id, { title: code, words: wordsOf(text), max: OUTCOME_WORDS_MAX })] : []),
  ]),
  ...hard('IDENTITY', null, 'summary', content.summary),
  ...content.subjects.flatMap(({ id, title, description }) => hard('SUBJECTS', id, title, description)),
  ...content.assessments.flatMap(({ id, title, instructions }) => hard('ASSESSMENTS', id, title, instructions)),
]

function hard(section: CurriculumSection, at: string | null, title: string, text: string): Problem[] {
  const words = Math.round(sentenceLength(text))
  return words > SENTENCE_WORDS_MAX ? [notes(section, 'TEXT_HARD', at, { title, words, max: SENTENCE_WORDS_MAX })] : []
}
