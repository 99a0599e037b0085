import { useClientHandle } from '@urql/vue'
import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { ServerNow } from './api.ts'
import { minuteToSay, offsetOf, secondsLeft } from './clock.ts'

/** Between two looks at the server's clock: browsers' clocks jump when a lid is closed. */
const LOOK_EVERY = 5 * 60_000

/**
 * Seconds left by the server's clock, whatever this one says; null while there is no limit or the server's clock is not
 * known. `said` is the mark (in minutes) last passed, to be spoken. `soon` comes once, `lead` seconds before the end.
 */
export function useTimeLeft(endsAt: () => string | null | undefined, { lead, soon, over }: { lead: number; soon: () => void; over: () => void }) {
  const { client } = useClientHandle()
  const seconds: Ref<number | null> = ref(null)
  const said = ref<number | null>(null)
  let offset: number | null = null
  let told = { soon: false, over: false }

  async function look(): Promise<void> {
    const asked = Date.now()
    const { data } = await client.query(ServerNow, {}, { requestPolicy: 'network-only' }).toPromise()
    if (data) offset = offsetOf(asked, Date.now(), data.now)
    tick()
  }

  function tick(): void {
    const left = offset === null ? null : secondsLeft(endsAt(), Date.now(), offset)
    said.value = minuteToSay(seconds.value, left) ?? said.value
    seconds.value = left
    if (left === null) return
    if (left <= lead && !told.soon) {
      told.soon = true
      soon()
    }
    if (left <= 0 && !told.over) {
      told.over = true
      over()
    }
  }

  const back = () => { if (!document.hidden) void look() }
  let timers: ReturnType<typeof setInterval>[] = []
  onMounted(() => {
    void look()
    timers = [setInterval(tick, 500), setInterval(() => void look(), LOOK_EVERY)]
    document.addEventListener('visibilitychange', back)
    window.addEventListener('online', back)
  })
  onBeforeUnmount(() => {
    timers.forEach(clearInterval)
    document.removeEventListener('visibilitychange', back)
    window.removeEventListener('online', back)
  })
  watch(endsAt, () => {
    told = { soon: false, over: false }
    tick()
  })
  return { seconds, said }
}
