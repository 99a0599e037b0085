import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '../../lib/refusal.ts'
import { delimiterOf, type Row } from '../domain/nipList.ts'

const breaksIn = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

/**
 * The rows of a CSV with the line each begins on, from 1. A BOM, any line ending, quotes, and commas, semicolons or tabs
 * are fine; quotes that do not close are refused with CSV_MALFORMED and the line.
 */
export function readCsv(csv: string): Row[] {
  const text = csv.replace(/^\uFEFF/, '')
  const rows: Row[] = []
  let end = 0
  try {
    parse(text, {
      delimiter: delimiterOf(text), record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: 10_000,
      on_record(cells: string[], { lines }) {
        end = lines
        rows.push({ line: lines - breaksIn(cells), cells })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refusal('CSV_MALFORMED', { line: lineOf(error) ?? end + 1 }, 'csv')
  }
  return rows
}

/** Where the parser stood; an open quote it only misses at the end of the file, so there the last good row tells. */
function lineOf({ code, lines }: CsvError & { lines?: number }): number | undefined {
  return code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE' ? undefined : lines
}
