import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The whole contract as one text: every .graphql file of the folder, base first. */
export function readSchema(folder: string): string {
  const files = readdirSync(folder).filter(name => name.endsWith('.graphql')).sort()
  const ordered = ['base.graphql', ...files.filter(name => name !== 'base.graphql')]
  return ordered.map(name => readFileSync(join(folder, name), 'utf8')).join('\n')
}
