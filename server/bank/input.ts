import { randomBytes } from 'node:crypto'
import type { QuestionBodyInput } from '../graphql.ts'
import { line, optional, prose, read, richText, whole, z } from '../lib/input.ts'
import { Refusal, type Fault } from '../lib/refusal.ts'
import { faultsOf } from './domain/faults.ts'
import { isEverPartly } from './domain/feedback.ts'
import { mediaOf, onlyKnown, textsOf, withTexts } from './domain/media.ts'
import { bareQuestion, isManual, questionKinds, type ChoiceMedia, type MediaKind, type OutcomeFeedback, type Question } from './domain/question.ts'

/** Shapes of what authors write. Limits are ours, generous. */
const number = z.number().min(-1e12).max(1e12)
const fraction = z.number().min(-1).max(1)
/** Counted before any is looked at: a million faulty ones are one fault. */
const most = <T extends z.ZodType>(shape: T, max: number) => z.array(z.unknown()).max(max).pipe(z.array(shape))
const orNone = <T extends z.ZodType>(shape: T, max: number) => z.preprocess(value => value ?? [], most(shape, max))
const given = optional(z.string().max(40))

const media = z.object({ file: z.string().max(40), alternative: line(500, 0) })
/** Characters said of one answer, and of all answers of a question: a quiz holds many. */
const SAID_MAX = 3000
const SAID_IN_ALL = 20_000
const said = z.preprocess(value => value ?? '', richText(SAID_MAX, 0, { media: true }))
const choice = z.object({ id: given, text: line(500), right: z.boolean(), fraction: optional(fraction), media: optional(media), feedback: said })
const pattern = z.object({ text: line(200), fraction: z.number().min(0).max(1), feedback: said })
const unit = z.object({ name: line(30), multiplier: number })
const numberKey = z.object({
  value: optional(number), tolerance: z.number().min(0).max(1e12), toleranceKind: z.enum(['NOMINAL', 'RELATIVE', 'GEOMETRIC']),
  unit: optional(line(30)), units: most(unit, 10), unitPenalty: z.number().min(0).max(1),
}).transform(({ value, ...rest }) => ({ ...rest, value: value ?? Number.NaN }))
const gap = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), kind: z.enum(['TEXT', 'NUMBER', 'CHOICE']), weight: z.number().min(0).max(100),
  patterns: orNone(pattern, 20), number: optional(numberKey), choices: orNone(choice, 10),
})
const percent = z.number().min(0).max(100)
const zone = z.object({ id: given, label: line(200), x: percent, y: percent, width: percent, height: percent, right: z.boolean() })
const variable = z.object({ name: z.string().regex(/^[A-Za-z]\w{0,20}$/), min: number, max: number, decimals: whole(0, 6) })
/** Tries after the first (default, ours). */
const HINTS_MAX = 10
const hint = z.object({ text: richText(2000, 1), clearWrong: z.boolean(), showCount: z.boolean() })

const body = z.object({
  kind: z.enum(questionKinds),
  text: richText(20_000, 1, { media: true }),
  points: z.number().min(0.25).max(100),
  feedback: richText(10_000, 0, { media: true }),
  choices: orNone(choice, 20),
  scoring: z.preprocess(value => value ?? 'HITS_LESS_MISSES', z.enum(['HITS_LESS_MISSES', 'WEIGHTED', 'ALL_OR_NOTHING'])),
  right: optional(z.boolean()),
  patterns: orNone(pattern, 20),
  caseSensitive: z.preprocess(value => value ?? false, z.boolean()),
  number: optional(numberKey),
  matching: optional(z.object({ pairs: most(z.object({ id: given, stem: line(300), match: line(300) }), 20), distractors: most(line(300), 20) })),
  ordering: optional(z.object({ items: most(z.object({ id: given, text: line(300) }), 20), scoring: z.enum(['PLACES', 'PAIRS', 'SUBSEQUENCE']) })),
  gaps: orNone(gap, 30),
  calculated: optional(z.object({ variables: most(variable, 10), formula: line(500), answer: numberKey, variants: whole(1, 1000) })),
  essay: optional(z.object({ minWords: optional(whole(1, 10_000)), maxWords: optional(whole(1, 10_000)), template: prose(10_000) })),
  file: optional(z.object({ maxFiles: whole(1, 10), accept: z.array(z.enum(['PDF', 'DOCUMENT', 'SHEET', 'SLIDES', 'IMAGE', 'ARCHIVE'])).max(6) })),
  hints: orNone(hint, HINTS_MAX),
  outcomeFeedback: optional(z.object({ right: said, partly: said, wrong: said })),
  hotspot: optional(z.object({ image: z.string().max(40), alternative: line(1000, 0), zones: z.array(zone).max(20), picks: whole(1, 20) })),
})

export const filing = z.object({
  category: z.string().transform(path => path.split('/').map(part => part.trim().replace(/\s+/g, ' ')).filter(Boolean).join('/')).pipe(z.string().max(200)),
  tags: z.array(line(40)).max(20).transform(tags => [...new Set(tags)]),
  outcome: line(600, 0), level: optional(z.enum(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'])), intendedFacility: optional(z.number().min(0).max(1)), licence: line(100, 0),
})
export const commentShape = prose(2000, 1)
export const reasonShape = optional(prose(1000))

/** Random, not counted up: an id that tells the order of writing would tell which choice was written first. */
const newId = () => randomBytes(8).toString('hex')

/**
 * The question as it is to be stored: parts its kind has no use for are dropped, what stays keeps the ids it had. Refuses
 * with every fault at once, each under `prefix`. Pictures and sounds other than those `known` are left out: an author's
 * are made known by `knownMedia`, and without that none but what the question had before.
 */
export function readBody(input: QuestionBodyInput, id: string, before?: Question, prefix = 'input.question', known: ReadonlyMap<string, MediaKind> = before ? mediaOf(before) : new Map()): Question {
  const said = withKnown(read(body, input, prefix), known)
  const ids = idsOf(before)
  const named = <T extends { id: string | null }>(things: readonly T[]) => things.map(thing => ({ ...thing, id: thing.id !== null && ids.has(thing.id) ? thing.id : newId() }))
  const { kind, text, points, feedback, hints } = said
  // What only people judge is not tried again.
  const hinted = hints.length > 0 && !isManual(kind) ? { hints } : {}
  const made: Question = { ...bareQuestion(id, kind, text), points, feedback, ...partsOf(said, named), ...hinted }
  const draft: Question = { ...made, ...byOutcome(made, said.outcomeFeedback) }
  const length = textsOf({ ...draft, text: '', feedback: '' }).reduce((sum, { html }) => sum + html.length, 0)
  if (length > SAID_IN_ALL) throw new Refusal('TOO_LONG', { max: SAID_IN_ALL }, `${prefix}.feedback`)
  const faults = faultsOf(draft).map(({ code, field }): Fault => ({ code: code as Fault['code'], field: `${prefix}.${field}` }))
  if (faults.length > 0) throw Refusal.of(faults)
  return draft
}

type Read = z.output<typeof body>
type Said = Omit<Read, 'choices'> & { choices: (Omit<Read['choices'][number], 'media'> & { media?: ChoiceMedia })[] }
type Named = <T extends { id: string | null }>(things: readonly T[]) => (Omit<T, 'id'> & { id: string })[]

/** With the pictures and sounds that are known, each as what it is. */
function withKnown(said: Read, known: ReadonlyMap<string, MediaKind>): Said {
  const choices = said.choices.map(({ media: shown, ...choice }) => {
    const kind = shown && known.get(shown.file)
    return { ...choice, ...(kind && { media: { file: shown.file, kind, alternative: shown.alternative } }) }
  })
  const hotspot = said.hotspot && { ...said.hotspot, image: known.get(said.hotspot.image) === 'PICTURE' ? said.hotspot.image : '' }
  return withTexts({ ...said, choices, hotspot }, html => onlyKnown(html, known))
}

/** Nothing where nothing is said, nor of what people judge. */
function byOutcome(question: Question, said: OutcomeFeedback | null): Pick<Question, 'outcomeFeedback'> {
  if (!said || isManual(question.kind)) return {}
  const told = { right: said.right, partly: isEverPartly(question) ? said.partly : '', wrong: said.wrong }
  return told.right || told.partly || told.wrong ? { outcomeFeedback: told } : {}
}

/** What is said of an answer is absent where it is nothing. */
const spoken = <T extends { feedback: string }>({ feedback, ...one }: T): Omit<T, 'feedback'> & { feedback?: string } => ({ ...one, ...(feedback && { feedback }) })

function partsOf(said: Said, named: Named): Partial<Question> {
  switch (said.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return { scoring: said.scoring, choices: named(said.choices.map(spoken)).map(weighed(said.scoring === 'WEIGHTED')) }
    case 'TRUE_FALSE': return { right: said.right }
    case 'SHORT_ANSWER': return { patterns: said.patterns.map(spoken), caseSensitive: said.caseSensitive }
    case 'NUMERIC': return { number: said.number }
    case 'MATCHING': return { matching: said.matching && { ...said.matching, pairs: named(said.matching.pairs) } }
    case 'ORDERING': return { ordering: said.ordering && { ...said.ordering, items: named(said.ordering.items) } }
    case 'CLOZE': return { caseSensitive: said.caseSensitive, gaps: said.gaps.map(one => ({ ...one, patterns: one.patterns.map(({ text, fraction: gives }) => ({ text, fraction: gives })), choices: named(one.choices).map(({ id, text, right }) => ({ id, text, right })) })) }
    case 'CALCULATED': return { calculated: said.calculated && { ...said.calculated, answer: { ...said.calculated.answer, value: 0 } } }
    case 'ESSAY': return { essay: said.essay ?? { minWords: null, maxWords: null, template: '' } }
    case 'FILE': return { file: said.file }
    case 'HOTSPOT': return { hotspot: said.hotspot && { ...said.hotspot, zones: named(said.hotspot.zones) } }
  }
}

/** Where fractions count, what is right follows from them; where they do not, there are none. */
const weighed = (byFraction: boolean) => <T extends { right: boolean; fraction: number | null }>(one: T): T =>
  (byFraction ? { ...one, fraction: one.fraction ?? 0, right: (one.fraction ?? 0) > 0 } : { ...one, fraction: null })

function idsOf(question: Question | undefined): Set<string> {
  if (!question) return new Set()
  const { choices, matching, ordering, gaps, hotspot } = question
  return new Set([...choices, ...(matching?.pairs ?? []), ...(ordering?.items ?? []), ...(hotspot?.zones ?? []), ...gaps.flatMap(one => one.choices)].map(({ id }) => id))
}
