import type { CourseDetailQuery, DriftState, PlanMove } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export type ShownDrift = NonNullable<NonNullable<CourseDetailQuery['course']>['drifts']>[number]

export const stateTones: Record<DriftState, Tone> = { OPEN: 'warning', ACCEPTED: 'success', CLOSED: 'neutral' }
export const moveTones: Record<PlanMove, Tone> = { ADD: 'success', REMOVE: 'danger', RENAME: 'info', CHANGE: 'info', KEEP: 'warning', LEAVE: 'neutral' }
