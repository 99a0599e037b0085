import type { Context } from '../../context.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { GrantModel, give, holdersOf, takeBack } from '../../people/index.ts'
import { EnrolmentModel, type ClassDoc } from '../model.ts'
import { classPolicy } from '../policy.ts'

/** Who teaches one class. Default, ours. */
const INSTRUCTORS_MAX = 20

/** Lets an instructor of the agency teach the class. Twice is once; a learner of the class may not. */
export async function assignInstructor(ctx: Context, id: string, personId: string): Promise<ClassDoc> {
  const cls = await ctx.load.class.get(id)
  authorise(classPolicy, 'edit', ctx.viewer, cls)
  const person = await ctx.load.person.find(personId)
  if (!person) throw new Refusal('NOT_FOUND', {}, 'person')
  const instructor = person.active && (await GrantModel.exists({ person: person._id, role: 'INSTRUCTOR', kind: 'AGENCY' }))
  if (!instructor) throw new Refusal('NOT_AN_INSTRUCTOR', { name: person.name }, 'person')
  if (await EnrolmentModel.exists({ class: cls._id, person: person._id, state: { $ne: 'WITHDRAWN' } })) {
    throw new Refusal('ALREADY_ENROLLED', { name: person.name }, 'person')
  }
  const teaching = await holdersOf(cls._id, ['INSTRUCTOR'])
  if (teaching.length >= INSTRUCTORS_MAX) throw new Refusal('OUT_OF_RANGE', { max: INSTRUCTORS_MAX }, 'person')
  await give(person._id, 'INSTRUCTOR', 'CLASS', cls._id)
  ctx.load.instructorsOfClass.forget()
  return cls
}

/** Takes the class from an instructor; taking what they do not have changes nothing. */
export async function unassignInstructor(ctx: Context, id: string, personId: string): Promise<ClassDoc> {
  const cls = await ctx.load.class.get(id)
  authorise(classPolicy, 'edit', ctx.viewer, cls)
  const person = await ctx.load.person.find(personId)
  if (person) await takeBack({ person: person._id, role: 'INSTRUCTOR', kind: 'CLASS', scope: cls._id })
  ctx.load.instructorsOfClass.forget()
  return cls
}
