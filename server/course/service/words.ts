import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../lib/root.ts'

/** Courses are written in the agency's language; who edits them may write as they like. */
const words = JSON.parse(readFileSync(join(projectRoot, 'server', 'locales', 'id', 'course.json'), 'utf8')) as Record<string, string>

/** A text of server/locales/id/course.json by its key. Throws RangeError for one it does not have. */
export function say(key: string): string {
  const text = words[`course.${key}`]
  if (text === undefined) throw new RangeError(`no text course.${key}`)
  return text
}
