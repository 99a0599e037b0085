import { randomBytes } from 'node:crypto'
import { Types } from 'mongoose'
import { ClassModel, CourseModel, EnrolmentModel, type ClassDoc, type CourseDoc, type EnrolmentDoc } from '../course/index.ts'
import { AnsweredModel, ReactionModel, addImprovement, commentScorecard, draftScorecard, moveScorecard, reactionItems } from '../evaluation/index.ts'
import { addDays, startOf } from '../lib/days.ts'
import type { Seeding } from './seeding.ts'

const texts = [
  'Contoh kasusnya dekat dengan pekerjaan kami. Mohon waktu praktik ditambah.', '', 'Pengajar sabar menjawab pertanyaan.', '',
  'Jaringan di ruang kelas kadang lambat.', 'Bahan bacaan mudah diikuti dari gawai.', '', 'Saya sudah mencoba lembar kerjanya di loket kami.',
]

/** Reactions of classes that are over, all of a class at once; a scorecard that is published, and one that waits for its partner. */
export async function seedEvaluation(seeding: Seeding): Promise<void> {
  const over = await ClassModel.find({ endsOn: { $lt: seeding.today }, cancelledReason: null }).lean<ClassDoc[]>()
  for (const cls of over) await react(cls)
  await publish(seeding, 'PLT-PLY-01')
  await share(seeding, 'PLT-KIN-03')
}

/** All but one of the class answer. The same for the same class, so that two demos are alike. */
async function react(cls: ClassDoc): Promise<void> {
  const [course, enrolments] = await Promise.all([
    CourseModel.findById(cls.course).lean<CourseDoc>(), EnrolmentModel.find({ class: cls._id, state: 'ENROLLED' }).sort({ _id: 1 }).lean<EnrolmentDoc[]>(),
  ])
  if (!course) return
  const given = enrolments.slice(1)
  const id = () => new Types.ObjectId(randomBytes(12))
  await AnsweredModel.insertMany(given.map(({ _id }) => ({ _id: id(), enrolment: _id })))
  await ReactionModel.insertMany(given.map((_, place) => ({
    _id: id(), version: course.version, course: course._id, class: cls._id, on: addDays(cls.endsOn, 1), text: texts[place % texts.length],
    scores: Object.fromEntries(reactionItems.map((item, at) => [item, 3 + ((place * 3 + at * 2 + place * at) % 3)])),
  })))
}

const versionOf = async (code: string) => String((await CourseModel.findOne({ code }).lean<CourseDoc>())!.version)
const at = (seeding: Seeding, days: number) => new Date(startOf(addDays(seeding.today, days)).getTime() + 9 * 3_600_000)

async function publish(seeding: Seeding, code: string): Promise<void> {
  const drafted = await draftScorecard(await seeding.as('admin.demo', at(seeding, -25)), await versionOf(code))
  const id = String(drafted._id)
  await moveScorecard(await seeding.as('admin.demo', at(seeding, -24)), id, drafted.revision, 'share')
  const said = await commentScorecard(await seeding.as('dosen.usu.demo', at(seeding, -20)), id,
    'Angka ketercapaian sesuai dengan pengamatan kami di kelas. Dua soal dengan daya beda rendah akan kami tulis ulang; waktu praktik pada survei kepuasan masyarakat perlu ditambah.')
  await moveScorecard(await seeding.as('admin.demo', at(seeding, -18)), id, said.revision, 'publish')
  const officer = await seeding.as('admin.demo', at(seeding, -17))
  await addImprovement(officer, id, { title: 'Menulis ulang soal dengan daya beda di bawah 0,2', side: 'PARTNER', due: addDays(seeding.today, 40) })
  await addImprovement(officer, id, { title: 'Menambah waktu praktik pengolahan survei kepuasan masyarakat', side: 'PARTNER', due: addDays(seeding.today, 60) })
  await addImprovement(officer, id, { title: 'Memperbaiki jaringan di aula sebelum angkatan berikutnya', side: 'AGENCY', due: addDays(seeding.today, 20) })
}

async function share(seeding: Seeding, code: string): Promise<void> {
  const drafted = await draftScorecard(await seeding.as('admin.demo', at(seeding, -5)), await versionOf(code))
  await moveScorecard(await seeding.as('admin.demo', at(seeding, -4)), String(drafted._id), drafted.revision, 'share')
}
