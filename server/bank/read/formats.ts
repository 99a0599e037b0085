import type { QuestionFormat } from '../../graphql.ts'
import { parseAiken } from '../domain/exchange/aiken.ts'
import type { Parsed } from '../domain/exchange/foreign.ts'
import { parseGift } from '../domain/exchange/gift/read.ts'
import { writeGift } from '../domain/exchange/gift/write.ts'
import { parseMoodleXml } from '../domain/exchange/moodle/read.ts'
import { parseQti } from '../domain/exchange/qti/read.ts'
import { writeMoodleXml } from '../domain/exchange/moodle/write.ts'
import type { Export } from '../domain/exchange/written.ts'
import type { Question } from '../domain/question.ts'

export const parsers: Record<Exclude<QuestionFormat, 'TABLE'>, (source: string) => Parsed> = { GIFT: parseGift, AIKEN: parseAiken, MOODLE_XML: parseMoodleXml, QTI: parseQti }
export const writers: Record<'GIFT' | 'MOODLE_XML', (questions: readonly Question[]) => Export> = { GIFT: writeGift, MOODLE_XML: writeMoodleXml }

/** The format a text seems to be in, by how it begins and then by the file's name. */
export function formatOf(name: string, source: string): QuestionFormat {
  const begin = source.slice(0, 5000).replace(/^\uFEFF/, '')
  if (/^\s*</.test(begin) && /<(quiz|question)\b/.test(begin)) return 'MOODLE_XML'
  if (/^\s*<(\?xml|!--|\w*:?(qti-)?assessment|questestinterop)/.test(begin)) return 'QTI'
  if (/\.(csv|tsv)$/i.test(name)) return 'TABLE'
  return /^ANSWER:\s*[A-Z]\s*$/im.test(source) ? 'AIKEN' : 'GIFT'
}
