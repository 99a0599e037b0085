import type { Adopted, AdoptedGap } from './adopt.ts'
import type { ForeignBody, ForeignChoice, ForeignGap, ForeignNumber, LossCode } from './foreign.ts'

/** Fractions that are the whole, in formats that round them. */
const RIGHT = 0.999999

type Choices = Pick<Adopted, 'kind' | 'choices' | 'scoring'> & { lost: LossCode[] }

/** One of several: one wholly right, or each by its fraction. Several: as we mark, or by fractions that add up to the whole. */
export function choicesOf({ single, choices, allOrNothing }: Extract<ForeignBody, { kind: 'CHOICE' }>): Choices {
  const whole = choices.filter(({ fraction }) => fraction > RIGHT).length
  const given = (right: (choice: ForeignChoice) => boolean, weighted: boolean) =>
    choices.map(choice => ({ text: choice.text, right: right(choice), fraction: weighted ? choice.fraction : null, feedback: choice.feedback }))
  if (single && whole > 0) {
    const plain = whole === 1 && choices.every(({ fraction }) => fraction === 0 || fraction > RIGHT)
    return { kind: 'SINGLE_CHOICE', choices: given(({ fraction }) => (plain ? fraction > RIGHT : fraction > 0), !plain), scoring: plain ? 'HITS_LESS_MISSES' : 'WEIGHTED', lost: [] }
  }
  if (allOrNothing) return { kind: 'MULTIPLE_CHOICE', choices: given(({ fraction }) => fraction > 0, false), scoring: 'ALL_OR_NOTHING', lost: [] }
  const sum = choices.reduce((total, { fraction }) => total + Math.max(0, fraction), 0)
  const weighted = !single && !hitsLessMisses(choices) && Math.abs(sum - 1) < 0.001
  const lost = single || (!weighted && !hitsLessMisses(choices)) ? ['PART_MARKS' as const] : []
  return { kind: 'MULTIPLE_CHOICE', choices: given(({ fraction }) => fraction > 0, weighted), scoring: weighted ? 'WEIGHTED' : 'HITS_LESS_MISSES', lost }
}

/** Texts with what each is worth; where none is worth the whole, or one costs, that cannot be kept. */
export function patternsOf(answers: readonly ForeignChoice[]): { patterns: Adopted['patterns']; lost: LossCode[] } {
  const unique = [...new Map([...answers].reverse().map(one => [one.text, one])).values()].reverse()
  const whole = unique.some(({ fraction }) => fraction > RIGHT)
  return {
    patterns: unique.map(({ text, fraction, feedback }) => ({ text, fraction: whole ? Math.max(0, fraction > RIGHT ? 1 : fraction) : 1, feedback })),
    lost: whole && unique.every(({ fraction }) => fraction >= 0) ? [] : ['PART_MARKS'],
  }
}

/** The number that counts most; another that earns nothing is what every other number is. */
export function numberOf(answers: readonly ForeignNumber[]): { best: ForeignNumber; lost: LossCode[] } {
  const best = answers.reduce((most, one) => (one.fraction > most.fraction ? one : most))
  return { best, lost: answers.some(one => one !== best && one.fraction > 0) ? ['SEVERAL_NUMBERS'] : [] }
}

/** A gap of ours: of several choices that earn something the best is the right one. */
export function gapOf(foreign: ForeignGap): { gap: AdoptedGap; remarks: string[]; lost: LossCode[] } {
  const { id, weight, kind } = foreign
  const bare: AdoptedGap = { id, weight, kind, patterns: [], number: null, choices: [] }
  switch (kind) {
    case 'TEXT': {
      const { patterns, lost } = patternsOf(foreign.answers)
      return { gap: { ...bare, patterns }, remarks: remarksOn(foreign.answers), lost: [...lost, ...spoken(foreign.answers)] }
    }
    case 'NUMBER': {
      const { best, lost } = numberOf(foreign.numbers)
      return { gap: { ...bare, number: { value: best.value, tolerance: best.tolerance, toleranceKind: 'NOMINAL', unit: null, units: [], unitPenalty: 0 } }, remarks: [best.feedback].filter(Boolean), lost }
    }
    case 'CHOICE': {
      const best = foreign.answers.reduce<ForeignChoice | null>((most, one) => (one.fraction > (most?.fraction ?? 0) ? one : most), null)
      const partial = foreign.answers.some(one => one !== best && one.fraction !== 0)
      return {
        gap: { ...bare, choices: foreign.answers.map(one => ({ text: one.text, right: one === best })) },
        remarks: remarksOn(foreign.answers), lost: [...(partial ? ['PART_MARKS' as const] : []), ...spoken(foreign.answers)],
      }
    }
  }
}

/** Marked as we do: every hit gives the same share of the whole, every miss takes as much away. */
function hitsLessMisses(choices: readonly ForeignChoice[]): boolean {
  const share = 1 / choices.filter(({ fraction }) => fraction > 0).length
  return choices.every(({ fraction }) => Math.abs(Math.abs(fraction) - share) < 0.001)
}
export const spoken = (choices: readonly ForeignChoice[]): LossCode[] => (choices.some(({ feedback }) => feedback !== '') ? ['ANSWER_FEEDBACK'] : [])
export const remarksOn = (choices: readonly ForeignChoice[]): string[] => choices.filter(({ feedback }) => feedback !== '').map(({ text, feedback }) => `${text}: ${feedback}`)

/** Characters said of one answer that are kept by it, with room for the markup that plain text gets. */
const SAID_MAX = 2500

/** The answers without what is too long to stand by them; and those of which that was. */
export const short = (answers: readonly ForeignChoice[]): { kept: ForeignChoice[]; long: ForeignChoice[] } => ({
  kept: answers.map(one => (one.feedback.length > SAID_MAX ? { ...one, feedback: '' } : one)), long: answers.filter(({ feedback }) => feedback.length > SAID_MAX),
})

/** A star at the end that earns nothing stands for every other answer (Moodle): what it says is said of wrong ones. */
export function otherwise(answers: readonly ForeignChoice[]): { answers: readonly ForeignChoice[]; wrong: string } {
  const last = answers.at(-1)
  const isRest = answers.length > 1 && last!.text === '*' && last!.fraction <= 0 && last!.feedback !== '' && last!.feedback.length <= SAID_MAX
  return isRest ? { answers: answers.slice(0, -1), wrong: last!.feedback } : { answers, wrong: '' }
}
