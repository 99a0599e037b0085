import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isNonNullType, type GraphQLField } from 'graphql'
import { buildSchema } from '../../server/schema.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { table } from './table.ts'
import { aWorld, everybody, type World } from './world.ts'

/** How one is told that one may not. */
const refusals = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'OWN_SUBMISSION']

const mutations = buildSchema().getMutationType()!.getFields()

function textOf({ name, args, type }: GraphQLField<unknown, unknown>, given: object): string {
  const used = args.filter(arg => arg.name in given || (isNonNullType(arg.type) && arg.defaultValue === undefined))
  const declared = used.map(arg => `$${arg.name}: ${arg.type}`).join(', ')
  const passed = used.map(arg => `${arg.name}: $${arg.name}`).join(', ')
  const leaf = /^(Boolean|String|ID|Int|Float)!?$/.test(String(type))
  return `mutation ${declared && `(${declared})`} { ${name}${passed && `(${passed})`}${leaf ? '' : ' { __typename }'} }`
}

let app: TestApp
let world: World
beforeAll(async () => {
  app = await startTestApp()
  world = await aWorld(app)
})
afterAll(() => app.stop())

test('the table knows every mutation, and no other', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(mutations).sort())
})

describe('every mutation as every role: who may is exactly who should', () => {
  test.each(Object.keys(table).filter(name => name in mutations))('%s', async name => {
    const { may, variables } = table[name]!
    const allowed: string[] = []
    // Those who may not first: what they try must leave no trace that changes the answer to the others.
    for (const who of [...everybody].sort((a, b) => Number(may.includes(a)) - Number(may.includes(b)))) {
      const client = await app.client(who === 'nobody' ? undefined : world.people[who])
      const given = await variables(world)
      const { refusal } = await client.send(textOf(mutations[name]!, given), given)
      expect([name, who, refusal?.code]).not.toEqual([name, who, expect.stringMatching(/^(INTERNAL|BAD_QUERY|STORE_UNAVAILABLE)$/)])
      if (!refusal || !refusals.includes(refusal.code)) allowed.push(who)
    }
    expect(allowed.sort()).toEqual([...may].sort())
  })
})
