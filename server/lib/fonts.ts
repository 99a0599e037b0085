import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { Face } from './text.ts'

const require = createRequire(import.meta.url)
const folder = (family: string) => join(dirname(require.resolve(`@fontsource/${family}/package.json`)), 'files')

/** Open fonts (OFL) that npm brings, each in parts: Latin first, then the letters beyond it. Names of files in `fontData`. */
export const fonts: Record<Face, readonly string[]> = {
  serif: parts('source-serif-4', 400), serifBold: parts('source-serif-4', 700), sans: parts('plus-jakarta-sans', 400), sansBold: parts('plus-jakarta-sans', 700),
}

function parts(family: string, weight: number): readonly string[] {
  return ['latin', 'latin-ext', 'vietnamese'].map(part => `${family}-${part}-${weight}-normal`)
}

const opened = new Map<string, Buffer>()

/** A font's data by its name, opened once in a process. */
export function fontData(name: string): Buffer {
  const before = opened.get(name)
  if (before) return before
  const family = name.replace(/-(latin|vietnamese)-.*$/, '')
  const data = sfntOf(readFileSync(join(folder(family), `${name}.woff`)))
  opened.set(name, data)
  return data
}

const HEADER = 44
const ENTRY = 20

/**
 * A WOFF 1.0 file unpacked to the SFNT it holds (W3C WOFF File Format 1.0, §3-5). Node's zlib does in a millisecond what
 * the font library's own inflating does in fifty, for every certificate. Throws RangeError for what is no WOFF.
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('not a WOFF 1.0 font')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, n) => {
    const at = HEADER + n * ENTRY
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
    const bytes = woff.subarray(offset, offset + packed)
    return { tag: woff.subarray(at, at + 4), checksum: woff.subarray(at + 16, at + 20), data: packed < length ? inflateSync(bytes) : bytes }
  })
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  let offset = head.length
  const bodies = tables.map(({ tag, checksum, data }, n) => {
    const at = 12 + n * 16
    tag.copy(head, at)
    checksum.copy(head, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4)
    data.copy(padded)
    offset += padded.length
    return padded
  })
  return Buffer.concat([head, ...bodies])
}
