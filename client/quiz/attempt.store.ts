import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import type { Refusal } from '../lib/refusal.ts'
import { meant, sameAnswer, type Answer, type Stored } from './answers.ts'
import { forgetDraft, keepDraft, keptDraft } from './draft.ts'

export type Saved = { ok: true; seq: number; savedAt: string } | { ok: false; refusal: Refusal }
/** How the store reaches the server; tests give their own. */
export type Line = {
  save(question: string, seq: number, answer: Answer): Promise<Saved>
  /** The answers as the server has them; null when it cannot be reached. */
  look(): Promise<readonly Stored[] | null>
}

export type SaveState = 'blank' | 'saved' | 'waiting' | 'saving' | 'retrying' | 'conflict' | 'refused'
export type Entry = {
  answer: Answer | null
  seq: number
  savedAt: string | null
  state: SaveState
  /** What was sent at this seq and got no reply: it may have arrived all the same. */
  sent: Answer[]
  /** In a conflict: what the server has. */
  theirs: Stored | null
  refusal: Refusal | null
  /** Which answer in a row this is: what waits is sent in this order. */
  turn: number
}

/** Refusals that time may heal; with the rest it is of no use to send the same again. */
const passing = new Set(['OFFLINE', 'INTERNAL', 'STORE_UNAVAILABLE', 'TOO_MANY_REQUESTS', 'UNAUTHENTICATED'])
const closing = new Set(['TIME_OVER', 'HAND_IN_ONLY', 'ATTEMPT_ABANDONED', 'ATTEMPT_CLOSED'])
const FIRST_WAIT = 1000
const LONGEST_WAIT = 30_000

/**
 * The answers of the attempt on the screen: each is saved by itself, and what is not saved yet waits in this browser, sealed,
 * also over a dropped line, a reload, or signing in again; then it is sent in the order it was given.
 */
export const useAttempt = defineStore('attempt', () => {
  const id = ref<string | null>(null)
  const entries = reactive<Record<string, Entry>>({})
  const flags = ref<readonly string[]>([])
  const closed = ref<string | null>(null)
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const flights = new Map<string, Promise<void>>()
  let retry: ReturnType<typeof setTimeout> | undefined
  let replaying: Promise<void> | undefined
  let waits = 0
  let turns = 0
  let opening = 0
  let line: Line

  const all = computed(() => Object.values(entries))
  const unsaved = computed(() => all.value.filter(({ state }) => state !== 'blank' && state !== 'saved').length)
  const answered = computed(() => all.value.filter(({ answer }) => meant(answer) !== null).length)
  const offline = computed(() => all.value.some(({ state }) => state === 'retrying'))

  /** Takes up an attempt as the server has it, with what this browser could not save before. */
  async function open(attempt: string, questions: readonly Stored[], to: Line): Promise<void> {
    leave()
    const mine = opening
    const draft = await keptDraft(attempt)
    // Left again, or opened anew, while the draft was read.
    if (mine !== opening) return
    id.value = attempt
    line = to
    flags.value = draft.flags
    for (const stored of questions) {
      entries[stored.id] = fromServer(stored)
      const waiting = draft.answers[stored.id]
      if (!waiting || sameAnswer(waiting.answer, stored.answer)) continue
      const { answer: given, sent, seq, turn = 0 } = waiting
      turns = Math.max(turns, turn)
      Object.assign(entries[stored.id]!, { answer: given, sent, turn })
      if (seq === stored.seq || sent.some(one => sameAnswer(one, stored.answer))) entries[stored.id]!.state = 'waiting'
      else Object.assign(entries[stored.id]!, { state: 'conflict', theirs: stored })
    }
    persist()
    void replay()
  }

  /** Puts the attempt away; what is unsaved stays in this browser. */
  function leave(): void {
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
    clearTimeout(retry)
    retry = replaying = undefined
    opening++
    flights.clear()
    for (const question of Object.keys(entries)) delete entries[question]
    id.value = null
    closed.value = null
    waits = turns = 0
  }

  /** Remembers an answer here at once, and saves it after `delay` milliseconds without another change. */
  function answer(question: string, given: Answer | null, delay = 0): void {
    const entry = entries[question]
    if (!entry || closed.value) return
    entry.answer = given
    entry.refusal = null
    entry.turn = ++turns
    if (entry.state !== 'conflict') schedule(question, delay)
    persist()
  }

  function schedule(question: string, delay: number): void {
    const entry = entries[question]!
    if (entry.state !== 'saving' && entry.state !== 'retrying') entry.state = 'waiting'
    clearTimeout(timers.get(question))
    timers.set(question, setTimeout(() => void flush(question), delay))
  }

  /** Saves what a question waits to have saved. One request at a time, so that this browser does not overtake itself. */
  function flush(question: string): Promise<void> {
    clearTimeout(timers.get(question))
    timers.delete(question)
    const flight = flights.get(question)
    if (flight) return flight
    const attempt = id.value
    const work = send(question, attempt).finally(() => { if (flights.get(question) === work) flights.delete(question) })
    flights.set(question, work)
    return work
  }

  async function send(question: string, attempt: string | null): Promise<void> {
    for (;;) {
      const entry = entries[question]
      if (!entry || closed.value || entry.state === 'conflict' || entry.state === 'saved' || entry.state === 'blank') return
      const given = entry.answer
      entry.state = 'saving'
      entry.sent = [...entry.sent.filter(sent => !sameAnswer(sent, given)), meant(given) ?? {}]
      persist()
      const reply = await line.save(question, entry.seq, meant(given) ?? {})
      if (id.value !== attempt) return
      const done = reply.ok ? settled(entry, given, reply) : await refused(question, entry, reply.refusal, attempt)
      persist()
      if (done) return
    }
  }

  function settled(entry: Entry, given: Answer | null, { seq, savedAt }: { seq: number; savedAt: string }): boolean {
    waits = 0
    Object.assign(entry, { seq, savedAt, sent: [], refusal: null })
    if (!sameAnswer(entry.answer, given)) return false
    entry.state = 'saved'
    return true
  }

  async function refused(question: string, entry: Entry, refusal: Refusal, attempt: string | null): Promise<boolean> {
    if (closing.has(refusal.code)) {
      closed.value = refusal.code
      if (id.value) forgetDraft(id.value)
    } else if (refusal.code === 'ANSWERED_ELSEWHERE') {
      return compare(question, entry, attempt)
    } else if (passing.has(refusal.code)) {
      later(entry)
    } else {
      Object.assign(entry, { state: 'refused', refusal, sent: [] })
    }
    return true
  }

  /** Another save came before this one. Our own, whose reply was lost, is no conflict: then it goes on from there. */
  async function compare(question: string, entry: Entry, attempt: string | null): Promise<boolean> {
    const theirs = (await line.look())?.find(one => one.id === question)
    if (id.value !== attempt) return true
    if (!theirs) {
      later(entry)
      return true
    }
    if (sameAnswer(theirs.answer, entry.answer)) {
      Object.assign(entry, fromServer(theirs))
      return true
    }
    if (entry.sent.slice(0, -1).some(sent => sameAnswer(sent, theirs.answer))) {
      Object.assign(entry, { seq: theirs.seq, savedAt: theirs.savedAt ?? null, sent: [] })
      return false
    }
    Object.assign(entry, { state: 'conflict', theirs, sent: [] })
    return true
  }

  /** Tries what waits again after a while, ever longer. */
  function later(entry: Entry): void {
    entry.state = 'retrying'
    if (retry !== undefined) return
    retry = setTimeout(() => void replay(), Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** waits++))
  }

  /** Sends what waits, one after another in the order it was given, until the line fails. */
  function replay(): Promise<void> {
    clearTimeout(retry)
    retry = undefined
    const attempt = id.value
    const work = replaying ?? (async () => {
      const order = Object.entries(entries).filter(([, { state }]) => state === 'waiting' || state === 'retrying').sort(([, a], [, b]) => a.turn - b.turn)
      for (const [question] of order) {
        await flush(question)
        if (id.value !== attempt || entries[question]?.state === 'retrying') return
      }
    })().finally(() => { if (replaying === work) replaying = undefined })
    replaying = work
    return work
  }

  /** Settles a conflict: my answer goes over theirs, or theirs takes the place of mine. */
  function resolve(question: string, keep: 'mine' | 'theirs'): void {
    const entry = entries[question]
    if (entry?.state !== 'conflict' || !entry.theirs) return
    const { theirs } = entry
    if (keep === 'theirs') Object.assign(entry, fromServer(theirs))
    else {
      Object.assign(entry, { seq: theirs.seq, theirs: null, state: 'waiting' })
      schedule(question, 0)
    }
    persist()
  }

  /** Tries everything that waits now, without waiting further; says whether all is saved. */
  async function flushAll(): Promise<boolean> {
    waits = 0
    await Promise.all(Object.entries(entries).filter(([, { state }]) => state === 'waiting' || state === 'retrying' || state === 'saving').map(([question]) => flush(question)))
    return unsaved.value === 0
  }

  function flag(question: string): void {
    flags.value = flags.value.includes(question) ? flags.value.filter(one => one !== question) : [...flags.value, question]
    persist()
  }

  /** Takes a question as the server has it now: its answer was judged, or opened again. */
  function adopt(stored: Stored): void {
    if (entries[stored.id]) Object.assign(entries[stored.id]!, fromServer(stored))
    persist()
  }

  /** The attempt is over: nothing of it needs to stay in this browser. */
  function finish(): void {
    const attempt = id.value
    leave()
    if (attempt) forgetDraft(attempt)
  }

  function persist(): void {
    if (!id.value || closed.value) return
    const open = Object.entries(entries).filter(([, { state }]) => state !== 'blank' && state !== 'saved')
    keepDraft(id.value, { flags: [...flags.value], answers: Object.fromEntries(open.map(([question, { answer, seq, sent, turn }]) => [question, { answer, seq, sent, turn }])) })
  }

  return { id, entries, flags, closed, unsaved, answered, offline, open, leave, answer, flush, flushAll, replay, resolve, flag, adopt, finish }
})

function fromServer({ seq, savedAt, answer }: Stored): Entry {
  const said = meant(answer)
  return { answer: said, seq, savedAt: savedAt ?? null, state: seq === 0 ? 'blank' : 'saved', sent: [], theirs: null, refusal: null, turn: 0 }
}
