import type { ApprovalSide, CurriculumSection } from '../../graphql.ts'
import type { Content } from '../content.ts'
import type { SignOffDoc } from '../reviewModel.ts'
import { canonical } from './canonical.ts'
import { allSections, sectionKeys } from './sections.ts'

export const sides = ['PARTNER', 'AGENCY'] as const satisfies readonly ApprovalSide[]

/** A section as text: its part of the content, in canonical form. A sign-off is given to the hash of this. */
export const sectionText = (content: Content, section: CurriculumSection): string =>
  canonical(Object.fromEntries(sectionKeys[section].map(key => [key, content[key]])))

export type SignOffCell = { section: CurriculumSection; side: ApprovalSide; hash: string; given: SignOffDoc | null; stale: boolean }

/** The sign-off matrix: each section and side, who signed it off last, and whether the section has changed since. */
export const matrixOf = (signOffs: readonly SignOffDoc[], hashOf: (section: CurriculumSection) => string): SignOffCell[] =>
  allSections.flatMap(section => sides.map(side => {
    const hash = hashOf(section)
    const given = signOffs.find(one => one.section === section && one.side === side) ?? null
    return { section, side, hash, given, stale: given !== null && given.hash !== hash }
  }))

/** Sections a side has not signed off as they now are. */
export const unsignedBy = (cells: readonly SignOffCell[], side: ApprovalSide): CurriculumSection[] =>
  cells.filter(cell => cell.side === side && (!cell.given || cell.stale)).map(({ section }) => section)
