import { useClientHandle } from '@urql/vue'
import { onBeforeUnmount, onMounted } from 'vue'
import type { SignalInput } from '../gql/operations.ts'
import { NoteSignals } from './api.signal.ts'

/** Between two sendings of what was seen. */
const EVERY = 10_000
/** As many as the server takes at once; of more seen in one go the rest is let go. */
const AT_ONCE = 50
/** What was seen is waited for this long, in milliseconds, before an attempt is handed in. */
const PATIENCE = 2000

/**
 * Notes, while an attempt is under way, when the page is left and come back to, and that (never what) something was pasted
 * into an answer: into a part of the page with `data-question`. Sent now and then, and as the page is left; what does not
 * arrive is not sent again, and nobody is told: it must never be in the way of answering. `lastly`: how a request is made
 * that outlives the page. Gives a way to send all that was seen now, for before the attempt is handed in: a closed one takes none.
 */
export function useSignals(attempt: () => string, lastly?: () => RequestInit): () => Promise<void> {
  const { client } = useClientHandle()
  let seen: SignalInput[] = []
  let awaySince: number | null = null

  function note(kind: SignalInput['kind'], more: Omit<SignalInput, 'id' | 'kind'> = {}): void {
    if (seen.length < AT_ONCE) seen.push({ id: idOf(), kind, ...more })
  }
  async function send(leaving = false): Promise<void> {
    if (seen.length === 0) return
    const signals = seen
    seen = []
    await client.mutation(NoteSignals, { attempt: attempt(), signals }, leaving && lastly ? { fetchOptions: lastly } : {}).toPromise()
  }

  function away(): void {
    if (awaySince !== null) return
    awaySince = Date.now()
    note('FOCUS_LOST')
  }
  function back(): void {
    if (awaySince === null) return
    note('FOCUS_BACK', { seconds: Math.min(86_400, Math.max(0, Math.round((Date.now() - awaySince) / 1000))) })
    awaySince = null
  }
  const turned = () => (document.hidden ? away() : back())
  function pasted(event: ClipboardEvent): void {
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-question]') : null
    if (place) note('PASTE', { question: place.dataset.question, length: event.clipboardData?.getData('text').length ?? 0 })
  }
  const leave = () => void send(true)

  let timer: ReturnType<typeof setInterval>
  onMounted(() => {
    timer = setInterval(() => void send(), EVERY)
    document.addEventListener('visibilitychange', turned)
    document.addEventListener('paste', pasted)
    window.addEventListener('blur', away)
    window.addEventListener('focus', back)
    window.addEventListener('pagehide', leave)
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', turned)
    document.removeEventListener('paste', pasted)
    window.removeEventListener('blur', away)
    window.removeEventListener('focus', back)
    window.removeEventListener('pagehide', leave)
    void send()
  })
  return () => Promise.race([send(), new Promise<void>(resolve => setTimeout(resolve, PATIENCE))])
}

/** `crypto.randomUUID` is not there on plain http. */
const idOf = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
