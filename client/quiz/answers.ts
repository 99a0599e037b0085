import type { QuizAttemptQuery } from '../gql/operations.ts'

/** A question of an attempt as its learner sees it. */
export type AskedQuestion = NonNullable<QuizAttemptQuery['attempt']>['questions'][number]
/** What a card needs to put a question. */
export type ShownQuestion = Pick<AskedQuestion, 'id' | 'number' | 'kind' | 'text' | 'points' | 'unit' | 'namesUnit' | 'choices' | 'matching' | 'items' | 'gaps' | 'essay' | 'file' | 'hotspot' | 'answerFiles'>

type Pair = { stem: string; match: string }
type Filled = { gap: string; text: string }
/** The parts its kind asks for; null is no answer. */
export type Answer = {
  choices?: readonly string[] | null; truth?: boolean | null; text?: string | null; number?: number | null; unit?: string | null
  pairs?: readonly Pair[] | null; order?: readonly string[] | null; gaps?: readonly Filled[] | null; files?: readonly string[] | null
  /** How sure who answered is, 1 to 3: kept with the answer here, sent beside it. */
  certainty?: number | null
}
/** An answer as the server has it, with how often it was saved. */
export type Stored = { id: string; seq: number; savedAt?: string | null; answer?: Answer | null }

const tidy = (text: string | null | undefined) => (text ?? '').normalize('NFC').trim()

/** A question as the server has it, with how sure its learner is as a part of the answer. */
export const withCertainty = <T extends Stored & { certainty?: number | null }>(stored: T): Stored =>
  ({ ...stored, answer: stored.answer && (stored.certainty ? { ...stored.answer, certainty: stored.certainty } : stored.answer) })

/** The answer itself, or null when it says nothing. */
export function meant(answer: Answer | null | undefined): Answer | null {
  const said = plain(answer)
  return said && answer?.certainty ? { ...said, certainty: answer.certainty } : said
}

function plain(answer: Answer | null | undefined): Answer | null {
  if (!answer) return null
  const { choices, truth, text, number, unit, pairs, order, gaps, files } = answer
  if (choices?.length) return { choices: [...choices] }
  if (typeof truth === 'boolean') return { truth }
  if (tidy(text)) return { text: tidy(text) }
  if (typeof number === 'number') return tidy(unit) ? { number, unit: tidy(unit) } : { number }
  if (pairs?.length) return { pairs: pairs.map(({ stem, match }) => ({ stem, match })) }
  if (files?.length) return { files: [...files] }
  if (order?.length) return { order: [...order] }
  const filled = gaps?.map(({ gap, text: said }) => ({ gap, text: tidy(said) })).filter(({ text: said }) => said)
  return filled?.length ? { gaps: filled } : null
}

/** Whether two answers say the same; the order of picks, pairs and gaps does not matter. */
export const sameAnswer = (a: Answer | null | undefined, b: Answer | null | undefined): boolean => canonical(a) === canonical(b)

function canonical(answer: Answer | null | undefined): string {
  const said = meant(answer)
  const sorted = (list: readonly object[]) => list.map(one => JSON.stringify(one)).sort()
  if (said?.choices) return JSON.stringify([[...said.choices].sort(), said.certainty])
  if (said?.files) return JSON.stringify([{ files: [...said.files].sort() }, said.certainty])
  if (said?.pairs) return JSON.stringify([sorted(said.pairs), said.certainty])
  if (said?.gaps) return JSON.stringify([sorted(said.gaps), said.certainty])
  return JSON.stringify(said)
}

/** Words of a text, as the server counts them. */
export const wordsIn = (text: string): number => text.trim().split(/\s+/u).filter(Boolean).length

/** Kinds that are answered by typing: saved when the typing rests. */
export const isTyped = (kind: AskedQuestion['kind']): boolean => ['SHORT_ANSWER', 'NUMERIC', 'CALCULATED', 'CLOZE', 'ESSAY'].includes(kind)
