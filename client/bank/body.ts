import type { QuestionKind, BankReadQuery, BankState, GapKind, NumberKeyInput, QuestionBodyInput } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export type BankQuestion = NonNullable<BankReadQuery['bankQuestion']>
export type Body = BankQuestion['version']['question']

export const kinds: readonly QuestionKind[] = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC', 'MATCHING', 'ORDERING', 'CLOZE', 'CALCULATED', 'ESSAY', 'FILE', 'HOTSPOT']
export const states: readonly BankState[] = ['DRAFT', 'REVIEWED', 'PILOT', 'LIVE', 'WATCH', 'RETIRED']
export const toneOf: Record<BankState, Tone> = { DRAFT: 'neutral', REVIEWED: 'info', PILOT: 'info', LIVE: 'success', WATCH: 'warning', RETIRED: 'neutral' }

let keys = 0
/** What a list of rows needs to keep its rows apart while they are typed in. */
export const keyed = <T extends object>(row: T): T & { key: number } => ({ ...row, key: keys++ })

/** A picture or sound as the form holds it: `url` is where it is shown from, of a file just chosen this browser's own. */
export type MediaDraft = { file: string; kind: 'PICTURE' | 'SOUND'; alternative: string; url: string }
export type ChoiceDraft = { key: number; id: string | null; text: string; right: boolean; fraction: number | null; media: MediaDraft | null; feedback: string }
export type ZoneDraft = { key: number; id: string | null; label: string; x: number | null; y: number | null; width: number | null; height: number | null; right: boolean }
export type PatternDraft = { key: number; text: string; fraction: number | null; feedback: string }
export type NumberDraft = { value: number | null; tolerance: number | null; toleranceKind: 'NOMINAL' | 'RELATIVE' | 'GEOMETRIC'; unit: string; units: { key: number; name: string; multiplier: number | null }[]; unitPenalty: number | null }
export type HintDraft = { key: number; text: string; clearWrong: boolean; showCount: boolean }
export type GapDraft = { key: number; id: string; kind: GapKind; weight: number | null; patterns: PatternDraft[]; number: NumberDraft; choices: ChoiceDraft[] }

/** What the form holds; nothing is thrown away when the kind changes. Shares are shown in percent. */
export type BodyDraft = {
  kind: QuestionKind; text: string; points: number | null; feedback: string
  scoring: 'HITS_LESS_MISSES' | 'WEIGHTED' | 'ALL_OR_NOTHING'; choices: ChoiceDraft[]; right: string | null
  patterns: PatternDraft[]; caseSensitive: boolean; number: NumberDraft
  pairs: { key: number; id: string | null; stem: string; match: string }[]; distractors: string
  items: { key: number; id: string | null; text: string }[]; orderScoring: 'PLACES' | 'PAIRS' | 'SUBSEQUENCE'
  gaps: GapDraft[]
  variables: { key: number; name: string; min: number | null; max: number | null; decimals: number | null }[]; formula: string; variants: number | null; answer: NumberDraft
  minWords: number | null; maxWords: number | null; template: string
  maxFiles: number | null; accept: string[]
  hints: HintDraft[]; byOutcome: { right: string; partly: string; wrong: string }
  picture: MediaDraft | null; zones: ZoneDraft[]; picks: number | null
}

const percent = (fraction: number | null | undefined) => (fraction == null ? null : Math.round(fraction * 10_000) / 100)
const share = (shown: number | null) => (shown ?? 0) / 100

export const blankChoice = (right = false): ChoiceDraft => keyed({ id: null, text: '', right, fraction: null, media: null, feedback: '' })
export const blankPattern = (): PatternDraft => keyed({ text: '', fraction: 100, feedback: '' })
export const blankGap = (id: string): GapDraft => keyed({ id, kind: 'TEXT' as const, weight: 1, patterns: [blankPattern()], number: numberDraft(null), choices: [blankChoice(true), blankChoice()] })

function numberDraft(number: Body['number'] | null | undefined): NumberDraft {
  return {
    value: number?.value ?? null, tolerance: number?.tolerance ?? 0, toleranceKind: number?.toleranceKind ?? 'NOMINAL', unit: number?.unit ?? '',
    units: number?.units.map(unit => keyed({ ...unit })) ?? [], unitPenalty: percent(number?.unitPenalty ?? 0.1),
  }
}
const choicesOf = (choices: readonly { id: string; text: string; right: boolean; fraction?: number | null; media?: MediaDraft | null; feedback?: string }[] | undefined): ChoiceDraft[] =>
  (choices?.length ? choices.map(choice => keyed({ id: choice.id, text: choice.text, right: choice.right, fraction: percent(choice.fraction), media: choice.media ? { ...choice.media } : null, feedback: choice.feedback ?? '' })) : [blankChoice(true), blankChoice()])
const patternsOf = (patterns: readonly { text: string; fraction: number; feedback?: string }[] | undefined): PatternDraft[] =>
  (patterns?.length ? patterns.map(one => keyed({ text: one.text, fraction: percent(one.fraction), feedback: one.feedback ?? '' })) : [blankPattern()])

/** A form for a question, or for a new one. */
export function draftOf(body: Body | undefined): BodyDraft {
  return {
    kind: body?.kind ?? 'SINGLE_CHOICE', text: body?.text ?? '', points: body?.points ?? 1, feedback: body?.feedback ?? '',
    scoring: body?.scoring ?? 'HITS_LESS_MISSES', choices: choicesOf(body?.choices), right: typeof body?.right === 'boolean' ? String(body.right) : null,
    patterns: patternsOf(body?.patterns), caseSensitive: body?.caseSensitive ?? false, number: numberDraft(body?.number),
    pairs: (body?.matching?.pairs ?? [{ id: null, stem: '', match: '' }, { id: null, stem: '', match: '' }]).map(pair => keyed({ ...pair })), distractors: body?.matching?.distractors.join('\n') ?? '',
    items: (body?.ordering?.items ?? [{ id: null, text: '' }, { id: null, text: '' }]).map(item => keyed({ ...item })), orderScoring: body?.ordering?.scoring ?? 'SUBSEQUENCE',
    gaps: body?.gaps.map(gap => keyed({ id: gap.id, kind: gap.kind, weight: gap.weight, patterns: patternsOf(gap.patterns), number: numberDraft(gap.number), choices: choicesOf(gap.choices) })) ?? [],
    variables: (body?.calculated?.variables ?? [{ name: 'a', min: 1, max: 10, decimals: 0 }]).map(one => keyed({ ...one })), formula: body?.calculated?.formula ?? '', variants: body?.calculated?.variants ?? 20, answer: numberDraft(body?.calculated?.answer),
    minWords: body?.essay?.minWords ?? null, maxWords: body?.essay?.maxWords ?? null, template: body?.essay?.template ?? '',
    maxFiles: body?.file?.maxFiles ?? 1, accept: [...(body?.file?.accept ?? ['PDF'])],
    hints: body?.hints.map(hint => keyed({ ...hint })) ?? [], byOutcome: { right: body?.outcomeFeedback?.right ?? '', partly: body?.outcomeFeedback?.partly ?? '', wrong: body?.outcomeFeedback?.wrong ?? '' },
    picture: body?.hotspot ? { file: body.hotspot.image, kind: 'PICTURE', alternative: body.hotspot.alternative, url: body.hotspot.url } : null,
    zones: body?.hotspot?.zones.map(zone => keyed({ ...zone })) ?? [], picks: body?.hotspot?.picks ?? 1,
  }
}

/** What only people judge is not tried again, and has no outcome to speak of. */
export const isHinted = (kind: QuestionKind): boolean => kind !== 'ESSAY' && kind !== 'FILE'

/** Whether an answer can be right in part: a number only where its unit is part of the answer. */
export const isEverPartly = ({ kind, number, answer }: BodyDraft): boolean =>
  kind !== 'TRUE_FALSE' && (kind !== 'NUMERIC' || number.units.length > 0) && (kind !== 'CALCULATED' || answer.units.length > 0)

const numberInput = (draft: NumberDraft): NumberKeyInput => ({
  value: draft.value, tolerance: draft.tolerance ?? 0, toleranceKind: draft.toleranceKind, unit: draft.unit.trim() || null,
  units: draft.units.filter(({ name }) => name.trim()).map(({ name, multiplier }) => ({ name, multiplier: multiplier ?? 0 })), unitPenalty: share(draft.unitPenalty),
})
const patternsInput = (patterns: readonly PatternDraft[]) => patterns.filter(({ text }) => text.trim()).map(({ text, fraction, feedback }) => ({ text, fraction: share(fraction), ...(feedback && { feedback }) }))
const choicesInput = (choices: readonly ChoiceDraft[], weighted: boolean) => choices.map(({ id, text, right, fraction, media, feedback }) =>
  ({ id, text, right, fraction: weighted ? share(fraction) : null, ...(media && { media: { file: media.file, alternative: media.alternative } }), ...(feedback && { feedback }) }))
/** Null where nothing is said. */
const outcomeInput = (draft: BodyDraft) => {
  const said = { ...draft.byOutcome, ...(isEverPartly(draft) ? {} : { partly: '' }) }
  return said.right || said.partly || said.wrong ? said : null
}

/** What is sent: of each kind only what it is made of. */
export function inputOf(draft: BodyDraft): QuestionBodyInput {
  const judged = isHinted(draft.kind) ? { hints: draft.hints.map(({ text, clearWrong, showCount }) => ({ text, clearWrong, showCount })), outcomeFeedback: outcomeInput(draft) } : {}
  const shared = { kind: draft.kind, text: draft.text, points: draft.points ?? 0, feedback: draft.feedback, ...judged }
  switch (draft.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return { ...shared, scoring: draft.scoring, choices: choicesInput(draft.choices, draft.scoring === 'WEIGHTED') }
    case 'TRUE_FALSE': return { ...shared, right: draft.right === null ? null : draft.right === 'true' }
    case 'SHORT_ANSWER': return { ...shared, patterns: patternsInput(draft.patterns), caseSensitive: draft.caseSensitive }
    case 'NUMERIC': return { ...shared, number: numberInput(draft.number) }
    case 'MATCHING': return { ...shared, matching: { pairs: draft.pairs.map(({ id, stem, match }) => ({ id, stem, match })), distractors: linesOf(draft.distractors) } }
    case 'ORDERING': return { ...shared, ordering: { items: draft.items.map(({ id, text }) => ({ id, text })), scoring: draft.orderScoring } }
    case 'CLOZE': return { ...shared, caseSensitive: draft.caseSensitive, gaps: draft.gaps.map(gap => ({
      id: gap.id, kind: gap.kind, weight: gap.weight ?? 1,
      patterns: gap.kind === 'TEXT' ? patternsInput(gap.patterns) : [], number: gap.kind === 'NUMBER' ? numberInput(gap.number) : null, choices: gap.kind === 'CHOICE' ? choicesInput(gap.choices, false) : [],
    })) }
    case 'CALCULATED': return { ...shared, calculated: {
      variables: draft.variables.map(({ name, min, max, decimals }) => ({ name, min: min ?? 0, max: max ?? 0, decimals: decimals ?? 0 })),
      formula: draft.formula, variants: draft.variants ?? 1, answer: numberInput(draft.answer),
    } }
    case 'ESSAY': return { ...shared, essay: { minWords: draft.minWords, maxWords: draft.maxWords, template: draft.template } }
    case 'FILE': return { ...shared, file: { maxFiles: draft.maxFiles ?? 1, accept: draft.accept as never } }
    case 'HOTSPOT': return { ...shared, hotspot: {
      image: draft.picture?.file ?? '', alternative: draft.picture?.alternative ?? '', picks: draft.picks ?? 1,
      zones: draft.zones.map(({ id, label, x, y, width, height, right }) => ({ id, label, x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0, right })),
    } }
  }
}

const linesOf = (text: string) => text.split('\n').map(line => line.trim()).filter(Boolean)

/** Names of gaps a text has room for: [[city]]. */
export const gapsIn = (html: string): string[] => [...new Set([...html.matchAll(/\[\[([A-Za-z0-9_-]{1,40})\]\]/g)].map(([, id]) => id!))]
