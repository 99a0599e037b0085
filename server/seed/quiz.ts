import type { Context } from '../context.ts'
import { ClassModel, CourseModel, EnrolmentModel, type ClassDoc, type CourseDoc, type EnrolmentDoc } from '../course/index.ts'
import type { AnswerInput, QuestionBodyInput } from '../graphql.ts'
import { addDays, startOf, type Day } from '../lib/days.ts'
import { QuizModel, type QuizDoc } from '../quiz/index.ts'
import { saveAnswer, submitAttempt } from '../quiz/service/answer.ts'
import { newQuestion } from '../quiz/service/edit.ts'
import { makeMissingShells } from '../quiz/service/shells.ts'
import { startAttempt } from '../quiz/service/start.ts'
import type { CurriculumSeed, QuestionSeed, QuizSeed } from './content.ts'
import { curricula } from './curricula/index.ts'
import { learners } from './people.ts'
import type { Seeding } from './seeding.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

/** Questions for every quiz that the curricula have them for, and the attempts made in classes that ended or run. */
export async function seedQuizzes(seeding: Seeding): Promise<void> {
  await makeMissingShells()
  const keys = new Map(learners.map(({ key }) => [String(seeding.person(key)), key]))
  for (const curriculum of curricula) {
    for (const course of await CourseModel.find({ code: curriculum.code }).lean<CourseDoc[]>()) {
      await writeQuestions(curriculum, course)
      await take(seeding, curriculum, course, keys)
    }
  }
}

/** The questions of a course's quizzes that have none yet, each placed in a row of the blueprint; all of a quiz at once. */
export async function writeQuestions({ quizzes }: CurriculumSeed, course: CourseDoc): Promise<void> {
  for (const quiz of await QuizModel.find({ course: course._id }).lean<QuizDoc[]>()) {
    const seed = quizzes.find(({ assessment }) => assessment === quiz.assessment)
    if (seed && quiz.questions.length === 0) await fill(quiz, seed)
  }
}

async function fill({ _id, blueprint }: QuizDoc, { minutes, attempts, behaviour, questions }: QuizSeed): Promise<void> {
  const places = (blueprint ?? []).flatMap(({ outcome, level, items }) => Array.from({ length: items }, () => ({ outcome, level })))
  const written = questions.map((question, at) => newQuestion({ body: inputOf(question), ...places[at] }))
  await QuizModel.updateOne({ _id }, { $set: { minutes, attemptsAllowed: attempts, ...(behaviour && { behaviour }), questions: written }, $inc: { revision: 1 } })
}

export function inputOf(seed: QuestionSeed): QuestionBodyInput {
  const { kind, points, feedback } = seed
  const shared = { kind, points, text: paragraph(seed.text), feedback: feedback ? paragraph(feedback) : '', ...(seed.byOutcome && { outcomeFeedback: byOutcome(seed.byOutcome) }) }
  switch (seed.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return { ...shared, choices: seed.choices.map(({ text, right, said }) => ({ text, right: right === true, ...(said && { feedback: paragraph(said) }) })) }
    case 'TRUE_FALSE': return { ...shared, right: seed.right }
    case 'SHORT_ANSWER': return { ...shared, patterns: seed.accepted.map(text => ({ text, fraction: 1 })) }
    case 'NUMERIC': return { ...shared, number: { value: seed.value, tolerance: seed.tolerance, toleranceKind: 'NOMINAL', unit: seed.unit ?? null, units: [], unitPenalty: 0.1 } }
  }
}

const byOutcome = ({ right = '', partly = '', wrong = '' }: NonNullable<QuestionSeed['byOutcome']>) => ({ right: right && paragraph(right), partly: partly && paragraph(partly), wrong: wrong && paragraph(wrong) })
const paragraph = (text: string) => (text.startsWith('<') ? text : `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)

/** How many of a running class's quizzes each has taken, in the order they enrolled; the rest is to be taken live. */
const taken = [1, 0, 3, 2, 0, 1, 2, 3, 0, 2, 1, 3]
/** How well each knows what is asked: the share of questions they answer rightly. */
export const skill = [0.65, 0.8, 0.95, 0.75, 0.55, 0.85, 1, 0.7, 0.9, 0.6, 0.8, 0.5]

async function take(seeding: Seeding, curriculum: CurriculumSeed, course: CourseDoc, keys: ReadonlyMap<string, string>): Promise<void> {
  const seeds = new Map(curriculum.quizzes.map(one => [one.assessment, one]))
  const quizzes = (await QuizModel.find({ course: course._id, assessment: { $in: [...seeds.keys()] } }).sort({ _id: 1 }).lean<QuizDoc[]>()).filter(({ questions }) => questions.length > 0)
  const classes = await ClassModel.find({ course: course._id, startsOn: { $lt: seeding.today } }).lean<ClassDoc[]>()
  for (const cls of classes) {
    const ended = cls.endsOn < seeding.today
    const enrolments = await EnrolmentModel.find({ class: cls._id, state: 'ENROLLED' }).sort({ _id: 1 }).lean<EnrolmentDoc[]>()
    // People sit side by side, as they would; each takes one quiz after the other.
    await Promise.all(enrolments.map(async (enrolment, place) => {
      const key = keys.get(String(enrolment.person))
      const theirs = quizzes.slice(0, ended ? quizzes.length : taken[place % taken.length]!)
      // In a class that ended one person never passed the last quiz: not everybody has a certificate.
      const failing = ended && place === enrolments.length - 1 ? theirs.at(-1) : undefined
      if (key) for (const [which, quiz] of theirs.entries()) await sit(seeding, { key, enrolment, cls, quiz, seed: seeds.get(quiz.assessment)!, which, place, passes: ended && quiz !== failing })
    }))
  }
}

type Sitting = { key: string; enrolment: EnrolmentDoc; cls: ClassDoc; quiz: QuizDoc; seed: QuizSeed; which: number; place: number; passes: boolean }

/** One attempt as well as they know; who must pass and has not comes back the next day, better prepared. */
async function sit(seeding: Seeding, { key, enrolment, cls, quiz, seed, which, place, passes }: Sitting): Promise<void> {
  const day = addDays(cls.startsOn, 4 + which * 5)
  const knows = passes || which > 0 ? skill[place % skill.length]! : skill[(place + 3) % skill.length]!
  const { mark } = await attempt(await seeding.as(key), quiz, seed, enrolment, instant(day, place), at => chanceOf(place, which, at) < knows)
  if (passes && mark! < quiz.passMark) await attempt(await seeding.as(key), quiz, seed, enrolment, instant(addDays(day, 1), place), at => at !== 2)
}

const instant = (day: Day, place: number) => new Date(startOf(day).getTime() + 9 * HOUR + place * 7 * MINUTE)

/** The same for the same people and questions, so that two demos are alike. */
export const chanceOf = (...numbers: number[]) => {
  const mixed = numbers.reduce((sum, number) => {
    const next = Math.imul(sum ^ (number + 1), 0x45d9f3b)
    return Math.imul(next ^ (next >>> 16), 0x27d4eb2d)
  }, 0x9e3779b9)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

/** Starts, answers, and hands in when most of the time is over; `knows` says which of the author's questions they get right. */
async function attempt(ctx: Context, quiz: QuizDoc, seed: QuizSeed, enrolment: EnrolmentDoc, from: Date, knows: (at: number) => boolean) {
  let now = from
  const learner = { ...ctx, now: () => now }
  const pace = (0.7 * (quiz.minutes ?? 30) * MINUTE) / quiz.questions.length
  const begun = await startAttempt(learner, String(quiz._id), String(enrolment._id))
  for (const [at, question] of quiz.questions.entries()) {
    now = new Date(now.getTime() + pace)
    const right = knows(at)
    await saveAnswer(learner, String(begun._id), question.id, 0, answerTo(question, right, seed.questions[at]), seed.behaviour ? (right ? 3 : 1) : null)
  }
  return submitAttempt(learner, String(begun._id))
}

function answerTo({ kind, choices, right, patterns, number }: QuizDoc['questions'][number], knows: boolean, seed: QuestionSeed | undefined): AnswerInput {
  switch (kind) {
    case 'SINGLE_CHOICE': return { choices: [choices.find(choice => choice.right === knows)!.id] }
    // Who does not quite know sees one of the right ones.
    case 'MULTIPLE_CHOICE': return { choices: choices.filter(choice => choice.right).slice(0, knows ? undefined : 1).map(({ id }) => id) }
    case 'TRUE_FALSE': return { truth: knows ? right : !right }
    case 'SHORT_ANSWER': return { text: knows ? patterns[0]!.text : slipOf(seed) }
    case 'NUMERIC': return { number: knows ? number!.value : number!.value + 10 }
    default: throw new RangeError(`the demo asks no ${kind}`)
  }
}

const slipOf = (seed: QuestionSeed | undefined): string => (seed?.kind === 'SHORT_ANSWER' && seed.slip ? seed.slip : 'belum tahu')
