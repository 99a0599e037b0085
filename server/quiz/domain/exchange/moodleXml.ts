import { blank, QUESTIONS_MAX, type Foreign, type ForeignBody, type ForeignChoice, type Parsed, type TextFormat, type Unreadable } from './foreign.ts'
import { childOf, childrenOf, parseXml, type Element } from './xml.ts'

/** Moodle XML (question/format/xml, 4.5): the format in which Moodle gives its question bank. */
export function parseMoodleXml(source: string): Parsed {
  const root = rootOf(source)
  if ('code' in root) return { questions: [], unreadable: [root] }
  const questions: Foreign[] = []
  const unreadable: Unreadable[] = []
  let category = ''
  for (const element of childrenOf(root, 'question')) {
    if (element.attributes.type === 'category') {
      category = textIn(childOf(element, 'category')).replace(/^\$[a-z]+\$\//, '')
      continue
    }
    if (questions.length >= QUESTIONS_MAX) return { questions, unreadable: [...unreadable, { line: element.line, code: 'TOO_MANY', facts: { max: QUESTIONS_MAX } }] }
    const read = readQuestion(element)
    if ('code' in read) unreadable.push(read)
    else questions.push({ ...read, category })
  }
  return { questions, unreadable }
}

function rootOf(source: string): Element | Unreadable {
  try {
    const root = parseXml(source.replace(/^\uFEFF/, ''))
    return root.name === 'quiz' ? root : { line: 1, code: 'NOT_THIS_FORMAT', facts: { root: root.name.slice(0, 40) } }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { line: Number(/^line (\d+)/.exec(error.message)?.[1] ?? 1), code: 'BROKEN_FILE', facts: {} }
  }
}

const textIn = (element: Element | undefined): string => (childOf(element, 'text')?.text ?? element?.text ?? '').trim()
const formats: Readonly<Record<string, TextFormat>> = { html: 'HTML', markdown: 'MARKDOWN' }

function readQuestion(element: Element): Foreign | Unreadable {
  const question = childOf(element, 'questiontext')
  const text = textIn(question)
  const body = bodyOf(element)
  if ('code' in body) return body
  const points = Number(childOf(element, 'defaultgrade')?.text ?? 1)
  return {
    ...blank(element.line, body),
    name: textIn(childOf(element, 'name')), text, format: formats[question?.attributes.format ?? ''] ?? 'PLAIN',
    feedback: textIn(childOf(element, 'generalfeedback')),
    points: Number.isFinite(points) ? points : 1,
    tags: childrenOf(childOf(element, 'tags'), 'tag').map(textIn).filter(Boolean),
    files: /@@PLUGINFILE@@|<img\b/i.test(text),
  }
}

function bodyOf(element: Element): ForeignBody | Unreadable {
  const type = element.attributes.type ?? ''
  switch (type) {
    case 'multichoice': return choicesOf(element)
    case 'truefalse': return truthOf(element)
    case 'shortanswer': {
      const answers = childrenOf(element, 'answer').map(answerOf)
      return answers.length === 0 ? lacks(element) : { kind: 'SHORT_ANSWER', caseSensitive: childOf(element, 'usecase')?.text.trim() === '1', answers }
    }
    case 'numerical': return numbersOf(element)
    case 'matching': return {
      kind: 'MATCHING', pairs: childrenOf(element, 'subquestion').map(pair => ({ stem: textIn(pair), match: textIn(childOf(pair, 'answer')) })),
    }
    case 'essay': return { kind: 'ESSAY' }
    case 'description': return { kind: 'DESCRIPTION' }
    default: return { kind: 'OTHER', type: type.slice(0, 40) }
  }
}

const lacks = ({ line }: Element): Unreadable => ({ line, code: 'NO_ANSWER', facts: {} })
const fractionOf = (answer: Element): number => Number(answer.attributes.fraction ?? 0) / 100
const answerOf = (answer: Element): ForeignChoice => ({ text: textIn(answer), fraction: fractionOf(answer) || 0, feedback: textIn(childOf(answer, 'feedback')) })

function choicesOf(element: Element): ForeignBody | Unreadable {
  const choices = childrenOf(element, 'answer').map(answerOf)
  if (choices.length < 2) return lacks(element)
  if (!choices.some(({ fraction }) => fraction > 0)) return { line: element.line, code: 'NO_RIGHT_ANSWER', facts: {} }
  return { kind: 'CHOICE', single: (childOf(element, 'single')?.text.trim() ?? 'true') === 'true', choices }
}

function truthOf(element: Element): ForeignBody | Unreadable {
  const answers = childrenOf(element, 'answer')
  const right = answers.find(answer => fractionOf(answer) > 0)
  if (!right) return { line: element.line, code: 'NO_RIGHT_ANSWER', facts: {} }
  const feedback = (truth: string) => textIn(childOf(answers.find(answer => textIn(answer).toLowerCase() === truth), 'feedback'))
  const isTrue = textIn(right).toLowerCase() === 'true'
  return { kind: 'TRUE_FALSE', right: isTrue, feedbackRight: feedback(String(isTrue)), feedbackWrong: feedback(String(!isTrue)) }
}

function numbersOf(element: Element): ForeignBody | Unreadable {
  const answers = []
  for (const answer of childrenOf(element, 'answer')) {
    const said = textIn(answer)
    const value = Number(said)
    if (said === '' || !Number.isFinite(value)) return { line: answer.line, code: 'NOT_A_NUMBER', facts: { text: said.slice(0, 40) } }
    answers.push({ value, tolerance: Number(childOf(answer, 'tolerance')?.text ?? 0) || 0, fraction: fractionOf(answer) || 0, feedback: textIn(childOf(answer, 'feedback')) })
  }
  const units = childrenOf(childOf(element, 'units'), 'unit').map(unit => childOf(unit, 'unit_name')?.text.trim() ?? '').filter(Boolean)
  return answers.length === 0 ? lacks(element) : { kind: 'NUMERIC', answers, units }
}
