import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ErrorCode } from '../../graphql.ts'
import { Refusal } from '../../lib/refusal.ts'
import type { Job, Made } from '../jobs.ts'

/** Jobs at once, and how many may wait: more and people are told to come back. Defaults, ours. */
const AT_ONCE = 2
const WAITING_MAX = 20
/** Time of a job: to read what strangers wrote, and to write what is our own; and its memory. Defaults, ours. */
const timeOf = (kind: Job['kind']) => (kind === 'read' ? 30_000 : 120_000)
const MEMORY_MB = 384

// Run from its sources, a thread needs a translator of its own before it can read them.
const fromSource = import.meta.url.endsWith('.ts')
const file = new URL(fromSource ? '../worker.ts' : '../worker.js', import.meta.url)
const translated = () => `import(${JSON.stringify(pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api').replace(/\.cjs$/, '.mjs')).href)})
  .then(({ tsImport }) => tsImport(${JSON.stringify(file.href)}, ${JSON.stringify(import.meta.url)}))`

let running = 0
const waiting: (() => void)[] = []

/**
 * Does a job on a thread of its own, within time and memory. Refuses as reading does (IMPORT_…), with IMPORT_TOO_SLOW or
 * IMPORT_TOO_LARGE when a file takes more than it may, TOO_MANY_REQUESTS when too many wait. Throws for faults of ours.
 */
export async function work<J extends Job>(job: J): Promise<Made<J>> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MAX) throw new Refusal('TOO_MANY_REQUESTS')
    await new Promise<void>(resolve => waiting.push(resolve))
  } else running++
  try {
    return await onThread(job)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

type Answer<J extends Job> = { done: Made<J> } | { refused: { code: ErrorCode; facts: Record<string, unknown> } }

function onThread<J extends Job>(job: J): Promise<Made<J>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(fromSource ? translated() : file, { eval: fromSource, workerData: job, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 } })
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      finish()
      void thread.terminate()
    }
    const timer = setTimeout(() => settle(() => reject(job.kind === 'read' ? new Refusal('IMPORT_TOO_SLOW') : new Error(`${job.kind} took too long`))), timeOf(job.kind))
    thread.once('message', (answer: Answer<J>) => settle(() => ('done' in answer ? resolve(answer.done) : reject(new Refusal(answer.refused.code, answer.refused.facts)))))
    thread.once('error', (error: NodeJS.ErrnoException) => settle(() => {
      reject(job.kind === 'read' && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('IMPORT_TOO_LARGE', { what: 'memory', max: MEMORY_MB }) : error)
    }))
    thread.once('exit', code => settle(() => reject(new Error(`a job's thread ended by itself: ${code}`))))
  })
}
