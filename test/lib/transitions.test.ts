import { expect, test } from '@jest/globals'
import { move, movesFrom, unreachable, type Transitions } from '../../server/lib/transitions.ts'

type Door = 'OPEN' | 'SHUT' | 'LOCKED' | 'LOST'
const door: Transitions<Door, 'open' | 'shut' | 'lock'> = { OPEN: { shut: 'SHUT' }, SHUT: { open: 'OPEN', lock: 'LOCKED' }, LOCKED: { open: 'SHUT' }, LOST: {} }

test('a move leads where the table says', () => expect(move(door, 'SHUT', 'lock')).toBe('LOCKED'))
test('a move that leads nowhere is refused with the facts', () => {
  expect(() => move(door, 'OPEN', 'lock')).toThrow(expect.objectContaining({ code: 'WRONG_STATE', facts: { state: 'OPEN', move: 'lock' } }))
})
test('buttons are the moves there are', () => expect(movesFrom(door, 'SHUT')).toEqual(['open', 'lock']))
test('a state that nothing reaches is found', () => expect(unreachable(door, 'OPEN')).toEqual(['LOST']))
