import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Context } from '../../../context.ts'
import { exchangeWork } from '../../../exchange/index.ts'
import { bringFile, claimFile, openFile, releaseFile, sweepBrought, type FileDoc } from '../../../file/index.ts'
import type { QuestionFormat, QuestionSourceInput } from '../../../graphql.ts'
import { isId } from '../../../lib/mongo.ts'
import { pageOfList, type Page, type PageArgs } from '../../../lib/page.ts'
import { authorise, signedIn } from '../../../lib/policy.ts'
import { Refusal } from '../../../lib/refusal.ts'
import { mediaOf, withFileIds } from '../../domain/media.ts'
import { QuestionImportModel, type QuestionImportDoc } from '../../importModel.ts'
import { bankViewerPolicy } from '../../policy.ts'
import { limits, type FileRead } from '../../read/file.ts'
import type { ImportRow } from '../../read/judge.ts'
import { MEDIA, PREVIEWED } from '../media.ts'
import { readOnThread } from './work.ts'

/** Previews a person may ask for within an hour. Default, ours. */
const PREVIEWS_PER_HOUR = 60
/** Counts also what came to nothing: each may keep the one thread that reads busy for half a minute. */
const reads = new RateLimiterMemory({ points: PREVIEWS_PER_HOUR, duration: 3600 })
/** Pasted text; a file has no such limit. */
const SOURCE_MAX = 900_000

/** Reads a file or a text and keeps what would come of it, for a day. Refuses with IMPORT_… for what is not read at all. */
export async function previewQuestions(ctx: Context, { file, source, format }: QuestionSourceInput): Promise<QuestionImportDoc> {
  const by = signedIn(ctx.viewer)
  authorise(bankViewerPolicy, 'useBank', ctx.viewer, ctx.viewer)
  if (Boolean(file) === Boolean(source)) throw new Refusal('REQUIRED', {}, 'input.file')
  if ((source?.length ?? 0) > SOURCE_MAX) throw new Refusal('TOO_LONG', { max: SOURCE_MAX }, 'input.source')
  const lately = await QuestionImportModel.countDocuments({ by, at: { $gt: new Date(ctx.now().getTime() - 3_600_000) } })
  if (lately >= PREVIEWS_PER_HOUR) throw new Refusal('TOO_MANY_REQUESTS')
  await reads.consume(by).catch(() => { throw new Refusal('TOO_MANY_REQUESTS') })
  const { name, read } = file ? await fromFile(ctx, file, format ?? null) : { name: '', read: await readOnThread({ name: '', format: format ?? null, file: Buffer.from(source!) }) }
  const doc = await QuestionImportModel.create({ by, at: ctx.now(), fileName: name, format: read.format, hash: createHash('sha256').update(JSON.stringify(read.rows)).digest('hex'), rows: await withFiles(ctx, read) })
  return doc.toObject() as unknown as QuestionImportDoc
}

/** Its rows with the files they show kept as the reader's own, until they are taken in. */
async function withFiles(ctx: Context, { rows, files }: FileRead): Promise<ImportRow[]> {
  const kept = new Map<string, string>()
  for (const { id, name, bytes } of files) kept.set(id, await bringFile(ctx, { name, bytes }, { purpose: PREVIEWED, uses: MEDIA }))
  return kept.size === 0 ? rows : rows.map(row => (row.question ? { ...row, question: withFileIds(row.question, kept) } : row))
}

async function fromFile(ctx: Context, id: string, format: QuestionFormat | null): Promise<{ name: string; read: FileRead }> {
  if (!isId(id)) throw new Refusal('INVALID', {}, 'input.file')
  const file = await claimFile(ctx, id, { purpose: 'questions', field: 'input.file' })
  try {
    if (file.size > limits.bytes) throw new Refusal('IMPORT_TOO_LARGE', { what: 'bytes', max: limits.bytes / 1024 / 1024 }, 'input.file')
    return { name: file.name, read: await understood(file, await bytesOf(openFile(file._id)), format) }
  } finally {
    await releaseFile(ctx, file)
  }
}

/** A workbook is read where workbooks are; its numbers are said with a comma, so that 1,234 is not a thousand. */
async function understood({ name }: FileDoc, bytes: Buffer, format: QuestionFormat | null): Promise<FileRead> {
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')) || !bytes.includes('xl/workbook.xml')) return readOnThread({ name, format, file: bytes })
  const raw = await exchangeWork({ kind: 'read', file: bytes })
  const said = ({ text, number }: { text: string; number?: true }) => (number && !/e/i.test(text) ? text.replace('.', ',') : text)
  const sheets = raw.kind === 'sheets' ? raw.sheets : []
  return readOnThread({ name, format, sheets: sheets.map(sheet => ({ name: sheet.name, rows: sheet.rows.map(({ row, cells }) => ({ row, cells: cells.map(said) })) })) })
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** A row with its place, by which it is chosen. */
export type ShownRow = ImportRow & { id: string }

/** Rows as they are shown, in the file's order. */
export const rowsOf = ({ rows }: QuestionImportDoc, page: PageArgs): Page<ShownRow> => pageOfList(rows.map((row, at) => ({ ...row, id: String(at) })), page, ({ id }) => id)

/** How many rows came to what. */
export function outcomesOf({ rows }: QuestionImportDoc) {
  return (['TAKEN', 'SIMPLIFIED', 'UNSUPPORTED', 'UNREADABLE'] as const)
    .map(outcome => ({ outcome, count: rows.filter(row => row.outcome === outcome).length })).filter(({ count }) => count > 0)
}

/** How many pictures and sounds the question of a row brings along. */
export function mediaOfRow({ question }: ImportRow): { pictures: number; sounds: number } {
  const kinds = question ? [...mediaOf(question).values()] : []
  return { pictures: kinds.filter(kind => kind === 'PICTURE').length, sounds: kinds.filter(kind => kind === 'SOUND').length }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Takes away previews of yesterday, with what they brought and nobody took in. */
export async function tidyQuestionImports({ now }: { now: () => Date }): Promise<void> {
  const yesterday = now().getTime() - DAY
  await QuestionImportModel.deleteMany({ at: { $lt: new Date(yesterday) } })
  // Looked at again, a file is as young as that preview: what is older than any preview belongs to none.
  await sweepBrought({ purpose: PREVIEWED, before: new Date(yesterday - HOUR) })
}
