import { parentPort, workerData } from 'node:worker_threads'
import { answerOf } from '../lib/threads.ts'
import { readFile, type FileJob } from './read/file.ts'

/** A file of questions, read and judged on a thread of its own, which ends with it. */
parentPort!.postMessage(await answerOf(() => readFile(workerData as FileJob)))
