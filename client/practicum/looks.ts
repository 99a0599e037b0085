import type { SubmissionState } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export const stateTone: Record<SubmissionState, Tone> = { DRAFT: 'neutral', SUBMITTED: 'info', RETURNED: 'warning', GRADED: 'success' }

export type Criterion = { id: string; title: string; weight: number; levels: readonly { id: string; label: string; description: string; points: number }[] }
export type Evidence = { id: string; name: string; type: string; size: number; url: string }
export type Grading = { at: string; mark: number; comment: string; by?: { fullName: string } | null; criteria: readonly { criterion: string; level: string; comment: string }[] }

/** What a file input is told to offer for MIME types the server accepts. */
export const endingsOf = (types: readonly string[]): string => [...new Set(types.flatMap(type => endings[type] ?? []))].join(',')

const endings: Record<string, readonly string[]> = {
  'application/pdf': ['.pdf'], 'image/*': ['.png', '.jpg', '.jpeg', '.webp', '.heic'], 'video/mp4': ['.mp4'], 'audio/*': ['.mp3', '.m4a', '.ogg', '.wav'],
  'text/csv': ['.csv'], 'text/plain': ['.txt'], 'application/zip': ['.zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['.pptx'],
}

/** The kinds an editor chooses from. */
export const kinds = Object.keys(endings)
