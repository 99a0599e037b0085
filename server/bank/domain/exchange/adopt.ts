import { isManual, type Calculated, type Essay, type FileAnswer, type Hint, type NumberKey, type Ordering, type OutcomeFeedback, type Question, type QuestionKind } from '../question.ts'
import { choicesOf, gapOf, numberOf, otherwise, patternsOf, remarksOn, short, spoken } from './adoptParts.ts'
import type { Foreign, LossCode } from './foreign.ts'

/** A question of ours that a foreign one becomes, before its texts are made clean. */
export type Adopted = {
  kind: Exclude<QuestionKind, 'HOTSPOT'>; text: string; points: number; feedback: string
  outcomeFeedback: OutcomeFeedback
  /** What was said of single answers and cannot stand by them, one paragraph each: in the format of the text. */
  remarks: string[]
  choices: { text: string; right: boolean; fraction: number | null; feedback: string }[]; scoring: Question['scoring']
  right: boolean | null
  patterns: { text: string; fraction: number; feedback: string }[]; caseSensitive: boolean
  number: NumberKey | null
  pairs: { stem: string; match: string }[]; distractors: string[]
  ordering: { items: string[]; scoring: Ordering['scoring'] } | null
  gaps: AdoptedGap[]; calculated: Calculated | null; essay: Essay | null; file: FileAnswer | null
  hints: Hint[]
}
export type AdoptedGap = {
  id: string; kind: 'TEXT' | 'NUMBER' | 'CHOICE'; weight: number
  patterns: { text: string; fraction: number }[]; number: NumberKey | null; choices: { text: string; right: boolean }[]
}
export type Adoption = { question: Adopted; losses: LossCode[] } | { unsupported: string }

/** Points our questions may have; what lies outside is brought in, and said. */
const POINTS = { min: 0.25, max: 100 }

/**
 * What a foreign question becomes here, and what of it cannot be kept: feedback for each answer of a gap, or longer than any may
 * be (joined into one), a second accepted number, pictures, and part marks that do not add up to the whole (hits less misses count then).
 */
export function adopt(foreign: Foreign): Adoption {
  const { body } = foreign
  if (body.kind === 'OTHER' || body.kind === 'DESCRIPTION') return { unsupported: body.kind === 'OTHER' ? body.type : body.kind }
  const points = Math.min(POINTS.max, Math.max(POINTS.min, foreign.points))
  const { lost, said, ...made } = partsOf(body)
  // What people judge is not tried again.
  const hints = isManual(made.kind) ? [] : foreign.hints
  const outcomeFeedback = both(foreign.outcomeFeedback, said)
  // Nor has it an outcome to speak of.
  const unsaid = isManual(made.kind) ? Object.values(outcomeFeedback).filter(Boolean) : []
  return {
    question: { ...nothing, text: foreign.text, feedback: foreign.feedback, outcomeFeedback, points, hints, ...made, remarks: [...made.remarks ?? [], ...unsaid] },
    losses: [...new Set([...foreign.lost, ...(points === foreign.points ? [] : ['POINTS' as const]), ...lost, ...(unsaid.length > 0 ? ['ANSWER_FEEDBACK' as const] : []), ...(foreign.hints.length > hints.length ? ['HINTS' as const] : [])])],
  }
}

/** What is said by outcome beside the answers, and what the answers themselves say of it. */
const both = (a: OutcomeFeedback, b: Partial<OutcomeFeedback> = {}): OutcomeFeedback => {
  const joined = (outcome: keyof OutcomeFeedback) => [...new Set([a[outcome], b[outcome] ?? ''])].filter(Boolean).join(' ')
  return { right: joined('right'), partly: joined('partly'), wrong: joined('wrong') }
}

const nothing: Omit<Adopted, 'kind' | 'text' | 'points' | 'feedback' | 'outcomeFeedback' | 'hints'> = {
  remarks: [], choices: [], scoring: 'HITS_LESS_MISSES', right: null, patterns: [], caseSensitive: false, number: null, pairs: [], distractors: [],
  ordering: null, gaps: [], calculated: null, essay: null, file: null,
}

type Parts = Pick<Adopted, 'kind'> & Partial<Adopted> & { lost: LossCode[]; said?: Partial<OutcomeFeedback> }

function partsOf(body: Exclude<Foreign['body'], { kind: 'OTHER' | 'DESCRIPTION' }>): Parts {
  switch (body.kind) {
    case 'CHOICE': {
      const { kept, long } = short(body.choices)
      const { lost, ...made } = choicesOf({ ...body, choices: kept })
      return { ...made, remarks: remarksOn(long), lost: [...lost, ...spoken(long)] }
    }
    case 'TRUE_FALSE': return { kind: 'TRUE_FALSE', right: body.right, said: { right: body.feedbackRight, wrong: body.feedbackWrong }, lost: [] }
    case 'SHORT_ANSWER': {
      const { answers, wrong } = otherwise(body.answers)
      const { kept, long } = short(answers)
      const { patterns, lost } = patternsOf(kept)
      return { kind: 'SHORT_ANSWER', patterns, caseSensitive: body.caseSensitive, said: { wrong }, remarks: remarksOn(long), lost: [...lost, ...spoken(long)] }
    }
    case 'NUMERIC': {
      const { best, lost } = numberOf(body.answers)
      const [own, ...units] = body.units
      const others = body.answers.filter(one => one !== best).map(({ value, ...one }) => ({ ...one, text: String(value) }))
      return {
        kind: 'NUMERIC', said: { right: best.feedback, wrong: body.feedbackWrong }, remarks: remarksOn(others), lost: [...lost, ...spoken(others)],
        number: { value: best.value, tolerance: best.tolerance, toleranceKind: body.toleranceKind ?? 'NOMINAL', unit: own?.name ?? null, units, unitPenalty: body.unitPenalty },
      }
    }
    case 'MATCHING': {
      const isPair = ({ stem }: { stem: string }) => stem.trim() !== ''
      return { kind: 'MATCHING', pairs: body.pairs.filter(isPair), distractors: body.pairs.filter(pair => !isPair(pair)).map(({ match }) => match), lost: [] }
    }
    case 'ORDERING': return { kind: 'ORDERING', ordering: { items: body.items, scoring: body.scoring ?? 'SUBSEQUENCE' }, lost: body.scoring ? [] : ['PART_MARKS'] }
    case 'CLOZE': {
      const gaps = body.gaps.map(gapOf)
      const cases = new Set(body.gaps.flatMap(gap => (gap.kind === 'TEXT' ? [gap.caseSensitive] : [])))
      return {
        kind: 'CLOZE', gaps: gaps.map(({ gap }) => gap), caseSensitive: cases.size === 1 && cases.has(true), remarks: gaps.flatMap(({ remarks }) => remarks),
        lost: [...gaps.flatMap(({ lost }) => lost), ...(cases.size > 1 ? ['CASE' as const] : [])],
      }
    }
    case 'CALCULATED': return { kind: 'CALCULATED', calculated: body.calculated, lost: [] }
    case 'ESSAY': return { kind: 'ESSAY', essay: { minWords: body.minWords, maxWords: body.maxWords, template: body.template }, lost: [] }
    case 'FILE': return { kind: 'FILE', file: body.file, lost: [] }
  }
}
