import { describe, expect, test } from '@jest/globals'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { assemble, blank } from '../../server/exchange/domain/assemble.ts'
import { documentOf } from '../../server/exchange/domain/document.ts'
import { Findings } from '../../server/exchange/domain/findings.ts'
import { activityIn, codeIn, hoursIn, levelIn, partOf, weightIn } from '../../server/exchange/domain/phrases.ts'
import { readOutline } from '../../server/exchange/domain/readOutline.ts'
import { perform } from '../../server/exchange/jobs.ts'
import { linesInHtml } from '../../server/exchange/read/docx.ts'
import { wordsIn } from '../../server/exchange/write/words.ts'
import type { Content } from '../../server/curriculum/index.ts'
import { aContent } from '../support/curriculum.ts'
import { someFacts } from './content.ts'

async function readAs(file: Uint8Array, base: Content = blank) {
  const raw = await perform({ kind: 'read', file })
  if (!('lines' in raw)) throw new Error('no lines')
  const findings = new Findings()
  const { content } = assemble(readOutline(raw.lines, findings, text => (text === 'Diklat Teknis' ? 3 : null)), base, findings)
  return { content, findings: findings.list }
}
const markdown = (text: string, base?: Content) => readAs(Buffer.from(text), base)

const outline = `# Pelayanan Publik Prima

Jenis: Diklat Teknis
Moda: bauran
Pelatihan ini memperbaiki layanan
di loket.

## Sasaran
Petugas layanan.

## Tim Penyusun
- Pengembang: Dr. Rina (Universitas Sumatera Utara)
- Koordinator: Budi

## Kompetensi
- M.05 Pelayanan publik (2 ke 3) [CP-1, CP-2]

## Hasil Belajar
- CP-1: Menjelaskan standar layanan (C2)
  - Menyebutkan komponen
  - Membedakan standar
- CP-2. Memperbaiki layanan (C4)

## Mata Pelatihan
### 1. Standar layanan (2/0/0)
Komponen standar dan penerapannya.

Capaian: CP-1

- Komponen standar
- Maklumat

#### Kegiatan
- Pembukaan (15 menit, pendahuluan)
- Paparan (75 menit, teori) [CP-1]
  - Fasilitator: Menjelaskan
  - Metode: Ceramah

### Perbaikan layanan (T 0, P 4 PL 2)
Capaian: CP-2
- Survei

## Penilaian
- Tes: Tes akhir (100 %) [CP-1]
- Tugas praktik: Rencana perbaikan
  - Bobot: 100
  - Capaian: CP-2
  - Susun rencana satu halaman.

## Daftar Pustaka
1. UU 25/2009
2. PermenPANRB 14/2017
`

describe('a Markdown outline', () => {
  test('is read whole, in the words of the government', async () => {
    const { content, findings } = await markdown(outline)
    expect(findings).toEqual([])
    expect(content).toMatchObject({
      title: 'Pelayanan Publik Prima', kind: 3, mode: 'BLENDED', audience: 'Petugas layanan.', summary: 'Pelatihan ini memperbaiki layanan di loket.',
      team: [{ name: 'Dr. Rina', institution: 'Universitas Sumatera Utara', role: 'DEVELOPER' }, { name: 'Budi', role: 'COORDINATOR' }],
      competencies: [{ code: 'M.05', name: 'Pelayanan publik', kind: 'MANAGERIAL', fromLevel: 2, toLevel: 3, outcomes: ['o1', 'o2'] }],
      outcomes: [{ code: 'CP-1', text: 'Menjelaskan standar layanan', level: 'C2', indicators: ['Menyebutkan komponen', 'Membedakan standar'] }, { code: 'CP-2', level: 'C4' }],
      references: ['UU 25/2009', 'PermenPANRB 14/2017'],
    })
    expect(content.subjects).toMatchObject([
      {
        title: 'Standar layanan', description: 'Komponen standar dan penerapannya.', hours: { theory: 2, practice: 0, field: 0 }, topics: ['Komponen standar', 'Maklumat'], outcomes: ['o1'],
        activities: [{ title: 'Pembukaan', stage: 'OPENING', minutes: 15 }, { title: 'Paparan', form: 'THEORY', minutes: 75, facilitator: 'Menjelaskan', method: 'Ceramah', outcomes: ['o1'] }],
      },
      { title: 'Perbaikan layanan', hours: { theory: 0, practice: 4, field: 2 }, topics: ['Survei'], outcomes: ['o2'] },
    ])
    const [first, second] = content.subjects
    expect(content.assessments).toMatchObject([
      { kind: 'QUIZ', title: 'Tes akhir', weight: 100, subject: first!.id, outcomes: ['o1'] },
      { kind: 'PRACTICUM', title: 'Rencana perbaikan', weight: 100, subject: second!.id, outcomes: ['o2'], instructions: 'Susun rencana satu halaman.' },
    ])
  })

  test('and in those of the university', async () => {
    const { content } = await markdown('# RPS\n## CPL\n- CPL-1 Mampu melayani (3)\n## CPMK\n- CPMK 1: Menjelaskan\n## Mata Kuliah 1: Dasar (4 JP teori, 2 JP praktik)\n- Topik\n## Rencana Penilaian\n- Kuis (40%) [CPMK-1]\n## Referensi\n- Buku\n')
    expect(content).toMatchObject({
      competencies: [{ code: 'CPL-1', toLevel: 3 }], outcomes: [{ code: 'CPMK-1', text: 'Menjelaskan' }], subjects: [{ title: 'Dasar', hours: { theory: 4, practice: 2, field: 0 }, topics: ['Topik'] }],
      assessments: [{ kind: 'QUIZ', title: 'Kuis', weight: 40 }], references: ['Buku'],
    })
  })

  test('read twice into the same draft changes nothing more', async () => {
    const once = (await markdown(outline)).content
    expect((await markdown(outline, once)).content).toEqual(once)
  })

  test('tells what it guesses and what it leaves out, with the line', async () => {
    const { findings } = await markdown('# A\n## Mata pelatihan\n### Dasar\n### Lanjut (6 JP)\n#### Kegiatan\n- Diskusi\n## Catatan rapat\n- abaikan\n## Penilaian\n- Kuis\n')
    expect(findings.map(({ level, code, row }) => [level, code, row])).toEqual([
      ['WARNING', 'IMPORT_HOURS_MISSING', 3], ['WARNING', 'IMPORT_HOURS_GUESSED', 4], ['WARNING', 'IMPORT_MINUTES_MISSING', 6], ['WARNING', 'IMPORT_HEADING_UNKNOWN', 7],
      ['INFO', 'IMPORT_LINE_IGNORED', 8], ['WARNING', 'IMPORT_DEFAULTED', 10],
    ])
  })

  test('a table beneath a heading is read as the sheet of that name', async () => {
    const { content } = await markdown('# A\n## Struktur program\n\n| No | Mata pelatihan | T | P | PL | Jumlah |\n|-|-|-|-|-|-|\n| 1 | Dasar | 2 | 4 | 0 | 6 |\n| | Jumlah | 2 | 4 | 0 | 6 |\n')
    expect(content.subjects).toMatchObject([{ title: 'Dasar', hours: { theory: 2, practice: 4, field: 0 } }])
  })

  test('HTML in it is text, and runs nowhere', async () => {
    const { content } = await markdown('# A\n## Referensi\n- <script>alert(1)</script>\n')
    expect(content.references).toEqual(['<script>alert(1)</script>'])
  })
})

describe('a DOCX outline', () => {
  test('is read by its headings, lists and tables', async () => {
    const item = (text: string, level = 0) => new Paragraph({ text, bullet: { level } })
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const file = await Packer.toBuffer(new Document({ sections: [{ children: [
      new Paragraph({ text: 'Pelayanan Prima', heading: HeadingLevel.TITLE }), new Paragraph({ text: 'Capaian Pembelajaran', heading: HeadingLevel.HEADING_1 }),
      item('CP-1: Menjelaskan (C2)'), item('Menyebutkan', 1), new Paragraph({ text: 'Struktur Program', heading: HeadingLevel.HEADING_1 }),
      new Table({ rows: [new TableRow({ children: ['Mata pelatihan', 'T', 'P', 'PL'].map(cell) }), new TableRow({ children: ['Dasar', '2', '1', '0'].map(cell) })] }),
      new Paragraph({ text: 'Referensi', heading: HeadingLevel.HEADING_1 }), new Paragraph('UU 25/2009 & perubahannya'),
    ] }] }))
    const { content } = await readAs(file)
    expect(content).toMatchObject({
      title: 'Pelayanan Prima', outcomes: [{ code: 'CP-1', level: 'C2', indicators: ['Menyebutkan'] }], subjects: [{ title: 'Dasar', hours: { theory: 2, practice: 1, field: 0 } }], references: ['UU 25/2009 & perubahannya'],
    })
  })

  test('our own curriculum document brings its structure back', async () => {
    const content = aContent()
    const file = await perform({ kind: 'docx', document: documentOf(content, 'GOVERNMENT', someFacts(), wordsIn('id')) }) as Uint8Array
    const back = (await readAs(file)).content
    expect(back.title).toBe(content.title)
    expect(back.outcomes.map(({ code, text, level }) => [code, text, level])).toEqual(content.outcomes.map(({ code, text, level }) => [code, text, level]))
    expect(back.subjects.map(({ title, hours }) => [title, hours])).toEqual(content.subjects.map(({ title, hours }) => [title, hours]))
    expect(back.subjects.flatMap(({ activities }) => activities.map(({ title, form, minutes, method }) => [title, form, minutes, method])))
      .toEqual(content.subjects.flatMap(({ activities }) => activities.map(({ title, form, minutes, method }) => [title, form, minutes, method])))
    expect(back.assessments.map(({ title, kind, weight }) => [title, kind, weight])).toEqual(content.assessments.map(({ title, kind, weight }) => [title, kind, weight]))
  })

  test('text in cells and lists keeps its letters', () => {
    expect(linesInHtml('<h1>A &amp; B</h1><ul><li>satu<ul><li>dua</li></ul></li></ul><table><tr><td><p>x</p><p>y</p></td><td></td></tr></table><p>akhir</p>')).toEqual([
      { line: 1, kind: 'heading', level: 1, text: 'A & B' }, { line: 2, kind: 'item', level: 0, text: 'satu' }, { line: 3, kind: 'item', level: 1, text: 'dua' },
      { line: 4, kind: 'row', level: 1, text: '', cells: ['x\ny', ''] }, { line: 5, kind: 'text', level: 0, text: 'akhir' },
    ])
  })
})

describe('phrases', () => {
  test.each([
    ['Dasar (2/4/1)', [2, 4, 1]], ['Dasar (2/4/1 JP)', [2, 4, 1]], ['Dasar (T2 P4 PL1)', [2, 4, 1]], ['Dasar [T: 2, P: 4]', [2, 4, 0]], ['Dasar (2 JP teori, 4 JP praktik)', [2, 4, 0]], ['Dasar (6 JP)', [6, 0, 0]], ['Dasar (lanjutan)', null],
  ])('hours in "%s"', (text, expected) => {
    const { hours, rest } = hoursIn(text)
    expect(hours && [hours.theory, hours.practice, hours.field]).toEqual(expected)
    expect(rest).toBe(expected ? 'Dasar' : text)
  })
  test.each([
    ['II. Capaian Pembelajaran', 'outcomes'], ['Capaian Pembelajaran Lulusan (CPL)', 'competencies'], ['Daftar Pustaka', 'references'], ['BAB III. Evaluasi', 'assessments'], ['Hal lain', null],
  ])('"%s" opens %s', (text, part) => expect(partOf(text)).toBe(part))
  test('codes, levels, weights, minutes', () => {
    expect(codeIn('CP-1: Menjelaskan')).toEqual({ code: 'CP-1', rest: 'Menjelaskan' })
    expect(codeIn('Menjelaskan CP-1')).toEqual({ code: '', rest: 'Menjelaskan CP-1' })
    expect(levelIn('Menjelaskan (C2).')).toEqual({ level: 'C2', rest: 'Menjelaskan.' })
    expect(weightIn('Kuis (40 %)')).toEqual({ weight: 40, rest: 'Kuis' })
    expect(activityIn('Latihan (2 JP, praktik lapangan)')).toEqual({ minutes: 90, form: 'FIELD', stage: null, rest: 'Latihan' })
  })
})
