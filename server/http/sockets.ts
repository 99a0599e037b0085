import { parse as parseCookies } from 'cookie'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Domain, Services, SocketPath, SocketServices } from '../domain.ts'
import { isForeign } from './origin.ts'

export type Sockets = { upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void; stop(): Promise<void> }

/** Opens the sockets that domains serve. What another site's page asks for, and what no domain serves, is refused. */
export function sockets(services: Services, domains: readonly Domain[], who: { cookieName: string; viewerOf: SocketServices['viewerOf'] }): Sockets {
  const tokenOf = (request: IncomingMessage) => parseCookies(request.headers.cookie ?? '')[who.cookieName]
  const paths: SocketPath[] = domains.flatMap(domain => domain.sockets?.({ ...services, tokenOf, viewerOf: who.viewerOf }) ?? [])
  return {
    upgrade(request, socket, head) {
      const path = paths.find(one => one.path === request.url?.split('?', 1)[0])
      if (!path) return refuse(socket, '404 Not Found')
      if (isForeign(services.env, request)) return refuse(socket, '403 Forbidden')
      path.open(request, socket, head)
    },
    async stop() {
      await Promise.all(paths.map(path => path.stop()))
    },
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
