import { Types } from 'mongoose'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ClassModel, CourseModel, EnrolmentModel, type ClassDoc, type CourseDoc, type EnrolmentDoc } from '../course/index.ts'
import { FileModel, keep } from '../file/index.ts'
import { addDays, startOf } from '../lib/days.ts'
import { PracticumModel, isPracticumReady, type PracticumDoc } from '../practicum/index.ts'
import { updatePracticum } from '../practicum/service/edit.ts'
import { grade, returnSubmission } from '../practicum/service/judge.ts'
import { makeMissingShells } from '../practicum/service/shells.ts'
import { addEvidence, openSubmission, saveNote, submit } from '../practicum/service/work.ts'
import type { CurriculumSeed } from './content.ts'
import { curricula } from './curricula/index.ts'
import { samplesOf, type Sample } from './evidence.ts'
import { learners } from './people.ts'
import type { Seeding } from './seeding.ts'

const HOUR = 3_600_000

/** Tasks and rubrics for every practicum that the curricula have them for, and the work done in classes that ended or run. */
export async function seedPracticums(seeding: Seeding): Promise<void> {
  await makeMissingShells()
  const keys = new Map(learners.map(({ key }) => [String(seeding.person(key)), key]))
  const folder = join(seeding.services.env.dataDir, 'seeding')
  for (const curriculum of curricula) {
    for (const course of await CourseModel.find({ code: curriculum.code }).lean<CourseDoc[]>()) {
      await writeTasks(seeding, curriculum, course)
      await work(seeding, course, keys, folder)
    }
  }
  rmSync(folder, { recursive: true, force: true })
}

/** The tasks of a course that nobody has written yet. */
export async function writeTasks(seeding: Seeding, { partner, practicums }: CurriculumSeed, course: CourseDoc): Promise<void> {
  const author = await seeding.as(`dosen.${partner.toLowerCase()}.demo`)
  for (const practicum of await PracticumModel.find({ course: course._id }).lean<PracticumDoc[]>()) {
    const seed = practicums.find(({ assessment }) => assessment === practicum.assessment)
    if (!seed || (practicum.rubric.criteria.length > 0 && !practicum.skeleton)) continue
    const { title, maxFiles, acceptedTypes, revisionsAllowed } = practicum
    const rubric = seed.rubric.criteria.map(({ levels, ...one }) => ({ ...one, levels: levels.map(level => ({ ...level })) }))
    await updatePracticum(author, String(practicum._id), practicum.revision, { title, maxFiles, acceptedTypes, revisionsAllowed, instructions: seed.instructions, rubric })
  }
}

/** What becomes of the work in a running class, in the order people enrolled; the rest is to be done live. */
const fates = ['returned', 'submitted', 'graded', 'none', 'mended', 'draft', 'graded', 'submitted', 'none', 'graded', 'returned', 'submitted'] as const
type Fate = (typeof fates)[number]

async function work(seeding: Seeding, course: CourseDoc, keys: ReadonlyMap<string, string>, folder: string): Promise<void> {
  const classes = await ClassModel.find({ course: course._id, startsOn: { $lt: seeding.today } }).lean<ClassDoc[]>()
  if (classes.length === 0) return
  const practicums = (await PracticumModel.find({ course: course._id }).sort({ _id: 1 }).lean<PracticumDoc[]>()).filter(practicum => isPracticumReady(practicum))
  const samples = await Promise.all(practicums.map(({ _id, title }) => samplesOf(title, join(folder, String(_id)))))
  for (const cls of classes) {
    const ended = cls.endsOn < seeding.today
    const enrolments = await EnrolmentModel.find({ class: cls._id, state: 'ENROLLED' }).sort({ _id: 1 }).lean<EnrolmentDoc[]>()
    await Promise.all(enrolments.map(async (enrolment, place) => {
      const key = keys.get(String(enrolment.person))
      if (!key) return
      for (const [which, practicum] of practicums.slice(0, ended ? practicums.length : 1 + (place % 2)).entries()) {
        const fate = ended ? 'graded' : fates[(place + which) % fates.length]!
        await doOne(seeding, { key, enrolment, cls, practicum, which, place, files: chosen(samples[which]!, Math.floor(place / 2) + which), fate })
      }
    }))
  }
}

/** Most hand in a report and one thing that shows it. */
const chosen = (samples: readonly Sample[], turn: number): Sample[] => [samples[0]!, samples[1 + (turn % (samples.length - 1))]!]

type Piece = { key: string; enrolment: EnrolmentDoc; cls: ClassDoc; practicum: PracticumDoc; which: number; place: number; files: readonly Sample[]; fate: Fate }

const notes = ['Data kami ambil dari unit kerja sendiri; nama warga sudah disamarkan.', 'Hasil dibahas bersama rekan satu loket sebelum diserahkan.', 'Lampiran memuat lembar kerja dan ringkasan satu halaman.']
const comments = ['Rapi dan dapat diterapkan di unit Anda.', 'Perhitungan tepat; lengkapi sumber datanya lain kali.', 'Rekomendasi jelas dan terukur.', '']
const reasons = ['Mohon lengkapi sumber data dan jelaskan langkah perhitungannya, lalu serahkan kembali.', 'Bukti pelaksanaan belum tampak. Tambahkan catatan harian dan tanggapan pengguna layanan.']

async function doOne(seeding: Seeding, { key, enrolment, cls, practicum, which, place, files, fate }: Piece): Promise<void> {
  if (fate === 'none') return
  const at = (days: number) => new Date(startOf(addDays(cls.startsOn, 6 + which * 3 + days)).getTime() + 10 * HOUR + place * 11 * 60_000)
  const learner = await seeding.as(key, at(0))
  const id = String((await openSubmission(learner, String(practicum._id), String(enrolment._id)))._id)
  for (const file of files) await addEvidence(learner, id, await stored(enrolment.person, file, at(0)))
  const { revision } = await saveNote(learner, id, notes[place % notes.length]!, null)
  if (fate === 'draft') return
  const submitted = await submit(learner, id, revision)
  if (fate === 'submitted') return
  const instructor = await seeding.as('widyaiswara.demo', at(1))
  if (fate === 'returned' || fate === 'mended') {
    const returned = await returnSubmission(instructor, id, submitted.revision, reasons[place % reasons.length]!)
    if (fate === 'mended') await submit(await seeding.as(key, at(3)), id, returned.revision)
    return
  }
  // Who is shown as capable is capable in most things, and nobody fails.
  const criteria = practicum.rubric.criteria.map(({ id: criterion, levels }, n) => ({
    criterion, level: levels[Math.max(1, levels.length - 1 - ((place + n) % 3 === 0 ? 1 : 0))]!.id, comment: comments[(place + n) % comments.length]!,
  }))
  await grade(instructor, id, submitted.revision, { criteria, comment: 'Terima kasih, pekerjaan ini menunjukkan pemahaman yang baik.' })
}

/** A file of the learner's, as an upload would have left it. */
async function stored(owner: Types.ObjectId, { path, name, type }: Sample, at: Date): Promise<string> {
  const _id = new Types.ObjectId()
  const sha256 = await keep(_id, name, path)
  await FileModel.create({ _id, owner, name, size: statSync(path).size, state: 'STORED', type, sha256, startedAt: at })
  return String(_id)
}
