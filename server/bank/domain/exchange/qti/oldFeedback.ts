import { childOf, childrenOf, within, type Element } from '../xml.ts'
import { joined, type Said } from './feedback.ts'
import { htmlIn } from './oldBody.ts'

/**
 * The feedback of an item of QTI 1.2 by the conditions that display it: of one answer, where points are given, or where nothing
 * else held (Canvas, Common Cartridge). What is named general is said to everyone.
 */
export function oldSaid(item: Element): Said {
  const said: Said = { general: [], byAnswer: new Map(), outcome: { right: '', partly: '', wrong: '' }, rest: [] }
  const conditions = within(childOf(item, 'resprocessing'), 'respcondition')
  for (const one of childrenOf(item, 'itemfeedback')) {
    const [id, text] = [one.attributes.ident ?? '', htmlIn(within(one, 'material')[0])]
    if (text === '') continue
    const shown = conditions.filter(condition => within(condition, 'displayfeedback').some(({ attributes }) => attributes.linkrefid === id))
    const [condition] = shown
    const test = childOf(condition, 'conditionvar')?.children ?? []
    const gives = childrenOf(condition, 'setvar').some(set => Number(set.text) > 0)
    if (id === 'general_fb' || id === 'general_feedback') said.general.push(text)
    else if (shown.length !== 1) said.rest.push(text)
    else if (gives) said.outcome.right = joined(said.outcome.right, text)
    else if (test.length === 1 && test[0]!.name === 'other') said.outcome.wrong = joined(said.outcome.wrong, text)
    else if (test.length === 1 && test[0]!.name === 'varequal') said.byAnswer.set(test[0]!.text.trim(), joined(said.byAnswer.get(test[0]!.text.trim()), text))
    else said.rest.push(text)
  }
  return said
}
