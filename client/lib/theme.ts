import { computed, ref } from 'vue'
import { keep, kept } from './kept.ts'

export type Theme = 'light' | 'dark' | 'system'
export const themes: readonly Theme[] = ['light', 'dark', 'system']

const chosen = ref<Theme>(themes.find(one => one === kept('theme')) ?? 'system')

/** Shows the chosen theme: `data-theme` on the root says which, and without it the system decides (style.css). */
export function applyTheme(): void {
  if (chosen.value === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen.value
}

/** Light, dark, or as the system has it; kept in this browser. */
export const theme = computed<Theme>({
  get: () => chosen.value,
  set(to) {
    chosen.value = to
    keep('theme', to === 'system' ? undefined : to)
    applyTheme()
  },
})
