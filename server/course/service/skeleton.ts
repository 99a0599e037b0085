import type { ActivityContent } from '../../curriculum/index.ts'
import { digestOf } from '../../lib/digest.ts'
import { paragraphs } from '../../lib/paragraphs.ts'
import type { LessonText } from '../domain/recompile.ts'
import type { LessonDoc } from '../model.ts'
import { say } from './words.ts'

/** The longest a lesson may be (service/lesson.ts): an activity that takes longer begins as so many minutes. */
const MINUTES_MAX = 600

/** The lesson an activity starts with: what is done in it, for an instructor to fill. It obliges nobody until then. */
export const skeletonOf = ({ title, minutes, facilitator, participants, method, media }: ActivityContent): LessonText => ({
  title: title.slice(0, 200), kind: 'TEXT', url: null, file: null, minutes: Math.min(Math.max(minutes, 1), MINUTES_MAX), required: false,
  body: ([['facilitator', facilitator], ['participants', participants], ['method', method], ['media', media]] as const)
    .map(([key, text]) => (text?.trim() ? paragraphs(`${say(key)}: ${text.replace(/\s+/g, ' ')}`) : '')).join(''),
})

/** What tells whether a lesson is still as it was compiled. */
export const printOf = ({ title, kind, body, url, file, minutes, required }: LessonText): string =>
  digestOf({ title, kind, body, url: url ?? null, file: file ? String(file) : null, minutes, required })

/** Whether an instructor wrote or changed the lesson; one that was never compiled is theirs. */
export const isTouched = (lesson: LessonDoc): boolean => !lesson.compiled || lesson.compiled !== printOf(lesson as LessonText)
