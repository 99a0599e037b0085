import type { Context } from '../../context.ts'
import { weightedMark, type EnrolmentDoc } from '../../course/index.ts'
import { worthOf } from '../domain/rubric.ts'
import type { CriterionDoc, PracticumStandingDoc } from '../model.ts'
import { isReady } from './work.ts'

/** How an enrolment stands with each practicum of its course, in the curriculum's order. Batched over enrolments. */
export async function practicumStandings(ctx: Context, enrolment: EnrolmentDoc): Promise<PracticumStandingDoc[]> {
  const [practicums, submissions] = await Promise.all([ctx.load.practicumsOfCourse.of(enrolment.course), ctx.load.submissionsOfEnrolment.of(enrolment._id)])
  return practicums.map(practicum => {
    const submission = submissions.find(one => one.practicum.equals(practicum._id)) ?? null
    // A mark stands until another is given, also while the work is graded anew.
    return { practicum, enrolment, submission, state: submission?.state ?? null, mark: submission?.mark ?? null, ready: isReady(practicum) }
  })
}

/** The mark over all practicums of the course that are ready, 0 to 1; null while none is graded. */
export async function practicumMarkOf(ctx: Context, enrolment: EnrolmentDoc): Promise<number | null> {
  const standings = await practicumStandings(ctx, enrolment)
  return weightedMark(standings.filter(({ ready }) => ready).map(({ practicum, mark }) => ({ weight: practicum.weight, mark })))
}

/** A criterion's levels, each with its part of the whole mark. */
export const levelsOf = (criterion: CriterionDoc) => criterion.levels.map(level => ({ ...level, worth: worthOf(criterion, level) }))
