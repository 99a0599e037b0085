import { Hocuspocus, type Connection, type Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { SocketServices } from '../../domain.ts'
import { isId } from '../../lib/mongo.ts'
import { fullName, PersonModel, type PersonDoc } from '../../people/index.ts'
import { PartnerModel, type PartnerDoc } from '../../partner/index.ts'
import type { Viewer } from '../../viewer.ts'
import { CurriculumModel, type CurriculumDoc } from '../model.ts'
import { curriculumPolicy, organisationOf } from '../policy.ts'
import { awarenessMessage, closes, kinds, syncKinds, type Gate, type Message, type Verdict } from './gate.ts'
import { openLog } from './log.ts'
import { openRooms } from './open.ts'
import { colourOf, presenceOf, type Self } from './presence.ts'
import { Room } from './room.ts'
import { Seat } from './seat.ts'

/** People's lines into one room, and one person's lines into all of them. */
const limits = { room: 60, person: 12, waiting: 200 }
/** How often rights are looked at again, and what other processes wrote is fetched, in milliseconds. */
const RIGHTS_EVERY = 10_000
const PULL_EVERY = 3000
const AGENCY = 'BKPSDM'

type Placed = { seat: Seat | null; waiting: number; known: () => void }

/** The rooms of this process. Serves lines that have passed the gate; who may come in, and what is let in, is decided here. */
export class Rooms {
  private readonly rooms = new Map<string, Room>()
  private readonly places = new WeakMap<Gate, Placed>()
  /** Who writes under a client's id, by room. */
  private readonly owners = new Map<string, Map<number, Seat>>()
  private readonly people = new Map<string, number>()
  private readonly services: SocketServices
  private readonly library: Hocuspocus
  private readonly timers: NodeJS.Timeout[]

  constructor(services: SocketServices) {
    this.services = services
    this.library = new Hocuspocus({
      quiet: true, debounce: 50, maxDebounce: 50,
      onAuthenticate: async ({ documentName, context, connectionConfig }) => {
        const seat = await this.seatFor(documentName, context as { gate: Gate; token: string | undefined })
        connectionConfig.readOnly = seat.readOnly
        return { seat }
      },
      onLoadDocument: async ({ document, documentName }) => { await this.openRoom(documentName, document) },
      connected: async ({ context, connection }) => this.seated((context as { seat: Seat }).seat, connection as unknown as Connection),
      onStateless: async ({ connection, documentName, payload }) => this.asked(documentName, (connection.context as { seat: Seat }).seat, payload),
      beforeUnloadDocument: async ({ documentName }) => { await this.rooms.get(documentName)?.close() },
      afterUnloadDocument: async ({ documentName }) => this.forget(documentName),
    })
    this.timers = [setInterval(() => void this.lookAgain(), RIGHTS_EVERY).unref(), setInterval(() => void this.pull(), PULL_EVERY).unref()]
  }

  /** A new line, through its gate; `known` is called once it has said who it is. */
  serve(gate: Gate, request: Parameters<Hocuspocus['handleConnection']>[1], token: string | undefined, known: () => void): void {
    this.places.set(gate, { seat: null, waiting: 0, known })
    this.library.handleConnection(gate as unknown as Parameters<Hocuspocus['handleConnection']>[0], request, { gate, token })
    gate.once('close', () => this.left(gate))
  }

  isSeated(gate: Gate): boolean { return Boolean(this.places.get(gate)?.seat) }

  /** What becomes of a message. */
  judge(gate: Gate, { room: name, kind, sync, payload, raw }: Message): Verdict {
    const place = this.places.get(gate)
    const seat = place?.seat
    const room = this.rooms.get(name)
    if (!place) return 'DROP'
    if (!seat || !room) return ++place.waiting > limits.waiting ? { refused: 'TOO_EARLY' } : raw
    switch (kind) {
      case kinds.sync: case kinds.syncReply: {
        if (sync === syncKinds.ask) {
          Y.decodeStateVector(payload)
          return raw
        }
        if (sync !== syncKinds.answer && sync !== syncKinds.update) return { refused: 'MALFORMED' }
        if (seat.readOnly) return 'DROP'
        const refused = room.vetting.refuses(payload, client => this.mayWriteAs(name, seat, client))
        return refused ? { refused } : raw
      }
      case kinds.awareness: {
        const presence = presenceOf(payload, seat.self)
        if (!presence || !this.mayWriteAs(name, seat, presence.client)) return 'DROP'
        this.owners.get(name)?.set(presence.client, seat)
        return awarenessMessage(name, presence.update)
      }
      case kinds.stateless: return payload.length <= 200 ? raw : { refused: 'TOO_LARGE' }
      case kinds.askAwareness: case kinds.close: return raw
      case kinds.auth: return 'DROP'
      default: return { refused: 'MALFORMED' }
    }
  }

  /** A client's id is its owner's while they are there; one person may come back by another line. */
  private mayWriteAs(name: string, seat: Seat, client: number): boolean {
    const owner = this.owners.get(name)?.get(client)
    return !owner || owner === seat || owner.self.person === seat.self.person
  }

  /** A place for who asks. Refused, by throwing the reason, are the signed out, those who may not see it, and too many. */
  private async seatFor(name: string, { gate, token }: { gate: Gate; token: string | undefined }): Promise<Seat> {
    try {
      const viewer = await this.services.viewerOf(token)
      if (!viewer.id || viewer.mustChangePassword) throw { reason: 'UNAUTHENTICATED' }
      const curriculum = isId(name) ? await CurriculumModel.findById(name).lean<CurriculumDoc>() : null
      if (!curriculum || !curriculumPolicy.see(viewer, curriculum)) throw { reason: 'NOT_FOUND' }
      const self = await selfOf(viewer, curriculum)
      const lines = this.people.get(viewer.id) ?? 0
      if (lines >= limits.person || (this.rooms.get(name)?.seats.size ?? 0) >= limits.room) throw { reason: 'NO_PLACE' }
      const seat = new Seat(gate, token!, viewer, self, curriculum)
      const place = this.places.get(gate)
      if (!place) throw { reason: 'GONE' }
      place.seat = seat
      place.known()
      this.people.set(viewer.id, lines + 1)
      return seat
    } catch (error) {
      if (!(error as { reason?: string }).reason) this.services.log.error({ err: error, curriculum: name }, 'nobody could be let into the studio')
      setTimeout(() => gate.close(closes.gone, (error as { reason?: string }).reason ?? 'UNAVAILABLE'), 200).unref()
      throw { reason: (error as { reason?: string }).reason ?? 'UNAVAILABLE' }
    }
  }

  private async openRoom(name: string, doc: Document): Promise<void> {
    const curriculum = await CurriculumModel.findById(name).lean<CurriculumDoc>()
    if (!curriculum) throw { reason: 'NOT_FOUND' }
    const loaded = await openLog(doc, curriculum)
    const room = new Room(this.services, doc, curriculum, loaded)
    this.rooms.set(name, room)
    this.owners.set(name, new Map())
    openRooms.set(name, room)
  }

  private seated(seat: Seat, connection: Connection): void {
    seat.connection = connection
    const room = this.rooms.get(connection.document.name)
    if (!room || !this.places.has(seat.gate)) return
    room.seats.add(seat)
    seat.tell({ ...room.standing() })
  }

  /** A client asks when all it has written so far is safe: told once it is in the log. */
  private async asked(name: string, seat: Seat, payload: string): Promise<void> {
    const room = this.rooms.get(name)
    const mark = markOf(payload)
    if (!room || mark === null) return
    await room.writer.flush().then(
      () => seat.tell({ kind: 'saved', mark, seq: room.writer.seq, at: new Date().toISOString() }),
      () => undefined)
  }

  private left(gate: Gate): void {
    const seat = this.places.get(gate)?.seat
    this.places.delete(gate)
    if (!seat) return
    const { person } = seat.self
    const lines = (this.people.get(person) ?? 1) - 1
    if (lines > 0) this.people.set(person, lines)
    else this.people.delete(person)
    for (const room of this.rooms.values()) room.seats.delete(seat)
    for (const owners of this.owners.values()) for (const [client, owner] of owners) if (owner === seat) owners.delete(client)
  }

  private forget(name: string): void {
    this.rooms.get(name)?.end()
    this.rooms.delete(name)
    this.owners.delete(name)
    openRooms.delete(name)
  }

  /** Sessions end, roles are taken back: who may no longer is shown out, who may only read reads. Of one person, or all. */
  async lookAgain(person?: string): Promise<void> {
    for (const [name, room] of this.rooms) {
      const seats = [...room.seats].filter(seat => !person || seat.self.person === person)
      const curriculum = seats.length > 0 ? await CurriculumModel.findById(name).lean<CurriculumDoc>().catch(() => null) : null
      if (!curriculum) continue
      for (const seat of seats) {
        const viewer = await this.services.viewerOf(seat.token).catch(() => null)
        if (!viewer) continue
        seat.viewer = viewer
        seat.rightsIn(curriculum)
      }
    }
  }

  private async pull(): Promise<void> {
    for (const room of this.rooms.values()) {
      await room.writer.pull().catch((err: unknown) => this.services.log.error({ err }, 'the studio cannot read its log'))
    }
  }

  /** Shows everybody out; what was written is in the log and in the content. */
  async stop(): Promise<void> {
    this.timers.forEach(clearInterval)
    for (const room of this.rooms.values()) {
      await room.close().catch((err: unknown) => this.services.log.error({ err }, 'a room could not be closed; the sweep will'))
      for (const seat of room.seats) seat.gate.close(1001, 'GOING_AWAY')
    }
    for (const [name, room] of [...this.rooms]) {
      this.forget(name)
      room.doc.destroy()
    }
  }
}

async function selfOf(viewer: Viewer, curriculum: CurriculumDoc): Promise<Self> {
  const [person, partner] = await Promise.all([
    PersonModel.findById(viewer.id).lean<PersonDoc>(), PartnerModel.findById(curriculum.partner).lean<PartnerDoc>(),
  ])
  const agency = organisationOf(viewer, curriculum) === 'AGENCY'
  return {
    person: viewer.id!, name: person ? fullName(person) : '–', organisation: agency ? AGENCY : partner?.shortName ?? '–',
    side: agency ? 'AGENCY' : 'PARTNER', colour: colourOf(viewer.id!),
  }
}

function markOf(payload: string): number | null {
  try {
    const { mark } = JSON.parse(payload) as { mark?: unknown }
    return Number.isSafeInteger(mark) ? mark as number : null
  } catch {
    return null
  }
}
