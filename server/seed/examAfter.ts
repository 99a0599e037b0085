import { addDays, startOf } from '../lib/days.ts'
import type { AttemptDoc, QuizDoc } from '../quiz/index.ts'
import { AttemptModel, type ScoredDoc } from '../quiz/model.ts'
import { appealMark } from '../quiz/service/appeal.ts'
import { decideAppeal } from '../quiz/service/appealDecide.ts'
import { markAnswer } from '../quiz/service/mark.ts'
import { commitRegrade } from '../quiz/service/regradeCommit.ts'
import { proposeRegrade } from '../quiz/service/regradePropose.ts'
import type { CurriculumSeed } from './content.ts'
import { MISSPELT, WAITING, type Taker } from './examAttempts.ts'
import { inputOf } from './quiz.ts'
import type { Seeding } from './seeding.ts'

/** What people do about marks once they are there: mark an essay, appeal, decide, and correct a key. */

const at = (seeding: Seeding, day: number, hour: number) => new Date(startOf(addDays(seeding.today, day)).getTime() + hour * 3_600_000)
const TEACHER = 'widyaiswara.demo'

/** One of the essays is marked; the others wait at the marking desk. */
export async function markOne(seeding: Seeding, { _id }: AttemptDoc, day: number): Promise<void> {
  const essay = (await AttemptModel.findById(_id).select('+questions').lean<ScoredDoc>())!.questions.find(({ kind }) => kind === 'ESSAY')!
  await markAnswer(await seeding.as(TEACHER, at(seeding, day, 14)), String(_id), essay.id, 0, {
    points: 3, comment: 'Setiap ayat memuat satu norma. Lengkapilah ayat (1) dengan kegiatan yang tidak diperbolehkan.',
  })
}

/** A spelling that the key did not know is taken as right; who wrote it gains, and is told. */
export async function correctKey(seeding: Seeding, { partner, quizzes }: CurriculumSeed, quiz: QuizDoc): Promise<void> {
  const seeds = quizzes.find(({ assessment }) => assessment === quiz.assessment)!.questions
  const place = seeds.findIndex(seed => seed.kind === 'SHORT_ANSWER' && seed.slip)
  const seed = seeds[place]
  if (seed?.kind !== 'SHORT_ANSWER') return
  const { _id, revision } = await proposeRegrade(await seeding.as(`dosen.${partner.toLowerCase()}.demo`, at(seeding, -11, 10)), String(quiz._id), quiz.revision, {
    reason: '“Akademis” dan “akademik” sama-sama benar; semula hanya satu yang diterima.',
    changes: [{ question: quiz.questions[place]!.id, act: 'KEY', policy: 'EITHER', body: inputOf({ ...seed, accepted: [...seed.accepted, 'akademis', seed.slip!] }) }],
  })
  await commitRegrade(await seeding.as(TEACHER, at(seeding, -10, 9)), String(_id), revision)
}

/** One is upheld the next day, one waits. */
export async function appealTwice(seeding: Seeding, quiz: QuizDoc, takers: readonly Taker[], day: number): Promise<void> {
  const file = async (place: number, kind: string, grounds: string) => {
    const { key, enrolment } = takers[place]!
    const attempt = (await AttemptModel.findOne({ quiz: quiz._id, enrolment: enrolment._id }).select('+questions').lean<ScoredDoc>())!
    const question = attempt.questions.find(one => one.kind === kind)!
    return { appeal: await appealMark(await seeding.as(key, at(seeding, day, 11)), String(attempt._id), question.id, grounds), question }
  }
  const { appeal, question } = await file(MISSPELT, 'CLOZE', 'Saya menulis “konsideran”. Menurut saya itu ejaan lain dari “konsiderans”, yang juga diterima.')
  await decideAppeal(await seeding.as(TEACHER, at(seeding, day + 1, 10)), String(appeal._id), appeal.revision, {
    uphold: true, points: question.mark! * question.points + 0.5, reasons: 'Benar, yang dimaksud adalah konsiderans; setengah poin isian itu diberikan.',
  })
  await file(WAITING, 'HOTSPOT', 'Bagian “Menimbang” juga menyebut peraturan yang menjadi alasan. Mohon diperiksa apakah jawaban saya dapat diterima.')
}
