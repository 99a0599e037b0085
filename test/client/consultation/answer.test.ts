import { describe, expect, test } from '@jest/globals'
import { answeredOf, draftOf, inputOf, isEmpty, keyOf, type Question } from '../../../client/consultation/answer.ts'
import { newQuestion, readinessQuestions, sent } from '../../../client/consultation/questions.ts'

const questions = [{ id: 'q1', form: 'SCALE', text: 'Ya?', options: ['1', '2', '3', '4'] }, { id: 'q2', form: 'TEXT', text: 'Apa?', options: [] }] as Question[]

describe('an answer', () => {
  test('begins anonymous and empty', () => {
    const draft = draftOf({ mine: null })
    expect(draft.anonymous).toBe(true)
    expect(isEmpty(draft, questions)).toBe(true)
  })

  test('is what was filled in, nothing else', () => {
    const draft = { ...draftOf({ mine: null }), values: { q1: '3', q2: '  ' }, reactions: { [keyOf('SUBJECTS', 's1')]: 'UNCLEAR' as const, [keyOf('OUTCOMES', 'o1')]: undefined }, proposals: { [keyOf(null, null)]: ' Tambah contoh. ' } }
    expect(inputOf(draft, questions)).toEqual({
      anonymous: true, answers: [{ question: 'q1', value: 3 }], reactions: [{ section: 'SUBJECTS', element: 's1', reaction: 'UNCLEAR' }], proposals: [{ section: null, element: null, text: 'Tambah contoh.' }],
    })
    expect(answeredOf(draft, questions)).toBe(1)
  })

  test('given before is gone on from', () => {
    const mine = { anonymous: false, answers: [{ question: 'q1', value: 2, text: null }, { question: 'q2', value: null, text: 'Kata' }], reactions: [{ section: 'SUBJECTS' as const, element: 's1', reaction: 'HELPFUL' as const }], proposals: [{ section: null, element: null, text: 'Satu' }] }
    const input = inputOf(draftOf({ mine }), questions)
    expect(input).toMatchObject({ anonymous: false, answers: [{ question: 'q1', value: 2 }, { question: 'q2', text: 'Kata' }], proposals: [{ text: 'Satu' }] })
  })
})

test('questions have ids of their own, the pulse always the same', () => {
  const pulse = readinessQuestions(id => id, ['a', 'b', 'c', 'd'])
  expect(pulse.map(({ id }) => id)).toEqual(['readiness-1', 'readiness-2', 'readiness-3', 'readiness-4', 'readiness-5'])
  const first = newQuestion(pulse, [])
  expect([first.id, newQuestion([...pulse, first], []).id]).toEqual(['q1', 'q2'])
  expect(sent([{ ...first, form: 'CHOICE', options: ['Ya', ' ', 'Tidak '] }])[0]!.options).toEqual(['Ya', 'Tidak'])
})
