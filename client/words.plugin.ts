import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { mergeWords, type Words } from './lib/words.ts'

const name = 'virtual:words'
const served = /^\/words\/(\w+)\.json$/

/**
 * `virtual:words` gives, per language, the address of one JSON file with all its words. Words are data: fetched and
 * parsed as data, they are no script to compile, and one request instead of one per domain.
 */
export function words(folder: string): Plugin {
  const languages = () => readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name)
  const wordsOf = (language: string) => JSON.stringify(mergeWords(readdirSync(join(folder, language)).sort().map(file =>
    [file, JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Words])))
  let building = true

  return {
    name: 'pembina-words',
    configResolved: ({ command }) => { building = command === 'build' },
    resolveId: id => id === name ? `\0${name}` : undefined,
    load(id) {
      if (id !== `\0${name}`) return undefined
      const addresses = languages().map(language => `${language}: ${building
        ? `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: `words-${language}.json`, source: wordsOf(language) })}`
        : `'/words/${language}.json'`}`)
      return `export default { ${addresses.join(', ')} }`
    },
    configureServer(server) {
      server.watcher.add(folder).on('change', file => { if (file.startsWith(folder)) server.ws.send({ type: 'full-reload' }) })
      server.middlewares.use((request, response, next) => {
        const language = served.exec(request.url ?? '')?.[1]
        if (!language || !languages().includes(language)) return next()
        response.setHeader('content-type', 'application/json')
        response.end(wordsOf(language))
      })
    },
  }
}
