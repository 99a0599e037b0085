import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { CurriculumVersionModel, type Content } from '../../server/curriculum/index.ts'
import { tell } from '../../server/lib/events.ts'
import { PracticumModel, type PracticumDoc } from '../../server/practicum/index.ts'
import { makeMissingShells, makeShells } from '../../server/practicum/service/shells.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aCourse, anEnrolment, type TestCourse } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aRubric } from '../support/practicum.ts'
import { aScene } from './scene.ts'

const UPDATE = `mutation ($practicum: ID!, $revision: Int!, $input: PracticumInput!) { updatePracticum(practicum: $practicum, revision: $revision, input: $input) {
  id revision title instructions ready maxFiles acceptedTypes revisionsAllowed maxFileSize rubric { criteria { id title weight levels { id label points } } } viewerCan { see edit } } }`
const level = (label: string, points: number) => ({ label, description: '', points })
const criterion = (title: string, weight: number) => ({ title, weight, levels: [level('Kurang', 1), level('Baik', 2)] })
const input = (fields: object = {}) => ({
  title: 'Rencana aksi', instructions: '<p>Susun.</p><script>alert(1)</script>', rubric: [criterion('Isi', 70), criterion('Penyajian', 30)],
  maxFiles: 4, acceptedTypes: ['application/pdf', 'image/*'], revisionsAllowed: 1, ...fields,
})
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

describe('a practicum', () => {
  test('is written: sanitised, with ids given by the server, which stay', async () => {
    const { instructor, practicum } = await aScene(app, { rubric: { criteria: [] }, instructions: '' })
    const id = String(practicum._id)
    const { updatePracticum } = await instructor.ok(UPDATE, { practicum: id, revision: 0, input: input() })
    expect(updatePracticum).toMatchObject({ revision: 1, title: 'Rencana aksi', instructions: '<p>Susun.</p>', ready: true, maxFiles: 4, revisionsAllowed: 1, viewerCan: { see: true, edit: true } })
    const { criteria } = updatePracticum.rubric
    const all = criteria.flatMap((one: any) => [one.id, ...one.levels.map((each: any) => each.id)])
    expect(new Set(all).size).toBe(6)
    const again = criteria.map(({ levels, ...one }: any) => ({ ...one, levels: levels.map((each: any) => ({ ...each, description: 'Baru.' })) }))
    const next = await instructor.ok(UPDATE, { practicum: id, revision: 1, input: input({ rubric: again }) })
    expect(next.updatePracticum.rubric.criteria.map((one: any) => one.id)).toEqual(criteria.map((one: any) => one.id))
  })

  test('without a rubric, or instructions, is kept but not ready', async () => {
    const { instructor, practicum } = await aScene(app)
    const { updatePracticum } = await instructor.ok(UPDATE, { practicum: String(practicum._id), revision: 0, input: input({ rubric: [] }) })
    expect(updatePracticum.ready).toBe(false)
    expect((await instructor.ok(UPDATE, { practicum: String(practicum._id), revision: 1, input: input({ instructions: '<p> </p>' }) })).updatePracticum.ready).toBe(false)
  })

  test.each([
    ['weights of 90', { rubric: [criterion('Isi', 70), criterion('Penyajian', 20)] }, 'RUBRIC_WEIGHTS_NOT_100', 'input.rubric'],
    ['one level', { rubric: [{ ...criterion('Isi', 100), levels: [level('Baik', 1)] }] }, 'RUBRIC_TOO_FEW_LEVELS', 'input.rubric.0.levels'],
    ['levels that fall', { rubric: [{ ...criterion('Isi', 100), levels: [level('Baik', 2), level('Kurang', 1)] }] }, 'RUBRIC_LEVELS_NOT_RISING', 'input.rubric.0.levels'],
    ['half a percent', { rubric: [criterion('Isi', 99.5), criterion('Penyajian', 0.5)] }, 'INVALID', undefined],
    ['no title', { title: ' ' }, 'REQUIRED', 'input.title'],
    ['no files', { maxFiles: 0 }, 'OUT_OF_RANGE', 'input.maxFiles'],
    ['a type that is none', { acceptedTypes: ['*'] }, 'INVALID', 'input.acceptedTypes.0'],
    ['points below nothing', { rubric: [{ ...criterion('Isi', 100), levels: [level('Kurang', -1), level('Baik', 1)] }] }, 'OUT_OF_RANGE', 'input.rubric.0.levels.0.points'],
  ])('%s is refused', async (_, fields, code, field) => {
    const { instructor, practicum } = await aScene(app)
    const { refusal } = await instructor.send(UPDATE, { practicum: String(practicum._id), revision: 0, input: input(fields) })
    expect({ code: refusal?.code, field: refusal?.field }).toEqual({ code, field })
  })

  test('the same id twice is refused', async () => {
    const { instructor, practicum } = await aScene(app)
    const rubric = [{ ...criterion('Isi', 70), id: 'x' }, { ...criterion('Penyajian', 30), id: 'x' }]
    expect(await instructor.refused(UPDATE, { practicum: String(practicum._id), revision: 0, input: input({ rubric }) })).toBe('DUPLICATE_ID')
  })

  test('by two at once: the second is told', async () => {
    const { instructor, practicum } = await aScene(app)
    const save = (title: string) => instructor.send(UPDATE, { practicum: String(practicum._id), revision: 0, input: input({ title }) })
    expect((await Promise.all([save('A'), save('B')])).map(({ refusal }) => refusal?.code ?? 'saved').sort()).toEqual(['STALE', 'saved'])
  })

  test('is not for learners, auditors, other partners, and not for an editor who learns by it', async () => {
    const { made, cls, practicum, learner } = await aScene(app)
    const variables = { practicum: String(practicum._id), revision: 0, input: input() }
    expect(await learner.refused(UPDATE, variables)).toBe('FORBIDDEN')
    expect(await (await app.client(await aPerson({ roles: [['AUDITOR']] }))).refused(UPDATE, variables)).toBe('FORBIDDEN')
    expect(await (await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', new Types.ObjectId()]] }))).refused(UPDATE, variables)).toBe('NOT_FOUND')
    const author = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] })
    await (await app.client(author)).ok(UPDATE, variables)
    await anEnrolment(cls, author)
    expect(await (await app.client(author)).refused(UPDATE, { ...variables, revision: 1 })).toBe('FORBIDDEN')
  })
})

describe('practicums of a course', () => {
  const assessment = (id: string, fields: Partial<Content['assessments'][number]> = {}) =>
    ({ id, kind: 'PRACTICUM' as const, title: `Praktik ${id}`, subject: 's1', outcomes: [], instructions: '', weight: 50, blueprint: [], ...fields })
  async function compiled(assessments: Content['assessments'], { curriculum = new Types.ObjectId(), number = 1 } = {}): Promise<TestCourse> {
    const content = { title: 'Uji', kind: 3, mode: 'BLENDED' as const, outcomes: [], competencies: [], subjects: [], references: [], assessments }
    const version = await CurriculumVersionModel.create({
      curriculum, code: 'PLT-UJI-01', partner: new Types.ObjectId(), number, hash: 'x', content, approvals: [], publishedAt: new Date(), publishedBy: new Types.ObjectId(),
    })
    return aCourse({ curriculum, version: version._id, partner: version.partner })
  }
  const practicumsOf = ({ course }: TestCourse) => PracticumModel.find({ course: course._id }).sort({ _id: 1 }).lean<PracticumDoc[]>()

  test('are made of its practicum assessments when it is compiled, with our defaults', async () => {
    const made = await compiled([assessment('a', { subject: 's2', weight: 30, instructions: 'Satu & dua' }), assessment('q', { kind: 'QUIZ' }), assessment('b')])
    await tell(app.services.log, 'course.compiled', { course: String(made.course._id) })
    const [first, second, ...more] = await practicumsOf(made)
    expect(more).toEqual([])
    expect(first).toMatchObject({
      assessment: 'a', title: 'Praktik a', section: made.sections[1]!._id, partner: made.course.partner, weight: 30, maxFiles: 5, revisionsAllowed: 2,
      rubric: { criteria: [{ id: 'isi', weight: 100 }] }, skeleton: true, instructions: '<p>Satu &amp; dua</p>',
    })
    expect(second).toMatchObject({ assessment: 'b' })
  })
  test('are made once, however often and at once one is told, and by the sweep when the news was missed', async () => {
    const made = await compiled([assessment('a'), assessment('b')])
    await Promise.all(Array.from({ length: 5 }, () => makeShells(String(made.course._id))))
    await makeMissingShells()
    expect(await practicumsOf(made)).toHaveLength(2)
    const missed = await compiled([assessment('a')])
    await makeMissingShells()
    expect(await practicumsOf(missed)).toHaveLength(1)
  })
  test('of a new version keep instructions, rubric and settings of the same assessment', async () => {
    const curriculum = new Types.ObjectId()
    const old = await compiled([assessment('a'), assessment('b')], { curriculum })
    await makeShells(String(old.course._id))
    await PracticumModel.updateOne({ course: old.course._id, assessment: 'a' }, { instructions: '<p>Ditulis.</p>', rubric: aRubric(), maxFiles: 9, revisionsAllowed: 1, title: 'Diubah' })
    const next = await compiled([assessment('a', { title: 'Judul baru', weight: 60 }), assessment('c', { weight: 40 })], { curriculum, number: 2 })
    await makeShells(String(next.course._id))
    const [kept, fresh] = await practicumsOf(next)
    expect(kept).toMatchObject({ assessment: 'a', title: 'Diubah', weight: 60, instructions: '<p>Ditulis.</p>', maxFiles: 9, revisionsAllowed: 1, revision: 0, rubric: aRubric() })
    expect(fresh).toMatchObject({ assessment: 'c', rubric: { criteria: [{ weight: 100 }] }, maxFiles: 5, skeleton: true })
  })
})
