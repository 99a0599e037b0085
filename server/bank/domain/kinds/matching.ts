import { shuffled, type Chance, type Matching } from '../question.ts'
import { plain } from '../text.ts'

export type AskedMatching = { stems: { id: string; text: string }[]; matches: { id: string; text: string }[] }
/** Stem to all matches that are right: two that read alike are one. */
export type MatchingKey = { right: { stem: string; matches: string[] }[] }

/** Stems in their order or shuffled, and everything that may be put beside them shuffled always, each text once. */
export function dealMatching({ pairs, distractors }: Matching, shuffle: boolean, chance: Chance): { asked: AskedMatching; key: MatchingKey } {
  const texts = [...new Map([...pairs.map(({ match }) => match), ...distractors].map(text => [plain(text, true), text])).values()]
  // Ids are dealt after shuffling: one that counted up in the author's order would tell the pairs.
  const matches = shuffled(texts, chance).map((text, at) => ({ id: `m${at + 1}`, text }))
  const idOf = new Map(matches.map(({ id, text }) => [plain(text, true), id]))
  const stems = (shuffle ? shuffled(pairs, chance) : pairs).map(({ id, stem }) => ({ id, text: stem }))
  return { asked: { stems, matches }, key: { right: pairs.map(({ id, match }) => ({ stem: id, matches: [idOf.get(plain(match, true))!] })) } }
}

/** Whether a match is one of those that belong beside its stem. */
export const isRightPair = ({ right }: MatchingKey, { stem, match }: { stem: string; match: string }): boolean => right.some(one => one.stem === stem && one.matches.includes(match))

/** Stems with their right match, as a share of all (Moodle). */
export function markMatching({ right }: MatchingKey, pairs: readonly { stem: string; match: string }[]): number {
  if (right.length === 0) throw new RangeError('a matching question has pairs')
  const given = new Map(pairs.map(({ stem, match }) => [stem, match]))
  return right.filter(({ stem, matches }) => matches.includes(given.get(stem) ?? '')).length / right.length
}

/**
 * Several tries, oldest first: a stem that is right in the last earns 1 less the penalty for every try up to its last wrong one;
 * what was right from the start costs nothing (Moodle, compute_final_grade of matching).
 */
export function markMatchingTries({ right }: MatchingKey, tries: readonly (readonly { stem: string; match: string }[])[], penalty: number): number {
  if (right.length === 0) throw new RangeError('a matching question has pairs')
  const hit = (stem: string, pairs: readonly { stem: string; match: string }[]) => pairs.some(pair => pair.stem === stem && isRightPair({ right }, pair))
  const earned = right.map(({ stem }) => {
    const lastWrong = tries.findLastIndex(pairs => !hit(stem, pairs))
    return tries.length === 0 || lastWrong === tries.length - 1 ? 0 : Math.max(0, 1 - penalty * (lastWrong + 1))
  })
  return earned.reduce((sum, one) => sum + one, 0) / right.length
}
