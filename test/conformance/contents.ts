import fc from 'fast-check'
import type { Content } from '../../server/curriculum/index.ts'

const form = ['THEORY', 'PRACTICE', 'FIELD'] as const
const level = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'] as const
const minutes = fc.integer({ min: 5, max: 400 })

/** Contents with up to five subjects, six activities each, and assessments over the outcomes; ids of a small set, so that versions share them. */
export const contents: fc.Arbitrary<Content> = fc.record({
  subjects: fc.uniqueArray(fc.constantFrom('s1', 's2', 's3', 's4', 's5'), { maxLength: 5 }),
  outcomes: fc.uniqueArray(fc.constantFrom('o1', 'o2', 'o3'), { minLength: 1, maxLength: 3 }),
  title: fc.constantFrom('Pelatihan A', 'Pelatihan B'),
  activities: fc.array(fc.record({ title: fc.constantFrom('Pembukaan', 'Praktik', 'Diskusi'), minutes }), { minLength: 5, maxLength: 30 }),
  hours: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 15, maxLength: 15 }),
  items: fc.integer({ min: 0, max: 4 }),
  weight: fc.integer({ min: 0, max: 100 }),
  withActivities: fc.boolean(),
}).map(({ subjects, outcomes, title, activities, hours, items, weight, withActivities }) => ({
  title, kind: 3, mode: 'BLENDED', audience: '', summary: '', faculty: '', team: [], competencies: [], references: [],
  outcomes: outcomes.map(id => ({ id, code: id.toUpperCase(), text: `Capaian ${id}`, level: 'C3', indicators: [] })),
  subjects: subjects.map((id, at) => ({
    id, title: `Mata ${id} ${title.at(-1)}`, description: '', topics: [], outcomes,
    hours: { theory: hours[at * 3]!, practice: hours[at * 3 + 1]!, field: hours[at * 3 + 2]! },
    activities: withActivities ? activities.filter((_, n) => n % 5 === at).map((one, n) => ({
      id: `${id}-${n + 1}`, ...one, form: form[n % 3]!, stage: 'CORE' as const, facilitator: '', participants: 'Mengerjakan.', method: 'Praktik', media: '', outcomes,
    })) : [],
  })),
  assessments: subjects.slice(0, 2).map((subject, at) => ({
    id: `a${at + 1}`, kind: at === 0 ? 'QUIZ' as const : 'PRACTICUM' as const, title: `Penilaian ${at + 1}`, subject, outcomes, instructions: '', weight,
    blueprint: at === 0 && items > 0 ? outcomes.map((outcome, n) => ({ id: `b${n}`, outcome, level: level[n]!, items })) : [],
  })),
}))
