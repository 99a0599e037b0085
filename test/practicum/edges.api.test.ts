import { afterAll, beforeAll, expect, test } from '@jest/globals'
import mongoose from 'mongoose'
import { FileModel, type FileDoc } from '../../server/file/index.ts'
import { unreachable } from '../../server/lib/transitions.ts'
import { submissionMoves } from '../../server/practicum/domain/submission.ts'
import { PracticumModel } from '../../server/practicum/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aLearner } from '../support/course.ts'
import { levels } from '../support/practicum.ts'
import { upload } from '../support/upload.ts'
import { ADD, aScene, GRADE, handedIn, NOTE, OPEN, READ, SUBMIT } from './scene.ts'

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

test('every state of a submission can be come to', () => expect(unreachable(submissionMoves, 'DRAFT')).toEqual([]))

test('work is not handed in while the practicum has no rubric to judge it by', async () => {
  const { practicum, enrolment, learner, instructor } = await aScene(app)
  const { openSubmission: { id } } = await learner.ok(OPEN, { practicum: practicum._id, enrolment: enrolment._id })
  const { saveSubmissionNote: { revision } } = await learner.ok(NOTE, { submission: id, note: '', link: 'https://a.example' })
  await PracticumModel.updateOne({ _id: practicum._id }, { rubric: { criteria: [] } })
  expect(await learner.refused(SUBMIT, { submission: id, revision })).toBe('PRACTICUM_NOT_READY')
  await PracticumModel.updateOne({ _id: practicum._id }, { rubric: practicum.rubric })
  const { submitPracticum } = await learner.ok(SUBMIT, { submission: id, revision })
  const { gradeSubmission } = await instructor.ok(GRADE, { submission: id, revision: submitPracticum.revision, input: levels(1, 1) })
  expect(gradeSubmission).toMatchObject({ state: 'GRADED', mark: 0.25 })
})

test('the same file added at once, by a click too many, is there once, and nobody is refused', async () => {
  const { practicum, enrolment, learner } = await aScene(app)
  const { openSubmission: { id } } = await learner.ok(OPEN, { practicum: practicum._id, enrolment: enrolment._id })
  const file = await upload(learner, 'a.pdf', PDF)
  const answers = await Promise.all(Array.from({ length: 6 }, () => learner.send(ADD, { submission: id, file })))
  expect(answers.map(({ refusal }) => refusal)).toEqual(answers.map(() => null))
  expect((await learner.ok(READ, { id })).submission.evidence).toMatchObject([{ id: file }])
  expect(await FileModel.findById(file).lean<FileDoc>()).toMatchObject({ purpose: `evidence:${id}` })
})

test('a list of learners with their standing asks no more often than a short one', async () => {
  const scene = await aScene(app)
  const LIST = 'query ($id: ID!) { class(id: $id) { enrolments { total nodes { practicumMark practicums { mark submission { id } } } } } }'
  const asked = async () => {
    let count = 0
    mongoose.set('debug', (collection: string) => void (count += Number(['practicums', 'submissions'].includes(collection))))
    const { class: cls } = await scene.instructor.ok(LIST, { id: scene.cls._id })
    mongoose.set('debug', false)
    return { count, total: cls.enrolments.total }
  }
  await handedIn(scene)
  const short = await asked()
  for (let n = 0; n < 9; n++) await aLearner(scene.cls)
  expect(short.count).toBeGreaterThan(0)
  expect(await asked()).toEqual({ count: short.count, total: 10 })
})
