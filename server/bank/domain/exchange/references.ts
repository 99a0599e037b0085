import type { ForeignFile } from './foreign.ts'
import { tokensOf, type Tag } from './markup.ts'

/**
 * Pictures and sounds in what others write. A parser names each as a file of the question and lets a reference stand in the
 * text, `<img src="file:0" alt="…" />`; which of them can be taken is judged when the bytes are read (`settle`).
 */

/** The reference to a file, which joins the question's files; the same file is named once. */
export function refer(files: ForeignFile[], file: ForeignFile, tag: 'img' | 'audio', words: string, said = false): string {
  const same = (one: ForeignFile) => one === file || (typeof one.from === 'object' && typeof file.from === 'object' && one.from !== null && file.from !== null && 'part' in one.from && 'part' in file.from && one.from.part === file.from.part)
  const found = files.findIndex(same)
  const at = found < 0 ? files.push(file) - 1 : found
  const rest = `${words ? ` ${tag === 'img' ? 'alt' : 'title'}="${words.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}"` : ''}${said ? ' data-said="true"' : ''}`
  return tag === 'img' ? `<img src="file:${at}"${rest} />` : `<audio src="file:${at}"${rest}></audio>`
}

/** A file written into an address, which has no name. */
export function inAddress(address: string): ForeignFile | null {
  const [, base64] = /^\s*data:[^,;]{0,100}(?:;[^,;]{0,100}){0,5};base64,([^]*)$/i.exec(address) ?? []
  return base64 === undefined ? null : { name: '', from: { base64 } }
}

/** What lies on another's server, or nowhere: it is not fetched. */
export const elsewhere = (): ForeignFile => ({ name: '', from: null })

/** An address as it is meant: without what HTML and addresses write for signs, without a question to the server. */
export function addressOf(written: string): string {
  const address = written.replace(/&amp;/g, '&').trim().replace(/[?#][^]*$/, '')
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** Players within players. */
const DEPTH_MAX = 10
const FALLBACK = /@@PLUGINFILE@@|https?:\/\/|^\s*$/

/**
 * HTML with a reference for every picture and sound. `find` gives the file an address means, null for an ordinary link. A link
 * to a file becomes its words with the file behind them. What stands in a player for browsers without one is its words.
 */
export function referring(html: string, files: ForeignFile[], find: (address: string, isLink: boolean) => ForeignFile | null): string {
  let said = ''
  const open: { tag: Tag; before: string; file: ForeignFile | null }[] = []
  const at = ({ attributes }: Tag) => (attributes.src ?? attributes.href ?? attributes.data ?? '')
  const fileAt = (address: string, isLink = false): ForeignFile | null => (isLink ? null : inAddress(address)) ?? (address ? find(addressOf(address), isLink) : null)
  for (const token of tokensOf(html, ['img', 'audio', 'video', 'source', 'a'])) {
    if (typeof token === 'string') said += token
    else if (!token.closing && open.length > DEPTH_MAX) said += token.name === 'a' ? token.whole : ''
    else if (token.name === 'img') said += refer(files, fileAt(at(token)) ?? elsewhere(), 'img', token.attributes.alt || token.attributes.title || '')
    else if (token.name === 'source') {
      const player = open.at(-1)
      if (player && !player.file) player.file = fileAt(at(token))
    } else if (token.name === 'a' && !token.closing) {
      const file = fileAt(at(token), true)
      if (!file) said += token.whole
      else {
        open.push({ tag: token, before: said, file })
        said = ''
      }
    } else if (!token.closing) {
      open.push({ tag: token, before: said, file: fileAt(at(token)) })
      said = ''
    } else if (open.at(-1)?.tag.name === token.name) {
      const { tag, before, file } = open.pop()!
      const inside = wordsIn(said)
      if (tag.name === 'a') said = `${before}${said} ${refer(files, file!, 'audio', inside, true)}`
      else said = `${before}${refer(files, file ?? elsewhere(), 'audio', tag.attributes.title || tag.attributes['aria-label'] || (FALLBACK.test(inside) ? '' : inside))}`
    } else said += token.whole
  }
  return `${open.map(({ before }) => before).join('')}${said}`
}

const wordsIn = (html: string): string => html.slice(0, 5000).replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 500)

/** The name of a part that an address within a package means. */
export function resolved(folder: string, href: string): string {
  const path: string[] = []
  for (const step of `${folder}${href}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

/** A part of the package that an address in one of its parts means; elsewhere for what lies outside. */
export function partAt(folder: string, address: string): ForeignFile {
  const own = /^(\$|%24)IMS-CC-FILEBASE(\$|%24)\/*/i
  if (own.test(address)) return part(resolved('', `web_resources/${address.replace(own, '')}`))
  return /^([a-z][a-z0-9+.-]*:|\/\/|\$)/i.test(address) || address === '' ? elsewhere() : part(resolved(folder, address))
}
const part = (name: string): ForeignFile => ({ name: name.replace(/^.*\//, ''), from: { part: name } })

export const folderOf = (part: string): string => (part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '')

/** References as their words, where no picture can stand. */
export const referencesAsWords = (html: string): string => html.replace(/<(?:img|audio) src="file:\d+"(?: (?:alt|title)="([^"]*)")?(?: data-said="true")?(?: \/>|><\/audio>)/g, (_, words?: string) => (words ? `[${words}]` : ''))
