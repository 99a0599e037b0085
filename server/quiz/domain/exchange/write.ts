import type { Written } from '../attempt.ts'

/**
 * Our questions in the formats of others, and the numbers of those that cannot be said in it: GIFT has no points and no
 * units, and takes a short answer with an arrow in it for a pair to match.
 */
export type Export = { source: string; omitted: number[] }


const gift = (text: string): string => text.replace(/[~=#{}:\\]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** GIFT: one block a question, with the text as HTML. */
export function writeGift(questions: readonly Written[]): Export {
  const numbered = questions.map((question, at) => ({ question, number: at + 1 }))
  const sayable = ({ question: { kind, accepted } }: (typeof numbered)[number]) => kind !== 'SHORT_ANSWER' || !accepted.some(text => text.includes('->'))
  const blocks = numbered.filter(sayable).map(({ question, number }) =>
    `::${number}::[html]${gift(question.text)} {${answersInGift(question)}${question.feedback ? `####${gift(question.feedback)}` : ''}}`)
  return { source: `${blocks.join('\n\n')}\n`, omitted: numbered.filter(one => !sayable(one)).map(({ number }) => number) }
}

function answersInGift(question: Written): string {
  switch (question.kind) {
    case 'SINGLE_CHOICE': return question.choices.map(({ text, right }) => `\n  ${right ? '=' : '~'}${gift(text)}`).join('')
    // Shares of the right ones add up to the whole; a wrong one takes away what a right one gives, as we mark it.
    case 'MULTIPLE_CHOICE': return question.choices.map(({ text, right }) => `\n  ~%${right ? '' : '-'}${percent(question)}%${gift(text)}`).join('')
    case 'TRUE_FALSE': return question.right ? 'TRUE' : 'FALSE'
    case 'SHORT_ANSWER': return question.accepted.map(text => `\n  =${gift(text)}`).join('')
    case 'NUMERIC': return `#${question.value}:${question.tolerance ?? 0}`
  }
}

const percent = ({ choices }: Written): number => Math.round(10_000_000 / Math.max(1, choices.filter(({ right }) => right).length)) / 100_000

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const textElement = (name: string, text: string, format = 'html') => `    <${name} format="${format}"><text>${xml(text)}</text></${name}>`
const answer = (text: string, fraction: number, more = '', format = 'plain_text') => `    <answer fraction="${fraction}" format="${format}"><text>${xml(text)}</text>${more}</answer>`

/** Moodle XML, as Moodle's question bank takes it in. */
export const writeMoodleXml = (questions: readonly Written[]): Export => ({ omitted: [], source: `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
${questions.map((question, at) => `  <question type="${typeOf[question.kind]}">
    <name><text>${at + 1}</text></name>
${textElement('questiontext', question.text)}
${textElement('generalfeedback', question.feedback)}
    <defaultgrade>${question.points}</defaultgrade>
${answersInXml(question).join('\n')}
  </question>`).join('\n')}
</quiz>
` })

const typeOf: Record<Written['kind'], string> = {
  SINGLE_CHOICE: 'multichoice', MULTIPLE_CHOICE: 'multichoice', TRUE_FALSE: 'truefalse', SHORT_ANSWER: 'shortanswer', NUMERIC: 'numerical',
}

function answersInXml(question: Written): string[] {
  switch (question.kind) {
    case 'SINGLE_CHOICE': return ['    <single>true</single>', ...question.choices.map(({ text, right }) => answer(text, right ? 100 : 0))]
    case 'MULTIPLE_CHOICE': return ['    <single>false</single>', ...question.choices.map(({ text, right }) => answer(text, right ? percent(question) : -percent(question)))]
    case 'TRUE_FALSE': return [answer('true', question.right ? 100 : 0, '', 'moodle_auto_format'), answer('false', question.right ? 0 : 100, '', 'moodle_auto_format')]
    case 'SHORT_ANSWER': return ['    <usecase>0</usecase>', ...question.accepted.map(text => answer(text, 100))]
    case 'NUMERIC': return [
      answer(String(question.value), 100, `<tolerance>${question.tolerance ?? 0}</tolerance>`),
      ...(question.unit ? [`    <units><unit><multiplier>1</multiplier><unit_name>${xml(question.unit)}</unit_name></unit></units>`] : []),
    ]
  }
}
