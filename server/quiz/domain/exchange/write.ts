import type { NumberKey } from '../../../bank/index.ts'
import type { Written } from '../attempt.ts'

/**
 * Our questions in the formats of others, and the numbers of those that cannot be said in it: gaps, orders, formulas and
 * files in neither; GIFT has no points and no units, tells no capitals apart, knows no wrong match, and takes a short
 * answer with an arrow in it for a pair to match.
 */
export type Export = { source: string; omitted: number[] }

/** Text that begins like a weight would be read as one: a weight before it says what it is worth. */
const looksWeighed = (text: string): boolean => /^%-?\d/.test(text)

const gift = (text: string): string => text.replace(/[~=#{}:\\]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n')
const known = new Set(['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC', 'MATCHING', 'ESSAY'])

/** GIFT: one block a question, with the text as HTML. */
export function writeGift(questions: readonly Written[]): Export {
  return written(questions, inGift, (question, number) =>
    `::${number}::[html]${gift(question.text)} {${answersInGift(question)}${question.feedback ? `####${gift(question.feedback)}` : ''}}`, blocks => `${blocks.join('\n\n')}\n`)
}

function written(questions: readonly Written[], sayable: (question: Written) => boolean, say: (question: Written, number: number) => string, whole: (blocks: string[]) => string): Export {
  const numbered = questions.map((question, at) => ({ question, number: at + 1 }))
  return {
    source: whole(numbered.filter(({ question }) => sayable(question)).map(({ question, number }) => say(question, number))),
    omitted: numbered.filter(({ question }) => !sayable(question)).map(({ number }) => number),
  }
}

function inGift({ kind, patterns, matching }: Written): boolean {
  if (kind === 'SHORT_ANSWER') return !patterns.some(({ text }) => text.includes('->'))
  if (kind === 'MATCHING') return matching!.distractors.length === 0 && !matching!.pairs.some(({ stem, match }) => `${stem}${match}`.includes('->'))
  return known.has(kind)
}

function answersInGift(question: Written): string {
  switch (question.kind) {
    case 'SINGLE_CHOICE': return question.choices.map((choice, at) => `\n  ${singleInGift(fractionsOf(question)[at]!, choice.text)}${gift(choice.text)}`).join('')
    case 'MULTIPLE_CHOICE': return question.choices.map((choice, at) => `\n  ~%${fractionsOf(question)[at]}%${gift(choice.text)}`).join('')
    case 'TRUE_FALSE': return question.right ? 'TRUE' : 'FALSE'
    case 'SHORT_ANSWER': return question.patterns.map(({ text, fraction }) => `\n  =${fraction > 0.999999 && !looksWeighed(text) ? '' : `%${percent(fraction)}%`}${gift(text)}`).join('')
    case 'NUMERIC': return `#${nominal(question.number!).value}:${nominal(question.number!).tolerance}`
    case 'MATCHING': return question.matching!.pairs.map(({ stem, match }) => `\n  =${gift(stem)} -> ${gift(match)}`).join('')
    default: return ''
  }
}
const singleInGift = (fraction: number, text: string) => (fraction === 100 ? '=' : fraction === 0 && !looksWeighed(text) ? '~' : `~%${fraction}%`)

const percent = (fraction: number): number => Math.round(fraction * 10_000_000) / 100_000

/** What picking each choice gives, in percent. As we mark several: shares of the right ones add up to the whole, a wrong one takes away as much. */
function fractionsOf({ kind, choices, scoring }: Written): number[] {
  if (scoring === 'WEIGHTED') return choices.map(({ fraction }) => percent(fraction ?? 0))
  if (kind === 'SINGLE_CHOICE') return choices.map(({ right }) => (right ? 100 : 0))
  const share = percent(1 / Math.max(1, choices.filter(({ right }) => right).length))
  return choices.map(({ right }) => (right ? share : -share))
}

/** The same interval, as a number with what may be added and taken away. */
function nominal({ value, tolerance, toleranceKind }: NumberKey): { value: number; tolerance: number } {
  if (toleranceKind === 'NOMINAL') return { value, tolerance }
  if (toleranceKind === 'RELATIVE') return { value, tolerance: tolerance * Math.abs(value) }
  const [low, high] = [value / (1 + tolerance), value * (1 + tolerance)]
  return { value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 }
}

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const textElement = (name: string, text: string, format = 'html') => `    <${name} format="${format}"><text>${xml(text)}</text></${name}>`
const answer = (text: string, fraction: number, more = '', format = 'plain_text') => `    <answer fraction="${fraction}" format="${format}"><text>${xml(text)}</text>${more}</answer>`

/** Moodle XML, as Moodle's question bank takes it in. */
export const writeMoodleXml = (questions: readonly Written[]): Export => written(questions, ({ kind }) => known.has(kind), (question, number) => `  <question type="${typeOf[question.kind]}">
    <name><text>${number}</text></name>
${textElement('questiontext', question.text)}
${textElement('generalfeedback', question.feedback)}
    <defaultgrade>${question.points}</defaultgrade>
${answersInXml(question).join('\n')}
  </question>`, blocks => `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
${blocks.join('\n')}
</quiz>
`)

const typeOf: Partial<Record<Written['kind'], string>> = {
  SINGLE_CHOICE: 'multichoice', MULTIPLE_CHOICE: 'multichoice', TRUE_FALSE: 'truefalse', SHORT_ANSWER: 'shortanswer', NUMERIC: 'numerical', MATCHING: 'matching', ESSAY: 'essay',
}
const pair = (stem: string, match: string) => `    <subquestion format="plain_text"><text>${xml(stem)}</text><answer><text>${xml(match)}</text></answer></subquestion>`

function answersInXml(question: Written): string[] {
  switch (question.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return [`    <single>${question.kind === 'SINGLE_CHOICE'}</single>`, ...question.choices.map(({ text }, at) => answer(text, fractionsOf(question)[at]!))]
    case 'TRUE_FALSE': return [answer('true', question.right ? 100 : 0, '', 'moodle_auto_format'), answer('false', question.right ? 0 : 100, '', 'moodle_auto_format')]
    case 'SHORT_ANSWER': return [`    <usecase>${question.caseSensitive ? 1 : 0}</usecase>`, ...question.patterns.map(({ text, fraction }) => answer(text, percent(fraction)))]
    case 'NUMERIC': return [
      answer(String(nominal(question.number!).value), 100, `<tolerance>${nominal(question.number!).tolerance}</tolerance>`),
      ...(question.number!.unit ? [`    <units><unit><multiplier>1</multiplier><unit_name>${xml(question.number!.unit)}</unit_name></unit></units>`] : []),
    ]
    case 'MATCHING': return [...question.matching!.pairs.map(({ stem, match }) => pair(stem, match)), ...question.matching!.distractors.map(match => pair('', match))]
    default: return []
  }
}
