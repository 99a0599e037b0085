import { reactive } from 'vue'
import type { AnswerInput, QuizCheckMutation } from '../gql/operations.ts'
import { useAction } from '../lib/useAction.ts'
import { meant, withCertainty, type AskedQuestion } from './answers.ts'
import { CheckAnswer, TryAgain } from './api.behaviour.ts'
import { useAttempt } from './attempt.store.ts'

type Judged = QuizCheckMutation['checkAnswer']

/** Judging answers while an attempt goes on, and how its questions stand since it was read. */
export function useSteps(attempt: () => string, stale: () => void) {
  const store = useAttempt()
  const [checking, trying] = [useAction(CheckAnswer), useAction(TryAgain)]
  const judged = reactive<Record<string, Judged>>({})
  /** Which question the last refusal is about. */
  const about = reactive<{ question: string | null }>({ question: null })

  /** The question as it stands now: what was judged here is newer than what was read, unless that was read later. */
  function now(question: AskedQuestion): AskedQuestion {
    const later = judged[question.id]
    return later && later.seq >= question.seq ? { ...question, ...later } : question
  }

  /** Sends what is still on its way first, so that this window does not overtake itself. */
  async function begin(question: string): Promise<number | null> {
    about.question = question
    await store.flush(question)
    const entry = store.entries[question]
    return entry?.state === 'saved' || entry?.state === 'blank' ? entry.seq : null
  }

  function took(question: Judged | undefined): void {
    if (question) {
      judged[question.id] = question
      store.adopt(withCertainty(question))
    } else if ([...checking.refusals, ...trying.refusals].some(({ code }) => ['ANSWERED_ELSEWHERE', 'TIME_OVER', 'ATTEMPT_CLOSED', 'QUESTION_CLOSED'].includes(code))) stale()
  }

  async function check(question: string): Promise<void> {
    const seq = await begin(question)
    const { certainty: _, ...answer } = meant(store.entries[question]?.answer) ?? {}
    if (seq !== null) took((await checking.run({ attempt: attempt(), question, seq, answer: answer as AnswerInput }))?.checkAnswer)
  }

  async function tryAgain(question: string): Promise<void> {
    const seq = await begin(question)
    if (seq !== null) took((await trying.run({ attempt: attempt(), question, seq }))?.tryAgain)
  }

  const busy = () => checking.busy || trying.busy
  const problemsOf = (question: string) => (about.question === question ? [...checking.problems, ...trying.problems] : [])
  return { now, check, tryAgain, busy, problemsOf }
}
