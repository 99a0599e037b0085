import { isManual, markOfTries, markQuestion, type Key, type QuestionKind } from '../../bank/index.ts'
import { outcomeOf, replay, triesOf, type Behaviour, type Course, type QuestionOutcome } from './replay.ts'

/** How a question of an open attempt stands, from what was done at it. */
export type Phase = 'ANSWERING' | 'HINT' | 'CLOSED'
/** `outcome` and `mark` are of what was judged so far; null before. `triesLeft` null: not counted. */
export type Live = { phase: Phase; outcome: QuestionOutcome | null; mark: number | null; tries: number; triesLeft: number | null }

/** Whether answers of this kind can be judged while an attempt goes on. */
export const isChecked = (behaviour: Behaviour, kind: QuestionKind): boolean =>
  !isManual(kind) && (behaviour === 'IMMEDIATE' || behaviour === 'INTERACTIVE' || behaviour === 'ADAPTIVE')

/** Moodle's states of a question under way: INTERACTIVE allows one try more than there are hints. */
export function liveOf(course: Course, key: Key, behaviour: Behaviour, penalty: number, hints: number): Live {
  const tries = triesOf(course, false)
  const start: Live = { phase: 'ANSWERING', outcome: null, mark: null, tries: tries.length, triesLeft: behaviour === 'INTERACTIVE' ? hints + 1 - tries.length : null }
  const last = tries.at(-1)
  if (last === undefined || !isChecked(behaviour, key.kind)) return start
  if (behaviour === 'IMMEDIATE') return { ...start, phase: 'CLOSED', ...said(replay({ ...course, answer: tries[0]! }, key, behaviour, penalty)) }
  if (behaviour === 'ADAPTIVE') return { ...start, ...said(replay({ ...course, answer: last }, key, behaviour, penalty)) }
  const outcome = outcomeOf(markQuestion(key, last)!)
  const judged = { ...start, outcome, mark: markOfTries(key, tries, penalty) }
  if (outcome === 'RIGHT' || tries.length > hints) return { ...judged, phase: 'CLOSED', triesLeft: 0 }
  return { ...judged, phase: course.steps?.at(-1)?.kind === 'CHECK' ? 'HINT' : 'ANSWERING' }
}

const said = ({ mark, state }: { mark: number | null; state: QuestionOutcome }) => ({ mark, outcome: state })
