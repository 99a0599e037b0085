import { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import compression from 'compression'
import { parse as parseCookies } from 'cookie'
import express, { type Express, type Request, type Response } from 'express'
import type { Context } from './context.ts'
import { contextFor, viewerOfRequest, type SessionCookie } from './context.ts'
import type { Services } from './domain.ts'
import { domains } from './domains.ts'
import { client } from './http/client.ts'
import { health } from './http/health.ts'
import { refuseForeignOrigins } from './http/origin.ts'
import { secureHeaders } from './http/headers.ts'
import { badBody } from './http/badBody.ts'
import { formatError } from './lib/formatError.ts'
import { queryLimits } from './http/queryLimits.ts'
import { sockets, type Sockets } from './http/sockets.ts'
import { buildSchema } from './schema.ts'

/** The most a GraphQL request may weigh: 10,000 rows of CSV fit, a book in a title does not. */
const BODY_LIMIT = '1mb'

export type App = { express: Express; upgrade: Sockets['upgrade']; stop(): Promise<void> }

/** Express and Apollo with everything a process serves; what tests start. The store is connected by the caller. */
export async function buildApp(services: Services): Promise<App> {
  const { env, log } = services
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY)
  app.use(health())
  app.use(secureHeaders(env))
  app.use(compression())
  app.use(refuseForeignOrigins(env))

  const apollo = new ApolloServer<Context>({
    schema: buildSchema(),
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    formatError: formatError(log),
    allowBatchedHttpRequests: false,
    ...queryLimits(),
    logger: log,
  })
  await apollo.start()
  app.use('/graphql', express.json({ limit: BODY_LIMIT }), badBody, expressMiddleware(apollo, {
    context: async ({ req, res }) => contextOf(services, req, res),
  }))
  const web = { ...services, contextOf: (req: Request, res: Response) => contextOf(services, req, res) }
  for (const domain of domains) {
    const router = express.Router()
    domain.routes?.(router, web)
    app.use(router)
    domain.listen?.(services)
  }
  app.use(client())
  const { upgrade, stop } = sockets(services, domains, { cookieName: cookieName(services), viewerOf: token => viewerOfRequest(services, token) })
  return {
    express: app, upgrade,
    async stop() {
      await stop()
      await apollo.stop()
    },
  }
}

/** The context of a request: also for the paths beside GraphQL. */
export async function contextOf(services: Services, req: Request, res: Response): Promise<Context> {
  const name = cookieName(services)
  const viewer = await viewerOfRequest(services, parseCookies(req.headers.cookie ?? '')[name])
  return contextFor(services, viewer, { cookie: sessionCookie(services, res), ip: req.ip, agent: req.get('user-agent') })
}

// With the prefix, browsers accept the cookie only over TLS and from this very host.
const cookieName = ({ env }: Services) => (env.production ? '__Host-pembina' : 'pembina')

function sessionCookie(services: Services, res: Response): SessionCookie {
  const options = { httpOnly: true, sameSite: 'lax', secure: services.env.production, path: '/' } as const
  return {
    set: (token, expires) => void res.cookie(cookieName(services), token, { ...options, expires }),
    clear: () => void res.clearCookie(cookieName(services), options),
  }
}
