import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../server/lib/root.ts'
import { readSchema } from '../schema/read.ts'
import { parse } from 'graphql'

type Texts = Record<string, unknown>
const folders = ['client/locales', 'server/locales'].map(path => join(projectRoot, path))

function leaves(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === 'object' && value !== null ? leaves(value as Texts, `${prefix}${key}.`) : [`${prefix}${key}`]))
}
const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8'))

describe('every language is complete', () => {
  const files = folders.flatMap(folder => readdirSync(join(folder, 'id')).filter(name => name.endsWith('.json')).map(name => ({ folder, name })))
  test.each(files)('$name says the same things in both', ({ folder, name }) => {
    const other = join(folder, 'en', name)
    expect(existsSync(other)).toBe(true)
    expect(leaves(read(other)).sort()).toEqual(leaves(read(join(folder, 'id', name))).sort())
  })

  test.each(files)('$name leaves nothing empty', ({ folder, name }) => {
    for (const language of ['id', 'en']) {
      const texts = JSON.stringify(read(join(folder, language, name)))
      expect(texts).not.toMatch(/:\s*""/)
    }
  })

  // To vue-i18n a bare @ begins a link to another message: the text is not shown, and what holds it is not drawn.
  test.each(files.filter(({ folder }) => folder.includes('client')))('$name writes an at sign as {\'@\'}', ({ folder, name }) => {
    for (const language of ['id', 'en']) expect(JSON.stringify(read(join(folder, language, name))).replaceAll("{'@'}", '')).not.toContain('@')
  })

  test.each(files)('$name names the same facts in both', ({ folder, name }) => {
    const facts = (text: unknown) => [...new Set(String(text).match(/\{\w+\}/g) ?? [])].sort()
    const flat = (texts: Texts): [string, unknown][] => Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null ? flat(value as Texts).map(([inner, text]): [string, unknown] => [`${key}.${inner}`, text]) : [[key, value]])
    const id = new Map(flat(read(join(folder, 'id', name))))
    const differing = flat(read(join(folder, 'en', name))).filter(([key, text]) => String(facts(text)) !== String(facts(id.get(key))))
    expect(differing).toEqual([])
  })
})

test('every refusal has its words in both languages', () => {
  const codes = parse(readSchema(join(projectRoot, 'schema'))).definitions.flatMap(definition =>
    (definition.kind === 'EnumTypeDefinition' || definition.kind === 'EnumTypeExtension') && definition.name.value === 'ErrorCode'
      ? (definition.values ?? []).map(({ name }) => name.value) : [])
  expect(codes.length).toBeGreaterThan(80)
  for (const language of ['id', 'en']) {
    const folder = join(projectRoot, 'client/locales', language)
    const texts = Object.assign({}, ...readdirSync(folder).filter(name => /^refusal(\..+)?\.json$/.test(name)).map(name => read(join(folder, name))))
    expect(codes.filter(code => !(code in texts))).toEqual([])
  }
})
