import {
  standardRules, finalMark, isComplete, qualificationOf, requirementsOf, weightedMark, weightsOver, type CourseRules, type Qualification, type Requirement,
} from '../../course/index.ts'

/** How an enrolment stands with one quiz or practicum that counts. Marks and weights: 0 to 1, and percent. */
export type AssessmentStanding = { section: string; done: boolean; mark: number | null; weight: number }

/** All that completion is judged by. */
export type LearningRecord = {
  mode: 'CLASSROOM' | 'ONLINE' | 'BLENDED'
  /** JP of each meeting, and whether this person was there. */
  meetings: readonly { hours: number; present: boolean }[]
  lessons: { required: number; done: number }
  quizzes: readonly AssessmentStanding[]
  practicums: readonly AssessmentStanding[]
}

export type Completion = {
  complete: boolean
  requirements: Requirement[]
  /** 0 to 100, two decimals; null while something that weighs has no mark. */
  finalMark: number | null
  qualification: Qualification | null
}

/** JP attended of JP held. A class that meets must have met: without a meeting, only an online class is excused (D). */
function attendance({ mode, meetings }: LearningRecord) {
  const of = meetings.reduce((sum, meeting) => sum + meeting.hours, 0)
  if (of === 0) return mode === 'ONLINE' ? { done: 0, of: 0 } : { done: 0, of: 1 }
  return { done: meetings.reduce((sum, meeting) => sum + (meeting.present ? meeting.hours : 0), 0), of }
}

const tally = (standings: readonly AssessmentStanding[]) => ({ done: standings.filter(({ done }) => done).length, of: standings.length })

/**
 * Whether the record completes the course, by which requirements, with which mark (DOMAIN §4.6; rules and weights are
 * the course's own). A course without quizzes, practicums or meetings weighs what it has. One that has none of the
 * three has no mark: completing its lessons is all.
 */
export function completionOf(record: LearningRecord, rules: CourseRules = standardRules): Completion {
  const attended = attendance(record)
  const has = { attendance: attended.of > 0, knowledge: record.quizzes.length > 0, practice: record.practicums.length > 0 }
  const judged = has.attendance || has.knowledge || has.practice
  const mark = judged
    ? finalMark({
        attendance: has.attendance ? attended.done / attended.of : null,
        knowledge: weightedMark(record.quizzes),
        practice: weightedMark(record.practicums),
      }, weightsOver(has, rules.weights))
    : null
  const requirements = requirementsOf({
    attendance: attended,
    progress: { done: record.lessons.done, of: record.lessons.required },
    quizzes: tally(record.quizzes),
    practicums: tally(record.practicums),
    finalMark: mark,
  }, judged ? rules : { ...rules, finalMark: null })
  return { complete: isComplete(requirements), requirements, finalMark: mark, qualification: mark === null ? null : qualificationOf(mark) }
}

/** A subject's mark, 0 to 100: the mean of its quizzes and practicums that have one; null when none has. */
export function subjectMark(section: string, record: LearningRecord): number | null {
  const marks = [...record.quizzes, ...record.practicums].filter(standing => standing.section === section).flatMap(({ mark }) => (mark === null ? [] : [mark]))
  return marks.length === 0 ? null : (marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 100
}
