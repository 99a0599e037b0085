import type { SubmissionState } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export const stateTone: Record<SubmissionState, Tone> = { DRAFT: 'neutral', SUBMITTED: 'info', RETURNED: 'warning', GRADED: 'success' }

export type Criterion = { id: string; title: string; weight: number; levels: readonly { id: string; label: string; description: string; points: number }[] }
/** A criterion whose levels say what they are worth of the whole mark, 0 to 1. */
export type Worth = Omit<Criterion, 'levels'> & { levels: readonly (Criterion['levels'][number] & { worth: number })[] }
export type Evidence = { id: string; name: string; type: string; size: number; url: string }
export type Grading = { at: string; mark: number; comment: string; by?: { fullName: string } | null; criteria: readonly { criterion: string; level: string; comment: string }[] }

/** What a file input is told to offer for MIME types the server accepts. */
export const endingsOf = (types: readonly string[]): string => [...new Set(types.flatMap(type => endings[type] ?? [type]))].join(',')

const endings: Record<string, readonly string[]> = {
  'application/pdf': ['.pdf'], 'image/*': ['.png', '.jpg', '.jpeg', '.webp', '.heic'], 'video/mp4': ['.mp4'], 'video/webm': ['.webm'],
  'audio/*': ['.mp3', '.m4a', '.ogg', '.wav'], 'text/csv': ['.csv'], 'text/plain': ['.txt'], 'application/zip': ['.zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['.pptx'],
  'application/vnd.oasis.opendocument.text': ['.odt'], 'application/vnd.oasis.opendocument.spreadsheet': ['.ods'], 'application/vnd.oasis.opendocument.presentation': ['.odp'],
}

/** The kinds an editor chooses from: ours, and whatever else is chosen already, so that saving loses nothing. */
export const kindsFor = (chosen: readonly string[]): string[] => [...new Set([...Object.keys(endings), ...chosen])]
