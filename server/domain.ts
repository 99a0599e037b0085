import type { Request, Response, Router } from 'express'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { Context } from './context.ts'
import type { Env } from './env.ts'
import type { Resolvers } from './graphql.ts'
import type { Viewer } from './viewer.ts'

/** What work outside a request may reach: the clock, the log, and what the process was told. */
export type Services = { env: Env; log: Logger; now: () => Date }

/** What a path beside GraphQL may reach: who is asking, too. */
export type WebServices = Services & { contextOf: (req: Request, res: Response) => Promise<Context> }

/** What a path of sockets may reach: who holds the session of a request's cookie, and again later whether it still runs. */
export type SocketServices = Services & {
  tokenOf: (request: IncomingMessage) => string | undefined
  viewerOf: (token: string | undefined) => Promise<Viewer>
}

/** A path whose requests become sockets. The origin was looked at before. */
export type SocketPath = { path: string; open: (request: IncomingMessage, socket: Duplex, head: Buffer) => void; stop: () => Promise<void> }

/** Finds and does what the news missed, or what time brought. Safe to run at any time, and twice. */
export type Sweep = { name: string; everySeconds: number; run: (services: Services) => Promise<void> }

/** All that a domain brings. Its SDL is schema/<name>.graphql. */
export type Domain = {
  name: string
  resolvers: Resolvers
  /** Paths beside GraphQL: files, public pages. */
  routes?: (router: Router, services: WebServices) => void
  /** A path of sockets. */
  sockets?: (services: SocketServices) => SocketPath
  /** Called once at start: listen to other domains' news. */
  listen?: (services: Services) => void
  sweeps?: readonly Sweep[]
}
