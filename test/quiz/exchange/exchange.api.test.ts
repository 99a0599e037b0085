import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { dayOf } from '../../../server/lib/days.ts'
import { QuizModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../../support/course.ts'
import { aQuestion, aQuiz, everyKind } from '../../support/quiz.ts'

const PREVIEW = 'query ($quiz: ID!, $format: QuestionFormat!, $source: String!) { previewQuestions(quiz: $quiz, format: $format, source: $source) { hash count rows { line outcome losses problem question { kind text choices { text right } feedback } } } }'
const IMPORT = 'mutation ($quiz: ID!, $revision: Int!, $format: QuestionFormat!, $source: String!, $hash: String!) { importQuestions(quiz: $quiz, revision: $revision, format: $format, source: $source, hash: $hash) { revision questionCount } }'
const EXPORT = 'query ($quiz: ID!, $format: ExportFormat!) { quiz(id: $quiz) { exported(format: $format) { source omitted } } }'

let app: TestApp
let quiz: QuizDoc
let instructor: Client
let learner: Client
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
beforeEach(async () => {
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  quiz = await aQuiz(made)
  instructor = await app.client(await anInstructor(cls))
  learner = await app.client((await aLearner(cls)).person)
})
const id = () => String(quiz._id)
const source = '::Satu:: Siapa penerima layanan?{=Warga#Tepat ~Kursi}\n\nUraikan{}\n\nRusak {=a\n\n[html]<p>Benar<script>alert(1)</script>?</p>{T}'

test('a file is looked at first, row by row, and writes nothing', async () => {
  const { previewQuestions } = await instructor.ok(PREVIEW, { quiz: id(), format: 'GIFT', source })
  expect(previewQuestions.count).toBe(3)
  expect(previewQuestions.rows.map((row: any) => [row.line, row.outcome, row.problem])).toEqual([[1, 'SIMPLIFIED', null], [3, 'TAKEN', null], [5, 'UNREADABLE', 'UNCLOSED'], [7, 'TAKEN', null]])
  expect(previewQuestions.rows[0]).toMatchObject({ losses: ['ANSWER_FEEDBACK'], question: { kind: 'SINGLE_CHOICE', text: '<p>Siapa penerima layanan?</p>', feedback: '<p>Warga: Tepat</p>' } })
  expect(previewQuestions.rows[3].question.text).toBe('<p>Benar?</p>')
  expect((await QuizModel.findById(id()).lean())!.questions).toHaveLength(5)
})

test('then taken in at once, and only once', async () => {
  const { previewQuestions } = await instructor.ok(PREVIEW, { quiz: id(), format: 'GIFT', source })
  const take = { quiz: id(), revision: 0, format: 'GIFT', source, hash: previewQuestions.hash }
  expect((await instructor.ok(IMPORT, take)).importQuestions).toEqual({ revision: 1, questionCount: 8 })
  expect(await instructor.refused(IMPORT, take)).toBe('STALE')
  expect((await QuizModel.findById(id()).lean())!.questions).toHaveLength(8)
})

test('attack: another file than the one looked at is not taken in', async () => {
  const { previewQuestions } = await instructor.ok(PREVIEW, { quiz: id(), format: 'GIFT', source: 'Benar?{T}' })
  expect(await instructor.refused(IMPORT, { quiz: id(), revision: 0, format: 'GIFT', source, hash: previewQuestions.hash })).toBe('STALE')
})

test('nothing is half imported: what does not fit is refused whole', async () => {
  await QuizModel.updateOne({ _id: id() }, { $set: { questions: Array.from({ length: 199 }, () => aQuestion('TRUE_FALSE')) } })
  const { previewQuestions } = await instructor.ok(PREVIEW, { quiz: id(), format: 'GIFT', source })
  expect(await instructor.refused(IMPORT, { quiz: id(), revision: 0, format: 'GIFT', source, hash: previewQuestions.hash })).toBe('OUT_OF_RANGE')
  expect((await QuizModel.findById(id()).lean())!.questions).toHaveLength(199)
})

test('attack: a learner reads neither preview nor export', async () => {
  expect(await learner.refused(PREVIEW, { quiz: id(), format: 'GIFT', source })).toBe('FORBIDDEN')
  expect(await learner.ok(EXPORT, { quiz: id(), format: 'GIFT' })).toEqual({ quiz: { exported: null } })
})

test('what cannot be asked here is named', async () => {
  const { previewQuestions } = await instructor.ok(PREVIEW, { quiz: id(), format: 'GIFT', source: 'Bacalah.\n\nJodohkan {=a -> b =c -> d}' })
  expect(previewQuestions.rows.map((row: any) => [row.outcome, row.problem, row.question?.kind])).toEqual([['UNSUPPORTED', 'DESCRIPTION', undefined], ['TAKEN', null, 'MATCHING']])
})

const kept = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC', 'MATCHING', 'ORDERING', 'CLOZE', 'CALCULATED', 'ESSAY']
test.each([['GIFT', [6, 7, 8, 9]], ['MOODLE_XML', []]] as [string, number[]][])('what is given out as %s can be taken in again as the same; the rest is named', async (format, omitted) => {
  await QuizModel.updateOne({ _id: id() }, { $set: { questions: [...everyKind(), aQuestion('ESSAY')] } })
  const { quiz: { exported } } = await instructor.ok(EXPORT, { quiz: id(), format })
  expect(exported.omitted).toEqual(omitted)
  const { previewQuestions } = await instructor.ok(PREVIEW, { quiz: id(), format, source: exported.source })
  expect(previewQuestions.rows.map(({ outcome, question }: any) => [outcome, question.kind])).toEqual(kept.filter((_, at) => !omitted.includes(at + 1)).map(kind => ['TAKEN', kind]))
})
