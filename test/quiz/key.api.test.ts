import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildSchema } from '../../server/schema.ts'
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anEnrolment } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { accepting, aQuestion, aQuiz, near, rightAnswer } from '../support/quiz.ts'

const SECRETS = ['rahasia-diterima', '987654.25', 'rahasia-umpan', 'rahasia-jawaban', 'rahasia-hasil', '0.0625']
const schema = buildSchema()

/** Every field of a type that needs no argument, three types deep: what one who is curious would ask for. */
function everything(type: GraphQLObjectType, depth: number): string {
  return Object.values(type.getFields()).flatMap(field => {
    if (field.args.some(arg => String(arg.type).endsWith('!') && arg.defaultValue === undefined)) return []
    const inner = getNamedType(field.type)
    if (!isObjectType(inner)) return [field.name]
    if (depth === 0) return []
    const fields = everything(inner, depth - 1)
    return fields ? [`${field.name} { ${fields} }`] : []
  }).join(' ')
}
const all = (name: string, depth: number) => everything(schema.getType(name) as GraphQLObjectType, depth)

let app: TestApp
let learner: Client
let authorWhoLearns: Client
let auditor: Client
let quiz: Awaited<ReturnType<typeof aQuiz>>
let enrolment: string
let section: string
const found: Record<string, string> = {}

beforeAll(async () => {
  app = await startTestApp()
  const made = await aCourse()
  const cls = await aClass(made)
  const feedback = '<p>rahasia-umpan</p>'
  quiz = await aQuiz(made, {
    questions: [
      aQuestion('SINGLE_CHOICE', { feedback }), aQuestion('MULTIPLE_CHOICE', { feedback }), aQuestion('TRUE_FALSE', { feedback }),
      aQuestion('SHORT_ANSWER', { ...accepting('rahasia-diterima'), feedback }), aQuestion('NUMERIC', { ...near(987654.25, 0.0625), feedback }),
      aQuestion('MATCHING', { feedback }), aQuestion('ORDERING', { feedback }), aQuestion('CALCULATED', { feedback, calculated: { variables: [{ name: 'a', min: 1, max: 2, decimals: 0 }], formula: 'a + 987654.25', answer: { ...near(0, 0.0625).number! }, variants: 4 } }),
      aQuestion('CLOZE', { feedback, text: '<p>[[rahasia-diterima]]</p>', gaps: [{ id: 'rahasia-diterima', kind: 'TEXT', weight: 1, ...accepting('rahasia-diterima'), number: null, choices: [] }] }), aQuestion('ESSAY', { feedback }),
    ].map(question => ({
      ...question, outcomeFeedback: { right: 'rahasia-hasil', partly: 'rahasia-hasil', wrong: 'rahasia-hasil' },
      choices: question.choices.map(choice => ({ ...choice, feedback: 'rahasia-jawaban' })), patterns: question.patterns.map(pattern => ({ ...pattern, feedback: 'rahasia-jawaban' })),
    })),
  })
  const taken = await aLearner(cls)
  learner = await app.client(taken.person)
  enrolment = String(taken.enrolment._id)
  section = String(made.course._id)
  const author = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] })
  await anEnrolment(cls, author)
  authorWhoLearns = await app.client(author)
  auditor = await app.client(await aPerson({ roles: [['AUDITOR']] }))
})
afterAll(() => app.stop())

async function ask(name: string, client: Client, query: string, variables: Record<string, unknown>): Promise<any> {
  const answer = await client.send(query, variables)
  found[name] = JSON.stringify(answer)
  return answer.data
}

const secretsIn = (text: string, allowed: readonly string[] = []) => SECRETS.filter(secret => !allowed.includes(secret) && text.includes(secret))
const noKey = (text: string) => {
  expect(secretsIn(text)).toEqual([])
  expect(text).not.toMatch(/"right"|"fraction"|"patterns"|"formula"|"tolerance"|"key/)
}
/** All of a quiz but what only editors get: that is asked for apart. */
const quizFields = all('Quiz', 1)
const attemptFields = `${all('Attempt', 2)} questions { ${all('AttemptQuestion', 2)} }`

describe('the key never leaves', () => {
  test('there is something to ask for', () => {
    expect(quizFields).toContain('editorQuestions {')
    expect(attemptFields).toContain('choices { id text }')
    expect(attemptFields).toContain('feedback')
  })

  test.each([['a learner', () => learner], ['an author who learns', () => authorWhoLearns], ['an auditor', () => auditor]])('%s who asks for the quiz gets no key', async (name, client) => {
    const data = await ask(name, client(), `query ($id: ID!) { quiz(id: $id) { ${quizFields} } }`, { id: String(quiz._id) })
    expect(data.quiz).toMatchObject({ title: quiz.title, editorQuestions: null })
    noKey(found[name]!)
  })

  test('nor by way of the course, its sections, or an enrolment', async () => {
    const deep = 'editorQuestions { body { text choices { text right } right patterns { text } number { value tolerance } calculated { formula } matching { pairs { stem match } } feedback } }'
    const data = await ask('course', learner, `query ($id: ID!, $e: ID!) { course(id: $id) { sections { quizzes { id ${deep} } } } enrolment(id: $e) { quizzes { quiz { id ${deep} } } } }`, { id: section, e: enrolment })
    expect(data.enrolment.quizzes[0].quiz.editorQuestions).toBeNull()
    noKey(found.course!)
  })

  test('nor in an attempt: started, answered, read; after it feedback, still no key', async () => {
    const { startAttempt } = await ask('start', learner, `mutation ($q: ID!, $e: ID!) { startAttempt(quiz: $q, enrolment: $e) { ${attemptFields} } }`, { q: String(quiz._id), e: enrolment })
    expect(startAttempt.questions).toHaveLength(10)
    noKey(found.start!)
    // Not the essay, which would wait for people.
    const question = startAttempt.questions.find(({ kind }: { kind: string }) => kind !== 'ESSAY')
    await ask('save', learner, 'mutation ($a: ID!, $q: ID!, $answer: AnswerInput!) { saveAnswer(attempt: $a, question: $q, seq: 0, answer: $answer) { attempt question seq savedAt } }',
      { a: startAttempt.id, q: question.id, answer: rightAnswer(quiz.questions.find(({ id }) => id === question.id)!, question) })
    await ask('refused', learner, 'mutation ($a: ID!, $q: ID!) { saveAnswer(attempt: $a, question: $q, seq: 9, answer: { text: "x" }) { seq } }', { a: startAttempt.id, q: question.id })
    await ask('read', learner, `query ($id: ID!) { attempt(id: $id) { ${attemptFields} } }`, { id: startAttempt.id })
    for (const name of ['save', 'refused']) noKey(found[name]!)
    expect(secretsIn(found.read!.replace(/"answer":\{[^}]*\}/g, ''))).toEqual([])
    const { submitAttempt } = await ask('submit', learner, `mutation ($a: ID!) { submitAttempt(attempt: $a) { ${attemptFields} } }`, { a: startAttempt.id })
    expect(submitAttempt.questions.every((one: { feedback: string }) => one.feedback.includes('rahasia-umpan'))).toBe(true)
    const text = found.submit!.replace(/"answer":\{[^}]*\}/g, '')
    // Of the one question that was answered what belongs to its answer, of the others nothing.
    expect(submitAttempt.questions.filter((one: any) => one.specificFeedback).map(({ id }: any) => id)).toEqual([question.id])
    expect(secretsIn(JSON.stringify(submitAttempt, (field, value) => (field === 'specificFeedback' || field === 'answer' ? undefined : value)), ['rahasia-umpan'])).toEqual([])
    expect(text).not.toMatch(/"right"|"fraction"|"patterns"|"formula"|"tolerance"|"key/)
  })

  test('the schema names what is right in nothing but what editors and those who answer for a quiz see', () => {
    const names = Object.values(schema.getTypeMap()).filter(isObjectType)
      .filter(type => Object.keys(type.getFields()).some(field => ['right', 'fraction', 'patterns', 'formula', 'tolerance', 'distractors'].includes(field))).map(({ name }) => name)
    expect(names.sort()).toEqual(['Calculated', 'Gap', 'Matching', 'NumberKey', 'OptionStatistics', 'OutcomeFeedback', 'Pattern', 'Question', 'QuestionChoice', 'Zone'])
  })
})
