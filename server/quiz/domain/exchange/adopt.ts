import type { QuestionKind } from '../answer.ts'
import type { Foreign, ForeignChoice } from './foreign.ts'

/** A question of ours that a foreign one becomes, before its texts are made clean. */
export type Adopted = {
  kind: QuestionKind; text: string; points: number; feedback: string
  /** What was said of single answers, one paragraph each: in the format of the text. */
  remarks: string[]
  choices: { text: string; right: boolean }[]; right: boolean | null; accepted: string[]; value: number | null; tolerance: number | null; unit: string | null
}
export type LossCode = 'PART_MARKS' | 'ANSWER_FEEDBACK' | 'CASE' | 'SEVERAL_NUMBERS' | 'FILES' | 'POINTS'
export type Adoption = { question: Adopted; losses: LossCode[] } | { unsupported: string }

/** Points our questions may have; what lies outside is brought in, and said. */
const POINTS = { min: 0.25, max: 100 }
const RIGHT = 0.999999

/**
 * What a foreign question becomes here, and what of it cannot be kept: part marks of choices (ours are marked by hits and
 * misses), feedback for each answer (joined into one), capitals, a second accepted number, pictures.
 */
export function adopt(foreign: Foreign): Adoption {
  const { body } = foreign
  const common = { ...nothing, text: foreign.text, feedback: foreign.feedback, points: Math.min(POINTS.max, Math.max(POINTS.min, foreign.points)) }
  const losses: LossCode[] = [...(foreign.files ? ['FILES' as const] : []), ...(common.points === foreign.points ? [] : ['POINTS' as const])]
  switch (body.kind) {
    case 'CHOICE': {
      const right = body.choices.filter(({ fraction }) => fraction > 0)
      const single = body.single && right.filter(({ fraction }) => fraction > RIGHT).length === 1
      const isRight = ({ fraction }: ForeignChoice) => (single ? fraction > RIGHT : fraction > 0)
      const parts = single ? body.choices.some(({ fraction }) => fraction !== 0 && fraction <= RIGHT) : !hitsLessMisses(body.choices)
      return {
        question: { ...common, kind: single ? 'SINGLE_CHOICE' : 'MULTIPLE_CHOICE', choices: body.choices.map(choice => ({ text: choice.text, right: isRight(choice) })), remarks: remarksOn(body.choices) },
        losses: [...losses, ...(parts ? ['PART_MARKS' as const] : []), ...spoken(body.choices)],
      }
    }
    case 'TRUE_FALSE': {
      const remarks = [body.feedbackRight, body.feedbackWrong].filter(Boolean)
      return { question: { ...common, kind: 'TRUE_FALSE', right: body.right, remarks }, losses: [...losses, ...(remarks.length > 1 ? ['ANSWER_FEEDBACK' as const] : [])] }
    }
    case 'SHORT_ANSWER': {
      const whole = body.answers.filter(({ fraction }) => fraction > RIGHT)
      return {
        question: { ...common, kind: 'SHORT_ANSWER', accepted: [...new Set((whole.length ? whole : body.answers).map(({ text }) => text))], remarks: remarksOn(body.answers) },
        losses: [...losses, ...(whole.length === body.answers.length ? [] : ['PART_MARKS' as const]), ...(body.caseSensitive ? ['CASE' as const] : []), ...spoken(body.answers)],
      }
    }
    case 'NUMERIC': {
      const best = body.answers.reduce((most, one) => (one.fraction > most.fraction ? one : most))
      return {
        question: { ...common, kind: 'NUMERIC', value: best.value, tolerance: best.tolerance, unit: body.units[0] ?? null, remarks: [best.feedback].filter(Boolean) },
        losses: [...losses, ...(body.answers.length > 1 ? ['SEVERAL_NUMBERS' as const] : [])],
      }
    }
    default: return { unsupported: body.kind === 'OTHER' ? body.type : body.kind }
  }
}

const nothing = { remarks: [] as string[], choices: [] as Adopted['choices'], right: null, accepted: [] as string[], value: null, tolerance: null, unit: null }
/** Marked as we do: every hit gives the same share of the whole, every miss takes as much away. */
function hitsLessMisses(choices: readonly ForeignChoice[]): boolean {
  const share = 1 / choices.filter(({ fraction }) => fraction > 0).length
  return choices.every(({ fraction }) => Math.abs(Math.abs(fraction) - share) < 0.001)
}
const spoken = (choices: readonly ForeignChoice[]): LossCode[] => (choices.some(({ feedback }) => feedback !== '') ? ['ANSWER_FEEDBACK'] : [])
const remarksOn = (choices: readonly ForeignChoice[]): string[] => choices.filter(({ feedback }) => feedback !== '').map(({ text, feedback }) => `${text}: ${feedback}`)
