import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { AccountModel, hashPassword, type PersonDoc } from '../../server/people/index.ts'
import { SessionModel } from '../../server/people/model.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aPerson } from '../support/people.ts'

const PASSWORD = 'sungai deli mengalir'
const SIGN_IN = 'mutation ($identifier: String!, $password: String!) { signIn(identifier: $identifier, password: $password) { id mustChangePassword homes person { name } } }'
const WHO = 'query { viewer { id roles } }'
let app: TestApp
let person: PersonDoc

async function withPassword(who: PersonDoc, change: object = {}) {
  await AccountModel.updateOne({ person: who._id }, { passwordHash: await hashPassword(PASSWORD), ...change })
  return who
}

beforeAll(async () => {
  app = await startTestApp()
  person = await withPassword(await aPerson())
})
afterAll(() => app.stop())

describe('signing in', () => {
  test('by NIP, spaces and all, or by e-mail in any case', async () => {
    const spaced = `${person.nip!.slice(0, 8)} ${person.nip!.slice(8, 14)} ${person.nip!.slice(14, 15)} ${person.nip!.slice(15)}`
    for (const identifier of [person.nip, spaced, person.email, ` ${person.email.toUpperCase()} `]) {
      const client = await app.client()
      const { signIn } = await client.ok(SIGN_IN, { identifier, password: PASSWORD })
      expect(signIn.person.name).toBe(person.name)
      expect((await client.ok(WHO)).viewer.roles).toEqual(['LEARNER'])
    }
  })

  test('the cookie is HttpOnly, SameSite=Lax and for the whole site', async () => {
    const response = await (await app.client()).fetch('/graphql', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: SIGN_IN, variables: { identifier: person.email, password: PASSWORD } }),
    })
    expect(response.headers.get('set-cookie')).toMatch(/^pembina=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
  })

  test('the store keeps no token', async () => {
    const client = await app.client()
    await client.ok(SIGN_IN, { identifier: person.email, password: PASSWORD })
    const token = client.cookie!.split('=')[1]!
    expect(JSON.stringify(await SessionModel.find().lean())).not.toContain(token)
  })

  test('a wrong password and an unknown account get the same answer', async () => {
    const client = await app.client()
    const wrong = await client.send(SIGN_IN, { identifier: person.email, password: 'x' })
    const unknown = await client.send(SIGN_IN, { identifier: 'tidak.ada@uji.example', password: 'x' })
    expect(wrong.refusal).toEqual({ code: 'WRONG_CREDENTIALS', facts: {} })
    expect(unknown.refusal).toEqual(wrong.refusal)
  })

  test('an inactive account may not, and only its owner learns why', async () => {
    const gone = await withPassword(await aPerson({ active: false }))
    const client = await app.client()
    expect(await client.refused(SIGN_IN, { identifier: gone.email, password: PASSWORD })).toBe('ACCOUNT_INACTIVE')
    expect(await client.refused(SIGN_IN, { identifier: gone.email, password: 'x' })).toBe('WRONG_CREDENTIALS')
  })

  test('operators instead of text are no way in', async () => {
    const client = await app.client()
    expect((await client.send(SIGN_IN, { identifier: { $ne: null }, password: { $ne: null } })).data).toBeNull()
  })

  test('ten wrong passwords close an account for a while, even to the right one', async () => {
    const victim = await withPassword(await aPerson())
    const client = await app.client()
    for (let n = 0; n < 10; n++) expect(await client.refused(SIGN_IN, { identifier: victim.nip, password: 'x' })).toBe('WRONG_CREDENTIALS')
    const { refusal } = await client.send(SIGN_IN, { identifier: victim.nip, password: PASSWORD })
    expect(refusal).toMatchObject({ code: 'TOO_MANY_REQUESTS', facts: { seconds: expect.any(Number) } })
  })
})

describe('sessions', () => {
  test('end with signing out', async () => {
    const client = await app.client(person)
    const { cookie } = client
    await client.ok('mutation { signOut }')
    client.cookie = cookie
    expect((await client.ok(WHO)).viewer).toBeNull()
  })

  test('all end at once', async () => {
    const [one, two] = [await app.client(person), await app.client(person)]
    await one.ok('mutation { signOutEverywhere }')
    expect((await two.ok(WHO)).viewer).toBeNull()
  })

  test('one of one’s own can be ended; another person’s cannot', async () => {
    const [one, two] = [await app.client(person), await app.client(await aPerson())]
    const { viewer } = await one.ok('query { viewer { sessions { id current } } }')
    const current = viewer.sessions.find((session: { current: boolean }) => session.current)
    await two.ok('mutation ($session: ID!) { endSession(session: $session) { id } }', { session: current.id })
    expect((await one.ok(WHO)).viewer).not.toBeNull()
    await one.ok('mutation ($session: ID!) { endSession(session: $session) { id } }', { session: current.id })
    expect((await one.ok(WHO)).viewer).toBeNull()
  })

  test('end twelve hours after their last use', async () => {
    const client = await app.client(person)
    app.clock.advance(11 * 3_600_000)
    expect((await client.ok(WHO)).viewer).not.toBeNull()
    app.clock.advance(11 * 3_600_000)
    expect((await client.ok(WHO)).viewer).not.toBeNull()
    app.clock.advance(13 * 3_600_000)
    expect((await client.ok(WHO)).viewer).toBeNull()
    app.clock.set(new Date())
  })

  test('a forged token is nobody', async () => {
    const client = await app.client()
    client.cookie = `pembina=${'A'.repeat(43)}`
    expect((await client.ok(WHO)).viewer).toBeNull()
  })
})

describe('changing one’s password', () => {
  const CHANGE = 'mutation ($current: String!, $new: String!) { changePassword(current: $current, new: $new) { mustChangePassword } }'

  test('needs the current one, a new one, and a strong one', async () => {
    const who = await withPassword(await aPerson())
    const client = await app.client(who)
    expect((await client.send(CHANGE, { current: 'x', new: 'pohon asam di simpang' })).refusal).toMatchObject({ code: 'WRONG_PASSWORD', field: 'current' })
    expect(await client.refused(CHANGE, { current: PASSWORD, new: PASSWORD })).toBe('PASSWORD_UNCHANGED')
    expect(await client.refused(CHANGE, { current: PASSWORD, new: 'pendek' })).toBe('PASSWORD_TOO_WEAK')
    expect(await client.refused(CHANGE, { current: PASSWORD, new: 'pembina-demo-2026' })).toBe('PASSWORD_TOO_WEAK')
    await client.ok(CHANGE, { current: PASSWORD, new: 'pohon asam di simpang' })
    expect((await client.ok(WHO)).viewer).not.toBeNull()
  })

  test('a temporary password opens nothing else until it is changed', async () => {
    const admin = await withPassword(await aPerson({ roles: [['ADMIN']] }), { mustChangePassword: true })
    const client = await app.client()
    const { signIn } = await client.ok(SIGN_IN, { identifier: admin.email, password: PASSWORD })
    expect(signIn).toMatchObject({ mustChangePassword: true, homes: [] })
    const CREATE = 'mutation { createUnit(input: { code: "A", name: "A", shortName: "A" }) { id } }'
    expect(await client.refused(CREATE)).toBe('PASSWORD_CHANGE_REQUIRED')
    expect(await client.refused('query { people { total } }')).toBe('PASSWORD_CHANGE_REQUIRED')
    await client.ok(CHANGE, { current: PASSWORD, new: 'pohon asam di simpang' })
    await client.ok(CREATE)
  })
})
