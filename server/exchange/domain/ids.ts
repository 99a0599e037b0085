import type { Content } from '../../curriculum/index.ts'
import type { Draft } from './draft.ts'
import type { Findings, Place } from './findings.ts'

const SHAPE = /^[A-Za-z0-9_-]{1,40}$/

/** Every id in a content, in order. */
export const idsIn = ({ team, outcomes, competencies, subjects, assessments }: Content): string[] => [
  ...team, ...outcomes, ...competencies, ...subjects, ...subjects.flatMap(({ activities }) => activities), ...assessments, ...assessments.flatMap(({ blueprint }) => blueprint),
].map(({ id }) => id)

/** Gives ids: the file's own where they can be used, those of the things meant, else new ones; never one twice. The same file gives the same ids. */
export class Ids {
  private readonly named: Set<string>
  private readonly given = new Set<string>()
  private readonly all: Set<string>
  private readonly findings: Findings

  constructor(base: Content, { identity: _, references: __, ...lists }: Draft, findings: Findings) {
    this.named = new Set(Object.values(lists).flatMap(list => (list ?? []).map(({ id }: { id: string }) => id)).filter(id => SHAPE.test(id)))
    this.all = new Set([...this.named, ...idsIn(base)])
    this.findings = findings
  }

  of(prefix: string, own: string, place: Place, before: { id: string } | undefined): string {
    if (own && SHAPE.test(own) && !this.given.has(own)) return this.give(own)
    if (own) this.findings.add('INFO', SHAPE.test(own) ? 'IMPORT_ID_TWICE' : 'IMPORT_ID_INVALID', place, { value: own.slice(0, 60) })
    else if (before && !this.given.has(before.id) && !this.named.has(before.id)) return this.give(before.id)
    let number = 1
    while (this.all.has(`${prefix}${number}`)) number++
    return this.give(`${prefix}${number}`)
  }

  private give(id: string): string {
    this.given.add(id)
    this.all.add(id)
    return id
  }
}
