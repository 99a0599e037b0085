import type { Content } from '../../curriculum/index.ts'
import type { Words } from './blocks.ts'
import type { CellValue } from './sheets.ts'

export type Table = { name: string; head: readonly string[]; rows: readonly (readonly CellValue[])[] }

const mark = '✓'

/** Competencies × outcomes × subjects × assessments: a row for each outcome, a column for each other thing, a mark where they meet. */
export function matrixOf(content: Content, { say }: Words): Table {
  const { outcomes, competencies, subjects, assessments } = content
  return {
    name: say('matrix'),
    head: [
      say('code'), say('outcome'), say('cognitive'),
      ...competencies.map(({ code }) => say('matrix.competency', { code })), ...subjects.map(({ title }) => say('matrix.subject', { title })),
      say('matrix.activity'), ...assessments.map(({ title }) => say('matrix.assessment', { title })),
    ],
    rows: outcomes.map(({ id, code, text, level }) => {
      const meets = (things: readonly { outcomes: readonly string[] }[]) => things.map(thing => (thing.outcomes.includes(id) ? mark : ''))
      const activities = subjects.flatMap(subject => subject.activities).filter(activity => activity.outcomes.includes(id)).length
      return [code, text, level ?? '', ...meets(competencies), ...meets(subjects), activities, ...meets(assessments)]
    }),
  }
}

/** Kisi-kisi of all tests, a row for each outcome and level of each; questions are numbered within their test. */
export function blueprintOf(content: Content, { say }: Words): Table {
  return {
    name: say('blueprint'),
    head: ['assessment', 'subject', 'outcome', 'indicator', 'material', 'cognitive', 'form', 'question', 'items', 'weight'].map(key => say(key)),
    rows: content.assessments.flatMap(({ title, subject: id, blueprint }) => {
      const subject = content.subjects.find(one => one.id === id)
      const all = blueprint.reduce((sum, { items }) => sum + items, 0)
      let number = 0
      return blueprint.map(({ outcome, level, items }) => {
        const found = content.outcomes.find(one => one.id === outcome)
        const [from, to] = [number + 1, number + items]
        number = to
        return [
          title, subject?.title ?? id, found?.code ?? outcome, (found?.indicators.length ? found.indicators : [found?.text ?? '']).join('\n'), (subject?.topics ?? []).join('\n'), level,
          say('form.QUIZ'), from === to ? String(from) : `${from}–${to}`, items, Math.round((items / all) * 1000) / 10,
        ]
      })
    }),
  }
}
