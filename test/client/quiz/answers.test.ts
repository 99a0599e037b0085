import { describe, expect, test } from '@jest/globals'
import { isTyped, meant, sameAnswer, wordsIn } from '../../../client/quiz/answers.ts'
import { deskKeys, keyAt } from '../../../client/quiz/marking.ts'

describe('what an answer means', () => {
  test.each([
    ['nothing', {}, null], ['no picks', { choices: [] }, null], ['spaces', { text: '  ' }, null], ['false', { truth: false }, { truth: false }], ['zero', { number: 0 }, { number: 0 }],
    ['a number with its unit', { number: 2, unit: ' jam ' }, { number: 2, unit: 'jam' }], ['a unit alone', { unit: 'jam' }, null], ['no pairs', { pairs: [] }, null],
    ['an order', { order: ['b', 'a'] }, { order: ['b', 'a'] }], ['gaps that are filled', { gaps: [{ gap: 'g1', text: ' Medan ' }, { gap: 'g2', text: ' ' }] }, { gaps: [{ gap: 'g1', text: 'Medan' }] }], ['gaps that are empty', { gaps: [{ gap: 'g1', text: '' }] }, null],
  ])('%s', (_, answer, means) => expect(meant(answer)).toEqual(means))

  test.each([
    ['picks', { choices: ['a', 'b'] }, { choices: ['b', 'a'] }, true],
    ['pairs', { pairs: [{ stem: 'a', match: '1' }, { stem: 'b', match: '2' }] }, { pairs: [{ stem: 'b', match: '2' }, { stem: 'a', match: '1' }] }, true],
    ['other pairs', { pairs: [{ stem: 'a', match: '1' }] }, { pairs: [{ stem: 'a', match: '2' }] }, false],
    ['gaps', { gaps: [{ gap: 'a', text: 'x' }, { gap: 'b', text: 'y' }] }, { gaps: [{ gap: 'b', text: 'y' }, { gap: 'a', text: 'x' }] }, true],
    ['orders', { order: ['a', 'b'] }, { order: ['b', 'a'] }, false],
    ['units', { number: 1, unit: 'm' }, { number: 1, unit: 'cm' }, false],
    ['as the server has it', { choices: null, truth: null, text: 'a', number: null, unit: null, pairs: null, order: null, gaps: null }, { text: 'a' }, true],
  ])('%s in another order', (_, one, other, same) => expect(sameAnswer(one, other)).toBe(same))

  test('words are what stands between spaces', () => expect(['', '  ', 'satu', ' satu  dua\ntiga '].map(wordsIn)).toEqual([0, 0, 1, 3]))
  test('what is typed is saved when it rests', () => expect((['ESSAY', 'CLOZE', 'NUMERIC', 'MATCHING', 'ORDERING', 'SINGLE_CHOICE'] as const).filter(isTyped)).toEqual(['ESSAY', 'CLOZE', 'NUMERIC']))
})

describe('the marking desk', () => {
  test.each([['3', 3], ['0', 0], ['9', null], ['n', 'next'], ['ArrowRight', 'next'], ['p', 'previous'], ['ArrowLeft', 'previous'], ['w', 'waiting'], ['k', 'comment'], ['c', 'snippets'], ['Enter', 'save'], ['x', null], ['Tab', null]])(
    'where an answer is worth up to 5 points the key %s does %s', (key, act) => expect(keyAt(key, 5)).toBe(act))
  test('lists every key it knows', () => expect(deskKeys.map(([, what]) => what).sort()).toEqual(['comment', 'next', 'points', 'previous', 'save', 'snippets', 'waiting']))
})
