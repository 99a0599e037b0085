import { describe, expect, test } from '@jest/globals'
import { NoticeModel } from '../../../server/notice/index.ts'
import { PersonModel, type PersonDoc } from '../../../server/people/index.ts'
import { AttemptModel, QuizModel } from '../../../server/quiz/index.ts'
import { RegradeModel } from '../../../server/quiz/regradeModel.ts'
import { advanceAll } from '../../../server/quiz/service/regradeApply.ts'
import { aLearner, anInstructor } from '../../support/course.ts'
import { aQuestion } from '../../support/quiz.ts'
import { app, asking, choice, cls, commit, COMMIT, drop, HISTORY, id, inScene, instructor, key, MARK, propose, quiz, READ, SAVE, SEEN, seen, START, stored, SUBMIT, taker } from './scene.ts'

inScene()

const DESK = 'query ($class: ID!, $quiz: ID!) { class(id: $class) { marking(quiz: $quiz) { questions { waiting } place { all done } } } }'
const APPEALABLE = 'query ($id: ID!) { attempt(id: $id) { appealable { question } } }'
const APPEAL = 'mutation ($attempt: ID!, $question: ID!, $grounds: String!) { appealMark(attempt: $attempt, question: $question, grounds: $grounds) { id } }'
const DECIDE = 'mutation ($appeal: ID!, $input: AppealDecision!) { decideAppeal(appeal: $appeal, revision: 0, input: $input) { state } }'

describe('carried out', () => {
  test('marks, feedback and the quiz follow; learners are told why, and read it on their result', async () => {
    const [right, wrong] = [await taker([0, 0]), await taker([1, 0])]
    const done = await commit(await propose(key('EITHER')))
    expect(done).toMatchObject({ state: 'DONE', outlook: { changed: 1, raised: 1 } })
    expect(await seen(wrong)).toMatchObject({ mark: 1, passed: true, regrades: [{ reason: 'Kunci soal 1 keliru.', before: 0.5, after: 1, questions: [quiz.questions[0]!.id] }] })
    expect((await seen(wrong)).questions.find((one: any) => one.id === quiz.questions[0]!.id).feedback).toContain('Kunci baru')
    expect(await seen(right)).toMatchObject({ mark: 1, regrades: [] })
    expect(await NoticeModel.find({ kind: 'QUIZ_REGRADED' }).lean()).toMatchObject([{ person: expect.anything(), facts: { title: quiz.title, reason: 'Kunci soal 1 keliru.' }, link: `/kuis/${wrong.attempt}` }])
    const later = await taker([1, 0])
    expect(await seen(later)).toMatchObject({ mark: 1, regrades: [] })
    expect((await stored(later.attempt)).regraded).toBe(1)
  })
  test('a dropped question counts no more, is not asked again, and the others share its weight', async () => {
    const one = await taker([0, 1])
    await commit(await propose(drop(1)))
    expect(await seen(one)).toMatchObject({ mark: 1, regrades: [{ before: 0.5, after: 1 }] })
    expect((await instructor.ok(HISTORY, { id: id() })).quiz.questionCount).toBe(1)
  })
  test('other weights weigh anew', async () => {
    const one = await taker([0, 1])
    await commit(await propose({ reason: 'Bobot', changes: [{ question: quiz.questions[0]!.id, act: 'POINTS', points: 3 }] }))
    expect((await seen(one)).mark).toBe(0.75)
    expect((await QuizModel.findById(id()).lean())!.questions.map(({ points }) => points)).toEqual([3, 1])
  })
  test('sent twice, also at once, it is done once; each learner has one notice', async () => {
    const one = await taker([1, 0])
    const made = await propose(key('EITHER'))
    const results = await Promise.all(Array.from({ length: 4 }, () => instructor.send(COMMIT, { regrade: made.id, revision: made.revision })))
    expect(results.filter(({ refusal }) => refusal)).toEqual([])
    await commit(made)
    const { regrades, regraded } = await stored(one.attempt)
    expect([regrades.length, regraded]).toEqual([1, 1])
    expect((await QuizModel.findById(id()).lean())!.regrades).toBe(1)
    expect(await NoticeModel.countDocuments({ person: one.person })).toBe(1)
  })
  test('one after the other, the score before the first stays told', async () => {
    const one = await taker([1, 1])
    await commit(await propose(key('EITHER')))
    await commit(await propose(drop(1)))
    expect((await seen(one)).regrades.map(({ before, after }: any) => [before, after])).toEqual([[0, 0.5], [0.5, 1]])
    expect((await instructor.ok(HISTORY, { id: id() })).quiz.regrades.nodes.map(({ state }: any) => state)).toEqual(['DONE', 'DONE'])
  })
  test('what came of it is kept, page by page, whatever becomes of the attempts later', async () => {
    const one = await taker([1, 0])
    await taker([0, 0])
    const made = await propose(key('EITHER'))
    await commit(made)
    await commit(await propose(drop(0)))
    const { regrade } = await instructor.ok(READ, { id: made.id, show: 'CHANGED' })
    expect(regrade.attempts).toMatchObject({ total: 1, nodes: [{ id: one.attempt, markBefore: 0.5, markAfter: 1, passedBefore: false, passedAfter: true, flip: 'TO_PASS' }] })
    expect((await instructor.ok(READ, { id: made.id, show: 'ALL' })).regrade.attempts.total).toBe(2)
    expect((await instructor.ok(READ, { id: made.id, show: 'FLIPPED' })).regrade.attempts.total).toBe(1)
  })
  test('a mark a person gave survives', async () => {
    const one = await taker([0, 0])
    await instructor.ok(MARK, { attempt: one.attempt, question: quiz.questions[0]!.id, input: { points: 0.5, reason: 'Setengah benar' } })
    const made = await propose(key('NOW'))
    expect(made.outlook).toMatchObject({ byPeople: 1, changed: 0 })
    await commit(made)
    expect((await seen(one)).mark).toBe(0.75)
  })
  test('a dropped question is given no mark any more: that is refused kindly, and the mark stays whole', async () => {
    const one = await taker([0, 1])
    await commit(await propose(drop(1)))
    for (const points of [0, 1]) {
      const { refusal } = await instructor.send(MARK, { attempt: one.attempt, question: quiz.questions[1]!.id, input: { points, reason: 'Dihargai' } })
      expect(refusal).toMatchObject({ code: 'NOT_COUNTED', field: 'question' })
    }
    expect((await seen(one)).mark).toBe(1)
  })
  test('an essay nobody marked yet that is dropped lets the attempt be finished', async () => {
    await asking(aQuestion('SINGLE_CHOICE'), aQuestion('ESSAY'))
    const { person, enrolment } = await aLearner(cls)
    const client = await app.client(person)
    const { startAttempt } = await client.ok(START, { quiz: id(), enrolment: String(enrolment._id) })
    await client.ok(SAVE, { attempt: startAttempt.id, question: quiz.questions[0]!.id, answer: choice(0, 0) })
    await client.ok(SAVE, { attempt: startAttempt.id, question: quiz.questions[1]!.id, answer: { text: 'Uraian' } })
    expect((await client.ok(SUBMIT, { attempt: startAttempt.id })).submitAttempt).toMatchObject({ state: 'SUBMITTED', mark: null })
    await commit(await propose(drop(1)))
    expect((await client.ok(SEEN, { id: startAttempt.id })).attempt).toMatchObject({ state: 'FINISHED', mark: 1, passed: true })
  })
})

describe('while others work', () => {
  test('an attempt under way is judged anew when it is handed in, and only then is the regrade done', async () => {
    const one = await taker([1, 0], { open: true })
    const made = await propose(key('EITHER'))
    expect(made.outlook.open).toBe(1)
    expect(await commit(made)).toMatchObject({ state: 'APPLYING' })
    expect(await seen(one)).toMatchObject({ state: 'IN_PROGRESS', mark: null })
    expect((await one.client.ok(SUBMIT, { attempt: one.attempt })).submitAttempt).toMatchObject({ mark: 1, passed: true, regrades: [{ before: 0.5, after: 1 }] })
    await advanceAll(app.services)
    expect((await RegradeModel.findById(made.id).lean())!.state).toBe('DONE')
    expect((await stored(one.attempt)).regrades).toHaveLength(1)
  })
  test('attempts handed in while it is carried out are each judged once by it', async () => {
    const takers = []
    for (let n = 0; n < 12; n++) takers.push(await taker([1, 0], { open: true }))
    const made = await propose(key('NOW'))
    await Promise.all([commit(made), ...takers.map(({ client, attempt }) => client.ok(SUBMIT, { attempt }))])
    await advanceAll(app.services)
    for (const { attempt } of takers) expect(await stored(attempt)).toMatchObject({ mark: 1, passed: true, regraded: 1 })
    expect((await RegradeModel.findById(made.id).lean())!.state).toBe('DONE')
  })
  test('a marker who saves meanwhile loses nothing', async () => {
    const one = await taker([0, 0])
    const made = await propose(key('NOW'))
    await Promise.all([commit(made), instructor.ok(MARK, { attempt: one.attempt, question: quiz.questions[1]!.id, input: { points: 0.5, reason: 'Sebagian' } })])
    await advanceAll(app.services)
    expect((await seen(one)).mark).toBe(0.25)
  })
  test('a process that dies after the decision is gone on from: nobody is missed, nobody is judged twice', async () => {
    const takers = [await taker([1, 0]), await taker([1, 1]), await taker([0, 0])]
    const made = await propose(key('EITHER'))
    await commit(made)
    // As a crash half-way leaves it: one judged and told, one judged and not told, one not judged at all.
    await RegradeModel.updateOne({ _id: made.id }, { state: 'APPLYING', doneAt: null })
    await AttemptModel.updateOne({ _id: takers[1]!.attempt }, { $set: { 'regrades.0.told': false } })
    await NoticeModel.deleteMany({ person: takers[1]!.person })
    const third = await stored(takers[2]!.attempt)
    await AttemptModel.updateOne({ _id: third._id }, { $set: { regraded: 0, regrades: [] } })
    await Promise.all([advanceAll(app.services), advanceAll(app.services)])
    expect((await RegradeModel.findById(made.id).lean())!.state).toBe('DONE')
    for (const { attempt } of takers) expect(await stored(attempt)).toMatchObject({ regraded: 1, regrades: [{ told: true }] })
    expect(await NoticeModel.countDocuments({ person: takers[1]!.person, kind: 'QUIZ_REGRADED' })).toBe(1)
  })
  test('a question that was edited since is not overwritten', async () => {
    const made = await propose(key('NOW'))
    await QuizModel.updateOne({ _id: id() }, { $set: { 'questions.0.text': '<p>Lain</p>' }, $inc: { revision: 1 } })
    expect((await instructor.send(COMMIT, { regrade: made.id, revision: made.revision })).refusal).toMatchObject({ code: 'STALE' })
    expect((await QuizModel.findById(id()).lean())!.regrades ?? 0).toBe(0)
  })
})

describe('beside marks of people', () => {
  test('an essay nobody marked that is given in full waits for nobody at the desk', async () => {
    await asking(aQuestion('SINGLE_CHOICE'), aQuestion('ESSAY'))
    const one = await taker([0], { open: true })
    await one.client.ok(SAVE, { attempt: one.attempt, question: quiz.questions[1]!.id, answer: { text: 'Uraian' } })
    await one.client.ok(SUBMIT, { attempt: one.attempt })
    const desk = async () => (await instructor.ok(DESK, { class: String(cls._id), quiz: id() })).class.marking
    expect(await desk()).toMatchObject({ questions: [{ waiting: 1 }], place: { all: 1, done: 0 } })
    await commit(await propose({ reason: 'Soal keliru', changes: [{ question: quiz.questions[1]!.id, act: 'KEY', policy: 'FULL_CREDIT' }] }))
    expect(await seen(one)).toMatchObject({ state: 'FINISHED', mark: 1 })
    expect(await desk()).toEqual({ questions: [], place: null })
  })
  test('a mark that is changed may be appealed against from then on', async () => {
    const one = await taker([0, 0])
    const appealable = async () => (await one.client.ok(APPEALABLE, { id: one.attempt })).attempt.appealable.map(({ question }: any) => question)
    app.clock.advance(9 * 86_400_000)
    try {
      const teacher = await app.client(await anInstructor(cls))
      one.client = await app.client((await PersonModel.findById(one.person).lean<PersonDoc>())!)
      expect(await appealable()).toEqual([])
      await commit(await propose(key('NOW'), teacher), teacher)
      expect(await appealable()).toEqual([quiz.questions[0]!.id])
    } finally {
      app.clock.advance(-9 * 86_400_000)
    }
  })
  test('an appeal against what was dropped meanwhile is dismissed, and given no points', async () => {
    const one = await taker([1, 0])
    const { appealMark } = await one.client.ok(APPEAL, { attempt: one.attempt, question: quiz.questions[0]!.id, grounds: 'Modul berkata lain.' })
    await commit(await propose(drop()))
    const decide = (input: object) => instructor.send(DECIDE, { appeal: appealMark.id, input })
    expect((await decide({ uphold: true, points: 1, reasons: 'Benar' })).refusal).toMatchObject({ code: 'NOT_COUNTED', field: 'input.points' })
    expect((await decide({ uphold: false, reasons: 'Soal sudah dihapus.' })).refusal).toBeNull()
    expect(await seen(one)).toMatchObject({ mark: 1, passed: true })
  })
})
