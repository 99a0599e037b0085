import { wrap, type Measure, type Style } from '../../lib/text.ts'
import type { Align, Document, TableBlock } from './blocks.ts'
import { margin, paper, styles, type Page, type RowBox, type TextBox } from './boxes.ts'

const PAD = 4
/** Space before each level of heading. */
const before = { 1: 0, 2: 14, 3: 9 }
/** What a heading wants beneath it on the same page: itself and the first lines of what it heads. */
const COMPANY = 48
/** Pages a document may have: 400 activities make about 100, the most that input takes 2,400. */
export const PAGES_MAX = 4000

type Cell = { text: string; style: Style; align: Align; role: 'TH' | 'TD'; scope?: 'Column' | 'Row' }

/** The document's blocks on pages: text broken into lines, tables flowing on with their head repeated. Throws RangeError beyond PAGES_MAX. */
export function paginate({ blocks }: Pick<Document, 'blocks'>, measure: Measure): Page[] {
  const pages: Page[] = []
  let landscape = false
  let y = 0
  let tables = 0
  let lists = 0

  const page = () => pages.at(-1)!
  const width = () => page().width - 2 * margin.side
  const bottom = () => page().height - margin.bottom
  const turn = () => {
    if (pages.length === PAGES_MAX) throw new RangeError('the document has too many pages')
    pages.push(landscape ? { width: paper.long, height: paper.short, boxes: [] } : { width: paper.short, height: paper.long, boxes: [] })
    y = margin.top
  }

  const write = (text: string, { style, role, indent = 0, soft = false, list }: { style: Style; role: TextBox['role']; indent?: number; soft?: boolean; list?: number }) => {
    let rest = linesOf(text, style, width() - indent, measure)
    while (rest.length > 0) {
      const high = style.size * style.leading
      if (y + high > bottom()) turn()
      const fits = Math.max(1, Math.floor((bottom() - y) / high))
      const part = rest.slice(0, fits)
      rest = rest.slice(fits)
      page().boxes.push({ kind: 'text', x: margin.side + indent, y, width: width() - indent, lines: part, style, align: 'left', role, soft, list })
      y += part.length * high
    }
  }

  const table = (caption: string, shares: readonly number[], head: readonly Cell[] | null, body: readonly { cells: readonly Cell[]; strong: boolean }[]) => {
    const number = tables++
    const rowOf = (cells: readonly Cell[], isHead: boolean, strong: boolean): RowBox => placed(cells, shares, { y, width: width(), table: number, caption, head: isHead, strong }, measure)
    const put = (row: RowBox) => {
      page().boxes.push(row)
      y += row.height
    }
    const repeat = () => { if (head) put(rowOf(head, true, true)) }
    y += 4
    const first = body[0] && rowOf(body[0].cells, false, false)
    const headHeight = head ? rowOf(head, true, true).height : 0
    // A head is not left alone: with it comes its first row, and with that the sums, if this is all.
    const beginning = (first?.height ?? 0) + (body[1]?.strong ? rowOf(body[1].cells, false, true).height : 0)
    const wanted = beginning + headHeight <= bottom() - margin.top ? beginning : 3 * COMPANY
    if (first && y + headHeight + wanted > bottom() && y > margin.top) turn()
    repeat()
    body.forEach(({ cells, strong }, at) => {
      let row = rowOf(cells, false, strong)
      // Sums are not left alone on a page.
      const next = body[at + 1]
      const company = next?.strong && !strong ? rowOf(next.cells, false, true).height : 0
      if (y + row.height + company > bottom() && y > margin.top + headHeight + 1) {
        // A row that would fit a page of its own goes there; a longer one begins here if there is room for some of it.
        const whole = row.height <= bottom() - margin.top - headHeight
        if (whole || y + 2 * COMPANY > bottom()) {
          turn()
          repeat()
          row = rowOf(cells, false, strong)
        }
      }
      while (y + row.height > bottom()) {
        const [now, later] = cut(row, bottom() - y)
        put(now)
        turn()
        repeat()
        row = moved(later, y)
      }
      put(row)
    })
    y += 8
  }

  turn()
  for (const block of blocks) {
    switch (block.kind) {
      case 'page':
        landscape = block.landscape
        if (page().boxes.length > 0) turn()
        else {
          pages.pop()
          turn()
        }
        break
      case 'heading': {
        const style = styles[`H${block.level}`]
        if (y > margin.top) y += before[block.level]
        if (y + style.size * style.leading + COMPANY > bottom()) turn()
        write(block.text, { style, role: `H${block.level}` })
        y += 4
        break
      }
      case 'paragraph':
        for (const text of block.text.split('\n').filter(line => line.trim() !== '')) write(text, { style: styles.P, role: 'P', soft: block.soft })
        y += 4
        break
      case 'list': {
        const list = lists++
        block.items.forEach((item, at) => write(`${block.numbered ? `${at + 1}.` : '•'} ${item}`, { style: styles.LI, role: 'LI', indent: 8, list }))
        y += 4
        break
      }
      case 'facts':
        table(block.caption, [0.27, 0.73], null, block.items.map(([label, value]) => ({
          strong: false, cells: [{ text: label, style: styles.head, align: 'left', role: 'TH', scope: 'Row' }, { text: value, style: styles.cell, align: 'left', role: 'TD' }],
        })))
        break
      case 'table':
        table(block.caption, block.columns.map(({ share }) => share), headOf(block), [
          ...block.rows.map(row => ({ strong: false, cells: cellsOf(block, row) })), ...(block.foot ?? []).map(row => ({ strong: true, cells: cellsOf(block, row, styles.head) })),
        ])
        break
    }
  }
  return pages
}

const headOf = ({ columns }: TableBlock): Cell[] => columns.map(({ head, align = 'left' }) => ({ text: head, style: styles.head, align: align === 'right' ? 'right' : align, role: 'TH', scope: 'Column' }))
const cellsOf = ({ columns }: TableBlock, row: readonly string[], style: Style = styles.cell): Cell[] =>
  columns.map(({ align = 'left' }, at) => ({ text: row[at] ?? '', style, align, role: 'TD' }))

function linesOf(text: string, style: Style, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap(line => wrap(line, style, width, measure))
}

function placed(cells: readonly Cell[], shares: readonly number[], of: { y: number; width: number; table: number; caption: string; head: boolean; strong: boolean }, measure: Measure): RowBox {
  let x = margin.side
  const edges = [x]
  const boxes = cells.map(({ text, style, align, role, scope }, at): TextBox => {
    const width = shares[at]! * of.width
    const box = { x: x + PAD, y: of.y + PAD, width: width - 2 * PAD, lines: linesOf(text, style, width - 2 * PAD, measure), style, align, role, soft: false, scope }
    x += width
    edges.push(x)
    return box
  })
  const height = Math.max(...boxes.map(box => Math.max(1, box.lines.length) * box.style.size * box.style.leading)) + 2 * PAD
  return { kind: 'row', table: of.table, caption: of.caption, y: of.y, height, head: of.head, strong: of.strong, cells: boxes, edges }
}

const moved = (row: RowBox, y: number): RowBox => ({ ...row, y, cells: row.cells.map(cell => ({ ...cell, y: y + PAD })) })

/** A row too high for the page as two: what fits, and the rest of each cell. */
function cut(row: RowBox, room: number): [RowBox, RowBox] {
  const fits = (cell: TextBox) => Math.max(1, Math.floor((room - 2 * PAD) / (cell.style.size * cell.style.leading)))
  const heightOf = (cells: readonly TextBox[]) => Math.max(...cells.map(cell => Math.max(1, cell.lines.length) * cell.style.size * cell.style.leading)) + 2 * PAD
  const now = row.cells.map(cell => ({ ...cell, lines: cell.lines.slice(0, fits(cell)) }))
  const later = row.cells.map(cell => ({ ...cell, lines: cell.lines.slice(fits(cell)) }))
  return [{ ...row, cells: now, height: Math.min(room, heightOf(now)) }, { ...row, cells: later, height: heightOf(later) }]
}
