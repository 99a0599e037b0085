import { parse as parseCsv } from 'csv-parse/sync'
import type { QuestionFormat } from '../../graphql.ts'
import { Unreadable } from '../../lib/unreadable.ts'
import { unpack } from '../../lib/zip.ts'
import { isQtiPart, parsePackage } from '../domain/exchange/qti/package.ts'
import { readTable, type TableSheet } from '../domain/exchange/sheet/read.ts'
import { formatOf, parsers } from './formats.ts'
import { mediaOf } from '../domain/media.ts'
import type { Parsed } from '../domain/exchange/foreign.ts'
import { judge, type ImportRow } from './judge.ts'
import { textOf } from './encoding.ts'
import { mediaLimits, settle, type BroughtFile, type PartBytes } from './settle.ts'

/** A file as it came, or the sheets of a workbook that were read elsewhere; `format` null: as it seems. */
export type FileJob = { name: string; format: QuestionFormat | null } & ({ file: Uint8Array } | { sheets: readonly TableSheet[] })
export type FileRead = { format: QuestionFormat; rows: ImportRow[]; files: BroughtFile[] }

/** The most a file may weigh; a package hold: parts, and bytes of XML once unpacked. Defaults, ours. */
export const limits = { bytes: 50 * 1024 * 1024, entries: 5000, unpacked: 64 * 1024 * 1024 } as const
/** What a report may weigh, in bytes of JSON: a document of the store holds no more than 16 MB. */
const REPORT_MAX = 8_000_000

/** What is in a file of questions, by its content and then its name. Throws Unreadable for what is too large, unsafe or nothing we know. */
export async function readFile(job: FileJob): Promise<FileRead> {
  const report = await readJob(job)
  // Weighed here, on the thread: a heavier one is never handed over.
  if (Buffer.byteLength(JSON.stringify(report.rows)) > REPORT_MAX) throw new Unreadable('IMPORT_TOO_LARGE', { what: 'bytes', max: REPORT_MAX / 1_000_000 })
  return report
}

async function readJob(job: FileJob): Promise<FileRead> {
  if ('sheets' in job) return judged('TABLE', readTable(job.sheets))
  const file = Buffer.from(job.file.buffer, job.file.byteOffset, job.file.byteLength)
  if (file.length > limits.bytes) throw new Unreadable('IMPORT_TOO_LARGE', { what: 'bytes', max: limits.bytes / 1024 / 1024 })
  if (file.toString('latin1', 0, 4) === 'PK\u0003\u0004') {
    const parts = unpack(file, { ...limits, wants: isQtiPart }).map(({ name, bytes }) => ({ name, text: textOf(bytes) }))
    const parsed = parsePackage(parts)
    return judged('QTI', parsed, partsIn(file, parsed))
  }
  const source = textOf(file)
  const format = job.format ?? formatOf(job.name, source)
  return judged(format, format === 'TABLE' ? readTable([{ name: '', rows: rowsIn(source) }]) : parsers[format](source))
}

/** What becomes of each question, with the files that those which can be taken show. */
async function judged(format: QuestionFormat, parsed: Parsed, part?: PartBytes): Promise<FileRead> {
  const { parsed: whole, files } = await settle(parsed, part)
  const rows = judge(whole, new Map([...files].map(([id, { kind }]) => [id, kind])))
  const shown = new Set(rows.flatMap(({ question }) => (question ? [...mediaOf(question).keys()] : [])))
  return { format, rows, files: [...files.values()].filter(({ id }) => shown.has(id)) }
}

/** The parts of a package that its questions show, unpacked within bounds: one that swells is left out, the questions are not. */
function partsIn(file: Buffer, { questions }: Parsed): PartBytes {
  const named = [...new Set(questions.flatMap(({ files }) => files.flatMap(({ from }) => (typeof from === 'object' && from !== null && 'part' in from ? [from.part] : []))))]
  const wanted = new Set(named.slice(0, mediaLimits.files))
  const found = new Map<string, Uint8Array | 'TOO_LARGE'>(named.slice(mediaLimits.files).map(name => [name, 'TOO_LARGE']))
  if (wanted.size === 0) return () => null
  const leave = (name: string, { code }: Unreadable) => { if (code === 'IMPORT_TOO_LARGE') found.set(name, 'TOO_LARGE') }
  for (const { name, bytes } of unpack(file, { entries: limits.entries, unpacked: mediaLimits.together, each: mediaLimits.each, leave, wants: name => wanted.has(name) })) found.set(name, bytes)
  return name => found.get(name) ?? null
}

/** CSV with commas or semicolons, whichever its first line has more of. */
function rowsIn(source: string): TableSheet['rows'] {
  const [first = ''] = source.split('\n', 1)
  const delimiter = first.split(';').length > first.split(',').length ? ';' : first.includes('\t') && !first.includes(',') ? '\t' : ','
  try {
    const rows = parseCsv(source, { delimiter, relaxColumnCount: true, skipEmptyLines: true, info: true, bom: true, maxRecordSize: 200_000 }) as unknown as { record: string[]; info: { lines: number } }[]
    return rows.map(({ record, info }) => ({ row: info.lines, cells: record.map(unquoted) }))
  } catch {
    throw new Unreadable('IMPORT_UNREADABLE')
  }
}

/** What was kept from being taken for a formula is itself again. */
const unquoted = (cell: string): string => cell.trim().replace(/^'(?=\s*[=+\-@])/, '')
