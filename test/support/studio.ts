import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { toContent } from '../../schema/studio/read.ts'
import type { Content } from '../../server/curriculum/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import type { TestApp } from './app.ts'

type News = { kind: string } & Record<string, any>

/** Somebody in the studio, by a real socket and the library the browser uses. */
export type Writer = {
  doc: Y.Doc
  provider: HocuspocusProvider
  news: News[]
  /** Why one was not let in. */
  denied: string[]
  /** Codes with which the line was closed. */
  closed: { code: number; reason: string }[]
  content(): Content
  /** Resolves once all that was written so far is in the log. */
  saved(): Promise<News>
  drop(): void
  comeBack(): void
  leave(): void
}

/** Waits until it holds; says what did not when it never does. */
export async function until<T>(look: () => T | Promise<T>, what = 'what was waited for', patience = 8000): Promise<NonNullable<T>> {
  const end = Date.now() + patience
  for (;;) {
    const found = await look()
    if (found) return found as NonNullable<T>
    if (Date.now() > end) throw new Error(`it never came: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 15))
  }
}

/** Enters the room of a curriculum. With `wait: false` it does not wait to be let in. */
export async function enterStudio(app: TestApp, person: PersonDoc | null, curriculum: unknown, options: Entering = {}): Promise<Writer> {
  return enterStudioAs(app.url, (await app.client(person ?? undefined)).cookie, curriculum, options)
}

type Entering = { wait?: boolean; patience?: number }

/** Enters by a session's cookie. */
export async function enterStudioAs(address: string, cookie: string | null, curriculum: unknown, { wait = true, patience }: Entering = {}): Promise<Writer> {
  const doc = new Y.Doc()
  class Line extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { ...(cookie ? { cookie } : {}), origin: address } })
      this.on('error', () => undefined)
    }
  }
  const news: News[] = []
  const denied: string[] = []
  const closed: Writer['closed'] = []
  const line = new HocuspocusProviderWebsocket({ url: `${address.replace('http', 'ws')}/studio`, WebSocketPolyfill: Line, delay: 100, minDelay: 50, maxDelay: 300 })
  const provider = new HocuspocusProvider({
    websocketProvider: line, name: String(curriculum), document: doc,
    onStateless: ({ payload }) => void news.push(JSON.parse(payload) as News),
    onAuthenticationFailed: ({ reason }) => {
      denied.push(reason)
      line.disconnect()
    },
    onClose: ({ event }) => void closed.push({ code: event.code, reason: String(event.reason) }),
  })
  provider.attach()
  let mark = 0
  const writer: Writer = {
    doc, provider, news, denied, closed,
    content: () => toContent(doc).content,
    async saved() {
      const wanted = ++mark
      provider.sendStateless(JSON.stringify({ mark: wanted }))
      return until(() => news.find(one => one.kind === 'saved' && one.mark === wanted), 'that it is saved')
    },
    drop: () => line.disconnect(),
    comeBack: () => void line.connect(),
    leave() {
      provider.destroy()
      line.destroy()
    },
  }
  if (wait) await until(() => provider.synced && news.some(({ kind }) => kind === 'content'), 'a place in the studio', patience)
  return writer
}
