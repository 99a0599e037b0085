import { fileTypeFromBuffer } from 'file-type'
import { createHash } from 'node:crypto'
import type { Foreign, ForeignFile, LossCode, Parsed } from '../domain/exchange/foreign.ts'
import { eachText, tokensOf } from '../domain/exchange/markup.ts'
import { mediaKindOf } from '../domain/media.ts'
import type { MediaKind } from '../domain/question.ts'

/** What pictures and sounds of one import may weigh: each, together, and how many they may be; and how many one question may bring. Defaults, ours. */
export const mediaLimits = { each: 5 * 1024 * 1024, together: 20 * 1024 * 1024, files: 100, ofQuestion: 30 } as const

/** A picture or sound that can be taken, named by its content: the same one twice is one. */
export type BroughtFile = { id: string; name: string; type: string; kind: MediaKind; bytes: Uint8Array }
type Settled = { parsed: Parsed; files: Map<string, BroughtFile> }
/** The bytes of a part of the package; TOO_LARGE for one that was not unpacked, null where there is none. */
export type PartBytes = (name: string) => Uint8Array | 'TOO_LARGE' | null

/**
 * Questions with what they refer to judged: by content, as an upload is, within bounds. What can be taken stands in their texts
 * by its id; what cannot is named in the losses, and its words stand instead.
 */
export async function settle(parsed: Parsed, part: PartBytes = () => null): Promise<Settled> {
  const files = new Map<string, BroughtFile>()
  const judged = new Map<ForeignFile | string, BroughtFile | LossCode>()
  let left: number = mediaLimits.together
  const judge = async ({ name, from }: ForeignFile): Promise<BroughtFile | LossCode> => {
    const bytes = from === null ? null : from === 'TOO_LARGE' ? from : 'part' in from ? part(from.part) : decoded(from.base64)
    if (bytes === null || bytes.length === 0) return 'FILES_MISSING'
    if (bytes === 'TOO_LARGE' || bytes.length > mediaLimits.each) return 'FILES_LARGE'
    const found = await fileTypeFromBuffer(bytes)
    const kind = found ? mediaKindOf(found.mime) : null
    if (!found || !kind) return 'FILES_REFUSED'
    const id = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
    const there = files.get(id)
    if (there) return there
    if (files.size >= mediaLimits.files || bytes.length > left) return 'FILES_LARGE'
    left -= bytes.length
    const made = { id, name: `${name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || 'berkas'}.${found.ext}`, type: found.mime, kind, bytes }
    files.set(id, made)
    return made
  }
  const once = async (file: ForeignFile) => {
    const key = typeof file.from === 'object' && file.from !== null && 'part' in file.from ? file.from.part : file
    const known = judged.get(key) ?? await judge(file)
    judged.set(key, known)
    return known
  }
  const questions: Foreign[] = []
  for (const question of parsed.questions) {
    const found: (BroughtFile | LossCode)[] = []
    for (const [at, file] of question.files.entries()) found.push(at < mediaLimits.ofQuestion ? await once(file) : 'FILES_LARGE')
    questions.push(question.files.length === 0 ? question : settled(question, found))
  }
  return { parsed: { ...parsed, questions }, files }
}

/** Base64, or nothing where it is too long to be a picture. */
const decoded = (base64: string): Uint8Array | 'TOO_LARGE' => (base64.length > mediaLimits.each * 1.5 ? 'TOO_LARGE' : Buffer.from(base64, 'base64'))

/** Without words nobody who does not see or hear it would know what it is: such a one stays behind. */
function settled(question: Foreign, found: readonly (BroughtFile | LossCode)[]): Foreign {
  const lost = new Set<LossCode>(question.lost)
  const used = new Set<number>()
  const said = (text: string) => (text.includes('src="file:') ? tokensOf(text, ['img', 'audio']).map(token => {
    if (typeof token === 'string') return token
    const at = Number(/^file:(\d+)$/.exec(token.attributes.src ?? '')?.[1] ?? Number.NaN)
    const file = found[at]
    if (file === undefined) return token.name === 'audio' && token.closing ? '' : token.whole
    used.add(at)
    const words = (token.attributes.alt ?? token.attributes.title ?? '').replace(/\s+/g, ' ').trim()
    if (typeof file === 'object' && words) return file.kind === 'PICTURE' ? `<img data-file="${file.id}" alt="${words}" />` : `<audio data-file="${file.id}" title="${words}"></audio>`
    lost.add(typeof file === 'string' ? file : 'FILES_UNWORDED')
    return words && !token.attributes['data-said'] ? `[${words}]` : ''
  }).join('') : text)
  const { text, feedback, outcomeFeedback, hints, body } = eachText({ text: question.text, feedback: question.feedback, outcomeFeedback: question.outcomeFeedback, hints: question.hints, body: question.body }, said)
  if (found.some((_, at) => !used.has(at))) lost.add('FILES')
  return { ...question, text, feedback, outcomeFeedback, hints, body, files: [], lost: [...lost] }
}
