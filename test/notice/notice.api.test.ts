import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { inTransaction } from '../../server/lib/mongo.ts'
import { NoticeModel, notify } from '../../server/notice/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aPerson } from '../support/people.ts'

const list = '{ viewer { unreadNotices notices { nodes { id kind facts link readAt } next total } } }'
const kind = 'AGREEMENT_ENDING'
let app: TestApp
let one: PersonDoc
let other: PersonDoc
beforeAll(async () => {
  app = await startTestApp()
  await NoticeModel.init()
})
beforeEach(async () => { [one, other] = [await aPerson(), await aPerson()] })
afterAll(() => app.stop())

const tell = (to: PersonDoc[], key: string, more = {}) =>
  notify(app.services, { to: to.map(({ _id }) => _id), kind, facts: { title: 'KSB' }, link: '/perjanjian/1', key, ...more })
const seenBy = async (person: PersonDoc) => (await (await app.client(person)).ok(list)).viewer

describe('telling', () => {
  test('everybody named is told once, also when named twice', async () => {
    expect(await tell([one, other, one], 'a')).toBe(2)
    expect(await seenBy(one)).toMatchObject({ unreadNotices: 1, notices: { total: 1, nodes: [{ kind, facts: { title: 'KSB' }, link: '/perjanjian/1', readAt: null }] } })
  })

  test('the same key again tells nobody again, and what was read stays read', async () => {
    await tell([one], 'a')
    await (await app.client(one)).ok('mutation { readAllNotices { id } }')
    expect(await tell([one, other], 'a')).toBe(1)
    expect(await seenBy(one)).toMatchObject({ unreadNotices: 0, notices: { total: 1 } })
  })

  test('twenty at once tell once, and none of them fails', async () => {
    await Promise.all(Array.from({ length: 20 }, () => tell([one, other], 'race')))
    expect(await NoticeModel.countDocuments({ person: { $in: [one._id, other._id] } })).toBe(2)
  })

  test('within a transaction that fails nobody is told', async () => {
    await expect(inTransaction(async session => {
      await tell([one], 'a', { session })
      throw new Error('no')
    })).rejects.toThrow('no')
    expect((await seenBy(one)).notices.total).toBe(0)
  })

  test('more people than are written at once are all told', async () => {
    const { insertedIds } = await NoticeModel.db.collection('crowd').insertMany(Array.from({ length: 1203 }, () => ({})))
    const crowd = Object.values(insertedIds).map(String)
    expect(await notify(app.services, { to: crowd, kind, link: '/', key: 'crowd' })).toBe(1203)
    expect(await notify(app.services, { to: crowd, kind, link: '/', key: 'crowd' })).toBe(0)
  })

  test('a link that leads elsewhere is a mistake', () => expect(tell([one], 'a', { link: '//example.org' })).rejects.toThrow(RangeError))
})

describe('reading', () => {
  test('one by one, and only once', async () => {
    await tell([one], 'a')
    await tell([one], 'b')
    const client = await app.client(one)
    const { viewer } = await client.ok(list)
    const read = 'mutation ($notices: [ID!]!) { readNotices(notices: $notices) { unreadNotices } }'
    expect((await client.ok(read, { notices: [viewer.notices.nodes[0].id, 'nonsense'] })).readNotices.unreadNotices).toBe(1)
    const at = (await NoticeModel.findById(viewer.notices.nodes[0].id).lean())!.readAt
    app.clock.advance(1000)
    await client.ok(read, { notices: [viewer.notices.nodes[0].id] })
    expect((await NoticeModel.findById(viewer.notices.nodes[0].id).lean())!.readAt).toEqual(at)
    expect((await client.ok('{ viewer { notices(unread: true) { total nodes { id } } } }')).viewer.notices).toEqual({ total: 1, nodes: [{ id: viewer.notices.nodes[1].id }] })
  })

  test('pages go on where the last one ended', async () => {
    for (let n = 0; n < 5; n++) await tell([one], `n${n}`)
    const client = await app.client(one)
    const page = async (after: string | null) => (await client.ok('query ($after: String) { viewer { notices(first: 2, after: $after) { nodes { id } next } } }', { after })).viewer.notices
    const first = await page(null)
    const second = await page(first.next)
    const third = await page(second.next)
    expect([first, second, third].flatMap(({ nodes }) => nodes.map(({ id }: { id: string }) => id))).toHaveLength(5)
    expect(third.next).toBeNull()
  })

  test('a hundred and one at once are refused', async () => {
    const notices = Array.from({ length: 101 }, () => String(one._id))
    expect(await (await app.client(one)).refused('mutation ($notices: [ID!]!) { readNotices(notices: $notices) { id } }', { notices })).toBe('TOO_LONG')
  })
})

describe('attacks', () => {
  test('marking another\'s notice as read changes nothing', async () => {
    await tell([one], 'a')
    const id = (await seenBy(one)).notices.nodes[0].id
    await (await app.client(other)).ok('mutation ($notices: [ID!]!) { readNotices(notices: $notices) { id } }', { notices: [id] })
    await (await app.client(other)).ok('mutation { readAllNotices { id } }')
    expect((await seenBy(one)).unreadNotices).toBe(1)
  })
  test('signed out, there is nothing', async () => {
    const guest = await app.client()
    expect((await guest.ok(list)).viewer).toBeNull()
    expect(await guest.refused('mutation { readAllNotices { id } }')).toBe('UNAUTHENTICATED')
  })
})
