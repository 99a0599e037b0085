import { isManual } from '../../bank/index.ts'
import { scoringOf } from '../behaviourModel.ts'
import { score, wholeOf, type Scoring } from '../domain/attempt.ts'
import { todaysKey } from '../domain/former.ts'
import { CERTAINTY_ASSUMED, type Behaviour } from '../domain/replay.ts'
import type { AskedDoc, ScoredDoc } from '../model.ts'
import type { Clock } from './handIn.ts'

/** `failed`: how many questions the machine could not judge, for people or another try. */
export type Judged = { questions: AskedDoc[]; mark: number | null; passed: boolean | null; failed: number }

/**
 * A sheet with what the machine makes of the questions that have no mark. One whose judging fails holds back no other: it
 * stays without a mark, with its answer.
 */
export function judge({ log }: Pick<Clock, 'log'>, attempt: ScoredDoc): Judged {
  const keys = new Map(attempt.keys.map(one => [one.id, one]))
  const scoring = scoringOf(attempt)
  let failed = 0
  const questions = attempt.questions.map(question => {
    if (typeof question.mark === 'number' || question.marking) return question
    try {
      return marked(question, keys.get(question.id), scoring)
    } catch (err) {
      // Blank is 0, whatever the key.
      if (question.answer === null && !question.steps?.length) return { ...question, mark: 0, outcome: 'GAVE_UP' as const, tries: 0, parts: null }
      failed++
      log.error({ err, attempt: attempt._id, question: question.id }, 'an answer could not be scored; people have to look at it')
      return question
    }
  })
  return { questions, ...wholeOf(questions, attempt.passMark), failed }
}

function marked(question: AskedDoc, key: ScoredDoc['keys'][number] | undefined, scoring: Scoring): AskedDoc {
  const { mark, outcome, tries, parts, feedback, specific } = score([question], key ? [todaysKey(key, question)] : [], 0, scoring).questions[0]!
  return { ...question, ...assumption(question, scoring.behaviour), mark, outcome, tries, parts, feedback, specific }
}

/** Who did not say how sure they are: what was assumed is kept beside the answer. */
const assumption = ({ answer, certainty, kind }: AskedDoc, behaviour: Behaviour) =>
  (behaviour === 'CERTAINTY' && !isManual(kind) && answer !== null && !certainty ? { certainty: CERTAINTY_ASSUMED, certaintyAssumed: true } : {})
