import type { Document } from '@hocuspocus/server'
import { Types } from 'mongoose'
import * as Y from 'yjs'
import { toContent, type Fault } from '../../../schema/studio/read.ts'
import { contextFor } from '../../context.ts'
import type { Services } from '../../domain.ts'
import { Refusal } from '../../lib/refusal.ts'
import { guest, type Viewer } from '../../viewer.ts'
import { isEditable } from '../domain/workflow.ts'
import { CurriculumModel, type CurriculumDoc, type CurriculumEditDoc } from '../model.ts'
import { saveDecision } from '../service/change.ts'
import { problems } from '../service/describe.ts'
import { contentDecision } from '../service/saveContent.ts'
import { credited } from './credit.ts'
import { Later } from './later.ts'
import { compact, type Loaded } from './log.ts'
import { CurriculumRoomModel, type CurriculumUpdateDoc } from './model.ts'
import type { Seat } from './seat.ts'
import { touchedBy } from './touched.ts'
import { Vetting } from './vet.ts'
import { bytesOfRow, once, Writer } from './writer.ts'

/**
 * How long after the last keystroke, and at most after the first, in milliseconds: the checks are told anew, and the typed
 * content follows, with an entry in its history. Defaults, ours.
 */
const CHECK = { idle: 300, most: 1000 }
const SETTLE = { idle: 1000, most: 8000 }
/** Rows of the log after which a snapshot is taken. */
const ROWS_MAX = 300
const TRIES = 8

/** What everybody in a room is told when the content has followed what was typed. */
export type Standing = { kind: 'content'; revision: number; state: string; hash: string; at: string; problems: unknown[]; faults: Fault[] }

/**
 * A curriculum several people write at once. The shared document is written to the log as it comes; the typed content
 * follows it a moment later through `saveContent`, with who wrote to which element, so every rule of content holds.
 */
export class Room {
  readonly id: Types.ObjectId
  readonly doc: Document
  readonly vetting: Vetting
  readonly seats = new Set<Seat>()
  readonly writer: Writer
  private readonly services: Services
  private curriculum: CurriculumDoc
  private pending: CurriculumEditDoc[]
  private dirty: boolean
  private author: Viewer | null = null
  private work: Promise<void> = Promise.resolve()
  private readonly checking = new Later(CHECK, () => this.check())
  private readonly settling = new Later(SETTLE, () => this.materialise().catch((err: unknown) => this.again(err)))
  private closed = false

  constructor(services: Services, doc: Document, curriculum: CurriculumDoc, loaded: Loaded) {
    this.services = services
    this.id = curriculum._id
    this.doc = doc
    this.curriculum = curriculum
    this.pending = loaded.pending
    this.dirty = loaded.materialised < loaded.seq
    this.vetting = new Vetting(doc)
    this.writer = new Writer(this.id, loaded, rows => this.follow(rows))
    doc.on('update', (update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction) => {
      if (origin !== 'log') this.wrote(update, seatOf(origin), transaction)
    })
    if (this.dirty) this.settling.soon()
  }

  /** Somebody's writing has reached the document: into the log with it, and soon into the content. */
  private wrote(update: Uint8Array, seat: Seat | undefined, transaction: Y.Transaction): void {
    if (!seat) return
    this.author = seat.viewer
    const by = new Types.ObjectId(seat.self.person)
    const edits = touchedBy(this.doc, transaction).map(ref => ({ ...ref, by, organisation: seat.organisation }))
    this.pending = once([...this.pending, ...edits])
    this.dirty = true
    this.writer.add({ update, edits })
    this.save()
    this.checking.soon()
    this.settling.soon()
  }

  /** Writes to the log, again and again while the store cannot be reached. */
  private save(): void {
    this.writer.flush().catch((err: unknown) => {
      this.services.log.error({ err, curriculum: String(this.id) }, 'the studio cannot write; trying again')
      setTimeout(() => { if (!this.closed) this.save() }, 1000).unref()
    })
  }

  /** Rows that another process, or an edit by another way, put into the log. */
  private follow(rows: readonly CurriculumUpdateDoc[]): void {
    for (const row of rows) {
      const update = bytesOfRow(row)
      this.vetting.follow(update)
      Y.applyUpdate(this.doc, update, 'log')
      if (row.edits.length === 0) continue
      this.pending = once([...this.pending, ...row.edits])
      this.dirty = true
      this.settling.soon()
    }
    this.checking.soon()
  }

  private again(err: unknown): void {
    this.services.log.error({ err, curriculum: String(this.id) }, 'the content could not follow the studio; trying again')
    if (!this.closed) this.settling.soon()
  }

  /** Makes the content what is written, now. One at a time. */
  materialise(): Promise<void> {
    this.settling.stop()
    this.work = this.work.catch(() => undefined).then(() => this.settle())
    return this.work
  }

  private async settle(): Promise<void> {
    await this.writer.flush()
    for (let tries = 1; ; tries++) {
      const curriculum = await CurriculumModel.findById(this.id).lean<CurriculumDoc>()
      if (!curriculum) return
      await this.writer.pull()
      if (!this.dirty || !isEditable(curriculum.state)) return this.saw(curriculum)
      const edits = this.pending
      const { seq } = this.writer
      try {
        const saved = await this.saveAs(curriculum, edits, seq)
        this.pending = this.pending.filter(edit => !edits.includes(edit))
        this.dirty = this.pending.length > 0
        if (!this.dirty) this.writer.settled()
        this.saw(saved)
        if (this.writer.weight > ROWS_MAX && !this.dirty) await this.compact()
        return
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'STALE') || tries === TRIES) throw error
      }
    }
  }

  private async saveAs(curriculum: CurriculumDoc, pending: readonly CurriculumEditDoc[], seq: number): Promise<CurriculumDoc> {
    const { content } = toContent(this.doc)
    const mark = { materialised: seq, ...(this.writer.idle ? { pendingSince: null } : {}) }
    const last = pending.at(-1)
    const viewer = this.author ?? (last ? { ...guest, id: String(last.by) } : null)
    const ctx = viewer && contextFor(this.services, viewer)
    const edits = last ? credited(curriculum, content, pending, last) : undefined
    const decision = ctx && contentDecision(ctx, curriculum, content, { edits, log: false })
    if (!ctx || !decision) {
      await CurriculumRoomModel.updateOne({ _id: this.id }, mark)
      return curriculum
    }
    return saveDecision(ctx, curriculum, {
      ...decision,
      also: async (session, head) => {
        await decision.also?.(session, head)
        await CurriculumRoomModel.updateOne({ _id: this.id }, mark, { session })
      },
    })
  }

  /** The curriculum as it is now: everybody's rights in its state, and what they are told of it. */
  saw(curriculum: CurriculumDoc): void {
    this.curriculum = curriculum
    for (const seat of this.seats) seat.rightsIn(curriculum)
    this.doc.broadcastStateless(JSON.stringify(this.standing()))
  }

  /** Edited by another way: the document follows the log, and the room hears of it. */
  async heard(curriculum: CurriculumDoc): Promise<void> {
    await this.writer.pull()
    this.saw(curriculum)
  }

  /** Everybody hears what the checks say of what is written just now, saved or not. */
  private check(): void {
    this.doc.broadcastStateless(JSON.stringify(this.standing()))
  }

  standing(): Standing {
    const { revision, state, hash, updatedAt, waivers } = this.curriculum
    const { content, faults } = this.dirty ? toContent(this.doc) : { content: this.curriculum.content, faults: [] }
    return {
      kind: 'content', revision, state, hash, at: updatedAt.toISOString(), faults: faults.slice(0, 50),
      problems: problems({ content, waivers }).map(({ waiver, ...problem }) => ({ ...problem, waiver: waiver && { reason: waiver.reason, on: waiver.on } })),
    }
  }

  async compact(): Promise<void> {
    await compact(this.id, this.doc, this.writer.seq)
    this.writer.weight = 0
  }

  /** Everything into the log and the content; when the last one leaves, and when the process ends. */
  async close(): Promise<void> {
    await this.materialise()
    if (this.writer.weight > 0 && !this.dirty) await this.compact()
  }

  /** No more timers. */
  end(): void {
    this.closed = true
    this.settling.stop()
    this.checking.stop()
  }
}

const seatOf = (origin: unknown): Seat | undefined => (origin as { context?: { seat?: Seat } } | null)?.context?.seat
