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
