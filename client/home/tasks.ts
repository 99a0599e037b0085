import type { LearnerHomeQuery } from '../gql/operations.ts'

type Enrolment = LearnerHomeQuery['myEnrolments']['nodes'][number]

export type Task = { key: string; kind: 'returned' | 'lesson' | 'quiz' | 'practicum'; title: string; course: string; endsOn: string; to: string }

/** What an enrolment in a running class leaves to do, first what somebody waits for. Whether it may be done, the server said. */
function tasksIn({ id, state, class: group, nextLesson, quizzes, practicums }: Enrolment): Task[] {
  if (state !== 'ENROLLED' || group.status !== 'RUNNING') return []
  const about = { course: group.course.title, endsOn: group.endsOn }
  const at = `/belajar/${id}`
  const handIn = practicums.filter(({ practicum, state }) => practicum.ready && state !== 'SUBMITTED' && state !== 'GRADED')
  return [
    ...handIn.filter(({ state }) => state === 'RETURNED').map(({ practicum }): Task => ({ ...about, key: `r${id}${practicum.id}`, kind: 'returned', title: practicum.title, to: `${at}/praktikum/${practicum.id}` })),
    ...(nextLesson ? [{ ...about, key: `l${id}`, kind: 'lesson', title: nextLesson.title, to: `${at}/materi/${nextLesson.id}` } satisfies Task] : []),
    ...quizzes.filter(({ quiz, passed, canStart }) => quiz.ready && !passed && canStart)
      .map(({ quiz }): Task => ({ ...about, key: `q${id}${quiz.id}`, kind: 'quiz', title: quiz.title, to: `${at}/kuis/${quiz.id}` })),
    ...handIn.filter(({ state }) => state !== 'RETURNED').map(({ practicum }): Task => ({ ...about, key: `p${id}${practicum.id}`, kind: 'practicum', title: practicum.title, to: `${at}/praktikum/${practicum.id}` })),
  ]
}

/** What is next over all classes: returned work first, then by the day the class ends. */
export function tasksOf(enrolments: readonly Enrolment[], most: number): Task[] {
  const all = enrolments.flatMap(tasksIn)
  const urgent = (task: Task) => (task.kind === 'returned' ? 0 : 1)
  return all.sort((a, b) => urgent(a) - urgent(b) || a.endsOn.localeCompare(b.endsOn)).slice(0, most)
}
