import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { faultsOf, noAnswer, readAnswer, sameAnswer, shuffled } from '../../server/bank/index.ts'
import { deal, endsAt, score, wholeOf } from '../../server/quiz/domain/attempt.ts'
import { todaysKey, todaysQuestion } from '../../server/quiz/domain/former.ts'
import { accepting, near, aQuestion, everyKind, oneOfEach, rightAnswer } from '../support/quiz.ts'

const at = (time: string) => new Date(`2026-03-02T${time}Z`)

describe('when an attempt ends', () => {
  test('with its time', () => expect(endsAt(at('08:00:00'), 30, at('17:00:00'))).toEqual(at('08:30:00')))
  test('with its class, when that is sooner', () => expect(endsAt(at('16:50:00'), 30, at('17:00:00'))).toEqual(at('17:00:00')))
  test('with its class, when there is no limit', () => expect(endsAt(at('08:00:00'), null, at('17:00:00'))).toEqual(at('17:00:00')))
})

const chanced = { shuffle: true, chance: Math.random, seed: 7 }
const plainly = { ...chanced, shuffle: false }
/** The key of a matching question that was dealt m1, m2, …, and so on: what tells what is right. */
const asAnswered = (questions: ReturnType<typeof oneOfEach>, { asked }: ReturnType<typeof deal>) => asked.map(dealt => {
  const reading = readAnswer(dealt, rightAnswer(questions.find(({ id }) => id === dealt.id)!, dealt) as never)
  return { id: dealt.id, points: dealt.points, answer: reading.ok ? reading.answer : null }
})

describe('dealing questions', () => {
  const questions = [...everyKind(), aQuestion('ESSAY')]
  test('what is dealt holds no key', () => {
    const text = JSON.stringify(deal(questions, chanced).asked)
    expect(text).not.toMatch(/right|fraction|patterns|number"|tolerance|formula|feedback|pairs|Ombudsman|83\.33|Medan/)
  })
  test('a gap that was named by its answer does not tell it', () => {
    const { asked: [asked] } = deal([aQuestion('CLOZE', { text: '<p>[[Medan]] [[b]]</p>', gaps: ['b', 'Medan'].map(id => ({ id, kind: 'TEXT' as const, weight: 1, ...accepting(id), number: null, choices: [] })) })], chanced)
    expect(asked).toMatchObject({ text: '<p>[[g1]] [[g2]]</p>', gaps: [{ id: 'g1' }, { id: 'g2' }] })
  })
  test('without shuffling the order is the author’s', () => {
    const { asked } = deal(questions, plainly)
    expect(asked.map(({ id }) => id)).toEqual(questions.map(({ id }) => id))
    expect(asked[0]!.choices.map(({ id }) => id)).toEqual(questions[0]!.choices.map(({ id }) => id))
  })
  test('keys come in the order of the questions', () => {
    const { asked, keys } = deal(questions, chanced)
    expect(keys.map(({ id }) => id)).toEqual(asked.map(({ id }) => id))
  })
  test('the seed alone says which variant is dealt: the same again, whatever the order', () => {
    const variantOf = (options: typeof chanced) => deal(questions, options).asked.find(({ kind }) => kind === 'CALCULATED')!
    fc.assert(fc.property(fc.nat(2 ** 31 - 1), seed => {
      const [one, other] = [variantOf({ ...chanced, seed }), variantOf({ ...plainly, seed })]
      expect([one.variant, one.text]).toEqual([other.variant, other.text])
    }), { numRuns: 50 })
    expect(new Set(Array.from({ length: 40 }, (_, seed) => variantOf({ ...plainly, seed }).variant)).size).toBeGreaterThan(10)
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
    const machine = everyKind()
    const dealt = deal(machine, chanced)
    const answers = asAnswered(machine, dealt)
    expect(score(answers, dealt.keys, 0.7)).toMatchObject({ mark: 1, passed: true })
    expect(score(answers.map(one => ({ ...one, answer: null })), dealt.keys, 0.7)).toMatchObject({ mark: 0, passed: false })
  })
  test('shuffling changes no mark, whatever is answered', () => fc.assert(fc.property(fc.nat(1e6), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (seed, known) => {
    const machine = everyKind()
    const markOf = (options: typeof chanced) => {
      const dealt = deal(machine, options)
      const answers = asAnswered(machine, dealt).map(one => (known[machine.findIndex(({ id }) => id === one.id)] ? one : { ...one, answer: null }))
      return score(answers, dealt.keys, 0.7).mark
    }
    expect(markOf({ ...chanced, seed })).toBeCloseTo(markOf({ ...plainly, seed })!, 12)
  }), { numRuns: 50 }))
})

describe('what waits for people', () => {
  const questions = [aQuestion('TRUE_FALSE'), aQuestion('ESSAY', { points: 3 })]
  const dealt = deal(questions, plainly)
  const answers = asAnswered(questions, dealt)
  test('has no mark, and neither has the whole', () => {
    expect(score(answers, dealt.keys, 0.7)).toMatchObject({ mark: null, passed: null, questions: [{ mark: 1 }, { mark: null }] })
  })
  test('unless it is blank: nothing said earns nothing', () => {
    expect(score([answers[0]!, { ...answers[1]!, answer: null }], dealt.keys, 0.7)).toMatchObject({ mark: 0.25, passed: false })
  })
  test('the whole is weighed when all of it has a mark', () => {
    expect(wholeOf([{ points: 1, mark: 1 }, { points: 3, mark: 0.5 }], 0.6)).toEqual({ mark: 0.625, passed: true })
    expect(wholeOf([{ points: 1, mark: 1 }, { points: 3, mark: null }], 0.6)).toEqual({ mark: null, passed: null })
  })
})

describe('questions and keys written before each kind had a part', () => {
  const former = { id: 'q', kind: 'SHORT_ANSWER' as const, text: '<p>x</p>', points: 2, feedback: '', right: null, choices: [], accepted: ['Medan'], value: null, tolerance: null, unit: null }
  test.each([
    [former, { patterns: [{ text: 'Medan', fraction: 1 }], outcome: null }],
    [{ ...former, kind: 'NUMERIC' as const, accepted: [], value: 9, tolerance: 0.5, unit: 'm' }, { number: { value: 9, tolerance: 0.5, unit: 'm', toleranceKind: 'NOMINAL' } }],
    [{ ...former, kind: 'SINGLE_CHOICE' as const, accepted: [], choices: [{ id: 'a', text: 'A', right: true }] }, { choices: [{ id: 'a', right: true, fraction: null }], scoring: 'HITS_LESS_MISSES' }],
  ])('are read as what they are: $kind', (stored, today) => expect(todaysQuestion(stored)).toMatchObject(today))
  test('what is written today stays', () => {
    const question = aQuestion('CLOZE')
    expect(todaysQuestion(question)).toBe(question)
  })
  test.each([
    [{ kind: 'SINGLE_CHOICE' as const, right: ['b'] }, { choices: ['b'] }], [{ kind: 'SHORT_ANSWER' as const, accepted: ['Medan'] }, { text: 'medan' }],
    [{ kind: 'NUMERIC' as const, value: 9, tolerance: 0 }, { number: 9 }],
  ])('keys mark as they did: $kind', (key, answer) => {
    const today = todaysKey({ id: 'q', key, feedback: '' }, { choices: [{ id: 'a' }, { id: 'b' }] })
    expect(score([{ id: 'q', points: 1, answer: { ...noAnswer, ...answer } }], [today], 0.7).mark).toBe(1)
    expect(todaysKey(today, undefined)).toEqual(today)
  })
  test('a key of today stays', () => {
    for (const { key } of deal(everyKind(), chanced).keys) expect(todaysKey({ id: 'q', key, feedback: '' }, undefined).key).toEqual(key)
  })
})

describe('what is an answer', () => {
  const [single, multiple, truth, short, number] = deal(oneOfEach(), plainly).asked
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
    ['false is an answer', truth!, { truth: false }, { ok: true, answer: { ...noAnswer, truth: false } }],
    ['so is zero', number!, { number: 0 }, { ok: true, answer: { ...noAnswer, number: 0 } }],
  ])('%s', (_, question, given, reading) => expect(readAnswer(question, given)).toMatchObject(reading))

  test('the same picks in another order are the same answer', () => {
    const of = (...choices: string[]) => ({ ...noAnswer, choices })
    expect(sameAnswer(of('a', 'b'), of('b', 'a'))).toBe(true)
    expect(sameAnswer(of('a'), of('b'))).toBe(false)
    expect(sameAnswer(null, null)).toBe(true)
    expect(sameAnswer(null, of('a'))).toBe(false)
  })
})

describe('what a question lacks', () => {
  const choices = (...right: boolean[]) => right.map((one, place) => ({ id: `${place}`, text: `Pilihan ${place}`, right: one, fraction: null }))
  test.each([
    ['nothing right', aQuestion('SINGLE_CHOICE', { choices: choices(false, false) }), ['NO_RIGHT_CHOICE']],
    ['two right of one', aQuestion('SINGLE_CHOICE', { choices: choices(true, true) }), ['ONE_RIGHT_CHOICE']],
    ['nothing right of many', aQuestion('MULTIPLE_CHOICE', { choices: choices(false, false) }), ['NO_RIGHT_CHOICE']],
    ['no choice', aQuestion('SINGLE_CHOICE', { choices: choices(true) }), ['TOO_FEW_CHOICES']],
    ['twice the same', aQuestion('MULTIPLE_CHOICE', { choices: [{ id: '1', text: 'Ya', right: true, fraction: null }, { id: '2', text: 'ya', right: false, fraction: null }] }), ['NOT_UNIQUE']],
    ['neither true nor false', aQuestion('TRUE_FALSE', { right: null }), ['REQUIRED']],
    ['nothing accepted', aQuestion('SHORT_ANSWER', { patterns: [] }), ['NO_ACCEPTED_ANSWER']],
    ['anything accepted', aQuestion('SHORT_ANSWER', accepting('**')), ['NO_ACCEPTED_ANSWER']],
    ['no number', aQuestion('NUMERIC', { number: null }), ['NO_VALUE']],
    ['zero is a number', aQuestion('NUMERIC', near(0)), []],
  ])('%s', (_, question, codes) => expect(faultsOf(question).map(({ code }) => code)).toEqual(codes))
  test.each(everyKind())('nothing: $kind', question => expect(faultsOf(question)).toEqual([]))
})
