import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deal, isComplete, markOfTries, markQuestion, noAnswer, partsRight, readAnswer, rightAnswerOf, rightPart } from '../../server/bank/index.ts'
import { aQuestion, everyKind, rightAnswer } from '../support/quiz.ts'

const dealt = (question: ReturnType<typeof aQuestion>) => deal(question, { shuffle: false, chance: () => 0, seed: 1 })
const answerTo = (question: ReturnType<typeof aQuestion>) => {
  const { asked, key } = dealt(question)
  const reading = readAnswer(asked, rightAnswer(question, asked) as never)
  if (!reading.ok || !reading.answer) throw new Error('no answer')
  return { asked, key, answer: reading.answer }
}

describe('the right answer', () => {
  test.each(everyKind().map(question => [question.kind, question] as const))('to %s earns everything', (_, question) => {
    const { key, asked } = dealt(question)
    const right = rightAnswerOf(key)!
    expect(markQuestion(key, right)).toBe(1)
    expect(readAnswer(asked, { ...right, ...(asked.namesUnit ? {} : { unit: null }) })).toMatchObject({ ok: true })
  })
  test('of what people mark is not known', () => expect(rightAnswerOf({ kind: 'ESSAY' })).toBeNull())
  test('of weighed choices is the one that gives most', () => {
    const choices = ['a', 'b', 'c'].map((id, at) => ({ id, right: at > 0, fraction: [-0.5, 0.5, 1][at]! }))
    expect(rightAnswerOf({ kind: 'SINGLE_CHOICE', scoring: 'WEIGHTED', choices })).toMatchObject({ choices: ['c'] })
  })
})

describe('parts of an answer', () => {
  test('an answer with every part is complete; with one missing it is not', () => {
    for (const kind of ['MATCHING', 'CLOZE'] as const) {
      const { asked, answer } = answerTo(aQuestion(kind))
      expect(isComplete(asked, answer)).toBe(true)
      expect(isComplete(asked, { ...answer, pairs: answer.pairs?.slice(1) ?? null, gaps: answer.gaps?.slice(1) ?? null })).toBe(false)
    }
    expect(isComplete(answerTo(aQuestion('NUMERIC')).asked, null)).toBe(false)
  })
  test('of a right answer all parts are right, and all of it stays', () => {
    for (const [kind, of] of [['MULTIPLE_CHOICE', 2], ['MATCHING', 3], ['CLOZE', 3], ['ORDERING', 3]] as const) {
      const { key, answer } = answerTo(aQuestion(kind))
      expect(partsRight(key, answer)).toEqual({ right: of, of })
      expect(rightPart(key, answer)).toEqual(answer)
    }
  })
  test('who ticks more than there are right ones is not told how many are', () => {
    const { key, answer } = answerTo(aQuestion('MULTIPLE_CHOICE'))
    const wrong = key.kind === 'MULTIPLE_CHOICE' ? key.choices.find(({ right }) => !right)!.id : ''
    expect(partsRight(key, { ...answer, choices: [...answer.choices!, wrong] })).toBeNull()
    expect(partsRight(key, { ...answer, choices: [answer.choices![0]!, wrong] })).toEqual({ right: 1, of: 2 })
    expect(rightPart(key, { ...answer, choices: [answer.choices![0]!, wrong] })).toEqual({ ...noAnswer, choices: [answer.choices![0]!] })
    expect(rightPart(key, { ...noAnswer, choices: [wrong] })).toBeNull()
  })
  test('what is left of an answer never earns less by what is right in it', () => fc.assert(fc.property(fc.subarray(['a', 'b', 'c'], { minLength: 1 }), picked => {
    const question = aQuestion('MULTIPLE_CHOICE')
    const { key } = dealt(question)
    const choices = question.choices.filter((_, at) => picked.includes('abc'[at]!)).map(({ id }) => id)
    const left = rightPart(key, { ...noAnswer, choices })
    expect(markQuestion(key, left)!).toBeGreaterThanOrEqual(markQuestion(key, { ...noAnswer, choices })!)
  })))
})

describe('several tries at a matching question', () => {
  const key = { kind: 'MATCHING' as const, matching: { right: ['a', 'b', 'c', 'd'].map(stem => ({ stem, matches: [stem] })) } }
  const pairs = (said: string) => ({ ...noAnswer, pairs: [...said].map((match, at) => ({ stem: 'abcd'[at]!, match })) })
  test.each([[['abcd'], 1], [['abdc', 'abcd'], (1 + 1 + 0.75 + 0.75) / 4], [['bacd', 'abdc'], (0.75 + 0.75) / 4], [['dcba', 'dcba', 'abcd'], 0.5], [[], 0]])('%j earn %d of 1, a quarter a try', (said, mark) => {
    expect(markOfTries(key, said.map(pairs), 0.25)).toBeCloseTo(mark, 12)
  })
})
