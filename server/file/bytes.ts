import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import mongoose, { type Types } from 'mongoose'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Where the bytes of stored files lie. */
const bucket = () => new mongoose.mongo.GridFSBucket(mongoose.connection.db!, { bucketName: 'bytes' })

/** What a file's content is: a MIME type, 'text' for UTF-8 without control characters, null for the unknown. */
export async function contentOf(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path)
  if (found) return found.mime
  return (await isPlainText(path)) ? 'text' : null
}

/** The same of bytes at hand; text is not told apart from the unknown. */
export const contentIn = async (bytes: Uint8Array): Promise<string | null> => (await fileTypeFromBuffer(bytes))?.mime ?? null

/** Reads it through in parts: a file of any size costs the same memory. */
async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let head = ''
  try {
    for await (const part of createReadStream(path)) {
      const text = decoder.decode(part as Buffer, { stream: true })
      if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/.test(text)) return false
      if (head.length < 1024) head += text.slice(0, 1024)
    }
    decoder.decode()
  } catch {
    return false
  }
  // A page or a drawing in disguise would run in a browser.
  return !/^\s*(<\?xml|<!doctype|<html|<svg|<script)/i.test(head)
}

/** Copies a file into the store under `id`, replacing what a run that died may have left. Gives its SHA-256, hex. */
export async function keep(id: Types.ObjectId, name: string, path: string): Promise<string> {
  await discard(id)
  const hash = createHash('sha256')
  const hashed = new Transform({
    transform(part: Buffer, _, done) {
      hash.update(part)
      done(null, part)
    },
  })
  await pipeline(createReadStream(path), hashed, bucket().openUploadStreamWithId(id, name))
  return hash.digest('hex')
}

/** Writes bytes at hand into the store under `id`. */
export const keepBytes = (id: Types.ObjectId, name: string, bytes: Uint8Array): Promise<void> => pipeline(Readable.from([bytes]), bucket().openUploadStreamWithId(id, name))

/** The bytes from `start` to before `end`. */
export const open = (id: Types.ObjectId, range?: { start: number; end: number }): Readable => bucket().openDownloadStream(id, range)

/** Takes the bytes away; taking what is not there, or not whole, is no fault. */
export async function discard(id: Types.ObjectId): Promise<void> {
  const db = mongoose.connection.db!
  await db.collection('bytes.files').deleteOne({ _id: id })
  await db.collection('bytes.chunks').deleteMany({ files_id: id })
}
