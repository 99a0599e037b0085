import { describe, expect, test } from '@jest/globals'
import { dayOf } from '../../../server/lib/days.ts'
import { QuizModel } from '../../../server/quiz/index.ts'
import { aClass, anEnrolment, anInstructor } from '../../support/course.ts'
import { aPerson } from '../../support/people.ts'
import { app, body, cls, COMMIT, commit, drop, HISTORY, id, inScene, instructor, key, made, PROPOSE, propose, quiz, READ, revision, seen, stored, taker, WITHDRAW } from './scene.ts'

inScene()

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
