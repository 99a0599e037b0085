import type { Context } from '../../context.ts'
import type { CompletionRulesInput } from '../../graphql.ts'
import { optional, read, z } from '../../lib/input.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { makeOne, ruleChanges, rulesOf } from '../domain/rules.ts'
import { CourseModel, type CourseDoc } from '../model.ts'
import { coursePolicy } from '../policy.ts'

const share = optional(z.number().min(0).max(1))
const weight = z.number().min(0).max(1)
const shape = z.object({
  attendance: share, progress: share, quizzes: share, practicums: share, finalMark: optional(z.number().min(0).max(100)),
  weights: z.object({ attendance: weight, knowledge: weight, practice: weight }),
})

/**
 * Sets what the course asks for completion. Refuses with MARK_WEIGHTS_NOT_ONE, and with STALE when somebody else was
 * faster; the same rules again change nothing. Certificates that were issued stay as they are.
 */
export async function updateRules(ctx: Context, id: string, revision: number, input: CompletionRulesInput): Promise<CourseDoc> {
  const course = await ctx.load.course.get(id)
  authorise(coursePolicy, 'setRules', ctx.viewer, course)
  const rules = read(shape, input)
  const { attendance, knowledge, practice } = rules.weights
  if (!makeOne(rules.weights)) throw new Refusal('MARK_WEIGHTS_NOT_ONE', { sum: Math.round((attendance + knowledge + practice) * 1e4) / 100 }, 'input.weights')
  if (ruleChanges(rulesOf(course), rules).length === 0) return course
  // Courses compiled before revisions were counted have none.
  const saved = await saveIf<CourseDoc>(CourseModel, course._id, { revision: revision === 0 ? { $in: [0, null] } : revision }, { rules })
  await ctx.tell('course.edited', { course: String(course._id) })
  return ctx.load.course.fresh(saved)
}
