import type { Context } from '../../../context.ts'
import { csvOf, exchangeWork } from '../../../exchange/index.ts'
import type { BankFilter, ExportFormat, QuestionExport } from '../../../graphql.ts'
import { pack } from '../../../lib/pack.ts'
import { signedIn } from '../../../lib/policy.ts'
import { writeGift } from '../../domain/exchange/gift/write.ts'
import { writeMoodleXml } from '../../domain/exchange/moodle/write.ts'
import { writeQti } from '../../domain/exchange/qti/write.ts'
import { withoutMedia } from '../../domain/exchange/withoutMedia.ts'
import { templateSheets } from '../../domain/exchange/sheet/template.ts'
import { writeTable } from '../../domain/exchange/sheet/write.ts'
import type { Question } from '../../domain/question.ts'
import { bankQuestions } from '../list.ts'

/** A question with where it is filed. */
export type ExportEntry = { question: Question; category: string; tags: readonly string[]; level: string | null }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Questions of one file that is given out; as many as are taken in at once. */
const MOST = 1000

/** Questions of the bank that fit the filter and that the viewer sees, as a file. */
export async function exportedQuestions(ctx: Context, filter: BankFilter | null, format: ExportFormat): Promise<QuestionExport> {
  signedIn(ctx.viewer)
  const entries: ExportEntry[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof bankQuestions>> = await bankQuestions(ctx, filter, { first: 100, after })
    const versions = await Promise.all(page.nodes.map(({ version }) => ctx.load.bankVersion.get(version)))
    entries.push(...page.nodes.map(({ category, tags, level }, at) => ({ question: versions[at]!.question, category, tags, level })))
    after = page.next
  } while (after && entries.length < MOST)
  return exportFile(entries.slice(0, MOST), format, 'bank-soal', ctx.now())
}

/** The spreadsheet to be filled in. */
export async function questionTemplate(ctx: Context): Promise<QuestionExport> {
  signedIn(ctx.viewer)
  const bytes = await exchangeWork({ kind: 'workbook', sheets: templateSheets(), at: ctx.now() })
  return { name: 'contoh-soal.xlsx', type: XLSX, base64: Buffer.from(bytes).toString('base64'), count: 0, omitted: [], losses: [] }
}

/** Questions as a file of a format, with what it cannot say. */
export async function exportFile(given: readonly ExportEntry[], format: ExportFormat, title: string, at: Date): Promise<QuestionExport> {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'soal'
  const bare = given.map(({ question }) => withoutMedia(question))
  const entries = given.map((entry, index) => ({ ...entry, question: bare[index]!.question }))
  const questions = entries.map(({ question }) => question)
  const sent = (ending: string, type: string, bytes: Uint8Array, { omitted, losses }: Pick<QuestionExport, 'omitted' | 'losses'>): QuestionExport =>
    ({ name: `${name}.${ending}`, type, base64: Buffer.from(bytes).toString('base64'), count: questions.length - omitted.length, omitted, losses: withFiles(losses, bare, omitted) })
  switch (format) {
    case 'GIFT': {
      const made = writeGift(questions)
      return sent('gift.txt', 'text/plain; charset=utf-8', Buffer.from(made.source), made)
    }
    case 'MOODLE_XML': {
      const made = writeMoodleXml(questions)
      return sent('xml', 'application/xml', Buffer.from(made.source), made)
    }
    case 'QTI': {
      const made = writeQti(entries, title)
      return sent('qti.zip', 'application/zip', pack(made.parts.map(part => ({ name: part.name, bytes: Buffer.from(part.text) }))), made)
    }
    case 'XLSX':
    case 'CSV': return table(entries, format, at, sent)
  }
}

/** Pictures are lost in every format, of what is in it. */
function withFiles(losses: QuestionExport['losses'], bare: readonly { had: boolean }[], omitted: readonly number[]): QuestionExport['losses'] {
  const found = new Map(losses.map(one => [one.number, one.losses]))
  return bare.flatMap(({ had }, at) => {
    const all = [...(found.get(at + 1) ?? []), ...(had && !omitted.includes(at + 1) ? ['FILES' as const] : [])]
    return all.length > 0 ? [{ number: at + 1, losses: all }] : []
  })
}

type Sent = (ending: string, type: string, bytes: Uint8Array, report: Pick<QuestionExport, 'omitted' | 'losses'>) => QuestionExport

/** In CSV numbers have a comma, so that they read as they were meant. */
async function table(entries: readonly ExportEntry[], format: 'XLSX' | 'CSV', at: Date, sent: Sent): Promise<QuestionExport> {
  const { head, rows, ...report } = writeTable(entries.map(({ question, ...filed }) => ({ question, filed })))
  if (format === 'XLSX') return sent('xlsx', XLSX, await exchangeWork({ kind: 'table', table: { name: 'Soal', head, rows }, at }), report)
  const said = rows.map(row => row.map(cell => (typeof cell === 'number' ? String(cell).replace('.', ',') : cell)))
  return sent('csv', 'text/csv; charset=utf-8', Buffer.from(csvOf({ name: 'Soal', head, rows: said })), report)
}
