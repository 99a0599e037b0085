import type { ForeignBody, ForeignChoice, ForeignUnit, Unreadable } from '../foreign.ts'
import { xml } from '../written.ts'
import { childOf, childrenOf, type Element } from '../xml.ts'

/** What stands in a `<text>`, or in the element itself. */
export const textIn = (element: Element | undefined): string => (childOf(element, 'text')?.text ?? element?.text ?? '').trim()
/** A part that says it is plain, in the form of the question it belongs to. */
export const partIn = (part: Element, question: Element): string =>
  (part.attributes.format === 'plain_text' && childOf(question, 'questiontext')?.attributes.format === 'html' ? xml(textIn(part)) : textIn(part))
/** The words of a child, empty where there is none. */
export const wordsOf = (element: Element | undefined, name: string): string => childOf(element, name)?.text.trim() ?? ''
export const lacks = ({ line }: Element): Unreadable => ({ line, code: 'NO_ANSWER', facts: {} })
const fractionOf = (answer: Element): number => Number(answer.attributes.fraction ?? 0) / 100
export const answerOf = (answer: Element): ForeignChoice => ({ text: textIn(answer), fraction: fractionOf(answer) || 0, feedback: textIn(childOf(answer, 'feedback')) })

export function choicesOf(element: Element): ForeignBody | Unreadable {
  const choices = childrenOf(element, 'answer').map(answer => ({ ...answerOf(answer), text: partIn(answer, element) }))
  if (choices.length < 2) return lacks(element)
  if (!choices.some(({ fraction }) => fraction > 0)) return { line: element.line, code: 'NO_RIGHT_ANSWER', facts: {} }
  return { kind: 'CHOICE', single: (wordsOf(element, 'single') || 'true') === 'true', choices }
}

export function truthOf(element: Element): ForeignBody | Unreadable {
  const answers = childrenOf(element, 'answer')
  const right = answers.find(answer => fractionOf(answer) > 0)
  if (!right) return { line: element.line, code: 'NO_RIGHT_ANSWER', facts: {} }
  const feedback = (truth: string) => textIn(childOf(answers.find(answer => textIn(answer).toLowerCase() === truth), 'feedback'))
  const isTrue = textIn(right).toLowerCase() === 'true'
  return { kind: 'TRUE_FALSE', right: isTrue, feedbackRight: feedback(String(isTrue)), feedbackWrong: feedback(String(!isTrue)) }
}

export function numbersOf(element: Element): ForeignBody | Unreadable {
  const answers = []
  let feedbackWrong = ''
  for (const answer of childrenOf(element, 'answer')) {
    const said = textIn(answer)
    const value = Number(said)
    if (said === '*' && answers.length > 0) {
      feedbackWrong = textIn(childOf(answer, 'feedback'))
      continue
    }
    if (said === '' || !Number.isFinite(value)) return { line: answer.line, code: 'NOT_A_NUMBER', facts: { text: said.slice(0, 40) } }
    answers.push({ value, tolerance: Number(wordsOf(answer, 'tolerance')) || 0, fraction: fractionOf(answer) || 0, feedback: textIn(childOf(answer, 'feedback')) })
  }
  return answers.length === 0 ? lacks(element) : { kind: 'NUMERIC', answers, ...unitsOf(element), ...(feedbackWrong && { feedbackWrong }) }
}

/**
 * Its units, the one it counts in first. Moodle's multiplier says how many of one make the first unit; ours how many of the
 * first it is. Units that cost nothing when they lack (`unitgradingtype` 0) cost nothing here.
 */
export function unitsOf(element: Element): { units: ForeignUnit[]; unitPenalty: number } {
  const named = childrenOf(childOf(element, 'units'), 'unit').map(unit => ({ name: wordsOf(unit, 'unit_name'), multiplier: 1 / (Number(wordsOf(unit, 'multiplier')) || 1) })).filter(({ name }) => name !== '')
  const own = named.find(({ multiplier }) => multiplier === 1) ?? named[0]
  const units = own ? [own, ...named.filter(one => one !== own)].map(({ name, multiplier }) => ({ name, multiplier: multiplier / own.multiplier })) : []
  const penalty = Math.min(1, Math.max(0, Number(wordsOf(element, 'unitpenalty') || 0.1) || 0))
  return { units, unitPenalty: wordsOf(element, 'unitgradingtype') === '0' ? 0 : penalty }
}
