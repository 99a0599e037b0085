import type { CurriculumTemplatesQuery, ImportLevel, PreviewImportMutation } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export type Preview = PreviewImportMutation['previewImport']
export type Finding = Preview['findings'][number]
export type Template = CurriculumTemplatesQuery['curriculumTemplates']['nodes'][number]

export const levelTones: Record<ImportLevel, Tone> = { ERROR: 'danger', WARNING: 'warning', INFO: 'neutral' }
const order: Record<ImportLevel, number> = { ERROR: 0, WARNING: 1, INFO: 2 }

/** Errors first; within a level in the order of the file. */
export const sortedFindings = (findings: readonly Finding[]): Finding[] => [...findings].sort((a, b) => order[a.level] - order[b.level])

/** Files that can be taken away, by the name the server gives them. */
export const documents = [
  { view: 'pemerintah', key: 'government', endings: ['docx', 'pdf'] }, { view: 'universitas', key: 'university', endings: ['docx', 'pdf'] },
] as const
export const tables = [
  { view: 'keselarasan', key: 'alignment', endings: ['xlsx', 'csv'] }, { view: 'kisi-kisi', key: 'blueprint', endings: ['xlsx', 'csv'] }, { view: 'isi', key: 'content', endings: ['xlsx'] },
] as const

/** Where a file lies: of the draft, or of a version. */
export const fileAddress = (of: { curriculum: string; version: string | null }, file: string, language: string): string =>
  `${of.version ? `/kurikulum/versi/${of.version}` : `/kurikulum/${of.curriculum}`}/ekspor/${file}${language === 'en' ? '?bahasa=en' : ''}`

/** The most an import may weigh, in bytes; the server says the same. */
export const IMPORT_MAX = 5 * 1024 * 1024
