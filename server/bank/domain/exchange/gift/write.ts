import type { Question } from '../../question.ts'
import { feedbackLost, fractionsOf, nominal, percent, takesRest, written, xml, type Export, type ExportLoss } from '../written.ts'

/** Text that begins like a weight would be read as one: a weight before it says what it is worth. */
const looksWeighed = (text: string): boolean => /^%-?\d/.test(text)
const gift = (text: string): string => text.replace(/[~=#{}:\\]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** Choices and stems are in the format of the text, answers typed and matches plain (qformat_gift). */
const rich = (text: string): string => gift(xml(text))

/** GIFT: one block a question, with the text as HTML. */
export function writeGift(questions: readonly Question[]): Export {
  return written(questions, lossesInGift, (question, number) =>
    `::${number}::[html]${gift(question.text)} {${answersInGift(question)}${question.feedback ? `####${gift(question.feedback)}` : ''}}`, blocks => `${blocks.join('\n\n')}\n`)
}

/**
 * GIFT knows no gaps, orders, formulas, files and wrong matches, and takes a short answer with an arrow in it for a pair to
 * match. It has no points and no units, and tells no capitals apart.
 */
function lossesInGift(question: Question): ExportLoss[] | null {
  const points: ExportLoss[] = [
    ...(question.points === 1 ? [] : ['POINTS' as const]), ...(question.hints?.length ? ['HINTS' as const] : []), ...feedbackLost(question, { byAnswer: true, outcomes: outcomesIn(question) }),
  ]
  switch (question.kind) {
    case 'SINGLE_CHOICE':
    case 'TRUE_FALSE': return points
    case 'MULTIPLE_CHOICE': return [...points, ...(question.scoring === 'ALL_OR_NOTHING' ? ['SCORING' as const] : [])]
    case 'SHORT_ANSWER': return question.patterns.some(({ text }) => text.includes('->')) ? null : [...points, ...(question.caseSensitive ? ['CASE' as const] : [])]
    case 'NUMERIC': return [...points, ...(question.number!.unit ? ['UNITS' as const] : [])]
    case 'MATCHING': return question.matching!.distractors.length > 0 || question.matching!.pairs.some(({ stem, match }) => `${stem}${match}`.includes('->')) ? null : points
    case 'ESSAY': return [...points, ...(question.essay?.minWords || question.essay?.maxWords || question.essay?.template ? ['LIMITS' as const] : [])]
    default: return null
  }
}

/** What GIFT says by outcome, in the feedback of answers. */
function outcomesIn(question: Question): readonly ('right' | 'wrong')[] {
  switch (question.kind) {
    case 'TRUE_FALSE':
    case 'NUMERIC': return ['right', 'wrong']
    case 'SHORT_ANSWER': return takesRest(question) ? ['wrong'] : []
    default: return []
  }
}

const said = (feedback: string | undefined) => (feedback ? `#${gift(feedback)}` : '')

function answersInGift(question: Question): string {
  const { right = '', wrong = '' } = question.outcomeFeedback ?? {}
  switch (question.kind) {
    case 'SINGLE_CHOICE': return question.choices.map((choice, at) => `\n  ${singleInGift(fractionsOf(question)[at]!, choice.text)}${rich(choice.text)}${said(choice.feedback)}`).join('')
    case 'MULTIPLE_CHOICE': return question.choices.map((choice, at) => `\n  ~%${fractionsOf(question)[at]}%${rich(choice.text)}${said(choice.feedback)}`).join('')
    case 'TRUE_FALSE': return `${question.right ? 'TRUE' : 'FALSE'}${right ? `#${gift(wrong)}` : ''}${right || wrong ? `#${gift(right || wrong)}` : ''}`
    case 'SHORT_ANSWER': {
      const answers = question.patterns.map(({ text, fraction, feedback }) => `\n  =${fraction > 0.999999 && !looksWeighed(text) ? '' : `%${percent(fraction)}%`}${gift(text)}${said(feedback)}`)
      return [...answers, ...(wrong && takesRest(question) ? [`\n  =%0%*${said(wrong)}`] : [])].join('')
    }
    case 'NUMERIC': return `#${nominal(question.number!).value}:${nominal(question.number!).tolerance}${said(right)}${wrong && `\n  ~${said(wrong)}`}`
    case 'MATCHING': return question.matching!.pairs.map(({ stem, match }) => `\n  =${rich(stem)} -> ${gift(match)}`).join('')
    default: return ''
  }
}
const singleInGift = (fraction: number, text: string) => (fraction === 100 ? '=' : fraction === 0 && !looksWeighed(text) ? '~' : `~%${fraction}%`)
