/** The few file-system calls the generator needs; Node 20 has no globSync of its own. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Files below `folder` whose path matches, relative to `root`, in order. */
export function globSync(folder: string, pattern: RegExp, root: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(path => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter(path => pattern.test(path))
    .sort()
}
