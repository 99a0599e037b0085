import { Types } from 'mongoose'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { ClassModel, CourseModel, EnrolmentModel, type ClassDoc, type CourseDoc, type EnrolmentDoc } from '../course/index.ts'
import { FileModel, keep } from '../file/index.ts'
import type { QuestionBodyInput } from '../graphql.ts'
import { addDays, startOf } from '../lib/days.ts'
import { signedIn } from '../lib/policy.ts'
import { QuizModel, type QuizDoc } from '../quiz/index.ts'
import { addQuestion, updateQuiz } from '../quiz/service/edit.ts'
import { arrangeQuiz } from '../quiz/service/structure.ts'
import { PICTURE, type CurriculumSeed, type ExamSeed } from './content.ts'
import { curricula } from './curricula/index.ts'
import { practise, sitExam, type Taker } from './examAttempts.ts'
import { appealTwice, correctKey, markOne } from './examAfter.ts'
import { learners } from './people.ts'
import { regulationPage } from './regulationPicture.ts'
import type { Seeding } from './seeding.ts'

/** Days before today on which an exam is written, practised for, taken, and spoken about. */
const WRITTEN = -30
const PRACTISED = -8
const TAKEN = -4

/** Exams with all that quizzes can do, written by the partner's author, and what became of them in the class that runs. */
export async function seedExams(seeding: Seeding): Promise<void> {
  for (const curriculum of curricula.filter(({ exams }) => exams)) {
    const course = (await CourseModel.find({ code: curriculum.code }).lean<CourseDoc[]>()).at(-1)!
    const quizzes = await QuizModel.find({ course: course._id }).lean<QuizDoc[]>()
    const author = await seeding.as(`dosen.${curriculum.partner.toLowerCase()}.demo`, new Date(startOf(addDays(seeding.today, WRITTEN)).getTime() + 36_000_000))
    const picture = await storedPicture(seeding, author)
    for (const exam of curriculum.exams!) await write(author, quizzes, exam, String(course.partner), picture)
    await hold(seeding, curriculum, course)
  }
}

/** The picture of a question, as an upload of its author's would have left it. */
async function storedPicture({ services }: Seeding, author: Context): Promise<string> {
  const [_id, name, folder] = [new Types.ObjectId(), 'halaman-peraturan.png', join(services.env.dataDir, 'seeding-picture')]
  const [path, bytes] = [join(folder, name), regulationPage()]
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, bytes)
  const sha256 = await keep(_id, name, path)
  rmSync(folder, { recursive: true })
  await FileModel.create({ _id, owner: signedIn(author.viewer), name, size: bytes.length, state: 'STORED', type: 'image/png', sha256, startedAt: author.now() })
  return String(_id)
}

async function write(ctx: Context, quizzes: readonly QuizDoc[], exam: ExamSeed, partner: string, picture: string): Promise<void> {
  const { _id, revision, title, instructions, minutes, attemptsAllowed, gradeMethod, passMark, shuffle } = quizzes.find(({ assessment }) => assessment === exam.assessment)!
  const pretest = quizzes.find(({ assessment }) => assessment === exam.pretest)
  const set = await updateQuiz(ctx, String(_id), revision, {
    title, instructions, minutes, attemptsAllowed, gradeMethod, passMark, shuffle, ...exam.settings, ...(pretest && { pretest: String(pretest._id) }),
  })
  const owner = { kind: 'PARTNER' as const, id: partner }
  const { sections } = await arrangeQuiz(ctx, String(_id), set.revision, {
    navigation: 'FREE', sections: exam.sections.map(({ questions: _, draws, ...section }) => ({
      ...section, draws: draws.map(({ category, level, ...draw }) => ({ ...draw, filter: { owner, category, tag: '', outcome: '', level } })),
    })),
  })
  for (const [at, { questions }] of exam.sections.entries()) {
    for (const { body, ...place } of questions) await addQuestion(ctx, String(_id), { ...place, section: sections[at]!.id, body: illustrated(body, picture) })
  }
}

const illustrated = (body: QuestionBodyInput, picture: string): QuestionBodyInput =>
  (body.hotspot?.image === PICTURE ? { ...body, hotspot: { ...body.hotspot, image: picture } } : body)

/** Everybody but one, who is to take it live, sits the exam; three practised, and two found their mark too low. */
async function hold(seeding: Seeding, curriculum: CurriculumSeed, course: CourseDoc): Promise<void> {
  const cls = (await ClassModel.findOne({ course: course._id, startsOn: { $lt: seeding.today }, endsOn: { $gte: seeding.today } }).lean<ClassDoc>())!
  const enrolments = await EnrolmentModel.find({ class: cls._id, state: 'ENROLLED' }).sort({ _id: 1 }).lean<EnrolmentDoc[]>()
  const keys = new Map(learners.map(({ key }) => [String(seeding.person(key)), key]))
  const takers: Taker[] = enrolments.map((enrolment, place) => ({ key: keys.get(String(enrolment.person))!, enrolment, place }))
  const [first, practice, exam] = await QuizModel.find({ course: course._id }).sort({ assessment: 1 }).lean<QuizDoc[]>()
  await correctKey(seeding, curriculum, first!)
  const practised = await Promise.all(takers.slice(3, 6).map(taker => practise(seeding, practice!, taker, PRACTISED)))
  await markOne(seeding, practised[0]!, PRACTISED + 2)
  await Promise.all(takers.filter(({ place }) => place !== 1).map(taker => sitExam(seeding, exam!, taker, TAKEN)))
  await appealTwice(seeding, exam!, takers, TAKEN + 1)
}
