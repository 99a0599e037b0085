import { describe, expect, test } from '@jest/globals'
import { defaultWeights } from '../../server/course/domain/result.ts'
import type { Block, TableBlock } from '../../server/exchange/domain/blocks.ts'
import { builtIn } from '../../server/exchange/domain/builtIn.ts'
import { csvOf } from '../../server/exchange/domain/csv.ts'
import { documentOf, views } from '../../server/exchange/domain/document.ts'
import { blueprintOf, matrixOf } from '../../server/exchange/domain/matrix.ts'
import { minutesIn, sessionsOf } from '../../server/exchange/domain/schedule.ts'
import { partWeights, sharesOf } from '../../server/exchange/domain/shares.ts'
import { wordsIn } from '../../server/exchange/write/words.ts'
import { problemsOf, trainingKindOf } from '../../server/curriculum/index.ts'
import fc from 'fast-check'
import { aContent } from '../support/curriculum.ts'
import { contents, someFacts, tidied } from './content.ts'

const id = wordsIn('id')
const text = (blocks: readonly Block[]) => JSON.stringify(blocks)
const tables = (blocks: readonly Block[]) => blocks.filter((block): block is TableBlock => block.kind === 'table')
const tableWith = (blocks: readonly Block[], head: string) => tables(blocks).find(({ columns }) => columns.some(column => column.head === head))!
const heads = ({ columns }: TableBlock) => columns.map(({ head }) => head)
const headings = (blocks: readonly Block[]) => blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : []))
const government = (content = aContent(), facts = someFacts()) => documentOf(content, 'GOVERNMENT', facts, id).blocks
const university = (content = aContent(), facts = someFacts()) => documentOf(content, 'UNIVERSITY', facts, id).blocks

describe('the government\'s view', () => {
  test('has the parts of a curriculum document, in order', () => {
    expect(headings(government()).slice(0, 11)).toEqual([
      'Kurikulum Pelatihan Uji', 'Identitas', 'Tujuan dan ringkasan', 'Peserta', 'Kompetensi', 'Hasil belajar', 'Struktur program',
      'Keselarasan kompetensi, hasil belajar, mata pelatihan, dan penilaian', 'Evaluasi', 'Tim penyusun', 'Referensi',
    ])
  })
  test('the structure adds up: T, P, PL of each subject and of all', () => {
    const structure = tableWith(government(), 'PL')
    expect(structure.rows).toEqual([['1', 'Dasar layanan', '4', '0', '0', '4'], ['2', 'Perbaikan layanan', '2', '6', '2', '10']])
    expect(structure.foot).toEqual([['', 'Jumlah', '6', '6', '2', '14']])
  })
  test('an RBPMP for each subject has all its columns, and its minutes are the subject\'s', () => {
    const all = tables(government()).filter(table => heads(table).includes('Sub materi pokok'))
    expect(all).toHaveLength(2)
    expect(heads(all[0]!)).toEqual(['No', 'Indikator hasil belajar', 'Materi pokok', 'Sub materi pokok', 'Metode', 'Alat bantu/media', 'Estimasi waktu', 'Referensi'])
    expect(all.map(({ foot }) => foot![0]![6])).toEqual(['180 menit', '450 menit'])
    expect(all[0]!.rows[0]).toEqual(['1', 'Menyebutkan standar', 'Standar', 'Kegiatan g1', 'Diskusi', '–', '180 menit', 'UU 25/2009'])
  })
  test('an RP for each session names stage, what both do, method, media and minutes', () => {
    const rp = tables(government()).filter(table => heads(table).includes('Kegiatan fasilitator'))
    expect(heads(rp[0]!)).toEqual(['No', 'Tahapan', 'Kegiatan', 'Kegiatan fasilitator', 'Kegiatan peserta', 'Metode', 'Media', 'Menit'])
    expect(rp[1]!.rows.map(row => [row[1], row[2], row[7]])).toEqual([['Penyajian', 'Kegiatan g2 (T)', '90'], ['Penyajian', 'Kegiatan g3 (P)', '270'], ['Penyajian', 'Kegiatan g4 (PL)', '90']])
  })
  test('kisi-kisi number the questions and never hold a key', () => {
    const content = aContent()
    content.assessments[0]!.blueprint = [{ id: 'b1', outcome: 'o1', level: 'C1', items: 5 }, { id: 'b2', outcome: 'o1', level: 'C2', items: 1 }]
    const kisi = tableWith(government(content), 'Nomor soal')
    expect(kisi.rows.map(row => row.slice(4))).toEqual([['C1', 'Tes', '1–5', '5', '83,3 %'], ['C2', 'Tes', '6', '1', '16,7 %']])
  })
  test('says which text it is and who approved exactly that', () => {
    const document = documentOf(aContent(), 'GOVERNMENT', someFacts(), id)
    expect(document.header).toBe('PLT-YAN-001 · Versi 2 · SHA-256 abababababababab')
    expect(tableWith(document.blocks, 'Pihak').rows).toEqual([['BKPSDM Kota Medan', 'Drs. Kepala, M.Si.', '2 Januari 2026'], ['Universitas Uji', 'Prof. Dekan', '3 Januari 2026']])
    expect(text(government(aContent(), someFacts({ version: null, state: 'IN_REVIEW', approvals: [] })))).toContain('Rancangan (direviu)')
  })
})

describe('the university\'s view', () => {
  test('has the parts of an RPS', () => {
    expect(headings(university())).toEqual(expect.arrayContaining(['Otorisasi', 'CPL yang dibebankan', 'CPMK', 'Sub-CPMK', 'Bahan kajian', 'Kriteria, indikator, dan bobot penilaian', 'Referensi', 'Rencana pembelajaran per sesi']))
  })
  test('weights sum to 100 %, by assessment and by session', () => {
    const sum = (cells: readonly (string | undefined)[]) => cells.reduce((all, cell) => all + (Number(cell?.replace(' %', '').replace(',', '.')) || 0), 0)
    for (const content of [aContent(), aContent({ assessments: aContent().assessments.slice(0, 1) }), ...builtIn.map(template => template.content)]) {
      const [plan, weekly] = [tableWith(university(content), 'Tugas atau penilaian'), tableWith(university(content), 'Sesi ke')]
      expect(sum(plan.rows.map(row => row.at(-1)))).toBeCloseTo(100, 9)
      expect(sum(weekly.rows.map(row => row.at(-1)))).toBeCloseTo(100, 9)
    }
  })
  test('Sub-CPMK are numbered below their CPMK, credits are indicative', () => {
    expect(tableWith(university(), 'Sub-CPMK').rows).toEqual([['CP-1.1', 'Menyebutkan standar', 'CP-1']])
    expect(text(university())).toContain('14 JP (T 6, P 6, PL 2); setara 0,23 sks (indikatif)')
  })
  test('the authorisation names developers, coordinator and head, not every teacher', () => {
    const team = (['DEVELOPER', 'COORDINATOR', 'HEAD', 'INSTRUCTOR'] as const).map((role, at) => ({ id: `t${at}`, name: `Orang ${at}`, institution: 'USU', role }))
    expect(tableWith(university(aContent({ team })), 'Peran').rows.map(row => row[1])).toEqual(['Orang 0', 'Orang 1', 'Orang 2'])
  })
})

describe('whatever it holds', () => {
  test('a content is written in both views and both languages, and every table is as wide as its head', () => {
    fc.assert(fc.property(contents, content => {
      for (const view of views) for (const words of [id, wordsIn('en')]) {
        for (const table of tables(documentOf(content, view, someFacts(), words).blocks)) {
          expect([...table.rows, ...(table.foot ?? [])].every(row => row.length === table.columns.length)).toBe(true)
          expect(table.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
        }
      }
    }), { numRuns: 60 })
  })
})

describe('sessions, shares, tables', () => {
  test('a session begins where something is opened anew', () => {
    const of = (stages: ('OPENING' | 'CORE' | 'CLOSING')[]) => sessionsOf({ activities: stages.map((stage, at) => ({ ...aContent().subjects[0]!.activities[0]!, id: `x${at}`, stage, minutes: 45 })) }).map(({ activities }) => activities.length)
    expect(of(['OPENING', 'CORE', 'CLOSING', 'OPENING', 'OPENING', 'CORE'])).toEqual([3, 3])
    expect(of(['CORE', 'CLOSING', 'OPENING'])).toEqual([2, 1])
    expect(of([])).toEqual([])
    expect(minutesIn([{ minutes: 45 }, { minutes: 90 }])).toBe(135)
  })
  test('parts weigh what a course lets them weigh', () => expect(partWeights).toEqual(defaultWeights))
  test('shares make exactly 100, whatever the weights', () => {
    fc.assert(fc.property(fc.array(fc.record({ kind: fc.constantFrom('QUIZ' as const, 'PRACTICUM' as const), weight: fc.nat(100) }), { maxLength: 12 }), list => {
      const shares = sharesOf(list.map((one, at) => ({ ...one, id: `a${at}` })))
      expect(Math.round(([...shares.of.values()].reduce((sum, share) => sum + share, 0) + shares.attendance) * 10)).toBe(1000)
    }))
  })
  test('the matrix has a row for each outcome and a mark where things meet', () => {
    expect(matrixOf(aContent(), id).rows).toEqual([['CP-1', 'Menjelaskan layanan.', 'C2', '✓', '✓', '', 1, '✓', ''], ['CP-2', 'Memperbaiki layanan.', 'C3', '✓', '', '✓', 3, '', '✓']])
    expect(blueprintOf(aContent(), id).rows).toEqual([['Kuis dasar', 'Dasar layanan', 'CP-1', 'Menyebutkan standar', 'Standar', 'C2', 'Tes', '1–5', 5, 100]])
  })
  test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(1)', '\t=1', ' =1'])('CSV injection: %j is a text, not a formula', cell => {
    const csv = csvOf({ name: 'x', head: ['a'], rows: [[cell]] })
    expect(csv.split('\r\n')[1]!.replace(/^"/, '')).toMatch(/^'/)
  })
  test('CSV quotes what would break a row', () => expect(csvOf({ name: 'x', head: ['a', 'b'], rows: [['satu\n"dua"', 3]] })).toBe('\ufeffa,b\r\n"satu\n""dua""",3\r\n'))
})

test.each(builtIn.map(template => [template.name, template] as const))('the built-in template %s lacks nothing that is needed to submit', (_, { content }) => {
  expect(tidied(content)).toEqual(content)
  expect(problemsOf(content, trainingKindOf(content.kind)).filter(({ severity }) => severity !== 'NOTE')).toEqual([])
})
