import type { ExportFormat, QuestionFormat } from '../../graphql.ts'
import { parseAiken } from '../domain/exchange/aiken.ts'
import type { Parsed } from '../domain/exchange/foreign.ts'
import { parseGift } from '../domain/exchange/gift/read.ts'
import { writeGift } from '../domain/exchange/gift/write.ts'
import { parseMoodleXml } from '../domain/exchange/moodle/read.ts'
import { writeMoodleXml } from '../domain/exchange/moodle/write.ts'
import type { Export } from '../domain/exchange/written.ts'
import type { Question } from '../domain/question.ts'

export const parsers: Record<QuestionFormat, (source: string) => Parsed> = { GIFT: parseGift, AIKEN: parseAiken, MOODLE_XML: parseMoodleXml }
export const writers: Record<ExportFormat, (questions: readonly Question[]) => Export> = { GIFT: writeGift, MOODLE_XML: writeMoodleXml }
