import { variantOf } from '../../kinds/calculated.ts'
import type { Calculated, FileAnswer, Gap, NumberKey, Question } from '../../question.ts'
import { fractionsOf, nominal, percent, takesRest, xml } from '../written.ts'
import { theirsOf } from './calculated.ts'

const answer = (text: string, fraction: number, more = '', format = 'plain_text') => `    <answer fraction="${fraction}" format="${format}"><text>${xml(text)}</text>${more}</answer>`
const said = (feedback: string | undefined) => (feedback ? `<feedback format="html"><text>${xml(feedback)}</text></feedback>` : '')
const pair = (stem: string, match: string) => `    <subquestion format="plain_text"><text>${xml(stem)}</text><answer><text>${xml(match)}</text></answer></subquestion>`
const orderGradings = { PLACES: 'ABSOLUTE_POSITION', PAIRS: 'RELATIVE_NEXT_EXCLUDE_LAST', SUBSEQUENCE: 'LONGEST_ORDERED_SUBSET' } as const

/** What stands behind the text of a question: its answers and what is right of them. */
export function answersOf(question: Question): string[] {
  const { right, wrong } = question.outcomeFeedback ?? {}
  switch (question.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return [`    <single>${question.kind === 'SINGLE_CHOICE'}</single>`, ...question.choices.map(({ text, feedback }, at) => answer(text, fractionsOf(question)[at]!, said(feedback)))]
    case 'TRUE_FALSE': return [true, false].map(truth => answer(String(truth), question.right === truth ? 100 : 0, said(question.right === truth ? right : wrong), 'moodle_auto_format'))
    case 'SHORT_ANSWER': return [`    <usecase>${question.caseSensitive ? 1 : 0}</usecase>`, ...question.patterns.map(({ text, fraction, feedback }) => answer(text, percent(fraction), said(feedback))), ...(wrong && takesRest(question) ? [answer('*', 0, said(wrong))] : [])]
    case 'NUMERIC': return [answer(String(nominal(question.number!).value), 100, `<tolerance>${nominal(question.number!).tolerance}</tolerance>${said(right)}`), ...(wrong ? [answer('*', 0, said(wrong))] : []), ...unitsOf(question.number!)]
    case 'MATCHING': return [...question.matching!.pairs.map(({ stem, match }) => pair(stem, match)), ...question.matching!.distractors.map(match => pair('', match))]
    case 'ORDERING': return [
      `    <layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount><gradingtype>${orderGradings[question.ordering!.scoring]}</gradingtype>`,
      ...question.ordering!.items.map(({ text }, at) => answer(text, at + 1)),
    ]
    case 'CALCULATED': return calculatedLines(question.calculated!, said(right))
    case 'ESSAY': {
      const { minWords, maxWords, template } = question.essay!
      return [
        '    <responseformat>editor</responseformat><attachments>0</attachments>', ...(minWords ? [`    <minwordlimit>${minWords}</minwordlimit>`] : []),
        ...(maxWords ? [`    <maxwordlimit>${maxWords}</maxwordlimit>`] : []), `    <responsetemplate format="plain_text"><text>${xml(template)}</text></responsetemplate>`,
      ]
    }
    case 'FILE': return [`    <responseformat>noinline</responseformat><attachments>${question.file!.maxFiles}</attachments><attachmentsrequired>1</attachmentsrequired><filetypeslist>${endingsOf(question.file!)}</filetypeslist>`]
    default: return []
  }
}

const endings = { PDF: '.pdf', DOCUMENT: '.docx,.odt', SHEET: '.xlsx,.ods', SLIDES: '.pptx,.odp', IMAGE: '.png,.jpg', ARCHIVE: '.zip' } as const
const endingsOf = ({ accept }: FileAnswer) => accept.map(kind => endings[kind]).join(',')

/** The first unit is the one it counts in; of another, how many make it. */
function unitsOf({ unit, units, unitPenalty }: NumberKey): string[] {
  if (unit === null) return []
  const said = [{ name: unit, multiplier: 1 }, ...units].map(({ name, multiplier }) => `<unit><multiplier>${1 / multiplier}</multiplier><unit_name>${xml(name)}</unit_name></unit>`)
  return [`    <unitgradingtype>${unitPenalty > 0 ? 1 : 0}</unitgradingtype><unitpenalty>${unitPenalty}</unitpenalty><showunits>0</showunits>`, `    <units>${said.join('')}</units>`]
}

const tolerances = { RELATIVE: 1, NOMINAL: 2, GEOMETRIC: 3 } as const

/** The formula, what its wildcards are drawn from, and as many draws as it has variants. */
function calculatedLines(calculated: Calculated, feedback: string): string[] {
  const { variables, formula, answer: key, variants } = calculated
  const draws = Array.from({ length: Math.min(100, variants) }, (_, at) => variantOf(calculated, 0, at).values)
  const definition = ({ name, min, max, decimals }: Calculated['variables'][number]) => {
    const items = draws.map((values, at) => `<dataset_item><number>${at + 1}</number><value>${values[name]}</value></dataset_item>`)
    return `      <dataset_definition><status><text>private</text></status><name><text>${name}</text></name><type>calculated</type><distribution><text>uniform</text></distribution>`
      + `<minimum><text>${min}</text></minimum><maximum><text>${max}</text></maximum><decimals><text>${decimals}</text></decimals><itemcount>${items.length}</itemcount>`
      + `<dataset_items>${items.join('')}</dataset_items><number_of_items>${items.length}</number_of_items></dataset_definition>`
  }
  return [
    '    <synchronize>0</synchronize><single>0</single>',
    answer(theirsOf(formula, variables.map(({ name }) => name)), 100, `<tolerance>${key.tolerance}</tolerance><tolerancetype>${tolerances[key.toleranceKind]}</tolerancetype><correctanswerformat>1</correctanswerformat><correctanswerlength>2</correctanswerlength>${feedback}`),
    ...unitsOf(key), '    <dataset_definitions>', ...variables.map(definition), '    </dataset_definitions>',
  ]
}

const escaped = (text: string): string => text.replace(/[}#~\\]/g, sign => `\\${sign}`)

/** A gap as it stands in the text: its weight, its kind, and its answers. */
export function gapInMoodle(gap: Gap, caseSensitive: boolean): string {
  const type = { TEXT: caseSensitive ? 'SHORTANSWER_C' : 'SHORTANSWER', NUMBER: 'NUMERICAL', CHOICE: 'MULTICHOICE' }[gap.kind]
  return `{${gap.weight}:${type}:${answersIn(gap).join('~')}}`
}

function answersIn({ kind, patterns, number, choices }: Gap): string[] {
  switch (kind) {
    case 'TEXT': return patterns.map(({ text, fraction }) => `%${percent(fraction)}%${escaped(text)}`)
    case 'NUMBER': return [`%100%${nominal(number!).value}:${nominal(number!).tolerance}`]
    case 'CHOICE': return choices.map(({ text, right }) => `%${right ? 100 : 0}%${escaped(text)}`)
  }
}
