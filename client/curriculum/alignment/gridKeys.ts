/** A place in a grid, from 0. */
export type Place = { row: number; column: number }
type Size = { rows: number; columns: number }
type Key = { key: string; ctrl: boolean }

/** Rows that a page up or down skips. */
const PAGE = 8

/** Where a key leads in a grid (ARIA's grid pattern), staying within it; null for a key that leads nowhere. */
export function placeAfter({ key, ctrl }: Key, { row, column }: Place, { rows, columns }: Size): Place | null {
  const leads: Record<string, () => Place> = {
    ArrowRight: () => ({ row, column: column + 1 }),
    ArrowLeft: () => ({ row, column: column - 1 }),
    ArrowDown: () => ({ row: row + 1, column }),
    ArrowUp: () => ({ row: row - 1, column }),
    PageDown: () => ({ row: row + PAGE, column }),
    PageUp: () => ({ row: row - PAGE, column }),
    Home: () => ({ row: ctrl ? 0 : row, column: 0 }),
    End: () => ({ row: ctrl ? rows - 1 : row, column: columns - 1 }),
  }
  const to = leads[key]?.()
  if (!to || rows === 0 || columns === 0) return null
  const within = (at: number, size: number) => Math.min(Math.max(at, 0), size - 1)
  return { row: within(to.row, rows), column: within(to.column, columns) }
}
