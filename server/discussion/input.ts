import { optional, prose, z } from '../lib/input.ts'

/** Shapes of what is said. Limits are ours: a comment is a few paragraphs, a suggestion as long as its field may be. */

export const MENTIONS_MAX = 10

const mentions = z.array(z.string()).max(MENTIONS_MAX).transform(list => [...new Set(list)])
const section = z.enum(['IDENTITY', 'TEAM', 'OUTCOMES', 'COMPETENCIES', 'SUBJECTS', 'ASSESSMENTS', 'REFERENCES'])

export const saidShape = z.object({ text: prose(2000, 1), mentions })
export const reasonShape = prose(1000, 1)

export const threadShape = z.object({
  section: optional(section),
  element: optional(z.string().max(40)),
  text: prose(2000, 1),
  mentions,
  suggestion: optional(z.object({ field: z.string().max(40), from: z.string().max(5000), to: z.string().max(5000) })),
})
