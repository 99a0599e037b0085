import type { Hint, Question } from '../../question.ts'
import { feedbackLost, takesRest, written, xml, type Export, type ExportLoss } from '../written.ts'
import { isWorkedOut } from './calculated.ts'
import { answersOf, gapInMoodle } from './writeAnswers.ts'

/** Moodle XML, as Moodle's question bank takes it in. */
export const writeMoodleXml = (questions: readonly Question[]): Export => written(questions, lossesInMoodle, (question, number) => `  <question type="${typeOf(question)}">
    <name><text>${number}</text></name>
${textElement('questiontext', textOf(question))}
${textElement('generalfeedback', question.feedback)}
    <defaultgrade>${question.points}</defaultgrade>
${[...answersOf(question), ...outcomeLines(question), ...(question.hints ?? []).map(hintLine)].join('\n')}
  </question>`, blocks => `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
${blocks.join('\n')}
</quiz>
`)

const textElement = (name: string, text: string, format = 'html') => `    <${name} format="${format}"><text>${xml(text)}</text></${name}>`

const hintLine = ({ text, clearWrong, showCount }: Hint) => `    <hint format="html"><text>${xml(text)}</text>${showCount ? '<shownumcorrect/>' : ''}${clearWrong ? '<clearwrong/>' : ''}</hint>`

const together: readonly Question['kind'][] = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'MATCHING', 'ORDERING']
const names = { right: 'correctfeedback', partly: 'partiallycorrectfeedback', wrong: 'incorrectfeedback' } as const
/** What Moodle calls combined feedback; of other kinds it stands by the answers. */
const outcomeLines = ({ kind, outcomeFeedback }: Question): string[] =>
  (outcomeFeedback && together.includes(kind) ? (['right', 'partly', 'wrong'] as const).map(outcome => textElement(names[outcome], outcomeFeedback[outcome])) : [])

/** Which outcomes Moodle can say something of. */
function outcomesIn(question: Question): readonly ('right' | 'partly' | 'wrong')[] {
  if (together.includes(question.kind)) return ['right', 'partly', 'wrong']
  switch (question.kind) {
    case 'TRUE_FALSE':
    case 'NUMERIC': return ['right', 'wrong']
    case 'SHORT_ANSWER': return takesRest(question) ? ['wrong'] : []
    case 'CALCULATED': return ['right']
    default: return []
  }
}

const types: Partial<Record<Question['kind'], string>> = {
  SINGLE_CHOICE: 'multichoice', MULTIPLE_CHOICE: 'multichoice', TRUE_FALSE: 'truefalse', SHORT_ANSWER: 'shortanswer', NUMERIC: 'numerical', MATCHING: 'matching',
  ORDERING: 'ordering', CLOZE: 'cloze', CALCULATED: 'calculated', ESSAY: 'essay', FILE: 'essay',
}
const typeOf = ({ kind }: Question) => types[kind] ?? ''

/**
 * Moodle has no places in our sense in a picture, and no gap of part of a weight or with a unit, and works out what stands between
 * {= and } in a text; it marks several choices by the fraction of each alone.
 */
function lossesInMoodle(question: Question): ExportLoss[] | null {
  const said = feedbackLost(question, { byAnswer: true, outcomes: outcomesIn(question) })
  switch (question.kind) {
    case 'HOTSPOT': return null
    case 'MULTIPLE_CHOICE': return question.scoring === 'ALL_OR_NOTHING' ? ['SCORING', ...said] : said
    case 'CLOZE': return question.gaps.every(({ weight, number }) => Number.isInteger(weight) && !number?.unit) ? said : null
    case 'CALCULATED': return isWorkedOut(question.text) ? null : said
    default: return said
  }
}

/** The text; a cloze's with its gaps written out where they stand. */
function textOf({ kind, text, gaps, caseSensitive }: Question): string {
  if (kind !== 'CLOZE') return text
  const found = new Map(gaps.map(gap => [gap.id, gap]))
  return text.replace(/\[\[([A-Za-z0-9_-]{1,40})\]\]/g, (whole, id: string) => (found.has(id) ? xml(gapInMoodle(found.get(id)!, caseSensitive)) : whole))
}
