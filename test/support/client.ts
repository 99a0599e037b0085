/** GraphQL over HTTP as a browser would speak it, with a cookie jar for one cookie. */

export type Fault = { code: string; facts?: Record<string, unknown>; field?: string }
export type Answer = { data: any; refusal: (Fault & { faults?: Fault[] }) | null; errors: { message: string; extensions?: Record<string, unknown> }[]; status: number }

export type Client = {
  url: string
  cookie: string | null
  /** What came back, refusals and all. */
  send(query: string, variables?: Record<string, unknown>): Promise<Answer>
  /** The data; throws on any error. */
  ok(query: string, variables?: Record<string, unknown>): Promise<any>
  /** The refusal's code; throws when there was none. */
  refused(query: string, variables?: Record<string, unknown>): Promise<string>
  /** Any other path, with the cookie. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

export function clientOf(url: string, cookie: string | null): Client {
  const client: Client = {
    url, cookie,
    async send(query, variables = {}) {
      const response = await client.fetch('/graphql', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }),
      })
      const { data = null, errors = [] } = await response.json() as { data?: unknown; errors?: Answer['errors'] }
      return { data, errors, refusal: (errors[0]?.extensions as Fault | undefined) ?? null, status: response.status }
    },
    async ok(query, variables) {
      const answer = await client.send(query, variables)
      if (answer.errors.length > 0) throw new Error(`refused: ${JSON.stringify(answer.errors)}`)
      return answer.data
    },
    async refused(query, variables) {
      const answer = await client.send(query, variables)
      if (!answer.refusal) throw new Error(`not refused: ${JSON.stringify(answer.data)}`)
      return answer.refusal.code
    },
    async fetch(path, init = {}) {
      const headers = new Headers(init.headers)
      if (client.cookie) headers.set('cookie', client.cookie)
      const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' })
      const [set] = response.headers.getSetCookie()
      if (set) client.cookie = /^[^=]+=;/.test(set) ? null : set.split(';', 1)[0]!
      return response
    },
  }
  return client
}
