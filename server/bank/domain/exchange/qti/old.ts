import { blank, readEach, type Foreign, type LossCode, type Parsed, type Unreadable } from '../foreign.ts'
import { eachText } from '../markup.ts'
import { folderOf, partAt, referring } from '../references.ts'
import { childOf, within, type Element } from '../xml.ts'
import { htmlIn, oldBody } from './oldBody.ts'
import { oldSaid } from './oldFeedback.ts'

/** QTI 1.2 as Canvas and Common Cartridge write it: every item of an assessment or a bank, each once. */
export function parseOld(root: Element, part: string): Parsed {
  const title = childOf(root, 'assessment')?.attributes.title ?? fieldOf(childOf(root, 'objectbank'), 'bank_title')
  return readEach(within(root, 'item'), part, item => readItem(item, part, title ?? ''))
}

/** A field of the item's own metadata. */
export const fieldOf = (element: Element | undefined, label: string): string | undefined =>
  childOf(within(element, 'qtimetadatafield').find(field => childOf(field, 'fieldlabel')?.text.trim() === label), 'fieldentry')?.text.trim()

/** Ids an item goes by: its own, and that of the bank's question it copies. */
export const idsOf = (item: Element): string[] => [item.attributes.ident, fieldOf(item, 'assessment_question_identifierref')].filter((id): id is string => Boolean(id))

/** Common Cartridge's names for what Canvas calls otherwise. */
const profiles: Readonly<Record<string, string>> = {
  'cc.multiple_choice.v0p1': 'multiple_choice_question', 'cc.multiple_response.v0p1': 'multiple_answers_question', 'cc.true_false.v0p1': 'true_false_question',
  'cc.fib.v0p1': 'short_answer_question', 'cc.pattern_match.v0p1': 'short_answer_question', 'cc.essay.v0p1': 'essay_question',
}

function readItem(item: Element, part: string, category: string): Foreign | Unreadable {
  const profile = fieldOf(item, 'cc_profile') ?? ''
  const type = fieldOf(item, 'question_type') ?? profiles[profile] ?? profile
  const presentation = childOf(item, 'presentation')
  const said = oldSaid(item)
  const read = oldBody(type, item, presentation, said)
  if ('code' in read) return { line: item.line, part, code: read.code, facts: { name: (item.attributes.title ?? '').slice(0, 100) } }
  const others = [...said.byAnswer.values(), ...said.rest]
  const text = read.text ?? htmlIn(childOf(presentation, 'material') ?? childOf(childOf(presentation, 'flow'), 'material'))
  const lost: LossCode[] = [...(read.lost ?? []), ...(others.length > 0 ? ['FEEDBACK_RULES' as const] : [])]
  return referringParts({
    ...blank(item.line, read.body), part, name: item.attributes.title ?? '', text, format: 'HTML', feedback: [...said.general, ...others].join(' '), outcomeFeedback: said.outcome,
    points: Number(fieldOf(item, 'points_possible')) || 1, category, lost,
  })
}

/** With a reference wherever one of its texts shows a file of the package. */
function referringParts(question: Foreign): Foreign {
  const files: Foreign['files'] = []
  const folder = folderOf(question.part)
  const find = (address: string, isLink: boolean) => (isLink && !/FILEBASE/.test(address) ? null : partAt(folder, address))
  const said = (text: string) => (/<(img|audio|video|a)\b/i.test(text) ? referring(text, files, find) : text)
  return { ...question, text: said(question.text), feedback: said(question.feedback), outcomeFeedback: eachText(question.outcomeFeedback, said), body: eachText(question.body, said), files }
}
