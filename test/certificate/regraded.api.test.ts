import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { issueIfDue } from '../../server/certificate/service/due.ts'
import { CourseModel, EnrolmentModel, type EnrolmentDoc } from '../../server/course/index.ts'
import { QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, anInstructor } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'
import { aComplete, aScene, certificatesOf, REVOKE, type Scene } from './scene.ts'

const CERTIFICATES = 'certificates { noLongerDue newlyDue list(first: $first, after: $after) { nodes { id effect enrolment { person { name } } certificate { number holder state } } next total } }'
const READ = `query ($id: ID!, $first: Int! = 20, $after: String) { regrade(id: $id) { id revision state ${CERTIFICATES} } }`
const PROPOSE = 'mutation ($quiz: ID!, $revision: Int!, $input: RegradeInput!) { proposeRegrade(quiz: $quiz, revision: $revision, input: $input) { id revision } }'
const COMMIT = 'mutation ($regrade: ID!, $revision: Int!) { commitRegrade(regrade: $regrade, revision: $revision) { id state } }'
const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id } }'
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: 0, answer: $answer) { seq } }'
const SUBMIT = 'mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { id mark } }'

let app: TestApp
let scene: Scene
let quiz: QuizDoc
let teacher: Client
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
beforeEach(async () => {
  scene = await aScene()
  quiz = await aQuiz(scene.made, { questions: [aQuestion('SINGLE_CHOICE'), aQuestion('SINGLE_CHOICE')], attemptsAllowed: 3 })
  teacher = await app.client(scene.teacher)
})

type Taker = { client: Client; enrolment: EnrolmentDoc; name: string }
/** Somebody with all lessons done, whose attempt picks these choices; who passes has the certificate by it. */
async function taker(picks: readonly number[], group: Scene = scene): Promise<Taker> {
  const { person, enrolment } = await aComplete(group)
  const client = await app.client(person)
  const { startAttempt } = await client.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
  for (const [at, pick] of picks.entries()) {
    const { id, choices } = quiz.questions[at]!
    await client.ok(SAVE, { attempt: startAttempt.id, question: id, answer: { choices: [choices[pick]!.id] } })
  }
  await client.ok(SUBMIT, { attempt: startAttempt.id })
  return { client, enrolment, name: person.name }
}
/** The first question with its second choice right, for everybody. */
async function propose(who = teacher): Promise<{ id: string; revision: number }> {
  const { id, kind, text, points, choices } = quiz.questions[0]!
  const body = { kind, text, points, choices: choices.map((one, at) => ({ id: one.id, text: one.text, right: at === 1 })) }
  const { revision } = (await QuizModel.findById(quiz._id).lean())!
  return (await who.ok(PROPOSE, { quiz: String(quiz._id), revision, input: { reason: 'Kunci keliru.', changes: [{ question: id, act: 'KEY', policy: 'NOW', body }] } })).proposeRegrade
}
const commit = (regrade: { id: string; revision: number }) => teacher.ok(COMMIT, { regrade: regrade.id, revision: regrade.revision })
const read = async (id: string, who = teacher, page = {}) => (await who.ok(READ, { id, ...page })).regrade?.certificates
const row = ({ enrolment, name }: Taker, effect: string, certificate: unknown) => ({ id: String(enrolment._id), effect, enrolment: { person: { name } }, certificate })

describe('certificates that a regrade concerns', () => {
  test('before it is carried out: those that hold and would not be due, and those that would become due; nobody else', async () => {
    const [loses, wins] = [await taker([0, 0]), await taker([1, 0])]
    await taker([2, 0])
    await taker([2, 1])
    const [held] = await certificatesOf(loses.enrolment)
    expect(held).toMatchObject({ state: 'VALID' })
    const found = await read((await propose()).id)
    expect(found).toEqual({ noLongerDue: 1, newlyDue: 1, list: { total: 2, next: null, nodes: expect.any(Array) } })
    expect(found.list.nodes).toEqual([
      row(loses, 'NO_LONGER_DUE', { number: held!.number, holder: held!.facts.person.name, state: 'VALID' }), row(wins, 'NEWLY_DUE', null),
    ])
    expect(await certificatesOf(wins.enrolment)).toEqual([])
  })

  test('after: none is revoked by itself, what became due is issued, and who was decided on is on the list no more', async () => {
    const [loses, wins] = [await taker([0, 0]), await taker([1, 0])]
    const regrade = await propose()
    await commit(regrade)
    const [held] = await certificatesOf(loses.enrolment)
    const [given] = await certificatesOf(wins.enrolment)
    expect([held!.state, given!.state]).toEqual(['VALID', 'VALID'])
    expect((await read(regrade.id)).list.nodes).toMatchObject([row(loses, 'NO_LONGER_DUE', { number: held!.number }), row(wins, 'NEWLY_DUE', { number: given!.number })])
    await (await app.client(scene.signatory)).ok(REVOKE, { certificate: held!._id, reason: 'Tidak lagi memenuhi syarat.' })
    expect(await read(regrade.id)).toMatchObject({ noLongerDue: 0, newlyDue: 1, list: { total: 1 } })
  })

  test('who passes by another attempt, or lacks something else, is not concerned', async () => {
    const twice = await taker([0, 0])
    const { startAttempt } = await twice.client.ok(START, { quiz: String(quiz._id), enrolment: String(twice.enrolment._id) })
    for (const [at, pick] of [1, 0].entries()) await twice.client.ok(SAVE, { attempt: startAttempt.id, question: quiz.questions[at]!.id, answer: { choices: [quiz.questions[at]!.choices[pick]!.id] } })
    await twice.client.ok(SUBMIT, { attempt: startAttempt.id })
    const nobody = { noLongerDue: 0, newlyDue: 0, list: { total: 0, next: null, nodes: [] } }
    expect(await certificatesOf(twice.enrolment)).toMatchObject([{ state: 'VALID' }])
    expect(await read((await propose()).id)).toEqual(nobody)
    const lacks = await taker([1, 0])
    expect(await read((await propose()).id)).toMatchObject({ newlyDue: 1 })
    await EnrolmentModel.updateOne({ _id: lacks.enrolment._id }, { done: [] })
    expect(await read((await propose()).id)).toEqual(nobody)
  })

  test('a final mark that falls below the course’s own is told, though the quiz is passed as before', async () => {
    await QuizModel.updateOne({ _id: quiz._id }, { passMark: 0.5 })
    const falls = await taker([0, 0])
    expect(await certificatesOf(falls.enrolment)).toHaveLength(1)
    expect(await read((await propose()).id)).toMatchObject({ noLongerDue: 1, newlyDue: 0 })
    expect((await CourseModel.findById(scene.made.course._id).lean())!.rules ?? null).toBeNull()
  })

  test('page by page, each once', async () => {
    const all = []
    for (let n = 0; n < 5; n++) all.push(await taker([1, 0]))
    const { id } = await propose()
    const found: string[] = []
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const { list }: any = await read(id, teacher, { first: 2, after })
      expect(list.total).toBe(5)
      found.push(...list.nodes.map((one: any) => one.id))
      after = list.next
    }
    expect(found).toEqual(all.map(({ enrolment }) => String(enrolment._id)))
  })
})

describe('who sees them', () => {
  test('a partner’s author sees how many, not who; an auditor sees all; an instructor the names of their own class', async () => {
    const loses = await taker([0, 0])
    const other = { ...scene, cls: await aClass(scene.made, { mode: 'ONLINE' }) }
    await taker([0, 0], other)
    const { id } = await propose()
    const author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', scene.made.course.partner]], employment: 'EXTERNAL', nip: null, grade: null }))
    expect(await read(id, author)).toEqual({ noLongerDue: 2, newlyDue: 0, list: { total: 0, next: null, nodes: [] } })
    expect(await read(id, await app.client(await aPerson({ roles: [['AUDITOR']] })))).toMatchObject({ noLongerDue: 2, list: { total: 2 } })
    expect(await read(id)).toMatchObject({ noLongerDue: 2, list: { total: 1, nodes: [{ id: String(loses.enrolment._id) }] } })
    expect(await read(id, await app.client(await anInstructor(other.cls)))).toMatchObject({ list: { total: 1 } })
  })

  test('attack: a learner reads whose certificate is at stake', async () => {
    const one = await taker([0, 0])
    const { id } = await propose()
    expect(await one.client.ok(READ, { id })).toEqual({ regrade: null })
    await commit({ id, revision: (await teacher.ok(READ, { id })).regrade.revision })
    expect(await one.client.ok(READ, { id })).toEqual({ regrade: null })
  })

  test('what was withdrawn concerns nobody', async () => {
    const { enrolment } = await taker([0, 0])
    const { id } = await propose()
    await teacher.ok('mutation ($regrade: ID!) { withdrawRegrade(regrade: $regrade) { id } }', { regrade: id })
    expect(await read(id)).toMatchObject({ noLongerDue: 0, newlyDue: 0 })
    await issueIfDue(app.services, enrolment._id)
    expect(await certificatesOf(enrolment)).toMatchObject([{ state: 'VALID' }])
  })
})
