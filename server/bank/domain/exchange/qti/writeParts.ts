import type { FileAnswer, Question } from '../../question.ts'
import { fractionsOf, nominal, xml } from '../written.ts'
import { gapParts } from './writeGaps.ts'
import { declare, equals, isRight, mapped, type ItemParts } from './writeScoring.ts'

const block = (text: string) => `<div>${text}</div>`

/** What an item declares, asks and does with the answer. */
export function partsOf(question: Question): ItemParts {
  const { kind, text, points } = question
  switch (kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return choiceParts(question)
    case 'TRUE_FALSE': return {
      declarations: [declare('RESPONSE', 'single', 'identifier', [String(question.right)])], processing: isRight('RESPONSE'),
      body: `${block(text)}${choices('single', [{ id: 'true', text: 'Benar' }, { id: 'false', text: 'Salah' }])}`,
    }
    case 'SHORT_ANSWER': {
      const entries = question.patterns.map(({ text: key, fraction }) => ({ key, value: fraction * points }))
      return {
        declarations: [declare('RESPONSE', 'single', 'string', [question.patterns[0]!.text], { entries, most: points, caseSensitive: question.caseSensitive })], processing: mapped('RESPONSE'),
        body: `${block(text)}<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>`,
      }
    }
    case 'NUMERIC': {
      const { value, tolerance } = nominal(question.number!)
      return { declarations: [declare('RESPONSE', 'single', 'float', [String(value)])], processing: equals('RESPONSE', tolerance), body: `${block(text)}<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>` }
    }
    case 'MATCHING': return matchParts(question)
    case 'ORDERING': {
      const { items, scoring } = question.ordering!
      const made = items.map((one, at) => `<qti-simple-choice identifier="i${at + 1}">${xml(one.text)}</qti-simple-choice>`)
      return {
        declarations: [declare('RESPONSE', 'ordered', 'identifier', items.map((_, at) => `i${at + 1}`))], processing: isRight('RESPONSE'),
        body: `${block(text)}<qti-order-interaction response-identifier="RESPONSE" shuffle="true" data-scoring="${scoring}">${made.join('')}</qti-order-interaction>`,
      }
    }
    case 'CLOZE': return gapParts(question)
    case 'ESSAY': {
      const { minWords, maxWords, template } = question.essay!
      const data = [minWords && `data-min-words="${minWords}"`, maxWords && `data-max-words="${maxWords}"`, template && `data-template="${xml(template).replaceAll('\n', '&#10;')}"`].filter(Boolean).map(one => ` ${one}`).join('')
      return { declarations: [declare('RESPONSE', 'single', 'string', [])], processing: '', body: `${block(text)}<qti-extended-text-interaction response-identifier="RESPONSE"${data}/>` }
    }
    case 'FILE': return {
      declarations: [declare('RESPONSE', 'single', 'file', [])], processing: '',
      body: `${block(text)}<qti-upload-interaction response-identifier="RESPONSE" type="${typesOf(question.file!)}" data-max-files="${question.file!.maxFiles}"/>`,
    }
    default: throw new RangeError(`${kind} is not written as QTI`)
  }
}

const choices = (cardinality: 'single' | 'multiple', list: readonly { id: string; text: string }[]) =>
  `<qti-choice-interaction response-identifier="RESPONSE" shuffle="${cardinality === 'multiple' || list.length > 2}" max-choices="${cardinality === 'single' ? 1 : 0}">${list.map(({ id, text }) => `<qti-simple-choice identifier="${id}">${xml(text)}</qti-simple-choice>`).join('')}</qti-choice-interaction>`

function choiceParts(question: Question): ItemParts {
  const cardinality = question.kind === 'SINGLE_CHOICE' ? 'single' : 'multiple'
  const body = `${block(question.text)}${choices(cardinality, question.choices.map(({ text }, at) => ({ id: `c${at + 1}`, text })))}`
  const right = question.choices.flatMap((choice, at) => (choice.right ? [`c${at + 1}`] : []))
  if (question.scoring === 'ALL_OR_NOTHING' || (cardinality === 'single' && question.scoring !== 'WEIGHTED')) return { declarations: [declare('RESPONSE', cardinality, 'identifier', right)], processing: isRight('RESPONSE'), body }
  const entries = fractionsOf(question).map((percent, at) => ({ key: `c${at + 1}`, value: (percent / 100) * question.points }))
  return { declarations: [declare('RESPONSE', cardinality, 'identifier', cardinality === 'single' ? right.slice(0, 1) : right, { entries, most: question.points, least: cardinality === 'multiple' ? 0 : undefined })], processing: mapped('RESPONSE'), body }
}

function matchParts({ text, points, matching }: Question): ItemParts {
  const { pairs, distractors } = matching!
  const choice = (id: string, said: string, most: number) => `<qti-simple-associable-choice identifier="${id}" match-max="${most}">${xml(said)}</qti-simple-associable-choice>`
  const stems = pairs.map(({ stem }, at) => choice(`s${at + 1}`, stem, 1))
  const matches = [...pairs.map(({ match }) => match), ...distractors].map((match, at) => choice(`m${at + 1}`, match, 0))
  const right = pairs.map((_, at) => `s${at + 1} m${at + 1}`)
  return {
    declarations: [declare('RESPONSE', 'multiple', 'directedPair', right, { entries: right.map(key => ({ key, value: points / pairs.length })), most: points })], processing: mapped('RESPONSE'),
    body: `${block(text)}<qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="${pairs.length}"><qti-simple-match-set>${stems.join('')}</qti-simple-match-set><qti-simple-match-set>${matches.join('')}</qti-simple-match-set></qti-match-interaction>`,
  }
}

const types = {
  PDF: 'application/pdf', DOCUMENT: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', SHEET: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  SLIDES: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', IMAGE: 'image/*', ARCHIVE: 'application/zip',
} as const
const typesOf = ({ accept }: FileAnswer) => accept.map(kind => types[kind]).join(' ')
