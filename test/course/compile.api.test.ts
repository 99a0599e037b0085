import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { compile, course, CourseModel, LessonModel, SectionModel } from '../../server/course/index.ts'
import { CurriculumVersionModel } from '../../server/curriculum/index.ts'
import { on, tell } from '../../server/lib/events.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aLesson } from '../support/course.ts'

let app: TestApp
const compiled: string[] = []
beforeAll(async () => {
  app = await startTestApp()
  on('course.compiled', async news => void compiled.push(news.course))
})
afterAll(() => app.stop())

const subject = (id: string, practice = 2) => ({ id, title: `Mata ${id}`, description: '', topics: ['t'], hours: { theory: 1, practice, field: 1 }, outcomes: ['o1'], activities: [] })

async function aVersion(curriculum: Types.ObjectId, number: number, subjects: object[]) {
  return CurriculumVersionModel.create({
    curriculum, code: 'PLT-UJI-77', partner: new Types.ObjectId(), number, hash: 'h', approvals: [], publishedAt: new Date(), publishedBy: new Types.ObjectId(),
    content: { title: `Versi ${number}`, kind: 3, mode: 'BLENDED', outcomes: [], competencies: [], subjects, assessments: [], references: [] },
  })
}

test('a published version becomes one course, a section for each subject, however often it is told', async () => {
  const version = await aVersion(new Types.ObjectId(), 1, [subject('s1'), subject('s2', 5)])
  const news = { version: String(version._id) }
  await Promise.all([1, 2, 3].map(() => tell(app.services.log, 'curriculum.published', news)))
  await compile(app.services, news.version)
  const courses = await CourseModel.find({ version: version._id }).lean()
  expect(courses).toMatchObject([{ code: 'PLT-UJI-77', title: 'Versi 1', partner: version.partner, hours: { theory: 2, practice: 7, field: 2 } }])
  const sections = await SectionModel.find({ course: courses[0]!._id }).sort({ order: 1 }).lean()
  expect(sections.map(section => section.subject!.id)).toEqual(['s1', 's2'])
  expect(compiled).toEqual([String(courses[0]!._id)])
})

test('the next version takes over the lessons of subjects that stay, as copies', async () => {
  const curriculum = new Types.ObjectId()
  const before = (await compile(app.services, String((await aVersion(curriculum, 1, [subject('s1'), subject('s2')]))._id)))!
  const sections = await SectionModel.find({ course: before._id }).sort({ order: 1 }).lean() as unknown as Parameters<typeof aLesson>[0][]
  const file = new Types.ObjectId()
  const kept = await aLesson(sections[0]!, { title: 'Tetap', kind: 'PDF', file, revision: 4 })
  await aLesson(sections[1]!, { title: 'Hilang' })
  const next = (await compile(app.services, String((await aVersion(curriculum, 2, [subject('s9'), subject('s1')]))._id)))!
  const lessons = await LessonModel.find({ course: next._id }).lean()
  const [, second] = await SectionModel.find({ course: next._id }).sort({ order: 1 }).lean()
  expect(lessons).toMatchObject([{ title: 'Tetap', file, revision: 0, section: second!._id }])
  expect(lessons[0]!._id).not.toEqual(kept._id)
  expect(await LessonModel.countDocuments({ course: before._id })).toBe(2)
})

test('the sweep makes what the news missed', async () => {
  const version = await aVersion(new Types.ObjectId(), 1, [subject('s1')])
  for (const sweep of course.sweeps!) await sweep.run(app.services)
  expect(await CourseModel.countDocuments({ version: version._id })).toBe(1)
})

test('a version that is none makes no course', async () => {
  expect(await compile(app.services, String(new Types.ObjectId()))).toBeNull()
  expect(await compile(app.services, 'nonsense')).toBeNull()
})
