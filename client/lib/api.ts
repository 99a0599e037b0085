import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/core'
import { language } from './i18n.ts'
import { refusalsOf } from './refusal.ts'

let signedOut: () => void = () => {}

/** Says what happens when the server no longer knows who is asking. */
export function onSignedOut(then: () => void): void {
  signedOut = then
}

const fetchOptions = () => ({
  credentials: 'same-origin' as const,
  headers: { 'apollo-require-preflight': 'true', 'accept-language': language() },
})
/** For what is sent while the page is left: it arrives all the same. */
export const lastly = () => ({ ...fetchOptions(), keepalive: true })

/** The one way to the server. Answers are shown from memory and refreshed behind. */
export function createApi(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions,
    exchanges: [
      mapExchange({
        onError: error => { if (refusalsOf(error).some(({ code }) => code === 'UNAUTHENTICATED')) signedOut() },
      }),
      cacheExchange,
      fetchExchange,
    ],
  })
}
