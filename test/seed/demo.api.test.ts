import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import mongoose from 'mongoose'
import { BankQuestionModel } from '../../server/bank/index.ts'
import { CertificateModel } from '../../server/certificate/index.ts'
import { ClassModel, EnrolmentModel, LessonModel } from '../../server/course/index.ts'
import { CurriculumModel, CurriculumVersionModel } from '../../server/curriculum/index.ts'
import { AgreementModel, PartnerModel } from '../../server/partner/index.ts'
import { PersonModel } from '../../server/people/index.ts'
import { SubmissionModel } from '../../server/practicum/index.ts'
import { AppealModel, AttemptModel, QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { RegradeModel } from '../../server/quiz/regradeModel.ts'
import { prepare } from '../../server/seed/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ DEMO: '1' })
  await prepare(app.services)
}, 180_000)
afterAll(() => app.stop())

const counted = async () => ({
  people: await PersonModel.countDocuments(), partners: await PartnerModel.countDocuments(), curricula: await CurriculumModel.countDocuments(),
  lessons: await LessonModel.countDocuments(), certificates: await CertificateModel.countDocuments(), attempts: await AttemptModel.countDocuments(),
})

describe('the demo', () => {
  test('is the twelve curricula, six partners and 48 ASN, in every state', async () => {
    expect(await counted()).toMatchObject({ people: 74, partners: 6, curricula: 12 })
    expect((await CurriculumModel.distinct('state')).sort()).toEqual(['APPROVED', 'ARCHIVED', 'DRAFT', 'IN_REVIEW', 'PUBLISHED'])
    expect(await CurriculumVersionModel.countDocuments({ number: 2 })).toBe(1)
    expect(await AgreementModel.countDocuments()).toBe(27)
    expect((await SubmissionModel.distinct('state')).sort()).toEqual(['DRAFT', 'GRADED', 'RETURNED', 'SUBMITTED'])
    expect((await EnrolmentModel.distinct('state')).sort()).toEqual(expect.arrayContaining(['ENROLLED', 'WAITING']))
    expect(await ClassModel.countDocuments()).toBe(10)
    expect(await QuizModel.countDocuments({ 'questions.0': { $exists: false } })).toBe(0)
    expect(await CertificateModel.countDocuments({ state: 'VALID' })).toBeGreaterThan(10)
  })
  test('has a bank with questions in every state, none read by who wrote it', async () => {
    expect((await BankQuestionModel.distinct('state')).sort()).toEqual(['DRAFT', 'LIVE', 'PILOT', 'RETIRED', 'REVIEWED', 'WATCH'])
    const kept = await BankQuestionModel.find().lean()
    expect(kept.filter(({ history, writtenBy }) => history.some(({ move, by }) => move === 'review' && by.equals(writtenBy)))).toEqual([])
  })
  test('shows what quizzes can do: sections, draws, hints, certainty, a picture, a formula, appeals, a regrade and an essay to mark', async () => {
    const quizzes = await QuizModel.find().lean<QuizDoc[]>()
    expect([...new Set(quizzes.map(({ behaviour }) => behaviour))].sort()).toEqual(['CERTAINTY', 'DEFERRED', 'INTERACTIVE'])
    const exam = quizzes.find(({ draws }) => draws.length > 0)!
    expect([exam.sections.length, exam.draws.map(({ pilot }) => pilot)]).toEqual([2, [false, true]])
    expect(new Set(exam.questions.map(({ kind }) => kind))).toEqual(new Set(['ORDERING', 'MATCHING', 'HOTSPOT', 'CLOZE', 'CALCULATED', 'SINGLE_CHOICE']))
    expect(await AttemptModel.countDocuments({ quiz: exam._id, state: 'FINISHED' })).toBeGreaterThanOrEqual(30)
    expect((await AppealModel.distinct('state')).sort()).toEqual(['OPEN', 'UPHELD'])
    expect(await RegradeModel.distinct('state')).toEqual(['DONE'])
    expect(await AttemptModel.countDocuments({ regrades: { $elemMatch: { changed: true, told: true } } })).toBeGreaterThan(0)
    expect(await AttemptModel.countDocuments({ state: 'SUBMITTED' })).toBe(2)
  })
  test('is seeded once', async () => {
    const before = await counted()
    await prepare(app.services)
    expect(await counted()).toEqual(before)
  })
  test('is begun anew when seeding was cut off', async () => {
    const before = await counted()
    await mongoose.connection.collection<{ _id: string }>('seedings').updateOne({ _id: 'demo' }, { $set: { done: false } })
    await PersonModel.deleteMany({ name: /^Demo Peserta/ })
    await prepare(app.services)
    expect(await counted()).toEqual(before)
  }, 180_000)
})
