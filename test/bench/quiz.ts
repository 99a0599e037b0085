import { performance } from 'node:perf_hooks'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deal, markQuestion, noAnswer, seeded } from '../../server/bank/index.ts'
import { dayOf } from '../../server/lib/days.ts'
import { begin, take, type Item } from '../../server/quiz/domain/statistics/gather.ts'
import { itemStatistics } from '../../server/quiz/domain/statistics/items.ts'
import { wholeStatistics } from '../../server/quiz/domain/statistics/whole.ts'
import { launchStore } from '../../server/store/launch.ts'
import { aQuestionOf } from '../bank/questions.ts'
import { startTestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner } from '../support/course.ts'
import { aQuiz } from '../support/quiz.ts'

const line = (name: string, value: string, goal = '', note = '') => console.log(`${name.padEnd(58)} ${value.padEnd(12)} ${goal.padEnd(18)} ${note}`)
const CLIENTS = 64
const SAVES = 20

/** What marking, statistics and whole attempts cost. */
export async function quizBench(): Promise<void> {
  scoring()
  statistics()
  await attempts()
}

/** Marking alone, beside a function that does nothing. */
function scoring(): void {
  const question = aQuestionOf('MULTIPLE_CHOICE')
  const { key } = deal(question, { shuffle: true, chance: seeded(1), seed: 1 })
  const answer = { ...noAnswer, choices: ['a', 'c'] }
  const rounds = 300_000
  const time = (work: () => unknown) => {
    for (let at = 0; at < 10_000; at++) work()
    const from = performance.now()
    for (let at = 0; at < rounds; at++) work()
    return rounds / ((performance.now() - from) / 1000)
  }
  const [ours, raw] = [time(() => markQuestion(key, answer)), time(() => answer.choices.includes('a'))]
  line('marking a multiple choice', `${Math.round(ours / 1000)} k/s`, '', `${(ours / raw).toFixed(2)} of looking one choice up`)
}

/** 1,000 and 100,000 attempts at 40 items: time, growth and memory. */
function statistics(): void {
  const items: Item[] = Array.from({ length: 40 }, (_, at) => ({ id: `i${at}`, max: 1, options: ['a', 'b', 'c', 'd'], right: ['a'] }))
  const gather = (attempts: number) => {
    const chance = seeded(20_261_124)
    const gathered = begin(items)
    const from = performance.now()
    for (let at = 0; at < attempts; at++) {
      const ability = chance()
      const points = items.map((_, item) => (chance() < 0.2 + 0.6 * ability - item * 0.004 ? 1 : 0))
      take(gathered, { points, picks: points.map(one => [one ? 'a' : 'b']), group: chance() < 0.5 ? 'FOCAL' : 'REFERENCE' })
    }
    itemStatistics(gathered)
    wholeStatistics(gathered)
    return performance.now() - from
  }
  gather(1000)
  const before = process.memoryUsage().heapUsed
  const [few, many] = [gather(1000), gather(100_000)]
  const grown = Math.max(0, process.memoryUsage().heapUsed - before) / 2 ** 20
  line('statistics of 100,000 attempts x 40 items', `${Math.round(many)} ms`, '', `heap grew by ${grown.toFixed(0)} MB`)
  line('growth from 1,000 to 100,000, of linear', (many / few / 100).toFixed(2), 'goal close to 1')
}

/** Whole attempts over GraphQL: begun, twenty answers saved, handed in; and everybody beginning at once. */
async function attempts(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pembina-bench-'))
  const store = process.env.MONGODB_URI ? null : await launchStore({ dataDir })
  process.env.TEST_MONGODB_URI = process.env.MONGODB_URI ?? store!.uri
  const app = await startTestApp()
  try {
    const made = await aCourse()
    const cls = await aClass(made, { today: dayOf(app.services.now()), quota: 2000 })
    const quiz = await aQuiz(made)
    const learners: { client: Client; enrolment: string }[] = []
    for (let at = 0; at < 1000; at++) {
      const { person, enrolment } = await aLearner(cls)
      learners.push({ client: await app.client(person), enrolment: String(enrolment._id) })
    }
    const START = 'mutation ($q: ID!, $e: ID!) { startAttempt(quiz: $q, enrolment: $e) { id questions { id kind seq } } }'
    const SAVE = 'mutation ($a: ID!, $q: ID!, $s: Int!, $n: AnswerInput!) { saveAnswer(attempt: $a, question: $q, seq: $s, answer: $n) { seq } }'
    const SUBMIT = 'mutation ($a: ID!) { submitAttempt(attempt: $a) { mark } }'
    const calls: number[] = []
    const timed = async <T>(work: () => Promise<T>): Promise<T> => {
      const from = performance.now()
      const done = await work()
      calls.push(performance.now() - from)
      return done
    }
    const quantile = (of: number) => [...calls].sort((a, b) => a - b)[Math.min(calls.length - 1, Math.floor(of * calls.length))]!

    const startedAt = performance.now()
    const begun = await Promise.all(learners.map(async ({ client, enrolment }, at) => {
      await new Promise(resolve => setTimeout(resolve, (at * 10_000) / learners.length))
      return timed(() => client.ok(START, { q: String(quiz._id), e: enrolment }))
    }))
    line('1,000 learners begin within 10 s', `p99 ${Math.round(quantile(0.99))} ms`, 'goal < 1000 ms', `all begun after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)

    calls.length = 0
    const queue = learners.map(({ client }, at) => ({ client, attempt: begun[at].startAttempt })).slice(0, CLIENTS * 4)
    const from = performance.now()
    const done = queue.length
    await Promise.all(Array.from({ length: CLIENTS }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { client, attempt } = next
        const truth = attempt.questions.find((question: { kind: string }) => question.kind === 'TRUE_FALSE')
        for (let seq = 0; seq < SAVES; seq++) await timed(() => client.ok(SAVE, { a: attempt.id, q: truth.id, s: seq, n: { truth: seq % 2 === 0 } }))
        await timed(() => client.ok(SUBMIT, { a: attempt.id }))
      }
    }))
    const seconds = (performance.now() - from) / 1000
    line(`whole attempts (${SAVES} saves and handing in), ${CLIENTS} at once`, `${(done / seconds).toFixed(1)} /s`, '', `${Math.round(calls.length / seconds)} calls/s, p95 ${Math.round(quantile(0.95))} ms; clients in the same process`)
  } finally {
    await app.stop()
    await store?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
