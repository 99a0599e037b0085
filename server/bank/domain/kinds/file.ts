import type { FileAnswer } from '../question.ts'

/** MIME types, as the file domain tells them by content, of what a question asks for. */
const types: Record<FileAnswer['accept'][number], readonly string[]> = {
  PDF: ['application/pdf'],
  DOCUMENT: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.oasis.opendocument.text', 'text/plain'],
  SHEET: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.oasis.opendocument.spreadsheet', 'text/csv'],
  SLIDES: ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.presentation'],
  IMAGE: ['image/png', 'image/jpeg', 'image/webp', 'image/heic'],
  ARCHIVE: ['application/zip'],
}

/** Whether a file of this type answers the question. */
export const takesFile = (accept: FileAnswer['accept'], type: string): boolean => accept.some(kind => types[kind].includes(type))
