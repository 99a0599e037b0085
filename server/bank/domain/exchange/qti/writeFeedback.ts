import type { Question } from '../../question.ts'
import { xml } from '../written.ts'

/** What an item says of an answer and by outcome: what it declares and works out for that, and the words themselves. */
export type ItemFeedback = { declarations: string[]; processing: string; modals: string[] }

const declare = (id: string, cardinality: 'single' | 'multiple') => `<qti-outcome-declaration identifier="${id}" cardinality="${cardinality}" base-type="identifier"/>`
const modal = (outcome: string, id: string, html: string) => `<qti-modal-feedback outcome-identifier="${outcome}" identifier="${id}" show-hide="show"><qti-content-body>${html}</qti-content-body></qti-modal-feedback>`
const set = (outcome: string, value: string) => `<qti-set-outcome-value identifier="${outcome}">${value}</qti-set-outcome-value>`
const toBe = (outcome: string, id: string) => set(outcome, `<qti-base-value base-type="identifier">${id}</qti-base-value>`)
const variable = (id: string) => `<qti-variable identifier="${id}"/>`
const number = (value: number) => `<qti-base-value base-type="float">${value}</qti-base-value>`
/** Sums of shares of a third are the whole. */
const WHOLE = 0.999999

/** Feedback of a question as QTI shows it: by outcomes of its own, which the processing sets last. */
export function feedbackOf(question: Question): ItemFeedback {
  return [ofChoices(question), ofPatterns(question), byOutcome(question)].reduce((all, one) => ({
    declarations: [...all.declarations, ...one.declarations], processing: all.processing + one.processing, modals: [...all.modals, ...one.modals],
  }))
}

const none: ItemFeedback = { declarations: [], processing: '', modals: [] }

/** The outcome is the answer itself. */
function ofChoices({ kind, choices }: Question): ItemFeedback {
  const modals = choices.flatMap(({ feedback }, at) => (feedback ? [modal('ANSWER', `c${at + 1}`, feedback)] : []))
  return modals.length === 0 ? none : { declarations: [declare('ANSWER', kind === 'SINGLE_CHOICE' ? 'single' : 'multiple')], processing: set('ANSWER', variable('RESPONSE')), modals }
}

/** The first text that fits, asked one after the other. */
function ofPatterns({ patterns, caseSensitive }: Question): ItemFeedback {
  const modals = patterns.flatMap(({ feedback }, at) => (feedback ? [modal('ANSWER', `p${at + 1}`, feedback)] : []))
  if (modals.length === 0) return none
  const branches = patterns.map(({ text }, at) => {
    const name = at === 0 ? 'qti-response-if' : 'qti-response-else-if'
    return `<${name}><qti-string-match case-sensitive="${caseSensitive}">${variable('RESPONSE')}<qti-base-value base-type="string">${xml(text)}</qti-base-value></qti-string-match>${toBe('ANSWER', `p${at + 1}`)}</${name}>`
  })
  return { declarations: [declare('ANSWER', 'single')], processing: `<qti-response-condition>${branches.join('')}</qti-response-condition>`, modals }
}

function byOutcome({ outcomeFeedback, points }: Question): ItemFeedback {
  if (!outcomeFeedback) return none
  const modals = (['right', 'partly', 'wrong'] as const).flatMap(outcome => (outcomeFeedback[outcome] ? [modal('OUTCOME', outcome, outcomeFeedback[outcome])] : []))
  const processing = `<qti-response-condition><qti-response-if><qti-gte>${variable('SCORE')}${number(points * WHOLE)}</qti-gte>${toBe('OUTCOME', 'right')}</qti-response-if>`
    + `<qti-response-else-if><qti-gt>${variable('SCORE')}${number(0)}</qti-gt>${toBe('OUTCOME', 'partly')}</qti-response-else-if><qti-response-else>${toBe('OUTCOME', 'wrong')}</qti-response-else></qti-response-condition>`
  return { declarations: [declare('OUTCOME', 'single')], processing, modals }
}
