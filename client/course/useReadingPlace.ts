import { nextTick, onBeforeUnmount, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { keep, kept } from '../lib/kept.ts'

/** How many places a browser remembers; the oldest goes. */
const PLACES = 40

type Places = Record<string, number>

function places(): Places {
  try {
    return JSON.parse(kept('reading') ?? '{}') as Places
  } catch {
    return {}
  }
}

/** The places with one more, or without it at the top of the page; newest last. */
export function withPlace(before: Places, name: string, y: number): Places {
  const others = Object.entries(before).filter(([other]) => other !== name)
  const all = y > 0 ? [...others, [name, y] as const] : others
  return Object.fromEntries(all.slice(-PLACES))
}

/** Remembers in this browser how far down a text was read, and goes there when it is opened again. */
export function useReadingPlace(name: MaybeRefOrGetter<string | undefined>): void {
  let reading: string | undefined
  const leave = () => {
    if (reading !== undefined) keep('reading', JSON.stringify(withPlace(places(), reading, Math.round(window.scrollY))))
  }
  const stop = watch(() => toValue(name), async now => {
    if (now === reading) return
    leave()
    reading = now
    const y = now === undefined ? undefined : places()[now]
    if (y === undefined) return
    await nextTick()
    window.scrollTo({ top: y })
  }, { immediate: true })
  window.addEventListener('pagehide', leave)
  onBeforeUnmount(() => {
    stop()
    leave()
    window.removeEventListener('pagehide', leave)
  })
}
