import type { Content } from '../model.ts'
import type { ChangeKind } from '../domain/diff.ts'
import { trainingKindOf } from '../domain/trainingKinds.ts'

/** Names by which people know what a content's ids stand for. */
export function namesIn(content: Content) {
  const titles = new Map([...content.subjects, ...content.assessments].map(({ id, title }) => [id, title]))
  const codes = new Map(content.outcomes.map(({ id, code }) => [id, code]))
  const nameOf = (id: string) => codes.get(id) ?? titles.get(id) ?? id
  return {
    titleOf: (id: string): string | null => titles.get(id) ?? null,
    /** The value of a change as text: lists line by line, links by codes and titles; null for none. */
    textOf(value: unknown, kind: ChangeKind, field: string | null): string | null {
      if (value === null || value === undefined) return null
      if (field === 'kind' && typeof value === 'number') return trainingKindOf(value)?.name ?? String(value)
      if (kind === 'LINKS' || field === 'parent') return [value].flat().map(id => nameOf(String(id).split('\n')[0]!)).join(', ')
      return Array.isArray(value) ? value.join('\n') : String(value)
    },
  }
}
