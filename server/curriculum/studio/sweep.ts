import { Types } from 'mongoose'
import * as Y from 'yjs'
import { toContent } from '../../../schema/studio/read.ts'
import { actAs, contextFor } from '../../context.ts'
import type { Services } from '../../domain.ts'
import { guest } from '../../viewer.ts'
import { isEditable } from '../domain/workflow.ts'
import { CurriculumModel, type CurriculumDoc } from '../model.ts'
import { saveDecision } from '../service/change.ts'
import { contentDecision } from '../service/saveContent.ts'
import { credited } from './credit.ts'
import { loadInto } from './log.ts'
import { CurriculumRoomModel, type CurriculumRoomDoc } from './model.ts'
import { openRooms } from './open.ts'

/** How long a living process may take to make content of what it wrote, in milliseconds. */
const ALIVE = 60_000

/** Makes content of what was written in rooms whose process died before it did. */
export async function materialiseLeft(services: Services): Promise<void> {
  const left = await CurriculumRoomModel.find({ pendingSince: { $lte: new Date(services.now().getTime() - ALIVE) } }).select('_id pendingSince').lean<Pick<CurriculumRoomDoc, '_id' | 'pendingSince'>[]>()
  for (const { _id, pendingSince } of left) {
    if (openRooms.has(String(_id))) continue
    await materialiseFromLog(services, _id, pendingSince!).catch((err: unknown) => services.log.error({ err, curriculum: String(_id) }, 'what a dead room left could not become content'))
  }
}

async function materialiseFromLog(services: Services, id: Types.ObjectId, pendingSince: Date): Promise<void> {
  const curriculum = await CurriculumModel.findById(id).lean<CurriculumDoc>()
  const doc = new Y.Doc()
  const loaded = await loadInto(doc, id)
  if (!curriculum || !loaded || !isEditable(curriculum.state)) return
  const mark = { materialised: loaded.seq, pendingSince: null }
  const last = loaded.pending.at(-1)
  const { content } = toContent(doc)
  doc.destroy()
  const acting = last ? await actAs(services, String(last.by)) : null
  const ctx = last && acting ? (acting.viewer.id ? acting : contextFor(services, { ...guest, id: String(last.by) })) : null
  const decision = ctx && last ? contentDecision(ctx, curriculum, content, { edits: credited(curriculum, content, loaded.pending, last), log: false }) : null
  if (!ctx || !decision) {
    await CurriculumRoomModel.updateOne({ _id: id, pendingSince }, mark)
    return
  }
  await saveDecision(ctx, curriculum, {
    ...decision,
    also: async (session, head) => {
      await decision.also?.(session, head)
      await CurriculumRoomModel.updateOne({ _id: id, pendingSince }, mark, { session })
    },
  })
}
