import type { Context } from '../../context.ts'
import { curriculumPolicy, trainingKindOf, versionPolicy, type Content, type CurriculumDoc, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import { ifSeen } from '../../lib/policy.ts'
import type { Language } from '../../lib/words.ts'
import { fullName } from '../../people/index.ts'
import { complete } from '../domain/complete.ts'
import { csvOf } from '../domain/csv.ts'
import { documentOf, type View } from '../domain/document.ts'
import { exampleSheets } from '../domain/example.ts'
import type { ExportFacts } from '../domain/facts.ts'
import { blueprintOf, matrixOf } from '../domain/matrix.ts'
import { sheetsOf } from '../domain/sheets.ts'
import { wordsIn } from '../write/words.ts'
import { work } from './work.ts'

/** What is exported: a draft or a version, with the facts a document names. */
export type Exported = { content: Content; facts: ExportFacts }
export type Sent = { bytes: Uint8Array; type: string; name: string }

const types = {
  pdf: 'application/pdf', csv: 'text/csv; charset=utf-8', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
const documents: Record<string, View> = { pemerintah: 'GOVERNMENT', universitas: 'UNIVERSITY' }
const tables = { keselarasan: matrixOf, 'kisi-kisi': blueprintOf } as const

/** The draft of a curriculum that the viewer may see; null for any other. */
export async function exportedDraft(ctx: Context, id: string): Promise<Exported | null> {
  const curriculum = ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(id))
  if (!curriculum) return null
  // What was published and is not being revised is that version, and is called so.
  const version = curriculum.state === 'PUBLISHED' || curriculum.state === 'ARCHIVED' ? (await ctx.load.versionsOfCurriculum.of(curriculum._id)).findLast(({ hash }) => hash === curriculum.hash) : undefined
  return gathered(ctx, curriculum, { version: version?.number ?? null, state: curriculum.state, at: version?.publishedAt ?? curriculum.updatedAt })
}

/** A version that the viewer may see; null for any other. */
export async function exportedVersion(ctx: Context, id: string): Promise<Exported | null> {
  const version = ifSeen(versionPolicy, ctx.viewer, await ctx.load.curriculumVersion.find(id))
  return version && gathered(ctx, version, { version: version.number, state: 'PUBLISHED', at: version.publishedAt })
}

async function gathered(ctx: Context, { code, hash, partner: id, content, approvals }: CurriculumDoc | CurriculumVersionDoc, of: Pick<ExportFacts, 'version' | 'state' | 'at'>): Promise<Exported> {
  const [{ name, shortName }, signed] = await Promise.all([
    ctx.load.partner.get(id),
    Promise.all(approvals.filter(approval => approval.hash === hash).map(async ({ side, by, at }) => {
      const person = await ctx.load.person.find(by)
      return { side, name: person ? fullName(person) : '–', at }
    })),
  ])
  const kind = trainingKindOf(content.kind)?.name ?? String(content.kind)
  return { content: complete(content), facts: { ...of, code, hash, kind, partner: { name, shortName }, agency: ctx.env.AGENCY_NAME, city: ctx.env.AGENCY_CITY, approvals: signed } }
}

/** The file of this name: a view as DOCX or PDF, a table as XLSX or CSV, or the whole as a spreadsheet. Null for other names. */
export async function fileOf({ content, facts }: Exported, file: string, language: Language): Promise<Sent | null> {
  const [, what = '', ending = ''] = /^([a-z-]{3,20})\.(pdf|docx|xlsx|csv)$/.exec(file) ?? []
  const words = wordsIn(language)
  const sent = (bytes: Uint8Array): Sent => ({ bytes, type: types[ending as keyof typeof types], name: `${facts.code}-${facts.version === null ? 'rancangan' : `v${facts.version}`}-${what}.${ending}` })
  if (Object.hasOwn(documents, what) && (ending === 'pdf' || ending === 'docx')) return sent(await work({ kind: ending, document: documentOf(content, documents[what]!, facts, words) }))
  if (Object.hasOwn(tables, what)) {
    const table = tables[what as keyof typeof tables](content, words)
    if (ending === 'csv') return sent(Buffer.from(csvOf(table)))
    if (ending === 'xlsx') return sent(await work({ kind: 'table', table, at: facts.at }))
  }
  if (what === 'isi' && ending === 'xlsx') return sent(await work({ kind: 'workbook', sheets: sheetsOf(content, kindName), at: facts.at }))
  return null
}

const kindName = (kind: number) => trainingKindOf(kind)?.name ?? String(kind)

/** The spreadsheet to be filled in. */
export async function exampleFile(at: Date): Promise<Sent> {
  return { bytes: await work({ kind: 'workbook', sheets: exampleSheets(), at }), type: types.xlsx, name: 'contoh-kurikulum.xlsx' }
}
