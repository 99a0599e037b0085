import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { BankQuestionModel, BankVersionModel, QuestionImportModel } from '../../../server/bank/index.ts'
import { tidyQuestionImports } from '../../../server/bank/service/exchange/preview.ts'
import { FileModel, type FileDoc } from '../../../server/file/index.ts'
import { QuizModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { aCourse } from '../../support/course.ts'
import { aPartner } from '../../support/partner.ts'
import { aPerson } from '../../support/people.ts'
import { MP3, PNG } from '../../support/pictures.ts'
import { aQuiz } from '../../support/quiz.ts'

const PREVIEW = 'mutation ($input: QuestionSourceInput!) { previewQuestions(input: $input) { id hash rows(first: 9) { nodes { outcome losses media { pictures sounds } question { text } } } } }'
const TAKE = 'mutation ($import: ID!, $hash: String!, $except: [ID!]!, $owner: BankOwnerInput!, $filing: FilingInput!) { importIntoBank(import: $import, hash: $hash, except: $except, owner: $owner, filing: $filing) { taken } }'
const QUIZ = 'mutation ($quiz: ID!, $revision: Int!, $import: ID!, $hash: String!) { importQuestions(quiz: $quiz, revision: $revision, import: $import, hash: $hash, except: []) { id } }'
const file = (name: string, bytes: Buffer) => `<file name="${name}" path="/" encoding="base64">${bytes.toString('base64')}</file>`
const question = (name: string, bytes: Buffer) => `<question type="truefalse"><questiontext format="html"><text>&lt;p&gt;Apa? &lt;img src="@@PLUGINFILE@@/${name}" alt="Denah"&gt;&lt;/p&gt;</text>${file(name, bytes)}</questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`
const source = `<?xml version="1.0"?><quiz>${question('a.png', PNG)}${question('b.mp3', MP3)}</quiz>`

let app: TestApp
let made: Awaited<ReturnType<typeof aCourse>>
let author: Client
let owner: object
beforeAll(async () => {
  app = await startTestApp()
  made = await aCourse()
  const { partner } = made.course as { partner: Types.ObjectId }
  author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner]] }))
  await aPartner({ _id: partner } as never)
  owner = { kind: 'PARTNER', id: String(partner) }
})
afterAll(() => app.stop())
beforeEach(async () => { for (const model of [QuestionImportModel, BankQuestionModel, FileModel] as { deleteMany: (filter: object) => Promise<unknown> }[]) await model.deleteMany({}) })
const preview = async () => (await author.ok(PREVIEW, { input: { source, format: 'MOODLE_XML' } })).previewQuestions
const taking = ({ id, hash }: { id: string; hash: string }, fields: object = {}) => ({ import: id, hash, except: [], owner, filing: {}, ...fields })
const kept = async () => (await FileModel.find().sort({ name: 1 }).lean<FileDoc[]>()).map(({ name, purpose }) => [name, purpose])

test('what comes along is said of each question, taken in with it, and shown to who may read it with every byte it had', async () => {
  const found = await preview()
  expect(found.rows.nodes.map(({ outcome, media }: any) => [outcome, media.pictures, media.sounds])).toEqual([['TAKEN', 1, 0], ['TAKEN', 0, 1]])
  expect(await kept()).toEqual([['a.png', 'question-preview'], ['b.mp3', 'question-preview']])
  await author.ok(TAKE, taking(found))
  expect(await kept()).toEqual([['a.png', 'question'], ['b.mp3', 'question']])
  const { _id } = (await BankQuestionModel.findOne().sort({ _id: 1 }).lean())!
  const { question: { text } } = (await BankVersionModel.findOne({ bankQuestion: _id }).lean())! as unknown as { question: { text: string } }
  const answer = await author.fetch(`/bank-files/${String(_id)}/${/data-file="(\w+)"/.exec(text)![1]!}`)
  expect([answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer())]).toEqual(['image/png', PNG])
})
test('looked at twice and taken twice, it is kept once', async () => {
  const found = [await preview(), await preview()]
  for (const one of [...found, ...found]) await author.ok(TAKE, taking(one))
  expect(await kept()).toEqual([['a.png', 'question'], ['b.mp3', 'question']])
})
test('what is left out stays behind, and what nobody takes in is gone the day after', async () => {
  await author.ok(TAKE, taking(await preview(), { except: ['1'] }))
  expect(await kept()).toEqual([['a.png', 'question'], ['b.mp3', 'question-preview']])
  await tidyQuestionImports({ now: () => new Date(app.services.now().getTime() + 26 * 3_600_000) })
  expect(await kept()).toEqual([['a.png', 'question']])
})
test('a picture that is gone takes the whole import with it: nothing is half taken in', async () => {
  const found = await preview()
  await FileModel.deleteOne({ name: 'b.mp3' })
  expect(await author.refused(TAKE, taking(found))).toBe('STALE')
  expect(await BankQuestionModel.countDocuments()).toBe(0)
  expect(await kept()).toEqual([['a.png', 'question-preview']])
})
test('into a quiz it comes along too', async () => {
  const quiz = await aQuiz(made, { questions: [] })
  const { id, hash } = await preview()
  await author.ok(QUIZ, { quiz: String(quiz._id), revision: quiz.revision, import: id, hash })
  const [first] = (await QuizModel.findById(quiz._id).lean<QuizDoc>())!.questions
  expect((await author.fetch(`/quiz-files/${String(quiz._id)}/${/data-file="(\w+)"/.exec(first!.text)![1]!}`)).status).toBe(200)
})
