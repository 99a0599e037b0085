import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { dayOf } from '../../../server/lib/days.ts'
import { NoticeModel } from '../../../server/notice/index.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { RegradeModel } from '../../../server/quiz/regradeModel.ts'
import { advanceAll } from '../../../server/quiz/service/regradeApply.ts'
import type { ClassDoc } from '../../../server/course/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, aLearner, anEnrolment, anInstructor, type TestCourse } from '../../support/course.ts'
import { aPerson } from '../../support/people.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'

const REGRADE = `id revision state reason doneAt committedAt by { id } viewerCan { see commit withdraw }
  changes { question act policy points before { id } after { choices { id right } } }
  outlook { attempts changed raised lowered toPass toFail learnersToPass learnersToFail byPeople misfits open }`
const PROPOSE = `mutation ($quiz: ID!, $revision: Int!, $input: RegradeInput!) { proposeRegrade(quiz: $quiz, revision: $revision, input: $input) { ${REGRADE} } }`
const COMMIT = `mutation ($regrade: ID!, $revision: Int!) { commitRegrade(regrade: $regrade, revision: $revision) { ${REGRADE} } }`
const WITHDRAW = 'mutation ($regrade: ID!) { withdrawRegrade(regrade: $regrade) { id state } }'
const ROWS = 'nodes { id attempt { id enrolment { person { id } } } markBefore markAfter passedBefore passedAfter flip questions { question markBefore markAfter pointsBefore pointsAfter kept } } next total'
const READ = `query ($id: ID!, $show: RegradeShow!, $first: Int = 20, $after: String) { regrade(id: $id) { ${REGRADE} attempts(show: $show, first: $first, after: $after) { ${ROWS} } } }`
const HISTORY = 'query ($id: ID!) { quiz(id: $id) { revision questionCount viewerCan { proposeRegrade } regrades { total nodes { id state reason } } } }'
const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id } }'
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: 0, answer: $answer) { seq } }'
const ATTEMPT = 'id state mark passed questions { id mark points feedback } regrades { reason before after questions }'
const SUBMIT = `mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { ${ATTEMPT} } }`
const SEEN = `query ($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`
const MARK = 'mutation ($attempt: ID!, $question: ID!, $input: MarkInput!) { markAnswer(attempt: $attempt, question: $question, marked: 0, input: $input) { id state mark } }'

let app: TestApp
let made: TestCourse
let cls: ClassDoc
let quiz: QuizDoc
let instructor: Client
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
beforeEach(async () => {
  made = await aCourse()
  cls = await aClass(made, { today: dayOf(app.services.now()) })
  quiz = await aQuiz(made, { questions: [aQuestion('SINGLE_CHOICE'), aQuestion('SINGLE_CHOICE')], attemptsAllowed: 3 })
  instructor = await app.client(await anInstructor(cls))
})
const id = () => String(quiz._id)
const revision = async () => (await QuizModel.findById(id()).lean())!.revision
const choice = (question: number, at: number) => ({ choices: [quiz.questions[question]!.choices[at]!.id] })

type Taker = { client: Client; attempt: string; person: string }
/** A learner whose attempt picks these choices, question by question; handed in unless it shall stay open. */
async function taker(picks: readonly number[], { open = false } = {}): Promise<Taker> {
  const { person, enrolment } = await aLearner(cls)
  const client = await app.client(person)
  const { startAttempt } = await client.ok(START, { quiz: id(), enrolment: String(enrolment._id) })
  for (const [at, pick] of picks.entries()) await client.ok(SAVE, { attempt: startAttempt.id, question: quiz.questions[at]!.id, answer: choice(at, pick) })
  if (!open) await client.ok(SUBMIT, { attempt: startAttempt.id })
  return { client, attempt: startAttempt.id, person: String(person._id) }
}
/** The first question with another choice right. */
const body = (right: number) => {
  const { kind, text, points, choices } = quiz.questions[0]!
  return { kind, text, points, feedback: '<p>Kunci baru</p>', choices: choices.map((one, at) => ({ id: one.id, text: one.text, right: at === right })) }
}
const key = (policy: string, right = 1) => ({ reason: 'Kunci soal 1 keliru.', changes: [{ question: quiz.questions[0]!.id, act: 'KEY', policy, body: body(right) }] })
const drop = (at = 0) => ({ reason: 'Soal tidak jelas.', changes: [{ question: quiz.questions[at]!.id, act: 'DROP' }] })
const propose = async (input: object, who = instructor) => (await who.ok(PROPOSE, { quiz: id(), revision: await revision(), input })).proposeRegrade
const commit = async (regrade: { id: string; revision: number }, who = instructor) => (await who.ok(COMMIT, { regrade: regrade.id, revision: regrade.revision })).commitRegrade
const seen = async ({ client, attempt }: Taker) => (await client.ok(SEEN, { id: attempt })).attempt
const stored = (attempt: string) => AttemptModel.findById(attempt).select('+questions +keys').lean<any>()

describe('a proposal', () => {
  test('shows before and after for every attempt, who would pass and who would not, and stores nothing else', async () => {
    const [right, wrong, none] = [await taker([0, 0]), await taker([1, 0]), await taker([2, 0])]
    const before = await Promise.all([right, wrong, none].map(({ attempt }) => stored(attempt)))
    const quizBefore = await QuizModel.findById(id()).lean()
    const made = await propose(key('NOW'))
    expect(made).toMatchObject({ state: 'PROPOSED', viewerCan: { commit: true, withdraw: true } })
    expect(made.outlook).toEqual({ attempts: 3, changed: 2, raised: 1, lowered: 1, toPass: 1, toFail: 1, learnersToPass: 1, learnersToFail: 1, byPeople: 0, misfits: 0, open: 0 })
    const { regrade } = await instructor.ok(READ, { id: made.id, show: 'FLIPPED' })
    expect(regrade.attempts.total).toBe(2)
    expect(regrade.attempts.nodes.map((row: any) => [row.id, row.markBefore, row.markAfter, row.flip])).toEqual([[wrong.attempt, 0.5, 1, 'TO_PASS'], [right.attempt, 1, 0.5, 'TO_FAIL']])
    expect((await instructor.ok(READ, { id: made.id, show: 'ALL' })).regrade.attempts.nodes).toHaveLength(3)
    expect(await Promise.all([right, wrong, none].map(({ attempt }) => stored(attempt)))).toEqual(before)
    expect(await QuizModel.findById(id()).lean()).toEqual(quizBefore)
    expect((await seen(right)).regrades).toEqual([])
  })
  test('pages through its attempts, each once', async () => {
    for (let n = 0; n < 5; n++) await taker([1, n % 2])
    const { id: regrade } = await propose(key('EITHER'))
    const found: string[] = []
    let after: string | null = null
    do {
      const { attempts }: any = (await instructor.ok(READ, { id: regrade, show: 'CHANGED', first: 2, after })).regrade
      found.push(...attempts.nodes.map((row: any) => row.id))
      expect(attempts.total).toBe(5)
      after = attempts.next
    } while (after)
    expect(new Set(found).size).toBe(5)
    expect(found).toHaveLength(5)
  })
  test('tells of each policy what it would do', async () => {
    await Promise.all([taker([0, 0]), taker([1, 0]), taker([2, 0])])
    const raisedAndLowered = async (policy: string) => { const { outlook } = await propose(key(policy)); return [outlook.raised, outlook.lowered] }
    expect(await raisedAndLowered('FULL_CREDIT')).toEqual([2, 0])
    expect(await raisedAndLowered('EITHER')).toEqual([1, 0])
    expect(await raisedAndLowered('NOW')).toEqual([1, 1])
    expect(await raisedAndLowered('NONE')).toEqual([0, 0])
  })
  test('is one for a quiz: another takes its place, the same is the same', async () => {
    const first = await propose(key('NOW'))
    expect(await propose(key('NOW'))).toMatchObject({ id: first.id, revision: first.revision })
    const second = await propose(drop())
    expect(second).toMatchObject({ id: first.id, revision: first.revision + 1 })
    expect((await instructor.send(COMMIT, { regrade: first.id, revision: first.revision })).refusal).toMatchObject({ code: 'STALE' })
    expect((await instructor.ok(HISTORY, { id: id() })).quiz.regrades.total).toBe(1)
  })
  test('is refused where the key does not fit what was asked, people mark, nothing would count, or nothing is said', async () => {
    const refusal = async (input: object) => (await instructor.send(PROPOSE, { quiz: id(), revision: await revision(), input })).refusal
    const more = { ...body(1), choices: [...body(1).choices, { text: 'Satu lagi', right: false }] }
    expect(await refusal({ reason: 'x', changes: [{ question: quiz.questions[0]!.id, act: 'KEY', policy: 'NOW', body: more }] })).toMatchObject({ code: 'REGRADE_MISFIT', field: 'input.changes.0.body' })
    expect(await refusal({ reason: 'x', changes: [{ question: quiz.questions[0]!.id, act: 'KEY', policy: 'NOW', body: { kind: 'TRUE_FALSE', text: 'x', points: 1, right: true } }] })).toMatchObject({ code: 'REGRADE_MISFIT' })
    expect(await refusal({ reason: 'x', changes: [0, 1].map(at => ({ question: quiz.questions[at]!.id, act: 'DROP' })) })).toMatchObject({ code: 'REGRADE_NOTHING_LEFT' })
    expect(await refusal({ reason: '', changes: [{ question: quiz.questions[0]!.id, act: 'DROP' }] })).toMatchObject({ code: 'REQUIRED', field: 'input.reason' })
    expect(await refusal({ reason: 'x', changes: [] })).toMatchObject({ code: 'TOO_SHORT' })
    expect(await refusal({ reason: 'x', changes: [{ question: 'none', act: 'DROP' }] })).toMatchObject({ code: 'NOT_FOUND', field: 'input.changes.0.question' })
    expect(await refusal({ reason: 'x', changes: [0, 0].map(at => ({ question: quiz.questions[at]!.id, act: 'DROP' })) })).toMatchObject({ code: 'NOT_UNIQUE' })
    expect(await refusal({ reason: 'x', changes: [{ question: quiz.questions[0]!.id, act: 'KEY' }] })).toMatchObject({ code: 'REQUIRED', field: 'input.changes.0.policy' })
    expect(await refusal({ reason: 'x', changes: [{ question: quiz.questions[0]!.id, act: 'POINTS' }] })).toMatchObject({ code: 'REQUIRED', field: 'input.changes.0.points' })
    expect((await instructor.send(PROPOSE, { quiz: id(), revision: 99, input: drop() })).refusal).toMatchObject({ code: 'STALE' })
  })
  test('can be withdrawn, and then not be carried out; it stays in the history', async () => {
    const made = await propose(drop())
    await instructor.ok(WITHDRAW, { regrade: made.id })
    await instructor.ok(WITHDRAW, { regrade: made.id })
    expect((await instructor.send(COMMIT, { regrade: made.id, revision: made.revision + 1 })).refusal).toMatchObject({ code: 'WRONG_STATE' })
    expect((await instructor.ok(HISTORY, { id: id() })).quiz.regrades.nodes).toEqual([{ id: made.id, state: 'WITHDRAWN', reason: 'Soal tidak jelas.' }])
  })
})

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
    quiz = await aQuiz(made, { questions: [aQuestion('SINGLE_CHOICE'), aQuestion('ESSAY')] })
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

describe('who may', () => {
  test('a partner’s author proposes and sees figures, not persons; it does not decide', async () => {
    const one = await taker([1, 0])
    const author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]], employment: 'EXTERNAL', nip: null, grade: null }))
    const proposed = await propose(key('EITHER'), author)
    expect(proposed.viewerCan).toEqual({ see: true, commit: false, withdraw: true })
    expect((await author.ok(READ, { id: proposed.id, show: 'ALL' })).regrade.attempts.nodes).toMatchObject([{ id: one.attempt, attempt: null, markBefore: 0.5 }])
    expect((await author.send(COMMIT, { regrade: proposed.id, revision: proposed.revision })).refusal).toMatchObject({ code: 'FORBIDDEN' })
    expect((await commit(proposed)).state).toBe('DONE')
    expect((await author.send(COMMIT, { regrade: proposed.id, revision: proposed.revision })).refusal).toMatchObject({ code: 'FORBIDDEN' })
  })
  test('attack: a learner of the course reads the key from a proposal', async () => {
    const one = await taker([0, 0])
    const made = await propose(key('NOW'))
    expect((await one.client.ok(READ, { id: made.id, show: 'ALL' })).regrade).toBeNull()
    expect((await one.client.ok(HISTORY, { id: id() })).quiz.regrades).toEqual({ total: 0, nodes: [] })
    expect((await one.client.send(COMMIT, { regrade: made.id, revision: made.revision })).refusal).toMatchObject({ code: 'NOT_FOUND' })
  })
  test('attack: an instructor who learns in the course raises their own mark', async () => {
    const teaches = await anInstructor(await aClass(made, { today: dayOf(app.services.now()) }))
    await anEnrolment(cls, teaches)
    const both = await app.client(teaches)
    const proposed = await propose(key('FULL_CREDIT'))
    expect((await both.send(PROPOSE, { quiz: id(), revision: await revision(), input: key('FULL_CREDIT') })).refusal).toMatchObject({ code: 'FORBIDDEN' })
    expect((await both.send(COMMIT, { regrade: proposed.id, revision: proposed.revision })).refusal).toMatchObject({ code: 'NOT_FOUND' })
  })
  test('an auditor reads what was done, and does nothing', async () => {
    const proposed = await propose(key('NOW'))
    const auditor = await app.client(await aPerson({ roles: [['AUDITOR']] }))
    expect((await auditor.ok(READ, { id: proposed.id, show: 'ALL' })).regrade).toMatchObject({ viewerCan: { commit: false, withdraw: false } })
    expect((await auditor.send(COMMIT, { regrade: proposed.id, revision: proposed.revision })).refusal).toMatchObject({ code: 'FORBIDDEN' })
  })
})
