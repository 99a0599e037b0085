import { mediaOf, withTexts } from '../media.ts'
import type { Question } from '../question.ts'

/** Rich text with the words of its pictures and sounds in their place. */
export const worded = (html: string): string =>
  html.replace(/<(?:img|audio) data-file="[0-9a-f]{24}"(?: (?:alt|title)="([^"]*)")?[^>]*>(?:[^<]*<\/audio>)?/g, (_, words?: string) => (words ? `[${words}]` : ''))

/** A question without its pictures and sounds, which no format takes along here: their words stand instead. */
export function withoutMedia(question: Question): { question: Question; had: boolean } {
  if (mediaOf(question).size === 0) return { question, had: false }
  const choices = question.choices.map(({ media, ...choice }) => ({ ...choice, text: choice.text || media?.alternative || '–' }))
  return { question: withTexts({ ...question, choices }, worded), had: true }
}
