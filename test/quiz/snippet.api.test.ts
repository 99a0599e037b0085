import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ClassDoc } from '../../server/course/index.ts'
import { dayOf } from '../../server/lib/days.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { MarkingSnippetModel } from '../../server/quiz/snippetModel.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'

const LIST = 'query ($first: Int, $after: String) { myMarkingSnippets(first: $first, after: $after) { nodes { id text uses } next total } }'
const KEEP = 'mutation ($text: String!) { keepSnippet(text: $text) { id text uses } }'
const DELETE = 'mutation ($id: ID!) { deleteSnippet(id: $id) }'
const MARK = 'mutation ($attempt: ID!, $question: ID!, $marked: Int!, $input: MarkInput!) { markAnswer(attempt: $attempt, question: $question, marked: $marked, input: $input) { id } }'

let app: TestApp
let course: TestCourse
let cls: ClassDoc
let person: PersonDoc
let marker: Client
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())
beforeEach(async () => {
  course = await aCourse()
  cls = await aClass(course, { today: dayOf(app.services.now()) })
  person = await anInstructor(cls)
  marker = await app.client(person)
})
const keep = async (text: string, who = marker) => (await who.ok(KEEP, { text })).keepSnippet
const listed = async (who = marker, page: Record<string, unknown> = { first: 20 }) => (await who.ok(LIST, page)).myMarkingSnippets

/** So many remarks, as stored. */
const stored = (count: number) => MarkingSnippetModel.insertMany(Array.from({ length: count }, (_, slot) => ({ by: person._id, text: `Catatan ${slot}`, digest: String(slot), slot, at: new Date() })))

describe('remarks to be used again', () => {
  test('are kept tidied, and are there at whatever quiz', async () => {
    expect(await keep('  Sebutkan dasar hukumnya.\nLihat modul 2. ')).toMatchObject({ text: 'Sebutkan dasar hukumnya.\nLihat modul 2.', uses: 0 })
    expect(await listed()).toMatchObject({ nodes: [{ text: 'Sebutkan dasar hukumnya.\nLihat modul 2.' }], next: null, total: 1 })
  })
  test('the same text is kept once, however often and however fast', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => keep('Baik sekali.')))
    expect(new Set([...ids, await keep(' Baik sekali. ')].map(({ id }) => id)).size).toBe(1)
    expect((await listed()).total).toBe(1)
  })
  test.each([['nothing', '  ', 'REQUIRED'], ['more than 2,000 characters', 'x'.repeat(2001), 'TOO_LONG']])('%s is refused', async (_, text, code) =>
    expect((await marker.send(KEEP, { text })).refusal).toMatchObject({ code, field: 'text' }))
  test('at most a hundred: one more is refused, one that is there is not, and one deleted makes room', async () => {
    await stored(99)
    const last = await keep('Keseratus')
    expect((await marker.send(KEEP, { text: 'Satu lagi' })).refusal).toMatchObject({ code: 'SNIPPETS_FULL', facts: { max: 100 } })
    expect((await keep('Keseratus')).id).toBe(last.id)
    await marker.ok(DELETE, { id: last.id })
    await keep('Satu lagi')
    expect((await listed()).total).toBe(100)
  })
  test('are paged, each once, those used most first', async () => {
    await stored(7)
    await MarkingSnippetModel.updateOne({ by: person._id, slot: 3 }, { uses: 5 })
    const first = await listed(marker, { first: 4 })
    const second = await listed(marker, { first: 4, after: first.next })
    expect(first.nodes[0]).toMatchObject({ text: 'Catatan 3', uses: 5 })
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }: any) => id)).size).toBe(7)
    expect([first.total, first.nodes.length, second.nodes.length, second.next]).toEqual([7, 4, 3, null])
  })
  test('what a mark is saved with is counted, once for each mark', async () => {
    const question = aQuestion('ESSAY')
    const quiz = await aQuiz(course, { questions: [question] })
    const learner = await aLearner(cls)
    const client = await app.client(learner.person)
    const { startAttempt } = await client.ok('mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id } }', { quiz: quiz._id, enrolment: learner.enrolment._id })
    const attempt = startAttempt.id
    await client.ok('mutation ($attempt: ID!, $question: ID!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: 0, answer: $answer) { seq } }', { attempt, question: question.id, answer: { text: 'Uraian' } })
    await client.ok('mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { id } }', { attempt })
    await keep('Lain.')
    await keep('Sebutkan pasalnya.')
    const mark = (marked: number, comment: string) => marker.ok(MARK, { attempt, question: question.id, marked, input: { points: 1, comment } })
    await mark(0, 'Rapi. Sebutkan pasalnya.')
    await mark(0, 'Rapi. Sebutkan pasalnya.')
    await mark(1, 'Sebutkan pasalnya. Terima kasih.')
    expect((await listed()).nodes).toMatchObject([{ text: 'Sebutkan pasalnya.', uses: 1 }, { text: 'Lain.', uses: 0 }])
  })
})

describe('attacks', () => {
  test('another marker reads or deletes what is not theirs', async () => {
    const other = await app.client(await anInstructor(cls))
    const mine = await keep('Hanya milik saya.')
    expect(await listed(other)).toEqual({ nodes: [], next: null, total: 0 })
    expect(await other.refused(DELETE, { id: mine.id })).toBe('NOT_FOUND')
    expect((await keep('Hanya milik saya.', other)).id).not.toBe(mine.id)
    expect((await listed()).total).toBe(1)
  })
  test('who does not teach keeps none, and is shown none', async () => {
    for (const who of [(await aLearner(cls)).person, await aPerson({ roles: [['CURRICULUM_OFFICER']] }), await anInstructor()]) {
      const client = await app.client(who)
      expect(await client.refused(KEEP, { text: 'Baik.' })).toBe('FORBIDDEN')
      expect(await client.refused(DELETE, { id: (await keep('Baik.')).id })).toBe('FORBIDDEN')
      expect((await listed(client)).total).toBe(0)
    }
    const guest = await app.client()
    expect(await guest.refused(LIST, { first: 20 })).toBe('UNAUTHENTICATED')
    expect(await guest.refused(KEEP, { text: 'Baik.' })).toBe('UNAUTHENTICATED')
  })
  test('many at once at the last places: the bound holds, and no place is lost', async () => {
    await stored(97)
    const codes = await Promise.all(Array.from({ length: 8 }, (_, at) => marker.send(KEEP, { text: `Serentak ${at}` })))
    expect(codes.filter(({ refusal }) => !refusal)).toHaveLength(3)
    expect(codes.filter(({ refusal }) => refusal?.code === 'SNIPPETS_FULL')).toHaveLength(5)
    expect((await listed()).total).toBe(100)
  })
  test('an id that is none', async () => expect(await marker.refused(DELETE, { id: 'lain' })).toBe('NOT_FOUND'))
})
