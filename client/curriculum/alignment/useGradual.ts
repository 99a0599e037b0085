import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'

/** Rows drawn at once, and in each frame after it. */
const FIRST = 10
const EACH = 5

/** How many of a long list to draw: a screenful at first, the others over the next frames, all of them for paper. */
export function useGradual(length: Ref<number>) {
  const drawn = ref(FIRST)
  let frame = 0
  const more = () => {
    cancelAnimationFrame(frame)
    if (drawn.value >= length.value) return
    frame = requestAnimationFrame(() => {
      drawn.value += EACH
      more()
    })
  }
  const all = () => { drawn.value = length.value }
  onMounted(() => {
    more()
    addEventListener('beforeprint', all)
  })
  watch(length, more)
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame)
    removeEventListener('beforeprint', all)
  })
  return drawn
}
