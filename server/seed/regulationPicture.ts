import { png, type Colour } from './png.ts'

/** The picture a question of the demo asks about: the first page of a regulation, drawn here in lines and a few words. */

/** Letters five points wide and seven high, a row a number. */
const letters: Readonly<Record<string, readonly number[]>> = {
  A: [14, 17, 17, 31, 17, 17, 17], B: [30, 17, 17, 30, 17, 17, 30], D: [30, 17, 17, 17, 17, 17, 30], E: [31, 16, 16, 30, 16, 16, 31],
  G: [14, 17, 16, 23, 17, 17, 14], I: [14, 4, 4, 4, 4, 4, 14], K: [17, 18, 20, 24, 20, 18, 17], L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17], N: [17, 25, 21, 19, 17, 17, 17], O: [14, 17, 17, 17, 17, 17, 14], P: [30, 17, 17, 30, 16, 16, 16],
  R: [30, 17, 17, 30, 20, 18, 17], S: [15, 16, 16, 14, 1, 1, 30], T: [31, 4, 4, 4, 4, 4, 4], U: [17, 17, 17, 17, 17, 17, 14], W: [17, 17, 17, 21, 21, 27, 17],
  '1': [4, 12, 4, 4, 4, 4, 14], ':': [0, 4, 0, 0, 0, 4, 0],
}

const [WIDTH, HEIGHT, POINT, STEP] = [600, 760, 2, 12] as const
const [INK, LINE, EDGE]: readonly Colour[] = [[0x1c, 0x24, 0x20], [0xb9, 0xbf, 0xb6], [0x8a, 0x92, 0x8b]]

type Word = { x: number; y: number; text: string }
/** Lines of text that need not be read: from x, so wide, so many, from y. */
type Lines = { x: number; y: number; width: number; count: number }

const centred = (y: number, text: string): Word => ({ x: (WIDTH - text.length * STEP) / 2, y, text })
const words: readonly Word[] = [
  centred(50, 'PERATURAN WALI KOTA MEDAN'), { x: 50, y: 150, text: 'MENIMBANG :' }, { x: 50, y: 270, text: 'MENGINGAT :' },
  centred(392, 'MEMUTUSKAN:'), { x: 50, y: 428, text: 'MENETAPKAN:' }, centred(490, 'PASAL 1'), { x: 340, y: 652, text: 'WALI KOTA MEDAN' },
]
const lines: readonly Lines[] = [
  { x: 180, y: 80, width: 240, count: 2 }, { x: 210, y: 152, width: 340, count: 5 }, { x: 210, y: 272, width: 340, count: 5 },
  { x: 210, y: 430, width: 340, count: 2 }, { x: 50, y: 520, width: 500, count: 5 }, { x: 340, y: 690, width: 180, count: 1 },
]

function isInk(x: number, y: number): boolean {
  return words.some(word => {
    const [column, row] = [Math.floor((x - word.x) / POINT), Math.floor((y - word.y) / POINT)]
    if (column < 0 || row < 0 || row > 6 || column % 6 === 5) return false
    const bits = letters[word.text[Math.floor(column / 6)] ?? ' ']?.[row] ?? 0
    return ((bits >> (4 - (column % 6))) & 1) === 1
  })
}

const isLine = (x: number, y: number): boolean => lines.some(one => x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.count * 20 && (y - one.y) % 20 < 5)
const isEdge = (x: number, y: number): boolean => x < 2 || y < 2 || x >= WIDTH - 2 || y >= HEIGHT - 2

export const regulationPage = (): Buffer => png(WIDTH, HEIGHT, (x, y) => (isInk(x, y) ? INK : isLine(x, y) ? LINE : isEdge(x, y) ? EDGE : undefined))
/** What is to be seen there, for who does not see it. */
export const regulationWords = 'Halaman pertama peraturan wali kota, dari atas ke bawah: judul; bagian Menimbang; bagian Mengingat; kata Memutuskan dan bagian Menetapkan; Pasal 1; tanda tangan Wali Kota Medan.'

const zone = (label: string, from: number, to: number, right = false) => ({ label, x: 4, y: (from / HEIGHT) * 100, width: 92, height: ((to - from) / HEIGHT) * 100, right })
/** The parts of the page, as places to pick; the one that says on what law the regulation rests is the right one. */
export const regulationZones = [
  zone('Judul', 36, 130), zone('Menimbang', 138, 255), zone('Mengingat', 260, 374, true), zone('Memutuskan dan Menetapkan', 380, 474), zone('Pasal 1', 480, 625), zone('Tanda tangan', 640, 730),
].map(({ x, y, width, height, ...rest }) => ({ ...rest, x, y: Number(y.toFixed(2)), width, height: Number(height.toFixed(2)) }))
