import type { QuestionKind } from '../../../bank/index.ts'
import type { Foreign, ForeignBody, ForeignChoice } from './foreign.ts'

/** A question of ours that a foreign one becomes, before its texts are made clean. */
export type Adopted = {
  kind: Exclude<QuestionKind, 'HOTSPOT'>; text: string; points: number; feedback: string
  /** What was said of single answers, one paragraph each: in the format of the text. */
  remarks: string[]
  choices: { text: string; right: boolean; fraction: number | null }[]; scoring: 'HITS_LESS_MISSES' | 'WEIGHTED'
  right: boolean | null
  patterns: { text: string; fraction: number }[]; caseSensitive: boolean
  number: { value: number; tolerance: number; unit: string | null } | null
  pairs: { stem: string; match: string }[]; distractors: string[]
}
export type LossCode = 'PART_MARKS' | 'ANSWER_FEEDBACK' | 'CASE' | 'SEVERAL_NUMBERS' | 'FILES' | 'POINTS'
export type Adoption = { question: Adopted; losses: LossCode[] } | { unsupported: string }

/** Points our questions may have; what lies outside is brought in, and said. */
const POINTS = { min: 0.25, max: 100 }
const RIGHT = 0.999999

/**
 * What a foreign question becomes here, and what of it cannot be kept: feedback for each answer (joined into one), a second
 * accepted number, pictures, and part marks that do not add up to the whole (hits less misses count then).
 */
export function adopt(foreign: Foreign): Adoption {
  const { body } = foreign
  const common = { ...nothing, text: foreign.text, feedback: foreign.feedback, points: Math.min(POINTS.max, Math.max(POINTS.min, foreign.points)) }
  const losses: LossCode[] = [...(foreign.files ? ['FILES' as const] : []), ...(common.points === foreign.points ? [] : ['POINTS' as const])]
  switch (body.kind) {
    case 'CHOICE': {
      const { lost, ...made } = choicesOf(body)
      return { question: { ...common, ...made, remarks: remarksOn(body.choices) }, losses: [...losses, ...lost, ...spoken(body.choices)] }
    }
    case 'TRUE_FALSE': {
      const remarks = [body.feedbackRight, body.feedbackWrong].filter(Boolean)
      return { question: { ...common, kind: 'TRUE_FALSE', right: body.right, remarks }, losses: [...losses, ...(remarks.length > 1 ? ['ANSWER_FEEDBACK' as const] : [])] }
    }
    case 'SHORT_ANSWER': {
      const { patterns, lost } = patternsOf(body.answers)
      return { question: { ...common, kind: 'SHORT_ANSWER', patterns, caseSensitive: body.caseSensitive, remarks: remarksOn(body.answers) }, losses: [...losses, ...lost, ...spoken(body.answers)] }
    }
    case 'NUMERIC': {
      const best = body.answers.reduce((most, one) => (one.fraction > most.fraction ? one : most))
      // Another number that earns nothing is what every other number is.
      const several = body.answers.some(one => one !== best && one.fraction > 0)
      return {
        question: { ...common, kind: 'NUMERIC', number: { value: best.value, tolerance: best.tolerance, unit: body.units[0] ?? null }, remarks: [best.feedback].filter(Boolean) },
        losses: [...losses, ...(several ? ['SEVERAL_NUMBERS' as const] : [])],
      }
    }
    case 'MATCHING': {
      const isPair = ({ stem }: { stem: string }) => stem.trim() !== ''
      return { question: { ...common, kind: 'MATCHING', pairs: body.pairs.filter(isPair), distractors: body.pairs.filter(pair => !isPair(pair)).map(({ match }) => match) }, losses }
    }
    case 'ESSAY': return { question: { ...common, kind: 'ESSAY' }, losses }
    default: return { unsupported: body.kind === 'OTHER' ? body.type : body.kind }
  }
}

const nothing = {
  remarks: [] as string[], choices: [] as Adopted['choices'], scoring: 'HITS_LESS_MISSES' as const, right: null, patterns: [] as Adopted['patterns'], caseSensitive: false,
  number: null, pairs: [] as Adopted['pairs'], distractors: [] as string[],
}

type Choices = Pick<Adopted, 'kind' | 'choices' | 'scoring'> & { lost: LossCode[] }

/** One of several: one wholly right, or each by its fraction. Several: as we mark, or by fractions that add up to the whole. */
function choicesOf({ single, choices }: Extract<ForeignBody, { kind: 'CHOICE' }>): Choices {
  const whole = choices.filter(({ fraction }) => fraction > RIGHT).length
  const given = (right: (choice: ForeignChoice) => boolean, weighted: boolean) =>
    choices.map(choice => ({ text: choice.text, right: right(choice), fraction: weighted ? choice.fraction : null }))
  if (single && whole > 0) {
    const plain = whole === 1 && choices.every(({ fraction }) => fraction === 0 || fraction > RIGHT)
    return { kind: 'SINGLE_CHOICE', choices: given(({ fraction }) => (plain ? fraction > RIGHT : fraction > 0), !plain), scoring: plain ? 'HITS_LESS_MISSES' : 'WEIGHTED', lost: [] }
  }
  const sum = choices.reduce((total, { fraction }) => total + Math.max(0, fraction), 0)
  const weighted = !single && !hitsLessMisses(choices) && Math.abs(sum - 1) < 0.001
  const lost = single || (!weighted && !hitsLessMisses(choices)) ? ['PART_MARKS' as const] : []
  return { kind: 'MULTIPLE_CHOICE', choices: given(({ fraction }) => fraction > 0, weighted), scoring: weighted ? 'WEIGHTED' : 'HITS_LESS_MISSES', lost }
}

/** Texts with what each is worth; where none is worth the whole, or one costs, that cannot be kept. */
function patternsOf(answers: readonly ForeignChoice[]): { patterns: Adopted['patterns']; lost: LossCode[] } {
  const unique = [...new Map([...answers].reverse().map(one => [one.text, one])).values()].reverse()
  const whole = unique.some(({ fraction }) => fraction > RIGHT)
  return {
    patterns: unique.map(({ text, fraction }) => ({ text, fraction: whole ? Math.max(0, fraction > RIGHT ? 1 : fraction) : 1 })),
    lost: whole && unique.every(({ fraction }) => fraction >= 0) ? [] : ['PART_MARKS'],
  }
}

/** Marked as we do: every hit gives the same share of the whole, every miss takes as much away. */
function hitsLessMisses(choices: readonly ForeignChoice[]): boolean {
  const share = 1 / choices.filter(({ fraction }) => fraction > 0).length
  return choices.every(({ fraction }) => Math.abs(Math.abs(fraction) - share) < 0.001)
}
const spoken = (choices: readonly ForeignChoice[]): LossCode[] => (choices.some(({ feedback }) => feedback !== '') ? ['ANSWER_FEEDBACK'] : [])
const remarksOn = (choices: readonly ForeignChoice[]): string[] => choices.filter(({ feedback }) => feedback !== '').map(({ text, feedback }) => `${text}: ${feedback}`)
