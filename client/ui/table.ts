/** A column of a DataTable. `hide`: not on cards, or only where there is room for it. */
export type Column<Row> = {
  key: string
  label: string
  value?: (row: Row) => string | number | null | undefined
  align?: 'start' | 'end'
  width?: string
  hide?: 'card' | 'narrow'
  sortable?: boolean
}
export type Sort = { key: string; descending: boolean }

/** What a cell shows without a slot: what `value` gives, or the row's field of that name; an en dash for nothing. */
export function shownText<Row>(column: Column<Row>, row: Row): string {
  const value = column.value ? column.value(row) : (row as Record<string, unknown>)[column.key]
  return value === null || value === undefined || value === '' ? '–' : String(value)
}
