import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { QuizDoc } from '../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anEnrolment, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aQuiz } from '../support/quiz.ts'

const EDITOR = 'id revision title minutes attemptsAllowed gradeMethod passMark shuffle questionCount points ready instructions editorQuestions { id outcome body { id kind text points feedback choices { id text right } right patterns { text } number { value tolerance unit } } }'
const UPDATE = `mutation ($quiz: ID!, $revision: Int!, $input: QuizInput!) { updateQuiz(quiz: $quiz, revision: $revision, input: $input) { ${EDITOR} } }`
const ADD = `mutation ($quiz: ID!, $input: QuestionInput!) { addQuestion(quiz: $quiz, input: $input) { ${EDITOR} } }`
const CHANGE = `mutation ($quiz: ID!, $question: ID!, $revision: Int!, $input: QuestionInput!) { updateQuestion(quiz: $quiz, question: $question, revision: $revision, input: $input) { ${EDITOR} } }`
const DELETE = `mutation ($quiz: ID!, $question: ID!) { deleteQuestion(quiz: $quiz, question: $question) { ${EDITOR} } }`
const ORDER = `mutation ($quiz: ID!, $questions: [ID!]!) { orderQuestions(quiz: $quiz, questions: $questions) { ${EDITOR} } }`
const QUIZ = `query ($id: ID!) { quiz(id: $id) { ${EDITOR} viewerCan { see edit seeAttempts } } }`

const settings = (fields: object = {}) => ({ title: 'Kuis asas', instructions: '<p>Baca soal.</p>', minutes: 20, attemptsAllowed: 3, gradeMethod: 'LAST', passMark: 0.8, shuffle: false, ...fields })
/** A question of a single choice, or what fields make of it. */
const single = (fields: object = {}) => ({ body: { kind: 'SINGLE_CHOICE', text: '<p>Berapa unsur SKM?</p>', points: 1, feedback: '<p>Sembilan.</p>', choices: [{ text: '9', right: true }, { text: '14', right: false }], ...fields } })

let app: TestApp
let made: TestCourse
let author: Client
const others: Record<string, Client> = {}

beforeAll(async () => {
  app = await startTestApp()
  made = await aCourse()
  const cls = await aClass(made)
  const authorOf = (partner: TestCourse['course']['partner']) => aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner]] })
  author = await app.client(await authorOf(made.course.partner))
  others.learner = await app.client((await aLearner(cls)).person)
  others.stranger = await app.client(await aPerson())
  others.foreignAuthor = await app.client(await authorOf((await aCourse()).course.partner))
  others.auditor = await app.client(await aPerson({ roles: [['AUDITOR']] }))
  others.instructor = await app.client(await anInstructor(cls))
  const authorWhoLearns = await authorOf(made.course.partner)
  await anEnrolment(cls, authorWhoLearns)
  others.authorWhoLearns = await app.client(authorWhoLearns)
  others.signedOut = await app.client()
})
afterAll(() => app.stop())

const id = (quiz: QuizDoc) => String(quiz._id)
const fresh = () => aQuiz(made, { questions: [] })

describe('settings', () => {
  test('are saved, cleaned', async () => {
    const quiz = await fresh()
    const { updateQuiz } = await author.ok(UPDATE, { quiz: id(quiz), revision: 0, input: settings({ instructions: '<p>A<script>x</script></p>' }) })
    expect(updateQuiz).toMatchObject({ revision: 1, title: 'Kuis asas', minutes: 20, attemptsAllowed: 3, gradeMethod: 'LAST', passMark: 0.8, shuffle: false, instructions: '<p>A</p>' })
  })
  test('may set no limits', async () => {
    const { updateQuiz } = await author.ok(UPDATE, { quiz: id(await fresh()), revision: 0, input: settings({ minutes: null, attemptsAllowed: null }) })
    expect(updateQuiz).toMatchObject({ minutes: null, attemptsAllowed: null })
  })
  test.each([
    ['no title', { title: '' }, 'REQUIRED', 'input.title'], ['a book for a title', { title: 'x'.repeat(5000) }, 'TOO_LONG', 'input.title'],
    ['no minute', { minutes: 0 }, 'OUT_OF_RANGE', 'input.minutes'], ['a week', { minutes: 10_000 }, 'OUT_OF_RANGE', 'input.minutes'],
    ['no attempt', { attemptsAllowed: 0 }, 'OUT_OF_RANGE', 'input.attemptsAllowed'], ['more than all', { passMark: 1.1 }, 'OUT_OF_RANGE', 'input.passMark'],
  ])('%s is refused beside its field', async (_, fields, code, field) => {
    const { refusal } = await author.send(UPDATE, { quiz: id(await fresh()), revision: 0, input: settings(fields) })
    expect(refusal).toMatchObject({ code, field })
  })
  test('of a quiz that changed meanwhile are refused', async () => {
    const quiz = id(await fresh())
    await author.ok(UPDATE, { quiz, revision: 0, input: settings() })
    expect(await author.refused(UPDATE, { quiz, revision: 0, input: settings() })).toBe('STALE')
  })
})

describe('questions', () => {
  test('of every kind are added, and make the quiz ready', async () => {
    const quiz = id(await fresh())
    expect((await author.ok(QUIZ, { id: quiz })).quiz).toMatchObject({ ready: false, points: 0 })
    const kinds = [
      single(), single({ kind: 'MULTIPLE_CHOICE', points: 2 }), { body: { kind: 'TRUE_FALSE', text: 'Benar?', points: 0.25, right: false } },
      { body: { kind: 'SHORT_ANSWER', text: 'Siapa?', points: 1, patterns: [{ text: ' Ombudsman ' }, { text: 'Ombudsman RI' }] } },
      { body: { kind: 'NUMERIC', text: 'Berapa?', points: 1, number: { value: 12, unit: 'asas' } }, outcome: 'o1' },
      { body: { kind: 'MATCHING', text: 'Jodohkan', matching: { pairs: [{ stem: 'a', match: 'b' }, { stem: 'c', match: 'd' }] } } },
      { body: { kind: 'ORDERING', text: 'Urutkan', ordering: { items: [{ text: 'a' }, { text: 'b' }] } } },
      { body: { kind: 'CLOZE', text: 'Ibu kota [[x]].', gaps: [{ id: 'x', kind: 'TEXT', patterns: [{ text: 'Medan' }] }] } },
      { body: { kind: 'CALCULATED', text: '{a} dua kali?', calculated: { variables: [{ name: 'a', min: 1, max: 9 }], formula: 'a * 2', answer: {} } } },
      { body: { kind: 'ESSAY', text: 'Uraikan' } },
    ]
    for (const input of kinds) await author.ok(ADD, { quiz, input })
    const after = (await author.ok(QUIZ, { id: quiz })).quiz
    expect(after).toMatchObject({ ready: true, questionCount: 10, points: 10.25, revision: 10 })
    expect(after.editorQuestions[3].body.patterns).toEqual([{ text: 'Ombudsman' }, { text: 'Ombudsman RI' }])
    expect(after.editorQuestions[4]).toMatchObject({ outcome: 'o1', body: { number: { value: 12, tolerance: 0, unit: 'asas' } } })
  })
  test('are cleaned, and what their kind has no use for is dropped', async () => {
    const { addQuestion } = await author.ok(ADD, { quiz: id(await fresh()), input: single({ text: '<p onclick="x()">Ya<img src=x onerror=y></p>', feedback: '<script>1</script>', number: { value: 3 }, right: true, patterns: [{ text: 'a' }] }) })
    expect(addQuestion.editorQuestions[0].body).toMatchObject({ text: '<p>Ya</p>', feedback: '', number: null, right: null, patterns: [] })
  })
  test('ids of choices do not tell in which order they were written', async () => {
    const choices = Array.from({ length: 10 }, (_, at) => ({ text: `Pilihan ${at}`, right: at === 0 }))
    const { addQuestion } = await author.ok(ADD, { quiz: id(await fresh()), input: single({ choices }) })
    const ids = addQuestion.editorQuestions[0].body.choices.map((choice: { id: string }) => choice.id)
    expect([...ids].sort()).not.toEqual(ids)
  })
  test.each([
    ['no text', { text: '<script>x</script>' }, 'REQUIRED', 'input.body.text'],
    ['points beyond measure', { points: 101 }, 'OUT_OF_RANGE', 'input.body.points'], ['no points', { points: 0 }, 'OUT_OF_RANGE', 'input.body.points'],
    ['nothing right', { choices: [{ text: 'a', right: false }, { text: 'b', right: false }] }, 'NO_RIGHT_CHOICE', 'input.body.choices'],
    ['two right', { choices: [{ text: 'a', right: true }, { text: 'b', right: true }] }, 'ONE_RIGHT_CHOICE', 'input.body.choices'],
    ['one choice', { choices: [{ text: 'a', right: true }] }, 'TOO_FEW_CHOICES', 'input.body.choices'],
    ['no choices', { choices: null }, 'TOO_FEW_CHOICES', 'input.body.choices'],
    ['twenty-one choices', { choices: Array.from({ length: 21 }, (_, at) => ({ text: `${at}`, right: at === 0 })) }, 'TOO_LONG', 'input.body.choices'],
    ['an empty choice', { choices: [{ text: 'a', right: true }, { text: ' ', right: false }] }, 'REQUIRED', 'input.body.choices.1.text'],
    ['neither true nor false', { kind: 'TRUE_FALSE' }, 'REQUIRED', 'input.body.right'],
    ['nothing accepted', { kind: 'SHORT_ANSWER', patterns: [] }, 'NO_ACCEPTED_ANSWER', 'input.body.patterns'],
    ['no number', { kind: 'NUMERIC' }, 'NO_VALUE', 'input.body.number.value'],
    ['a tolerance below nothing', { kind: 'NUMERIC', number: { value: 1, tolerance: -1 } }, 'OUT_OF_RANGE', 'input.body.number.tolerance'],
    ['a gap that the text has no room for', { kind: 'CLOZE', gaps: [{ id: 'x', kind: 'TEXT', patterns: [{ text: 'a' }] }] }, 'GAPS_NOT_IN_TEXT', 'input.body.text'],
  ])('%s is refused beside its field', async (_, fields, code, field) => {
    expect((await author.send(ADD, { quiz: id(await fresh()), input: single(fields) })).refusal).toMatchObject({ code, field })
  })
  test('an id of nowhere, or of another question, is not taken for a choice', async () => {
    const other = (await aQuiz(made)).questions[0]!.choices[0]!.id
    const { addQuestion } = await author.ok(ADD, { quiz: id(await fresh()), input: single({ choices: [{ id: other, text: 'a', right: true }, { id: 'x', text: 'b', right: false }] }) })
    const ids = addQuestion.editorQuestions[0].body.choices.map((choice: { id: string }) => choice.id)
    expect(ids).not.toContain(other)
    expect(ids).not.toContain('x')
  })
  test('are at most two hundred', async () => {
    const [question] = (await aQuiz(made)).questions
    const full = await aQuiz(made, { questions: Array.from({ length: 200 }, (_, at) => ({ ...question!, id: `voll${at}` })) })
    expect(await author.refused(ADD, { quiz: id(full), input: single() })).toBe('OUT_OF_RANGE')
  })
  test('added by two at once are both there', async () => {
    const quiz = id(await fresh())
    await Promise.all(Array.from({ length: 8 }, () => author.ok(ADD, { quiz, input: single() })))
    expect((await author.ok(QUIZ, { id: quiz })).quiz.questionCount).toBe(8)
  })

  test('are changed, keep the ids of their choices, ordered and taken out', async () => {
    const quiz = await aQuiz(made)
    const [first, ...rest] = (await author.ok(QUIZ, { id: id(quiz) })).quiz.editorQuestions
    const choices = [...first.body.choices.slice(0, 2).map(({ id, text, right }: { id: string; text: string; right: boolean }) => ({ id, text: `${text}!`, right })), { text: 'Baru', right: false }]
    const { updateQuestion } = await author.ok(CHANGE, { quiz: id(quiz), question: first.id, revision: 0, input: single({ choices }) })
    const changed = updateQuestion.editorQuestions[0].body
    expect(changed.choices.slice(0, 2).map((choice: { id: string }) => choice.id)).toEqual(first.body.choices.slice(0, 2).map((choice: { id: string }) => choice.id))
    expect(await author.refused(CHANGE, { quiz: id(quiz), question: first.id, revision: 0, input: single() })).toBe('STALE')
    expect(await author.refused(CHANGE, { quiz: id(quiz), question: 'x', revision: 1, input: single() })).toBe('NOT_FOUND')
    const order = [...rest.map((one: { id: string }) => one.id), first.id]
    const { orderQuestions } = await author.ok(ORDER, { quiz: id(quiz), questions: order })
    expect(orderQuestions.editorQuestions.map((one: { id: string }) => one.id)).toEqual(order)
    for (const bad of [order.slice(1), [...order, order[0]], [...order.slice(1), 'x']]) {
      expect(await author.refused(ORDER, { quiz: id(quiz), questions: bad })).toBe('STALE')
    }
    const { deleteQuestion } = await author.ok(DELETE, { quiz: id(quiz), question: first.id })
    expect(deleteQuestion.questionCount).toBe(4)
    expect(await author.refused(DELETE, { quiz: id(quiz), question: first.id })).toBe('NOT_FOUND')
  })
})

describe('who may not', () => {
  test.each([
    ['learner', 'FORBIDDEN'], ['authorWhoLearns', 'FORBIDDEN'], ['auditor', 'FORBIDDEN'], ['stranger', 'NOT_FOUND'], ['foreignAuthor', 'NOT_FOUND'], ['signedOut', 'UNAUTHENTICATED'],
  ])('%s: %s', async (who, code) => {
    const quiz = await aQuiz(made)
    const [question] = quiz.questions
    const client = others[who]!
    expect(await client.refused(UPDATE, { quiz: id(quiz), revision: 0, input: settings() })).toBe(code)
    expect(await client.refused(ADD, { quiz: id(quiz), input: single() })).toBe(code)
    expect(await client.refused(CHANGE, { quiz: id(quiz), question: question!.id, revision: 0, input: single() })).toBe(code)
    expect(await client.refused(DELETE, { quiz: id(quiz), question: question!.id })).toBe(code)
    expect(await client.refused(ORDER, { quiz: id(quiz), questions: quiz.questions.map(one => one.id) })).toBe(code)
  })
  test('the instructor may', async () => {
    expect((await others.instructor!.ok(ADD, { quiz: id(await fresh()), input: single() })).addQuestion.questionCount).toBe(1)
  })
  test('unknown quizzes are not found, in whatever shape', async () => {
    for (const quiz of ['x', '', '000000000000000000000000']) {
      expect(await author.refused(ADD, { quiz, input: single() })).toBe('NOT_FOUND')
      expect((await author.ok(QUIZ, { id: quiz })).quiz).toBeNull()
    }
  })
})
