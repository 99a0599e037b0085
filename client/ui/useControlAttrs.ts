import { computed, useAttrs } from 'vue'

/** Splits what a page set on a field: `class` goes to the whole, all else (name, autocomplete, listeners) to the control. */
export function useControlAttrs() {
  const attrs = useAttrs()
  return computed(() => {
    const { class: whole, ...control } = attrs
    return { whole, control }
  })
}
