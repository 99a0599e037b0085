import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ErrorCode } from '../graphql.ts'
import { Refusal } from './refusal.ts'
import { Unreadable } from './unreadable.ts'

/** A thread's megabytes. Default, ours. */
const MEMORY_MB = 384

/** How jobs of a kind are done: by which file, how many at once, how many may wait, and how long one may take. */
export type Threads<Job> = { file: URL; atOnce: number; waitingMax: number; seconds: (job: Job) => number; isForeign: (job: Job) => boolean }
/** What a thread answers: what it made, or why it reads nothing. */
export type ThreadAnswer<Done> = { done: Done } | { refused: { code: ErrorCode; facts: Record<string, unknown> } }

/**
 * Does jobs on threads of their own, within time and memory. Refuses as reading does (IMPORT_…), with IMPORT_TOO_SLOW or
 * IMPORT_TOO_LARGE when what a stranger wrote takes more than it may, TOO_MANY_REQUESTS when too many wait. Throws for faults of ours.
 */
export function threadsFor<Job, Done>(threads: Threads<Job>): (job: Job) => Promise<Done> {
  let running = 0
  const waiting: (() => void)[] = []
  return async job => {
    if (running >= threads.atOnce) {
      if (waiting.length >= threads.waitingMax) throw new Refusal('TOO_MANY_REQUESTS')
      await new Promise<void>(resolve => waiting.push(resolve))
    } else running++
    try {
      return await onThread<Job, Done>(job, threads)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

function onThread<Job, Done>(job: Job, { file, seconds, isForeign }: Threads<Job>): Promise<Done> {
  // Run from its sources, a thread needs a translator of its own before it can read them.
  const fromSource = file.href.endsWith('.ts')
  const translated = () => `import(${JSON.stringify(pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api').replace(/\.cjs$/, '.mjs')).href)})
    .then(({ tsImport }) => tsImport(${JSON.stringify(file.href)}, ${JSON.stringify(import.meta.url)}))`
  return new Promise((resolve, reject) => {
    const thread = new Worker(fromSource ? translated() : file, { eval: fromSource, workerData: job, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 } })
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      finish()
      void thread.terminate()
    }
    const timer = setTimeout(() => settle(() => reject(isForeign(job) ? new Refusal('IMPORT_TOO_SLOW') : new Error('a job took too long'))), seconds(job) * 1000)
    thread.once('message', (answer: ThreadAnswer<Done>) => settle(() => ('done' in answer ? resolve(answer.done) : reject(new Refusal(answer.refused.code, answer.refused.facts)))))
    thread.once('error', (error: NodeJS.ErrnoException) => settle(() => {
      reject(isForeign(job) && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('IMPORT_TOO_LARGE', { what: 'memory', max: MEMORY_MB }) : error)
    }))
    thread.once('exit', code => settle(() => reject(new Error(`a job's thread ended by itself: ${code}`))))
  })
}

/** What a thread answers to its one job; only an Unreadable is an answer, all else is a fault of ours. */
export async function answerOf<Done>(perform: () => Promise<Done>): Promise<ThreadAnswer<Done>> {
  try {
    return { done: await perform() }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { refused: { code: error.code, facts: error.facts } }
  }
}
