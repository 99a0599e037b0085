import type { ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import { ClassModel, type ClassDoc } from '../../course/index.ts'
import { notify } from '../../notice/index.ts'
import { agencyHolders, GrantModel, type GrantDoc } from '../../people/index.ts'
import type { AppealDoc } from '../appealModel.ts'

/** Classes of one course whose instructors are told; the newest. */
const CLASSES_MAX = 200
const TEACHERS_MAX = 200

/** Tells who teaches the course and may judge it; where there is nobody, the agency's officers. */
export async function tellJudges(ctx: Context, appeal: AppealDoc, session: ClientSession): Promise<void> {
  const barred = new Set(appeal.barred.map(String))
  const independent = (people: readonly unknown[]) => people.map(String).filter(one => !barred.has(one))
  const teachers = independent(await teachersOf(appeal))
  const to = teachers.length > 0 ? teachers : independent(await agencyHolders(['CURRICULUM_OFFICER']))
  const quiz = await ctx.load.quiz.get(appeal.quiz)
  await notify(ctx, { to, kind: 'APPEAL_FILED', facts: { quiz: quiz.title }, link: `/keberatan/${String(appeal._id)}`, key: `appeal:${String(appeal._id)}:filed`, session })
}

async function teachersOf({ course }: AppealDoc): Promise<unknown[]> {
  const classes = await ClassModel.find({ course }).sort({ _id: -1 }).limit(CLASSES_MAX).select('_id').lean<Pick<ClassDoc, '_id'>[]>()
  const grants = await GrantModel.find({ scope: { $in: classes.map(({ _id }) => _id) }, role: 'INSTRUCTOR' }).limit(TEACHERS_MAX).lean<GrantDoc[]>()
  return grants.map(({ person }) => person)
}

/** Tells the learner what became of it. */
export async function tellLearner(ctx: Context, appeal: AppealDoc, session: ClientSession): Promise<void> {
  const quiz = await ctx.load.quiz.get(appeal.quiz)
  await notify(ctx, {
    to: [appeal.person], kind: appeal.state === 'UPHELD' ? 'APPEAL_UPHELD' : 'APPEAL_DISMISSED', facts: { quiz: quiz.title },
    link: `/kuis/${String(appeal.attempt)}`, key: `appeal:${String(appeal._id)}:decided`, session,
  })
}
