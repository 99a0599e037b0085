import type { Document } from './domain/blocks.ts'
import type { Table } from './domain/matrix.ts'
import type { Raw } from './domain/raw.ts'
import type { Sheet } from './domain/sheets.ts'

/** Work that takes long or handles what strangers wrote: done apart from the process that serves. */
export type Job =
  | { kind: 'read'; file: Uint8Array }
  | { kind: 'pdf' | 'docx'; document: Document }
  | { kind: 'workbook'; sheets: readonly Sheet[]; at: Date }
  | { kind: 'table'; table: Table; at: Date }

export type Made<J extends Job> = J extends { kind: 'read' } ? Raw : Uint8Array

/** Does a job, here. Libraries are loaded when they are needed: each job is done on a thread of its own. */
export async function perform(job: Job): Promise<Raw | Uint8Array> {
  switch (job.kind) {
    case 'read': return (await import('./read/read.ts')).read(Buffer.from(job.file))
    case 'pdf': return (await import('./write/pdf.ts')).pdfOf(job.document)
    case 'docx': return (await import('./write/docx.ts')).docxOf(job.document)
    case 'workbook': return (await import('./write/xlsx.ts')).workbookOf(job.sheets, job.at)
    case 'table': return (await import('./write/xlsx.ts')).tableOf(job.table, job.at)
  }
}
