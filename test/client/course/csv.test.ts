import { expect, test } from '@jest/globals'
import { csvOf } from '../../../client/course/csv.ts'

test.each([
  ['plain cells', [['Baris', 1]], 'Baris;1'],
  ['semicolons, quotes and line ends are quoted', [['a;b', 'c"d', 'e\nf']], '"a;b";"c""d";"e\nf"'],
  ['text that begins like a formula is set off', [['=1+1', '+62', '-x', '@y']], "'=1+1;'+62;'-x;'@y"],
  ['numbers stay numbers', [[-5]], '-5'],
  ['rows end as Windows has it', [['a'], ['b']], 'a\r\nb'],
])('%s', (_, rows, text) => expect(csvOf(rows)).toBe(`\ufeff${text}\r\n`))
