import { expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSchema } from '../../schema/read.ts'
import { projectRoot } from '../../server/lib/root.ts'

test.each(['id', 'en'])('every kind of notice has its sentence: %s', language => {
  const kinds = parse(readSchema(join(projectRoot, 'schema'))).definitions.flatMap(definition =>
    (definition.kind === 'EnumTypeDefinition' || definition.kind === 'EnumTypeExtension') && definition.name.value === 'NoticeKind'
      ? (definition.values ?? []).map(({ name }) => name.value) : [])
  expect(kinds.length).toBeGreaterThan(0)
  const folder = join(projectRoot, 'client/locales', language)
  const texts = Object.assign({}, ...readdirSync(folder).filter(name => /^notice\..*json$/.test(name)).map(name => JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  expect(kinds.filter(kind => !(kind in texts))).toEqual([])
})
