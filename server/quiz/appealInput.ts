import { optional, prose, whole, z } from '../lib/input.ts'
import { kept } from './behaviourInput.ts'

/** Two months: after that nobody remembers. */
const DAYS_MAX = 60

/** Of a quiz's settings, beside those of edit.ts. */
export const appealSettings = { appealDays: kept(whole(0, DAYS_MAX)) }

export const groundsShape = z.object({ grounds: prose(2000, 1) })
export const decisionShape = z.object({ uphold: z.boolean(), points: optional(z.number()), reasons: prose(2000, 1) })
