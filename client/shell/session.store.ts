import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { keep, kept } from '../lib/kept.ts'
import { language, setLanguage, type Language } from '../lib/i18n.ts'
import { theme } from '../lib/theme.ts'
import type { Home } from './homes.ts'

/** What only this browser knows: which home one is in, the language, the look. Who one is, the server knows. */
export const useSession = defineStore('session', () => {
  const chosen = ref(kept('home'))

  /** The chosen home, if it is still one of those the person has. */
  const homeOf = (homes: readonly Home[]): Home | undefined => homes.find(home => home === chosen.value) ?? homes[0]

  function choose(home: Home): void {
    chosen.value = home
    keep('home', home)
  }

  return { homeOf, choose, theme, language: computed<Language>(language), setLanguage: (to: Language) => setLanguage(to, { remember: true }) }
})
