import { describe, expect, test } from '@jest/globals'
import { deal, markQuestion, noAnswer, rekey, seeded, type Question } from '../../server/bank/index.ts'
import { accepting, aQuestion, everyKind, near, rightAnswer } from '../support/quiz.ts'

const dealt = (question: Question, seed = 11) => deal(question, { shuffle: true, chance: seeded(seed), seed })
const answerTo = (question: Question, asked: ReturnType<typeof dealt>['asked']) => ({ ...noAnswer, ...rightAnswer(question as never, asked) }) as never

describe('the key of a changed question, for a sheet that was dealt before', () => {
  test.each(everyKind().map(question => [question.kind, question] as const))('%s: the same question has the same key, however it was mixed', (_, question) => {
    for (let seed = 1; seed < 20; seed++) {
      const { asked, key } = dealt(question, seed)
      expect(markQuestion(rekey(asked, question)!, answerTo(question, asked))).toBe(1)
      expect(rekey(asked, question)).toEqual(key)
    }
  })

  test('another choice is right, and it is known by its id wherever it stood', () => {
    const question = aQuestion('SINGLE_CHOICE')
    const { asked } = dealt(question)
    const after = { ...question, choices: question.choices.map((choice, at) => ({ ...choice, right: at === 1 })) }
    const key = rekey(asked, after)!
    expect(question.choices.map(({ id }) => markQuestion(key, { ...noAnswer, choices: [id] }))).toEqual([0, 1, 0])
  })
  test('another kind, one choice more, one less or another: it does not fit', () => {
    const question = aQuestion('SINGLE_CHOICE')
    const { asked } = dealt(question)
    expect(rekey(asked, { ...question, kind: 'MULTIPLE_CHOICE' })).toBeNull()
    expect(rekey(asked, { ...question, choices: [...question.choices, { id: 'more', text: 'Lagi', right: false, fraction: null }] })).toBeNull()
    expect(rekey(asked, { ...question, choices: question.choices.slice(0, 2) })).toBeNull()
    expect(rekey(asked, { ...question, choices: question.choices.map((choice, at) => (at === 2 ? { ...choice, id: 'other' } : choice)) })).toBeNull()
  })
  test('a number has another value or tolerance, not another unit beside its field', () => {
    const question = aQuestion('NUMERIC', near(80, 0, 'IKM'))
    const { asked } = dealt(question)
    expect(markQuestion(rekey(asked, { ...question, ...near(83, 1, 'IKM') })!, { ...noAnswer, number: 84 })).toBe(1)
    expect(rekey(asked, { ...question, ...near(83, 1, 'persen') })).toBeNull()
  })
  test('a formula is mended for the values each learner was shown', () => {
    const question = aQuestion('CALCULATED')
    const { asked } = dealt(question)
    const product = [...asked.text.matchAll(/\d+/g)].reduce((result, [digits]) => result * Number(digits), 1)
    const after = { ...question, calculated: { ...question.calculated!, formula: 'a * b' } }
    expect(markQuestion(rekey(asked, after)!, { ...noAnswer, number: product })).toBe(1)
  })
  test('a formula for other values than were shown does not fit; other words do, when the earlier ones are told', () => {
    const question = aQuestion('CALCULATED')
    const { asked } = dealt(question)
    const wider = { ...question.calculated!, variables: question.calculated!.variables.map(one => ({ ...one, max: 5000 })) }
    expect(rekey(asked, { ...question, calculated: wider }, [question.text])).toBeNull()
    const said = { ...question, text: '<p>Berapakah {a} ditambah {b}?</p>' }
    expect(rekey(asked, said)).toBeNull()
    expect(rekey(asked, said, [question.text])).not.toBeNull()
  })
  test('pairs are exchanged among what stood there; a match that nobody saw does not fit', () => {
    const question = aQuestion('MATCHING')
    const { asked } = dealt(question)
    const [one, two, three] = question.matching!.pairs as [any, any, any]
    const swapped = { ...question, matching: { ...question.matching!, pairs: [{ ...one, match: two.match }, { ...two, match: one.match }, three] } }
    const key = rekey(asked, swapped)!
    expect(markQuestion(key, answerTo(swapped, asked))).toBe(1)
    expect(markQuestion(key, answerTo(question, asked))).toBeCloseTo(1 / 3, 12)
    expect(rekey(asked, { ...question, matching: { ...question.matching!, pairs: [{ ...one, match: 'Baru' }, two, three] } })).toBeNull()
  })
  test('an order is put right; a gap accepts more; the number of either stays', () => {
    const ordering = aQuestion('ORDERING')
    const turned = { ...ordering, ordering: { ...ordering.ordering!, items: [...ordering.ordering!.items].reverse() } }
    expect(markQuestion(rekey(dealt(ordering).asked, turned)!, { ...noAnswer, order: turned.ordering.items.map(({ id }) => id) })).toBe(1)
    expect(rekey(dealt(ordering).asked, { ...ordering, ordering: { ...ordering.ordering!, items: ordering.ordering!.items.slice(1) } })).toBeNull()
    const cloze = aQuestion('CLOZE')
    const { asked } = dealt(cloze)
    const wider = { ...cloze, gaps: cloze.gaps.map(gap => (gap.kind === 'TEXT' ? { ...gap, ...accepting('Medan', 'Kota Medan') } : gap)) }
    const answer = answerTo(cloze, asked) as { gaps: { gap: string; text: string }[] }
    const said = { ...noAnswer, gaps: answer.gaps.map(gap => (gap.text === 'Medan' ? { ...gap, text: 'Kota Medan' } : gap)) }
    expect(markQuestion(rekey(asked, wider)!, said)).toBe(1)
    expect(rekey(asked, { ...cloze, gaps: cloze.gaps.slice(1) })).toBeNull()
  })
})
