import { compileMissing } from '../course/service/compile.ts'
import { createClass } from '../course/service/class.ts'
import { enrolByCsv } from '../course/service/enrolByCsv.ts'
import { assignInstructor } from '../course/service/instructor.ts'
import { completeLesson } from '../course/service/learn.ts'
import { createMeeting, recordAttendance } from '../course/service/meeting.ts'
import {
  CourseModel, EnrolmentModel, LessonModel, SectionModel, type ClassDoc, type CourseDoc, type EnrolmentDoc, type LessonDoc, type SectionDoc,
} from '../course/index.ts'
import { addDays, startOf } from '../lib/days.ts'
import { sanitise } from '../lib/sanitise.ts'
import type { CurriculumSeed } from './content.ts'
import { curricula } from './curricula/index.ts'
import { learners } from './people.ts'
import type { Seeding } from './seeding.ts'

const HOUR = 3_600_000
const officer = 'admin.demo'
const lecturerOf = ({ partner }: CurriculumSeed) => `dosen.${partner.toLowerCase()}.demo`

/** A class of the demo; days count from today, people by their place in the list of learners (0 is peserta.pns, 30 peserta.pppk). */
type ClassSeed = { name: string; startsOn: number; endsOn: number; opensOn: number; closesOn: number; quota: number; venue: string; people: readonly number[] }

const running = { name: 'Angkatan II', startsOn: -20, endsOn: 30, opensOn: -45, closesOn: -21 }
const open = { name: 'Angkatan III', startsOn: 21, endsOn: 60, opensOn: -7, closesOn: 14 }
// After the curricula of the demo were published.
const finished = { name: 'Angkatan I', startsOn: -79, endsOn: -60, opensOn: -84, closesOn: -80 }

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

const classes: Record<string, { finished?: ClassSeed; running: ClassSeed; open?: ClassSeed }> = {
  'PLT-PLY-01': {
    finished: { ...finished, quota: 20, venue: 'Aula BKPSDM Kota Medan', people: [14, 15, 25, 26, 36, 37, 44, 47] },
    running: { ...running, quota: 20, venue: 'Aula BKPSDM Kota Medan', people: [0, 30, 1, 2, 3, 4, 5, 6, 31, 32, 22, 23] },
    open: { ...open, quota: 6, venue: 'Mal Pelayanan Publik Medan', people: [7, 33, 24, 45, 27] },
  },
  'PLT-KIN-03': {
    finished: { ...finished, quota: 16, venue: 'Laboratorium Komputer Politeknik Negeri Medan', people: [1, 2, 5, 31, 32, 40, 43, 46] },
    running: { ...running, quota: 16, venue: 'Laboratorium Komputer Politeknik Negeri Medan', people: [0, 30, 8, 9, 10, 3, 33, 34, 35, 36, 20, 21] },
    // Full: who enrols now waits, and sees how that goes.
    open: { ...open, quota: 4, venue: 'Laboratorium Komputer Politeknik Negeri Medan', people: [11, 37, 12, 38, 13, 39] },
  },
  // Large enough for figures of its exam (exam.ts).
  'PLT-HKM-07': {
    running: { ...running, quota: 40, venue: 'Fakultas Hukum USU', people: [0, 30, ...range(6, 29), ...range(31, 38)] },
  },
  'PLT-DIS-11': {
    finished: { ...finished, quota: 16, venue: 'Aula Kantor Camat Medan Kota', people: [0, 30, 3, 4, 6, 22, 33, 44] },
    running: { ...running, quota: 16, venue: 'Aula Kantor Camat Medan Kota', people: [16, 17, 18, 1, 31, 23, 24, 40, 41, 42, 45, 46] },
    open: { ...open, quota: 12, venue: 'Aula Kantor Camat Medan Tuntungan', people: [2, 5, 7, 25, 26, 32, 47] },
  },
}

/** How far each of the learners of a running class is, in the order of its list. */
const shares = [0.6, 0.35, 1, 0.8, 0, 0.2, 0.5, 0.9, 0.1, 0.7, 0.4, 1]

/** The lessons of every course, and for those with classes one that runs, and for the three full ones one that is over and one to enrol in. */
export async function seedCourses(seeding: Seeding): Promise<void> {
  await compileMissing(seeding.services)
  for (const curriculum of curricula) {
    const courses = await CourseModel.find({ code: curriculum.code }).lean<CourseDoc[]>()
    for (const course of courses) await writeLessons(curriculum, course)
    const course = courses.at(-1)
    const seeds = classes[curriculum.code]
    if (!course || !seeds) continue
    if (seeds.finished) await holdClass(seeding, curriculum, course, seeds.finished, () => 1)
    await holdClass(seeding, curriculum, course, seeds.running, at => shares[at % shares.length]!)
    if (seeds.open) await makeClass(seeding, curriculum, course, seeds.open)
  }
}

/**
 * The lessons of the seed: each in the place of a lesson compiled from an activity, with its minutes, as an instructor
 * would fill them in; what finds no place comes after. All of a course at once.
 */
export async function writeLessons(curriculum: CurriculumSeed, course: CourseDoc): Promise<void> {
  const [sections, compiled] = await Promise.all([
    SectionModel.find({ course: course._id }).lean<SectionDoc[]>(), LessonModel.find({ course: course._id }).sort({ order: 1 }).lean<LessonDoc[]>(),
  ])
  const writes = curriculum.subjects.flatMap(subject => {
    const section = sections.find(one => one.subject.title === subject.title)
    if (!section) return []
    const theirs = compiled.filter(lesson => lesson.section.equals(section._id))
    if (theirs.some(({ required }) => required)) return []
    return subject.lessons.map(({ kind, title, minutes, body, ...more }, place) => {
      const text = { kind, title, body: sanitise(body), url: 'url' in more ? more.url : null, required: true }
      const skeleton = theirs[place]
      return skeleton
        ? { updateOne: { filter: { _id: skeleton._id }, update: { $set: text, $inc: { revision: 1 } } } }
        : { insertOne: { document: { ...text, minutes, course: course._id, section: section._id, order: place } } }
    })
  })
  if (writes.length > 0) await LessonModel.bulkWrite(writes as never)
}

const at = (seeding: Seeding, days: number) => new Date(startOf(addDays(seeding.today, days)).getTime() + 8 * HOUR)

/** A class with its instructors and people, made on the day enrolment opened. */
async function makeClass(seeding: Seeding, curriculum: CurriculumSeed, course: CourseDoc, seed: ClassSeed): Promise<ClassDoc> {
  const day = (days: number) => addDays(seeding.today, days)
  const ctx = await seeding.as(officer, at(seeding, seed.opensOn))
  const cls = await createClass(ctx, {
    course: String(course._id), name: seed.name, startsOn: day(seed.startsOn), endsOn: day(seed.endsOn), enrolmentOpensOn: day(seed.opensOn),
    enrolmentClosesOn: day(seed.closesOn), quota: seed.quota, venue: seed.venue, mode: curriculum.mode,
  })
  for (const key of ['widyaiswara.demo', lecturerOf(curriculum)]) await assignInstructor(ctx, String(cls._id), String(seeding.person(key)))
  await enrolByCsv(ctx, String(cls._id), seed.people.map(person => learners[person]!.nip).join('\n'))
  return cls
}

/** A class that has begun: meetings with who was there, and lessons done. */
async function holdClass(seeding: Seeding, curriculum: CurriculumSeed, course: CourseDoc, seed: ClassSeed, shareOf: (at: number) => number): Promise<void> {
  const cls = await makeClass(seeding, curriculum, course, seed)
  const enrolments = await EnrolmentModel.find({ class: cls._id }).lean<EnrolmentDoc[]>()
  const byPerson = new Map(enrolments.map(enrolment => [String(enrolment.person), enrolment]))
  const people = seed.people.map(person => ({ key: learners[person]!.key, enrolment: byPerson.get(String(seeding.person(learners[person]!.key)))! }))
  await meet(seeding, cls, seed, people.map(({ enrolment }) => String(enrolment.person)))
  const author = await seeding.as(lecturerOf(curriculum))
  const lessons = await author.load.lessonsOfCourse.of(course._id)
  const lastDay = Math.min(seed.endsOn, 0)
  for (const [place, { key, enrolment }] of people.entries()) {
    const done = lessons.slice(0, Math.round(lessons.length * shareOf(place))).map(({ _id }) => _id)
    const last = done.pop()
    if (!last) continue
    // All but the last at once: the demo should not take minutes to start.
    await EnrolmentModel.updateOne({ _id: enrolment._id }, { $addToSet: { done: { $each: done } } })
    await completeLesson(await seeding.as(key, at(seeding, lastDay)), String(enrolment._id), String(last))
  }
}

const topics = ['Pembukaan dan pembelajaran klasikal', 'Praktik terbimbing', 'Pendalaman kasus', 'Penyajian hasil praktik']

/** Four meetings, a week apart where there is time. Those that are past are recorded; in a class that still runs one person misses each. */
async function meet(seeding: Seeding, cls: ClassDoc, seed: ClassSeed, people: readonly string[]): Promise<void> {
  const apart = Math.min(7, Math.floor((seed.endsOn - seed.startsOn - 2) / topics.length))
  for (const [week, title] of topics.entries()) {
    const day = seed.startsOn + 2 + week * apart
    const ctx = await seeding.as('widyaiswara.demo', at(seeding, day))
    const { meetings } = await createMeeting(ctx, String(cls._id), { title: `Pertemuan ${week + 1}: ${title}`, startsAt: ctx.now(), hours: 6 })
    if (day > 0) continue
    const missing = seed.endsOn < 0 ? -1 : (week * 5 + 3) % people.length
    const marks = people.map((person, place) => ({ person, present: place !== missing }))
    await recordAttendance(ctx, String(meetings.at(-1)!._id), marks)
  }
}
