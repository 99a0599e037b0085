import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import type { ClassDoc } from '../../../server/course/index.ts'
import { dayOf } from '../../../server/lib/days.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../../support/course.ts'
import { aQuestion, aQuiz } from '../../support/quiz.ts'

const REGRADE = `id revision state reason doneAt committedAt by { id } viewerCan { see commit withdraw }
  changes { question act policy points before { id } after { choices { id right } } }
  outlook { attempts changed raised lowered toPass toFail learnersToPass learnersToFail byPeople misfits open }`
export const PROPOSE = `mutation ($quiz: ID!, $revision: Int!, $input: RegradeInput!) { proposeRegrade(quiz: $quiz, revision: $revision, input: $input) { ${REGRADE} } }`
export const COMMIT = `mutation ($regrade: ID!, $revision: Int!) { commitRegrade(regrade: $regrade, revision: $revision) { ${REGRADE} } }`
export const WITHDRAW = 'mutation ($regrade: ID!) { withdrawRegrade(regrade: $regrade) { id state } }'
const ROWS = 'nodes { id attempt { id enrolment { person { id } } } markBefore markAfter passedBefore passedAfter flip questions { question markBefore markAfter pointsBefore pointsAfter kept } } next total'
export const READ = `query ($id: ID!, $show: RegradeShow!, $first: Int = 20, $after: String) { regrade(id: $id) { ${REGRADE} attempts(show: $show, first: $first, after: $after) { ${ROWS} } } }`
export const HISTORY = 'query ($id: ID!) { quiz(id: $id) { revision questionCount viewerCan { proposeRegrade } regrades { total nodes { id state reason } } } }'
export const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id } }'
export const SAVE = 'mutation ($attempt: ID!, $question: ID!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: 0, answer: $answer) { seq } }'
const ATTEMPT = 'id state mark passed questions { id mark points feedback } regrades { reason before after questions }'
export const SUBMIT = `mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { ${ATTEMPT} } }`
export const SEEN = `query ($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`
export const MARK = 'mutation ($attempt: ID!, $question: ID!, $input: MarkInput!) { markAnswer(attempt: $attempt, question: $question, marked: 0, input: $input) { id state mark } }'

/** A quiz of two questions, whose first choice is right, with its class and who teaches it: anew for each test, in the server of the file. */
export let app: TestApp
export let made: TestCourse
export let cls: ClassDoc
export let quiz: QuizDoc
export let instructor: Client
export function inScene(): void {
  beforeAll(async () => { app = await startTestApp() })
  afterAll(() => app.stop())
  beforeEach(async () => {
    made = await aCourse()
    cls = await aClass(made, { today: dayOf(app.services.now()) })
    quiz = await aQuiz(made, { questions: [aQuestion('SINGLE_CHOICE'), aQuestion('SINGLE_CHOICE')], attemptsAllowed: 3 })
    instructor = await app.client(await anInstructor(cls))
  })
}
/** The quiz asks these instead. */
export async function asking(...questions: QuizDoc['questions']): Promise<void> { quiz = await aQuiz(made, { questions }) }

export const id = () => String(quiz._id)
export const revision = async () => (await QuizModel.findById(id()).lean())!.revision
export const choice = (question: number, at: number) => ({ choices: [quiz.questions[question]!.choices[at]!.id] })

export type Taker = { client: Client; attempt: string; person: string }
/** A learner whose attempt picks these choices, question by question; handed in unless it shall stay open. */
export async function taker(picks: readonly number[], { open = false } = {}): Promise<Taker> {
  const { person, enrolment } = await aLearner(cls)
  const client = await app.client(person)
  const { startAttempt } = await client.ok(START, { quiz: id(), enrolment: String(enrolment._id) })
  for (const [at, pick] of picks.entries()) await client.ok(SAVE, { attempt: startAttempt.id, question: quiz.questions[at]!.id, answer: choice(at, pick) })
  if (!open) await client.ok(SUBMIT, { attempt: startAttempt.id })
  return { client, attempt: startAttempt.id, person: String(person._id) }
}
/** The first question with another choice right. */
export const body = (right: number) => {
  const { kind, text, points, choices } = quiz.questions[0]!
  return { kind, text, points, feedback: '<p>Kunci baru</p>', choices: choices.map((one, at) => ({ id: one.id, text: one.text, right: at === right })) }
}
export const key = (policy: string, right = 1) => ({ reason: 'Kunci soal 1 keliru.', changes: [{ question: quiz.questions[0]!.id, act: 'KEY', policy, body: body(right) }] })
export const drop = (at = 0) => ({ reason: 'Soal tidak jelas.', changes: [{ question: quiz.questions[at]!.id, act: 'DROP' }] })
export const propose = async (input: object, who = instructor) => (await who.ok(PROPOSE, { quiz: id(), revision: await revision(), input })).proposeRegrade
export const commit = async (regrade: { id: string; revision: number }, who = instructor) => (await who.ok(COMMIT, { regrade: regrade.id, revision: regrade.revision })).commitRegrade
export const seen = async ({ client, attempt }: Taker) => (await client.ok(SEEN, { id: attempt })).attempt
export const stored = (attempt: string) => AttemptModel.findById(attempt).select('+questions +keys').lean<any>()
