import { expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Y from 'yjs'
import { rootOf } from '../../schema/studio/read.ts'
import { demo } from '../journey/people.ts'
import { startServer } from '../journey/server.ts'
import { startDemo } from '../support/demo.ts'
import { enterStudioAs, until } from '../support/studio.ts'

test('what the studio said is saved is there after kill -9, as text and as content', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pembina-studio-kill-'))
  const first = await startDemo(dataDir)
  const author = await demo(first.url, 'dosen.usu')
  const { partners } = await author.ok('{ partners(first: 20) { nodes { id shortName } } }')
  const partner = partners.nodes.find((one: { shortName: string }) => one.shortName === 'USU').id
  const { createCurriculum: { id } } = await author.ok('mutation ($input: NewCurriculumInput!) { createCurriculum(input: $input) { id } }', {
    input: { partner, code: 'PLT-PDM-01', title: 'Sebelum padam', kind: 3, mode: 'BLENDED' },
  })
  const writer = await enterStudioAs(first.url, author.cookie, id)
  const summary = (doc: Y.Doc) => rootOf(doc).get('summary') as Y.Text
  let acknowledged = 0
  const typing = (async () => {
    for (let n = 1; n <= 400; n++) {
      summary(writer.doc).insert(summary(writer.doc).length, `${n} `)
      await writer.saved()
      acknowledged = n
    }
  })().catch(() => 'the server was killed meanwhile')
  await until(() => acknowledged >= 40, 'forty acknowledged', 60_000)
  await first.kill()
  writer.leave()
  await typing

  const second = await startServer(dataDir)
  const again = await enterStudioAs(second.url, author.cookie, id)
  const kept = String(summary(again.doc)).trim().split(' ').map(Number)
  expect(kept.slice(0, acknowledged)).toEqual(Array.from({ length: acknowledged }, (_, n) => n + 1))
  const reader = await demo(second.url, 'dosen.usu')
  await until(async () => {
    const { curriculum } = await reader.ok('query ($id: ID!) { curriculum(id: $id) { content { summary } } }', { id })
    return curriculum.content.summary === String(summary(again.doc)).trim()
  }, 'the content', 20_000)
  again.leave()
  expect(await second.stop()).toBe(0)
  rmSync(dataDir, { recursive: true, force: true })
}, 400_000)
