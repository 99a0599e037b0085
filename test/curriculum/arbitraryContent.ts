import fc from 'fast-check'
import type { Content } from '../../server/curriculum/model.ts'

const text = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,4}$/)
const level = fc.constantFrom('C1' as const, 'C2' as const, 'C3' as const, 'C6' as const)
const small = fc.integer({ min: 0, max: 9 })
const ids = fc.uniqueArray(fc.constantFrom('o1', 'o2', 'o3', 'o4'), { maxLength: 4 })

/** Lists of things with an id each, unique in the list unless told otherwise. */
const list = <T extends { id: string }>(prefix: string, thing: (id: string) => fc.Arbitrary<T>, repeated = false) =>
  fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 })
    .map(numbers => (repeated ? numbers : [...new Set(numbers)]))
    .chain(numbers => fc.tuple(...numbers.map(number => thing(`${prefix}${number}`))))

/** Contents as the input lets in; with `repeated`, also with the same id twice, as only the store's history could hold. */
export const contents = (repeated = false): fc.Arbitrary<Content> => fc.record({
  title: text, kind: fc.constantFrom(3, 8, 9), mode: fc.constantFrom('CLASSROOM' as const, 'BLENDED' as const), audience: text, summary: text, faculty: text,
  team: list('t', id => fc.record({ id: fc.constant(id), name: text, institution: text, role: fc.constantFrom('DEVELOPER' as const, 'HEAD' as const) }), repeated),
  outcomes: list('o', id => fc.record({
    id: fc.constant(id), code: text, text, level: fc.option(level), indicators: fc.array(text, { maxLength: 3 }),
  }), repeated),
  competencies: list('k', id => fc.record({
    id: fc.constant(id), code: text, name: text, kind: fc.constant('TECHNICAL' as const), fromLevel: fc.option(small), toLevel: small, outcomes: ids, need: text,
  }), repeated),
  subjects: list('s', id => fc.record({
    id: fc.constant(id), title: text, description: text, topics: fc.array(text, { maxLength: 3 }),
    hours: fc.record({ theory: small, practice: small, field: small }), outcomes: ids,
    activities: list('v', own => fc.record({
      id: fc.constant(own), title: text, form: fc.constantFrom('THEORY' as const, 'FIELD' as const), stage: fc.constantFrom('CORE' as const, 'OPENING' as const),
      minutes: small, facilitator: text, participants: text, method: text, media: text, outcomes: ids,
    }), repeated),
  }), repeated),
  assessments: list('a', id => fc.record({
    id: fc.constant(id), kind: fc.constantFrom('QUIZ' as const, 'PRACTICUM' as const), title: text, subject: fc.constantFrom('s1', 's2'), outcomes: ids,
    instructions: text, weight: small,
    blueprint: list('b', own => fc.record({ id: fc.constant(own), outcome: fc.constantFrom('o1', 'o2'), level, items: small }), repeated),
  }), repeated),
  references: fc.array(text, { maxLength: 5 }),
})
