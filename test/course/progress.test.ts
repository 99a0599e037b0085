import { describe, expect, test } from '@jest/globals'
import { lessonTally, nextOf, progressOf } from '../../server/course/domain/progress.ts'

const lesson = (_id: string, required = true) => ({ _id, required })
const [a, b, extra, c] = [lesson('a'), lesson('b'), lesson('extra', false), lesson('c')]
const lessons = [a, b, extra, c]

describe('progress', () => {
  test.each([
    ['nothing done', [], 0],
    ['one of three', ['a'], 1 / 3],
    ['what is not required counts for nothing', ['extra'], 0],
    ['a lesson taken out since counts for nothing', ['gone', 'a'], 1 / 3],
    ['done twice counts once', ['a', 'a'], 1 / 3],
    ['all that is required', ['c', 'b', 'a'], 1],
  ])('%s', (_, done, share) => expect(progressOf({ done }, lessons)).toBe(share))

  test('a course that requires nothing is done', () => expect(progressOf({ done: [] }, [extra])).toBe(1))
  test('tells how many of how many', () => expect(lessonTally({ done: ['a', 'extra'] }, lessons)).toEqual({ required: 3, done: 1 }))
})

describe('what is next', () => {
  test.each([
    ['the first at first', [], null, 'a'],
    ['the one last opened while it is not done', [], 'b', 'b'],
    ['the one after what was done last', ['b'], 'b', 'c'],
    ['the first one skipped, when nothing is left after', ['b', 'c'], 'c', 'a'],
    ['the first when the last one opened is gone', ['a'], 'gone', 'b'],
    ['past what is not required', ['a', 'b'], 'extra', 'c'],
    ['nothing when all is done', ['a', 'b', 'c'], 'c', undefined],
  ])('%s', (_, done, lastLesson, next) => expect(nextOf({ done, lastLesson }, lessons)?._id).toBe(next))
})
