import type * as Y from 'yjs'

/** One change of a text: at `at`, `gone` characters give way to `put`. */
export type Splice = { at: number; gone: number; put: string }

const isHalf = (code: number, from: number) => code >= from && code < from + 0x400

/** The one change that makes `to` of `from`; null when they are the same. Never cuts a character in half. */
export function spliceOf(from: string, to: string): Splice | null {
  if (from === to) return null
  const most = Math.min(from.length, to.length)
  let head = 0
  while (head < most && from.charCodeAt(head) === to.charCodeAt(head)) head++
  if (head > 0 && isHalf(from.charCodeAt(head - 1), 0xd800)) head--
  let tail = 0
  while (tail < most - head && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail)) tail++
  if (tail > 0 && isHalf(from.charCodeAt(from.length - tail), 0xdc00)) tail--
  return { at: head, gone: from.length - head - tail, put: to.slice(head, to.length - tail) }
}

/** Does a splice to a shared text. */
export function applySplice(text: Y.Text, { at, gone, put }: Splice): void {
  if (gone > 0) text.delete(at, gone)
  if (put !== '') text.insert(at, put)
}

/**
 * Does to a shared text what led from `from` to `to`. Where others wrote meanwhile, it lands where the words around it
 * still are; if they are gone, the text becomes `to`.
 */
export function applyTextChange(text: Y.Text, from: string, to: string): void {
  const now = text.toString()
  const splice = spliceOf(from, to)
  if (!splice || now === to) return
  const before = from.slice(0, splice.at)
  const after = from.slice(splice.at + splice.gone)
  const old = from.slice(splice.at, splice.at + splice.gone)
  const places = [before.length, now.length - after.length - splice.gone]
  const fits = (at: number) => at >= 0 && now.slice(at, at + splice.gone) === old
  const near = 20
  const at = now.startsWith(before) && fits(places[0]!) ? places[0]
    : now.endsWith(after) && fits(places[1]!) ? places[1]
    : placeBetween(now, before.slice(-near), old, after.slice(0, near))
  const done = at === undefined ? spliceOf(now, to) : { ...splice, at }
  if (done) applySplice(text, done)
}

function placeBetween(now: string, before: string, old: string, after: string): number | undefined {
  if (before.length + old.length + after.length < 4) return undefined
  const found = now.indexOf(before + old + after)
  return found < 0 ? undefined : found + before.length
}
