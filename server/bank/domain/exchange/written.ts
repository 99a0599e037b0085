import { referencesAsWords } from './references.ts'
import type { NumberKey, OutcomeFeedback, Question } from '../question.ts'

/** What of a question a format cannot say, though it can say the rest. */
export type ExportLoss = 'SCORING' | 'POINTS' | 'UNITS' | 'CASE' | 'LIMITS' | 'HINTS' | 'WILDCARDS' | 'FILES' | 'FEEDBACK'
/** Our questions in another's format: what could not be said at all, by number, and what was lost of the others. */
export type Export<Source = string> = { source: Source; omitted: number[]; losses: { number: number; losses: ExportLoss[] }[] }

/** Writes what can be said; `lossesOf` names what is lost of a question, null what cannot be said. */
export function written(questions: readonly Question[], lossesOf: (question: Question) => ExportLoss[] | null, say: (question: Question, number: number) => string, whole: (blocks: string[]) => string): Export {
  const judged = questions.map((question, at) => ({ question, number: at + 1, losses: lossesOf(question) }))
  return {
    source: whole(judged.filter(({ losses }) => losses !== null).map(({ question, number }) => say(question, number))),
    omitted: judged.filter(({ losses }) => losses === null).map(({ number }) => number),
    losses: judged.flatMap(({ number, losses }) => (losses?.length ? [{ number, losses }] : [])),
  }
}

/** That feedback is lost where a format cannot say it: of each answer, or by one of these outcomes. */
export function feedbackLost({ choices, patterns, outcomeFeedback }: Question, { byAnswer, outcomes }: { byAnswer: boolean; outcomes: readonly (keyof OutcomeFeedback)[] }): ExportLoss[] {
  const said = (['right', 'partly', 'wrong'] as const).some(outcome => outcomeFeedback?.[outcome] && !outcomes.includes(outcome))
  return said || (!byAnswer && [...choices, ...patterns].some(({ feedback }) => feedback)) ? ['FEEDBACK'] : []
}

/** Whether what is said of a wrong text can stand by a star at the end that takes every other one. */
export const takesRest = ({ patterns }: Question): boolean => !patterns.some(({ text }) => /^[*\s]*$/.test(text))

/** Hundredths with five decimals: a third is 33.33333. */
export const percent = (fraction: number): number => Math.round(fraction * 10_000_000) / 100_000

/** What picking each choice gives, in percent. As we mark several: shares of the right ones add up to the whole, a wrong one takes away as much. */
export function fractionsOf({ kind, choices, scoring }: Question): number[] {
  if (scoring === 'WEIGHTED') return choices.map(({ fraction }) => percent(fraction ?? 0))
  if (kind === 'SINGLE_CHOICE') return choices.map(({ right }) => (right ? 100 : 0))
  const share = percent(1 / Math.max(1, choices.filter(({ right }) => right).length))
  return choices.map(({ right }) => (right ? share : -share))
}

/** The same interval, as a number with what may be added and taken away. */
export function nominal({ value, tolerance, toleranceKind }: NumberKey): { value: number; tolerance: number } {
  if (toleranceKind === 'NOMINAL') return { value, tolerance }
  if (toleranceKind === 'RELATIVE') return { value, tolerance: tolerance * Math.abs(value) }
  const [low, high] = [value / (1 + tolerance), value * (1 + tolerance)]
  return { value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 }
}

/** Text within XML, also within an attribute; signs that XML has no room for are left out. */
export const xml = (text: string): string => text
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Plain lines as HTML, each end of a line kept. */
export const linesAsHtml = (text: string): string => xml(text).replaceAll('\n', '<br />')

/** HTML as one plain line: without its markup, its signs themselves. */
export const bare = (html: string): string =>
  referencesAsWords(html).replace(/<[^>]*>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim()
