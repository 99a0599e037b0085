import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { CourseModel, LessonModel, SectionModel, compile, type CourseDoc, type LessonDoc, type SectionDoc } from '../../server/course/index.ts'
import { DriftModel, watchAll } from '../../server/conformance/index.ts'
import { CurriculumVersionModel, type Content, type CurriculumVersionDoc } from '../../server/curriculum/index.ts'
import { NoticeModel } from '../../server/notice/index.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { PracticumModel } from '../../server/practicum/index.ts'
import { QuizModel } from '../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aLearner, anInstructor } from '../support/course.ts'
import { aContent } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'

let app: TestApp
let partner: PartnerDoc
let other: PartnerDoc
const people: Record<string, PersonDoc> = {}
const external = { employment: 'EXTERNAL', nip: null, grade: null } as const
const as = (who: string): Promise<Client> => app.client(people[who])

beforeAll(async () => {
  app = await startTestApp()
  ;[partner, other] = [await aPartner(), await aPartner()]
  people.officer = await aPerson({ roles: [['CURRICULUM_OFFICER']] })
  people.agency = await aPerson({ roles: [['AGENCY_SIGNATORY']] })
  people.signatory = await aPerson({ roles: [['PARTNER_SIGNATORY', 'PARTNER', partner._id]], ...external })
  people.author = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner._id]], ...external })
  people.stranger = await aPerson({ roles: [['PARTNER_SIGNATORY', 'PARTNER', other._id]], ...external })
  people.auditor = await aPerson({ roles: [['AUDITOR']] })
}, 60_000)
afterAll(() => app.stop())

const activity = (id: string, minutes: number) => ({ id, title: `Kegiatan ${id}`, form: 'THEORY' as const, stage: 'CORE' as const, minutes, facilitator: '', participants: 'Berlatih.', method: 'Diskusi', media: '', outcomes: ['o1'] })
const withActivities = (first: Content['subjects'][number]['activities']): Content['subjects'] => {
  const [a, b] = aContent().subjects
  return [{ ...a!, activities: first }, { ...b!, activities: [] }]
}

async function aVersion(fields: Partial<Content>, { curriculum = new Types.ObjectId(), number = 1 } = {}): Promise<CurriculumVersionDoc> {
  const version = await CurriculumVersionModel.create({
    curriculum, code: 'UJI-SES-01', partner: partner._id, number, hash: `h${number}`, content: aContent(fields), approvals: [], publishedAt: new Date(), publishedBy: new Types.ObjectId(),
  })
  return version.toObject() as CurriculumVersionDoc
}
const compiled = async (version: CurriculumVersionDoc) => (await compile(app.services, String(version._id)))!
const lessonsOf = (course: CourseDoc) => LessonModel.find({ course: course._id }).sort({ section: 1, order: 1 }).lean<LessonDoc[]>()
const input = ({ title, body, minutes, required }: LessonDoc, fields: object = {}) => ({ title, kind: 'TEXT', body: body || '<p>x</p>', minutes, required, ...fields })
const UPDATE = 'mutation ($lesson: ID!, $revision: Int!, $input: LessonInput!) { updateLesson(lesson: $lesson, revision: $revision, input: $input) { id skeleton } }'
const DRIFTS = 'query ($id: ID!) { course(id: $id) { drifts { id kind element size state hash acceptances { side } viewerCan { accept } } recompileTo } }'
const PLAN = 'query ($course: ID!) { recompilePlan(course: $course) { from to hash rows { part move element label from to } target { id } viewerCan { recompile } } }'
const RECOMPILE = 'mutation ($course: ID!, $planHash: String!) { recompile(course: $course, planHash: $planHash) { id } }'
const ACCEPT = 'mutation ($drift: ID!, $hash: String!) { acceptDrift(drift: $drift, hash: $hash) { state acceptances { side } } }'

describe('compiling', () => {
  test('makes a lesson of each activity, the blueprint of each quiz, and a rubric nobody has confirmed', async () => {
    const [quiz, practicum] = aContent().assessments
    const blueprint = [{ id: 'b1', outcome: 'o1', level: 'C2' as const, items: 3 }]
    const course = await compiled(await aVersion({ subjects: withActivities([activity('k1', 60), activity('k2', 120)]), assessments: [{ ...quiz!, blueprint }, practicum!] }))
    expect(await lessonsOf(course)).toMatchObject([
      { title: 'Kegiatan k1', minutes: 60, activity: 'k1', required: false, body: '<p>Peserta: Berlatih.</p><p>Metode: Diskusi</p>' }, { activity: 'k2', minutes: 120 }])
    expect(await QuizModel.findOne({ course: course._id }).lean()).toMatchObject({ blueprint })
    expect(await PracticumModel.findOne({ course: course._id }).lean()).toMatchObject({ skeleton: true, rubric: { criteria: [{ id: 'o2', weight: 100, levels: [{ points: 1 }, { points: 2 }, { points: 3 }, { points: 4 }] }] } })
    const { course: seen } = await (await as('officer')).ok(DRIFTS, { id: course._id })
    expect(seen).toEqual({ drifts: [], recompileTo: null })
  })
})

describe('a drift', () => {
  let course: CourseDoc
  let lesson: LessonDoc
  beforeAll(async () => {
    course = await compiled(await aVersion({ subjects: withActivities([activity('k1', 180)]) }))
    ;[lesson] = (await lessonsOf(course)) as [LessonDoc]
  })
  const drifts = async (who: string) => (await (await as(who)).ok(DRIFTS, { id: course._id })).course?.drifts
  const change = async (minutes: number) => {
    const { revision } = (await LessonModel.findById(lesson._id).lean<LessonDoc>())!
    return (await as('author')).ok(UPDATE, { lesson: lesson._id, revision, input: input(lesson, { minutes }) })
  }

  test('is opened by an edit, and both sides are told once', async () => {
    await change(400)
    await change(401)
    const stored = await DriftModel.find({ course: course._id, state: 'OPEN' }).lean()
    expect(stored).toMatchObject([{ kind: 'HOURS', element: 's1', facts: { approved: 180, actual: 401 } }])
    for (const who of ['officer', 'agency', 'signatory', 'author']) expect(await NoticeModel.countDocuments({ person: people[who]!._id, kind: 'DRIFT_FOUND', link: new RegExp(String(course._id)) })).toBe(1)
    expect(await NoticeModel.countDocuments({ person: people.stranger!._id })).toBe(0)
  })
  test('is seen by both sides and who teaches, and by nobody else', async () => {
    const cls = await aClass({ course }, { from: 5, to: 30 })
    people.teacher = await anInstructor(cls)
    const [learner, elsewhere] = [(await aLearner(cls)).person, await anInstructor()]
    for (const who of ['officer', 'auditor', 'signatory', 'author', 'teacher']) expect(await drifts(who)).toHaveLength(1)
    people.learner = learner
    people.elsewhere = elsewhere
    expect(await drifts('learner')).toBeNull()
    expect(await drifts('stranger')).toBeUndefined()
    const list = async (who: string) => (await (await as(who)).ok('{ drifts(state: OPEN) { nodes { course { id } } } }')).drifts.nodes.map((one: { course: { id: string } }) => one.course.id)
    expect(await list('author')).toContain(String(course._id))
    expect(await list('stranger')).toEqual([])
    expect(await list('learner')).toEqual([])
    const { id } = (await drifts('officer'))[0]
    expect((await (await as('stranger')).ok('query ($id: ID!) { drift(id: $id) { id } }', { id })).drift).toBeNull()
  })
  test('is accepted by the signatories of both sides, each once, and only as it is', async () => {
    const [{ id, hash }] = await drifts('officer')
    expect((await (await as('officer')).send(ACCEPT, { drift: id, hash })).refusal).toMatchObject({ code: 'FORBIDDEN' })
    expect((await (await as('stranger')).send(ACCEPT, { drift: id, hash })).refusal).toMatchObject({ code: 'NOT_FOUND' })
    expect((await (await as('agency')).send(ACCEPT, { drift: id, hash: 'other' })).refusal).toMatchObject({ code: 'STALE' })
    expect((await (await as('agency')).ok(ACCEPT, { drift: id, hash })).acceptDrift).toEqual({ state: 'OPEN', acceptances: [{ side: 'AGENCY' }] })
    expect((await (await as('agency')).ok(ACCEPT, { drift: id, hash })).acceptDrift.acceptances).toHaveLength(1)
    expect((await (await as('signatory')).ok(ACCEPT, { drift: id, hash })).acceptDrift.state).toBe('ACCEPTED')
  })
  test('that grows is another one, for which nobody has said anything', async () => {
    await change(500)
    expect(await drifts('officer')).toMatchObject([{ state: 'OPEN', acceptances: [] }])
    expect(await DriftModel.countDocuments({ course: course._id, state: 'CLOSED' })).toBe(3 - 1)
  })
  test('closes by itself when the course is as approved again; one that comes back needs both again', async () => {
    await change(180)
    expect(await drifts('officer')).toEqual([])
    await change(401)
    expect(await drifts('officer')).toMatchObject([{ state: 'OPEN', acceptances: [] }])
    const [{ id, hash }] = await drifts('officer')
    await LessonModel.updateOne({ _id: lesson._id }, { minutes: 180 })
    expect((await (await as('agency')).send(ACCEPT, { drift: id, hash })).refusal).toMatchObject({ code: 'WRONG_STATE' })
  })
  test('that no edit told of is found by the sweep; two at once find one', async () => {
    await LessonModel.updateOne({ _id: lesson._id }, { minutes: 333 })
    await Promise.all([watchAll(app.services), watchAll(app.services)])
    expect(await DriftModel.find({ course: course._id, state: 'OPEN' }).lean()).toMatchObject([{ facts: { actual: 333 } }])
  })
  test('by both signatories at the same moment is accepted', async () => {
    const [{ id, hash }] = await drifts('officer')
    await Promise.all(['agency', 'signatory'].map(async who => (await as(who)).ok(ACCEPT, { drift: id, hash })))
    expect((await DriftModel.findById(id).lean())!.state).toBe('ACCEPTED')
  })
})

describe('the rules of completion', () => {
  const RULES = 'mutation ($course: ID!, $revision: Int!, $input: CompletionRulesInput!) { updateCompletionRules(course: $course, revision: $revision, input: $input) { revision rules { attendance finalMark standard weights { practice } } drifts { kind size } } }'
  const given = { attendance: 0.8, progress: 1, quizzes: 1, practicums: 1, finalMark: 70.01, weights: { attendance: 0.2, knowledge: 0.3, practice: 0.5 } }
  test('are the standard ones until an officer sets them, and other ones are a drift', async () => {
    const course = await compiled(await aVersion({}))
    const officer = await as('officer')
    const { updateCompletionRules } = await officer.ok(RULES, { course: course._id, revision: 0, input: given })
    expect(updateCompletionRules).toMatchObject({ revision: 1, rules: { attendance: 0.8, standard: false }, drifts: [{ kind: 'RULES', size: expect.closeTo(0.1) }] })
    expect((await officer.send(RULES, { course: course._id, revision: 0, input: { ...given, attendance: 0.5 } })).refusal).toMatchObject({ code: 'STALE' })
    expect((await officer.send(RULES, { course: course._id, revision: 1, input: { ...given, weights: { ...given.weights, practice: 0.4 } } })).refusal).toMatchObject({ code: 'MARK_WEIGHTS_NOT_ONE' })
    expect((await officer.send(RULES, { course: course._id, revision: 1, input: { ...given, attendance: 1.2 } })).refusal).toMatchObject({ code: 'OUT_OF_RANGE' })
    expect((await (await as('author')).send(RULES, { course: course._id, revision: 1, input: given })).refusal).toMatchObject({ code: 'FORBIDDEN' })
    const back = await officer.ok(RULES, { course: course._id, revision: 1, input: { ...given, attendance: 0.9 } })
    expect(back.updateCompletionRules).toMatchObject({ rules: { standard: true }, drifts: [] })
  })
})

describe('recompiling', () => {
  test('waits for an officer who saw the plan, keeps what instructors changed, and leaves the earlier course alone', async () => {
    const curriculum = new Types.ObjectId()
    const course = await compiled(await aVersion({ subjects: withActivities([activity('k1', 60), activity('k2', 60), activity('k3', 60)]) }, { curriculum }))
    const [first, second] = (await lessonsOf(course)) as [LessonDoc, LessonDoc]
    const author = await as('author')
    await author.ok(UPDATE, { lesson: first._id, revision: 0, input: input(first, { title: 'Karya pengajar', required: true }) })
    await author.ok('mutation ($id: ID!) { deleteLesson(lesson: $id) { id } }', { id: second._id })
    const before = await lessonsOf(course)
    const [a, b] = withActivities([activity('k1', 90), activity('k2', 60), activity('k4', 60)])
    const next = await aVersion({ title: 'Judul baru', subjects: [a!, b!] }, { curriculum, number: 2 })
    const { tell } = await import('../../server/lib/events.ts')
    await tell(app.services.log, 'curriculum.published', { version: String(next._id) })
    expect(await CourseModel.countDocuments({ version: next._id })).toBe(0)
    expect(await NoticeModel.countDocuments({ person: people.officer!._id, kind: 'RECOMPILE_DUE', link: `/pelatihan/${String(course._id)}/susun-ulang` })).toBe(1)
    expect((await author.ok(DRIFTS, { id: course._id })).course.recompileTo).toBe(2)

    const { recompilePlan: plan } = await author.ok(PLAN, { course: course._id })
    expect(plan).toMatchObject({ from: 1, to: 2, target: null, viewerCan: { recompile: false } })
    expect(plan.rows.map((row: { part: string; move: string; element: string }) => `${row.part} ${row.move} ${row.element}`)).toEqual(
      ['COURSE RENAME title', 'LESSON REMOVE k3', 'LESSON KEEP k1', 'LESSON ADD k4'])
    expect((await author.send(RECOMPILE, { course: course._id, planHash: plan.hash })).refusal).toMatchObject({ code: 'FORBIDDEN' })
    const officer = await as('officer')
    expect((await officer.send(RECOMPILE, { course: course._id, planHash: 'another' })).refusal).toMatchObject({ code: 'STALE' })
    const [made, again] = await Promise.all([1, 2].map(() => officer.ok(RECOMPILE, { course: course._id, planHash: plan.hash })))
    expect(made!.recompile.id).toBe(again!.recompile.id)
    const fresh = (await CourseModel.findById(made!.recompile.id).lean<CourseDoc>())!
    expect((await lessonsOf(fresh)).map(({ title, activity: of }) => [title, of])).toEqual([['Karya pengajar', 'k1'], ['Kegiatan k4', 'k4']])
    expect(await lessonsOf(course)).toEqual(before)
    expect((await officer.ok(PLAN, { course: course._id })).recompilePlan).toMatchObject({ rows: [], target: { id: made!.recompile.id } })
    expect((await SectionModel.find({ course: fresh._id }).lean<SectionDoc[]>())).toHaveLength(2)
    expect(await QuizModel.countDocuments({ course: fresh._id })).toBe(1)
  })
  test('has no plan for another partner', async () => {
    const course = await compiled(await aVersion({}))
    expect((await (await as('stranger')).ok(PLAN, { course: course._id })).recompilePlan).toBeNull()
    expect((await (await as('stranger')).send(RECOMPILE, { course: course._id, planHash: 'x' })).refusal).toMatchObject({ code: 'NOT_FOUND' })
  })
})
