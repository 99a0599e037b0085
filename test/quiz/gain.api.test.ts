import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import type { ClassDoc } from '../../server/course/index.ts'
import { dayOf } from '../../server/lib/days.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuiz } from '../support/quiz.ts'

const GAINS = 'query ($id: ID!) { quiz(id: $id) { pretest { id } gains { total nodes { class { id } n suppressed before after gain level meanGain high medium low full } } } }'
const CHOICES = 'query ($id: ID!) { quiz(id: $id) { pretests { id } } }'
const UPDATE = 'mutation ($quiz: ID!, $revision: Int!, $input: QuizInput!) { updateQuiz(quiz: $quiz, revision: $revision, input: $input) { revision pretest { id } } }'

let app: TestApp
let made: TestCourse
let cls: ClassDoc
let instructor: Client
let pre: QuizDoc
let post: QuizDoc
beforeAll(async () => {
  app = await startTestApp()
  made = await aCourse()
  cls = await aClass(made, { today: dayOf(app.services.now()) })
  instructor = await app.client(await anInstructor(cls))
  ;[pre, post] = [await aQuiz(made), await aQuiz(made)]
})
afterAll(() => app.stop())

const settings = { title: 'Post-test', instructions: '', minutes: 30, attemptsAllowed: 2, gradeMethod: 'HIGHEST', passMark: 0.7, shuffle: true }
async function choose(quiz: QuizDoc, pretest: string | null | undefined) {
  const { revision } = (await QuizModel.findById(quiz._id).lean())!
  return instructor.send(UPDATE, { quiz: String(quiz._id), revision, input: { ...settings, ...(pretest === undefined ? {} : { pretest }) } })
}
async function finished(quiz: QuizDoc, enrolment: Types.ObjectId, mark: number, number = 1, of = cls) {
  await AttemptModel.create({ quiz: quiz._id, enrolment, person: new Types.ObjectId(), class: of._id, course: quiz.course, number, state: 'FINISHED', startedAt: new Date(), finishedAt: new Date(), passMark: 0.7, mark, passed: mark >= 0.7, keys: [], questions: [] })
}
const gains = async (viewer = instructor) => (await viewer.ok(GAINS, { id: String(post._id) })).quiz

describe('a pre-test', () => {
  test('is chosen among the quizzes of the course, stays when nothing is said, and is taken away', async () => {
    expect((await instructor.ok(CHOICES, { id: String(post._id) })).quiz.pretests.map(({ id }: { id: string }) => id)).toEqual([String(pre._id)])
    expect((await choose(post, String(pre._id))).data!.updateQuiz).toMatchObject({ pretest: { id: String(pre._id) } })
    expect((await choose(post, undefined)).data!.updateQuiz).toMatchObject({ pretest: { id: String(pre._id) } })
    expect((await choose(post, null)).data!.updateQuiz).toMatchObject({ pretest: null })
    expect(await gains()).toEqual({ pretest: null, gains: null })
  })
  test('is no quiz of another course, not the quiz itself, and none whose pre-test this one is', async () => {
    const other = await aQuiz(await aCourse())
    expect((await choose(post, String(other._id))).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'input.pretest' })
    expect((await choose(post, 'bukan-id')).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'input.pretest' })
    expect((await choose(post, String(post._id))).refusal).toMatchObject({ code: 'OUT_OF_RANGE', field: 'input.pretest' })
    await choose(post, String(pre._id))
    expect((await choose(pre, String(post._id))).refusal).toMatchObject({ code: 'OUT_OF_RANGE', field: 'input.pretest' })
  })
})

describe('the gain of a class', () => {
  test('is told from five learners on who finished both: the first pre-test, and of the post-test the mark that counts', async () => {
    const people = Array.from({ length: 5 }, () => new Types.ObjectId())
    for (const one of people.slice(0, 4)) {
      await finished(pre, one, 0.5)
      await finished(post, one, 0.8)
    }
    await finished(pre, new Types.ObjectId(), 0.1)
    await finished(post, new Types.ObjectId(), 0.9)
    expect((await gains()).gains).toMatchObject({ total: 1, nodes: [{ class: { id: String(cls._id) }, n: 4, suppressed: true, before: null, gain: null, high: null }] })
    await finished(pre, people[4]!, 0.5)
    await finished(pre, people[4]!, 1, 2)
    await finished(post, people[4]!, 0.2)
    await finished(post, people[4]!, 1, 2)
    const [found] = (await gains()).gains.nodes
    expect(found).toMatchObject({ n: 5, suppressed: false, before: 0.5, level: 'MEDIUM', high: 1, medium: 4, low: 0, full: 0 })
    expect(found.after).toBeCloseTo(0.84, 12)
    expect(found.gain).toBeCloseTo(0.68, 12)
  })
  test('is for who may see statistics: not for who takes the quiz, nor another partner', async () => {
    const { person } = await aLearner(cls)
    expect((await gains(await app.client(person))).gains).toBeNull()
    expect(await gains(await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', new Types.ObjectId()]] })))).toBeNull()
    expect((await gains(await app.client(await aPerson({ roles: [['PARTNER_SIGNATORY', 'PARTNER', made.course.partner]] })))).gains.total).toBe(1)
    expect((await (await app.client(person)).ok(CHOICES, { id: String(post._id) })).quiz.pretests).toBeNull()
  })
})
