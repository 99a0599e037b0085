import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { useEventListener } from '@vueuse/core'
import { computed, inject, onScopeDispose, provide, reactive, ref, shallowRef, type InjectionKey } from 'vue'
import * as Y from 'yjs'
import type { CurriculumSection, CurriculumState, ErrorCode, ProblemSeverity } from '../../gql/operations.ts'
import { Outbox } from './outbox.ts'

/** What a check says of what is written just now. */
export type Problem = {
  section: CurriculumSection; code: ErrorCode; at: string | null; facts: Record<string, unknown>; blocking: boolean; severity: ProblemSeverity; waiver: { reason: string; on: string } | null
}
/** Somebody in the room, and the field they are in. */
export type Present = { client: number; person: string; name: string; organisation: string; side: 'AGENCY' | 'PARTNER'; colour: number; at: string | null }
/** JOINING for the first time; APART: the line is down, what is typed is kept here; DENIED: not for this person, or no place. */
type Line = 'JOINING' | 'TOGETHER' | 'APART' | 'DENIED'
type News =
  | { kind: 'saved'; mark: number; at: string }
  | { kind: 'rights'; readOnly: boolean }
  | { kind: 'content'; revision: number; state: CurriculumState; hash: string; at: string; problems: Problem[] }

/** What is saved has a new revision; `moved`: it is in another state, too. */
export type Heard = { revision: number; moved: boolean }

/** Closes that mean: what was sent will never be let in; as malformed, or as too heavy. */
const refusals = [4400, 1009]
const key: InjectionKey<Studio> = Symbol('studio')
export type Studio = ReturnType<typeof useStudio>

/** The studio of the page one is on. */
export function theStudio(): Studio {
  const studio = inject(key)
  if (!studio) throw new Error('not within a studio')
  return studio
}

/**
 * Writes one curriculum together with others. What is typed is in `doc` at once, goes to the others and into the server's
 * log, and is merged when the line comes back. `onNews` is called when what is saved has a new revision, or a new state.
 */
export function useStudio(curriculum: string, person: string, onNews: (news: Heard) => void) {
  const doc = shallowRef(new Y.Doc())
  const line = ref<Line>('JOINING')
  const ready = ref(false)
  const readOnly = ref(true)
  const savedAt = ref<string | null>(null)
  const unsaved = ref(false)
  const lost = ref(false)
  const people = shallowRef<Present[]>([])
  const problems = shallowRef<Problem[] | null>(null)
  const standing = shallowRef<{ revision: number; state: CurriculumState } | null>(null)
  const outbox = new Outbox(person, curriculum)
  const marks = new Map<number, number>()
  let [mark, place]: [number, string | null] = [0, null]
  let [timer, leaving]: [number | undefined, number | undefined] = [undefined, undefined]
  let [socket, provider] = join()

  function join(): [HocuspocusProviderWebsocket, HocuspocusProvider] {
    const own = doc.value
    const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/studio`
    const line_ = new HocuspocusProviderWebsocket({ url, delay: 1000, maxDelay: 10_000 })
    const provider_ = new HocuspocusProvider({
      websocketProvider: line_, name: curriculum, document: own,
      onAuthenticated: ({ scope }) => { readOnly.value = scope === 'readonly' },
      onAuthenticationFailed: ({ reason }) => {
        if (reason === 'UNAVAILABLE') return
        line.value = 'DENIED'
        line_.disconnect()
      },
      onSynced: () => synced(own),
      onStatus: ({ status }) => { if (status === 'disconnected' && line.value === 'TOGETHER') line.value = 'APART' },
      onStateless: ({ payload }) => hear(JSON.parse(payload) as News),
      onAwarenessChange: ({ states }) => {
        people.value = states.flatMap(({ clientId, user, at }) =>
          (user && clientId !== own.clientID ? [{ client: clientId, at: at ?? null, ...user as Omit<Present, 'client' | 'at'> }] : []))
      },
      onClose: ({ event }) => { if (refusals.includes(event.code)) refused() },
    })
    own.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === provider_) return
      outbox.add(update)
      unsaved.value = true
      timer ??= window.setTimeout(sendMark, 150)
    })
    provider_.attach()
    return [line_, provider_]
  }

  function synced(own: Y.Doc) {
    line.value = 'TOGETHER'
    ready.value = true
    const left = outbox.isEmpty ? outbox.left() : null
    if (left && !readOnly.value) Y.applyUpdate(own, left, 'outbox')
    provider.awareness?.setLocalState({ at: place })
    sendMark()
  }

  /** Asks to be told once all that was written so far is safe. */
  function sendMark() {
    window.clearTimeout(timer)
    timer = undefined
    if (line.value !== 'TOGETHER' || outbox.isEmpty) return
    marks.set(++mark, outbox.count)
    provider.sendStateless(JSON.stringify({ mark }))
  }

  function hear(news: News) {
    if (news.kind === 'rights') readOnly.value = news.readOnly
    else if (news.kind === 'content') {
      const last = standing.value
      problems.value = news.problems
      standing.value = { revision: news.revision, state: news.state }
      if (last && (last.revision !== news.revision || last.state !== news.state)) onNews({ revision: news.revision, moved: last.state !== news.state })
    } else {
      savedAt.value = news.at
      outbox.acknowledge(marks.get(news.mark) ?? 0)
      marks.delete(news.mark)
      unsaved.value = !outbox.isEmpty
    }
  }

  /** The server would not take what was written here: begin anew with what it has. */
  function refused() {
    lost.value = true
    outbox.forget()
    marks.clear()
    unsaved.value = false
    ready.value = false
    line.value = 'JOINING'
    leave()
    doc.value = new Y.Doc()
    ;[socket, provider] = join()
  }

  function leave() {
    window.clearTimeout(timer)
    timer = undefined
    provider.destroy()
    socket.destroy()
  }

  /** Where one is: a field's path, told to the others; leaving one field for the next is one step. */
  function goAt(path: string | null) {
    window.clearTimeout(leaving)
    leaving = window.setTimeout(() => {
      place = path
      if (line.value === 'TOGETHER') provider.awareness?.setLocalState({ at: path })
    }, path === null ? 150 : 0)
  }

  useEventListener(window, 'pagehide', () => outbox.keep())
  // The browser knows of a lost line long before a silent socket does.
  useEventListener(window, 'offline', () => socket.disconnect())
  useEventListener(window, 'online', () => { if (line.value !== 'DENIED') void socket.connect() })
  onScopeDispose(() => {
    outbox.keep()
    window.clearTimeout(leaving)
    leave()
  })

  const studio = reactive({
    doc, line, ready, readOnly, savedAt, unsaved, lost, people, problems, standing, goAt,
    editable: computed(() => ready.value && !readOnly.value),
    peopleAt: (path: string) => people.value.filter(({ at }) => at === path),
    clearLost: () => { lost.value = false },
  })
  provide(key, studio as never)
  return studio
}
