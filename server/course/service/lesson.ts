import type { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { claimFile, releaseFile, type FileDoc } from '../../file/index.ts'
import type { LessonInput, LessonKind } from '../../graphql.ts'
import { httpsAddress, line, optional, read, richText, whole, z } from '../../lib/input.ts'
import { inTransaction } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { EnrolmentModel, LessonModel, type CourseDoc, type LessonDoc, type SectionDoc } from '../model.ts'
import { lessonPolicy } from '../policy.ts'

/** Lessons of one section. Default, ours: a subject of 20 JP in quarter hours stays far below. */
export const LESSONS_MAX = 100

const shape = z.object({
  title: line(200),
  kind: z.enum(['TEXT', 'VIDEO', 'AUDIO', 'PDF', 'LINK', 'FILE']),
  body: richText(200_000),
  url: optional(httpsAddress),
  file: optional(z.string()),
  minutes: whole(1, 600),
  required: z.boolean(),
})

/** What each kind is made of, besides its text: an address, a file of these types, or either. */
const needs: Record<LessonKind, { url?: true; file?: RegExp }> = {
  TEXT: {}, LINK: { url: true }, VIDEO: { url: true, file: /^video\// }, AUDIO: { url: true, file: /^audio\// },
  PDF: { file: /^application\/pdf$/ }, FILE: { file: /./ },
}

/** The lesson as it is to be stored. What its kind has no use for is dropped; what it needs and lacks is refused. */
async function contentOf(ctx: Context, input: LessonInput, before?: LessonDoc) {
  const given = read(shape, input)
  const need = needs[given.kind]
  const url = need.url ? given.url : null
  const file = need.file && given.file ? await fileOf(ctx, given.file, need.file, before) : null
  if (given.kind === 'TEXT' && given.body === '') throw new Refusal('REQUIRED', {}, 'input.body')
  if (need.file && !need.url && !file) throw new Refusal('LESSON_NEEDS_FILE', {}, 'input.file')
  if (need.url && !url && !file) throw new Refusal('LESSON_NEEDS_URL', {}, 'input.url')
  return { ...given, url: file ? null : url, file: file?._id ?? null }
}

/** A file the author has uploaded for this, or the one the lesson already has. */
async function fileOf(ctx: Context, id: string, type: RegExp, before?: LessonDoc): Promise<FileDoc> {
  const file = before?.file && String(before.file) === id ? await ctx.load.file.get(id) : await claimFile(ctx, id, { purpose: 'lesson', field: 'input.file' })
  if (!type.test(file.type)) throw new Refusal('FILE_TYPE_REFUSED', { type: file.type }, 'input.file')
  return file
}

async function sectionFor(ctx: Context, id: string): Promise<{ section: SectionDoc; course: CourseDoc }> {
  const section = await ctx.load.section.get(id)
  const course = await ctx.load.course.get(section.course)
  authorise(lessonPolicy, 'edit', ctx.viewer, course)
  return { section, course }
}

async function lessonFor(ctx: Context, id: string): Promise<{ lesson: LessonDoc; course: CourseDoc }> {
  const lesson = await ctx.load.lesson.get(id)
  const course = await ctx.load.course.get(lesson.course)
  authorise(lessonPolicy, 'edit', ctx.viewer, course)
  return { lesson, course }
}

/** Adds a lesson at the end of a section. */
export async function createLesson(ctx: Context, section: string, input: LessonInput): Promise<LessonDoc> {
  const { section: { _id, course } } = await sectionFor(ctx, section)
  const content = await contentOf(ctx, input)
  const [last] = await LessonModel.find({ section: _id }).sort({ order: -1 }).limit(1).select('order').lean<LessonDoc[]>()
  if ((await LessonModel.countDocuments({ section: _id })) >= LESSONS_MAX) throw new Refusal('OUT_OF_RANGE', { max: LESSONS_MAX })
  const lesson = await LessonModel.create({ ...content, section: _id, course, order: (last?.order ?? -1) + 1 })
  ctx.load.lessonsOfCourse.forget()
  await ctx.tell('course.edited', { course: String(course) })
  return ctx.load.lesson.fresh(lesson.toObject() as LessonDoc)
}

export async function updateLesson(ctx: Context, id: string, revision: number, input: LessonInput): Promise<LessonDoc> {
  const { lesson } = await lessonFor(ctx, id)
  const content = await contentOf(ctx, input, lesson)
  const saved = await saveIf<LessonDoc>(LessonModel, lesson._id, { revision }, content)
  await releaseUnused(ctx, lesson)
  ctx.load.lessonsOfCourse.forget()
  await ctx.tell('course.edited', { course: String(saved.course) })
  return ctx.load.lesson.fresh(saved)
}

/** Takes a lesson out. One that a learner completed stays: it is part of what they did, and may still be edited. */
export async function deleteLesson(ctx: Context, id: string): Promise<CourseDoc> {
  const { lesson, course } = await lessonFor(ctx, id)
  if (await EnrolmentModel.exists({ course: course._id, done: lesson._id })) throw new Refusal('LESSON_IN_USE')
  await LessonModel.deleteOne({ _id: lesson._id })
  await releaseUnused(ctx, lesson)
  ctx.load.lessonsOfCourse.forget()
  await ctx.tell('course.edited', { course: String(course._id) })
  return course
}

/** Gives the file of a lesson up when no lesson has it any more; those of a later version may still. */
async function releaseUnused(ctx: Context, { file: id }: LessonDoc): Promise<void> {
  const file = await ctx.load.file.find(id)
  if (file && !(await LessonModel.exists({ file: file._id }))) await releaseFile(ctx, file)
}

/** Puts a section's lessons in this order. Refuses with STALE unless these are the lessons it has. */
export async function orderLessons(ctx: Context, id: string, lessons: readonly string[]): Promise<CourseDoc> {
  const { section, course } = await sectionFor(ctx, id)
  await inTransaction(async session => {
    const stored = await LessonModel.find({ section: section._id }).select('_id').session(session).lean<{ _id: Types.ObjectId }[]>()
    const asked = new Set(lessons)
    if (asked.size !== lessons.length || asked.size !== stored.length || !stored.every(({ _id }) => asked.has(String(_id)))) throw new Refusal('STALE')
    for (const [order, lesson] of lessons.entries()) await LessonModel.updateOne({ _id: lesson }, { order }, { session })
  })
  ctx.load.lessonsOfCourse.forget()
  return course
}
