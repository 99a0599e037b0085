import fc from 'fast-check'
import { noAnswer, type Answer } from '../../server/bank/domain/answer.ts'
import type { Asked } from '../../server/bank/domain/deal.ts'
import { bareQuestion, questionKinds, type NumberKey, type Question, type QuestionKind } from '../../server/bank/domain/question.ts'

export const aNumber = (value: number, fields: Partial<NumberKey> = {}): NumberKey =>
  ({ value, tolerance: 0, toleranceKind: 'NOMINAL', unit: null, units: [], unitPenalty: 0.1, ...fields })

/** A sound question of each kind. */
export function aQuestionOf(kind: QuestionKind, fields: Partial<Question> = {}): Question {
  const choice = (id: string, right: boolean, fraction: number | null = null) => ({ id, text: `Pilihan ${id}`, right, fraction })
  const parts: Record<QuestionKind, Partial<Question>> = {
    SINGLE_CHOICE: { choices: [choice('a', true), choice('b', false), choice('c', false)] },
    MULTIPLE_CHOICE: { choices: [choice('a', true, 0.5), choice('b', true, 0.5), choice('c', false, -0.5), choice('d', false, 0)] },
    TRUE_FALSE: { right: true },
    SHORT_ANSWER: { patterns: [{ text: 'Medan', fraction: 1 }, { text: 'Kota *', fraction: 0.5 }] },
    NUMERIC: { number: aNumber(83.33, { tolerance: 0.01 }) },
    MATCHING: { matching: { pairs: [{ id: 'p1', stem: 'Sumatera Utara', match: 'Medan' }, { id: 'p2', stem: 'Aceh', match: 'Banda Aceh' }, { id: 'p3', stem: 'Riau', match: 'Pekanbaru' }], distractors: ['Padang'] } },
    ORDERING: { ordering: { items: ['satu', 'dua', 'tiga', 'empat'].map((text, at) => ({ id: `i${at + 1}`, text })), scoring: 'SUBSEQUENCE' } },
    CLOZE: {
      text: '<p>Ibu kota [[g1]] berpenduduk [[g2]] juta; Aceh [[g3]].</p>',
      gaps: [
        { id: 'g1', kind: 'TEXT', weight: 1, patterns: [{ text: 'Medan', fraction: 1 }], number: null, choices: [] },
        { id: 'g2', kind: 'NUMBER', weight: 1, patterns: [], number: aNumber(2.5, { tolerance: 0.1 }), choices: [] },
        { id: 'g3', kind: 'CHOICE', weight: 2, patterns: [], number: null, choices: [{ id: 'x', text: 'Sabang', right: false }, { id: 'y', text: 'Banda Aceh', right: true }] },
      ],
    },
    CALCULATED: {
      text: '<p>Berapa rata-rata {a} dan {b}?</p>',
      calculated: { variables: [{ name: 'a', min: 1, max: 50, decimals: 0 }, { name: 'b', min: 0.5, max: 9.5, decimals: 1 }], formula: '(a + b) / 2', answer: { ...aNumber(0, { tolerance: 0.01 }) }, variants: 20 },
    },
    ESSAY: { essay: { minWords: 5, maxWords: 50, template: '' } },
    FILE: { file: { maxFiles: 2, accept: ['PDF'] } },
    HOTSPOT: { hotspot: { image: 'f1', alternative: 'Denah loket', picks: 2, zones: [
      { id: 'z1', label: 'Pintu darurat', x: 0, y: 0, width: 10, height: 20, right: true }, { id: 'z2', label: 'Loket', x: 40, y: 40, width: 30, height: 30, right: false },
    ] } },
  }
  return { ...bareQuestion(`q-${kind}`, kind, '<p>Soal</p>'), ...parts[kind], ...fields }
}

/** What answers it wholly, as it was dealt. */
export function rightAnswerTo(question: Question, asked: Asked): Answer {
  const right = question.choices.filter(choice => choice.right).map(({ id }) => id)
  switch (question.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return { ...noAnswer, choices: right }
    case 'TRUE_FALSE': return { ...noAnswer, truth: question.right }
    case 'SHORT_ANSWER': return { ...noAnswer, text: question.patterns[0]!.text }
    case 'NUMERIC': return { ...noAnswer, number: question.number!.value, unit: question.number!.unit }
    case 'MATCHING': return { ...noAnswer, pairs: question.matching!.pairs.map(({ id, match }) => ({ stem: id, match: asked.matching!.matches.find(({ text }) => text === match)!.id })) }
    case 'ORDERING': return { ...noAnswer, order: question.ordering!.items.map(({ id }) => id) }
    case 'CLOZE': return { ...noAnswer, gaps: [{ gap: 'g1', text: 'medan' }, { gap: 'g2', text: '2,5' }, { gap: 'g3', text: 'y' }] }
    case 'CALCULATED': {
      const [a, b] = [...asked.text.matchAll(/\d+(?:,\d+)?/g)].map(([number]) => Number(number.replace(',', '.'))) as [number, number]
      return { ...noAnswer, number: (a + b) / 2 }
    }
    case 'HOTSPOT': return { ...noAnswer, choices: question.hotspot!.zones.filter(zone => zone.right).map(({ id }) => id) }
    case 'ESSAY': return { ...noAnswer, text: 'lima kata sudah cukup panjang' }
    case 'FILE': return { ...noAnswer, files: ['f'] }
  }
}

export const anyKind = fc.constantFrom(...questionKinds)

/** Any answer of the parts a question was dealt, right or not. */
export function anyAnswerTo(asked: Asked): fc.Arbitrary<Answer | null> {
  const some = (list: readonly { id: string }[]) => fc.subarray(list.map(({ id }) => id))
  const answer = (parts: fc.Arbitrary<Partial<Answer>>) => parts.map(part => ({ ...noAnswer, ...part }))
  switch (asked.kind) {
    case 'SINGLE_CHOICE': return answer(fc.constantFrom(...asked.choices.map(({ id }) => id)).map(id => ({ choices: [id] })))
    case 'MULTIPLE_CHOICE': return answer(some(asked.choices).map(choices => ({ choices })))
    case 'TRUE_FALSE': return answer(fc.boolean().map(truth => ({ truth })))
    case 'SHORT_ANSWER': return answer(fc.oneof(fc.string(), fc.constant('kota medan')).map(text => ({ text })))
    case 'NUMERIC':
    case 'CALCULATED': return answer(fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => ({ number })))
    case 'MATCHING': return answer(fc.array(fc.record({ stem: fc.constantFrom(...asked.matching!.stems.map(({ id }) => id)), match: fc.constantFrom(...asked.matching!.matches.map(({ id }) => id)) })).map(pairs => ({ pairs })))
    case 'ORDERING': return answer(fc.shuffledSubarray(asked.items.map(({ id }) => id), { minLength: asked.items.length }).map(order => ({ order })))
    case 'CLOZE': return answer(fc.array(fc.record({ gap: fc.constantFrom('g1', 'g2', 'g3'), text: fc.constantFrom('Medan', '2,5', 'x', 'y', 'lain') })).map(gaps => ({ gaps })))
    case 'HOTSPOT': return answer(some(asked.hotspot!.zones).map(choices => ({ choices })))
    default: return fc.constant(null)
  }
}
