import MarkdownIt from 'markdown-it'
import { limits, type RawLine } from '../domain/raw.ts'
import { Unreadable } from '../../lib/unreadable.ts'

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]
/** Text beyond this is no outline. Default, ours. */
const MARKDOWN_MAX = 1024 * 1024

/** The outline of a Markdown text (CommonMark with tables): headings, items, paragraphs and rows with their lines. HTML is text. */
export function linesInMarkdown(file: Buffer): RawLine[] {
  if (file.length > MARKDOWN_MAX) throw new Unreadable('IMPORT_TOO_LARGE', { what: 'markdown', max: 1 })
  const tokens = new MarkdownIt('commonmark', { html: false, maxNesting: 30 }).enable('table').parse(decoded(file), {})
  const lines: RawLine[] = []
  let [depth, heading] = [0, 0]
  let row: string[] | null = null
  let line = 1
  let isRest = false
  const put = (one: Omit<RawLine, 'line'>, at: number) => {
    if (lines.length >= limits.lines) throw new Unreadable('IMPORT_TOO_LARGE', { what: 'lines', max: limits.lines })
    lines.push({ line: at, ...one, text: one.text.slice(0, limits.text) })
  }
  for (const token of tokens) {
    line = token.map ? token.map[0] + 1 : line
    if (token.type === 'heading_open') heading = Number(token.tag.slice(1))
    else if (token.type === 'heading_close') heading = 0
    else if (/_list_open$/.test(token.type)) depth++
    else if (/_list_close$/.test(token.type)) depth--
    else if (token.type === 'list_item_open') isRest = false
    else if (token.type === 'tr_open') row = []
    else if (token.type === 'tr_close') {
      put({ kind: 'row', level: 1, text: '', cells: row ?? [] }, line)
      row = null
    } else if (token.type === 'inline') {
      const parts = partsOf(token)
      if (row) row.push(parts.join(' ').slice(0, limits.text))
      else if (heading) put({ kind: 'heading', level: heading, text: parts.join(' ') }, line)
      else if (depth > 0) {
        // What follows in an item, on lines of its own, belongs beneath it.
        put({ kind: 'item', level: depth - 1 + (isRest ? 1 : 0), text: parts[0]! }, line)
        for (const part of parts.slice(1)) put({ kind: 'item', level: depth, text: part }, line)
        isRest = true
      } else for (const part of parts) put({ kind: 'text', level: 0, text: part }, line)
    } else if (token.type === 'fence' || token.type === 'code_block') put({ kind: 'text', level: 0, text: token.content.trim() }, line)
  }
  return lines
}

/** UTF-8 and nothing else: a wrong guess would spoil names. */
function decoded(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file).replace(/\r\n?/g, '\n')
  } catch {
    throw new Unreadable('IMPORT_ENCODING')
  }
}

const isLabelled = (text: string) => /^[\p{L}][\p{L} /-]{1,40}:\s/u.test(text)
/** A line with a label and so few letters was not broken for lack of room. */
const SHORT = 60

/** Text without its marks. A wrapped line goes on the one before, unless it, or a short one before it, begins with a label: "Metode: …". */
function partsOf({ children }: Token): string[] {
  const parts: string[] = ['']
  for (const { type, content } of children ?? []) {
    if (type === 'softbreak' || type === 'hardbreak') parts.push('')
    else if (type === 'text' || type === 'code_inline') parts[parts.length - 1] += content
  }
  return parts.map(part => part.trim()).reduce<string[]>((all, part) => {
    const last = all.at(-1)
    if (last === undefined || isLabelled(part) || (isLabelled(last) && last.length < SHORT)) all.push(part)
    else all[all.length - 1] += ` ${part}`
    return all
  }, [])
}
