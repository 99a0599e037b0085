import { expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../journey/server.ts'
import { clientOf } from '../support/client.ts'

test('what was acknowledged is there after kill -9, session and all', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pembina-restart-'))
  const vars = { DEMO: '0', ADMIN_EMAIL: 'kepala@uji.example', ADMIN_PASSWORD: 'sungai deli mengalir' }
  const first = await startServer(dataDir, vars)
  const admin = clientOf(first.url, null)
  await admin.ok('mutation ($i: String!, $p: String!) { signIn(identifier: $i, password: $p) { id } }', { i: vars.ADMIN_EMAIL, p: vars.ADMIN_PASSWORD })
  await admin.ok('mutation ($c: String!, $n: String!) { changePassword(current: $c, new: $n) { id } }', { c: vars.ADMIN_PASSWORD, n: 'pohon asam di simpang' })
  const made: string[] = []
  const writing = (async () => {
    for (let n = 0; n < 400; n++) {
      const answer = await admin.send('mutation ($input: UnitInput!) { createUnit(input: $input) { id } }', { input: { code: `U${n}`, name: `Unit ${n}`, shortName: `U${n}` } })
      made.push(answer.data.createUnit.id)
    }
  })().catch(() => 'the server was killed meanwhile')
  while (made.length < 40) await new Promise(resolve => setTimeout(resolve, 5))
  await first.kill()
  await writing

  const second = await startServer(dataDir, vars)
  const again = clientOf(second.url, admin.cookie)
  const { units } = await again.ok('{ units(first: 100) { nodes { id } total } }')
  const found = new Set(units.nodes.map((unit: { id: string }) => unit.id))
  expect(made.slice(0, 100).filter(id => !found.has(id))).toEqual([])
  expect(units.total).toBeGreaterThanOrEqual(made.length)
  expect(await second.stop()).toBe(0)
  rmSync(dataDir, { recursive: true, force: true })
}, 120_000)
