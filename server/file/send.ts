import type { Request, Response } from 'express'
import { pipeline } from 'node:stream/promises'
import { open } from './bytes.ts'
import { isShownInPlace } from './domain/types.ts'
import type { FileDoc } from './model.ts'

/**
 * Streams a stored file to who was judged to may have it: whole, or the one range asked for, so that a video can be
 * wound. Shown in place only where nothing in it can run, and even then walled off.
 */
export async function sendFile(req: Request, res: Response, file: FileDoc): Promise<void> {
  const inPlace = isShownInPlace(file.type)
  res.set({
    'Content-Type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
    'Content-Disposition': `${inPlace ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'; sandbox; frame-ancestors 'self'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: `"${file.sha256}"`,
  })
  if (req.fresh) {
    res.status(304).end()
    return
  }
  const ranges = req.range(file.size, { combine: true })
  if (ranges === -1) {
    res.status(416).set('Content-Range', `bytes */${file.size}`).end()
    return
  }
  const range = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined
  if (range) res.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${file.size}`)
  res.set('Content-Length', String(range ? range.end - range.start + 1 : file.size))
  if (req.method === 'HEAD') {
    res.end()
    return
  }
  await pipeline(open(file._id, range && { start: range.start, end: range.end + 1 }), res).catch((error: NodeJS.ErrnoException) => {
    // The listener left: that is their right.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
