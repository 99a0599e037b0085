import { keep, kept } from '../lib/kept.ts'
import type { Answer } from './answers.ts'
import { outbox } from './outbox.ts'

/** An answer not saved yet; `turn` tells in which order they were given. */
export type Waiting = { answer: Answer | null; seq: number; sent: Answer[]; turn: number }
/** What of an attempt only this browser knows: answers not saved yet, and questions marked for a second look. */
export type Draft = { answers: Record<string, Waiting>; flags: string[] }

const box = outbox()
const name = (attempt: string) => `attempt.${attempt}`
/** A store that does not answer keeps nobody from their quiz. */
const PATIENCE = 3000

/** What is on its way into the outbox: one write after another, and of several that wait the last alone. */
let writing: Promise<void> = Promise.resolve()
const next = new Map<string, string | null>()

function write(attempt: string, text: string | null): void {
  const waits = next.has(attempt)
  next.set(attempt, text)
  if (waits) return
  writing = writing.then(async () => {
    const now = next.get(attempt)!
    next.delete(attempt)
    // A browser that refuses to keep things is no reason to fail: the answer is on its way to the server too.
    await (now === null ? box.remove(name(attempt)) : box.put(name(attempt), now)).catch(() => {})
  })
}

/** Resolves when all that was said to be kept or forgotten is. */
export const draftsWritten = (): Promise<void> => writing

/** The draft of an attempt; empty when there is none, or when what is there cannot be read. */
export async function keptDraft(attempt: string): Promise<Draft> {
  const found = Promise.race([writing.then(() => box.get(name(attempt))).catch(() => undefined), new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), PATIENCE))])
  const text = (await found) ?? takeFormer(attempt)
  try {
    const draft = JSON.parse(text ?? '{}') as Partial<Draft>
    return { answers: draft.answers ?? {}, flags: draft.flags ?? [] }
  } catch {
    return { answers: {}, flags: [] }
  }
}

/** Drafts were kept plain before: such a one is taken out as soon as it is read. */
function takeFormer(attempt: string): string | undefined {
  const text = kept(name(attempt))
  keep(name(attempt), undefined)
  return text
}

export function keepDraft(attempt: string, draft: Draft): void {
  const isEmpty = Object.keys(draft.answers).length === 0 && draft.flags.length === 0
  write(attempt, isEmpty ? null : JSON.stringify(draft))
}

/** Takes the draft away with its key. */
export const forgetDraft = (attempt: string): void => write(attempt, null)
