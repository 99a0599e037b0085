import { partsRight, rekey, specificFeedback, type Asked, type Question, type SpecificFeedback } from '../../bank/index.ts'
import { wholeOf, type KeyOfQuestion, type Scoring, type Written } from './attempt.ts'
import { replay, type Course, type QuestionOutcome } from './replay.ts'

/** Judging attempts anew, when a key was wrong, a question is not to count, or counts otherwise. */

/**
 * What a changed key means for who was asked (Canvas): all points to all, also over a mark that a person gave, so that nobody
 * stays below others; whichever is more of before and now; now alone; or nothing, the key being changed for who begins later.
 */
export const regradePolicies = ['FULL_CREDIT', 'EITHER', 'NOW', 'NONE'] as const
export type RegradePolicy = (typeof regradePolicies)[number]

/** `before`: the question as it was; `after`: as it shall be, null where its key stays. */
export type RegradeChange = { question: string; before: Question } & (
  | { act: 'KEY'; policy: RegradePolicy; after: Question | null }
  | { act: 'POINTS'; points: number }
  /** It counts no more, and the others share its weight: drop and rescale. */
  | { act: 'DROP' }
)

type Marking = { mark: number }
/** A question of a sheet as it was judged. */
export type Judged = Asked & Course & { mark: number | null; feedback: string | null; outcome?: QuestionOutcome | null; tries?: number; parts?: { right: number; of: number } | null; specific?: SpecificFeedback | null; marking?: Marking | null }
export type JudgedSheet<Q extends Judged = Judged> = { questions: readonly Q[]; keys: readonly KeyOfQuestion[]; passMark: number; scoring: Scoring }

/** Why a question's mark stayed what it was: a person gave it, or the new key does not fit what was asked. */
export type Kept = 'BY_PEOPLE' | 'MISFIT'
export type Worth = { mark: number | null; points: number }
export type Regraded = { question: string; before: Worth; after: Worth; kept: Kept | null }
export type Verdict = { mark: number | null; passed: boolean | null }

/**
 * A sheet judged anew: its questions and keys as they are then, the whole, and what became of each question that is changed.
 * What a person marked stays, short of full credit to all. Answers are played again by `replay`, so that tries and certainty count as they did; the same
 * change twice changes nothing more.
 */
export function regrade<Q extends Judged>(sheet: JudgedSheet<Q>, changes: readonly RegradeChange[]): { questions: Q[]; keys: KeyOfQuestion[]; whole: Verdict; regraded: Regraded[] } {
  let keys = [...sheet.keys]
  const regraded: Regraded[] = []
  const questions = sheet.questions.map(question => changes.filter(change => change.question === question.id).reduce((one, change) => {
    const { after, key, kept } = changed(one, change, keys.find(({ id }) => id === one.id), sheet.scoring)
    if (key) keys = keys.map(other => (other.id === key.id ? key : other))
    regraded.push({ question: one.id, before: worthOf(one), after: worthOf(after), kept })
    return after
  }, question))
  return { questions, keys, whole: wholeOf(questions, sheet.passMark), regraded }
}

const worthOf = ({ mark, points }: Worth): Worth => ({ mark, points })

type Changed<Q> = { after: Q; key?: KeyOfQuestion; kept: Kept | null }

function changed<Q extends Judged>(question: Q, change: RegradeChange, key: KeyOfQuestion | undefined, scoring: Scoring): Changed<Q> {
  switch (change.act) {
    // What counts nothing, a pilot or one that was dropped, does not begin to.
    case 'POINTS': return { after: question.points > 0 ? { ...question, points: change.points } : question, kept: null }
    case 'DROP': return { after: { ...question, points: 0 }, kept: null }
    case 'KEY': return rejudged(question, change, key, scoring)
  }
}

function rejudged<Q extends Judged>(question: Q, { policy, after, before }: Extract<RegradeChange, { act: 'KEY' }>, key: KeyOfQuestion | undefined, scoring: Scoring): Changed<Q> {
  if (policy === 'NONE') return { after: question, kept: null }
  const anew = after && key ? rekey(question, after, [before.text]) : null
  const keyed = after && anew ? withSaid({ ...key!, key: anew, feedback: after.feedback }, after) : undefined
  // How many parts were right is said by the key that holds now, whatever becomes of the mark.
  const told = keyed ? { ...question, feedback: after!.feedback, parts: question.answer && partsRight(keyed.key, question.answer) } : question
  const as = (part: Partial<Judged>, kept: Kept | null = null): Changed<Q> => {
    const judged = { ...told, ...part }
    const holds = keyed ?? key
    // What is said of the answer goes by the key that holds and by what is told of it now.
    return { after: { ...judged, ...(holds && { specific: specificFeedback(holds.key, holds.outcomeFeedback, judged.answer, judged.outcome) }) }, ...(keyed && { key: keyed }), kept }
  }
  if (policy === 'FULL_CREDIT') return as({ mark: 1, outcome: 'RIGHT' })
  if (question.marking) return as({}, 'BY_PEOPLE')
  if (!keyed) return { after: question, kept: 'MISFIT' }
  const { mark, state, tries } = replay(question, keyed.key, scoring.behaviour, scoring.penalty)
  const stays = policy === 'EITHER' && question.mark !== null && (mark === null || question.mark >= mark)
  const parts = question.answer && partsRight(keyed.key, question.answer)
  return as(stays ? { parts } : { mark, outcome: state, tries, parts })
}

/** A key with what its question says by outcome now. */
const withSaid = ({ outcomeFeedback: _, ...key }: KeyOfQuestion, { outcomeFeedback }: Question): KeyOfQuestion => ({ ...key, ...(outcomeFeedback && { outcomeFeedback }) })

/** Whether something of it is told otherwise than before: the whole, or a question's mark or weight. */
export const isChanged = (before: Verdict, after: Verdict, regraded: readonly Regraded[]): boolean =>
  before.mark !== after.mark || before.passed !== after.passed || regraded.some(one => one.before.mark !== one.after.mark || one.before.points !== one.after.points)

/** Who did not pass now does, or the other way round; null: neither. */
export const flipOf = (before: Verdict, after: Verdict): 'TO_PASS' | 'TO_FAIL' | null =>
  (before.passed === null || after.passed === null || before.passed === after.passed ? null : after.passed ? 'TO_PASS' : 'TO_FAIL')

/**
 * The questions of the quiz afterwards, for who begins later: with the new key or weight, without what was dropped. One whose
 * words or key are changed is no copy of the bank's any more.
 */
export function questionsAfter(questions: readonly Written[], changes: readonly RegradeChange[], isCopy: (a: Question, b: Question) => boolean): Written[] {
  return changes.reduce<Written[]>((list, change) => {
    switch (change.act) {
      case 'DROP': return list.filter(({ id }) => id !== change.question)
      case 'POINTS': return list.map(one => (one.id === change.question ? { ...one, points: change.points } : one))
      case 'KEY': return list.map(one => (one.id === change.question && change.after
        ? { ...placeOf(one), ...change.after, id: one.id, points: one.points, bank: isCopy(change.before, change.after) ? one.bank ?? null : null } : one))
    }
  }, [...questions])
}

/** Without what the changed words may have no more. */
const placeOf = ({ hints: _, outcomeFeedback: __, ...one }: Written) => one
