import { AudioLines, File, FileText, Film, Link2, Text } from '@lucide/vue'
import type { Component } from 'vue'
import type { ClassStatus, EnrolmentOutcome, LessonKind } from '../gql/operations.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const statusTone: Record<ClassStatus, Tone> = { PLANNED: 'neutral', OPEN: 'success', RUNNING: 'info', FINISHED: 'neutral', CANCELLED: 'danger' }
export const outcomeTone: Record<EnrolmentOutcome, Tone> = { ENROLLED: 'success', WAITING: 'warning', ALREADY: 'neutral', REFUSED: 'danger' }
export const kindIcon: Record<LessonKind, Component> = { TEXT: Text, VIDEO: Film, AUDIO: AudioLines, PDF: FileText, LINK: Link2, FILE: File }
