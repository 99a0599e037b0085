import type { CurriculumSection } from '../gql/operations.ts'
import type { Content } from './content.ts'
import { draftOf, sections } from './content.ts'

/** What became of a section between two contents, in names of things. */
export type SectionDiff = { section: CurriculumSection; added: string[]; removed: string[]; changed: string[]; moved: boolean }
export type Diff = { sections: SectionDiff[]; hours: { before: number; after: number } | null }

type Named = { key: string; name: string; text: string }

/** The things a section consists of, each with a key that stays and a name people know it by. */
function thingsIn(section: CurriculumSection, content: Content): Named[] {
  if (section === 'IDENTITY') return Object.entries(draftOf(section, content)).map(([key, value]) => ({ key, name: key, text: String(value) }))
  if (section === 'REFERENCES') return content.references.map(text => ({ key: text, name: text, text }))
  const things: { id: string; code?: string; title?: string; name?: string; text?: string }[] = draftOf(section, content)
  return things.map(thing => ({ key: thing.id, name: [thing.code, thing.title ?? thing.name ?? thing.text].filter(Boolean).join(' '), text: JSON.stringify(thing) }))
}

function sectionDiff(section: CurriculumSection, before: Content, after: Content): SectionDiff | null {
  const [old, now] = [thingsIn(section, before), thingsIn(section, after)]
  const [oldBy, nowBy] = [new Map(old.map(one => [one.key, one])), new Map(now.map(one => [one.key, one]))]
  const added = now.filter(({ key }) => !oldBy.has(key)).map(({ name }) => name)
  const removed = old.filter(({ key }) => !nowBy.has(key)).map(({ name }) => name)
  const changed = now.filter(({ key, text }) => oldBy.has(key) && oldBy.get(key)!.text !== text).map(({ name }) => name)
  const order = (list: Named[], other: Map<string, Named>) => list.map(({ key }) => key).filter(key => other.has(key)).join('\n')
  const moved = order(old, nowBy) !== order(now, oldBy)
  return added.length + removed.length + changed.length > 0 || moved ? { section, added, removed, changed, moved } : null
}

/** What changed from one content to another; nothing for sections that are alike. */
export function diffOf(before: Content, after: Content): Diff {
  return {
    sections: sections.flatMap(section => sectionDiff(section, before, after) ?? []),
    hours: before.hours.total === after.hours.total ? null : { before: before.hours.total, after: after.hours.total },
  }
}
