import { parentPort, workerData } from 'node:worker_threads'
import { answerOf } from '../lib/threads.ts'
import { perform, type Job } from './jobs.ts'

/** One piece of heavy work, on a thread of its own, which ends with it. */
parentPort!.postMessage(await answerOf(() => perform(workerData as Job)))
