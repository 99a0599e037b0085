import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startTestApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())

const nested = (depth: number) => `query { units { nodes { ${'people { nodes { unit { '.repeat(depth)} id ${'} } }'.repeat(depth)} } } }`

describe('a query that asks too much is refused before it runs', () => {
  test('too deep', async () => expect(await (await app.client()).refused(nested(6))).toBe('QUERY_TOO_DEEP'))
  test('too deep by fragments', async () => {
    const query = `query { ...a } fragment a on Query { units { nodes { ...b } } } fragment b on Unit { people { nodes { ...c } } }
      fragment c on Person { unit { people { nodes { unit { people { nodes { unit { people { nodes { unit { id } } } } } } } } } } }`
    expect(await (await app.client()).refused(query)).toBe('QUERY_TOO_DEEP')
  })
  test('fragments that spread each other', async () => {
    const query = 'query { units { nodes { ...a } } } fragment a on Unit { id ...b } fragment b on Unit { id ...a }'
    expect(await (await app.client()).refused(query)).toMatch(/BAD_QUERY|QUERY_TOO/)
  })
  test('too many aliases', async () => {
    const query = `mutation { ${Array.from({ length: 20 }, (_, n) => `a${n}: signIn(identifier: "x", password: "${n}") { id }`).join(' ')} }`
    expect(await (await app.client()).refused(query)).toBe('QUERY_TOO_WIDE')
  })
  test('too many directives', async () => {
    const query = `query { now ${'@include(if: true) '.repeat(30)} }`
    expect(await (await app.client()).refused(query)).toMatch(/QUERY_TOO_WIDE|BAD_QUERY/)
  })
  test('too wide', async () => {
    const people = 'people(first: 100) { nodes { unit { people(first: 100) { nodes { unit { people(first: 100) { total } } } } } } }'
    const query = `query { ${Array.from({ length: 10 }, (_, n) => `u${n}: units { nodes { ${people} } }`).join(' ')} }`
    expect(await (await app.client()).refused(query)).toMatch(/^QUERY_TOO/)
  })
  test('too long', async () => expect(await (await app.client()).refused(`query { ${'now '.repeat(4000)} }`)).toMatch(/BAD_QUERY|QUERY_TOO_WIDE/))
  test('what the schema does not know, without hints at what it does', async () => {
    const { errors, refusal } = await (await app.client()).send('query { vieweer { id } }')
    expect(refusal!.code).toBe('BAD_QUERY')
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i)
  })
})

const post = (headers: Record<string, string>, body = '{"query":"mutation { signOut }"}') =>
  fetch(`${app.url}/graphql`, { method: 'POST', headers, body })

describe('writing in somebody’s name from another site', () => {
  test('a form cannot post a query', async () => {
    const response = await post({ 'content-type': 'text/plain' })
    expect(response.status).toBeGreaterThanOrEqual(400)
  })
  test('a link cannot mutate', async () => {
    const response = await fetch(`${app.url}/graphql?query=${encodeURIComponent('mutation { signOut }')}`)
    expect(response.status).toBeGreaterThanOrEqual(400)
  })
  test('a foreign origin is refused, our own is not', async () => {
    expect((await post({ 'content-type': 'application/json', origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({ 'content-type': 'application/json', origin: app.url })).status).toBe(200)
  })
  test('a body that is not JSON is refused with a code', async () => {
    const response = await post({ 'content-type': 'application/json' }, '{')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_QUERY' } }] })
  })
})

describe('beside GraphQL', () => {
  test('health says live and ready', async () => {
    expect(await (await fetch(`${app.url}/health/live`)).json()).toEqual({ live: true })
    expect(await (await fetch(`${app.url}/health/ready`)).json()).toEqual({ ready: true })
  })
  test('pages come with headers that let nothing foreign run or frame them', async () => {
    const { headers } = await post({ 'content-type': 'application/json' }, '{"query":"{ now }"}')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})
