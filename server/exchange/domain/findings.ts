import type { ErrorCode } from '../../graphql.ts'

/** Where in the file something stands: a sheet's name (none in an outline), the row or line, the column's name. */
export type Place = { sheet: string | null; row: number | null; column: string | null }
/** An ERROR keeps the import from being applied; a WARNING says what was guessed or left out; INFO what was passed over. */
export type FindingLevel = 'ERROR' | 'WARNING' | 'INFO'
export type Finding = Place & { level: FindingLevel; code: ErrorCode; facts: Record<string, unknown> }

/** Findings that are kept: a file with more faults is not mended by reading on. */
export const FINDINGS_MAX = 500

export const nowhere: Place = { sheet: null, row: null, column: null }

/** Collects what is found; each thing is said once at a place. */
export class Findings {
  readonly list: Finding[] = []
  private readonly said = new Set<string>()

  add(level: FindingLevel, code: ErrorCode, place: Place, facts: Record<string, unknown> = {}): void {
    const key = JSON.stringify([level, code, place.sheet, place.row, place.column, facts])
    if (this.said.has(key) || this.list.length >= FINDINGS_MAX) return
    this.said.add(key)
    this.list.push({ level, code, sheet: place.sheet, row: place.row, column: place.column, facts })
  }
}

export const hasErrors = (findings: readonly { level: string }[]): boolean => findings.some(({ level }) => level === 'ERROR')
