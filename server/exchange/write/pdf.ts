import PDFDocument from 'pdfkit'
import { measuring, plainInfo, withFonts, writeLines } from '../../lib/pdfText.ts'
import type { Document } from '../domain/blocks.ts'
import { margin, styles, type Page, type RowBox, type TextBox } from '../domain/boxes.ts'
import { paginate } from '../domain/paginate.ts'
import { wordsIn } from './words.ts'

type Pdf = PDFKit.PDFDocument
type Structure = ReturnType<Pdf['struct']>

const colours = { ink: '#1d2927', soft: '#52605c', primary: '#0f5c50', line: '#9aa8a4', head: '#e6efec' }

/**
 * The document as PDF: A4, fonts embedded, tagged (headings, lists, tables with their heads), bookmarks, the text's name on
 * each page. The same document gives the same bytes.
 */
export function pdfOf(document: Document, { compress = true }: { compress?: boolean } = {}): Promise<Buffer> {
  const { title, subject, author, language, at } = document
  const pdf = new PDFDocument({
    margin: 0, autoFirstPage: false, compress, tagged: true, lang: language === 'id' ? 'id-ID' : 'en', displayTitle: true, pdfVersion: '1.7',
    info: { Title: plainInfo(title), Author: plainInfo(author), Subject: plainInfo(subject), Creator: 'Pembina', Producer: 'Pembina', CreationDate: at, ModDate: at },
  })
  withFonts(pdf)
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>((resolve, reject) => pdf.on('end', () => resolve(Buffer.concat(parts))).on('error', reject))
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const pages = paginate(document, measuring())
  const drawn = drawing(pdf, root)
  pages.forEach((page, number) => {
    pdf.addPage({ size: [page.width, page.height], margin: 0 })
    edges(pdf, document, page, number + 1, pages.length)
    drawn.page(page)
  })
  drawn.end()
  root.end()
  pdf.end()
  return done
}

/** Draws pages one after the other; tables, lists and bookmarks go on from page to page. */
function drawing(pdf: Pdf, root: Structure): { page(page: Page): void; end(): void } {
  let open: { key: string; element: Structure } | null = null
  let chapter: PDFKit.PDFOutline | null = null
  const within = (key: string, make: () => Structure): Structure => {
    if (open?.key !== key) {
      open?.element.end()
      open = { key, element: make() }
      root.add(open.element)
    }
    return open.element
  }
  const close = () => {
    open?.element.end()
    open = null
  }
  const bookmark = ({ role, lines }: TextBox) => {
    const text = lines.join(' ')
    if (role === 'H1' || role === 'H2') chapter = pdf.outline.addItem(text)
    else if (role === 'H3') (chapter ?? pdf.outline).addItem(text)
  }
  return {
    page(page) {
      for (const box of page.boxes) {
        if (box.kind === 'row') {
          grid(pdf, box)
          const table = within(`table ${box.table}`, () => pdf.struct('Table', { title: box.caption }))
          const row = pdf.struct('TR')
          table.add(row)
          for (const cell of box.cells) row.add(structured(pdf, cell, box.strong))
          row.end()
        } else if (box.role === 'LI') {
          const item = pdf.struct('LI')
          within(`list ${box.list}`, () => pdf.struct('L')).add(item)
          item.add(pdf.struct('LBody', {}, () => write(pdf, box)))
          item.end()
        } else {
          close()
          root.add(pdf.struct(box.role, {}, () => write(pdf, box)))
          bookmark(box)
        }
      }
    },
    end: close,
  }
}

/** A cell in the tree, with what it heads. */
function structured(pdf: Pdf, cell: TextBox, strong: boolean): Structure {
  const element = pdf.struct(cell.role, {}, () => write(pdf, cell, strong && cell.role === 'TH' ? colours.primary : undefined))
  if (cell.scope) (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = { O: 'Table', Scope: cell.scope }
  return element
}

function write(pdf: Pdf, box: TextBox, colour = box.soft ? colours.soft : colours.ink): void {
  pdf.fillColor(colour)
  writeLines(pdf, box)
}

/** What a reader passes over. */
function artifact(pdf: Pdf, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type })
  draw()
  pdf.endMarkedContent()
}

function grid(pdf: Pdf, { y, height, head, strong, edges: at }: RowBox): void {
  artifact(pdf, 'Layout', () => {
    const [left, right] = [at[0]!, at.at(-1)!]
    if (head || strong) pdf.rect(left, y, right - left, height).fill(colours.head)
    pdf.lineWidth(0.5).strokeColor(colours.line)
    pdf.rect(left, y, right - left, height).stroke()
    for (const x of at.slice(1, -1)) pdf.moveTo(x, y).lineTo(x, y + height).stroke()
  })
}

function edges(pdf: Pdf, { header, footer, language }: Document, { width, height }: Page, page: number, pages: number): void {
  const line = (text: string, y: number, align: 'left' | 'right') =>
    write(pdf, { x: margin.side, y, width: width - 2 * margin.side, lines: [text], style: styles.margin, align, role: 'P', soft: true })
  artifact(pdf, 'Pagination', () => {
    line(header, 32, 'left')
    pdf.moveTo(margin.side, 46).lineTo(width - margin.side, 46).lineWidth(0.5).strokeColor(colours.line).stroke()
    line(footer, height - 36, 'left')
    line(wordsIn(language).say('page', { page, pages }), height - 36, 'right')
  })
}
