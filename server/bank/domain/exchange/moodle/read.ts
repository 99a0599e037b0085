import { blank, openEssay, QUESTIONS_MAX, type Foreign, type ForeignBody, type LossCode, type Parsed, type TextFormat, type Unreadable } from '../foreign.ts'
import { childOf, childrenOf, readXml, type Element } from '../xml.ts'
import { answerOf, choicesOf, lacks, numbersOf, partIn, textIn, truthOf, wordsOf } from './answers.ts'
import { calculatedOf } from './calculated.ts'
import { withReferences } from './files.ts'
import { gapsOf, optionsOf } from './gaps.ts'

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
  const root = readXml(source)
  return 'code' in root || root.name === 'quiz' ? root : { line: 1, code: 'NOT_THIS_FORMAT', facts: { root: root.name.slice(0, 40) } }
}

const formats: Readonly<Record<string, TextFormat>> = { html: 'HTML', markdown: 'MARKDOWN' }

function readQuestion(raw: Element): Foreign | Unreadable {
  const { element, files, left } = withReferences(raw)
  const question = childOf(element, 'questiontext')
  const read = bodyOf(element)
  if ('code' in read) return read
  const { body, text = textIn(question), right = '', lost = [] } = 'body' in read ? read : { body: read }
  const said = (name: string) => textIn(childOf(element, `${name}feedback`))
  const points = Number(childOf(element, 'defaultgrade')?.text ?? 1)
  return {
    ...blank(element.line, body),
    name: textIn(childOf(element, 'name')), text, format: formats[question?.attributes.format ?? ''] ?? 'PLAIN',
    feedback: said('general'), outcomeFeedback: { right: said('correct') || right, partly: said('partiallycorrect'), wrong: said('incorrect') },
    points: Number.isFinite(points) ? points : 1,
    tags: childrenOf(childOf(element, 'tags'), 'tag').map(textIn).filter(Boolean),
    files,
    hints: childrenOf(element, 'hint').filter(textIn).map(hint => ({ text: textIn(hint), clearWrong: childOf(hint, 'clearwrong') !== undefined, showCount: childOf(hint, 'shownumcorrect') !== undefined })),
    lost: [...lost, ...left, ...(textIn(childOf(element, 'graderinfo')) ? ['GRADER_NOTES' as const] : [])],
  }
}

/** A body, with the text where its gaps are in it, what its right answer says, and what was left out of it. */
export type Body = ForeignBody | { body: ForeignBody; text?: string; right?: string; lost?: LossCode[] } | Unreadable

function bodyOf(element: Element): Body {
  const type = element.attributes.type ?? ''
  switch (type) {
    case 'multichoice': return choicesOf(element)
    case 'truefalse': return truthOf(element)
    case 'shortanswer': {
      const answers = childrenOf(element, 'answer').map(answerOf)
      return answers.length === 0 ? lacks(element) : { kind: 'SHORT_ANSWER', caseSensitive: wordsOf(element, 'usecase') === '1', answers }
    }
    case 'numerical': return numbersOf(element)
    case 'matching': return {
      kind: 'MATCHING', pairs: childrenOf(element, 'subquestion').map(pair => ({ stem: partIn(pair, element), match: textIn(childOf(pair, 'answer')) })),
    }
    case 'ordering': return orderOf(element)
    case 'cloze':
    case 'multianswer': return gapsOf(element)
    case 'gapselect':
    case 'ddwtos': return optionsOf(element)
    case 'calculated':
    case 'calculatedsimple': return calculatedOf(element)
    case 'essay': return essayOf(element)
    case 'description': return { kind: 'DESCRIPTION' }
    default: return { kind: 'OTHER', type: type.slice(0, 40) }
  }
}

const orderScorings = { ABSOLUTE_POSITION: 'PLACES', RELATIVE_NEXT_EXCLUDE_LAST: 'PAIRS', LONGEST_ORDERED_SUBSET: 'SUBSEQUENCE' } as const

function orderOf(element: Element): Body {
  const items = childrenOf(element, 'answer').map(answer => partIn(answer, element))
  const grading = wordsOf(element, 'gradingtype') as keyof typeof orderScorings
  return items.length < 2 ? lacks(element) : { kind: 'ORDERING', items, scoring: orderScorings[grading] ?? null }
}

/** Words in a text, or files alone where no text is asked for. */
function essayOf(element: Element): Body {
  const attachments = Number(wordsOf(element, 'attachments') || 0)
  if (wordsOf(element, 'responseformat') === 'noinline') return { kind: 'FILE', file: { maxFiles: attachments < 1 ? 10 : Math.min(10, attachments), accept: acceptOf(wordsOf(element, 'filetypeslist')) } }
  const template = childOf(element, 'responsetemplate')
  const limit = (name: string) => Number(wordsOf(element, name)) || null
  const body = { ...openEssay, minWords: limit('minwordlimit'), maxWords: limit('maxwordlimit'), template: template ? partIn(template, element) : '' }
  return { body, lost: attachments !== 0 ? ['ATTACHMENTS'] : [] }
}

const kindsOfFiles = { PDF: /\.pdf/, DOCUMENT: /document|\.docx?|\.odt/, SHEET: /spreadsheet|\.xlsx?|\.ods/, SLIDES: /presentation|\.pptx?|\.odp/, IMAGE: /image|\.(png|jpe?g)/, ARCHIVE: /archive|\.zip/ } as const
type FileKind = keyof typeof kindsOfFiles

/** Moodle lists endings and groups; none is all. */
function acceptOf(list: string): FileKind[] {
  const all = Object.keys(kindsOfFiles) as FileKind[]
  const named = all.filter(kind => kindsOfFiles[kind].test(list.toLowerCase()))
  return named.length === 0 ? all : named
}
