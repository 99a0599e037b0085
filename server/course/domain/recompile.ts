import type { ActivityContent, Content, HoursContent, SubjectContent } from '../../curriculum/index.ts'

/**
 * From a version's content, and what the course of an earlier version became, to the sections and lessons of its course.
 * What instructors changed or added is taken over as it is; the rest is what the new version says.
 */
export type LessonText = {
  title: string
  kind: 'TEXT' | 'VIDEO' | 'AUDIO' | 'PDF' | 'LINK' | 'FILE'
  body: string
  url: string | null
  file: unknown
  minutes: number
  required: boolean
}
/** `activity`: whose skeleton it began as; null for one that an instructor added. `touched`: not what was compiled. */
export type OldLesson = LessonText & { activity: string | null; touched: boolean }
export type OldSection = { subject: SubjectContent; lessons: readonly OldLesson[] }
/** `dropped`: activities whose lessons instructors took out. */
export type OldCourse = { title: string; sections: readonly OldSection[]; dropped: ReadonlySet<string> }
export type NewLesson = LessonText & { activity: string | null; from: 'INSTRUCTOR' | 'VERSION' }
export type NewSection = { subject: SubjectContent; lessons: NewLesson[] }

export type PlanPart = 'COURSE' | 'SECTION' | 'HOURS' | 'LESSON' | 'QUIZ' | 'BLUEPRINT' | 'PRACTICUM' | 'RUBRIC' | 'WEIGHT'
/** KEEP: the version says otherwise, but instructors changed it. LEAVE: their work stays in the earlier course alone. */
export type PlanMove = 'ADD' | 'REMOVE' | 'RENAME' | 'CHANGE' | 'KEEP' | 'LEAVE'
export type PlanRow = { part: PlanPart; move: PlanMove; element: string; label: string; from: string | null; to: string | null }

/** What an activity's lesson starts with. */
export type Skeleton = (activity: ActivityContent) => LessonText

/** The sections of a version's course, and what of them is not as before; without an earlier course everything is added. */
export function sectionsOf(content: Content, old: OldCourse | null, skeleton: Skeleton): { sections: NewSection[]; rows: PlanRow[] } {
  const before = new Map((old?.sections ?? []).map(section => [section.subject.id, section]))
  const made = content.subjects.map(subject => sectionOf(subject, before.get(subject.id), old?.dropped ?? new Set(), skeleton))
  const kept = new Set(content.subjects.map(({ id }) => id))
  const gone = (old?.sections ?? []).filter(({ subject }) => !kept.has(subject.id))
  const named = old && old.title !== content.title ? [row('COURSE', 'RENAME', 'title', content.title, old.title, content.title)] : []
  return { sections: made.map(({ section }) => section), rows: [...named, ...made.flatMap(({ rows }) => rows), ...gone.flatMap(removed)] }
}

function sectionOf(subject: SubjectContent, old: OldSection | undefined, dropped: ReadonlySet<string>, skeleton: Skeleton) {
  const { id, title } = subject
  const rows: PlanRow[] = []
  if (!old) rows.push(row('SECTION', 'ADD', id, title, null, title))
  else {
    if (old.subject.title !== title) rows.push(row('SECTION', 'RENAME', id, title, old.subject.title, title))
    if (hoursText(old.subject.hours) !== hoursText(subject.hours)) rows.push(row('HOURS', 'CHANGE', id, title, hoursText(old.subject.hours), hoursText(subject.hours)))
  }
  const activities = subject.activities ?? []
  const current = new Map(activities.map(activity => [activity.id, activity]))
  const earlier = new Map((old?.subject.activities ?? []).map(activity => [activity.id, activity]))
  const byActivity = new Map<string, OldLesson>()
  // What follows no activity of the new version stays behind the one it followed.
  const after = new Map<string | null, NewLesson[]>()
  let anchor: string | null = null
  for (const lesson of old?.lessons ?? []) {
    const lives = lesson.activity !== null && current.has(lesson.activity)
    if (lives && !byActivity.has(lesson.activity!)) {
      anchor = lesson.activity
      byActivity.set(lesson.activity!, lesson)
    } else if (lesson.activity === null || lesson.touched || lives) {
      after.set(anchor, [...(after.get(anchor) ?? []), taken(lesson)])
    } else rows.push(row('LESSON', 'REMOVE', lesson.activity, lesson.title, lesson.title, null))
  }
  const lessons = [...(after.get(null) ?? []), ...activities.flatMap(activity => {
    const lesson = byActivity.get(activity.id)
    const follows = after.get(activity.id) ?? []
    const fresh: NewLesson = { ...skeleton(activity), activity: activity.id, from: 'VERSION' }
    if (!lesson) {
      if (dropped.has(activity.id)) return follows
      if (old) rows.push(row('LESSON', 'ADD', activity.id, activity.title, null, said(fresh)))
      return [fresh, ...follows]
    }
    const was = earlier.get(activity.id)
    const differs = !was || !alike(skeleton(was), fresh)
    if (lesson.touched) {
      if (differs) rows.push(row('LESSON', 'KEEP', activity.id, lesson.title, said(lesson), said(fresh)))
      return [taken(lesson), ...follows]
    }
    if (!alike(lesson, fresh)) rows.push(row('LESSON', 'CHANGE', activity.id, activity.title, said(lesson), said(fresh)))
    return [fresh, ...follows]
  })]
  return { section: { subject, lessons }, rows }
}

/** A section the new version does not have: what instructors made of it stays where it is. */
function removed({ subject, lessons }: OldSection): PlanRow[] {
  const theirs = lessons.filter(({ activity, touched }) => activity === null || touched)
  return [row('SECTION', 'REMOVE', subject.id, subject.title, subject.title, null), ...theirs.map(lesson => row('LESSON', 'LEAVE', subject.id, lesson.title, lesson.title, null))]
}

const taken = ({ title, kind, body, url, file, minutes, required, activity }: OldLesson): NewLesson =>
  ({ title, kind, body, url, file, minutes, required, activity, from: 'INSTRUCTOR' })

const alike = (a: LessonText, b: LessonText) =>
  (['title', 'kind', 'body', 'url', 'minutes', 'required'] as const).every(key => a[key] === b[key]) && String(a.file) === String(b.file)

const said = ({ title, minutes }: LessonText) => `${title} (${minutes}′)`
const hoursText = ({ theory, practice, field }: HoursContent) => `T ${theory} · P ${practice} · PL ${field}`
const row = (part: PlanPart, move: PlanMove, element: string, label: string, from: string | null, to: string | null): PlanRow => ({ part, move, element, label, from, to })
