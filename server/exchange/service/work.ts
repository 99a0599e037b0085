import { threadsFor } from '../../lib/threads.ts'
import type { Job, Made } from '../jobs.ts'

const file = new URL(import.meta.url.endsWith('.ts') ? '../worker.ts' : '../worker.js', import.meta.url)

/** Two jobs at once and 20 that wait; half a minute to read what strangers wrote, two to write what is our own. Defaults, ours. */
export const work = threadsFor<Job, unknown>({ file, atOnce: 2, waitingMax: 20, seconds: ({ kind }) => (kind === 'read' ? 30 : 120), isForeign: ({ kind }) => kind === 'read' }) as <J extends Job>(job: J) => Promise<Made<J>>
