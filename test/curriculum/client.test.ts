import { expect, test } from '@jest/globals'
import { nextCode } from '../../client/curriculum/content.ts'
import { shortHash } from '../../client/curriculum/looks.ts'

test.each([[[], 'CP-1'], [['CP-1', 'CP-4', 'X'], 'CP-5']])('after %j comes %s', (codes, next) => expect(nextCode('CP-', codes)).toBe(next))
test('a hash is compared by its first twelve digits', () => expect(shortHash('0123456789abcdef')).toBe('0123 4567 89ab'))
