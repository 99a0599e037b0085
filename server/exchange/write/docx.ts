import {
  AlignmentType, convertMillimetersToTwip, Document as Word, Footer, Header, HeadingLevel, LevelFormat, Packer, PageNumber, PageOrientation, Paragraph, ShadingType,
  Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type ISectionOptions, type ParagraphChild,
} from 'docx'
import type { Align, Block, Document, TableBlock } from '../domain/blocks.ts'
import { wordsIn } from './words.ts'

const FONT = 'Calibri'
const A4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }
const MARGIN = convertMillimetersToTwip(18)
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** The document as DOCX: headings as headings, tables whose head repeats, the text's name and the page on each page. */
export async function docxOf(document: Document): Promise<Buffer> {
  const { title, subject, author, language } = document
  const word = new Word({
    title, subject, creator: author, lastModifiedBy: 'Pembina', description: document.header,
    styles: {
      default: {
        document: { run: { font: FONT, size: 20, language: { value: language === 'id' ? 'id-ID' : 'en-GB' } }, paragraph: { spacing: { after: 80 } } },
        heading1: { run: { size: 36, bold: true, color: '0F5C50' }, paragraph: { spacing: { after: 160 } } },
        heading2: { run: { size: 26, bold: true, color: '0F5C50' }, paragraph: { spacing: { before: 280, after: 100 } } },
        heading3: { run: { size: 22, bold: true, color: '1D2927' }, paragraph: { spacing: { before: 200, after: 80 } } },
      },
    },
    numbering: { config: [{ reference: 'numbered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 400, hanging: 400 } } } }] }] },
    sections: sectionsOf(document),
  })
  return await Packer.toBuffer(word)
}

function sectionsOf(document: Document): ISectionOptions[] {
  const groups: { landscape: boolean; blocks: Block[] }[] = [{ landscape: false, blocks: [] }]
  for (const block of document.blocks) {
    if (block.kind === 'page') groups.push({ landscape: block.landscape, blocks: [] })
    else groups.at(-1)!.blocks.push(block)
  }
  let lists = 0
  return groups.filter(({ blocks }) => blocks.length > 0).map(({ landscape, blocks }) => {
    const wide = (landscape ? A4.height : A4.width) - 2 * MARGIN
    return {
      properties: { page: {
        // docx swaps width and height itself where the page lies.
        size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      } },
      headers: { default: new Header({ children: [small(document.header)] }) },
      footers: { default: new Footer({ children: [footerOf(document)] }) },
      children: blocks.flatMap(block => written(block, wide, () => lists++)),
    }
  })
}

const small = (text: string) => new Paragraph({ children: [new TextRun({ text: clean(text), size: 15, color: '52605C' })] })

function footerOf({ footer, language }: Document): Paragraph {
  const [before, between, after] = wordsIn(language).say('page', { page: '\u0000', pages: '\u0000' }).split('\u0000') as [string, string, string]
  const run = { size: 15, color: '52605C' }
  return new Paragraph({ children: [
    new TextRun({ ...run, text: `${clean(footer)} · ${before}` }), new TextRun({ ...run, children: [PageNumber.CURRENT] }), new TextRun({ ...run, text: between }),
    new TextRun({ ...run, children: [PageNumber.TOTAL_PAGES] }), new TextRun({ ...run, text: after }),
  ] })
}

function written(block: Exclude<Block, { kind: 'page' }> | Block, wide: number, list: () => number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'page': return []
    case 'heading': return [new Paragraph({ text: clean(block.text), heading: headings[block.level], keepNext: true })]
    case 'paragraph': return block.text.split('\n').filter(line => line.trim() !== '').map(text => new Paragraph({ children: [new TextRun({ text: clean(text), color: block.soft ? '52605C' : undefined })] }))
    case 'list': {
      const instance = list()
      return block.items.map(item => new Paragraph({ children: runs(item), ...(block.numbered ? { numbering: { reference: 'numbered', level: 0, instance } } : { bullet: { level: 0 } }) }))
    }
    case 'facts': return [tableOf(wide, [0.27, 0.73], null, block.items.map(([label, value]) => ({ strong: [true, false], texts: [label, value] })), ['left', 'left']), gap()]
    case 'table': return [plain(block, wide), gap()]
  }
}

const gap = () => new Paragraph({ spacing: { after: 60 }, children: [] })

const plain = ({ columns, rows, foot = [] }: TableBlock, wide: number) => tableOf(
  wide, columns.map(({ share }) => share), columns.map(({ head }) => head),
  [...rows.map(texts => ({ texts, strong: [] as boolean[] })), ...foot.map(texts => ({ texts, strong: columns.map(() => true) }))],
  columns.map(({ align = 'left' }) => align),
)

function tableOf(wide: number, shares: readonly number[], head: readonly string[] | null, rows: readonly { texts: readonly string[]; strong: readonly boolean[] }[], aligns: readonly Align[]): Table {
  const widths = shares.map(share => Math.round(share * wide))
  const cell = (text: string, at: number, strong: boolean, shaded: boolean) => new TableCell({
    width: { size: widths[at]!, type: WidthType.DXA }, margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: 'E6EFEC', color: 'auto' } } : {}),
    children: text.split('\n').map(line => new Paragraph({ alignment: alignments[aligns[at]!], spacing: { after: 0 }, children: [new TextRun({ text: clean(line), bold: strong, size: 17 })] })),
  })
  return new Table({
    columnWidths: widths, width: { size: wide, type: WidthType.DXA }, layout: TableLayoutType.FIXED,
    rows: [
      ...(head ? [new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, at, true, true)) })] : []),
      ...rows.map(({ texts, strong }) => new TableRow({ children: widths.map((_, at) => cell(texts[at] ?? '', at, strong[at] ?? false, strong[at] ?? false)) })),
    ],
  })
}

const runs = (text: string): ParagraphChild[] => text.split('\n').map((line, at) => new TextRun({ text: clean(line), break: at > 0 ? 1 : 0 }))

/** XML 1.0 has no place for these, whoever wrote them. */
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
