import type { AttemptState } from './states.ts'

/** The clock of an attempt. The rules are Moodle's (mod/quiz/classes/quiz_attempt.php), as ASSESSMENT 4.1 gives them. */

/** What becomes of an attempt whose time is over and that nobody hands in. */
export const whenOver = ['HAND_IN', 'GRACE', 'ABANDON'] as const
export type WhenOver = (typeof whenOver)[number]

/** How long after the end what was answered in time may take to arrive, in milliseconds (Moodle's least grace, 60 s). */
export const LINE_MS = 60_000
/** A browser that hands in by itself does so a little before the end (Moodle: 2 s). */
const BROWSER_MS = 2_000

export type Timed = { state: AttemptState; endsAt: Date | null; whenOver: WhenOver; graceMinutes: number }
export type Closing = { move: 'handIn'; finishedAt: Date; timedOut: boolean }
export type Due = Closing | { move: 'runOver' | 'abandon' } | null
/** An answer, handing in, or a browser that hands in because it says that time is up: it may not know of more time. */
export type Request = 'SAVE' | 'HAND_IN' | 'TIME_UP'
/** Whether the answers of a request count, and what becomes of the attempt after it. */
export type Ruling = { keep: boolean; then: Due }

const graceOf = ({ graceMinutes }: Timed) => graceMinutes * 60_000

/** When the clock has to look at it next; null where time changes nothing. */
export function nextCheckAt(attempt: Timed): Date | null {
  const { state, endsAt } = attempt
  if (!endsAt) return null
  if (state === 'IN_PROGRESS') return endsAt
  return state === 'OVERDUE' ? new Date(endsAt.getTime() + graceOf(attempt)) : null
}

/** Until when an open attempt can be handed in; null without an end, or once it is closed. */
export function handInUntil(attempt: Timed): Date | null {
  const { state, endsAt, whenOver: over } = attempt
  if (!endsAt || (state !== 'IN_PROGRESS' && state !== 'OVERDUE')) return null
  return over === 'GRACE' ? new Date(endsAt.getTime() + graceOf(attempt)) : endsAt
}

/**
 * What a request of its learner does at `now` by the server's clock; what the browser says of the time counts nothing. A save
 * is one answer of several that a browser sends at the end: in time it never closes the attempt, which handing in and the
 * sweep do, so that no answer shuts out the next.
 */
export function onRequest(attempt: Timed, request: Request, now: Date): Ruling {
  const { state, endsAt } = attempt
  if (state !== 'IN_PROGRESS' && state !== 'OVERDUE') return { keep: false, then: null }
  const late = endsAt ? now.getTime() - endsAt.getTime() : -Infinity
  const tooLate = late > LINE_MS
  const timeUp = late > -BROWSER_MS
  if (!timeUp && request === 'TIME_UP') return { keep: true, then: null }
  if (timeUp && attempt.whenOver === 'GRACE') {
    if (late > graceOf(attempt) + LINE_MS) return { keep: false, then: { move: 'abandon' } }
    if (request === 'SAVE') return { keep: !tooLate, then: state === 'IN_PROGRESS' ? { move: 'runOver' } : null }
    return { keep: !tooLate, then: { move: 'handIn', finishedAt: now, timedOut: false } }
  }
  // Who is there at the end is always handed in; ABANDON is for those only the sweep finds.
  if (tooLate) return { keep: false, then: { move: 'handIn', finishedAt: endsAt!, timedOut: true } }
  return { keep: true, then: request === 'SAVE' ? null : { move: 'handIn', finishedAt: now, timedOut: late > 0 } }
}

/** What the clock does with an attempt by itself: the sweep, or whoever else meets it. */
export function onClock(attempt: Timed, now: Date): Due {
  const due = nextCheckAt(attempt)
  if (!due || now.getTime() < due.getTime() + LINE_MS) return null
  if (attempt.state === 'OVERDUE' || attempt.whenOver === 'ABANDON') return { move: 'abandon' }
  if (attempt.whenOver === 'HAND_IN') return { move: 'handIn', finishedAt: attempt.endsAt!, timedOut: true }
  const late = now.getTime() - attempt.endsAt!.getTime()
  return { move: late >= graceOf(attempt) + LINE_MS ? 'abandon' : 'runOver' }
}
