/** What people may upload, by MIME type, with the endings each goes by. Allow-list: what is not here is refused. */
const allowed: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'video/quicktime': ['mov'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/x-m4a': ['m4a'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/wav': ['wav'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/zip': ['zip'],
  'text/plain': ['txt', 'md'],
  'text/csv': ['csv'],
}

/** The ending of a name, in small letters; empty when it has none. */
export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether files of this name can be taken at all: asked before a byte is sent. */
export const isKnownEnding = (name: string): boolean => Object.values(allowed).some(endings => endings.includes(endingOf(name)))

/** What is sent to be read and never given out: whatever it is, nobody's browser gets it. Endings, and the most bytes of one. */
const readings: Readonly<Record<string, { endings: readonly string[]; bytes: number }>> = {
  questions: { endings: ['txt', 'gift', 'aiken', 'xml', 'qti', 'zip', 'imscc', 'xlsx', 'csv', 'tsv'], bytes: 50 * 1024 * 1024 },
}
export type Reading = 'questions'

/** What the sender says a file is to be read for; null for one that is kept and given out. */
export const readingOf = (said: string | undefined | null): Reading | null => (said && Object.hasOwn(readings, said) ? (said as Reading) : null)

/** Whether a file of this name may be sent to be read, and how large it may be. */
export const mayBeRead = (name: string, reading: Reading): boolean => readings[reading]!.endings.includes(endingOf(name))
export const mostToRead = (reading: Reading): number => readings[reading]!.bytes

export type Judgement = { ok: true; type: string } | { ok: false; code: 'FILE_TYPE_REFUSED' | 'FILE_TYPE_MISMATCH'; facts: { name: string; type: string } }

/**
 * The type a file is kept under, from its name and from what its content is: a MIME type, or 'text' for plain UTF-8, or
 * null for what nothing recognises. Content decides; a name that says otherwise is refused.
 */
export function judgeType(name: string, content: string | null): Judgement {
  const ending = endingOf(name)
  const type = content === 'text' ? (ending === 'csv' ? 'text/csv' : 'text/plain') : content
  const endings = type ? allowed[type] : undefined
  if (!type || !endings) return { ok: false, code: 'FILE_TYPE_REFUSED', facts: { name, type: content ?? '' } }
  if (!endings.includes(ending)) return { ok: false, code: 'FILE_TYPE_MISMATCH', facts: { name, type } }
  return { ok: true, type }
}

/** Types a browser may show in place, since nothing in them runs; all else is handed over to be saved. */
export const isShownInPlace = (type: string): boolean => /^(image|audio|video)\//.test(type) || type === 'application/pdf' || type === 'text/plain'

const NAME_MAX = 150

/** A name without paths, control characters or tricks of direction, no longer than 150 characters; the ending stays. */
export function tidyName(raw: string): string {
  const bare = raw.normalize('NFC').replace(/^.*[/\\]/, '').replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  if (bare.length <= NAME_MAX) return bare
  const ending = endingOf(bare)
  return ending ? `${bare.slice(0, NAME_MAX - ending.length - 1)}.${ending}` : bare.slice(0, NAME_MAX)
}
