import { describe, expect, test } from '@jest/globals'
import { BadEnv, readEnv } from '../server/env.ts'

const production = {
  NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(40), PUBLIC_URL: 'https://pembina.medan.go.id/', MONGODB_URI: 'mongodb://db/?replicaSet=rs0',
}

describe('what the process is told', () => {
  test('nothing at all is enough to develop', () => {
    expect(readEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DEMO: true, production: false, publicUrl: 'http://127.0.0.1:3000' })
  })
  test('an empty value counts as none', () => expect(readEnv({ PORT: '' }).PORT).toBe(3000))
  test.each([
    ['PORT', 'abc'], ['PORT', '70000'], ['PORT', '-1'], ['DEMO', 'yes'], ['MONGODB_URI', 'postgres://x'], ['SESSION_SECRET', 'short'],
    ['PUBLIC_URL', 'pembina'], ['NODE_ENV', 'prod'], ['TRUST_PROXY', '1.5'], ['CERTIFICATE_NUMBER', 'no sequence'], ['LOG_LEVEL', 'loud'],
  ])('%s=%s stops the start with a line that names it', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(expect.objectContaining({ message: expect.stringMatching(new RegExp(`^${name}: `)) }))
    expect(() => readEnv({ [name]: value })).toThrow(BadEnv)
  })
  test('production takes its own values', () => {
    expect(readEnv(production)).toMatchObject({ production: true, DEMO: false, publicUrl: 'https://pembina.medan.go.id' })
  })
  test.each([
    ['demo accounts', { DEMO: '1' }, 'DEMO'], ['the default secret', { SESSION_SECRET: '' }, 'SESSION_SECRET'],
    ['an unknown address', { PUBLIC_URL: '' }, 'PUBLIC_URL'], ['the embedded store unasked', { MONGODB_URI: '' }, 'MONGODB_URI'],
  ])('production refuses %s', (_, change, name) => {
    expect(() => readEnv({ ...production, ...change })).toThrow(expect.objectContaining({ message: expect.stringMatching(new RegExp(`^${name}: `)) }))
  })
  test('production takes the embedded store when told so', () => {
    expect(readEnv({ ...production, MONGODB_URI: '', ALLOW_EMBEDDED: '1' }).production).toBe(true)
  })
})
