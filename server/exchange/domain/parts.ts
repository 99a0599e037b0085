import type { AssessmentContent, Content, HoursContent, SubjectContent } from '../../curriculum/index.ts'
import { decimal, longDate } from '../../lib/words.ts'
import { lines, nothing, orNothing, type Block, type TableBlock, type Words } from './blocks.ts'
import type { ExportFacts } from './facts.ts'

/** Parts that both views share, and what they look up. */
export type Written = { content: Content; facts: ExportFacts; words: Words }

export const totalOf = ({ theory, practice, field }: HoursContent): number => theory + practice + field

export const hoursOf = ({ subjects }: Pick<Content, 'subjects'>): HoursContent => {
  const sum = (key: keyof HoursContent) => subjects.reduce((all, { hours }) => all + hours[key], 0)
  return { theory: sum('theory'), practice: sum('practice'), field: sum('field') }
}

/** Codes of outcomes by their ids; one that is gone is shown by its id. */
export const codesOf = ({ outcomes }: Pick<Content, 'outcomes'>, ids: readonly string[]): string =>
  orNothing(ids.map(id => outcomes.find(outcome => outcome.id === id)?.code ?? id).join(', '))

export const percent = (of: number, { language }: Words): string => `${decimal(of, Number.isInteger(of) ? 0 : 1, language)} %`

export const subjectsTable = ({ content, words: { say } }: Written): TableBlock => {
  const row = ({ theory, practice, field }: HoursContent) => [theory, practice, field, theory + practice + field].map(String)
  return {
    kind: 'table', caption: say('structure'),
    columns: [
      { head: say('no'), share: 0.07, align: 'center' }, { head: say('subject'), share: 0.57 },
      ...['theory', 'practice', 'field', 'total'].map(key => ({ head: say(`hours.${key}`), share: 0.09, align: 'center' as const })),
    ],
    rows: content.subjects.map(({ title, hours }, at) => [String(at + 1), title, ...row(hours)]),
    foot: [['', say('total'), ...row(hoursOf(content))]],
  }
}

/** Competency × outcome × subject × assessment, a row for each outcome (DOMAIN §10.2: no empty row). */
export const alignmentTable = ({ content, words: { say } }: Written): TableBlock => ({
  kind: 'table', caption: say('alignment'),
  columns: [
    { head: say('outcome'), share: 0.13 }, { head: say('competency'), share: 0.27 }, { head: say('subject'), share: 0.3 }, { head: say('assessment'), share: 0.3 },
  ],
  rows: content.outcomes.map(({ id, code }) => {
    const of = <T extends { outcomes: string[] }>(things: readonly T[], text: (thing: T) => string) => lines(things.filter(thing => thing.outcomes.includes(id)).map(text))
    return [code, of(content.competencies, one => `${one.code} ${one.name}`), of(content.subjects, one => one.title), of(content.assessments, one => one.title)]
  }),
})

export const competenciesTable = ({ content, words: { say } }: Written, name: string): TableBlock => ({
  kind: 'table', caption: name,
  columns: [
    { head: say('code'), share: 0.1 }, { head: name, share: 0.27 }, { head: say('kindOf'), share: 0.14 }, { head: say('level'), share: 0.1, align: 'center' },
    { head: say('need'), share: 0.25 }, { head: say('outcome'), share: 0.14 },
  ],
  rows: content.competencies.map(({ code, name: title, kind, fromLevel, toLevel, need, outcomes }) => [
    code, title, say(`competencyKind.${kind}`), fromLevel === null ? String(toLevel) : say('levels', { from: fromLevel, to: toLevel }), orNothing(need), codesOf(content, outcomes),
  ]),
})

/** Kisi-kisi of a test: a row for each outcome and level, questions numbered through (DOMAIN §10.1). Keys stay in the question bank. */
export function blueprintTable({ content, words }: Written, { blueprint, title, subject }: AssessmentContent): TableBlock {
  const { say } = words
  const all = blueprint.reduce((sum, { items }) => sum + items, 0)
  const topics = content.subjects.find(({ id }) => id === subject)?.topics ?? []
  let number = 0
  return {
    kind: 'table', caption: title,
    columns: [
      { head: say('no'), share: 0.05, align: 'center' }, { head: say('outcome'), share: 0.1 }, { head: say('indicator'), share: 0.24 }, { head: say('material'), share: 0.16 },
      { head: say('cognitive'), share: 0.1, align: 'center' }, { head: say('form'), share: 0.07 }, { head: say('numbers'), share: 0.09, align: 'center' },
      { head: say('items'), share: 0.1, align: 'center' }, { head: say('weight'), share: 0.09, align: 'right' },
    ],
    rows: blueprint.map(({ outcome, level, items }, at) => {
      const found = content.outcomes.find(({ id }) => id === outcome)
      const [from, to] = [number + 1, number + items]
      number = to
      return [
        String(at + 1), found?.code ?? outcome, found && found.indicators.length > 0 ? lines(found.indicators) : found?.text ?? nothing, lines(topics), level,
        say('form.QUIZ'), from === to ? String(from) : `${from}–${to}`, String(items), percent(Math.round((items / all) * 1000) / 10, words),
      ]
    }),
    foot: [['', say('total'), '', '', '', '', '', String(all), '100 %']],
  }
}

/** Who approved exactly this text, and the sum by which anyone can tell. */
export const approvalsTable = ({ facts, words: { say, language } }: Written): TableBlock => ({
  kind: 'table', caption: say('approval'),
  columns: [{ head: say('side'), share: 0.4 }, { head: say('name'), share: 0.35 }, { head: say('date'), share: 0.25 }],
  rows: (['AGENCY', 'PARTNER'] as const).map(side => {
    const approval = facts.approvals.find(one => one.side === side)
    return [side === 'AGENCY' ? facts.agency : facts.partner.name, approval?.name ?? nothing, approval ? longDate(approval.at, language) : say('notYet')]
  }),
})

export const teamTable = ({ content, words: { say } }: Written, roles?: readonly string[]): TableBlock => ({
  kind: 'table', caption: say('team'),
  columns: [{ head: say('role'), share: 0.34 }, { head: say('name'), share: 0.36 }, { head: say('institution'), share: 0.3 }],
  rows: content.team.filter(({ role }) => !roles || roles.includes(role)).map(({ name, institution, role }) => [say(`role.${role}`), name, orNothing(institution)]),
})

/** A table under its heading, or a sentence where it would be empty. */
export const tableUnder = (heading: string, table: TableBlock, none: string, level: 2 | 3 = 2): Block[] => [
  { kind: 'heading', level, text: heading }, table.rows.length > 0 ? table : { kind: 'paragraph', text: none, soft: true },
]

export const versionText = ({ facts, words: { say } }: Written): string =>
  (facts.version === null ? say('draft', { state: say(`state.${facts.state}`) }) : say('version', { number: facts.version }))

export const jpText = ({ theory, practice, field }: HoursContent, { say }: Words): string =>
  say('jp', { total: theory + practice + field, theory, practice, field })

export const subjectOf = ({ subjects }: Content, id: string): SubjectContent | undefined => subjects.find(subject => subject.id === id)
