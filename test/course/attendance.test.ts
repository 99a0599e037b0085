import { describe, expect, test } from '@jest/globals'
import { attendanceOf, markPresent } from '../../server/course/domain/attendance.ts'

describe('attendance', () => {
  test.each([
    ['no meeting', [], null],
    ['none recorded', [{ hours: 4, present: null }], null],
    ['there all the time', [{ hours: 4, present: ['a'] }, { hours: 6, present: ['b', 'a'] }], 1],
    ['weighed by JP, not by meetings', [{ hours: 2, present: ['a'] }, { hours: 6, present: ['b'] }], 0.25],
    ['what is not recorded yet does not count', [{ hours: 4, present: ['a'] }, { hours: 6, present: null }], 1],
    ['recorded, and nobody came', [{ hours: 4, present: [] }], 0],
  ])('%s', (_, meetings, share) => expect(attendanceOf('a', meetings)).toBe(share))
})

describe('marking', () => {
  test.each([
    ['at first nobody was there', null, [], []],
    ['those marked present', null, [{ person: 'a', present: true }, { person: 'b', present: false }], ['a']],
    ['the others stay as they were', ['a', 'b'], [{ person: 'c', present: true }], ['a', 'b', 'c']],
    ['a mark taken back', ['a', 'b'], [{ person: 'a', present: false }], ['b']],
    ['marked twice', ['a'], [{ person: 'a', present: true }], ['a']],
    ['the last mark counts', null, [{ person: 'a', present: true }, { person: 'a', present: false }], []],
  ])('%s', (_, before, marks, present) => expect(markPresent(before, marks)).toEqual(present))
})
