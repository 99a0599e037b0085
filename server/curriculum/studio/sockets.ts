import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer } from 'ws'
import type { SocketPath, SocketServices } from '../../domain.ts'
import { on } from '../../lib/events.ts'
import { closes, Gate, MESSAGE_MAX } from './gate.ts'
import { Rooms } from './rooms.ts'

/** Lines there may be at once in this process, and those of one address that have not said who they are. */
const limits = { all: 2000, unknown: 100 }
/** How long one may take to say who one is, in milliseconds. */
const PATIENCE = 10_000

/** The studio's path. A line is opened for anybody of our own origin; who it is, and into which room, it says first. */
export function studioSockets(services: SocketServices): SocketPath {
  const rooms = new Rooms(services)
  on('session.ended', ({ person }) => rooms.lookAgain(person))
  const server = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_MAX, perMessageDeflate: false, clientTracking: true })
  const unknown = new Map<string, number>()
  return {
    path: '/studio',
    open(request, socket, head) {
      const address = addressOf(request, services.env.TRUST_PROXY)
      const waiting = unknown.get(address) ?? 0
      if (server.clients.size >= limits.all || waiting >= limits.unknown) {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      unknown.set(address, waiting + 1)
      let counted = true
      const known = () => {
        if (!counted) return
        counted = false
        const left = (unknown.get(address) ?? 1) - 1
        if (left > 0) unknown.set(address, left)
        else unknown.delete(address)
      }
      socket.once('close', known)
      server.handleUpgrade(request, socket, head, line => {
        const gate = new Gate(line, (from, message) => rooms.judge(from, message))
        rooms.serve(gate, request, services.tokenOf(request), known)
        setTimeout(() => {
          known()
          if (!rooms.isSeated(gate)) gate.close(closes.signedOut, 'NOBODY')
        }, PATIENCE).unref()
      })
    },
    async stop() {
      await rooms.stop()
      for (const line of server.clients) line.terminate()
      server.close()
    },
  }
}

/** Where a line comes from; behind a proxy of ours, what it says last. */
function addressOf({ headers, socket }: IncomingMessage, trustsProxy: unknown): string {
  const said = trustsProxy ? String(headers['x-forwarded-for'] ?? '').split(',').at(-1)!.trim() : ''
  return said || ((socket as Socket).remoteAddress ?? '')
}
