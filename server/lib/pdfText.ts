import PDFDocument from 'pdfkit'
import { fontData, fonts } from './fonts.ts'
import type { Face, Measure } from './text.ts'

type Pdf = PDFKit.PDFDocument

/** A stretch of a line that one font can write. */
export type Run = { text: string; font: string }

/** Never drawn: it opens each font once, to measure by, so that a document holds just the fonts it uses, in the order it uses them. */
const ruler = withFonts(new PDFDocument({ autoFirstPage: false }))

/** The document, knowing every font by its name; it opens those it draws with. */
export function withFonts(pdf: Pdf): Pdf {
  for (const name of Object.values(fonts).flat()) pdf.registerFont(name, fontData(name))
  return pdf
}

/** Widths by word: lines are tried again and again while they are broken, words stay the same. */
export function measuring(): Measure {
  const widths = new Map<string, number>()
  const one = (text: string, face: Face) => runsOf(text, face).reduce((sum, run) => sum + ruler.font(run.font).fontSize(1000).widthOfString(run.text), 0) / 1000
  const width = (text: string, face: Face) => {
    const key = `${face} ${text}`
    const before = widths.get(key) ?? one(text, face)
    widths.set(key, before)
    return before
  }
  return (text, face, size) => text.split(/(?= )/).reduce((sum, word) => sum + width(word, face), 0) * size
}

/** What is shown for a letter, and from which part of a face: asked once in a process, for fonts do not change. */
const known = new Map<string, readonly [string, string]>()

/** Which part of a font has the letter; its bare form when none has it with its marks; a question mark when nothing has. */
export function runsOf(text: string, face: Face): Run[] {
  const runs: Run[] = []
  for (const letter of text.normalize('NFC')) {
    const [shown, font] = partOf(letter, face)
    const last = runs.at(-1)
    if (last?.font === font) last.text += shown
    else runs.push({ text: shown, font })
  }
  return runs
}

/** Lines in a box: where it begins, how wide it is, and how it is set. */
export type LineBox = { x: number; y: number; width: number; lines: readonly string[]; style: { face: Face; size: number; leading: number }; align: 'left' | 'center' | 'right' }

/** Writes lines that were broken before, each run in the font that has its letters; in the colour the document has. */
export function writeLines(pdf: Pdf, { x, y, width, lines, style: { face, size, leading }, align }: LineBox): void {
  lines.forEach((line, at) => {
    const runs = runsOf(line, face).map(run => ({ ...run, width: pdf.font(run.font).fontSize(size).widthOfString(run.text) }))
    const whole = runs.reduce((sum, run) => sum + run.width, 0)
    let left = align === 'left' ? x : align === 'center' ? x + (width - whole) / 2 : x + width - whole
    for (const [n, run] of runs.entries()) {
      // A space at the end of a line: whoever reads it aloud should not run words together.
      const spoken = n === runs.length - 1 && at < lines.length - 1 ? `${run.text} ` : run.text
      pdf.font(run.font).fontSize(size).text(spoken, left, y + at * size * leading + (size * (leading - 1)) / 2, { lineBreak: false, baseline: 'top' })
      left += run.width
    }
  })
}

function partOf(letter: string, face: Face): readonly [string, string] {
  const key = `${face} ${letter}`
  const before = known.get(key)
  if (before) return before
  const bare = letter.normalize('NFD')[0]!
  const found = [letter, bare, '?'].flatMap(one => fonts[face].filter(name => hasGlyph(name, one)).map(name => [one, name] as const))[0]!
  known.set(key, found)
  return found
}

/** PDFKit draws nothing for a letter that a font lacks; its font object knows. */
function hasGlyph(name: string, letter: string): boolean {
  const opened = (ruler.font(name) as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font
  return opened.font.hasGlyphForCodePoint(letter.codePointAt(0)!)
}

/** Text for a document's metadata: PDFKit writes it into XML without escaping. */
export const plainInfo = (text: string): string => text.replace(/&/g, '+').replace(/[<>]/g, '')
