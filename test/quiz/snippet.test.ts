import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { freeSlot, newlyUsed } from '../../server/quiz/domain/snippets.ts'

test('a free place is the lowest that nobody has, or none', () => fc.assert(fc.property(fc.uniqueArray(fc.nat(9)), taken => {
  const slot = freeSlot(taken, 10)
  if (taken.length === 10) expect(slot).toBeNull()
  else expect(slot).toBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find(one => !taken.includes(one)))
})))

test.each([
  ['written now', 'Baik. Sebutkan pasalnya.', '', 1],
  ['there before', 'Sebutkan pasalnya. Rapi.', 'Sebutkan pasalnya.', 0],
  ['taken out', 'Rapi.', 'Sebutkan pasalnya.', 0],
])('a remark that is %s counts so often', (_, comment, before, count) => expect(newlyUsed([{ text: 'Sebutkan pasalnya.' }], comment, before)).toHaveLength(count))
