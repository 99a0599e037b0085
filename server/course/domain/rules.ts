import { defaultRules, defaultWeights, type CompletionRules, type Weights } from './result.ts'

/** What a course asks for completion, and what its final mark is made of. */
export type CourseRules = CompletionRules & { weights: Weights }

/** Attendance 90 %, final mark 70.01, weights 20/30/50 (DOMAIN §4.6); what a course starts with. */
export const standardRules: CourseRules = { ...defaultRules, weights: defaultWeights }

/** The rules of a course; the standard ones where none were ever set. */
export const rulesOf = ({ rules }: { rules?: CourseRules | null }): CourseRules => (rules ? { ...standardRules, ...rules } : standardRules)

const names = ['attendance', 'progress', 'quizzes', 'practicums', 'finalMark'] as const
const parts = ['attendance', 'knowledge', 'practice'] as const

export type RuleChange = { rule: string; from: number | null; to: number | null }

/** The rules that differ, each with what it was and is. Shares are of 1, the final mark of 100. */
export const ruleChanges = (from: CourseRules, to: CourseRules): RuleChange[] => [
  ...names.filter(name => from[name] !== to[name]).map(name => ({ rule: name, from: from[name], to: to[name] })),
  ...parts.filter(part => from.weights[part] !== to.weights[part]).map(part => ({ rule: `weights.${part}`, from: from.weights[part], to: to.weights[part] })),
]

/** Whether weights make one whole; 0.1 + 0.2 + 0.7 do. */
export const makeOne = (weights: Weights): boolean => Math.abs(parts.reduce((sum, part) => sum + weights[part], 0) - 1) <= 1e-9
