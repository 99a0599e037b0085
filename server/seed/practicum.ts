import { Types } from 'mongoose'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { ClassModel, CourseModel, EnrolmentModel, type ClassDoc, type CourseDoc, type EnrolmentDoc } from '../course/index.ts'
import { FileModel, keep } from '../file/index.ts'
import { addDays, startOf } from '../lib/days.ts'
import { PracticumModel, type PracticumDoc } from '../practicum/index.ts'
import { updatePracticum } from '../practicum/service/edit.ts'
import { grade, returnSubmission } from '../practicum/service/judge.ts'
import { makeMissingShells } from '../practicum/service/shells.ts'
import { addEvidence, openSubmission, saveNote, submit } from '../practicum/service/work.ts'
import { curricula } from './curricula/index.ts'
import type { CurriculumSeed } from './content.ts'
import { learners } from './people.ts'
import type { Seeding } from './seeding.ts'

const HOUR = 3_600_000

/** Tasks and rubrics for every practicum that the curricula have them for, and the work done in classes that ended or run. */
export async function seedPracticums(seeding: Seeding): Promise<void> {
  await makeMissingShells()
  const keys = new Map(learners.map(({ key }) => [String(seeding.person(key)), key]))
  const samples = await evidenceFiles(seeding)
  for (const curriculum of curricula) {
    for (const course of await CourseModel.find({ code: curriculum.code }).lean<CourseDoc[]>()) {
      await write(seeding, curriculum, course)
      await work(seeding, course, keys, samples.paths)
    }
  }
  rmSync(samples.folder, { recursive: true, force: true })
}

async function write(seeding: Seeding, { partner, practicums }: CurriculumSeed, course: CourseDoc): Promise<void> {
  const author = await seeding.as(`dosen.${partner.toLowerCase()}.demo`)
  for (const practicum of await PracticumModel.find({ course: course._id }).lean<PracticumDoc[]>()) {
    const seed = practicums.find(({ assessment }) => assessment === practicum.assessment)
    if (!seed || practicum.rubric.criteria.length > 0) continue
    const { title, maxFiles, acceptedTypes, revisionsAllowed } = practicum
    await updatePracticum(author, String(practicum._id), practicum.revision, {
      title, maxFiles, acceptedTypes, revisionsAllowed, instructions: seed.instructions, rubric: seed.rubric.criteria.map(one => ({ ...one, levels: one.levels.map(level => ({ ...level })) })),
    })
  }
}

/** What becomes of the work in a running class, in the order people enrolled; the rest is to be done live. */
const fates = ['returned', 'submitted', 'graded', 'none', 'submitted', 'draft', 'graded', 'submitted', 'none', 'graded', 'returned', 'submitted'] as const
type Fate = (typeof fates)[number]

async function work(seeding: Seeding, course: CourseDoc, keys: ReadonlyMap<string, string>, paths: readonly string[]): Promise<void> {
  const practicums = (await PracticumModel.find({ course: course._id }).sort({ _id: 1 }).lean<PracticumDoc[]>()).filter(({ rubric }) => rubric.criteria.length > 0)
  for (const cls of await ClassModel.find({ course: course._id, startsOn: { $lt: seeding.today } }).lean<ClassDoc[]>()) {
    const ended = cls.endsOn < seeding.today
    const enrolments = await EnrolmentModel.find({ class: cls._id, state: 'ENROLLED' }).sort({ _id: 1 }).lean<EnrolmentDoc[]>()
    await Promise.all(enrolments.map(async (enrolment, place) => {
      const key = keys.get(String(enrolment.person))
      const theirs = ended ? practicums : practicums.slice(0, 1 + (place % 2))
      if (key) for (const [which, practicum] of theirs.entries()) {
        await doOne(seeding, { key, enrolment, cls, practicum, which, place, path: paths[(place + which) % paths.length]!, fate: ended ? 'graded' : fates[(place + which) % fates.length]! })
      }
    }))
  }
}

type Piece = { key: string; enrolment: EnrolmentDoc; cls: ClassDoc; practicum: PracticumDoc; which: number; place: number; path: string; fate: Fate }

const notes = ['Data kami ambil dari unit kerja sendiri; nama warga sudah disamarkan.', 'Hasil dibahas bersama rekan satu loket sebelum diserahkan.', 'Lampiran memuat lembar kerja dan ringkasan satu halaman.']
const comments = ['Rapi dan dapat diterapkan di unit Anda.', 'Perhitungan tepat; lengkapi sumber datanya lain kali.', 'Rekomendasi jelas dan terukur.']

async function doOne(seeding: Seeding, { key, enrolment, cls, practicum, which, place, path, fate }: Piece): Promise<void> {
  if (fate === 'none') return
  const at = (days: number) => new Date(startOf(addDays(cls.startsOn, 6 + which * 3 + days)).getTime() + 10 * HOUR + place * 60_000)
  const learner = await seeding.as(key, at(0))
  const { _id } = await openSubmission(learner, String(practicum._id), String(enrolment._id))
  const id = String(_id)
  await addEvidence(learner, id, await stored(enrolment.person, path, at(0)))
  const { revision } = await saveNote(learner, id, notes[place % notes.length]!, null)
  if (fate === 'draft') return
  const submitted = await submit(learner, id, revision)
  if (fate === 'submitted') return
  const instructor = await seeding.as('widyaiswara.demo', at(1))
  if (fate === 'returned') {
    await returnSubmission(instructor, id, submitted.revision, 'Mohon lengkapi sumber data dan jelaskan langkah perhitungannya, lalu serahkan kembali.')
    return
  }
  const criteria = practicum.rubric.criteria.map(({ id: criterion, levels }, n) => ({
    criterion, level: levels[Math.max(1, levels.length - 1 - ((place + n) % 3 === 0 ? 1 : 0))]!.id, comment: comments[(place + n) % comments.length]!,
  }))
  await grade(instructor, id, submitted.revision, { criteria, comment: 'Terima kasih, pekerjaan ini menunjukkan pemahaman yang baik.' })
}

/** A file of the learner's, as an upload would have left it. */
async function stored(owner: Types.ObjectId, path: string, at: Date): Promise<string> {
  const _id = new Types.ObjectId()
  const name = path.split(/[/\\]/).at(-1)!
  const sha256 = await keep(_id, name, path)
  const type = name.endsWith('.pdf') ? 'application/pdf' : 'text/csv'
  const { size } = statSync(path)
  await FileModel.create({ _id, owner, name, size, state: 'STORED', type, sha256, startedAt: at })
  return String(_id)
}

/** Evidence as people hand it in: a page of findings, and the counted answers of a survey (U1 to U9, ten respondents). */
async function evidenceFiles({ services }: Seeding): Promise<{ folder: string; paths: string[] }> {
  const folder = join(services.env.dataDir, 'seeding')
  mkdirSync(folder, { recursive: true })
  const paths = [join(folder, 'laporan-praktik.pdf'), join(folder, 'rekap-skm.csv')]
  writeFileSync(paths[0]!, await page())
  const rows = Array.from({ length: 10 }, (_, person) => [person + 1, ...Array.from({ length: 9 }, (_, u) => 3 + ((person + u) % 2))].join(';'))
  writeFileSync(paths[1]!, ['responden;U1;U2;U3;U4;U5;U6;U7;U8;U9', ...rows].join('\n'))
  return { folder, paths }
}

function page(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', info: { Title: 'Laporan praktik', CreationDate: new Date(0) } })
  const parts: Buffer[] = []
  const done = new Promise<Buffer>(resolve => pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))))
  pdf.fontSize(16).text('Laporan praktik').moveDown().fontSize(11)
    .text('Waktu layanan rata-rata sebelum perbaikan 24 menit, sesudah perbaikan 15 menit (lima hari kerja).').moveDown()
    .text('Tiga rekomendasi: papan informasi persyaratan, antrean terpisah untuk lansia, dan daftar periksa berkas di loket.')
  pdf.end()
  return done
}
