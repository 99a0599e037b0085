import { reactive } from 'vue'

/** Rows of a form whose further part stands open: at first those that have something in it. */
export function useOpened<Row extends { key: number }>(rows: readonly Row[], filled: (row: Row) => boolean) {
  const open = reactive(new Set(rows.filter(filled).map(({ key }) => key)))
  return {
    isOpen: (row: Row) => open.has(row.key),
    toggle: (row: Row) => { if (!open.delete(row.key)) open.add(row.key) },
  }
}
