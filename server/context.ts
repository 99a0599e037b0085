import type { Logger } from 'pino'
import { bankLoaders } from './bank/index.ts'
import { certificateLoaders } from './certificate/index.ts'
import { conformanceLoaders } from './conformance/index.ts'
import { consultationLoaders } from './consultation/index.ts'
import { courseLoaders, tiesOf } from './course/index.ts'
import { curriculumLoaders } from './curriculum/index.ts'
import { discussionLoaders } from './discussion/index.ts'
import type { Services } from './domain.ts'
import type { Env } from './env.ts'
import { exchangeLoaders } from './exchange/index.ts'
import { evaluationLoaders } from './evaluation/index.ts'
import { fileLoaders } from './file/index.ts'
import { tell, type Events } from './lib/events.ts'
import { partnerLoaders } from './partner/index.ts'
import { peopleLoaders, viewerOf, viewerOfToken } from './people/index.ts'
import { practicumLoaders } from './practicum/index.ts'
import { quizLoaders } from './quiz/index.ts'
import type { Viewer } from './viewer.ts'

const loaders = () => ({
  ...peopleLoaders(),
  ...fileLoaders(),
  ...partnerLoaders(),
  ...curriculumLoaders(),
  ...exchangeLoaders(),
  ...discussionLoaders(),
  ...consultationLoaders(),
  ...courseLoaders(),
  ...bankLoaders(),
  ...quizLoaders(),
  ...practicumLoaders(),
  ...certificateLoaders(),
  ...conformanceLoaders(),
  ...evaluationLoaders(),
})

/** The cookie that carries the session's token; null where there is no browser to answer (seeds, sweeps). */
export type SessionCookie = { set(token: string, expiresAt: Date): void; clear(): void }

/** What a request may reach. */
export type Context = {
  viewer: Viewer
  load: ReturnType<typeof loaders>
  now: () => Date
  env: Env
  log: Logger
  /** Tells the other domains; never fails the teller. */
  tell: <Name extends keyof Events>(name: Name, news: Events[Name]) => Promise<void>
  cookie: SessionCookie | null
  ip: string
  agent: string
}

/** A context for one request, or for one piece of work done in a person's name. */
export function contextFor(
  { env, log, now }: Services, viewer: Viewer, caller: { cookie?: SessionCookie; ip?: string; agent?: string } = {},
): Context {
  return {
    viewer, env, log, now,
    load: loaders(),
    tell: (name, news) => tell(log, name, news),
    cookie: caller.cookie ?? null,
    ip: caller.ip ?? '',
    agent: caller.agent ?? '',
  }
}

/** The viewer with the classes they learn in and teach. */
async function withTies(viewer: Viewer): Promise<Viewer> {
  return viewer.id ? { ...viewer, ...(await tiesOf(viewer)) } : viewer
}

/** Who a session's token speaks for. */
export const viewerOfRequest = async (services: Services, token: string | undefined): Promise<Viewer> =>
  withTies(await viewerOfToken(services, token))

/** A context in a person's name, for work that no request asked for: seeds, the journey's preparation. */
export const actAs = async (services: Services, person: string): Promise<Context> =>
  contextFor(services, await withTies(await viewerOf(person)))
