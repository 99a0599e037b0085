import PDFDocument from 'pdfkit'
import { drawCertificate } from '../../server/certificate/draw.ts'
import { someFacts } from '../support/certificate.ts'
import { report, sideBySide } from './measure.ts'

/** A certificate beside what PDFKit alone needs for two bare pages of text in a font of its own. */
export async function certificateBench(): Promise<void> {
  const bare = () => new Promise<Buffer>(resolve => {
    const pdf = new PDFDocument({ size: 'A4', layout: 'landscape' })
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)))
    pdf.font('node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff').text('Surat tanda tamat pelatihan. '.repeat(40))
    pdf.addPage().text('Daftar mata pelatihan. '.repeat(40))
    pdf.end()
  })
  report('a certificate, front and back', await sideBySide(bare, () => drawCertificate(someFacts()), 60), 'bare PDFKit, two pages, one font')
}
