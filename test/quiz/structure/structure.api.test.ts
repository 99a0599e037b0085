import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { dayOf } from '../../../server/lib/days.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { DrawUseModel } from '../../../server/quiz/structureModel.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { aBankQuestion } from '../../support/bank.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../../support/course.ts'
import { aPerson } from '../../support/people.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'

const QUIZ = 'id revision navigation questionCount points ready sections { id title instructions shuffle perPage } draws { id section count points pilot outcome fits short filter { owner { kind id } category tag outcome level kind } } editorQuestions { id section } coverage { covered }'
const ARRANGE = `mutation ($quiz: ID!, $revision: Int!, $input: QuizStructureInput!) { arrangeQuiz(quiz: $quiz, revision: $revision, input: $input) { ${QUIZ} } }`
const ADD = 'mutation ($quiz: ID!, $input: QuestionInput!) { addQuestion(quiz: $quiz, input: $input) { id } }'
const PLACE = `mutation ($quiz: ID!, $questions: [ID!]!, $section: ID!) { placeQuestions(quiz: $quiz, questions: $questions, section: $section) { ${QUIZ} } }`
const READ = `query ($id: ID!) { quiz(id: $id) { ${QUIZ} drawOwners { kind id } } }`
const FITS = 'query ($id: ID!, $filter: DrawFilterInput!, $pilot: Boolean!) { quiz(id: $id) { fits(filter: $filter, pilot: $pilot) } }'
const ATTEMPT = 'id state mark passed questions { id points pilot page section seq text }'
const START = `mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { ${ATTEMPT} } }`
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: 0, answer: $answer) { seq } }'
const SUBMIT = `mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { ${ATTEMPT} } }`

let app: TestApp
let made: TestCourse
let quiz: QuizDoc
let instructor: Client
let learner: Client
let enrolment: string
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
beforeEach(async () => {
  made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()) })
  quiz = await aQuiz(made, { questions: [], attemptsAllowed: null })
  instructor = await app.client(await anInstructor(cls))
  const taker = await aLearner(cls)
  learner = await app.client(taker.person)
  enrolment = String(taker.enrolment._id)
})
const id = () => String(quiz._id)
const course = () => ({ kind: 'COURSE' as const, id: made.course._id })
const inBank = (count: number, fields = {}) => Promise.all(Array.from({ length: count }, () => aBankQuestion(course(), { state: 'LIVE', ...fields })))
const ofCourse = () => ({ owner: { kind: 'COURSE', id: String(made.course._id) } })
const drawing = (...draws: object[]) => ({ sections: [{ title: 'Satu', draws: draws.map(draw => ({ count: 2, filter: ofCourse(), ...draw })) }] })
const arrange = async (input: object, revision?: number) => (await instructor.ok(ARRANGE, { quiz: id(), revision: revision ?? (await QuizModel.findById(id()).lean())!.revision, input })).arrangeQuiz
const start = async () => (await learner.ok(START, { quiz: id(), enrolment })).startAttempt
const banked = async (attempt: { id: string }) => (await AttemptModel.findById(attempt.id).select('+questions').lean<any>())!.questions.map((one: any) => one.bank?.question as string)

describe('sections', () => {
  test('are made, renamed, put in order and taken away; questions of one that is gone stand in the first', async () => {
    const questions = [aQuestion('NUMERIC'), aQuestion('TRUE_FALSE')]
    await QuizModel.updateOne({ _id: id() }, { $set: { questions } })
    const first = await arrange({ sections: [{ title: 'Dasar' }, { title: 'Lanjut', instructions: '<p>Hitung<script>x</script></p>', shuffle: false, perPage: 5 }], navigation: 'SEQUENTIAL' })
    expect(first).toMatchObject({ navigation: 'SEQUENTIAL', sections: [{ title: 'Dasar', shuffle: true, perPage: null }, { title: 'Lanjut', instructions: '<p>Hitung</p>', shuffle: false, perPage: 5 }] })
    const [basic, further] = first.sections
    const { placeQuestions } = await instructor.ok(PLACE, { quiz: id(), questions: [questions[0]!.id], section: further.id })
    expect(placeQuestions.editorQuestions).toEqual([{ id: questions[1]!.id, section: basic.id }, { id: questions[0]!.id, section: further.id }])
    const turned = await arrange({ sections: [{ ...further, title: 'Lanjutan' }, basic].map(({ id: known, title, shuffle }) => ({ id: known, title, shuffle })) })
    expect(turned.sections.map(({ id: known, title }: any) => [known, title])).toEqual([[further.id, 'Lanjutan'], [basic.id, 'Dasar']])
    const one = await arrange({ sections: [{ id: basic.id, title: 'Dasar' }] })
    expect(one.editorQuestions.every(({ section }: any) => section === basic.id)).toBe(true)
  })
  test('what was looked at before somebody changed it is refused', async () => {
    await arrange({ sections: [{ title: 'Satu' }] }, 0)
    expect(await instructor.refused(ARRANGE, { quiz: id(), revision: 0, input: { sections: [{ title: 'Dua' }] } })).toBe('STALE')
  })
  test.each([
    ['none', { sections: [] }, 'TOO_SHORT'], ['too many', { sections: Array.from({ length: 21 }, () => ({ title: 'x' })) }, 'TOO_LONG'],
    ['no question a page', { sections: [{ title: 'x', perPage: 0 }] }, 'OUT_OF_RANGE'],
  ])('%s are refused', async (_, input, code) => expect(await instructor.refused(ARRANGE, { quiz: id(), revision: 0, input })).toBe(code))
  test('a question is not put where there is no section, nor one that is not there', async () => {
    const section = (await arrange({ sections: [{ title: 'Satu' }] })).sections[0].id
    expect(await instructor.refused(PLACE, { quiz: id(), questions: [], section: 'x' })).toBe('NOT_FOUND')
    expect(await instructor.refused(PLACE, { quiz: id(), questions: ['x'], section })).toBe('NOT_FOUND')
  })
  test('a question keeps its section when it is changed', async () => {
    await QuizModel.updateOne({ _id: id() }, { $set: { questions: [aQuestion('TRUE_FALSE', { id: 'q' })] } })
    const { sections } = await arrange({ sections: [{ title: 'Satu' }, { title: 'Dua' }] })
    const { revision } = (await instructor.ok(PLACE, { quiz: id(), questions: ['q'], section: sections[1].id })).placeQuestions
    const CHANGE = `mutation ($quiz: ID!, $revision: Int!, $input: QuestionInput!) { updateQuestion(quiz: $quiz, question: "q", revision: $revision, input: $input) { ${QUIZ} } }`
    const { updateQuestion } = await instructor.ok(CHANGE, { quiz: id(), revision, input: { body: { kind: 'TRUE_FALSE', text: 'Lain?', right: false } } })
    expect(updateQuestion.editorQuestions).toEqual([{ id: 'q', section: sections[1].id }])
  })
  test('only its editors are told of sections and draws', async () => {
    await arrange(drawing({}))
    expect((await learner.ok(READ, { id: id() })).quiz).toMatchObject({ sections: null, draws: null, drawOwners: null, navigation: 'FREE' })
    expect((await learner.ok(FITS, { id: id(), filter: ofCourse(), pilot: false })).quiz.fits).toBeNull()
  })
})

describe('draws', () => {
  test('ask what is in use and fits, with the draw’s points, after the questions written here; each attempt anew', async () => {
    await inBank(6, { category: 'Hukum/Asas', level: 'C3' })
    await inBank(3, { category: 'Lain', level: 'C3' })
    await inBank(2, { category: 'Hukum', level: 'C3', state: 'DRAFT' })
    await QuizModel.updateOne({ _id: id() }, { $set: { questions: [aQuestion('NUMERIC', { id: 'own' })] } })
    const arranged = await arrange({ sections: [{ title: 'Satu', shuffle: false, draws: [{ count: 3, points: 2, filter: { ...ofCourse(), category: 'Hukum', level: 'C3' } }] }] })
    expect(arranged).toMatchObject({ questionCount: 4, points: 7, ready: true, draws: [{ fits: 6, short: 0, count: 3, points: 2 }] })
    const attempt = await start()
    expect(attempt.questions.map(({ id: question, points }: any) => [question === 'own', points])).toEqual([[true, 1], [false, 2], [false, 2], [false, 2]])
    await learner.ok(SUBMIT, { attempt: attempt.id })
    const seen = await banked(attempt)
    const again = await banked(await start())
    expect(again.filter((one: string) => one && seen.includes(one))).toEqual([])
  })
  test('what one has not seen comes first, however often it was asked of others', async () => {
    const pool = await inBank(2)
    await arrange(drawing({ count: 1 }))
    const attempt = await start()
    await learner.ok(SUBMIT, { attempt: attempt.id })
    const [seen] = await banked(attempt)
    const other = pool.map(({ _id }) => String(_id)).find(one => one !== seen)!
    await DrawUseModel.create({ quiz: quiz._id, question: other, times: 9 })
    expect(await banked(await start())).toEqual([other])
  })
  test('once all were seen they come again, rather than nothing', async () => {
    await inBank(2)
    await arrange(drawing({}))
    for (let times = 0; times < 3; times++) {
      const attempt = await start()
      expect(attempt.questions).toHaveLength(2)
      await learner.ok(SUBMIT, { attempt: attempt.id })
    }
  })
  test('what was asked least comes first, whoever was asked', async () => {
    await inBank(4)
    await arrange(drawing({ count: 2 }))
    const first = await banked(await start())
    const other = await aLearner(await aClass(made, { today: dayOf(app.services.now()) }))
    const client = await app.client(other.person)
    const { startAttempt } = await client.ok(START, { quiz: id(), enrolment: String(other.enrolment._id) })
    expect((await banked(startAttempt)).filter((one: string) => first.includes(one))).toEqual([])
  })
  test('a question copied into the quiz is not drawn as well', async () => {
    const [one] = await inBank(2)
    await QuizModel.updateOne({ _id: id() }, { $set: { questions: [aQuestion('TRUE_FALSE', { bank: { question: String(one!._id), version: 1 } })] } })
    expect((await arrange(drawing({ count: 1 }))).draws[0]).toMatchObject({ fits: 1, short: 0 })
    expect(new Set(await banked(await start())).size).toBe(2)
  })
  test('too few in the bank is told to the editor, and nobody can begin', async () => {
    await inBank(1)
    expect((await arrange(drawing({ count: 3 }))).draws[0]).toMatchObject({ fits: 1, short: 2 })
    expect(await learner.refused(START, { quiz: id(), enrolment })).toBe('QUIZ_NOT_READY')
    expect(await AttemptModel.countDocuments({ quiz: quiz._id })).toBe(0)
  })
  test('two draws that could take each other’s questions both get theirs, and what both lack is told once', async () => {
    await inBank(1, { tags: ['sempit'] })
    await inBank(1)
    const { draws } = await arrange(drawing({ count: 1 }, { count: 1, filter: { ...ofCourse(), tag: 'sempit' } }))
    expect(draws.map(({ short }: any) => short)).toEqual([0, 0])
    expect((await start()).questions).toHaveLength(2)
    expect((await arrange(drawing({ count: 2 }, { count: 1, filter: { ...ofCourse(), tag: 'sempit' } }))).draws.reduce((sum: number, { short }: any) => sum + short, 0)).toBe(1)
  })
  test('a new version of a question is drawn as it now reads, and an attempt keeps what it was asked', async () => {
    await inBank(1)
    await arrange(drawing({ count: 1 }))
    const attempt = await start()
    expect((await AttemptModel.findById(attempt.id).select('+questions').lean<any>())!.questions[0].bank).toMatchObject({ version: 1 })
  })
  test('the count of what fits is told while a draw is written', async () => {
    await inBank(3, { level: 'C2' })
    await inBank(2, { state: 'PILOT' })
    const fits = async (filter: object, pilot = false) => (await instructor.ok(FITS, { id: id(), filter: { ...ofCourse(), ...filter }, pilot })).quiz.fits
    expect([await fits({}), await fits({ level: 'C2' }), await fits({ level: 'C6' }), await fits({ kind: 'TRUE_FALSE' }), await fits({}, true)]).toEqual([3, 3, 0, 3, 2])
  })
  test.each([['none', { count: 0 }], ['more than a quiz may have', { count: 201 }], ['worth nothing', { points: 0 }]])('%s is refused', async (_, draw) => {
    expect(await instructor.refused(ARRANGE, { quiz: id(), revision: 0, input: drawing(draw) })).toBe('OUT_OF_RANGE')
  })
  test('a quiz with its draws has no more questions than a quiz may have', async () => {
    expect(await instructor.refused(ARRANGE, { quiz: id(), revision: 0, input: drawing({ count: 150 }, { count: 51 }) })).toBe('OUT_OF_RANGE')
    await arrange(drawing({ count: 200 }))
    expect(await instructor.refused(ADD, { quiz: id(), input: { body: { kind: 'TRUE_FALSE', text: '<p>Benar?</p>', right: true } } })).toBe('OUT_OF_RANGE')
  })
  test('attack: drawing from a bank one does not read, to learn it by asking', async () => {
    const foreign = { kind: 'PARTNER' as const, id: new Types.ObjectId() }
    await aBankQuestion(foreign, { state: 'LIVE' })
    for (const owner of [{ kind: 'PARTNER', id: String(foreign.id) }, { kind: 'AGENCY' }, { kind: 'COURSE', id: 'x' }, { kind: 'PARTNER' }]) {
      expect(await instructor.refused(ARRANGE, { quiz: id(), revision: 0, input: drawing({ filter: { owner } }) })).toBe('NOT_FOUND')
      expect((await instructor.ok(FITS, { id: id(), filter: { owner }, pilot: false })).quiz.fits).toBe(0)
    }
  })
  test('a draw an officer set up stays when an instructor changes what stands around it', async () => {
    const officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
    const input = drawing({ filter: { owner: { kind: 'AGENCY' } } })
    const { arrangeQuiz } = await officer.ok(ARRANGE, { quiz: id(), revision: 0, input })
    const [draw] = arrangeQuiz.draws
    const kept = await arrange({ sections: [{ title: 'Lain', draws: [{ id: draw.id, count: 5, filter: { owner: { kind: 'AGENCY' } } }] }] })
    expect(kept.draws[0]).toMatchObject({ id: draw.id, count: 5, filter: { owner: { kind: 'AGENCY', id: null } } })
    // Choosing otherwise, or once more, would ask what they do not read.
    const more = (...filters: object[]) => ({ sections: [{ title: 'Lain', draws: filters.map(filter => ({ id: draw.id, count: 5, filter: { owner: { kind: 'AGENCY' }, ...filter } })) }] })
    for (const asked of [more({ category: 'Etika' }), more({ level: 'C1' }), more({}, {})]) {
      expect(await instructor.refused(ARRANGE, { quiz: id(), revision: kept.revision, input: asked })).toBe('NOT_FOUND')
    }
    expect((await officer.ok(READ, { id: id() })).quiz.drawOwners.map(({ kind }: any) => kind)).toEqual(['COURSE', 'PARTNER', 'AGENCY'])
    expect((await instructor.ok(READ, { id: id() })).quiz.drawOwners.map(({ kind }: any) => kind)).toEqual(['COURSE'])
  })
})

describe('pilots', () => {
  test('are asked and judged but count nothing, and what counts is not drawn from them', async () => {
    await inBank(2, { state: 'PILOT' })
    await QuizModel.updateOne({ _id: id() }, { $set: { questions: [aQuestion('TRUE_FALSE', { id: 'own' })] } })
    const { draws, points } = await arrange({ sections: [{ title: 'Satu', shuffle: false, draws: [{ count: 2, points: 5, pilot: true, filter: ofCourse() }] }] })
    expect(points).toBe(1)
    expect(draws[0]).toMatchObject({ points: 0, pilot: true, short: 0 })
    const attempt = await start()
    expect(attempt.questions.map(({ pilot, points: worth }: any) => [pilot, worth])).toEqual([[false, 1], [true, 0], [true, 0]])
    await learner.ok(SAVE, { attempt: attempt.id, question: 'own', answer: { truth: true } })
    await learner.ok(SAVE, { attempt: attempt.id, question: attempt.questions[1].id, answer: { truth: false } })
    await learner.ok(SAVE, { attempt: attempt.id, question: attempt.questions[2].id, answer: { truth: true } })
    const { submitAttempt } = await learner.ok(SUBMIT, { attempt: attempt.id })
    expect(submitAttempt).toMatchObject({ state: 'FINISHED', mark: 1, passed: true })
    expect((await AttemptModel.findById(attempt.id).select('+questions').lean<any>())!.questions.map(({ mark }: any) => mark)).toEqual([1, 0, 1])
  })
  test('alone they make no quiz', async () => {
    await inBank(2, { state: 'PILOT' })
    expect((await arrange(drawing({ pilot: true }))).ready).toBe(false)
    expect(await learner.refused(START, { quiz: id(), enrolment })).toBe('QUIZ_NOT_READY')
  })
  test('what people must mark is no pilot', async () => {
    await inBank(1, { state: 'PILOT', kind: 'ESSAY' })
    expect((await arrange(drawing({ count: 1, pilot: true }))).draws[0]).toMatchObject({ fits: 0, short: 1 })
  })
})
