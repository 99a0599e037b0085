/** Text as it is compared: NFC, one space between words, no capitals unless they matter. */
export function plain(text: string, caseSensitive = false): string {
  const tidy = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  return caseSensitive ? tidy : tidy.toLowerCase()
}

/**
 * Whether the whole text is as the pattern says; `*` stands for any run of characters, also none. In one pass that
 * steps back to the last star only, so that no pattern can take long.
 */
export function matches(pattern: string, text: string): boolean {
  let at = 0
  let place = 0
  let star = -1
  let from = 0
  while (place < text.length) {
    if (pattern[at] === '*') {
      star = at++
      from = place
    } else if (at < pattern.length && pattern[at] === text[place]) {
      at++
      place++
    } else if (star >= 0) {
      at = star + 1
      place = ++from
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}

/** Words of a text: what stands between spaces. */
export const wordsIn = (text: string): number => text.trim().split(/\s+/u).filter(Boolean).length
