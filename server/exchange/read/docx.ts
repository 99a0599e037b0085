import mammoth from 'mammoth'
import { limits, type RawLine } from '../domain/raw.ts'
import { Unreadable } from '../../lib/unreadable.ts'

const styles = ["p[style-name='Title'] => h1:fresh", "p[style-name='Judul'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]

/** The outline of a DOCX: its headings, lists, paragraphs and tables in order, numbered as they come; pictures are left out. */
export async function linesInDocx(file: Buffer): Promise<RawLine[]> {
  const nothing = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: file }, { styleMap: styles, convertImage: nothing, externalFileAccess: false })
  return linesInHtml(value)
}

/** Blocks of the plain HTML that mammoth writes: well-formed, its text escaped. */
export function linesInHtml(html: string): RawLine[] {
  const lines: RawLine[] = []
  let [text, depth, heading, table] = ['', 0, 0, 0]
  let row: string[] | null = null
  const put = (kind: RawLine['kind'], level: number, cells?: string[]) => {
    const said = unescaped(text).trim().slice(0, limits.text)
    text = ''
    if (!said && !cells) return
    if (lines.length >= limits.lines) throw new Unreadable('IMPORT_TOO_LARGE', { what: 'lines', max: limits.lines })
    lines.push({ line: lines.length + 1, kind, level, text: said, ...(cells ? { cells } : {}) })
  }
  const flush = () => {
    if (table === 0) put(heading ? 'heading' : depth > 0 ? 'item' : 'text', heading || Math.max(0, depth - 1))
  }
  for (const [, closing, tag, plain] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>|([^<]+)/g)) {
    if (plain !== undefined) text += plain
    else if (tag === 'br') text += '\n'
    else if (/^h[1-6]$/.test(tag!)) {
      if (!closing) flush()
      heading = Number(tag![1])
      if (closing) {
        flush()
        heading = 0
      }
    } else if (tag === 'ul' || tag === 'ol') {
      flush()
      depth += closing ? -1 : 1
    } else if (tag === 'table') {
      if (!closing) flush()
      table += closing ? -1 : 1
    } else if (table === 1 && tag === 'tr') {
      if (closing && row) put('row', table, row)
      row = closing ? null : []
    } else if (table === 1 && (tag === 'td' || tag === 'th')) {
      if (closing) row?.push(unescaped(text).trim().slice(0, limits.text))
      text = ''
    } else if (tag === 'p' || tag === 'li') {
      if (table > 0) text += closing && tag === 'p' ? '\n' : ''
      else flush()
    }
  }
  flush()
  return lines
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
const unescaped = (text: string) => text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name]!)
