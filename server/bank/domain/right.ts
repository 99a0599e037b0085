import { noAnswer, type Answer } from './answer.ts'
import type { Key } from './deal.ts'
import type { Gap, Pattern } from './question.ts'

/** What a wholly right answer is: the first of several. Null where only people can say. For who may be told the key alone. */
export function rightAnswerOf(key: Key): Answer | null {
  switch (key.kind) {
    case 'SINGLE_CHOICE': {
      const best = key.scoring === 'WEIGHTED' ? key.choices.reduce((a, b) => ((b.fraction ?? 0) > (a.fraction ?? 0) ? b : a)) : key.choices.find(({ right }) => right)!
      return { ...noAnswer, choices: [best.id] }
    }
    case 'MULTIPLE_CHOICE': return { ...noAnswer, choices: key.choices.filter(({ right }) => right).map(({ id }) => id) }
    case 'HOTSPOT': return { ...noAnswer, choices: key.zones.filter(({ right }) => right).map(({ id }) => id) }
    case 'TRUE_FALSE': return { ...noAnswer, truth: key.truth }
    case 'SHORT_ANSWER': return { ...noAnswer, text: best(key.patterns) }
    case 'NUMERIC':
    case 'CALCULATED': return { ...noAnswer, number: key.number.value, unit: key.number.unit }
    case 'MATCHING': return { ...noAnswer, pairs: key.matching.right.map(({ stem, matches }) => ({ stem, match: matches[0]! })) }
    case 'ORDERING': return { ...noAnswer, order: [...key.right] }
    case 'CLOZE': return { ...noAnswer, gaps: key.gaps.map(gap => ({ gap: gap.id, text: filled(gap) })) }
    case 'ESSAY':
    case 'FILE': return null
  }
}

const best = (patterns: readonly Pattern[]): string => patterns.find(({ fraction }) => fraction > 0.999999)?.text ?? ''

function filled({ kind, patterns, number, choices }: Gap): string {
  switch (kind) {
    case 'TEXT': return best(patterns)
    // As people here write numbers.
    case 'NUMBER': return String(number!.value).replace('.', ',')
    case 'CHOICE': return choices.find(({ right }) => right)!.id
  }
}
