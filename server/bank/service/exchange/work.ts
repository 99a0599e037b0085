import { threadsFor } from '../../../lib/threads.ts'
import type { FileJob, FileRead } from '../../read/file.ts'

const file = new URL(import.meta.url.endsWith('.ts') ? '../../worker.ts' : '../../worker.js', import.meta.url)

/** Reads a file on a thread: one at a time, ten that wait, half a minute each. Defaults, ours. */
export const readOnThread = threadsFor<FileJob, FileRead>({ file, atOnce: 1, waitingMax: 10, seconds: () => 30, isForeign: () => true })
