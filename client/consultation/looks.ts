import type { ClusterVerdict, ConsultationOutcomeQuery, ConsultationState, QuestionForm, Reaction } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export type Outcome = NonNullable<ConsultationOutcomeQuery['consultation']>
export type Results = NonNullable<Outcome['results']>
export type QuestionResult = Results['questions'][number]
export type Cluster = Outcome['clusters'][number]

export const stateTones: Record<ConsultationState, Tone> = { PLANNED: 'neutral', OPEN: 'success', CLOSED: 'info', CANCELLED: 'neutral' }
export const verdictTones: Record<ClusterVerdict, Tone> = { DONE: 'success', PARTLY: 'warning', NOT_DONE: 'neutral' }
export const reactionTones: Record<Reaction, Tone> = { HELPFUL: 'success', UNCLEAR: 'warning', NOT_NEEDED: 'neutral', MISSING: 'info' }
const scale: readonly Tone[] = ['danger', 'warning', 'info', 'success']
const choices: readonly Tone[] = ['primary', 'accent', 'info', 'success', 'neutral', 'warning', 'danger']
/** The colour of an option: a scale goes from little to much, a choice has no order. */
export const toneOf = (form: QuestionForm, index: number): Tone => (form === 'SCALE' ? scale[index]! : choices[index % choices.length]!)

/** A row of a table of counts: all together, then each unit. */
export type CountRow = { key: string; name: string; n: number | null; counts: readonly number[] | null }
export const rowsOf = ({ n, counts, units }: QuestionResult, all: string): CountRow[] => [
  { key: 'all', name: all, n: n ?? null, counts: counts ?? null },
  ...units.map(cell => ({ key: cell.unit.id, name: cell.unit.shortName, n: cell.n ?? null, counts: cell.counts ?? null })),
]

/** Ids of the readiness pulse's five questions: the same in every consultation, so that they can be compared (DOMAIN §12). */
export const readiness = ['readiness-1', 'readiness-2', 'readiness-3', 'readiness-4', 'readiness-5'] as const
