import type { Readable } from 'node:stream'
import type { Context } from '../../context.ts'
import { checkPatch, curriculumPolicy, hashOf, trainingKinds, type Content, type CurriculumDoc } from '../../curriculum/index.ts'
import { claimFile, openFile, releaseFile, type FileDoc } from '../../file/index.ts'
import { isId } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { assemble, blank, patchOf, placeOf } from '../domain/assemble.ts'
import { columnOf } from '../domain/columns.ts'
import { complete } from '../domain/complete.ts'
import { saysSomething } from '../domain/draft.ts'
import { Findings, nowhere } from '../domain/findings.ts'
import { loosely } from '../domain/names.ts'
import { limits } from '../domain/raw.ts'
import { readOutline } from '../domain/readOutline.ts'
import { readSheets } from '../domain/readSheets.ts'
import { ImportModel, type ImportDoc } from '../model.ts'
import { beginPolicy } from '../policy.ts'
import { work } from './work.ts'

/** Previews a person may ask for within an hour. Default, ours. */
const PREVIEWS_PER_HOUR = 60
/** What the file domain says such files are. */
const readable = ['text/plain', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
/** The kind a new curriculum gets where the file names none: technical training. */
const KIND_DEFAULT = 3
/** What a preview may weigh as JSON, in bytes: the largest content that input takes is well below. */
const PREVIEW_MAX = 6_000_000

/**
 * Reads an uploaded file and keeps what would come of it, with a report; changes nothing. Refuses with IMPORT_… for a file
 * that is not read at all, NOT_FOUND for what is not the viewer's.
 */
export async function previewImport(ctx: Context, fileId: string, curriculumId: string | null): Promise<ImportDoc> {
  const by = signedIn(ctx.viewer)
  const curriculum = curriculumId === null ? null : await editable(ctx, curriculumId)
  if (!curriculum) authorise(beginPolicy, 'begin', ctx.viewer, ctx.viewer)
  if (!isId(fileId)) throw new Refusal('INVALID', {}, 'file')
  const lately = await ImportModel.countDocuments({ by, at: { $gt: new Date(ctx.now().getTime() - 3_600_000) } })
  if (lately >= PREVIEWS_PER_HOUR) throw new Refusal('TOO_MANY_REQUESTS')

  const file = await claimFile(ctx, fileId, { purpose: 'import' })
  try {
    if (file.size > limits.bytes) throw new Refusal('IMPORT_TOO_LARGE', { what: 'bytes', max: limits.bytes / 1024 / 1024 }, 'file')
    if (!readable.includes(file.type)) throw new Refusal('IMPORT_TYPE_REFUSED', {}, 'file')
    const read = await understood(file, curriculum)
    if (JSON.stringify(read).length > PREVIEW_MAX) throw new Refusal('IMPORT_TOO_LARGE', { what: 'cells', max: limits.cells }, 'file')
    const doc = await ImportModel.create({
      by, at: ctx.now(), fileName: file.name, curriculum: curriculum?._id ?? null, revision: curriculum?.revision ?? null, base: curriculum?.hash ?? null,
      content: read.content, hash: hashOf(read.content), findings: read.findings,
    })
    return doc.toObject() as ImportDoc
  } finally {
    await releaseFile(ctx, file)
  }
}

async function editable(ctx: Context, id: string): Promise<CurriculumDoc> {
  const curriculum = await ctx.load.curriculum.find(id)
  if (!curriculum) throw new Refusal('NOT_FOUND', {}, 'curriculum')
  authorise(curriculumPolicy, 'edit', ctx.viewer, curriculum)
  return curriculum
}

/** The kind of training a text names, by SIASN's id or name. */
const kindOf = (text: string): number | null =>
  trainingKinds.find(({ id, name }) => String(id) === text.trim() || loosely(name) === loosely(text))?.id ?? null

async function understood(file: FileDoc, curriculum: CurriculumDoc | null) {
  const raw = await work({ kind: 'read', file: await bytesOf(openFile(file._id)) })
  const findings = new Findings()
  const draft = raw.kind === 'sheets' ? readSheets(raw.sheets, findings, kindOf) : readOutline(raw.lines, findings, kindOf)
  if (!saysSomething(draft)) findings.add('ERROR', 'IMPORT_NOTHING', nowhere)
  const base = curriculum ? complete(curriculum.content) : blank
  if (!curriculum && draft.identity.kind === undefined) {
    draft.identity.kind = KIND_DEFAULT
    findings.add('WARNING', 'IMPORT_DEFAULTED', { ...nowhere, column: 'Jenis pelatihan' }, { value: trainingKinds.find(({ id }) => id === KIND_DEFAULT)!.name })
  }
  const { content, places } = assemble(draft, base, findings)
  return { content: judged(base, content, places, findings), findings: findings.list }
}

/** The content as an edit would leave it. What the edit would refuse is told where it stands in the file. */
function judged(base: Content, content: Content, places: ReturnType<typeof assemble>['places'], findings: Findings): Content {
  try {
    return checkPatch(base, patchOf(content))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const { code, field = '', facts = {} } of error.faults) {
      const path = field.replace(/^patch\.(identity\.)?/, '')
      findings.add('ERROR', code, { ...placeOf(path, places), column: columnOf(path) }, facts)
    }
    return content
  }
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Takes away previews of yesterday. */
export async function tidyImports({ now }: { now: () => Date }): Promise<void> {
  await ImportModel.deleteMany({ at: { $lt: new Date(now().getTime() - 24 * 3_600_000) } })
}

