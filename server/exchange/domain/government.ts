import type { SubjectContent } from '../../curriculum/index.ts'
import { distinct, lines, nothing, numbered, orNothing, type Block, type TableBlock } from './blocks.ts'
import {
  alignmentTable, approvalsTable, blueprintTable, codesOf, competenciesTable, hoursOf, jpText, percent, subjectOf, subjectsTable, tableUnder, teamTable, totalOf,
  versionText, type Written,
} from './parts.ts'
import { activitiesByOutcome, JP_MINUTES, minutesIn, sessionsOf } from './schedule.ts'

/**
 * The curriculum as the government writes it: the document of the training, then for each subject its RBPMP, its RP for each
 * session, and the kisi-kisi (DOMAIN §10.1).
 */
export function governmentDocument(written: Written): Block[] {
  const { content, words: { say } } = written
  return [
    { kind: 'heading', level: 1, text: say('government.title', { title: content.title }) },
    ...identity(written),
    { kind: 'heading', level: 2, text: say('purpose') }, { kind: 'paragraph', text: content.summary || say('none') },
    { kind: 'heading', level: 2, text: say('participants') }, { kind: 'paragraph', text: content.audience || say('none') },
    ...tableUnder(say('competencies'), competenciesTable(written, say('competency')), say('none')),
    ...tableUnder(say('outcomes'), outcomes(written), say('none')),
    ...tableUnder(say('structure'), subjectsTable(written), say('none')),
    ...tableUnder(say('alignment'), alignmentTable(written), say('none')),
    ...tableUnder(say('evaluation'), assessments(written), say('none')),
    ...tableUnder(say('team'), teamTable(written), say('none')),
    { kind: 'heading', level: 2, text: say('references') },
    content.references.length > 0 ? { kind: 'list', items: content.references, numbered: true } : { kind: 'paragraph', text: say('none'), soft: true },
    { kind: 'heading', level: 2, text: say('approval') }, approvalsTable(written), { kind: 'paragraph', text: say('hashText', { hash: written.facts.hash }), soft: true },
    ...(content.subjects.length > 0 ? [{ kind: 'page' as const, landscape: true }] : []),
    ...content.subjects.flatMap((subject, at) => [...rbpmp(written, subject, at + 1), ...plans(written, subject)]),
    ...blueprints(written),
  ]
}

function identity(written: Written): Block[] {
  const { content, facts, words } = written
  const { say } = words
  const hours = hoursOf(content)
  const total = totalOf(hours)
  return [
    { kind: 'heading', level: 2, text: say('identity') },
    {
      kind: 'facts', caption: say('identity'), items: [
        [say('training'), content.title], [say('code'), facts.code], [say('kind'), facts.kind], [say('mode'), say(`mode.${content.mode}`)],
        [say('organiser'), facts.agency], [say('partner'), facts.partner.name], [say('faculty'), orNothing(content.faculty)],
        [say('time'), `${jpText(hours, words)}; ${say('minutes', { minutes: total * JP_MINUTES })}`],
        [say('practiceShare'), total === 0 ? nothing : percent(Math.round(((hours.practice + hours.field) / total) * 1000) / 10, words)],
        [say('text'), versionText(written)], [say('hash'), facts.hash],
      ],
    },
  ]
}

const outcomes = ({ content, words: { say } }: Written): TableBlock => ({
  kind: 'table', caption: say('outcomes'),
  columns: [{ head: say('code'), share: 0.11 }, { head: say('outcome'), share: 0.38 }, { head: say('cognitive'), share: 0.1, align: 'center' }, { head: say('indicators'), share: 0.41 }],
  rows: content.outcomes.map(({ code, text, level, indicators }) => [code, text, level ?? nothing, numbered(indicators)]),
})

const assessments = ({ content, words: { say } }: Written): TableBlock => ({
  kind: 'table', caption: say('evaluation'),
  columns: [{ head: say('assessment'), share: 0.28 }, { head: say('form'), share: 0.14 }, { head: say('subject'), share: 0.28 }, { head: say('outcome'), share: 0.18 }, { head: say('weight'), share: 0.12, align: 'right' }],
  rows: content.assessments.map(({ title, kind, subject, outcomes: of, weight }) => [title, say(`form.${kind}`), subjectOf(content, subject)?.title ?? subject, codesOf(content, of), `${weight} %`]),
})

/** The header that RBPMP and RP have in common. */
const header = ({ content, words }: Written, subject: SubjectContent, more: [string, string][] = []): Block => ({
  kind: 'facts', caption: subject.title, items: [
    [words.say('training'), content.title], [words.say('subject'), subject.title], [words.say('time'), jpText(subject.hours, words)], ...more,
  ],
})

function rbpmp(written: Written, subject: SubjectContent, number: number): Block[] {
  const { content, words: { say } } = written
  const taught = content.outcomes.filter(({ id }) => subject.outcomes.includes(id))
  const rows = activitiesByOutcome(subject)
  const forms = content.assessments.filter(one => one.subject === subject.id).map(({ title, kind, weight }) => `${title} (${say(`form.${kind}`)}, ${weight} %)`)
  const minutes = subject.activities.length > 0 ? minutesIn(subject.activities) : totalOf(subject.hours) * JP_MINUTES
  return [
    { kind: 'heading', level: 2, text: say('rbpmp', { number, title: subject.title }) },
    header(written, subject, [
      [say('description'), orNothing(subject.description)], [say('outcomes'), lines(taught.map(({ code, text }) => `${code} ${text}`))],
      [say('indicators'), numbered(taught.flatMap(({ indicators }) => indicators))], [say('evaluationForm'), lines(forms)],
    ]),
    {
      kind: 'table', caption: say('rbpmp', { number, title: subject.title }),
      columns: [
        { head: say('no'), share: 0.04, align: 'center' }, { head: say('indicator'), share: 0.2 }, { head: say('material'), share: 0.15 }, { head: say('subMaterial'), share: 0.17 },
        { head: say('method'), share: 0.12 }, { head: say('aids'), share: 0.1 }, { head: say('estimate'), share: 0.07, align: 'right' }, { head: say('reference'), share: 0.15 },
      ],
      rows: rows.map(({ outcome, activities }, at) => {
        const found = content.outcomes.find(({ id }) => id === outcome)
        const once = (text: string) => (at === 0 ? text : say('asAbove'))
        return [
          String(at + 1), found ? numbered(found.indicators.length > 0 ? found.indicators : [found.text]) : say('supporting'), once(numbered(subject.topics)),
          numbered(activities.map(({ title }) => title)), lines(distinct(activities.map(({ method }) => method))), lines(distinct(activities.map(({ media }) => media))),
          activities.length > 0 ? say('minutes', { minutes: minutesIn(activities) }) : nothing, once(numbered(content.references)),
        ]
      }),
      foot: [['', say('total'), '', '', '', '', say('minutes', { minutes }), '']],
    },
  ]
}

function plans(written: Written, subject: SubjectContent): Block[] {
  const { words: { say } } = written
  const sessions = sessionsOf(subject)
  if (sessions.length === 0) return [{ kind: 'paragraph', text: say('noActivities'), soft: true }]
  return sessions.flatMap((session): Block[] => [
    { kind: 'heading', level: 3, text: say('rp', { number: session.number, title: subject.title }) },
    header(written, subject, [[say('session'), say('sessionOf', { number: session.number, of: sessions.length, minutes: session.minutes })]]),
    {
      kind: 'table', caption: say('rp', { number: session.number, title: subject.title }),
      columns: [
        { head: say('no'), share: 0.04, align: 'center' }, { head: say('stage'), share: 0.11 }, { head: say('activity'), share: 0.17 }, { head: say('facilitator'), share: 0.2 },
        { head: say('participant'), share: 0.2 }, { head: say('method'), share: 0.1 }, { head: say('media'), share: 0.1 }, { head: say('minutesHead'), share: 0.08, align: 'right' },
      ],
      rows: session.activities.map((activity, at) => [
        String(at + 1), say(`stage.${activity.stage}`), `${activity.title} (${say(`activityForm.${activity.form}`)})`, orNothing(activity.facilitator), orNothing(activity.participants),
        orNothing(activity.method), orNothing(activity.media), String(activity.minutes),
      ]),
      foot: [['', say('total'), '', '', '', '', '', String(session.minutes)]],
    },
  ])
}

function blueprints(written: Written): Block[] {
  const { content, words: { say } } = written
  const tests = content.assessments.filter(({ blueprint }) => blueprint.length > 0)
  if (tests.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: say('blueprint') },
    ...tests.flatMap((test): Block[] => [{ kind: 'heading', level: 3, text: test.title }, blueprintTable(written, test)]),
    { kind: 'paragraph', text: say('keys'), soft: true },
  ]
}
