import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import type { ClassDoc, CourseDoc, EnrolmentDoc, SectionDoc } from '../../server/course/index.ts'
import { dayOf } from '../../server/lib/days.ts'
import { NoticeModel } from '../../server/notice/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { AppealModel, appealsOfBankQuestion, AttemptModel, QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'

const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id } }'
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: 0, answer: $answer) { seq } }'
const SUBMIT = 'mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { id state } }'
const MARK = 'mutation ($attempt: ID!, $question: ID!, $marked: Int!, $input: MarkInput!) { markAnswer(attempt: $attempt, question: $question, marked: $marked, input: $input) { id } }'
const READ = 'query ($id: ID!) { attempt(id: $id) { state mark passed appealable { question until } appeals { id state grounds points newPoints reasons } questions { id mark comment reason machineMark } } }'
const FILE = 'mutation ($attempt: ID!, $question: ID!, $grounds: String!) { appealMark(attempt: $attempt, question: $question, grounds: $grounds) { id state grounds points person { id } } }'
const DECIDE = 'mutation ($appeal: ID!, $revision: Int!, $input: AppealDecision!) { decideAppeal(appeal: $appeal, revision: $revision, input: $input) { id state newPoints reasons person { id } } }'
const APPEAL = 'query ($id: ID!) { appeal(id: $id) { state revision person { id } quiz { title } class { name } question { id text mark answer { text truth } } viewerCan { decide } } }'
const LIST = 'query ($state: AppealState, $class: ID, $quiz: ID, $first: Int, $after: String) { appeals(state: $state, class: $class, quiz: $quiz, first: $first, after: $after) { nodes { id state } next total } }'
const COUNTS = 'query ($id: ID!) { quiz(id: $id) { appealDays appealCounts { question filed open upheld } } }'

let app: TestApp
let made: Awaited<ReturnType<typeof aCourse>> & { course: CourseDoc; sections: readonly SectionDoc[] }
let cls: ClassDoc
let quiz: QuizDoc
let marker: Client
let other: Client
let otherPerson: PersonDoc
let taken: { person: PersonDoc; enrolment: EnrolmentDoc }
let learner: Client
let attempt: string
const bankId = new Types.ObjectId()
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
beforeEach(async () => {
  made = await aCourse()
  cls = await aClass(made, { today: dayOf(app.services.now()) })
  quiz = await aQuiz(made, { shuffle: false, passMark: 0.5, questions: [aQuestion('TRUE_FALSE', { points: 2, bank: { question: String(bankId), version: 1 } }), aQuestion('ESSAY', { points: 4 }), aQuestion('TRUE_FALSE', { points: 2 })] })
  marker = await app.client(await anInstructor(cls))
  otherPerson = await anInstructor(cls)
  other = await app.client(otherPerson)
  taken = await aLearner(cls)
  learner = await app.client(taken.person)
  attempt = await scored(learner, taken.enrolment)
})
const at = (index: number) => quiz.questions[index]!.id
/** The first answered wrongly, the essay worth a quarter, the last one right: 3 of 8 points. */
async function scored(who: Client, enrolment: EnrolmentDoc, essay = 1) {
  const { startAttempt } = await who.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
  for (const [index, answer] of [{ truth: false }, { text: 'Uraian' }, { truth: true }].entries()) await who.ok(SAVE, { attempt: startAttempt.id, question: at(index), answer })
  await who.ok(SUBMIT, { attempt: startAttempt.id })
  if (essay !== null) await marker.ok(MARK, { attempt: startAttempt.id, question: at(1), marked: 0, input: { points: essay, comment: 'Kurang.' } })
  return startAttempt.id as string
}
const file = async (index: number, grounds = 'Modul halaman 12 berkata lain.') => (await learner.ok(FILE, { attempt, question: at(index), grounds })).appealMark
const upheld = (appeal: string, points: number, revision = 0) => ({ appeal, revision, input: { uphold: true, points, reasons: 'Jawaban ini juga benar.' } })
const dismissed = (appeal: string, revision = 0) => ({ appeal, revision, input: { uphold: false, reasons: 'Modul sudah diperbarui.' } })
const read = async () => (await learner.ok(READ, { id: attempt })).attempt

describe('appealing', () => {
  test('is offered on each mark that is not whole, until the last day; then on no other twice', async () => {
    const offered = (await read()).appealable
    expect(offered.map(({ question }: any) => question)).toEqual([at(0), at(1)])
    const appeal = await file(0)
    expect(appeal).toMatchObject({ state: 'OPEN', points: 0, person: { id: String(taken.person._id) } })
    expect(await read()).toMatchObject({ appealable: [{ question: at(1) }], appeals: [{ id: appeal.id, state: 'OPEN', newPoints: null, reasons: null }] })
  })
  test('twice by a lost reply is once; other grounds afterwards are refused', async () => {
    const [first, again] = [await file(0), await file(0)]
    expect(again.id).toBe(first.id)
    expect(await learner.refused(FILE, { attempt, question: at(0), grounds: 'Lain lagi' })).toBe('APPEALED_ALREADY')
  })
  test('at once from two windows is one appeal', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => learner.send(FILE, { attempt, question: at(0), grounds: 'Sama' })))
    expect(answers.some(({ refusal }) => !refusal)).toBe(true)
    expect(await AppealModel.countDocuments({ attempt })).toBe(1)
  })
  test('tells the independent who teach the course, not who marked it, and nobody by name', async () => {
    const { id } = await file(1)
    const told = await NoticeModel.find({ key: `appeal:${id}:filed` }).lean()
    expect(told.map(({ person }) => String(person))).toEqual([String(otherPerson._id)])
    expect(JSON.stringify(told[0]!.facts)).not.toContain(taken.person.name)
  })
  test('tells the officers where nobody who teaches is independent', async () => {
    const officer = await aPerson({ roles: [['CURRICULUM_OFFICER']] })
    await AttemptModel.db.collection('grants').deleteMany({ person: otherPerson._id })
    const { id } = await file(1)
    expect(await NoticeModel.countDocuments({ key: `appeal:${id}:filed`, person: officer._id })).toBe(1)
  })
  test('after the last day is refused, and not offered', async () => {
    app.clock.advance(9 * 86_400_000)
    learner = await app.client(taken.person)
    expect((await read()).appealable).toEqual([])
    expect(await learner.refused(FILE, { attempt, question: at(0), grounds: 'Terlambat' })).toBe('APPEAL_OVER')
    app.clock.advance(-9 * 86_400_000)
  })
  test('is not there where the quiz takes none', async () => {
    await QuizModel.updateOne({ _id: quiz._id }, { appealDays: 0 })
    expect((await read()).appealable).toEqual([])
    expect(await learner.refused(FILE, { attempt, question: at(0), grounds: 'Coba' })).toBe('NO_APPEALS')
  })
  test.each([['without grounds', 0, '  ', 'REQUIRED'], ['of a whole mark', 2, 'Coba', 'APPEAL_FULL_MARK']])('%s is refused', async (_, index, grounds, code) =>
    expect(await learner.refused(FILE, { attempt, question: at(index), grounds })).toBe(code))
  test('of an attempt that still waits for marks is refused', async () => {
    const more = await aLearner(cls)
    const who = await app.client(more.person)
    const { startAttempt } = await who.ok(START, { quiz: String(quiz._id), enrolment: String(more.enrolment._id) })
    await who.ok(SAVE, { attempt: startAttempt.id, question: at(1), answer: { text: 'Uraian' } })
    await who.ok(SUBMIT, { attempt: startAttempt.id })
    expect(await who.refused(FILE, { attempt: startAttempt.id, question: at(0), grounds: 'Coba' })).toBe('WRONG_STATE')
  })
})

describe('deciding', () => {
  test('sees the answer, and no name until it is decided', async () => {
    const { id } = await file(0)
    expect((await other.ok(APPEAL, { id })).appeal).toMatchObject({ state: 'OPEN', person: null, quiz: { title: quiz.title }, question: { id: at(0), mark: 0, answer: { truth: false } }, viewerCan: { decide: true } })
    expect((await other.ok(DECIDE, dismissed(id))).decideAppeal).toMatchObject({ state: 'DISMISSED', person: { id: String(taken.person._id) } })
  })
  test('upheld, a machine’s mark becomes the new one, with the reasons; the attempt is worth more and may pass', async () => {
    expect(await read()).toMatchObject({ mark: 3 / 8, passed: false })
    const { id } = await file(0)
    await other.ok(DECIDE, upheld(id, 2))
    const now = await read()
    expect(now).toMatchObject({ mark: 5 / 8, passed: true, appeals: [{ state: 'UPHELD', newPoints: 2, reasons: 'Jawaban ini juga benar.' }] })
    expect(now.questions[0]).toMatchObject({ mark: 1, machineMark: 0, reason: 'Jawaban ini juga benar.' })
    expect(await NoticeModel.countDocuments({ person: taken.person._id, kind: 'APPEAL_UPHELD' })).toBe(1)
  })
  test('upheld, a marker’s mark becomes the new one, and what they said stays', async () => {
    const { id } = await file(1)
    await other.ok(DECIDE, upheld(id, 3))
    expect((await read()).questions[1]).toMatchObject({ mark: 0.75, comment: 'Kurang.', reason: null, machineMark: null })
  })
  test('dismissed, the mark stays, and the learner reads why', async () => {
    const { id } = await file(0)
    await other.ok(DECIDE, dismissed(id))
    expect(await read()).toMatchObject({ mark: 3 / 8, appeals: [{ state: 'DISMISSED', newPoints: null, reasons: 'Modul sudah diperbarui.' }], appealable: [{ question: at(1) }] })
    expect(await NoticeModel.countDocuments({ person: taken.person._id, kind: 'APPEAL_DISMISSED' })).toBe(1)
  })
  test('twice by a lost reply is once; otherwise than it was decided is refused', async () => {
    const { id } = await file(0)
    await other.ok(DECIDE, upheld(id, 1))
    await other.ok(DECIDE, upheld(id, 1))
    expect((await read()).mark).toBe(4 / 8)
    expect(await other.refused(DECIDE, dismissed(id, 1))).toBe('WRONG_STATE')
  })
  test('at once by two is one of the two', async () => {
    const third = await app.client(await anInstructor(cls))
    const { id } = await file(0)
    const codes = (await Promise.all([other.send(DECIDE, upheld(id, 2)), third.send(DECIDE, dismissed(id))])).map(({ refusal }) => refusal?.code ?? 'OK')
    expect(codes.filter(code => code === 'OK')).toHaveLength(1)
  })
  test.each([['what it is', 0], ['less than it is', -1], ['more than there is', 2.5]])('upheld with %s is refused', async (_, points) => {
    const { id } = await file(0)
    expect((await other.send(DECIDE, upheld(id, points))).refusal).toMatchObject({ code: 'OUT_OF_RANGE', facts: { min: 0, max: 2 } })
    expect((await AppealModel.findById(id).lean())?.state).toBe('OPEN')
  })
  test.each([['without points', { uphold: true, reasons: 'Ya' }, 'input.points'], ['without reasons', { uphold: false, reasons: ' ' }, 'input.reasons']])('%s is refused', async (_, input, field) => {
    const { id } = await file(0)
    expect((await other.send(DECIDE, { appeal: id, revision: 0, input })).refusal).toMatchObject({ code: 'REQUIRED', field })
  })
})

describe('attacks', () => {
  test('who marked it judges the appeal', async () => {
    const { id } = await file(1)
    expect(await marker.refused(DECIDE, upheld(id, 4))).toBe('FORBIDDEN')
  })
  test('who marked it goes around the appeal and marks it again, before or after it is decided', async () => {
    const { id } = await file(1)
    expect(await marker.refused(MARK, { attempt, question: at(1), marked: 1, input: { points: 0 } })).toBe('UNDER_APPEAL')
    await other.ok(DECIDE, upheld(id, 3))
    expect(await marker.refused(MARK, { attempt, question: at(1), marked: 2, input: { points: 0 } })).toBe('UNDER_APPEAL')
  })
  test('the learner judges their own, though they teach the class', async () => {
    const { id } = await file(0)
    expect(await learner.refused(DECIDE, upheld(id, 2))).toBe('FORBIDDEN')
  })
  test('who wrote the question of the bank judges what a machine made of it', async () => {
    await AttemptModel.db.collection('bankquestions').insertOne({ _id: bankId, writtenBy: otherPerson._id, owner: { kind: 'AGENCY', id: null } })
    const { id } = await file(0)
    expect(await other.refused(DECIDE, upheld(id, 2))).toBe('FORBIDDEN')
    await AttemptModel.db.collection('bankquestions').deleteOne({ _id: bankId })
  })
  test('somebody else appeals in the learner’s name, or looks at it', async () => {
    const stranger = await app.client((await aLearner(cls)).person)
    const { id } = await file(0)
    expect(await stranger.refused(FILE, { attempt, question: at(1), grounds: 'Coba' })).toBe('NOT_FOUND')
    expect(await other.refused(FILE, { attempt, question: at(1), grounds: 'Coba' })).toBe('FORBIDDEN')
    expect((await stranger.ok(APPEAL, { id })).appeal).toBeNull()
    const elsewhere = await app.client(await anInstructor(await aClass(await aCourse(), { today: dayOf(app.services.now()) })))
    expect((await elsewhere.ok(APPEAL, { id })).appeal).toBeNull()
    expect(await elsewhere.refused(DECIDE, upheld(id, 2))).toBe('NOT_FOUND')
  })
})

describe('the list', () => {
  test('holds open ones oldest first, by pages, for who may judge, and one’s own', async () => {
    const ids = [(await file(0)).id, (await file(1)).id]
    const first = (await other.ok(LIST, { state: 'OPEN', class: String(cls._id), first: 1 })).appeals
    expect(first).toMatchObject({ nodes: [{ id: ids[0] }], total: 2 })
    expect((await other.ok(LIST, { state: 'OPEN', class: String(cls._id), first: 1, after: first.next })).appeals).toMatchObject({ nodes: [{ id: ids[1] }], next: null })
    expect((await learner.ok(LIST, { quiz: String(quiz._id), first: 10 })).appeals.nodes.map(({ id }: any) => id)).toEqual([...ids].reverse())
    expect((await (await app.client((await aLearner(cls)).person)).ok(LIST, { first: 10 })).appeals.total).toBe(0)
    expect((await other.ok(LIST, { class: 'lain', first: 10 })).appeals.total).toBe(0)
  })
})

describe('statistics', () => {
  test('know how often a question was appealed against and how that ended, here and in the bank', async () => {
    const { id } = await file(0)
    await file(1)
    await other.ok(DECIDE, upheld(id, 2))
    const { appealDays, appealCounts } = (await other.ok(COUNTS, { id: String(quiz._id) })).quiz
    expect(appealDays).toBe(7)
    expect([...appealCounts].sort((a: any, b: any) => a.open - b.open)).toEqual([{ question: at(0), filed: 1, open: 0, upheld: 1 }, { question: at(1), filed: 1, open: 1, upheld: 0 }])
    expect((await learner.ok(COUNTS, { id: String(quiz._id) })).quiz.appealCounts).toBeNull()
    expect((await appealsOfBankQuestion(String(bankId))).upheld).toBeGreaterThanOrEqual(1)
  })
})
