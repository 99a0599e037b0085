import { describe, expect, test } from '@jest/globals'
import { BankQuestionModel, BankVersionModel } from '../../../server/bank/index.ts'
import { QuizModel } from '../../../server/quiz/index.ts'
import { DrawUseModel } from '../../../server/quiz/structureModel.ts'
import { aBankQuestion } from '../../support/bank.ts'
import { aLearner, anInstructor } from '../../support/course.ts'
import { aPerson } from '../../support/people.ts'
import { aQuestion } from '../../support/quiz.ts'
import { app, asking, choice, cls, commit, id, inScene, instructor, key, made, propose, quiz, SAVE, seen, SEEN, START, stored, SUBMIT, taker, type Taker } from './scene.ts'

inScene()

const MARK = 'mutation ($attempt: ID!, $question: ID!, $marked: Int = 0, $input: MarkInput!) { markAnswer(attempt: $attempt, question: $question, marked: $marked, input: $input) { mark questions { id mark machineMark reason } } }'
const APPEAL = 'mutation ($attempt: ID!, $question: ID!) { appealMark(attempt: $attempt, question: $question, grounds: "Modul berkata lain.") { id } }'
const DECIDE = 'mutation ($appeal: ID!) { decideAppeal(appeal: $appeal, revision: 0, input: { uphold: true, points: 0.5, reasons: "Sebagian benar" }) { state } }'
const DRAWN = 'query ($id: ID!) { quiz(id: $id) { drawnQuestions(first: 10) { total nodes { id bankQuestion kind text } } } }'
const full = (at: number) => ({ reason: 'Soal keliru', changes: [{ question: quiz.questions[at]!.id, act: 'KEY', policy: 'FULL_CREDIT' }] })

test('several changes are looked at together and carried out together, in one entry of each attempt', async () => {
  const one = await taker([1, 0])
  const other = await taker([0, 1])
  const both = { reason: 'Kunci dan bobot', changes: [...key('NOW').changes, { question: quiz.questions[1]!.id, act: 'POINTS', points: 3 }] }
  const proposed = await propose(both)
  expect(proposed.outlook).toMatchObject({ attempts: 2, changed: 2, raised: 1, lowered: 1, toPass: 1 })
  await commit(proposed)
  expect(await seen(one)).toMatchObject({ mark: 1, regrades: [{ before: 0.5, after: 1, questions: expect.arrayContaining(quiz.questions.map(question => question.id)) }] })
  expect((await seen(other)).mark).toBe(0)
  expect((await QuizModel.findById(id()).lean())!.questions.map(({ points }) => points)).toEqual([1, 3])
})

/** An attempt with an essay beside the first question, which is right. */
async function essayist(): Promise<Taker> {
  await asking(aQuestion('SINGLE_CHOICE'), aQuestion('ESSAY'))
  const { person, enrolment } = await aLearner(cls)
  const client = await app.client(person)
  const { startAttempt: { id: attempt } } = await client.ok(START, { quiz: id(), enrolment: String(enrolment._id) })
  await client.ok(SAVE, { attempt, question: quiz.questions[0]!.id, answer: choice(0, 0) })
  await client.ok(SAVE, { attempt, question: quiz.questions[1]!.id, answer: { text: 'Uraian' } })
  await client.ok(SUBMIT, { attempt })
  return { client, attempt, person: String(person._id) }
}
const give = ({ attempt }: Taker, at: number, input: object, marked = 0) => instructor.send(MARK, { attempt, question: quiz.questions[at]!.id, marked, input })

describe('full credit to all', () => {
  test('is lowered only with a reason, which tells what it was', async () => {
    const one = await essayist()
    await commit(await propose(full(1)))
    expect((await give(one, 1, { points: 0.5 })).refusal).toMatchObject({ code: 'REASON_REQUIRED', field: 'input.reason' })
    const lowered = (await give(one, 1, { points: 0.5, reason: 'Jawaban tidak menjawab soal' })).data.markAnswer
    expect(lowered).toMatchObject({ mark: 0.75, questions: expect.arrayContaining([{ id: quiz.questions[1]!.id, mark: 0.5, machineMark: 1, reason: 'Jawaban tidak menjawab soal' }]) })
    expect((await give(one, 1, { points: 0.25 }, 1)).refusal).toMatchObject({ code: 'REASON_REQUIRED' })
  })
  test('also over a mark that a person gave: what they gave is kept, its reason is no more the mark’s', async () => {
    const one = await essayist()
    await give(one, 1, { points: 0.25 })
    await give(one, 0, { points: 0.5, reason: 'Setengah benar' })
    const proposed = await propose({ reason: 'Soal keliru', changes: [...full(0).changes, ...full(1).changes] })
    expect(proposed.outlook).toMatchObject({ raised: 1, byPeople: 0 })
    await commit(proposed)
    expect((await seen(one)).mark).toBe(1)
    expect((await stored(one.attempt)).questions.map(({ marking }: any) => marking.mark).sort()).toEqual([0.25, 0.5])
    const { data } = await instructor.send('query ($id: ID!) { attempt(id: $id) { questions { mark reason machineMark } } }', { id: one.attempt })
    expect(data.attempt.questions).toEqual(Array.from({ length: 2 }, () => ({ mark: 1, reason: null, machineMark: null })))
    expect((await give(one, 1, { points: 0.25 }, 1)).refusal).toMatchObject({ code: 'REASON_REQUIRED' })
  })
  test('leaves nobody below others whose appeal was upheld in part', async () => {
    const one = await taker([1, 0])
    const { appealMark } = await one.client.ok(APPEAL, { attempt: one.attempt, question: quiz.questions[0]!.id })
    await (await app.client(await anInstructor(cls))).ok(DECIDE, { appeal: appealMark.id })
    expect((await seen(one)).mark).toBe(0.75)
    await commit(await propose(full(0)))
    expect((await seen(one)).mark).toBe(1)
  })
})

test('attack: a mark of a page that was open while a regrade gave the question other points is not saved against the old ones', async () => {
  const one = await essayist()
  await commit(await propose({ reason: 'Bobot', changes: [{ question: quiz.questions[1]!.id, act: 'POINTS', points: 4 }] }))
  expect((await give(one, 1, { points: 1, of: 1 })).refusal).toMatchObject({ code: 'STALE' })
  expect((await stored(one.attempt)).questions.find((question: any) => question.kind === 'ESSAY').marking).toBeNull()
  expect((await give(one, 1, { points: 4, of: 4 })).data.markAnswer.mark).toBe(1)
  expect(await one.client.ok(SEEN, { id: one.attempt })).toMatchObject({ attempt: { state: 'FINISHED', mark: 1 } })
})

describe('a question drawn from the bank', () => {
  /** Two learners, each dealt the same drawn question beside the quiz's first; one answered it wrongly. */
  async function drawn() {
    const question = await aBankQuestion({ kind: 'COURSE', id: made.course._id }, { state: 'LIVE' })
    const owner = { kind: 'COURSE', id: String(made.course._id) }
    const draws = [{ id: 'acak', section: 'satu', count: 1, points: 1, pilot: false, outcome: null, filter: { owner, category: '', tag: '', outcome: '', level: null, kind: null } }]
    await QuizModel.updateOne({ _id: id() }, { $set: { draws, questions: quiz.questions.slice(0, 1) } })
    const takers: Taker[] = []
    for (const truth of [true, false]) {
      const one = await taker([0], { open: true })
      await one.client.ok(SAVE, { attempt: one.attempt, question: String(question._id), answer: { truth } })
      await one.client.ok(SUBMIT, { attempt: one.attempt })
      takers.push(one)
    }
    return { question, takers }
  }
  const anew = (question: string, change: object) => ({ reason: 'Kunci di bank keliru', changes: [{ question, ...change }] })

  test('is listed for who edits the quiz, and judged anew by the key the bank has now', async () => {
    const { question, takers } = await drawn()
    const own = String(question._id)
    expect((await instructor.ok(DRAWN, { id: id() })).quiz.drawnQuestions).toEqual({ total: 1, nodes: [{ id: own, bankQuestion: own, kind: 'TRUE_FALSE', text: '<p>Benar?</p>' }] })
    const version = (await BankVersionModel.findOne({ bankQuestion: question._id }).lean())!
    const corrected = await BankVersionModel.create({ bankQuestion: question._id, number: 2, at: new Date(), by: version.by, question: { ...(version.question as object), right: false } })
    await BankQuestionModel.updateOne({ _id: question._id }, { version: corrected._id, versionCount: 2 })
    const proposed = await propose(anew(own, { act: 'KEY', policy: 'EITHER' }))
    expect(proposed.outlook).toMatchObject({ attempts: 2, raised: 1, lowered: 0 })
    await commit(proposed)
    expect(await Promise.all(takers.map(async one => (await seen(one)).mark))).toEqual([1, 1])
    expect((await QuizModel.findById(id()).lean())!.questions).toHaveLength(1)
  })
  test('is dropped for who was asked it', async () => {
    const { question, takers } = await drawn()
    await commit(await propose(anew(String(question._id), { act: 'DROP' })))
    expect(await Promise.all(takers.map(async one => (await seen(one)).mark))).toEqual([1, 1])
  })
  test('attack: who learns, or does not see the bank’s question, reads none of them here', async () => {
    const { question, takers } = await drawn()
    expect((await takers[0]!.client.ok(DRAWN, { id: id() })).quiz.drawnQuestions).toBeNull()
    const auditor = await app.client(await aPerson({ roles: [['AUDITOR']] }))
    expect((await auditor.ok(DRAWN, { id: id() })).quiz.drawnQuestions).toBeNull()
    // Of another partner's bank, whatever a count of draws says.
    const other = await aBankQuestion({ kind: 'PARTNER', id: question._id }, { state: 'LIVE' })
    await DrawUseModel.create({ quiz: quiz._id, question: String(other._id), times: 1 })
    expect((await instructor.ok(DRAWN, { id: id() })).quiz.drawnQuestions.total).toBe(1)
  })
})
