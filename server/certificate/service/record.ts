import type { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { isPresent, lessonTally, rulesOf, type ClassDoc, type CourseDoc, type EnrolmentDoc, type SectionDoc } from '../../course/index.ts'
import type { PersonDoc } from '../../people/index.ts'
import { practicumStandings } from '../../practicum/index.ts'
import { isReady, quizStandings, type QuizStandingDoc } from '../../quiz/index.ts'
import { completionOf, type Completion, type LearningRecord } from '../domain/completion.ts'

/** An enrolment with all that its certificate is made of. */
export type Gathered = {
  enrolment: EnrolmentDoc
  class: ClassDoc
  course: CourseDoc
  sections: SectionDoc[]
  person: PersonDoc
  record: LearningRecord
  completion: Completion
}

/**
 * Reads the record of an enrolment, through the request's loaders, so that a list of fifty asks no more often than one.
 * `judged`: how its quizzes are to be taken instead of how they stand.
 */
export async function recordOf(ctx: Context, id: Types.ObjectId | string, judged: (standing: QuizStandingDoc) => QuizStandingDoc = standing => standing): Promise<Gathered> {
  const enrolment = await ctx.load.enrolment.get(id)
  const [group, course, sections, lessons, person, quizzes, practicums] = await Promise.all([
    ctx.load.class.get(enrolment.class), ctx.load.course.get(enrolment.course), ctx.load.sectionsOfCourse.of(enrolment.course),
    ctx.load.lessonsOfCourse.of(enrolment.course), ctx.load.person.get(enrolment.person), quizStandings(ctx, enrolment), practicumStandings(ctx, enrolment),
  ])
  const record: LearningRecord = {
    mode: group.mode,
    meetings: group.meetings.map(meeting => ({ hours: meeting.hours, present: isPresent(enrolment.person, meeting) })),
    lessons: lessonTally(enrolment, lessons),
    quizzes: quizzes.filter(({ quiz }) => isReady(quiz)).map(judged)
      .map(({ quiz, passed, mark }) => ({ section: String(quiz.section), done: passed, mark, weight: quiz.weight })),
    practicums: practicums.filter(({ ready }) => ready)
      .map(({ practicum, state, mark }) => ({ section: String(practicum.section), done: state === 'GRADED', mark, weight: practicum.weight })),
  }
  return { enrolment, class: group, course, sections, person, record, completion: completionOf(record, rulesOf(course)) }
}

/** How far an enrolment is from completion. */
export const completionFor = async (ctx: Context, enrolment: EnrolmentDoc): Promise<Completion> => (await recordOf(ctx, enrolment._id)).completion
