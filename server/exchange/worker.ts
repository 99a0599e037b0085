import { parentPort, workerData } from 'node:worker_threads'
import { Unreadable } from './read/unreadable.ts'
import { perform, type Job } from './jobs.ts'

/** One piece of heavy work, on a thread of its own, which ends with it. */
try {
  parentPort!.postMessage({ done: await perform(workerData as Job) })
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  parentPort!.postMessage({ refused: { code: error.code, facts: error.facts } })
}
