import type { Client } from '../support/client.ts'

/** A piece of work that sends the query and fails loudly. */
export const measureGraphql = (client: Client, query: string) => async () => {
  await client.ok(query)
}
