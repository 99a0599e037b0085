import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../lib/root.ts'
import type { Language } from '../../lib/words.ts'
import type { Words } from '../domain/blocks.ts'

const locales = Object.fromEntries((['id', 'en'] as const).map(language => [language,
  JSON.parse(readFileSync(join(projectRoot, 'server', 'locales', language, 'exchange.json'), 'utf8')) as Record<string, string>]))

/** The words of documents in a language. Throws RangeError for a key that has none. */
export const wordsIn = (language: Language): Words => ({
  language,
  say: (key, facts = {}) => {
    const text = locales[language]![key]
    if (text === undefined) throw new RangeError(`no words for ${key}`)
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name]))
  },
})
