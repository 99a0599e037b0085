import { describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { docxOf } from '../../server/exchange/write/docx.ts'
import { documentOf } from '../../server/exchange/domain/document.ts'
import { read } from '../../server/exchange/read/read.ts'
import { Unreadable } from '../../server/lib/unreadable.ts'
import { unpack } from '../../server/lib/zip.ts'
import { work } from '../../server/exchange/service/work.ts'
import { wordsIn } from '../../server/exchange/write/words.ts'
import { aContent } from '../support/curriculum.ts'
import { someFacts } from './content.ts'
import { sheetXml, textCell, workbook, zipOf } from './hostile.ts'

const refused = async (file: Buffer) => {
  try {
    await read(file)
    return 'read'
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return [error.code, ...Object.values(error.facts)].join(' ')
  }
}
const head = `<row r="1">${textCell('A1', 'Referensi')}</row>`
const good = sheetXml(`${head}<row r="2">${textCell('A2', 'UU 25/2009')}</row>`)

test('the archive that attacks are made from is a good one', async () => {
  expect(await read(workbook(good))).toEqual({ kind: 'sheets', sheets: [{ name: 'Referensi', rows: [{ row: 1, cells: [{ text: 'Referensi' }] }, { row: 2, cells: [{ text: 'UU 25/2009' }] }] }] })
})

describe('an archive', () => {
  test('zip bomb: a part that swells a thousandfold', async () => {
    expect(await refused(workbook(good, [{ name: 'xl/media/a.xml', data: Buffer.alloc(60_000_000) }]))).toBe('IMPORT_TOO_LARGE unpacked 40')
  })
  test('zip bomb that claims to be small', async () => {
    expect(await refused(workbook(good, [{ name: 'xl/media/a.xml', data: Buffer.alloc(60_000_000), lie: 10 }]))).toBe('IMPORT_TOO_LARGE unpacked 40')
  })
  test('zip bomb of many parts, each within bounds', async () => {
    expect(await refused(workbook(good, Array.from({ length: 30 }, (_, at) => ({ name: `xl/media/${at}.xml`, data: Buffer.alloc(2_000_000) }))))).toBe('IMPORT_TOO_LARGE unpacked 40')
  })
  test('overlapping bomb: one part named many times over', async () => {
    const one = zipOf([{ name: 'a', data: randomBytes(3000) }])
    const end = one.length - 22
    const at = one.readUInt32LE(end + 16)
    const entry = one.subarray(at, end)
    const entries = Array.from({ length: 100 }, (_, n) => Buffer.concat([entry.subarray(0, 46), Buffer.from(String.fromCharCode(200 + n)).subarray(0, 1)]))
    entries.forEach((bytes, n) => bytes.write(String.fromCharCode(33 + (n % 90)), 46))
    const tail = Buffer.from(one.subarray(end))
    tail.writeUInt16LE(90, 10)
    expect(await refused(Buffer.concat([one.subarray(0, at), ...entries.slice(0, 90), tail]))).toBe('IMPORT_UNSAFE overlap')
  })
  test('thousands of parts', async () => expect(await refused(workbook(good, Array.from({ length: 600 }, (_, at) => ({ name: `x/${at}`, data: '' }))))).toBe('IMPORT_TOO_LARGE entries 500'))
  test.each(['../../etc/passwd', '/etc/passwd', 'xl\\..\\..\\a', 'C:/a', 'xl/../../a', 'a\0b'])('a path that leads out: %j', async name => expect(await refused(workbook(good, [{ name, data: 'x' }]))).toBe('IMPORT_UNSAFE names'))
  test('one name twice, in capitals', async () => expect(await refused(workbook(good, [{ name: 'XL/workbook.xml', data: 'x' }]))).toBe('IMPORT_UNSAFE names'))
  test('encrypted', async () => expect(await refused(workbook(good, [{ name: 'a', data: 'x', flags: 1 }]))).toBe('IMPORT_UNSAFE encrypted'))
  test('a directory that leads nowhere', async () => expect(await refused(zipOf([{ name: 'a', data: 'x' }], { claim: 7 }))).toBe('IMPORT_UNREADABLE'))
  test('macros, by their part or by their type', async () => {
    expect(await refused(workbook(good, [{ name: 'xl/vbaProject.bin', data: 'x' }]))).toBe('IMPORT_UNSAFE macros')
    const parts = unpack(workbook(good)).map(({ name, bytes }) => ({ name, data: name === '[Content_Types].xml' ? bytes.toString().replace('spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main') : bytes }))
    expect(await refused(zipOf(parts))).toBe('IMPORT_UNSAFE macros')
  })
  test('any other archive is none of ours', async () => expect(await refused(zipOf([{ name: 'readme.txt', data: 'x' }]))).toBe('IMPORT_TYPE_REFUSED'))
})

describe('XML in it', () => {
  const lol = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><worksheet>&lol2;</worksheet>'
  test('billion laughs', async () => expect(await refused(workbook(lol))).toBe('IMPORT_UNSAFE entities'))
  test('billion laughs in UTF-16', async () => expect(await refused(workbook(good, [{ name: 'docProps/core.xml', data: Buffer.from(lol, 'utf16le') }]))).toBe('IMPORT_UNSAFE entities'))
  test('an entity that names a file of the server', async () => {
    expect(await refused(workbook('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'))).toBe('IMPORT_UNSAFE entities')
  })
  test('torn in two', async () => expect(await refused(workbook(good.slice(0, -40)))).toMatch(/^IMPORT_UNREADABLE|^read/))
  test('nested a hundred thousand deep in a DOCX', async () => {
    const docx = unpack(await docxOf(documentOf(aContent(), 'GOVERNMENT', someFacts(), wordsIn('id')))).map(({ name, bytes }) => ({ name, data: bytes as Buffer | string }))
    const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(100_000)}${'</w:tc></w:tr></w:tbl>'.repeat(100_000)}</w:body></w:document>`
    const file = zipOf(docx.map(part => (part.name === 'word/document.xml' ? { ...part, data: body } : part)))
    await expect(work({ kind: 'read', file })).rejects.toMatchObject({ code: expect.stringMatching(/^IMPORT_/) })
  }, 60_000)
})

describe('a sheet', () => {
  test('merged over the whole sheet', async () => {
    expect(await refused(workbook(sheetXml(head, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')))).toBe('IMPORT_TOO_LARGE cells 60000')
  })
  test('with more cells than a curriculum has', async () => {
    const rows = Array.from({ length: 5100 }, (_, at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, 'x')}</row>`).join('')
    expect(await refused(workbook(sheetXml(rows)))).toBe('IMPORT_TOO_LARGE rows 5000')
  })
  test('whose last cell is in the last row and column', async () => {
    const raw = await read(workbook(sheetXml(`${head}<row r="1048576">${textCell('XFD1048576', 'x')}</row>`)))
    expect(raw).toMatchObject({ kind: 'sheets', sheets: [{ rows: [{ row: 1 }] }] })
  })
  test('with a validation for every row there can be has the rows it has', async () => {
    const raw = await read(workbook(sheetXml(head, '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>')))
    expect(raw).toMatchObject({ kind: 'sheets', sheets: [{ rows: [{ row: 1 }] }] })
  })
  test('formulas give what they last gave, merged cells what they show', async () => {
    const raw = await read(workbook(sheetXml(`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>cmd|' /C calc'!A0</f><v>x</v></c>${textCell('C1', 'gabung')}<c r="D1"/></row>`, '<mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells>')))
    expect(raw).toEqual({ kind: 'sheets', sheets: [{ name: 'Referensi', rows: [{ row: 1, cells: [{ text: '2', formula: true, number: true }, { text: 'x', formula: true }, { text: 'gabung' }, { text: 'gabung', merged: true }] }] }] })
  })
})

describe('a text', () => {
  test('in another encoding', async () => expect(await refused(Buffer.from('# Judul\n\n\u00e9', 'latin1'))).toBe('IMPORT_ENCODING'))
  test('in UTF-16', async () => expect(await refused(Buffer.from('\ufeff# Judul', 'utf16le'))).toBe('IMPORT_ENCODING'))
  test('of 50 MB', async () => expect(await refused(Buffer.alloc(50 * 1024 * 1024, 97))).toBe('IMPORT_TOO_LARGE bytes 5'))
  test('of brackets that some readers try in every combination', async () => {
    expect(await read(Buffer.from(`${'['.repeat(50_000)}${'*a_'.repeat(20_000)}${'> '.repeat(2_000)}`))).toMatchObject({ kind: 'lines' })
  }, 20_000)
  test('empty', async () => expect(await read(Buffer.alloc(0))).toEqual({ kind: 'lines', lines: [] }))
})

test('whatever bytes come, they are read or refused, and nothing else happens', async () => {
  const whole = workbook(good)
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), fc.nat(whole.length), async (changes, cut) => {
    const file = Buffer.from(whole.subarray(0, cut % 3 === 0 ? cut : whole.length))
    for (const [at, byte] of changes) if (at < file.length) file[at] = byte
    await refused(file)
  }), { numRuns: 150 })
})
