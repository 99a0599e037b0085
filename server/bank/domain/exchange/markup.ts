/** A tag of HTML as it was written. */
export type Tag = { name: string; closing: boolean; attributes: Readonly<Record<string, string>>; whole: string }

/**
 * HTML as tags of these names and what stands between them. In one pass: whatever is written, it takes no longer than it is
 * long. A tag that never ends is text, with all behind it.
 */
export function tokensOf(html: string, names: readonly string[]): (Tag | string)[] {
  const tokens: (Tag | string)[] = []
  let from = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const [opening, slash, name] = /^<(\/?)([a-z][a-z0-9]{0,20})(?=[\s/>])/i.exec(html.slice(at, at + 24)) ?? []
    if (!opening || !names.includes(name!.toLowerCase())) {
      at++
      continue
    }
    const end = endOf(html, at + opening.length)
    if (end < 0) break
    if (at > from) tokens.push(html.slice(from, at))
    tokens.push({ name: name!.toLowerCase(), closing: slash === '/', attributes: attributesIn(html.slice(at + opening.length, end - 1)), whole: html.slice(at, end) })
    from = at = end
  }
  if (from < html.length) tokens.push(html.slice(from))
  return tokens
}

/** Behind the sign that closes the tag; one within quotes does not. */
function endOf(html: string, start: number): number {
  let quote = ''
  for (let at = start; at < html.length; at++) {
    const sign = html[at]!
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === '\'') quote = sign
    else if (sign === '>') return at + 1
  }
  return -1
}

/** As they stand, entities and all; names in small letters. */
function attributesIn(written: string): Record<string, string> {
  const found = [...written.matchAll(/([a-z-]{1,30})\s{0,10}=\s{0,10}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)]
  return Object.fromEntries(found.map(([, name, double, single, bare]) => [name!.toLowerCase(), double ?? single ?? bare ?? '']))
}

/** Every text in it, however deep, by what it becomes. */
export function eachText<T>(thing: T, change: (text: string) => string): T {
  if (typeof thing === 'string') return change(thing) as T
  if (Array.isArray(thing)) return thing.map(one => eachText(one as unknown, change)) as T
  if (typeof thing !== 'object' || thing === null) return thing
  return Object.fromEntries(Object.entries(thing).map(([name, value]) => [name, eachText(value as unknown, change)])) as T
}
