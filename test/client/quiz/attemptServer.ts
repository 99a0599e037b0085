import { jest } from '@jest/globals'
import { createPinia, setActivePinia } from 'pinia'
import type { Answer, Stored } from '../../../client/quiz/answers.ts'
import { useAttempt, type Line, type Saved } from '../../../client/quiz/attempt.store.ts'
import { forgetDraft } from '../../../client/quiz/draft.ts'

export const no = (code: string, facts: Record<string, unknown> = {}): Saved => ({ ok: false, refusal: { code, facts } })

/** A server that keeps answers as ours does, and a line to it that can be cut: before it arrives, or on the way back. */
export type Server = { stored: Map<string, Stored & { answer: Answer }>; calls: number; cut: null | 'before' | 'after'; closed: string | null; sheet: () => Stored[]; line: Line }
export function aServer(questions = ['q1', 'q2']): Server {
  const stored = new Map<string, Stored & { answer: Answer }>(questions.map(id => [id, { id, seq: 0, savedAt: null, answer: {} }]))
  const server: Server = {
    stored, calls: 0, cut: null, closed: null,
    sheet: () => [...stored.values()].map(one => ({ ...one })),
    line: {
      async save(question, seq, answer) {
        server.calls++
        if (server.cut === 'before') return no('OFFLINE')
        const one = stored.get(question)!
        const same = JSON.stringify(one.answer) === JSON.stringify(answer)
        if (server.closed) return no(server.closed)
        if (one.seq !== seq && !(one.seq === seq + 1 && same)) return no('ANSWERED_ELSEWHERE', { seq: one.seq })
        if (one.seq === seq) stored.set(question, { id: question, seq: seq + 1, savedAt: `2026-03-02T02:4${seq}:00Z`, answer })
        if (server.cut === 'after') return no('OFFLINE')
        const now = stored.get(question)!
        return { ok: true, seq: now.seq, savedAt: now.savedAt! }
      },
      look: async () => (server.cut === 'before' ? null : server.sheet()),
    },
  }
  return server
}

export type Attempt = ReturnType<typeof useAttempt>

/** The attempt `a1`, taken up in a page that was just loaded. */
export async function takenUp(server: Server): Promise<Attempt> {
  setActivePinia(createPinia())
  const attempt = useAttempt()
  await attempt.open('a1', server.sheet(), server.line)
  return attempt
}

/** A browser that keeps nothing yet, and whose clock goes on by `pass` alone. */
export function freshBrowser(): void {
  jest.useFakeTimers()
  localStorage.clear()
  for (const one of ['a1', 'a2']) forgetDraft(one)
}
export const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds)
