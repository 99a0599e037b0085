import { randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { PracticumInput } from '../../graphql.ts'
import { line, optional, prose, read, richText, whole, z } from '../../lib/input.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { faultsOf } from '../domain/rubric.ts'
import { PracticumModel, type PracticumDoc } from '../model.ts'
import { practicumPolicy } from '../policy.ts'

const id = optional(z.string().max(40))
const level = z.object({ id, label: line(60), description: prose(1000), points: z.number().min(0).max(100) })
const criterion = z.object({ id, title: line(200), weight: whole(1, 100), levels: z.array(level).max(8) })

const shape = z.object({
  title: line(200),
  instructions: richText(50_000),
  rubric: z.array(criterion).max(20),
  maxFiles: whole(1, 20),
  acceptedTypes: z.array(z.string().regex(/^[\w.+-]+\/([\w.+-]+|\*)$/)).max(30),
  revisionsAllowed: whole(0, 5),
})

const fresh = () => randomBytes(6).toString('base64url')

/** Changes the task and its rubric. Work already handed in keeps the rubric it was handed in under. */
export async function updatePracticum(ctx: Context, practicumId: string, revision: number, input: PracticumInput): Promise<PracticumDoc> {
  const practicum = await ctx.load.practicum.get(practicumId)
  authorise(practicumPolicy, 'edit', ctx.viewer, practicum)
  const { rubric, ...given } = read(shape, input)
  const faults = faultsOf(rubric.map(one => ({ ...one, levels: one.levels.map(each => ({ ...each, id: each.id ?? '' })) })))
  if (faults.length > 0) throw Refusal.of(faults.map(fault => ({ ...fault, field: `input.${fault.field}` })))
  const criteria = rubric.map(one => ({ ...one, id: one.id ?? fresh(), levels: one.levels.map(each => ({ ...each, id: each.id ?? fresh() })) }))
  const ids = [...criteria.map(one => one.id), ...criteria.flatMap(one => one.levels.map(each => each.id))]
  if (new Set(ids).size < ids.length) throw new Refusal('DUPLICATE_ID', {}, 'input.rubric')
  const saved = await saveIf<PracticumDoc>(PracticumModel, practicum._id, { revision }, { ...given, rubric: { criteria }, skeleton: false })
  await ctx.tell('course.edited', { course: String(saved.course) })
  return ctx.load.practicum.fresh(saved)
}
