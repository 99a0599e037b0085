import type { ClientSession, Types } from 'mongoose'
import * as Y from 'yjs'
import { toContent } from '../../../schema/studio/read.ts'
import { applyContent, fill } from '../../../schema/studio/write.ts'
import { canonical } from '../domain/canonical.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { Refusal } from '../../lib/refusal.ts'
import type { Content, CurriculumDoc, CurriculumEditDoc } from '../model.ts'
import { bytesOf, CurriculumRoomModel, CurriculumUpdateModel, type CurriculumRoomDoc, type CurriculumUpdateDoc } from './model.ts'

/** What a document was made of when it was loaded. */
export type Loaded = { seq: number; materialised: number; pending: CurriculumEditDoc[]; weight: number }

const readRoom = (id: Types.ObjectId, session?: ClientSession) =>
  CurriculumRoomModel.findById(id).session(session ?? null).lean<CurriculumRoomDoc>().exec()

/** Updates of a curriculum after `seq`, oldest first. */
export const updatesAfter = (curriculum: Types.ObjectId, seq: number, session?: ClientSession) =>
  CurriculumUpdateModel.find({ curriculum, seq: { $gt: seq } }).sort({ seq: 1 }).session(session ?? null).lean<CurriculumUpdateDoc[]>().exec()

/** Puts what is stored into a document: the snapshot, and all that came later. Null where nothing is stored yet. */
export async function loadInto(doc: Y.Doc, id: Types.ObjectId, session?: ClientSession): Promise<Loaded | null> {
  const room = await readRoom(id, session)
  if (!room) return null
  const updates = await updatesAfter(id, room.snapshotSeq, session)
  Y.transact(doc, () => {
    Y.applyUpdate(doc, bytesOf(room.snapshot))
    for (const { update } of updates) Y.applyUpdate(doc, bytesOf(update))
  }, 'log')
  return {
    seq: updates.at(-1)?.seq ?? room.snapshotSeq, materialised: room.materialised,
    pending: updates.filter(({ seq }) => seq > room.materialised).flatMap(({ edits }) => edits), weight: updates.length,
  }
}

/**
 * Puts the shared document of a curriculum into `doc`, made of its content where there is none yet. Where nothing waits
 * to become content, but the content was changed by a way that knows no document, the document follows.
 */
export async function openLog(doc: Y.Doc, curriculum: CurriculumDoc): Promise<Loaded> {
  const loaded = await loadInto(doc, curriculum._id) ?? await begin(doc, curriculum)
  const { content } = toContent(doc)
  if (loaded.materialised < loaded.seq || canonical(content) === canonical(curriculum.content)) return loaded
  const update = updateOf(doc, copy => applyContent(copy, content, curriculum.content))
  // What the content lacks only because it was out of shape is no change.
  if (!update) return loaded
  const row = { curriculum: curriculum._id, seq: loaded.seq + 1, update: Buffer.from(update), edits: [], at: new Date() }
  await CurriculumUpdateModel.create(row).catch((error: unknown) => { if (!isDuplicate(error)) throw error })
  await CurriculumRoomModel.updateOne({ _id: curriculum._id, materialised: loaded.materialised }, { materialised: row.seq })
  return (await loadInto(doc, curriculum._id))!
}

async function begin(doc: Y.Doc, { _id, content }: CurriculumDoc): Promise<Loaded> {
  const first = new Y.Doc()
  fill(first, content)
  await CurriculumRoomModel.create({ _id, snapshot: Buffer.from(Y.encodeStateAsUpdate(first)) }).catch((error: unknown) => { if (!isDuplicate(error)) throw error })
  return (await loadInto(doc, _id))!
}

/** What `work` adds to a document, without touching it; null when it adds nothing. */
export function updateOf(doc: Y.Doc, work: (copy: Y.Doc) => void): Uint8Array | null {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const updates: Uint8Array[] = []
  copy.on('update', update => updates.push(update))
  work(copy)
  copy.destroy()
  return updates.length === 0 ? null : Y.mergeUpdates(updates)
}

/**
 * Writes into a curriculum's log what led its content from one state to another, in the transaction that changes the
 * content: so the log always holds at least what the content does. Refuses with STALE when a room was faster.
 */
export async function appendOutside(id: Types.ObjectId, from: Content, to: Content, at: Date, session: ClientSession): Promise<void> {
  const doc = new Y.Doc()
  const loaded = await loadInto(doc, id, session)
  if (!loaded) return
  const update = updateOf(doc, copy => applyContent(copy, from, to))
  doc.destroy()
  if (!update) return
  const seq = loaded.seq + 1
  try {
    await CurriculumUpdateModel.create([{ curriculum: id, seq, update: Buffer.from(update), edits: [], at }], { session })
    if (loaded.materialised === loaded.seq) await CurriculumRoomModel.updateOne({ _id: id }, { materialised: seq }, { session })
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('STALE') : error
  }
}

/** Makes the snapshot hold what the document does, and takes away the updates it holds; nothing when another was faster. */
export async function compact(id: Types.ObjectId, doc: Y.Doc, seq: number): Promise<void> {
  const snapshot = Buffer.from(Y.encodeStateAsUpdate(doc))
  await inTransaction(async session => {
    const done = await CurriculumRoomModel.updateOne({ _id: id, snapshotSeq: { $lt: seq }, materialised: { $gte: seq } }, { snapshot, snapshotSeq: seq }, { session })
    if (done.modifiedCount > 0) await CurriculumUpdateModel.deleteMany({ curriculum: id, seq: { $lte: seq } }, { session })
  })
}
