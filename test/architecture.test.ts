import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { projectRoot } from '../server/lib/root.ts'

// The domains, each free to use those before it, through their index.
const domains = ['people', 'notice', 'file', 'partner', 'curriculum', 'exchange', 'discussion', 'consultation', 'course', 'bank', 'quiz', 'practicum', 'certificate', 'conformance', 'evaluation']

type Import = { file: string; to: string; typeOnly: boolean }

// Who keeps away from what: these files, these imports, because.
const rules: [RegExp, RegExp, string][] = [
  [/^server\/\w+\/domain\//, /^(mongoose|graphql|express|pdfkit|node:)|^server\/\w+\/(model|service\/.*|service|policy|resolvers|loaders)\.ts$|^server\/context\.ts$/, 'the domain is pure'],
  [/^server\/lib\//, /^server\/(?!lib\/|viewer\.ts|graphql\.ts)/, 'lib knows no domain'],
  [/^server\/\w+\/policy\.ts$/, /^mongoose$|^server\/\w+\/(service|resolvers|loaders)/, 'a policy judges, it does not fetch'],
  [/^server\/\w+\/resolvers\.ts$/, /^server\/\w+\/domain\//, 'a resolver asks its service'],
  [/^server\/(?!store\/|openStore\.ts)/, /^server\/store\//, 'the store is a MongoDB like any other, known to who opens it'],
  [/^server\/store\//, /^server\/(?!store\/)|^mongoose$/, 'the store knows nothing of Pembina'],
  [/^client\//, /^(server|test)\/|^schema\/(?!studio\/)/, 'the server is reached through the schema alone'],
  [/^client\/ui\//, /^client\/(?!ui\/)/, 'ui knows no domain'],
  [/^client\/\w+\/(?!\w*Page\.vue)\w+\.vue$/, /^@urql\/vue$/, 'parts are given what they show; pages fetch'],
  [/^server\//, /^(client|test)\//, 'the server knows no client'],
]

function filesIn(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map(path => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter(path => /\.(ts|vue)$/.test(path) && path !== 'server/graphql.ts' && !path.startsWith('client/gql/'))
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(projectRoot, file), 'utf8')
  const found = [...source.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g)]
  return found.map(([, , typeOnly, from, dynamic]) => {
    const to = (from ?? dynamic)!
    return { file, to: to.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), to)) : to, typeOnly: Boolean(typeOnly) }
  })
}

const imports = ['server', 'client', 'schema'].flatMap(filesIn).flatMap(importsOf)
const said = ({ file, to }: Import) => `${file} imports ${to}`

describe('who may import whom', () => {
  test('there are imports to judge', () => expect(imports.length).toBeGreaterThan(300))

  test.each(rules.map(([from, to, because]) => ({ from, to, because })))('$because', ({ from, to }) => {
    // Types vanish: pure code may speak of stored shapes.
    const bad = imports.filter(line => from.test(line.file) && to.test(line.to) && !(line.typeOnly && !/^server\/store\//.test(line.to) && !/^client\//.test(line.file)))
    expect(bad.map(said)).toEqual([])
  })

  test('a domain uses those before it, through their index', () => {
    const bad = imports.filter(({ file, to }) => {
      const [, from] = /^server\/(\w+)\//.exec(file) ?? []
      const [, used] = /^server\/(\w+)\//.exec(to) ?? []
      if (!from || !used || from === used || !domains.includes(from) || !domains.includes(used)) return false
      return domains.indexOf(used) > domains.indexOf(from) || to !== `server/${used}/index.ts`
    })
    expect(bad.map(said)).toEqual([])
  })

  test('every relative import leads to a file', () => {
    const bad = imports.filter(({ to }) => /^(server|client|schema)\//.test(to) && !/^(server\/graphql\.ts|client\/gql\/)/.test(to) && !existsSync(join(projectRoot, to.replace(/\?.*$/, ''))))
    expect(bad.map(said)).toEqual([])
  })

  test('every domain has its schema, its README and its place in the list', () => {
    for (const domain of domains) {
      expect(existsSync(join(projectRoot, 'schema', `${domain}.graphql`))).toBe(true)
      expect(existsSync(join(projectRoot, 'server', domain, 'README.md'))).toBe(true)
    }
  })
})

// The tools would join two types of one name in silence.
test('no type of the schema is defined twice', () => {
  const text = readdirSync(join(projectRoot, 'schema')).filter(name => name.endsWith('.graphql')).map(name => readFileSync(join(projectRoot, 'schema', name), 'utf8')).join('\n')
  const names = [...text.matchAll(/^(?:type|input|enum|interface|union|scalar) (\w+)/gm)].map(([, name]) => name!)
  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([])
})

test('no file of ours has more than 300 lines', () => {
  const long = ['server', 'client', 'schema'].flatMap(filesIn)
    .filter(file => !file.startsWith('server/seed/'))
    .map(file => ({ file, lines: readFileSync(join(projectRoot, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 301)
  expect(long).toEqual([])
})
