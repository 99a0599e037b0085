import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hashOf, trainingKinds, type Content } from '../../server/curriculum/index.ts'
import { assemble, blank } from '../../server/exchange/domain/assemble.ts'
import { Findings } from '../../server/exchange/domain/findings.ts'
import { loosely } from '../../server/exchange/domain/names.ts'
import type { RawSheet } from '../../server/exchange/domain/raw.ts'
import { readSheets } from '../../server/exchange/domain/readSheets.ts'
import { exampleSheets } from '../../server/exchange/domain/example.ts'
import { sheetsOf, type Sheet } from '../../server/exchange/domain/sheets.ts'
import { perform } from '../../server/exchange/jobs.ts'
import { aContent } from '../support/curriculum.ts'
import { contents, tidied } from './content.ts'

const kindName = (kind: number) => trainingKinds.find(({ id }) => id === kind)!.name
const kindOf = (text: string) => trainingKinds.find(({ name }) => loosely(name) === loosely(text))?.id ?? null
const raw = (sheets: readonly Sheet[]): RawSheet[] => sheets.map(({ name, columns, rows }) => ({
  name, rows: [columns.map(column => column.name), ...rows].map((cells, at) => ({ row: at + 1, cells: cells.map(text => ({ text: String(text).trim() })) })),
}))
function joined(sheets: readonly RawSheet[], base: Content = blank) {
  const findings = new Findings()
  const { content, places } = assemble(readSheets(sheets, findings, kindOf), base, findings)
  return { content: tidied({ ...content, title: content.title || 'Tanpa judul', kind: content.kind || 3 }), findings: findings.list, places }
}
const sheet = (name: string, ...rows: string[][]): RawSheet => ({ name, rows: rows.map((cells, at) => ({ row: at + 1, cells: cells.map(text => ({ text })) })) })

describe('a content as sheets', () => {
  test('read back is the same content, whatever it holds', () => {
    fc.assert(fc.property(contents, content => {
      const { content: back, findings } = joined(raw(sheetsOf(content, kindName)))
      expect(back).toEqual(content)
      expect(hashOf(back)).toBe(hashOf(content))
      expect(findings.filter(({ level }) => level === 'ERROR')).toEqual([])
    }), { numRuns: 300 })
  })

  test('read back through a real file is the same content', async () => {
    await fc.assert(fc.asyncProperty(contents, async content => {
      const file = await perform({ kind: 'workbook', sheets: sheetsOf(content, kindName), at: new Date(0) }) as Uint8Array
      const read = await perform({ kind: 'read', file })
      if (!('sheets' in read)) throw new Error('no sheets')
      expect(joined(read.sheets).content).toEqual(content)
    }), { numRuns: 25 })
  }, 60_000)

  test('read into itself changes nothing; ids stay without an ID column, found by code and title', () => {
    const content = tidied(aContent())
    const sheets = raw(sheetsOf(content, kindName))
    expect(joined(sheets, content).content).toEqual(content)
    const withoutIds = sheets.map(({ name, rows }) => (rows[0]!.cells[0]!.text === 'ID' ? { name, rows: rows.map(({ row, cells }) => ({ row, cells: cells.slice(1) })) } : { name, rows }))
    expect(joined(withoutIds, content).content).toEqual(content)
  })

  test('outcomes with one code, subjects with one title are told apart', () => {
    const twin = aContent()
    twin.outcomes[1]!.code = 'CP-1'
    twin.subjects[1]!.title = 'dasar LAYANAN'
    expect(joined(raw(sheetsOf(tidied(twin), kindName))).content).toEqual(tidied(twin))
  })
})

describe('what people write', () => {
  test('other names of columns and choices, rows out of order, hours with their unit', () => {
    const { content, findings } = joined([
      sheet('Hasil Belajar', ['Kode', 'Hasil Belajar', 'Level'], ['CP-1', 'Menjelaskan layanan', 'memahami']),
      sheet('Mata Diklat', ['No', 'Mata Diklat', 'Teori', 'Praktek', 'Lapangan', 'CPMK'], ['1', 'Dasar', '2 JP', '4', '', 'cp-1'], ['', 'Jumlah', '2', '4', '0', '']),
      sheet('Penilaian', ['Penilaian', 'Bentuk', 'Mata Diklat', 'Capaian', 'Bobot'], ['Kuis', 'Ujian', 'dasar', 'CP-1', '100 %']),
      sheet('Identitas', ['Judul', 'Pelatihan A'], ['Jenis', 'Diklat Teknis'], ['Moda', 'tatap muka']),
    ])
    expect(content).toMatchObject({
      title: 'Pelatihan A', kind: 3, mode: 'CLASSROOM', outcomes: [{ code: 'CP-1', level: 'C2' }], subjects: [{ title: 'Dasar', hours: { theory: 2, practice: 4, field: 0 } }],
      assessments: [{ kind: 'QUIZ', title: 'Kuis', weight: 100 }],
    })
    expect(content.subjects[0]!.outcomes).toEqual([content.outcomes[0]!.id])
    expect(findings.filter(({ level }) => level !== 'INFO')).toEqual([])
  })

  test('every fault is told with its sheet, row and column', () => {
    const { findings } = joined([
      sheet('Mata pelatihan', ['Judul', 'T', 'P', 'PL', 'Capaian'], ['Dasar', 'dua', '4', '0', 'CP-9']),
      sheet('Kegiatan', ['Mata pelatihan', 'Kegiatan', 'Bentuk', 'Menit'], ['Lain', 'Diskusi', 'Teori', '45'], ['Dasar', 'Latihan', 'Olahraga', '45,5']),
      sheet('Penilaian', ['Jenis', 'Bobot'], ['Tes', '100']), sheet('Catatan', ['apa saja']),
    ])
    expect(findings).toEqual(expect.arrayContaining([
      expect.objectContaining({ level: 'ERROR', code: 'IMPORT_NUMBER', sheet: 'Mata pelatihan', row: 2, column: 'T', facts: { value: 'dua' } }),
      expect.objectContaining({ level: 'WARNING', code: 'IMPORT_REFERENCE_UNKNOWN', sheet: 'Mata pelatihan', row: 2, facts: { value: 'CP-9' } }),
      expect.objectContaining({ level: 'ERROR', code: 'IMPORT_PARENT_UNKNOWN', sheet: 'Kegiatan', row: 2, facts: { value: 'Lain' } }),
      expect.objectContaining({ level: 'ERROR', code: 'IMPORT_CHOICE_UNKNOWN', sheet: 'Kegiatan', row: 3, column: 'Bentuk' }),
      expect.objectContaining({ level: 'ERROR', code: 'IMPORT_NUMBER', sheet: 'Kegiatan', row: 3, column: 'Menit' }),
      expect.objectContaining({ level: 'ERROR', code: 'IMPORT_COLUMN_MISSING', sheet: 'Penilaian', facts: { column: 'Judul' } }),
      expect.objectContaining({ level: 'INFO', code: 'IMPORT_SHEET_UNKNOWN', sheet: 'Catatan' }),
    ]))
  })

  test('a list the file says nothing of stays; so does one whose sheet has no rows', () => {
    const base = tidied(aContent())
    const { content } = joined([sheet('Referensi', ['Referensi'], ['Buku baru']), sheet('Tim', ['ID', 'Nama', 'Lembaga', 'Peran'])], base)
    expect(content).toEqual({ ...base, references: ['Buku baru'] })
  })

  test('a row copied with its ID gets one of its own', () => {
    const { content, findings } = joined([sheet('Capaian', ['ID', 'Kode', 'Rumusan'], ['o1', 'CP-1', 'Satu'], ['o1', 'CP-2', 'Dua'], ['a b!', 'CP-3', 'Tiga'])])
    expect(new Set(content.outcomes.map(({ id }) => id)).size).toBe(3)
    expect(findings.map(({ code }) => code)).toEqual(['IMPORT_ID_TWICE', 'IMPORT_ID_INVALID'])
  })

  test('outcomes without a code get the next ones, each its own', () => {
    const { content } = joined([sheet('Capaian', ['Kode', 'Rumusan'], ['', 'Satu'], ['CP-2', 'Dua'], ['', 'Tiga'])])
    expect(content.outcomes.map(({ code }) => code)).toEqual(['CP-1', 'CP-2', 'CP-3'])
  })

  test('the spreadsheet that is handed out says nothing while it only holds its examples', () => {
    const { content, findings } = joined(raw(exampleSheets()))
    expect(content).toMatchObject({ outcomes: [], subjects: [], assessments: [], references: [] })
    expect(findings.every(({ code }) => code === 'IMPORT_EXAMPLE_SKIPPED')).toBe(true)
  })

  test('its examples, taken for one\'s own, make a content without errors', () => {
    const own = exampleSheets().map(one => ({ ...one, rows: one.rows.map(row => row.map(cell => (cell === 'CONTOH' ? '' : cell))) }))
    const { content, findings } = joined(raw(own), { ...blank, title: 'x', kind: 3 })
    expect(findings.filter(({ level }) => level === 'ERROR')).toEqual([])
    expect(content.subjects[0]!.activities).toHaveLength(3)
  })
})
