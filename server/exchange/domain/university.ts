import type { Content } from '../../curriculum/index.ts'
import { distinct, lines, nothing, numbered, orNothing, type Block, type TableBlock } from './blocks.ts'
import {
  alignmentTable, approvalsTable, blueprintTable, codesOf, competenciesTable, hoursOf, jpText, percent, subjectOf, tableUnder, teamTable, totalOf, versionText, type Written,
} from './parts.ts'
import { decimal } from '../../lib/words.ts'
import { JP_MINUTES, JP_PER_SKS, minutesIn, sessionsOf } from './schedule.ts'
import { sharesOf, type Shares } from './shares.ts'

/** The same curriculum as a university writes it: RPS, with CPL, CPMK, Sub-CPMK and a plan for each session (DOMAIN §10.1). */
export function universityDocument(written: Written): Block[] {
  const { content, words: { say } } = written
  const shares = sharesOf(content.assessments)
  return [
    { kind: 'heading', level: 1, text: say('university.title', { title: content.title }) },
    identity(written),
    { kind: 'heading', level: 2, text: say('authorisation') }, ...authorisation(written),
    ...tableUnder(say('cpl'), competenciesTable(written, say('cpl')), say('none')),
    ...tableUnder(say('cpmk'), cpmk(written), say('none')),
    ...tableUnder(say('subCpmk'), subCpmk(written), say('none')),
    { kind: 'heading', level: 2, text: say('courseDescription') }, { kind: 'paragraph', text: content.summary || say('none') },
    ...tableUnder(say('studyMaterial'), material(written), say('none')),
    ...tableUnder(say('alignment'), alignmentTable(written), say('none')),
    ...tableUnder(say('assessmentPlan'), assessments(written, shares), say('none')),
    ...content.assessments.filter(({ blueprint }) => blueprint.length > 0).flatMap((test): Block[] => [
      { kind: 'heading', level: 3, text: say('blueprintOf', { title: test.title }) }, blueprintTable(written, test),
    ]),
    { kind: 'heading', level: 2, text: say('references') },
    content.references.length > 0 ? { kind: 'list', items: content.references, numbered: true } : { kind: 'paragraph', text: say('none'), soft: true },
    { kind: 'page', landscape: true },
    ...tableUnder(say('weekly'), weekly(written, shares), say('none')),
  ]
}

function identity(written: Written): Block {
  const { content, facts, words } = written
  const { say, language } = words
  const hours = hoursOf(content)
  const sks = Math.round((totalOf(hours) / JP_PER_SKS) * 100) / 100
  return {
    kind: 'facts', caption: say('identity'), items: [
      [say('course'), content.title], [say('code'), facts.code], [say('institution'), facts.partner.name], [say('faculty'), orNothing(content.faculty)],
      [say('with'), facts.agency], [say('kind'), facts.kind], [say('mode'), say(`mode.${content.mode}`)], [say('participants'), orNothing(content.audience)],
      [say('credits'), say('creditsText', { sks: decimal(sks, 2, language), jp: jpText(hours, words) })],
      [say('text'), versionText(written)], [say('hash'), facts.hash],
    ],
  }
}

/** Who developed, coordinates and answers for it, and who approved exactly this text. */
function authorisation(written: Written): Block[] {
  const { words: { say }, facts } = written
  const team = teamTable(written, ['DEVELOPER', 'COORDINATOR', 'HEAD'])
  return [
    team.rows.length > 0 ? team : { kind: 'paragraph', text: say('noTeam'), soft: true },
    approvalsTable(written), { kind: 'paragraph', text: say('hashText', { hash: facts.hash }), soft: true },
  ]
}

const cpmk = ({ content, words: { say } }: Written): TableBlock => ({
  kind: 'table', caption: say('cpmk'),
  columns: [{ head: say('code'), share: 0.12 }, { head: say('cpmk'), share: 0.6 }, { head: say('cognitive'), share: 0.1, align: 'center' }, { head: say('cpl'), share: 0.18 }],
  rows: content.outcomes.map(({ id, code, text, level }) => [
    code, text, level ?? nothing, orNothing(content.competencies.filter(({ outcomes }) => outcomes.includes(id)).map(one => one.code).join(', ')),
  ]),
})

/** Sub-CPMK are numbered below their CPMK: CP-1.1, CP-1.2. */
const subCodes = ({ outcomes }: Pick<Content, 'outcomes'>, id: string): [string, string][] => {
  const outcome = outcomes.find(one => one.id === id)
  return outcome?.indicators.map((text, at): [string, string] => [`${outcome.code}.${at + 1}`, text]) ?? []
}

const subCpmk = ({ content, words: { say } }: Written): TableBlock => ({
  kind: 'table', caption: say('subCpmk'),
  columns: [{ head: say('code'), share: 0.14 }, { head: say('subCpmk'), share: 0.72 }, { head: say('cpmk'), share: 0.14 }],
  rows: content.outcomes.flatMap(({ id, code }) => subCodes(content, id).map(([sub, text]) => [sub, text, code])),
})

const material = ({ content, words: { say } }: Written): TableBlock => ({
  kind: 'table', caption: say('studyMaterial'),
  columns: [{ head: say('no'), share: 0.06, align: 'center' }, { head: say('module'), share: 0.3 }, { head: say('topics'), share: 0.5 }, { head: say('cpmk'), share: 0.14 }],
  rows: content.subjects.map(({ title, topics, outcomes }, at) => [String(at + 1), title, numbered(topics), codesOf(content, outcomes)]),
})

const assessments = ({ content, words }: Written, shares: Shares): TableBlock => {
  const { say } = words
  return {
    kind: 'table', caption: say('assessmentPlan'),
    columns: [{ head: say('task'), share: 0.25 }, { head: say('form'), share: 0.13 }, { head: say('cpmk'), share: 0.14 }, { head: say('criteria'), share: 0.36 }, { head: say('weight'), share: 0.12, align: 'right' }],
    rows: [
      ...content.assessments.map(({ id, title, kind, outcomes, instructions }) => [
        title, say(`form.${kind}`), codesOf(content, outcomes), orNothing(instructions || criteria(content, outcomes)), percent(shares.of.get(id) ?? 0, words),
      ]),
      [say('attendance'), say('form.ATTENDANCE'), nothing, say('attendanceText'), percent(shares.attendance, words)],
    ],
    foot: [['', say('total'), '', '', '100 %']],
  }
}

const criteria = (content: Content, outcomes: readonly string[]) => outcomes.flatMap(id => subCodes(content, id).map(([code, text]) => `${code} ${text}`)).join('\n')

function weekly({ content, words }: Written, shares: Shares): TableBlock {
  const { say } = words
  let number = 0
  const rows = content.subjects.flatMap(subject => {
    const sessions = sessionsOf(subject)
    const tasks = content.assessments.filter(one => one.subject === subject.id)
    const weight = tasks.reduce((sum, { id }) => sum + Math.round((shares.of.get(id) ?? 0) * 10), 0) / 10
    const whole = { number: 1, activities: [] as typeof subject.activities, minutes: totalOf(subject.hours) * JP_MINUTES }
    return (sessions.length > 0 ? sessions : [whole]).map((session, at, all) => {
      const last = at === all.length - 1
      const aimed = distinct(session.activities.flatMap(({ outcomes }) => outcomes))
      const outcomes = aimed.length > 0 ? aimed : subject.outcomes
      const indicators = outcomes.flatMap(id => subCodes(content, id))
      return [
        String(++number), lines(indicators.length > 0 ? indicators.map(([code, text]) => `${code} ${text}`) : outcomes.map(id => content.outcomes.find(one => one.id === id)?.text ?? id)),
        last ? lines(tasks.map(({ title, kind }) => `${title} (${say(`form.${kind}`)})`)) : nothing,
        lines([subject.title, ...subject.topics.map(topic => `• ${topic}`)]), lines(distinct(session.activities.map(({ method }) => method))),
        say('minutes', { minutes: session.minutes }), numbered(session.activities.map(one => one.title)), last && weight > 0 ? percent(weight, words) : nothing,
      ]
    })
  })
  const minutes = content.subjects.reduce((sum, { activities, hours }) => sum + (activities.length > 0 ? minutesIn(activities) : totalOf(hours) * JP_MINUTES), 0)
  const loose = content.assessments.filter(({ subject }) => !subjectOf(content, subject))
  return {
    kind: 'table', caption: say('weekly'),
    columns: [
      { head: say('week'), share: 0.06, align: 'center' }, { head: say('subCpmkEnd'), share: 0.2 }, { head: say('criteriaForm'), share: 0.14 }, { head: say('studyMaterial'), share: 0.17 },
      { head: say('methodForm'), share: 0.11 }, { head: say('time'), share: 0.08, align: 'right' }, { head: say('experience'), share: 0.17 }, { head: say('weight'), share: 0.07, align: 'right' },
    ],
    rows: rows.length === 0 ? [] : [
      ...rows,
      ...loose.map(({ id, title, kind }) => ['', '', `${title} (${say(`form.${kind}`)})`, nothing, nothing, nothing, nothing, percent(shares.of.get(id) ?? 0, words)]),
      ['', '', say('attendance'), nothing, nothing, nothing, nothing, percent(shares.attendance, words)],
    ],
    foot: [['', say('total'), '', '', '', say('minutes', { minutes }), '', '100 %']],
  }
}
