import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { EnrolmentModel, LessonModel } from '../../server/course/index.ts'
import { FileModel } from '../../server/file/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, aLesson, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { upload } from '../support/upload.ts'

const FIELDS = 'id revision title kind body url minutes required file { name type url }'
const CREATE = `mutation ($section: ID!, $input: LessonInput!) { createLesson(section: $section, input: $input) { ${FIELDS} } }`
const UPDATE = `mutation ($lesson: ID!, $revision: Int!, $input: LessonInput!) { updateLesson(lesson: $lesson, revision: $revision, input: $input) { ${FIELDS} } }`
const DELETE = 'mutation ($lesson: ID!) { deleteLesson(lesson: $lesson) { sections { lessons { id } } } }'
const ORDER = 'mutation ($section: ID!, $lessons: [ID!]!) { orderLessons(section: $section, lessons: $lessons) { sections { lessons { id } } } }'
const LESSON = `query ($id: ID!) { lesson(id: $id) { ${FIELDS} viewerCan { see edit } } }`
const input = (fields: object = {}) => ({ title: 'Asas pelayanan', kind: 'TEXT', body: '<p>Isi</p>', minutes: 45, ...fields })

let app: TestApp
let made: TestCourse
let author: Client
let section: string
let learner: Client
let stranger: Client
let otherAuthor: Client

beforeAll(async () => {
  app = await startTestApp()
  made = await aCourse()
  section = String(made.sections[0]!._id)
  author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] }))
  const other = await aCourse()
  otherAuthor = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', other.course.partner]] }))
  const cls = await aClass(made)
  learner = await app.client((await aLearner(cls)).person)
  stranger = await app.client(await aPerson())
})
afterAll(() => app.stop())

describe('writing lessons', () => {
  test('rich text is cleaned on the server, whoever wrote it', async () => {
    const body = '<p onclick="x()">Halo <script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">a</a><strong>b</strong></p>'
    const { createLesson } = await author.ok(CREATE, { section, input: input({ body }) })
    expect(createLesson.body).not.toMatch(/script|onclick|onerror|<img/)
    expect(createLesson.body).toContain('<strong>b</strong>')
    expect(createLesson).toMatchObject({ revision: 0, required: true, url: null, file: null })
  })

  test.each([
    ['a title that is missing', { title: ' ' }, 'REQUIRED', 'input.title'],
    ['a title of a thousand letters', { title: 'x'.repeat(1000) }, 'TOO_LONG', 'input.title'],
    ['text without text', { body: '<script>alert(1)</script>' }, 'REQUIRED', 'input.body'],
    ['no time at all', { minutes: 0 }, 'OUT_OF_RANGE', 'input.minutes'],
    ['a link without an address', { kind: 'LINK' }, 'LESSON_NEEDS_URL', 'input.url'],
    ['a video without address or file', { kind: 'VIDEO' }, 'LESSON_NEEDS_URL', 'input.url'],
    ['an address that runs', { kind: 'LINK', url: 'javascript:alert(1)' }, 'URL_FORMAT', 'input.url'],
    ['an address without TLS', { kind: 'LINK', url: 'http://contoh.go.id' }, 'URL_FORMAT', 'input.url'],
    ['an address with a password', { kind: 'LINK', url: 'https://a:b@contoh.go.id' }, 'URL_FORMAT', 'input.url'],
    ['words for an address', { kind: 'VIDEO', url: 'lihat di situs' }, 'URL_FORMAT', 'input.url'],
    ['a PDF without a file', { kind: 'PDF' }, 'LESSON_NEEDS_FILE', 'input.file'],
    ['a file without a file', { kind: 'FILE' }, 'LESSON_NEEDS_FILE', 'input.file'],
  ])('%s is refused beside its field', async (_, fields, code, field) => {
    expect((await author.send(CREATE, { section, input: input(fields) })).refusal).toMatchObject({ code, field })
  })

  test('what the kind has no use for is dropped', async () => {
    const { createLesson } = await author.ok(CREATE, { section, input: input({ url: 'https://contoh.go.id/' }) })
    expect(createLesson.url).toBeNull()
  })

  test('learners may not, strangers and other partners do not even find it', async () => {
    expect(await learner.refused(CREATE, { section, input: input() })).toBe('FORBIDDEN')
    expect(await stranger.refused(CREATE, { section, input: input() })).toBe('NOT_FOUND')
    expect(await otherAuthor.refused(CREATE, { section, input: input() })).toBe('NOT_FOUND')
    expect(await (await app.client()).refused(CREATE, { section, input: input() })).toBe('UNAUTHENTICATED')
    expect(await author.refused(CREATE, { section: 'x', input: input() })).toBe('NOT_FOUND')
  })

  test('two who edit the same lesson do not overwrite each other', async () => {
    const { createLesson: { id, revision } } = await author.ok(CREATE, { section, input: input() })
    const { updateLesson } = await author.ok(UPDATE, { lesson: id, revision, input: input({ title: 'Baru' }) })
    expect(updateLesson).toMatchObject({ title: 'Baru', revision: 1 })
    expect(await author.refused(UPDATE, { lesson: id, revision, input: input({ title: 'Lain' }) })).toBe('STALE')
  })

  test('a lesson that somebody completed is edited, not deleted', async () => {
    const lesson = await aLesson(made.sections[0]!, { order: 90 })
    await aLearner(await aClass(made), { done: [lesson._id] })
    expect(await author.refused(DELETE, { lesson: String(lesson._id) })).toBe('LESSON_IN_USE')
    await author.ok(UPDATE, { lesson: String(lesson._id), revision: 0, input: input() })
    const unused = await aLesson(made.sections[0]!, { order: 91 })
    expect(await learner.refused(DELETE, { lesson: String(unused._id) })).toBe('FORBIDDEN')
    await author.ok(DELETE, { lesson: String(unused._id) })
    expect(await LessonModel.findById(unused._id).lean()).toBeNull()
    expect(await author.refused(DELETE, { lesson: String(unused._id) })).toBe('NOT_FOUND')
  })

  test('order is that of exactly the lessons there are', async () => {
    const fresh = await aCourse({ lessons: 3, partner: made.course.partner })
    const ids = fresh.lessons.slice(0, 3).map(({ _id }) => String(_id))
    const variables = { section: String(fresh.sections[0]!._id), lessons: [ids[2], ids[0], ids[1]] }
    const { orderLessons } = await author.ok(ORDER, variables)
    expect(orderLessons.sections[0].lessons.map((lesson: { id: string }) => lesson.id)).toEqual(variables.lessons)
    for (const lessons of [ids.slice(0, 2), [...ids, ids[0]], [ids[0], ids[1], String(fresh.lessons[4]!._id)]]) {
      expect(await author.refused(ORDER, { ...variables, lessons })).toBe('STALE')
    }
    expect(await learner.refused(ORDER, variables)).toBe('NOT_FOUND')
  })
})

describe('files of lessons', () => {
  const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

  test('an upload of one’s own becomes the lesson’s, for those who may see it', async () => {
    const file = await upload(author, 'bahan.pdf', pdf)
    const { createLesson } = await author.ok(CREATE, { section, input: input({ kind: 'PDF', file, body: '' }) })
    expect(createLesson.file).toMatchObject({ name: 'bahan.pdf', type: 'application/pdf', url: `/lessons/${createLesson.id}/file` })
    const { url } = createLesson.file
    expect((await learner.fetch(url)).status).toBe(200)
    expect((await learner.fetch(url, { headers: { range: 'bytes=0-3' } })).status).toBe(206)
    for (const who of [stranger, otherAuthor, await app.client()]) expect((await who.fetch(url)).status).toBe(404)
    // Saving again keeps the file, also by another editor.
    const officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
    await officer.ok(UPDATE, { lesson: createLesson.id, revision: 0, input: input({ kind: 'PDF', file, body: '' }) })
    expect(await FileModel.findById(file).lean()).toMatchObject({ purpose: 'lesson' })
    await officer.ok(UPDATE, { lesson: createLesson.id, revision: 1, input: input() })
    expect((await learner.fetch(url)).status).toBe(404)
    expect(await FileModel.findById(file).lean()).toMatchObject({ purpose: null })
  })

  test('another’s upload is not found, and the kind must fit', async () => {
    const file = await upload(author, 'bahan.pdf', pdf)
    const officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
    expect(await officer.refused(CREATE, { section, input: input({ kind: 'PDF', file }) })).toBe('NOT_FOUND')
    expect((await author.send(CREATE, { section, input: input({ kind: 'VIDEO', file }) })).refusal).toMatchObject({ code: 'FILE_TYPE_REFUSED', field: 'input.file' })
  })

  test('a lesson without a file has none to send', async () =>
    expect((await learner.fetch(`/lessons/${String(made.lessons[0]!._id)}/file`)).status).toBe(404))
})

describe('reading lessons', () => {
  test('the enrolled and the editors read; for others there is nothing', async () => {
    const id = String(made.lessons[0]!._id)
    expect((await learner.ok(LESSON, { id })).lesson).toMatchObject({ body: '<p>Isi.</p>', viewerCan: { see: true, edit: false } })
    expect((await author.ok(LESSON, { id })).lesson.viewerCan.edit).toBe(true)
    for (const who of [stranger, otherAuthor, await app.client()]) expect((await who.ok(LESSON, { id })).lesson).toBeNull()
    expect((await learner.ok(LESSON, { id: 'nonsense' })).lesson).toBeNull()
  })

  test('who waits or has left does not read', async () => {
    const cls = await aClass(made)
    for (const state of ['WAITING', 'WITHDRAWN'] as const) {
      const { person } = await aLearner(cls, { state })
      expect((await (await app.client(person)).ok(LESSON, { id: String(made.lessons[0]!._id) })).lesson).toBeNull()
    }
  })

  test('who teaches a class of the course edits its lessons', async () => {
    const teacher = await app.client(await anInstructor(await aClass(made)))
    expect((await teacher.ok(LESSON, { id: String(made.lessons[0]!._id) })).lesson.viewerCan).toEqual({ see: true, edit: true })
  })

  test('whoever may enrol sees what the class is about, and no lesson of it', async () => {
    const cls = await aClass(made)
    const { class: seen } = await stranger.ok('query ($id: ID!) { class(id: $id) { course { title hours { total } sections { subject { title } lessons { id } } } } }', { id: String(cls._id) })
    expect(seen.course.sections[0].subject.title).toBe('Mata pelatihan s1')
    expect(seen.course.sections.flatMap((one: { lessons: unknown[] }) => one.lessons)).toEqual([])
    expect(await EnrolmentModel.countDocuments({ class: cls._id })).toBe(0)
  })
})
