import { sheetShapes, type SheetKey } from './columns.ts'
import { emptyDraft, type Draft } from './draft.ts'
import { nowhere, type Findings } from './findings.ts'
import { loosely } from './names.ts'
import type { RawSheet } from './raw.ts'
import { readTable, type KindOf } from './readTable.ts'

/** Which part of a curriculum a sheet of this name holds; null for any other. */
export function sheetKeyOf(name: string): SheetKey | null {
  const said = loosely(name)
  return (Object.keys(sheetShapes) as SheetKey[]).find(key => loosely(sheetShapes[key].name) === said || (sheetShapes[key].also as readonly string[]).includes(said)) ?? null
}

/** What a workbook says of a curriculum. Sheets with other names are passed over; the second of a name too. */
export function readSheets(sheets: readonly RawSheet[], findings: Findings, kindOf: KindOf): Draft {
  const draft = emptyDraft()
  const seen = new Set<SheetKey>()
  for (const { name, rows } of sheets) {
    const key = sheetKeyOf(name)
    if (!key || seen.has(key)) {
      findings.add('INFO', 'IMPORT_SHEET_UNKNOWN', { ...nowhere, sheet: name }, {})
      continue
    }
    seen.add(key)
    readTable(key, name, rows, draft, findings, kindOf)
  }
  return draft
}
