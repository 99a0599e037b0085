/** What a sentence names. Days as YYYY-MM-DD and instants as ISO 8601: the client writes them as people do. */
export type NoticeFacts = Record<string, string | number>

const TEXT_MAX = 300
const FACTS_MAX = 12
const KEY_MAX = 200

/** The facts, each text cut at 300 characters. Throws a RangeError for more than twelve: a notice is one sentence. */
export function tidyFacts(facts: NoticeFacts): NoticeFacts {
  const entries = Object.entries(facts)
  if (entries.length > FACTS_MAX) throw new RangeError(`a notice names at most ${FACTS_MAX} facts`)
  return Object.fromEntries(entries.map(([name, fact]) => [name, typeof fact === 'string' && fact.length > TEXT_MAX ? `${fact.slice(0, TEXT_MAX - 1)}…` : fact]))
}

/** Whether the link is a path of ours: nothing that a browser would take for another site. */
export const isPath = (link: string): boolean => /^\/(?![/\\])[^\s\\]*$/.test(link) && link.length <= 500

/** Whether the key can stand in an index. */
export const isKey = (key: string): boolean => key.length > 0 && key.length <= KEY_MAX
