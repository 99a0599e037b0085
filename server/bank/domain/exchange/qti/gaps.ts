import type { ForeignGap } from '../foreign.ts'
import { childrenOf, type Element } from '../xml.ts'
import { shareOf, type Declared } from './declared.ts'
import { htmlOf, wordsOf, type Found } from './tree.ts'

/** A gap of an inline interaction; null where nothing is right. */
export function gapOf(id: string, interaction: Element, declared: Declared, found: Found): ForeignGap | null {
  const weight = Number(interaction.attributes['data-weight']) || (declared.rule === 'MAP' ? declared.most : 1)
  if (interaction.name === 'inlineChoiceInteraction') {
    const answers = childrenOf(interaction, 'inlineChoice').map(choice => ({ text: htmlOf(choice, found), fraction: shareOf(declared, choice.attributes.identifier ?? ''), feedback: '' }))
    return answers.some(({ fraction }) => fraction > 0) ? { id, weight, kind: 'CHOICE', answers } : null
  }
  if (declared.isNumber) {
    const numbers = numbersOf(declared)
    return numbers.length > 0 ? { id, weight, kind: 'NUMBER', numbers } : null
  }
  const answers = textsOf(declared)
  return answers.length > 0 ? { id, weight, kind: 'TEXT', answers: answers.map(one => ({ ...one, text: escaped(one.text) })), caseSensitive: declared.caseSensitive } : null
}

/** What is typed is plain, what stands in a gap is in the format of the text. */
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Texts that are accepted, with what each gives. */
export function textsOf(declared: Declared) {
  const texts = declared.rule === 'MAP' ? [...declared.shares!.keys()] : declared.correct
  const answers = texts.filter(Boolean).map(text => ({ text, fraction: Math.min(1, shareOf(declared, text)), feedback: '' }))
  return answers.some(({ fraction }) => fraction > 0) ? answers : []
}

/** Numbers that are accepted; the one that is called right first. */
export function numbersOf(declared: Declared) {
  const keys = [...new Set([...declared.correct, ...(declared.rule === 'MAP' ? declared.shares!.keys() : [])])]
  return keys.map(key => ({ value: Number(key), tolerance: declared.tolerance(Number(key)), fraction: shareOf(declared, key), feedback: '' }))
    .filter(({ value, fraction }) => Number.isFinite(value) && fraction > 0)
}

/** Words dragged into gaps: each gap among all of them, by the pairs that are right. Gives the text with its gaps. */
export function gapMatchOf(interaction: Element, declared: Declared, found: Found): { gaps: ForeignGap[]; text: string } | null {
  const options = childrenOf(interaction, 'gapText')
  const right = declared.rule === 'MAP' ? [...declared.shares!].filter(([, share]) => share > 0).map(([pair]) => pair) : declared.correct
  const gaps: ForeignGap[] = []
  const text = htmlOf(interaction, found, element => {
    if (element.name === 'gapText' || element.name === 'prompt') return element.name === 'prompt' ? `<p>${htmlOf(element, found)}</p>` : ''
    if (element.name !== 'gap') return undefined
    const id = `g${gaps.length + 1}`
    const isRight = (option: Element) => right.includes(`${option.attributes.identifier} ${element.attributes.identifier}`)
    const gives = Math.max(0, ...options.filter(isRight).map(option => shareOf(declared, `${option.attributes.identifier} ${element.attributes.identifier}`)))
    gaps.push({ id, weight: declared.rule === 'MAP' ? gives * declared.most : 1, kind: 'CHOICE', answers: options.map(option => ({ text: htmlOf(option, found) || wordsOf(option), fraction: isRight(option) ? 1 : 0, feedback: '' })) })
    return `[[${id}]]`
  })
  const sound = gaps.length > 0 && gaps.every(gap => gap.kind === 'CHOICE' && gap.answers.some(({ fraction }) => fraction > 0))
  return sound ? { gaps, text } : null
}
