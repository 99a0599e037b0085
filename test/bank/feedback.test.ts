import { describe, expect, test } from '@jest/globals'
import { noAnswer } from '../../server/bank/domain/answer.ts'
import { deal, type Key } from '../../server/bank/domain/deal.ts'
import { faultsOf } from '../../server/bank/domain/faults.ts'
import { isEverPartly, specificFeedback } from '../../server/bank/domain/feedback.ts'
import { mediaOf, withAddresses } from '../../server/bank/domain/media.ts'
import { questionKinds, type Question } from '../../server/bank/domain/question.ts'
import { rekey } from '../../server/bank/domain/rekey.ts'
import { readBody } from '../../server/bank/input.ts'
import { aNumber, aQuestionOf } from './questions.ts'

const outcomeFeedback = { right: '<p>tepat</p>', partly: '<p>hampir</p>', wrong: '<p>belum</p>' }
const told = <T extends { id: string }>(list: readonly T[]) => list.map(one => ({ ...one, feedback: `<p>tentang ${one.id}</p>` }))
const dealt = (question: Question) => deal(question, { shuffle: false, chance: () => 0, seed: 0 })
const keyOf = (question: Question): Key => dealt(question).key
const several = aQuestionOf('MULTIPLE_CHOICE', { choices: told(aQuestionOf('MULTIPLE_CHOICE').choices) })
const short = aQuestionOf('SHORT_ANSWER', { patterns: [{ text: 'Medan', fraction: 1, feedback: 'a' }, { text: 'M*', fraction: 0.5, feedback: 'b' }, { text: 'X', fraction: 0 }, { text: 'X*', fraction: 0, feedback: 'c' }] })

describe('what is said of an answer', () => {
  test('of several choices, what belongs to those that were taken', () =>
    expect(specificFeedback(keyOf(several), null, { ...noAnswer, choices: ['c', 'a'] }, 'PARTIAL')).toEqual({ choices: [{ choice: 'a', text: '<p>tentang a</p>' }, { choice: 'c', text: '<p>tentang c</p>' }], answer: null, outcome: null }))
  test.each([['medan', 'a'], ['Maluku', 'b'], ['Xy', 'c'], ['x', null], ['lain', null]])('of the text %s, what belongs to the pattern that fits first', (text, answer) =>
    expect(specificFeedback(keyOf(short), null, { ...noAnswer, text }, 'WRONG')?.answer ?? null).toBe(answer))
  test.each([['RIGHT', '<p>tepat</p>'], ['PARTIAL', '<p>hampir</p>'], ['WRONG', '<p>belum</p>'], ['NEEDS_MARKING', undefined], ['GAVE_UP', undefined], [null, undefined]])('by outcome %s', (outcome, said) =>
    expect(specificFeedback({ kind: 'TRUE_FALSE', truth: true }, outcomeFeedback, { ...noAnswer, truth: true }, outcome)?.outcome).toBe(said))
  test('of a blank answer nothing is said, nor where its author says nothing', () => {
    expect(specificFeedback(keyOf(several), outcomeFeedback, null, 'WRONG')).toBeNull()
    expect(specificFeedback(keyOf(aQuestionOf('SINGLE_CHOICE')), undefined, { ...noAnswer, choices: ['a'] }, 'RIGHT')).toBeNull()
    expect(specificFeedback(keyOf(short), { ...outcomeFeedback, wrong: '' }, { ...noAnswer, text: 'lain' }, 'WRONG')).toBeNull()
  })
})

describe('feedback belongs to the key', () => {
  test.each([several, short])('nothing of it is in what is asked: $kind', question => expect(JSON.stringify(dealt({ ...question, outcomeFeedback }).asked)).not.toMatch(/feedback|tentang|tepat/))
  test('a key judged anew says what the changed question says', () => {
    const changed = { ...several, choices: several.choices.map(one => ({ ...one, feedback: '<p>baru</p>' })) }
    expect(specificFeedback(rekey(dealt(several).asked, changed)!, null, { ...noAnswer, choices: ['b'] }, 'PARTIAL')?.choices).toEqual([{ choice: 'b', text: '<p>baru</p>' }])
  })
  test('a key without any is what it always was', () => expect(keyOf(aQuestionOf('SINGLE_CHOICE'))).toEqual({ kind: 'SINGLE_CHOICE', scoring: 'HITS_LESS_MISSES', choices: [{ id: 'a', right: true, fraction: null }, { id: 'b', right: false, fraction: null }, { id: 'c', right: false, fraction: null }] }))
})

describe('as its author writes it', () => {
  const written = (question: Question, more: object = {}, known?: Map<string, 'PICTURE'>) => {
    const { id: _, ...body } = question
    return readBody({ ...body, outcomeFeedback, ...more } as never, 'q', question, 'input', known)
  }
  test('it is cleaned, and absent where it is nothing', () => {
    const [a, b] = written(aQuestionOf('SINGLE_CHOICE'), { choices: ['<p>x<script>y</script></p>', ' ', null].map((feedback, at) => ({ id: null, text: `P${at}`, right: at === 0, feedback })) }).choices
    expect([a!.feedback, Object.keys(b!)]).toEqual(['<p>x</p>', expect.not.arrayContaining(['feedback'])])
    expect(written(aQuestionOf('NUMERIC'), { outcomeFeedback: { right: '', partly: '', wrong: ' ' } })).not.toHaveProperty('outcomeFeedback')
    expect(written(aQuestionOf('NUMERIC'), { outcomeFeedback: null })).not.toHaveProperty('outcomeFeedback')
  })
  test('a gap keeps none', () => {
    const cloze = aQuestionOf('CLOZE')
    const gaps = cloze.gaps.map(gap => ({ ...gap, patterns: gap.patterns.map(one => ({ ...one, feedback: 'x' })), choices: told(gap.choices) }))
    expect(JSON.stringify(written(cloze, { gaps }).gaps)).not.toContain('feedback')
  })
  test.each(questionKinds.map(kind => [kind] as const))('%s keeps by outcome what its answers can be', kind => {
    const question = aQuestionOf(kind, kind === 'HOTSPOT' ? { hotspot: { ...aQuestionOf(kind).hotspot!, image: 'f'.repeat(24) } } : {})
    const kept = written(question).outcomeFeedback
    if (kind === 'ESSAY' || kind === 'FILE') expect(kept).toBeUndefined()
    else expect(kept).toEqual({ ...outcomeFeedback, partly: ['TRUE_FALSE', 'NUMERIC', 'CALCULATED'].includes(kind) ? '' : '<p>hampir</p>' })
  })
  test('a number whose unit counts can be right in part', () => expect(isEverPartly(aQuestionOf('NUMERIC', { number: aNumber(1, { unit: 'm', units: [{ name: 'cm', multiplier: 0.01 }] }) }))).toBe(true))
  test.each([
    ['one answer', { choices: ['a', 'b'].map((text, at) => ({ text, right: at === 0, feedback: 'x'.repeat(3001) })) }, 'choices.0.feedback'],
    ['all answers together', { choices: Array.from({ length: 10 }, (_, at) => ({ text: `p${at}`, right: at === 0, feedback: 'x'.repeat(2900) })) }, 'feedback'],
  ])('too much said of %s is refused', (_, more, field) => {
    expect(() => written(aQuestionOf('SINGLE_CHOICE'), more)).toThrow(expect.objectContaining({ faults: expect.arrayContaining([expect.objectContaining({ code: 'TOO_LONG', field: `input.${field}` })]) }))
  })
  test('pictures in it are the question’s: known, addressed, with words', () => {
    const file = 'a'.repeat(24)
    const picture = (words: string) => `<p><img data-file="${file}" alt="${words}" /></p>`
    const question = { ...short, patterns: [{ ...short.patterns[0]!, feedback: picture('Peta') }], outcomeFeedback: { ...outcomeFeedback, wrong: picture('') } }
    expect([...mediaOf(question).keys()]).toEqual([file])
    expect(faultsOf(question)).toEqual([{ code: 'NO_WORDS', field: 'outcomeFeedback.wrong' }])
    expect(withAddresses(question, '/x').patterns[0]!.feedback).toContain(`src="/x/${file}"`)
    expect(withAddresses({ text: '', specificFeedback: { choices: [], answer: picture('Peta'), outcome: null } }, '/x').specificFeedback.answer).toContain(`src="/x/${file}"`)
    const bare = written(aQuestionOf('SHORT_ANSWER'), { patterns: [{ text: 'a', fraction: 1, feedback: picture('Peta') }] })
    expect(bare.patterns[0]).not.toHaveProperty('feedback.img')
    expect(JSON.stringify(bare)).not.toContain(file)
    expect(JSON.stringify(written(aQuestionOf('SHORT_ANSWER'), { patterns: [{ text: 'a', fraction: 1, feedback: picture('Peta') }] }, new Map([[file, 'PICTURE']])))).toContain(file)
  })
})
