import { acceptDrift, watch, watchAll } from '../conformance/index.ts'
import { CourseModel, LessonModel, rulesOf, type CourseDoc, type LessonDoc } from '../course/index.ts'
import { updateLesson } from '../course/service/lesson.ts'
import { updateRules } from '../course/service/rules.ts'
import { addDays, startOf } from '../lib/days.ts'
import type { Seeding } from './seeding.ts'

/** A course whose lessons take longer than was approved, for both sides to judge; and one with rules of its own that both accepted. */
export async function seedConformance(seeding: Seeding): Promise<void> {
  const on = (key: string, days: number) => seeding.as(key, new Date(startOf(addDays(seeding.today, days)).getTime() + 36_000_000))
  const [longer, milder] = await Promise.all(['PLT-KIN-03', 'PLT-DIS-11'].map(code => CourseModel.findOne({ code }).lean<CourseDoc>()))
  if (longer) await lengthen(await on('dosen.polmed.demo', -6), longer)
  if (milder) {
    const rules = rulesOf(milder)
    const officer = await on('admin.demo', -30)
    const course = await updateRules(officer, String(milder._id), milder.revision ?? 0, { ...rules, attendance: 0.85 })
    for (const drift of await watch(officer, course)) {
      if (drift.kind !== 'RULES') continue
      await acceptDrift(await on('ttd.umsu.demo', -28), String(drift._id), drift.hash)
      await acceptDrift(await on('pimpinan.demo', -27), String(drift._id), drift.hash)
    }
  }
  await watchAll(seeding.services)
}

/** An instructor gives the longest lesson four hours more. */
async function lengthen(instructor: Awaited<ReturnType<Seeding['as']>>, { _id }: CourseDoc): Promise<void> {
  const lesson = await LessonModel.findOne({ course: _id, kind: 'TEXT', required: true }).sort({ minutes: -1, _id: 1 }).lean<LessonDoc>()
  if (!lesson) return
  const { title, body, minutes, revision } = lesson
  await updateLesson(instructor, String(lesson._id), revision, { title, kind: 'TEXT', body, minutes: Math.min(minutes + 240, 600), required: true })
}
