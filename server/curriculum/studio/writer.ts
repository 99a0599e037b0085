import type { Types } from 'mongoose'
import * as Y from 'yjs'
import { isDuplicate } from '../../lib/mongo.ts'
import type { CurriculumEditDoc } from '../model.ts'
import { updatesAfter } from './log.ts'
import { bytesOf, CurriculumRoomModel, CurriculumUpdateModel, type CurriculumUpdateDoc } from './model.ts'

/** Elements one row of the log names; more are named by their section. */
const EDITS_MAX = 100

type Waiting = { update: Uint8Array; edits: readonly CurriculumEditDoc[] }

/** Edits once each. */
export const once = (edits: readonly CurriculumEditDoc[]): CurriculumEditDoc[] =>
  [...new Map(edits.map(edit => [`${edit.section} ${edit.element} ${String(edit.by)}`, edit])).values()]

/**
 * Writes what comes into a room to its log, in the order it came, one row after the other. What came while a row was being
 * written becomes the next row. Another process that writes to the same log is noticed by the number it took.
 */
export class Writer {
  seq: number
  /** Rows since the last snapshot. */
  weight: number
  private marked = false
  private queue: Waiting[] = []
  private running: Promise<void> | null = null
  private readonly id: Types.ObjectId
  private readonly foreign: (rows: readonly CurriculumUpdateDoc[]) => void

  constructor(id: Types.ObjectId, { seq, weight }: { seq: number; weight: number }, foreign: (rows: readonly CurriculumUpdateDoc[]) => void) {
    this.id = id
    this.seq = seq
    this.weight = weight
    this.foreign = foreign
  }

  get idle(): boolean { return this.queue.length === 0 && !this.running }

  add(waiting: Waiting): void { this.queue.push(waiting) }

  /** Resolves when all that was added is in the log. Throws when the store cannot be reached; what waits keeps waiting. */
  async flush(): Promise<void> {
    while (!this.idle) {
      this.running ??= this.write().finally(() => { this.running = null })
      await this.running
    }
  }

  /** What others wrote to the log is handed on. */
  async pull(): Promise<void> {
    const rows = await updatesAfter(this.id, this.seq)
    const fresh = rows.filter(({ seq }) => seq > this.seq)
    if (fresh.length === 0) return
    this.seq = fresh.at(-1)!.seq
    this.weight += fresh.length
    this.foreign(fresh)
  }

  /** All that is in the log has become content: the next row says anew that something waits. */
  settled(): void { this.marked = false }

  private async write(): Promise<void> {
    const batch = [...this.queue]
    if (!this.marked) {
      await CurriculumRoomModel.updateOne({ _id: this.id, pendingSince: null }, { pendingSince: new Date() })
      this.marked = true
    }
    const update = batch.length === 1 ? batch[0]!.update : Y.mergeUpdates(batch.map(one => one.update))
    const edits = once(batch.flatMap(one => one.edits))
    const named = edits.length <= EDITS_MAX ? edits : once(edits.map(edit => ({ ...edit, element: null })))
    const seq = this.seq + 1
    try {
      await CurriculumUpdateModel.create([{ curriculum: this.id, seq, update: Buffer.from(update), edits: named, at: new Date() }])
    } catch (error) {
      if (!isDuplicate(error)) throw error
      await this.pull()
      return
    }
    this.seq = seq
    this.weight++
    this.queue.splice(0, batch.length)
  }
}

export const bytesOfRow = ({ update }: CurriculumUpdateDoc): Uint8Array => bytesOf(update)
