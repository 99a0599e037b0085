import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/core'
import { language } from './i18n.ts'
import { refusalsOf } from './refusal.ts'

let signedOut: () => void = () => {}

/** Says what happens when the server no longer knows who is asking. */
export function onSignedOut(then: () => void): void {
  signedOut = then
}

/** The one way to the server. Answers are shown from memory and refreshed behind. */
export function createApi(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'apollo-require-preflight': 'true', 'accept-language': language() },
    }),
    exchanges: [
      mapExchange({
        onError: error => { if (refusalsOf(error).some(({ code }) => code === 'UNAUTHENTICATED')) signedOut() },
      }),
      cacheExchange,
      fetchExchange,
    ],
  })
}
