import { describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { documentOf } from '../../server/exchange/domain/document.ts'
import { paginate } from '../../server/exchange/domain/paginate.ts'
import { matrixOf } from '../../server/exchange/domain/matrix.ts'
import { docxOf } from '../../server/exchange/write/docx.ts'
import { pdfOf } from '../../server/exchange/write/pdf.ts'
import { wordsIn } from '../../server/exchange/write/words.ts'
import { tableOf } from '../../server/exchange/write/xlsx.ts'
import { unpack } from '../../server/lib/zip.ts'
import { aContent } from '../support/curriculum.ts'
import { aLargeContent, someFacts } from './content.ts'

const id = wordsIn('id')
const document = (content = aContent(), view: 'GOVERNMENT' | 'UNIVERSITY' = 'GOVERNMENT') => documentOf(content, view, someFacts(), id)
const plain = async (of = document()) => (await pdfOf(of, { compress: false })).toString('latin1')
const measure = (text: string, _: unknown, size: number) => text.length * size * 0.5

/** What a screen reader would be given: the glyphs of each run, by the fonts' ToUnicode maps, joined. */
function textOf(pdf: string): string {
  const maps = new Map<string, Map<string, string>>()
  for (const [, object, reference] of pdf.matchAll(/\n(\d+) 0 obj\n<<(?:(?!endobj)[^])*?\/ToUnicode (\d+) 0 R/g)) {
    const stream = new RegExp(`\\n${reference} 0 obj\\n(?:(?!endobj)[^])*?stream\\n([^]*?)endstream`).exec(pdf)?.[1] ?? ''
    const map = new Map<string, string>()
    for (const [, from, list] of stream.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
      [...list!.matchAll(/<([0-9a-f]*)>/g)].forEach(([, hex], at) => map.set((parseInt(from!, 16) + at).toString(16).padStart(4, '0'), Buffer.from(hex!, 'hex').swap16().toString('utf16le')))
    }
    maps.set(object!, map)
  }
  const fonts = new Map([...pdf.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, object]) => [name!, object!]))
  let font = ''
  let text = ''
  for (const [, name, shown] of pdf.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]+> -?[\d.]+ ?)+)\] TJ/g)) {
    if (name) font = name
    else for (const [, hex] of shown!.matchAll(/<([0-9a-f]+)>/g)) for (const glyph of hex!.match(/.{4}/g) ?? []) text += maps.get(fonts.get(font)!)?.get(glyph) ?? ''
  }
  return text
}

describe('as PDF', () => {
  test('the same document gives the same bytes', async () => expect((await pdfOf(document())).equals(await pdfOf(document()))).toBe(true))
  test('every font it uses is embedded', async () => {
    const pdf = await plain()
    expect(pdf.match(/\/FontFile2/g)!.length).toBe(pdf.match(/\/Type \/FontDescriptor/g)!.length)
    expect(pdf).not.toMatch(/\/BaseFont \/Helvetica/)
  })
  test('is tagged: language, title, headings, tables with their heads, lists, bookmarks; what stands on every page is passed over', async () => {
    const pdf = await plain()
    for (const mark of ['/Lang (id-ID)', '/DisplayDocTitle true', '/MarkInfo', '/S /H1', '/S /H2', '/S /H3', '/S /Table', '/S /TR', '/S /TH', '/S /TD', '/Scope /Column', '/Scope /Row', '/S /LI', '/Outlines', '/Type /Pagination']) {
      expect(pdf).toContain(mark)
    }
  })
  test('its text can be read out: subjects, outcomes, the header and the page', async () => {
    const text = textOf(await plain())
    for (const part of ['Kurikulum Pelatihan Uji', 'Perbaikan layanan', 'Menjelaskan layanan.', 'PLT-YAN-001', 'Halaman 1 dari']) expect(text).toContain(part)
  })
  test('wide tables lie on wide pages', async () => {
    const boxes = [...(await plain()).matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => Number(width) > Number(height))
    expect(boxes).toContain(true)
    expect(boxes[0]).toBe(false)
  })
  test('marks of XML in a title leave the metadata well-formed', async () => {
    const xml = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(await plain(document(aContent({ title: 'Monitoring & Evaluasi <Lanjutan>' }))))?.[0] ?? ''
    expect(xml.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toMatch(/&|<Lanjutan/)
  })
})

describe('on pages', () => {
  test('nothing is drawn outside, a cell longer than a page goes on, the head is repeated', () => {
    const content = aContent()
    content.subjects[1]!.activities[1]!.facilitator = 'Menjelaskan langkah demi langkah. '.repeat(400)
    const pages = paginate(document(content), measure)
    for (const { height, boxes } of pages) {
      for (const box of boxes) {
        const bottom = box.kind === 'row' ? box.y + box.height : box.y + box.lines.length * box.style.size * box.style.leading
        expect(bottom).toBeLessThanOrEqual(height - 55.9)
      }
    }
    const long = pages.flatMap(({ boxes }, page) => boxes.flatMap(box => (box.kind === 'row' && box.caption === 'RP sesi 1: Perbaikan layanan' ? [{ page, head: box.head }] : [])))
    expect(long.filter(({ head }) => head).length).toBe(new Set(long.map(({ page }) => page)).size)
    const words = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(word => word === 'langkah').length
    expect(words(pages.flatMap(({ boxes }) => boxes.flatMap(box => (box.kind === 'row' ? box.cells.flatMap(cell => cell.lines) : box.lines))))).toBe(400)
  })
  test('sums stay with the row before them', () => {
    for (const { boxes } of paginate(document(aLargeContent()), measure)) {
      const rows = boxes.filter(box => box.kind === 'row')
      rows.forEach((row, at) => { if (row.strong && !row.head) expect(rows[at - 1]?.head ?? true).toBe(false) })
    }
  })
})

describe('as DOCX', () => {
  test('opened again it has its headings, tables and texts', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: await docxOf(document()) })
    expect(value).toContain('<h1>Kurikulum Pelatihan Uji</h1>')
    for (const part of ['<h2>Struktur program</h2>', '<h3>RP sesi 1: Dasar layanan</h3>', '<thead>', 'Perbaikan layanan', '<ol><li>UU 25/2009</li></ol>']) expect(value).toContain(part)
  })
  test('names its language, title, text and page on each page; wide tables lie', async () => {
    const parts = new Map(unpack(await docxOf(document())).map(({ name, bytes }) => [name, bytes.toString('utf8')]))
    expect(parts.get('word/styles.xml')).toContain('id-ID')
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Kurikulum Pelatihan Uji</dc:title>')
    expect([...parts].some(([name, xml]) => /header\d/.test(name) && xml.includes('PLT-YAN-001 · Versi 2'))).toBe(true)
    expect([...parts].some(([name, xml]) => /footer\d/.test(name) && xml.includes('NUMPAGES'))).toBe(true)
    expect(parts.get('word/document.xml')).toContain('w:orient="landscape"')
    expect(parts.get('word/document.xml')).toContain('<w:tblHeader/>')
  })
  test('letters that XML has no place for do not spoil the file', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await docxOf(document(aContent({ summary: 'a\u0001b & <c> \ud800 d' }))) })
    expect(value).toContain('ab & <c> \ufffd d')
  })
})

test('the matrix as XLSX keeps what looks like a formula a text', async () => {
  const content = aContent()
  content.outcomes[0]!.text = '=1+1'
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await tableOf(matrixOf(content, id), new Date()) as unknown as ArrayBuffer)
  expect(book.worksheets[0]!.getCell('B2').value).toBe('=1+1')
})

test('the largest curriculum, 40 subjects with 400 activities, is drawn', async () => {
  const pdf = await pdfOf(document(aLargeContent()))
  expect(pdf.length).toBeLessThan(5_000_000)
}, 60_000)
