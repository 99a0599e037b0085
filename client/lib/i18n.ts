import { nextTick } from 'vue'
import { createI18n } from 'vue-i18n'
import addresses from 'virtual:words'
import type { Language } from './format.ts'
import { keep, kept } from './kept.ts'
import type { Words } from './words.ts'

export type { Language } from './format.ts'
export const languages: readonly Language[] = ['id', 'en']

export const i18n = createI18n<false>({
  legacy: false,
  locale: 'id',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: {},
})

/** The language now shown; outside of a component. In one, use `useFormat()` or `useI18n()`. */
export const language = (): Language => i18n.global.locale.value as Language

/** What the person chose, if they ever did. */
export const chosenLanguage = (): Language | undefined => languages.find(one => one === kept('language'))

let wanted: Language

/** Loads the words of a language, and only then shows it; the last one wanted wins. `remember` is for a choice, not for a default. */
export async function setLanguage(to: Language, { remember = false } = {}): Promise<void> {
  wanted = to
  if (!i18n.global.availableLocales.includes(to)) i18n.global.setLocaleMessage(to, await wordsOf(to))
  if (wanted !== to) return
  i18n.global.locale.value = to
  document.documentElement.lang = to
  if (remember) keep('language', to)
  await nextTick()
}

async function wordsOf(of: Language): Promise<Words> {
  const answer = await fetch(addresses[of]!)
  if (!answer.ok) throw new Error(`No words for ${of}: ${answer.status}`)
  return await answer.json() as Words
}
