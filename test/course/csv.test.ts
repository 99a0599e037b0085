import { describe, expect, test } from '@jest/globals'
import { delimiterOf, nipsIn, ROWS_MAX } from '../../server/course/domain/nipList.ts'
import { readCsv } from '../../server/course/service/readCsv.ts'
import { Refusal } from '../../server/lib/refusal.ts'

const one = '198609262015051901'
const two = '199104122019022902'
const nips = (csv: string) => nipsIn(readCsv(csv)).map(({ line, nip }) => [line, nip])

function refusalOf(work: () => unknown): Pick<Refusal, 'code' | 'facts' | 'field'> {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, facts: error.facts, field: error.field }
    throw error
  }
  throw new Error('not refused')
}

describe('a list of NIPs is read', () => {
  test.each([
    ['one column without a heading', `${one}\n${two}\n`, [[1, one], [2, two]]],
    ['one column with a heading', `NIP\n${one}\n${two}`, [[2, one], [3, two]]],
    ['one column with any word on top', `Daftar peserta\n${one}`, [[2, one]]],
    ['a BOM', `\ufeffnip\n${one}`, [[2, one]]],
    ['a BOM before quotes', `\ufeff"nip";"nama"\n"${one}";"A"`, [[2, one]]],
    ['semicolons, as Excel writes in Indonesia', `No;Nama;NIP\n1;Demo;${one}\n2;Demo;${two}`, [[2, one], [3, two]]],
    ['tabs', `Nama\tNIP\nDemo\t${one}`, [[2, one]]],
    ['commas in quoted names', `nama,nip\n"Demo, S.Sos., M.Si.",${one}`, [[2, one]]],
    ['semicolons within quotes do not count', `"a;b;c",nip\nx,${one}`, [[2, one]]],
    ['CRLF', `nip\r\n${one}\r\n${two}\r\n`, [[2, one], [3, two]]],
    ['CR alone', `nip\r${one}\r${two}`, [[2, one], [3, two]]],
    ['endings of both kinds', `nip\n${one}\r\n${two}`, [[2, one], [3, two]]],
    ['blank lines keep their number', `nip\n\n${one}\n\n\n${two}\n\n`, [[3, one], [6, two]]],
    ['rows of nothing but delimiters', `nama;nip\n;\nDemo;${one}\n;;`, [[3, one]]],
    ['a name over two lines', `nama;nip\n"Demo\nPeserta";${one}\nDemo;${two}`, [[2, one], [4, two]]],
    ['rows that are too short or too long', `nama;nip\nDemo\nDemo;${one};x;y`, [[2, ''], [3, one]]],
    ['columns without a heading, by their looks', `1;Demo;${one}\n2;Demo;${two}`, [[1, one], [2, two]]],
    ['spaces around it', `nip , nama\n ${one} , Demo`, [[2, one]]],
    ['a heading of more words', `Nama;NIP Pegawai\nDemo;${one}`, [[2, one]]],
    ['NIP in groups', '19860926 201505 1 901', [[1, '19860926 201505 1 901']]],
  ])('%s', (_, csv, rows) => expect(nips(csv)).toEqual(rows))
})

describe('a file that is no such list is refused', () => {
  test.each([
    ['nothing', '', { code: 'CSV_EMPTY', facts: {}, field: 'csv' }],
    ['blank lines', '\n\r\n  \n', { code: 'CSV_EMPTY', facts: {}, field: 'csv' }],
    ['a heading alone', 'nip\n', { code: 'CSV_EMPTY', facts: {}, field: 'csv' }],
    ['no column of NIPs', 'nama;surel\nDemo;demo@uji.example', { code: 'CSV_NO_NIP_COLUMN', facts: { columns: ['nama', 'surel'] }, field: 'csv' }],
    ['a quote that never closes', `nama;nip\nDemo;${one}\n"Demo;${two}\n`, { code: 'CSV_MALFORMED', facts: { line: 3 }, field: 'csv' }],
    ['a quote in the middle', `nip;nama\n${one};De"mo`, { code: 'CSV_MALFORMED', facts: { line: 2 }, field: 'csv' }],
    ['text after a quote', `nip;nama\n${one};"De"mo`, { code: 'CSV_MALFORMED', facts: { line: 2 }, field: 'csv' }],
  ])('%s', (_, csv, refusal) => expect(refusalOf(() => nips(csv))).toEqual(refusal))

  test('more rows than allowed', () => {
    const csv = `nip\n${`${one}\n`.repeat(ROWS_MAX)}`
    expect(nips(csv)).toHaveLength(ROWS_MAX)
    expect(refusalOf(() => nips(csv + one))).toEqual({ code: 'CSV_TOO_MANY_ROWS', facts: { rows: ROWS_MAX + 1, max: ROWS_MAX }, field: 'csv' })
  })
})

test.each([[`a,b;c,d`, ','], ['a;b', ';'], ['a\tb', '\t'], ['a', ','], ['"a;b",c', ',']])('the delimiter of %j is %j', (csv, delimiter) =>
  expect(delimiterOf(csv)).toBe(delimiter))
