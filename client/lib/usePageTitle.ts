import { onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'

/** The title that data gave the page, over the one of its route. */
export const titleFromData = ref<string>()

/** For pages named by what they show: `usePageTitle(() => course.data?.course.title)`. */
export function usePageTitle(title: MaybeRefOrGetter<string | null | undefined>): void {
  watch(() => toValue(title), now => { titleFromData.value = now ?? undefined }, { immediate: true })
  onScopeDispose(() => { titleFromData.value = undefined })
}
