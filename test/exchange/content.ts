import fc from 'fast-check'
import { checkPatch, type Content } from '../../server/curriculum/index.ts'
import { blank, patchOf } from '../../server/exchange/domain/assemble.ts'
import type { ExportFacts } from '../../server/exchange/domain/facts.ts'
import { aContent } from '../support/curriculum.ts'

/** The facts of a version that both sides approved. */
export const someFacts = (fields: Partial<ExportFacts> = {}): ExportFacts => ({
  code: 'PLT-YAN-001', partner: { name: 'Universitas Uji', shortName: 'UU' }, agency: 'BKPSDM Kota Medan', city: 'Medan', kind: 'Diklat Teknis', version: 2, state: 'PUBLISHED',
  hash: 'ab'.repeat(32), at: new Date('2026-01-05T02:00:00Z'), approvals: [{ side: 'AGENCY', name: 'Drs. Kepala, M.Si.', at: new Date('2026-01-02T02:00:00Z') }, { side: 'PARTNER', name: 'Prof. Dekan', at: new Date('2026-01-03T02:00:00Z') }],
  ...fields,
})

/** As the whole of a content that input would take: tidied, in the form it is stored in. */
export const tidied = (content: Content): Content => checkPatch(blank, patchOf(content))

const word = fc.oneof(
  fc.constantFrom('Menjelaskan', 'CP-1', 'cp-1', '#o1', '=1+1', '-', '–', '@x', 'a, b', 'a;b', 'Dasar', 'dasar', "'x", '1. satu', '• dua', 'é', 'Ṣ', '木', '<b>&amp;', '"', 'Jumlah', 'C1', '_x0041_'),
  fc.string({ minLength: 1, maxLength: 12 }),
)
const line = (min = 1) => fc.array(word, { minLength: min, maxLength: 3 }).map(words => words.join(' ').normalize('NFC').replace(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, '').replace(/\s+/g, ' ').trim() || (min ? 'x' : ''))
const prose = fc.array(line(0), { maxLength: 3 }).map(lines => lines.filter(Boolean).join('\n'))
const pick = <T>(things: readonly T[]) => fc.constantFrom(...things)

/** Contents of every kind that input takes, with codes and titles that collide, and references to all there is. */
export const contents: fc.Arbitrary<Content> = fc.record({
  outcomes: fc.array(fc.record({ code: line(), text: line(), level: pick([null, 'C1', 'C4', 'C6'] as const), indicators: fc.array(line(), { maxLength: 3 }) }), { maxLength: 4 }),
  competencies: fc.array(fc.record({ code: line(), name: line(), kind: pick(['MANAGERIAL', 'SOCIOCULTURAL', 'TECHNICAL'] as const), fromLevel: pick([null, 1, 2]), toLevel: pick([2, 5]), need: prose }), { maxLength: 2 }),
  subjects: fc.array(fc.record({
    title: line(), description: prose, topics: fc.array(line(), { maxLength: 3 }), hours: fc.record({ theory: fc.nat(9), practice: fc.nat(9), field: fc.nat(9) }),
    activities: fc.array(fc.record({
      title: line(), form: pick(['THEORY', 'PRACTICE', 'FIELD'] as const), stage: pick(['OPENING', 'CORE', 'CLOSING'] as const), minutes: fc.nat(300), facilitator: prose, participants: prose, method: line(0), media: line(0),
    }), { maxLength: 3 }),
  }), { minLength: 1, maxLength: 3 }),
  assessments: fc.array(fc.record({
    kind: pick(['QUIZ', 'PRACTICUM'] as const), title: line(), instructions: prose, weight: fc.nat(100),
    blueprint: fc.array(fc.record({ level: pick(['C1', 'C3', 'C5'] as const), items: fc.integer({ min: 1, max: 50 }) }), { maxLength: 2 }),
  }), { maxLength: 3 }),
  team: fc.array(fc.record({ name: line(), institution: line(0), role: pick(['DEVELOPER', 'COORDINATOR', 'HEAD', 'REVIEWER', 'INSTRUCTOR'] as const) }), { maxLength: 2 }),
  references: fc.array(line(), { maxLength: 3 }), title: line(), summary: prose, audience: prose, faculty: line(0), seed: fc.nat(1000),
}).map(({ seed, ...of }) => {
  let count = 0
  const id = (prefix: string) => ({ id: `${prefix}${++count}` })
  const outcomes = of.outcomes.map(one => ({ ...id('o'), ...one }))
  const some = (turn: number) => outcomes.filter((_, at) => ((seed + turn) >> at) % 2 === 0).map(one => one.id)
  const subjects = of.subjects.map((one, at) => ({ ...id('s'), ...one, outcomes: some(at), activities: one.activities.map((activity, turn) => ({ ...id('x'), ...activity, outcomes: some(at + turn + 1) })) }))
  return tidied({
    ...of, kind: 1 + (seed % 25), mode: 'BLENDED', outcomes, subjects, team: of.team.map(one => ({ ...id('t'), ...one })),
    competencies: of.competencies.map((one, at) => ({ ...id('k'), ...one, outcomes: some(at + 2) })),
    assessments: of.assessments.map((one, at) => ({
      ...id('a'), ...one, subject: subjects[(seed + at) % subjects.length]!.id, outcomes: some(at + 3),
      blueprint: outcomes.length === 0 ? [] : one.blueprint.map((row, turn) => ({ ...id('b'), ...row, outcome: outcomes[(seed + turn) % outcomes.length]!.id })),
    })),
  })
})

/** The largest curriculum: 40 subjects with 10 activities each. */
export function aLargeContent(): Content {
  const text = 'Menjelaskan langkah kerja dan memberi contoh dari perangkat daerah masing-masing. '
  return aContent({
    subjects: Array.from({ length: 40 }, (_, at) => ({
      id: `s${at}`, title: `Mata pelatihan ${at + 1}`, description: text.repeat(5), topics: Array.from({ length: 8 }, (_, topic) => `Materi ${topic + 1}: ${text}`), hours: { theory: 4, practice: 4, field: 2 }, outcomes: ['o1', 'o2'],
      activities: Array.from({ length: 10 }, (_, turn) => ({
        id: `s${at}x${turn}`, title: `Kegiatan ${turn + 1}`, form: 'THEORY' as const, stage: 'CORE' as const, minutes: 45, facilitator: text.repeat(4), participants: text.repeat(4), method: 'Diskusi', media: 'Slide', outcomes: ['o1'],
      })),
    })),
  })
}
