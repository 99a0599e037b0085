import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

/** A part of an archive, unpacked. */
export type Part = { name: string; bytes: Buffer }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/**
 * What an archive may hold: parts, and bytes once unpacked. `wants` leaves parts packed that nobody reads. With `leave`, a
 * part that swells above `each` or what is left of all, or is broken, is told to it and left out; the others are read.
 */
export type ZipLimits = { entries: number; unpacked: number; each?: number; leave?: (name: string, why: Unreadable) => void; wants?: (name: string) => boolean }
/** An office document, generously. Default, ours. */
const office: ZipLimits = { entries: 500, unpacked: 40 * 1024 * 1024 }

/**
 * Unpacks an archive within limits, whatever its directory claims, so that nothing read afterwards can swell: number of parts,
 * bytes unpacked, names that stay inside, no part twice, none encrypted, none over another. Throws Unreadable.
 */
export function unpack(file: Buffer, limits = office): Part[] {
  const end = endOf(file)
  const count = file.readUInt16LE(end + 10)
  if (count === 0xffff || file.readUInt16LE(end + 4) !== 0) throw new Unreadable('IMPORT_UNREADABLE')
  if (count > limits.entries) throw new Unreadable('IMPORT_TOO_LARGE', { what: 'entries', max: limits.entries })
  const parts: Part[] = []
  const names = new Set<string>()
  let [at, left, packedAll] = [file.readUInt32LE(end + 16), limits.unpacked, 0]
  for (let n = 0; n < count; n++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw new Unreadable('IMPORT_UNREADABLE')
    const [flags, method, packed] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [nameLength, extra, comment, offset] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    at += 46 + nameLength + extra + comment
    if (flags & 1) throw new Unreadable('IMPORT_UNSAFE', { why: 'encrypted' })
    if (!isInside(name) || names.has(name.toLowerCase())) throw new Unreadable('IMPORT_UNSAFE', { why: 'names' })
    names.add(name.toLowerCase())
    packedAll += packed
    // Parts that lie over each other weigh more together than the file.
    if (packedAll > file.length) throw new Unreadable('IMPORT_UNSAFE', { why: 'overlap' })
    if (limits.wants && !limits.wants(name)) continue
    try {
      const bytes = inflated(dataOf(file, offset, packed), method, Math.min(left, limits.each ?? left), limits.unpacked)
      left -= bytes.length
      parts.push({ name, bytes })
    } catch (error) {
      if (!limits.leave || !(error instanceof Unreadable)) throw error
      limits.leave(name, error)
    }
  }
  return parts
}

function endOf(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--) if (file.readUInt32LE(at) === END) return at
  throw new Unreadable('IMPORT_UNREADABLE')
}

function dataOf(file: Buffer, offset: number, packed: number): Buffer {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL) throw new Unreadable('IMPORT_UNREADABLE')
  const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (from + packed > file.length) throw new Unreadable('IMPORT_UNREADABLE')
  return file.subarray(from, from + packed)
}

function inflated(data: Buffer, method: number, most: number, all: number): Buffer {
  const tooLarge = () => new Unreadable('IMPORT_TOO_LARGE', { what: 'unpacked', max: Math.round(all / 1024 / 1024) })
  if (method === 0) {
    if (data.length > most) throw tooLarge()
    return data
  }
  if (method !== 8) throw new Unreadable('IMPORT_UNREADABLE')
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : new Unreadable('IMPORT_UNREADABLE')
  }
}

const isInside = (name: string) => name !== '' && !/^[/\\]|\\|\0|^[a-z]:/i.test(name) && !name.split('/').includes('..')

/** Refuses what an office document of ours never has: macros, and XML that declares entities. Throws Unreadable. */
export function judge(parts: readonly Part[]): void {
  for (const { name, bytes } of parts) {
    if (/vbaproject\.bin$|\.(exe|dll|js|vbs)$/i.test(name)) throw new Unreadable('IMPORT_UNSAFE', { why: 'macros' })
    if (!/\.(xml|rels|vml)$/i.test(name)) continue
    // Without the zeros of UTF-16, a declaration shows in either encoding.
    const text = bytes.toString('latin1').replaceAll('\0', '')
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('IMPORT_UNSAFE', { why: 'entities' })
    if (name === '[Content_Types].xml' && /macroEnabled/i.test(text)) throw new Unreadable('IMPORT_UNSAFE', { why: 'macros' })
  }
}
