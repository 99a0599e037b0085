import { EventEmitter } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'

/** Kinds of messages of the protocol, as @hocuspocus/server 3 numbers them. */
export const kinds = { sync: 0, awareness: 1, auth: 2, askAwareness: 3, syncReply: 4, stateless: 5, broadcast: 6, close: 7 } as const
/** Within sync: asking, answering, and writing. */
export const syncKinds = { ask: 0, answer: 1, update: 2 } as const

/** The most one message may weigh, in bytes; the socket itself refuses more. */
export const MESSAGE_MAX = 256 * 1024
/** What waits to be sent to one who does not read. */
const BACKLOG_MAX = 16 * 1024 * 1024
/** Messages and bytes of one connection: so many at once, and so many a second. A fast typist sends some 15 messages. */
const rates = { messages: { burst: 400, second: 60 }, bytes: { burst: 2 * 1024 * 1024, second: 256 * 1024 } }

/** Closes that say why. The client knows them by number. */
export const closes = { refused: 4400, signedOut: 4401, noPlace: 4429, gone: 4404 } as const

export type Message = { room: string; kind: number; sync: number | null; payload: Uint8Array; raw: Uint8Array }
/** What becomes of a message: it goes on (as it is, or as other bytes), it is dropped, or the line is closed. */
export type Verdict = Uint8Array | 'DROP' | { refused: string }

/**
 * Stands between a socket and the library that serves rooms: every message passes here first, also those the library kept
 * while somebody was being let in. One line serves one room.
 */
export class Gate extends EventEmitter {
  binaryType = 'nodebuffer'
  room: string | null = null
  private readonly socket: WebSocket
  private readonly judge: (gate: Gate, message: Message) => Verdict
  private readonly left = { messages: rates.messages.burst, bytes: rates.bytes.burst }
  private at = Date.now()

  constructor(socket: WebSocket, judge: (gate: Gate, message: Message) => Verdict) {
    super()
    this.socket = socket
    this.judge = judge
    socket.on('message', (data: Buffer) => { if (this.affords(data.length)) this.emit('message', data) })
    socket.on('pong', () => this.emit('pong'))
    socket.on('close', (code, reason) => this.emit('close', code, reason))
    socket.on('error', () => socket.terminate())
  }

  get readyState() { return this.socket.readyState }
  ping(): void { this.socket.ping() }
  close(code?: number, reason?: string): void { this.socket.close(code, reason?.slice(0, 100)) }
  send(data: Uint8Array, done?: (error?: Error) => void): void {
    if (this.socket.bufferedAmount > BACKLOG_MAX) this.socket.terminate()
    else this.socket.send(data, done)
  }

  override emit(name: string | symbol, ...args: unknown[]): boolean {
    if (name !== 'message') return super.emit(name, ...args)
    if (this.socket.readyState !== this.socket.OPEN) return false
    const verdict = this.verdictOn(args[0] as Uint8Array)
    if (verdict === 'DROP') return false
    if (verdict instanceof Uint8Array) return super.emit('message', verdict)
    this.close(closes.refused, verdict.refused)
    return false
  }

  private verdictOn(raw: Uint8Array): Verdict {
    try {
      const decoder = decoding.createDecoder(raw)
      const room = decoding.readVarString(decoder)
      const kind = decoding.readVarUint(decoder)
      this.room ??= room
      if (!/^[0-9a-f]{24}$/.test(room) || room !== this.room) return { refused: 'OTHER_ROOM' }
      const isSync = kind === kinds.sync || kind === kinds.syncReply
      const sync = isSync ? decoding.readVarUint(decoder) : null
      const payload = isSync || kind === kinds.awareness ? decoding.readVarUint8Array(decoder) : decoding.readTailAsUint8Array(decoder)
      return this.judge(this, { room, kind, sync, payload, raw })
    } catch {
      return { refused: 'MALFORMED' }
    }
  }

  private affords(bytes: number): boolean {
    const now = Date.now()
    const seconds = (now - this.at) / 1000
    this.at = now
    for (const what of ['messages', 'bytes'] as const) {
      this.left[what] = Math.min(rates[what].burst, this.left[what] + seconds * rates[what].second) - (what === 'messages' ? 1 : bytes)
    }
    if (this.left.messages >= 0 && this.left.bytes >= 0) return true
    this.close(closes.noPlace, 'TOO_FAST')
    return false
  }
}

/** The message with another payload: what was sent in an awareness message is written anew by the server. */
export function awarenessMessage(room: string, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeVarUint(encoder, kinds.awareness)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
