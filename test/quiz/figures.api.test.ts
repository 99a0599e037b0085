import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { BankQuestionModel, type BankQuestionDoc } from '../../server/bank/index.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { AppealModel } from '../../server/quiz/appealModel.ts'
import { DrawUseModel } from '../../server/quiz/structureModel.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aBankQuestion } from '../support/bank.ts'
import { aClass, aCourse, anEnrolment, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'
import { dayOf } from '../../server/lib/days.ts'

const FIGURES = `query ($id: ID!) { bankQuestion(id: $id) {
  figures { n quizzes facility discrimination intervalLow intervalHigh flags appeals upheld versions { form n facility } suggestion { move reason } }
  uses { total nodes { quiz { id } drawn pilot n facility discrimination versions { form n } } } } }`

let app: TestApp
let made: TestCourse
let officer: Awaited<ReturnType<TestApp['client']>>
beforeAll(async () => {
  app = await startTestApp()
  made = await aCourse()
  officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
})
afterAll(() => app.stop())

const inBank = (fields: Partial<BankQuestionDoc> = {}) => aBankQuestion({ kind: 'PARTNER', id: made.course.partner }, { state: 'LIVE', ...fields })
const of = async (question: BankQuestionDoc, client = officer) => (await client.ok(FIGURES, { id: String(question._id) })).bankQuestion
/** A quiz that asks a copy of it, and two questions of its own. */
const asking = (question: BankQuestionDoc, version = 1, course = made) =>
  aQuiz(course, { questions: [aQuestion('TRUE_FALSE', { bank: { question: String(question._id), version } }), aQuestion('NUMERIC'), aQuestion('NUMERIC')] })

type Asked = { id: string; points: number; mark: number; bank?: { question: string; version: number } | null; pilot?: boolean }
async function anAttempt(quiz: QuizDoc, questions: Asked[], number = 1) {
  const worth = questions.reduce((sum, { points }) => sum + points, 0)
  const mark = questions.reduce((sum, one) => sum + one.points * one.mark, 0) / worth
  await AttemptModel.create({
    quiz: quiz._id, enrolment: new Types.ObjectId(), person: new Types.ObjectId(), class: new Types.ObjectId(), course: quiz.course, number, state: 'FINISHED', startedAt: new Date(), finishedAt: new Date(),
    passMark: 0.7, mark, passed: mark >= 0.7, keys: [], questions: questions.map(one => ({ kind: 'TRUE_FALSE', text: '<p>Soal</p>', ...one })),
  })
}
/** As many attempts as there are marks of the first question; the others go with it where `along`, and against it where not. */
async function taken(quiz: QuizDoc, marks: number[], { along = true } = {}) {
  const [first, ...others] = quiz.questions
  for (const [at, mark] of marks.entries()) {
    const rest = along ? mark : 1 - mark
    await anAttempt(quiz, [{ id: first!.id, points: 1, mark, bank: first!.bank }, ...others.map(({ id }, place) => ({ id, points: 1, mark: place === 0 ? rest : at % 3 === 0 ? 1 - rest : rest }))])
  }
}
const marks = (n: number, right: number) => Array.from({ length: n }, (_, at) => (at < right ? 1 : 0))

describe('a question of the bank', () => {
  test('is followed through the quizzes that ask it, and through its versions', async () => {
    const question = await inBank({ versionCount: 2 })
    const [one, two] = [await asking(question), await asking(question, 2)]
    await taken(one, marks(10, 5))
    await taken(two, marks(30, 24))
    const { figures, uses } = await of(question)
    expect(figures).toMatchObject({ n: 40, quizzes: 2, versions: [{ form: 1, n: 10, facility: 0.5 }, { form: 2, n: 30, facility: 0.8 }] })
    expect(figures.facility).toBeCloseTo(29 / 40, 12)
    expect(uses).toMatchObject({ total: 2, nodes: [{ quiz: { id: String(two._id) }, n: 30, drawn: false, versions: [{ form: 2 }] }, { quiz: { id: String(one._id) }, n: 10 }] })
    // Fisher's z of both, weighed by n - 3.
    const z = uses.nodes.map(({ discrimination }: { discrimination: number }) => Math.atanh(discrimination / 100))
    expect(figures.discrimination).toBeCloseTo(100 * Math.tanh((27 * z[0] + 7 * z[1]) / 34), 9)
    expect(figures.intervalLow).toBeLessThan(figures.discrimination)
  })

  test('that nobody asks has no figures', async () => {
    expect(await of(await inBank())).toEqual({ figures: { n: 0, quizzes: 0, facility: null, discrimination: null, intervalLow: null, intervalHigh: null, flags: [], appeals: 0, upheld: 0, versions: [], suggestion: null }, uses: { total: 0, nodes: [] } })
  })

  test('tells nothing of four people', async () => {
    const question = await inBank()
    await taken(await asking(question), marks(4, 2))
    expect(await of(question)).toMatchObject({ figures: { n: 0, quizzes: 1, facility: null }, uses: { nodes: [{ n: 0, facility: null }] } })
  })

  test('counts first attempts: who sits twice has seen it', async () => {
    const question = await inBank()
    const quiz = await asking(question)
    await taken(quiz, marks(6, 3))
    const [first] = await AttemptModel.find({ quiz: quiz._id }).select('+questions').lean()
    await AttemptModel.create({ ...first, _id: new Types.ObjectId(), number: 2, keys: [] })
    expect((await of(question)).figures.n).toBe(6)
  })
})

describe('figures suggest, and people move', () => {
  test.each([
    ['PILOT', marks(30, 18), true, { move: 'release', reason: 'FARES_WELL' }],
    ['PILOT', marks(29, 18), true, null],
    ['PILOT', marks(30, 18), false, { move: 'return', reason: 'SUSPECT_KEY' }],
    ['LIVE', marks(30, 18), true, null],
    ['LIVE', marks(30, 18), false, { move: 'watch', reason: 'SUSPECT_KEY' }],
    ['LIVE', marks(40, 39), true, { move: 'watch', reason: 'TELLS_LITTLE' }],
    ['WATCH', marks(30, 18), true, { move: 'clear', reason: 'FARES_WELL' }],
    ['RETIRED', marks(30, 18), false, null],
  ] as const)('%s', async (state, of30, along, wanted) => {
    const question = await inBank({ state })
    await taken(await asking(question), [...of30], { along })
    expect((await of(question)).figures.suggestion).toEqual(wanted)
    expect((await BankQuestionModel.findById(question._id).lean())!.state).toBe(state)
  })

  test('an appeal that was upheld puts a question that fares well in doubt', async () => {
    const question = await inBank()
    await taken(await asking(question), marks(30, 18))
    const id = () => new Types.ObjectId()
    const appeal = { quiz: id(), class: id(), course: id(), person: id(), question: 'q', bank: { question: String(question._id), version: 1 }, grounds: 'Kuncinya keliru.', at: new Date(), barred: [], points: 0 }
    await AppealModel.create({ ...appeal, attempt: id(), state: 'DISMISSED' })
    expect((await of(question)).figures).toMatchObject({ appeals: 1, upheld: 0, suggestion: null })
    await AppealModel.create({ ...appeal, attempt: id(), state: 'UPHELD' })
    expect((await of(question)).figures).toMatchObject({ appeals: 2, upheld: 1, suggestion: { move: 'watch', reason: 'SUSPECT_KEY' } })
  })

  test('what an earlier version did suggests nothing of this one', async () => {
    const question = await inBank({ versionCount: 2 })
    await taken(await asking(question, 1), marks(40, 20), { along: false })
    expect((await of(question)).figures.suggestion).toBeNull()
  })
})

describe('random draws', () => {
  async function drawing() {
    const [easy, hard, tried] = [await inBank(), await inBank(), await inBank({ state: 'PILOT' })]
    const quiz = await aQuiz(made, { questions: [aQuestion('TRUE_FALSE'), aQuestion('TRUE_FALSE')] })
    for (const { _id } of [easy, hard, tried]) await DrawUseModel.create({ quiz: quiz._id, question: String(_id), times: 1 })
    for (let at = 0; at < 24; at++) {
      const [drawn, mark] = at % 2 ? [easy, at % 4 === 1 ? 1 : at % 8 === 3 ? 0 : 1] : [hard, at % 8 === 0 ? 1 : 0]
      await anAttempt(quiz, [
        ...quiz.questions.map(({ id }, place) => ({ id, points: 1, mark: (at + place) % 3 === 0 ? 0 : 1 })),
        { id: String(drawn._id), points: 2, mark, bank: { question: String(drawn._id), version: 1 } },
        { id: String(tried._id), points: 0, mark: at % 2, bank: { question: String(tried._id), version: 1 }, pilot: true },
      ])
    }
    return { quiz, easy, hard, tried }
  }
  const ITEMS = 'query ($id: ID!) { quiz(id: $id) { statistics(of: FIRST) { n mean consistency items { id number text bankQuestion drawn pilot n facility discrimination intendedWeight effectiveWeight } } } }'

  test('each question drawn is judged by who was given it, against the rest of their quiz; pilots count nothing', async () => {
    const { quiz, easy, hard, tried } = await drawing()
    const { items, mean, consistency } = (await officer.ok(ITEMS, { id: String(quiz._id) })).quiz.statistics
    expect(consistency).toBeNull()
    expect(items).toHaveLength(5)
    const found = (question: BankQuestionDoc) => {
      const { facility, ...item } = items.find(({ bankQuestion }: { bankQuestion: string }) => bankQuestion === String(question._id))
      return { ...item, facility: Math.round(facility * 1e9) / 1e9 }
    }
    expect(found(easy)).toMatchObject({ n: 12, drawn: true, pilot: false, facility: 9 / 12 })
    expect(found(hard)).toMatchObject({ n: 12, drawn: true, facility: 3 / 12 })
    expect(found(tried)).toMatchObject({ n: 24, pilot: true, facility: 0.5, intendedWeight: 0, effectiveWeight: null })
    // 16 of 24 at each own question, 2 points drawn: 12 of 24 earned them.
    expect(mean).toBeCloseTo((16 + 16 + 24) / 24, 12)
    const { figures, uses } = await of(tried)
    expect(figures).toMatchObject({ n: 24, quizzes: 1 })
    expect(uses.nodes[0]).toMatchObject({ drawn: true, pilot: true, n: 24 })
  })

  test('a question the quiz asks no more, and one that was dropped, count nothing', async () => {
    const quiz = await aQuiz(made, { questions: [aQuestion('TRUE_FALSE'), aQuestion('TRUE_FALSE')] })
    for (let at = 0; at < 6; at++) await anAttempt(quiz, [{ id: quiz.questions[0]!.id, points: 1, mark: 1 }, { id: quiz.questions[1]!.id, points: 0, mark: 1 }, { id: 'gone', points: 5, mark: 1 }])
    const { items, mean } = (await officer.ok(ITEMS, { id: String(quiz._id) })).quiz.statistics
    expect(mean).toBe(1)
    expect(items.map(({ n }: { n: number }) => n)).toEqual([6, 0])
  })
})

describe('attacks', () => {
  test('a partner sees the figures of its question, and of another partner’s quizzes not even that they ask it', async () => {
    const other = await aCourse()
    const question = await inBank()
    await taken(await asking(question, 1, other), marks(6, 3))
    const author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] }))
    expect(await of(question, author)).toMatchObject({ figures: { n: 6, quizzes: 1 }, uses: { total: 0, nodes: [] } })
  })
  test('a learner who also writes for the partner does not read the figures of their own quiz', async () => {
    const question = await inBank()
    const quiz = await asking(question)
    await taken(quiz, marks(6, 3))
    const cls = await aClass(made, { today: dayOf(app.services.now()) })
    const person = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] })
    await anEnrolment(cls, person)
    const seen = await of(question, await app.client(person))
    expect(seen?.uses.nodes ?? []).toEqual([])
  })
  test('an instructor elsewhere finds neither the question nor its figures', async () => {
    const cls = await aClass(await aCourse(), { today: dayOf(app.services.now()) })
    expect(await of(await inBank(), await app.client(await anInstructor(cls)))).toBeNull()
  })
})

test('where a question is used is found by an index', async () => {
  const plan = JSON.stringify(await QuizModel.find({ 'questions.bank.question': 'x' }).explain())
  expect(plan).not.toContain('COLLSCAN')
  expect(JSON.stringify(await DrawUseModel.find({ question: 'x' }).explain())).not.toContain('COLLSCAN')
})
