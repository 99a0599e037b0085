import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { dayOf } from '../../../server/lib/days.ts'
import { QuizModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../../support/course.ts'
import { aQuestion, aQuiz, everyKind } from '../../support/quiz.ts'

const PREVIEW = 'mutation ($input: QuestionSourceInput!) { previewQuestions(input: $input) { id hash count rows(first: 100) { nodes { id outcome problem question { kind } } } } }'
const IMPORT = 'mutation ($quiz: ID!, $revision: Int!, $import: ID!, $hash: String!, $except: [ID!]!) { importQuestions(quiz: $quiz, revision: $revision, import: $import, hash: $hash, except: $except) { revision questionCount } }'
const EXPORT = 'query ($quiz: ID!, $format: ExportFormat!) { quiz(id: $quiz) { exported(format: $format) { name base64 count omitted losses { number losses } } } }'

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
const source = '::Satu:: Siapa penerima layanan?{=Warga ~Kursi}\n\nUraikan{}\n\nRusak {=a\n\nBenar?{T}'
const looked = async (by = instructor, text = source) => (await by.ok(PREVIEW, { input: { source: text } })).previewQuestions
const taking = (found: { id: string; hash: string }, fields: object = {}) => ({ quiz: id(), revision: 0, import: found.id, hash: found.hash, except: [], ...fields })
const questionsOf = async () => (await QuizModel.findById(id()).lean())!.questions

test('what was looked at is added to the end at once, and only once', async () => {
  const found = await looked()
  expect(await questionsOf()).toHaveLength(5)
  expect((await instructor.ok(IMPORT, taking(found))).importQuestions).toEqual({ revision: 1, questionCount: 8 })
  expect((await instructor.ok(IMPORT, taking(found))).importQuestions).toEqual({ revision: 1, questionCount: 8 })
  const questions = await questionsOf()
  expect(questions.slice(5).map(({ kind }) => kind)).toEqual(['SINGLE_CHOICE', 'ESSAY', 'TRUE_FALSE'])
  expect(new Set(questions.map(one => one.id)).size).toBe(8)
})
test('what is left out stays out', async () => expect((await instructor.ok(IMPORT, taking(await looked(), { except: ['1'] }))).importQuestions.questionCount).toBe(7))
test('attack: what was not looked at, or a quiz that changed since, takes nothing in', async () => {
  const found = await looked()
  expect(await instructor.refused(IMPORT, taking(found, { hash: 'x' }))).toBe('STALE')
  expect(await instructor.refused(IMPORT, taking(found, { revision: 7 }))).toBe('STALE')
  expect(await questionsOf()).toHaveLength(5)
})
test('nothing is half imported: what does not fit is refused whole', async () => {
  await QuizModel.updateOne({ _id: id() }, { $set: { questions: Array.from({ length: 199 }, () => aQuestion('TRUE_FALSE')) } })
  expect(await instructor.refused(IMPORT, taking(await looked()))).toBe('OUT_OF_RANGE')
  expect(await questionsOf()).toHaveLength(199)
})
test('attack: a learner imports nothing and gets no key', async () => {
  expect(await learner.refused(IMPORT, taking(await looked()))).toBe('FORBIDDEN')
  expect(await learner.ok(EXPORT, { quiz: id(), format: 'GIFT' })).toEqual({ quiz: { exported: null } })
})

test.each([['GIFT', ['MATCHING', 'ORDERING', 'CLOZE', 'CALCULATED', 'FILE', 'HOTSPOT']], ['MOODLE_XML', ['HOTSPOT']]] as [string, string[]][])('what is given out as %s can be taken in again as the same; the rest is named', async (format, unsayable) => {
  const questions = [...everyKind(), aQuestion('ESSAY')]
  await QuizModel.updateOne({ _id: id() }, { $set: { questions } })
  const { quiz: { exported } } = await instructor.ok(EXPORT, { quiz: id(), format })
  expect(exported.omitted).toEqual(questions.flatMap(({ kind }, at) => (unsayable.includes(kind) ? [at + 1] : [])))
  const found = await looked(instructor, Buffer.from(exported.base64, 'base64').toString())
  expect(found.rows.nodes.map(({ outcome, question }: any) => [outcome, question.kind])).toEqual(questions.filter(({ kind }) => !unsayable.includes(kind)).map(({ kind }) => ['TAKEN', kind]))
})
