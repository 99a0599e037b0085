import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { create as qrCode } from 'qrcode'
import { measuring, plainInfo, withFonts, writeLines } from '../lib/pdfText.ts'
import { projectRoot } from '../lib/root.ts'
import type { Language } from '../lib/words.ts'
import { paper, type Box, type Colour, type PictureBox, type Say, type TextBox } from './domain/boxes.ts'
import type { CertificateFacts } from './domain/facts.ts'
import { layout } from './domain/layout.ts'

type Pdf = PDFKit.PDFDocument

const colours: Record<Colour, string> = { ink: '#1d2927', soft: '#52605c', primary: '#0f5c50', accent: '#8a5a0b' }

const locales = Object.fromEntries((['id', 'en'] as const).map(language => [language,
  JSON.parse(readFileSync(join(projectRoot, 'server', 'locales', language, 'certificate.json'), 'utf8')) as Record<string, string>]))

const sayIn = (language: Language): Say => (key, facts = {}) => {
  const text = locales[language]![key]
  if (text === undefined) throw new RangeError(`no words for ${key}`)
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name]))
}

/**
 * The certificate as PDF: A4 landscape, fonts embedded, tagged for readers, the QR code as lines. The same facts give the
 * same bytes.
 */
export function drawCertificate(facts: CertificateFacts, { language = 'id', compress = true }: { language?: Language; compress?: boolean } = {}): Promise<Buffer> {
  const say = sayIn(language)
  const title = `${say(`title.${facts.kind}`)} ${facts.number}`
  const pdf = new PDFDocument({
    size: [paper.width, paper.height], margin: 0, autoFirstPage: false, compress, tagged: true, lang: language === 'id' ? 'id-ID' : 'en', displayTitle: true, pdfVersion: '1.7',
    info: { Title: plainInfo(title), Author: plainInfo(facts.training.organiser), Subject: plainInfo(facts.training.title), Creator: 'Pembina', Producer: 'Pembina', CreationDate: facts.issuedAt, ModDate: facts.issuedAt },
  })
  withFonts(pdf)
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>((resolve, reject) => pdf.on('end', () => resolve(Buffer.concat(parts))).on('error', reject))
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  for (const page of layout(facts, { say, language }, measuring())) {
    pdf.addPage()
    border(pdf)
    drawBoxes(pdf, root, page.boxes, facts)
  }
  root.end()
  pdf.end()
  return done
}

type Structure = ReturnType<Pdf['struct']>

function drawBoxes(pdf: Pdf, root: Structure, boxes: readonly Box[], facts: CertificateFacts): void {
  let table: Structure | null = null
  for (const box of boxes) {
    if (box.kind === 'row') {
      if (!table) {
        table = pdf.struct('Table')
        root.add(table)
      }
      const row = pdf.struct('TR')
      table.add(row)
      for (const cell of box.cells) row.add(pdf.struct(cell.role, {}, () => text(pdf, cell)))
      row.end()
    } else if (box.kind === 'rule') {
      artifact(pdf, () => void pdf.moveTo(box.x, box.y).lineTo(box.x + box.width, box.y).lineWidth(0.5).strokeColor(colours[box.colour], 0.5).stroke())
    } else if (box.kind === 'text') {
      table?.end()
      table = null
      root.add(pdf.struct(box.role, {}, () => text(pdf, box)))
    } else {
      root.add(pdf.struct('Figure', { alt: box.alt }, () => (box.kind === 'qr' ? qr(pdf, box, facts.verifyUrl) : emblem(pdf, box))))
    }
  }
  table?.end()
}

function text(pdf: Pdf, box: TextBox): void {
  pdf.fillColor(colours[box.colour]).fillOpacity(1)
  writeLines(pdf, box)
}

/** What a reader passes over. */
function artifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}

function border(pdf: Pdf): void {
  artifact(pdf, () => {
    const { width, height } = paper
    pdf.rect(0, 0, width, height).fill('#fffdf8')
    pdf.lineWidth(2.5).strokeColor(colours.primary, 1).rect(22, 22, width - 44, height - 44).stroke()
    pdf.lineWidth(0.75).strokeColor('#c8963e', 1).rect(28, 28, width - 56, height - 56).stroke()
    for (const [x, y] of [[28, 28], [width - 28, 28], [28, height - 28], [width - 28, height - 28]] as const) {
      pdf.save().translate(x, y).rotate(45).rect(-5, -5, 10, 10).fillAndStroke('#fffdf8', '#c8963e').restore()
    }
  })
}

/** A neutral seedling in a shield, until the agency supplies its own emblem. */
function emblem(pdf: Pdf, { x, y, width }: PictureBox): void {
  pdf.save().translate(x, y).scale(width / 32)
  pdf.path('M16 1 L29 5 V15 C29 23 23 28.500 16 31 C9 28.500 3 23 3 15 V5 Z').fill(colours.primary)
  pdf.path('M16 25V13.500').lineWidth(2).lineCap('round').stroke('#ffffff')
  pdf.path('M16 19.500c-4.800 0-7.200-2.700-7.200-7 4.700 0 7.200 2.600 7.200 7Z').fill('#ffffff')
  pdf.path('M16 15.800c0-4.800 2.600-7.500 7.300-7.500 0 4.700-2.600 7.500-7.300 7.500Z').fill('#f2b04b')
  pdf.restore()
}

function qr(pdf: Pdf, { x, y, width }: PictureBox, url: string): void {
  const { modules } = qrCode(url, { errorCorrectionLevel: 'M' })
  const quiet = 4
  const unit = width / (modules.size + 2 * quiet)
  pdf.rect(x, y, width, width).fill('#ffffff')
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) pdf.rect(x + (column + quiet) * unit, y + (row + quiet) * unit, unit + 0.02, unit + 0.02)
    }
  }
  pdf.fill('#000000')
}
