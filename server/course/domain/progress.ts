/** What was done of a course, and what is next. Ids compare by their text, so that stored ones fit as they are. */
type Id = { toString(): string }
export type LessonToDo = { _id: Id; required: boolean }
export type Learnt = { done: readonly Id[]; lastLesson: Id | null }

const idsOf = (ids: readonly Id[]) => new Set(ids.map(String))

/** How many of the required lessons are done. Lessons that were taken out since do not count. */
export function lessonTally({ done }: Pick<Learnt, 'done'>, lessons: readonly LessonToDo[]): { required: number; done: number } {
  const finished = idsOf(done)
  const required = lessons.filter(lesson => lesson.required)
  return { required: required.length, done: required.filter(({ _id }) => finished.has(String(_id))).length }
}

/** Share of the required lessons that are done, 0 to 1; 1 when none is required (D). */
export function progressOf(record: Pick<Learnt, 'done'>, lessons: readonly LessonToDo[]): number {
  const { required, done } = lessonTally(record, lessons)
  return required === 0 ? 1 : done / required
}

/**
 * The lesson to go on with, of lessons in the course's order: the one last opened if it is not done, else the first
 * after it that is required and not done, else the first of the whole course. Null when every required one is done.
 */
export function nextOf<Lesson extends LessonToDo>({ done, lastLesson }: Learnt, lessons: readonly Lesson[]): Lesson | null {
  const finished = idsOf(done)
  const open = (lesson: Lesson) => lesson.required && !finished.has(String(lesson._id))
  const at = lastLesson ? lessons.findIndex(({ _id }) => String(_id) === String(lastLesson)) : -1
  return lessons.slice(Math.max(at, 0)).find(open) ?? lessons.find(open) ?? null
}
