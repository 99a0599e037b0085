import { expect, test } from '@jest/globals'
import mongoose from 'mongoose'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { contextFor } from '../../server/context.ts'
import { readEnv } from '../../server/env.ts'
import { dayOf } from '../../server/lib/days.ts'
import { connect } from '../../server/openStore.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { startSession } from '../../server/people/service/session.ts'
import { AttemptModel } from '../../server/quiz/index.ts'
import { launchStore } from '../../server/store/launch.ts'
import { guest } from '../../server/viewer.ts'
import { startServer } from '../journey/server.ts'
import { clientOf, type Client } from '../support/client.ts'
import { aClass, aCourse, aLearner } from '../support/course.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'

const LEARNERS = 500
const KILL_AFTER = 1500
const START = 'mutation ($q: ID!, $e: ID!) { startAttempt(quiz: $q, enrolment: $e) { id questions { id seq } } }'
const SAVE = 'mutation ($a: ID!, $q: ID!, $s: Int!, $n: AnswerInput!) { saveAnswer(attempt: $a, question: $q, seq: $s, answer: $n) { seq } }'
type Acknowledged = { attempt: string; question: string; seq: number; truth: boolean }

/** Learners of one class with a session each, made in the store the server will open. */
async function prepare(dataDir: string): Promise<{ quiz: string; learners: { cookie: string; enrolment: string }[] }> {
  const store = await launchStore({ dataDir: join(dataDir, 'store'), sync: false })
  await connect(store.uri)
  const services = { env: readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir, DEMO: '0' }), log: pino({ level: 'silent' }), now: () => new Date() }
  const cookieOf = async ({ _id }: PersonDoc) => {
    let cookie = ''
    await startSession(contextFor(services, guest, { cookie: { set: token => void (cookie = `pembina=${token}`), clear: () => undefined }, agent: 'test' }), _id)
    return cookie
  }
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(new Date()), quota: LEARNERS })
  const quiz = await aQuiz(made, { questions: Array.from({ length: 5 }, () => aQuestion('TRUE_FALSE')) })
  const learners = []
  for (let at = 0; at < LEARNERS; at++) {
    const { person, enrolment } = await aLearner(cls)
    learners.push({ cookie: await cookieOf(person), enrolment: String(enrolment._id) })
  }
  await mongoose.disconnect()
  await store.stop()
  return { quiz: String(quiz._id), learners }
}

/** Begins, and answers one question after the other, again and again, until the line goes dead. */
async function answer(client: Client, quiz: string, enrolment: string, done: Acknowledged[]): Promise<void> {
  const { startAttempt: attempt } = await client.ok(START, { q: quiz, e: enrolment })
  for (let round = 0; ; round++) {
    for (const { id } of attempt.questions) {
      const truth = (round + enrolment.charCodeAt(23)) % 2 === 0
      const { saveAnswer } = await client.ok(SAVE, { a: attempt.id, q: id, s: round, n: { truth } })
      done.push({ attempt: attempt.id, question: id, seq: saveAnswer.seq, truth })
    }
  }
}

test('kill -9 while five hundred learners answer loses no answer that was acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pembina-exam-'))
  const { quiz, learners } = await prepare(dataDir)
  const server = await startServer(dataDir, { DEMO: '0', ADMIN_EMAIL: 'kepala@uji.example', ADMIN_PASSWORD: 'sungai deli mengalir' })
  const done: Acknowledged[] = []
  const all = Promise.all(learners.map(({ cookie, enrolment }) => answer(clientOf(server.url, cookie), quiz, enrolment, done).catch(() => 'the line went dead')))
  while (done.length < KILL_AFTER) await new Promise(resolve => setTimeout(resolve, 10))
  await server.kill()
  await all

  const store = await launchStore({ dataDir: join(dataDir, 'store') })
  await connect(store.uri)
  const attempts = await AttemptModel.find({ quiz }).select('questions').lean<{ _id: unknown; questions: { id: string; seq: number; answer: { truth: boolean } | null }[] }[]>()
  const stored = new Map(attempts.flatMap(attempt => attempt.questions.map(question => [`${String(attempt._id)}/${question.id}`, question])))
  const lost = done.filter(({ attempt, question, seq, truth }) => {
    const kept = stored.get(`${attempt}/${question}`)
    // A later save may have been made whose answer nobody heard; the one that was heard is not taken back.
    return !kept || kept.seq < seq || (kept.seq === seq && kept.answer?.truth !== truth)
  })
  expect(lost).toEqual([])
  expect(new Set(done.map(({ attempt }) => attempt)).size).toBeGreaterThan(100)
  await mongoose.disconnect()
  await store.stop()
  rmSync(dataDir, { recursive: true, force: true })
}, 240_000)
