import type { OutcomeFeedback } from '../../question.ts'
import { childOf, childrenOf, type Element } from '../xml.ts'
import { htmlOf, type Found } from './tree.ts'

/** What the feedback of an item is said of: `byAnswer` of an answer, by its identifier or its text; the rest of no one thing. */
export type Said = { general: string[]; byAnswer: Map<string, string>; outcome: OutcomeFeedback; rest: string[] }
type Meaning = keyof OutcomeFeedback | { answer: string }

/**
 * The modal feedback of an item, by what its processing shows it for: the answer itself, an answer that is right, partly right
 * or neither. What we always show is marked `data-always`. `response`: the only one, else null; `right`: what is right of it.
 */
export function saidIn(item: Element, response: string | null, right: readonly string[], found: Found): Said {
  const said: Said = { general: [], byAnswer: new Map(), outcome: { right: '', partly: '', wrong: '' }, rest: [] }
  const { echoes, meanings } = processingOf(childOf(item, 'responseProcessing'), response)
  for (const one of childrenOf(item, 'modalFeedback')) {
    const text = htmlOf(childOf(one, 'contentBody') ?? one, found).trim()
    const { outcomeIdentifier: outcome = '', identifier: id = '' } = one.attributes
    const shows = one.attributes.showHide !== 'hide'
    const means: Meaning | undefined = echoes.has(outcome) ? (shows ? { answer: id } : right.length === 1 && right[0] === id ? 'wrong' : undefined) : shows ? meanings.get(`${outcome} ${id}`) : undefined
    if (text === '') continue
    if (one.attributes['data-always'] === 'true') said.general.push(text)
    else if (means === undefined) said.rest.push(text)
    else if (typeof means === 'string') said.outcome[means] = joined(said.outcome[means], text)
    else said.byAnswer.set(means.answer, joined(said.byAnswer.get(means.answer), text))
  }
  return said
}

/** What is said of an answer; then it is said. */
export function takenFrom(said: Said, answer: string): string {
  const text = said.byAnswer.get(answer) ?? ''
  said.byAnswer.delete(answer)
  return text
}

export const joined = (...texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join(' ')

type Processing = { echoes: Set<string>; meanings: Map<string, Meaning> }

/** Outcomes that are the answer itself, and what the values of others mean. */
function processingOf(processing: Element | undefined, response: string | null): Processing {
  const echoes = new Set(childrenOf(processing, 'setOutcomeValue').filter(set => response !== null && isVariable(childOf(set, 'variable'), response)).map(({ attributes }) => attributes.identifier ?? ''))
  const meanings = new Map<string, Meaning>()
  for (const condition of childrenOf(processing, 'responseCondition')) {
    const before: (Meaning | undefined)[] = []
    for (const branch of condition.children) {
      const [test] = branch.name === 'responseElse' ? [] : branch.children
      const means = branch.name === 'responseElse' ? (isWhole(before) ? 'wrong' as const : undefined) : test && meaningOf(test, response)
      for (const set of childrenOf(branch, 'setOutcomeValue')) {
        const value = childOf(set, 'baseValue')?.text.trim()
        const key = `${set.attributes.identifier} ${value}`
        if (means !== undefined && value && !meanings.has(key)) meanings.set(key, means)
      }
      before.push(means)
    }
  }
  return { echoes, meanings }
}

const isWhole = ([first, ...more]: readonly (Meaning | undefined)[]): boolean => first === 'right' && more.every(one => one === 'partly')
const isVariable = (element: Element | undefined, id: string): boolean => element?.name === 'variable' && element.attributes.identifier === id

/** What a condition asks: whether the answer is right, earns something, or is this one. */
function meaningOf(test: Element, response: string | null): Meaning | undefined {
  const [first, second] = test.children
  const isAnswer = response !== null && isVariable(first, response)
  switch (test.name) {
    case 'match': case 'equal': case 'equalRounded': case 'stringMatch':
      if (isAnswer && second?.name === 'correct') return 'right'
      return isAnswer && second?.name === 'baseValue' ? { answer: second.text.trim() } : undefined
    case 'gte': return isVariable(first, 'SCORE') ? 'right' : undefined
    case 'gt': return isVariable(first, 'SCORE') && Number(second?.text) === 0 ? 'partly' : undefined
    default: return undefined
  }
}
