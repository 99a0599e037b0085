import { describe, expect, test } from '@jest/globals'
import { draftOf, gapsIn, inputOf, kinds } from '../../../client/bank/body.ts'

const key = { value: 1.5, tolerance: 0.1, toleranceKind: 'RELATIVE' as const, unit: 'm', units: [{ name: 'cm', multiplier: 0.01 }], unitPenalty: 0.2 }
const body = {
  id: 'q', kind: 'SINGLE_CHOICE' as const, text: '<p>[[g1]]</p>', points: 2, feedback: '<p>u</p>', scoring: 'WEIGHTED' as const, right: false, caseSensitive: true,
  choices: [{ id: 'a', text: 'A', right: true, fraction: 1, media: null, feedback: '<p>ya</p>' }, { id: 'b', text: 'B', right: false, fraction: -0.25, feedback: '', media: { file: 'm', kind: 'PICTURE' as const, alternative: 'Pintu', url: '/m' } }], patterns: [{ text: 'x*', fraction: 0.5, feedback: '<p>x</p>' }], number: key,
  matching: { pairs: [{ id: 'p', stem: 's', match: 'm' }], distractors: ['d'] }, ordering: { items: [{ id: 'i', text: 't' }], scoring: 'PAIRS' as const },
  gaps: [{ id: 'g1', kind: 'NUMBER' as const, weight: 2, patterns: [], number: key, choices: [] }],
  calculated: { variables: [{ name: 'a', min: 1, max: 2, decimals: 1 }], formula: 'a', variants: 5, answer: key }, essay: { minWords: 1, maxWords: 9, template: 'k' }, file: { maxFiles: 2, accept: ['PDF' as const] },
  hints: [{ text: '<p>h</p>', clearWrong: true, showCount: false }], outcomeFeedback: { right: '<p>r</p>', partly: '<p>p</p>', wrong: '' },
  hotspot: { image: 'f', url: '/f', alternative: 'Denah', picks: 1, zones: [{ id: 'z', label: 'Loket', x: 1, y: 2, width: 3, height: 4, right: true }] },
}

describe('a question in its form', () => {
  test.each(kinds)('%s is sent as it was read', kind => {
    const { text, points, feedback } = body
    const { feedback: _, ...second } = body.choices[1]!
    const choices = [{ id: 'a', text: 'A', right: true, fraction: 1, feedback: '<p>ya</p>' }, { ...second, media: { file: 'm', alternative: 'Pintu' } }]
    const shared = { kind, text, points, feedback }
    const expected = {
      SINGLE_CHOICE: { scoring: 'WEIGHTED', choices }, MULTIPLE_CHOICE: { scoring: 'WEIGHTED', choices }, TRUE_FALSE: { right: false },
      SHORT_ANSWER: { patterns: body.patterns, caseSensitive: true }, NUMERIC: { number: key }, MATCHING: { matching: body.matching }, ORDERING: { ordering: body.ordering },
      CLOZE: { caseSensitive: true, gaps: body.gaps }, CALCULATED: { calculated: body.calculated }, ESSAY: { essay: body.essay }, FILE: { file: body.file },
      HOTSPOT: { hotspot: { image: 'f', alternative: 'Denah', picks: 1, zones: body.hotspot.zones } },
    }[kind]
    const hints = kind === 'ESSAY' || kind === 'FILE' ? {} : { hints: body.hints, outcomeFeedback: { ...body.outcomeFeedback, ...(kind === 'TRUE_FALSE' ? { partly: '' } : {}) } }
    expect(inputOf(draftOf({ ...body, kind }))).toEqual({ ...shared, ...hints, ...expected })
  })
  test('a new one begins as a single choice with room for two', () => expect(draftOf(undefined)).toMatchObject({ kind: 'SINGLE_CHOICE', points: 1, choices: [{ right: true }, { right: false }] }))
  test('rows left empty are not sent', () => {
    const draft = draftOf({ ...body, kind: 'SHORT_ANSWER' })
    draft.patterns.push({ key: 99, text: '  ', fraction: 100, feedback: '' })
    expect(inputOf(draft).patterns).toEqual(body.patterns)
  })
})

test.each([['<p>[[a]] dan [[b-1]]</p>', ['a', 'b-1']], ['[[a]] [[a]]', ['a']], ['[a] [[ ]]', []]])('gaps in %s', (text, names) => expect(gapsIn(text)).toEqual(names))
