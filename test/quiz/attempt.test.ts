import { describe, expect, test } from '@jest/globals'
import { unreachable } from '../../server/lib/transitions.ts'
import { readAnswer, sameAnswer } from '../../server/quiz/domain/answer.ts'
import { attemptMoves, deal, endsAt, isOver, score, shuffled } from '../../server/quiz/domain/attempt.ts'
import { faultsOf } from '../../server/quiz/domain/faults.ts'
import { aQuestion, oneOfEach, rightAnswer } from '../support/quiz.ts'

const at = (time: string) => new Date(`2026-03-02T${time}Z`)

describe('when an attempt ends', () => {
  test('with its time', () => expect(endsAt(at('08:00:00'), 30, at('17:00:00'))).toEqual(at('08:30:00')))
  test('with its class, when that is sooner', () => expect(endsAt(at('16:50:00'), 30, at('17:00:00'))).toEqual(at('17:00:00')))
  test('with its class, when there is no limit', () => expect(endsAt(at('08:00:00'), null, at('17:00:00'))).toEqual(at('17:00:00')))
  test('the last instant is in time, the next is not', () => {
    expect(isOver({ endsAt: at('08:30:00') }, at('08:30:00'))).toBe(false)
    expect(isOver({ endsAt: at('08:30:00') }, at('08:30:00.001'))).toBe(true)
    expect(isOver({ endsAt: null }, at('08:30:00'))).toBe(false)
  })
  test('every state is reached', () => expect(unreachable(attemptMoves, 'IN_PROGRESS')).toEqual([]))
})

describe('dealing questions', () => {
  const questions = oneOfEach()
  test('what is dealt holds no key', () => {
    const text = JSON.stringify(deal(questions, true, Math.random).asked)
    expect(text).not.toMatch(/right|accepted|value|tolerance|feedback|Ombudsman|83\.33/)
  })
  test('without shuffling the order is the author’s', () => {
    const { asked } = deal(questions, false, () => { throw new Error('no chance') })
    expect(asked.map(({ id }) => id)).toEqual(questions.map(({ id }) => id))
    expect(asked[0]!.choices.map(({ id }) => id)).toEqual(questions[0]!.choices.map(({ id }) => id))
  })
  test('keys come in the order of the questions', () => {
    const { asked, keys } = deal(questions, true, Math.random)
    expect(keys.map(({ id }) => id)).toEqual(asked.map(({ id }) => id))
  })
  test('shuffling loses nothing, changes nothing, and puts each in each place alike', () => {
    const things = ['a', 'b', 'c']
    const first = { a: 0, b: 0, c: 0 } as Record<string, number>
    let seed = 1
    const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647
    for (let round = 0; round < 3000; round++) {
      const order = shuffled(things, chance)
      expect([...order].sort()).toEqual(things)
      first[order[0]!]!++
    }
    for (const times of Object.values(first)) expect(times).toBeGreaterThan(850)
    expect(things).toEqual(['a', 'b', 'c'])
  })
  test('right answers to what was dealt make a full mark, blanks none', () => {
    const { asked, keys } = deal(questions, true, Math.random)
    const answers = asked.map(question => {
      const reading = readAnswer(question, rightAnswer(questions.find(({ id }) => id === question.id)!))
      return { id: question.id, points: question.points, answer: reading.ok ? reading.answer : null }
    })
    expect(score(answers, keys, 0.7)).toMatchObject({ mark: 1, passed: true })
    expect(score(answers.map(one => ({ ...one, answer: null })), keys, 0.7)).toMatchObject({ mark: 0, passed: false })
  })
})

describe('what is an answer', () => {
  const [single, multiple, truth, short, number] = oneOfEach() as ReturnType<typeof oneOfEach> & { length: 5 }
  const known = single!.choices.map(({ id }) => id)
  test.each([
    ['a choice', single!, { choices: [known[0]!] }, { ok: true }],
    ['two picks of one', single!, { choices: known.slice(0, 2) }, { ok: false, why: 'KIND' }],
    ['a choice of nowhere', single!, { choices: ['x'] }, { ok: false, why: 'UNKNOWN_CHOICE' }],
    ['a choice of another question', multiple!, { choices: [known[0]!] }, { ok: false, why: 'UNKNOWN_CHOICE' }],
    ['text for a choice', single!, { text: 'a' }, { ok: false, why: 'KIND' }],
    ['a choice and text', single!, { choices: [known[0]!], text: 'a' }, { ok: false, why: 'KIND' }],
    ['a choice for true or false', truth!, { choices: [] }, { ok: false, why: 'KIND' }],
    ['endless', number!, { number: Infinity }, { ok: false, why: 'KIND' }],
    ['nothing', short!, {}, { ok: true, answer: null }],
    ['nulls', short!, { choices: null, text: null, truth: null, number: null }, { ok: true, answer: null }],
    ['spaces', short!, { text: '  ' }, { ok: true, answer: null }],
    ['no picks', multiple!, { choices: [] }, { ok: true, answer: null }],
    ['false is an answer', truth!, { truth: false }, { ok: true, answer: { choices: null, truth: false, text: null, number: null } }],
    ['so is zero', number!, { number: 0 }, { ok: true, answer: { choices: null, truth: null, text: null, number: 0 } }],
  ])('%s', (_, question, given, reading) => expect(readAnswer(question, given)).toMatchObject(reading))

  test('the same picks in another order are the same answer', () => {
    const of = (...choices: string[]) => ({ choices, truth: null, text: null, number: null })
    expect(sameAnswer(of('a', 'b'), of('b', 'a'))).toBe(true)
    expect(sameAnswer(of('a'), of('b'))).toBe(false)
    expect(sameAnswer(null, null)).toBe(true)
    expect(sameAnswer(null, of('a'))).toBe(false)
  })
})

describe('what a question lacks', () => {
  const choices = (...right: boolean[]) => right.map((one, place) => ({ id: `${place}`, text: `Pilihan ${place}`, right: one }))
  test.each([
    ['nothing right', aQuestion('SINGLE_CHOICE', { choices: choices(false, false) }), ['NO_RIGHT_CHOICE']],
    ['two right of one', aQuestion('SINGLE_CHOICE', { choices: choices(true, true) }), ['ONE_RIGHT_CHOICE']],
    ['nothing right of many', aQuestion('MULTIPLE_CHOICE', { choices: choices(false, false) }), ['NO_RIGHT_CHOICE']],
    ['no choice', aQuestion('SINGLE_CHOICE', { choices: choices(true) }), ['TOO_FEW_CHOICES']],
    ['twice the same', aQuestion('MULTIPLE_CHOICE', { choices: [{ id: '1', text: 'Ya', right: true }, { id: '2', text: 'ya', right: false }] }), ['NOT_UNIQUE']],
    ['neither true nor false', aQuestion('TRUE_FALSE', { right: null }), ['REQUIRED']],
    ['nothing accepted', aQuestion('SHORT_ANSWER', { accepted: [] }), ['NO_ACCEPTED_ANSWER']],
    ['anything accepted', aQuestion('SHORT_ANSWER', { accepted: ['**'] }), ['NO_ACCEPTED_ANSWER']],
    ['no number', aQuestion('NUMERIC', { value: null }), ['NO_VALUE']],
    ['zero is a number', aQuestion('NUMERIC', { value: 0 }), []],
  ])('%s', (_, question, codes) => expect(faultsOf(question).map(({ code }) => code)).toEqual(codes))
  test.each(oneOfEach())('nothing: $kind', question => expect(faultsOf(question)).toEqual([]))
})
