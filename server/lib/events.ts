import type { Logger } from 'pino'

/**
 * News that travels up the list of domains, within this process. An event is a hint, the data is the truth: a process
 * may die between the save and the news, so every listener is safe to run twice and has a sweep that finds what it
 * missed.
 */
export type Events = {
  'session.ended': { person: string }
  'enrolment.changed': { enrolment: string }
  'curriculum.published': { version: string }
  'curriculum.moved': { curriculum: string; move: string }
  'course.compiled': { course: string }
  /** A question of the bank was written, filed elsewhere or moved on its way. */
  'bank.changed': { question: string }
  /** Something in a course was edited: a lesson, a quiz, a task, its rules. */
  'course.edited': { course: string }
}

type Listener<Name extends keyof Events> = (news: Events[Name]) => Promise<void>
const listeners: { [Name in keyof Events]?: Listener<Name>[] } = {}

/** Listens for as long as the process lives. */
export function on<Name extends keyof Events>(name: Name, listener: Listener<Name>): void {
  const list = (listeners[name] ??= []) as Listener<Name>[]
  list.push(listener)
}

/** Tells every listener and waits for them; one that fails is logged and holds back no other, nor the teller. */
export async function tell<Name extends keyof Events>(log: Logger, name: Name, news: Events[Name]): Promise<void> {
  for (const listener of listeners[name] ?? []) {
    try {
      await (listener as Listener<Name>)(news)
    } catch (err) {
      log.error({ err, name, news }, 'a listener failed; the sweep will find it')
    }
  }
}
