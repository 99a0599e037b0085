import { markOfTries, markQuestion, sameAnswer, type Answer, type Key } from '../../bank/index.ts'

/** How a quiz answers its learner: at the end, at once, with hints, with any number of tries, or by how sure they are. */
export const behaviours = ['DEFERRED', 'IMMEDIATE', 'INTERACTIVE', 'ADAPTIVE', 'CERTAINTY'] as const
export type Behaviour = (typeof behaviours)[number]

/** What was done at a question, kept in order and never changed. `answer` of TRY_AGAIN: what was left standing. */
export type Step = { at: Date; kind: 'CHECK' | 'TRY_AGAIN'; answer: Answer | null; certainty: number | null }
/** The course a question took in an attempt. Steps and certainty are absent from sheets made before they were kept. */
export type Course = { steps?: readonly Step[]; answer: Answer | null; certainty?: number | null }

export type QuestionOutcome = 'RIGHT' | 'PARTIAL' | 'WRONG' | 'GAVE_UP' | 'NEEDS_MARKING'
/** `mark`: a fraction of the points, null while it waits for people. `tries`: answers that were judged. */
export type Replayed = { mark: number | null; state: QuestionOutcome; tries: number }

/** What three levels of certainty are worth of the question's points, right and wrong (Moodle: 1, 2, 3 and 0, -2, -6, of 3). */
const CERTAIN = { right: [1 / 3, 2 / 3, 1], wrong: [0, -2 / 3, -2] } as const
/** Who does not say how sure they are is taken to be the least sure (Moodle). */
export const CERTAINTY_ASSUMED = 1

/** Right, partly or wrong, with Moodle's tolerance for sums of fractions. */
export const outcomeOf = (fraction: number): 'RIGHT' | 'PARTIAL' | 'WRONG' => (fraction > 0.999999 ? 'RIGHT' : fraction < 1e-6 ? 'WRONG' : 'PARTIAL')

/** What an answer worth `fraction` earns at a level of certainty, 1 to 3: from -2 to 1. Less than nothing counts as wrong. */
export function certain(fraction: number, certainty: number): number {
  const level = Math.min(3, Math.max(1, Math.round(certainty))) - 1
  return fraction > 1e-6 ? fraction * CERTAIN.right[level]! : CERTAIN.wrong[level]!
}

/**
 * The answers that were judged, oldest first: each checked one, and what was handed in. The answer judged last is no try when
 * it comes again, nor is what a hint left standing of it (Moodle: an identical answer is discarded).
 */
export function triesOf({ steps = [], answer }: Course, handedIn: boolean): (Answer | null)[] {
  const tries: (Answer | null)[] = []
  let known: (Answer | null)[] = []
  const judge = (one: Answer | null) => {
    if (known.some(other => sameAnswer(one, other))) return
    tries.push(one)
    known = [one]
  }
  for (const step of steps) {
    if (step.kind === 'CHECK') judge(step.answer)
    else known.push(step.answer)
  }
  if (handedIn) judge(answer)
  return tries
}

/**
 * What a question earns when handed in as it stands, worked out from what was done: the one place that scores, live and when
 * an attempt is judged anew by another key. `penalty`: what each try costs, 0 to 1, of INTERACTIVE and ADAPTIVE alone.
 */
export function replay(course: Course, key: Key, behaviour: Behaviour, penalty: number): Replayed {
  const { answer, certainty } = course
  if (key.kind === 'ESSAY' || key.kind === 'FILE') return deferred(answer, key)
  switch (behaviour) {
    case 'DEFERRED': return deferred(answer, key)
    case 'CERTAINTY': {
      const plain = deferred(answer, key)
      return answer === null ? plain : { ...plain, mark: certain(plain.mark!, certainty ?? CERTAINTY_ASSUMED) }
    }
    // One check, and it is closed; what was never checked is judged as handed in.
    case 'IMMEDIATE': return deferred(triesOf(course, true)[0] ?? answer, key)
    case 'INTERACTIVE': return interactive(triesOf(course, true), key, penalty)
    case 'ADAPTIVE': return adaptive(triesOf(course, true), key, penalty)
  }
}

function deferred(answer: Answer | null, key: Key): Replayed {
  const mark = markQuestion(key, answer)
  if (mark === null) return { mark, state: 'NEEDS_MARKING', tries: 1 }
  return answer === null ? { mark, state: 'GAVE_UP', tries: 0 } : { mark, state: outcomeOf(mark), tries: 1 }
}

/** The first right try ends it; else the last counts (Moodle: max(0, raw - penalty x tries used before)). */
function interactive(tries: readonly (Answer | null)[], key: Key, penalty: number): Replayed {
  const right = tries.findIndex(answer => outcomeOf(markQuestion(key, answer)!) === 'RIGHT')
  const used = right < 0 ? tries : tries.slice(0, right + 1)
  const last = used.at(-1) ?? null
  if (last === null) return { mark: 0, state: 'GAVE_UP', tries: used.filter(Boolean).length }
  return { mark: markOfTries(key, used, penalty), state: outcomeOf(markQuestion(key, last)!), tries: used.length }
}

/** The best of all tries, each less what those before it cost (Moodle: max(best, raw - penalty x earlier tries)). */
function adaptive(all: readonly (Answer | null)[], key: Key, penalty: number): Replayed {
  const tries = all.filter(answer => answer !== null)
  if (tries.length === 0) return { mark: 0, state: 'GAVE_UP', tries: 0 }
  const raw = tries.map(answer => markQuestion(key, answer)!)
  return { mark: Math.max(0, ...raw.map((fraction, before) => fraction - penalty * before)), state: outcomeOf(Math.max(...raw)), tries: tries.length }
}
