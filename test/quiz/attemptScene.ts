import type { ClassDoc, EnrolmentDoc } from '../../server/course/index.ts'
import { dayOf } from '../../server/lib/days.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import type { QuizDoc } from '../../server/quiz/index.ts'
import type { TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, type TestCourse } from '../support/course.ts'
import { aQuiz, rightAnswer } from '../support/quiz.ts'

/** What taking a quiz asks of the graph, and who takes it. */

export const ATTEMPT = `id number state startedAt endsAt finishedAt timedOut mark passed viewerCan { see answer }
  questions { id number kind text points unit choices { id text } seq answer { choices truth text number } savedAt mark feedback }`
export const START = `mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { ${ATTEMPT} } }`
export const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { attempt question seq savedAt } }'
export const SUBMIT = `mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { ${ATTEMPT} } }`
export const READ = `query ($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`
export const STANDING = 'query ($id: ID!) { enrolment(id: $id) { quizMark quizzes { quiz { id } attempts { id number state mark } attemptsLeft mark passed canStart } } }'

export type Question = { id: string; kind: string; text: string; seq: number; number: number; choices: { id: string }[] }
export type Taken = { made: TestCourse; quiz: QuizDoc; learner: Client; person: PersonDoc; enrolment: EnrolmentDoc; cls: ClassDoc }

/** A learner in a class that runs, of a course with just this quiz. */
export async function scene(app: TestApp, fields: Partial<QuizDoc> = {}, days: { from?: number; to?: number } = {}): Promise<Taken> {
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()), ...days })
  const { person, enrolment } = await aLearner(cls)
  return { made, quiz: await aQuiz(made, fields), learner: await app.client(person), person, enrolment, cls }
}
export const start = async ({ learner, quiz, enrolment }: Taken) => (await learner.ok(START, ids({ quiz, enrolment }))).startAttempt
export const ids = ({ quiz, enrolment }: Pick<Taken, 'quiz' | 'enrolment'>) => ({ quiz: String(quiz._id), enrolment: String(enrolment._id) })
export const right = (quiz: QuizDoc, dealt: { id: string; text: string; matching?: any }) => rightAnswer(quiz.questions.find(one => one.id === dealt.id)!, dealt)
export const of = (attempt: { questions: Question[] }, kind: string) => attempt.questions.find(one => one.kind === kind)!
export async function answerAll(taken: Taken, attempt: { id: string; questions: Question[] }) {
  for (const question of attempt.questions) {
    await taken.learner.ok(SAVE, { attempt: attempt.id, question: question.id, seq: question.seq, answer: right(taken.quiz, question) })
  }
}
export const minutes = (count: number) => count * 60_000
