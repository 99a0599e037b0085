import { deal, type Asked, type Key } from './deal.ts'
import type { Question } from './question.ts'
import { plain } from './text.ts'

/**
 * The key a changed question has for a sheet that was dealt from an earlier version of it; null where it does not fit what was
 * asked: another kind, other choices, other values (Moodle's regrade asks the same). `texts`: what earlier versions said, since
 * the words of a calculated question tell which values were shown.
 */
export function rekey(asked: Asked, question: Question, texts: readonly string[] = []): Key | null {
  if (asked.kind !== question.kind) return null
  const { asked: again, key } = deal(question, { shuffle: false, chance: () => 0, seed: asked.variant ?? 0 })
  return fits(asked, question, again, texts) ? named(asked, question, key) : null
}

function fits(asked: Asked, question: Question, again: Asked, texts: readonly string[]): boolean {
  switch (asked.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return sameIds(asked.choices, again.choices)
    case 'NUMERIC': return sameUnit(asked, again)
    case 'CALCULATED': return sameUnit(asked, again) && asked.variant === again.variant && [question.text, ...texts].some(text => dealtText({ ...question, text }, asked) === asked.text)
    case 'MATCHING': {
      const there = new Set(asked.matching!.matches.map(({ text }) => plain(text, true)))
      return sameIds(asked.matching!.stems, again.matching!.stems) && question.matching!.pairs.every(({ match }) => there.has(plain(match, true)))
    }
    case 'ORDERING': return sameIds(asked.items, again.items)
    case 'CLOZE': return asked.gaps.length === again.gaps.length
      && asked.gaps.every((gap, at) => gap.id === again.gaps[at]!.id && gap.kind === again.gaps[at]!.kind && sameIds(gap.choices, again.gaps[at]!.choices))
    case 'HOTSPOT': return sameIds(asked.hotspot!.zones, again.hotspot!.zones)
    case 'TRUE_FALSE':
    case 'SHORT_ANSWER':
    case 'ESSAY':
    case 'FILE': return true
  }
}

/** Of a matching question what stands beside the stems was named anew when it was dealt. */
function named(asked: Asked, question: Question, key: Key): Key {
  if (key.kind !== 'MATCHING') return key
  const idsOf = (match: string) => asked.matching!.matches.filter(({ text }) => plain(text, true) === plain(match, true)).map(({ id }) => id)
  return { kind: 'MATCHING', matching: { right: question.matching!.pairs.map(({ id, match }) => ({ stem: id, matches: idsOf(match) })) } }
}

const dealtText = (question: Question, { variant }: Asked) => deal(question, { shuffle: false, chance: () => 0, seed: variant ?? 0 }).asked.text
const sameUnit = (a: Asked, b: Asked) => (a.unit ?? null) === b.unit && (a.namesUnit ?? false) === b.namesUnit
const sameIds = (a: readonly { id: string }[], b: readonly { id: string }[]) => a.length === b.length && new Set([...a, ...b].map(({ id }) => id)).size === a.length
