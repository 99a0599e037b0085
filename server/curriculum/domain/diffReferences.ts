import type { ContentChange } from './diff.ts'
import { longestRise } from './diffOrder.ts'

/** A reference is a text without an id: the same text is the same reference; of a changed one, this share of words stays. */
const SHARED_WORDS_MIN = 0.5

/** What became of the list of references. */
export function referenceChanges(from: readonly string[], to: readonly string[]): ContentChange[] {
  const waiting = new Map<string, number[]>()
  from.forEach((text, index) => {
    const key = text.normalize('NFC')
    waiting.set(key, [...(waiting.get(key) ?? []), index])
  })
  const kept: { from: number; to: number }[] = []
  const fresh: number[] = []
  to.forEach((text, index) => {
    const found = waiting.get(text.normalize('NFC'))?.shift()
    if (found === undefined) fresh.push(index)
    else kept.push({ from: found, to: index })
  })
  const gone = [...waiting.values()].flat().sort((a, b) => a - b)
  const changes: ContentChange[] = []
  for (const index of fresh) {
    const old = closest(from, gone, to[index]!)
    if (old === null) changes.push(change('ADDED', to[index]!, null, to[index]!))
    else {
      gone.splice(gone.indexOf(old), 1)
      changes.push(change('REWORDED', to[index]!, from[old]!, to[index]!))
    }
  }
  for (const index of gone) changes.push(change('REMOVED', from[index]!, from[index]!, null))
  const stays = new Set(longestRise(kept.map(one => one.from)))
  const moved = kept.filter((_, index) => !stays.has(index))
  return [...changes, ...moved.map(one => ({ ...change('MOVED', to[one.to]!, one.from + 1, one.to + 1), field: 'order' }))]
}

const change = (kind: ContentChange['kind'], label: string, from: unknown, to: unknown): ContentChange =>
  ({ section: 'REFERENCES', element: null, parent: null, kind, field: kind === 'REWORDED' ? 'text' : null, label, from, to })

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))

/** The one among `gone` that shares most words with the text, or null when none shares enough. */
function closest(from: readonly string[], gone: readonly number[], text: string): number | null {
  const words = wordsOf(text)
  let [best, share] = [null as number | null, SHARED_WORDS_MIN]
  for (const index of gone) {
    const others = wordsOf(from[index]!)
    const common = [...words].filter(word => others.has(word)).length
    const shared = common / Math.max(words.size, others.size, 1)
    if (shared > share || (best === null && shared === share)) [best, share] = [index, shared]
  }
  return best
}
