import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import type { ClassDoc, EnrolmentDoc } from '../../server/course/index.ts'
import { AnsweredModel, ReactionModel, reactionItems } from '../../server/evaluation/index.ts'
import { CurriculumModel, CurriculumVersionModel } from '../../server/curriculum/index.ts'
import { tell } from '../../server/lib/events.ts'
import { addDays, dayOf } from '../../server/lib/days.ts'
import { NoticeModel } from '../../server/notice/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { AttemptModel } from '../../server/quiz/index.ts'
import { SubmissionModel } from '../../server/practicum/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aCertificate } from '../support/certificate.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aContent, aCurriculum } from '../support/curriculum.ts'
import { aVersionFor } from '../support/evaluation.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson, aUnit } from '../support/people.ts'
import { aPracticum, aSubmission } from '../support/practicum.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'

let app: TestApp
let made: TestCourse
let cls: ClassDoc
let learners: { person: PersonDoc; enrolment: EnrolmentDoc }[]
const people: Record<string, PersonDoc> = {}
const external = { employment: 'EXTERNAL', nip: null, grade: null } as const
const as = (who: string): Promise<Client> => app.client(people[who])

beforeAll(async () => {
  app = await startTestApp()
  const [partner, other, unit] = [await aPartner(), await aPartner(), await aUnit()]
  const curriculum = await aCurriculum(partner, { state: 'PUBLISHED', versionCount: 1 })
  made = await aCourse({ partner: partner._id, curriculum: curriculum._id })
  await aVersionFor(made.course)
  cls = await aClass(made, { from: -30, to: -5 })
  learners = await Promise.all(Array.from({ length: 6 }, () => aLearner(cls)))
  people.officer = await aPerson({ roles: [['CURRICULUM_OFFICER']] })
  people.auditor = await aPerson({ roles: [['AUDITOR']] })
  people.author = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner._id]], ...external })
  people.stranger = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', other._id]], ...external })
  people.teacher = await anInstructor(cls)
  people.elsewhere = await anInstructor(await aClass(await aCourse()))
  people.head = await aPerson({ roles: [['UNIT_HEAD', 'UNIT', unit._id]] })
  people.learner = learners[0]!.person
  people.classmate = learners[1]!.person

  const quiz = await aQuiz(made, { assessment: 'a1', questions: [aQuestion('TRUE_FALSE', { id: 'q1', outcome: 'o1', level: 'C2' }), aQuestion('TRUE_FALSE', { id: 'q2', outcome: 'o1', level: 'C2' }), aQuestion('TRUE_FALSE', { id: 'q3' })] })
  const practicum = await aPracticum(made, { assessment: 'a2' })
  for (const [at, { person, enrolment }] of learners.entries()) {
    // The first four know both; all know the third.
    const marks = [at < 4 ? 1 : 0, at < 3 ? 1 : 0, 1]
    const asked = ['q1', 'q2', 'q3'].map((id, n) => ({ id, kind: 'TRUE_FALSE', text: id, points: 1, choices: [], mark: marks[n] }))
    const mark = marks.reduce((sum, one) => sum + one, 0) / 3
    await AttemptModel.create({ quiz: quiz._id, enrolment: enrolment._id, person: person._id, class: cls._id, course: made.course._id, number: 1, state: 'FINISHED', startedAt: new Date(), finishedAt: new Date(), passMark: 0.7, mark, passed: mark >= 0.7, questions: asked, keys: [] })
    const submittedAt = new Date('2026-01-01T00:00:00Z')
    const graded = { at: new Date(submittedAt.getTime() + (at + 1) * 3_600_000), by: new Types.ObjectId(), mark: 0.8, comment: '', criteria: [] }
    await aSubmission(practicum, enrolment, { state: 'GRADED', submittedAt, mark: at < 5 ? 0.8 : 0.5, gradings: [graded] as never })
  }
  const unitOf = { partner: partner._id, unit: unit._id }
  for (const { enrolment } of learners.slice(0, 5)) await aCertificate(enrolment, unitOf)
}, 60_000)
afterAll(() => app.stop())

const TRACE = 'query ($certificate: ID, $token: String) { trace(certificate: $certificate, token: $token) { version certificate { id number } nodes { id layer label mark link hash by } edges { from to } } }'
const certificateOf = async (at: number) => {
  const { certificates } = await (await as('officer')).ok('query ($class: ID) { certificates(class: $class, first: 50) { nodes { id verifyUrl enrolment { id } } } }', { class: cls._id })
  return certificates.nodes.find((one: { enrolment: { id: string } }) => one.enrolment.id === String(learners[at]!.enrolment._id)) as { id: string; verifyUrl: string }
}

describe('a trace', () => {
  test('leads from a certificate to evidence, outcome, version and approvals', async () => {
    const { id } = await certificateOf(0)
    const { trace } = await (await as('learner')).ok(TRACE, { certificate: id })
    expect(trace).toMatchObject({ version: 1, certificate: { id } })
    expect(trace.nodes.filter((node: { layer: string }) => node.layer === 'EVIDENCE')).toMatchObject([{ id: 'evidence:a1', mark: 1, link: expect.stringMatching(/^\/kuis\//) }, { id: 'evidence:a2', mark: 0.8 }])
  })
  test('is found by the token too, by whom it concerns', async () => {
    const token = (await certificateOf(0)).verifyUrl.split('/').at(-1)
    expect((await (await as('learner')).ok(TRACE, { token })).trace.version).toBe(1)
    expect((await (await as('classmate')).ok(TRACE, { token })).trace).toBeNull()
    expect((await (await as('learner')).ok(TRACE, { token: 'x' })).trace).toBeNull()
    expect((await (await as('learner')).ok(TRACE, {})).trace).toBeNull()
  })
  test('of another is not found by a classmate, another partner, another instructor or the head of a unit', async () => {
    const { id } = await certificateOf(0)
    for (const who of ['classmate', 'stranger', 'elsewhere', 'head']) expect([who, (await (await as(who)).ok(TRACE, { certificate: id })).trace]).toEqual([who, null])
    expect((await (await app.client()).send(TRACE, { certificate: id })).refusal).toMatchObject({ code: 'UNAUTHENTICATED' })
    for (const who of ['teacher', 'officer', 'auditor']) expect((await (await as(who)).ok(TRACE, { certificate: id })).trace.nodes.some((node: { mark: number | null }) => node.mark !== null)).toBe(true)
  })
  test('shows the partner the chain, but no marks and no work of persons', async () => {
    const { trace } = await (await as('author')).ok(TRACE, { certificate: (await certificateOf(0)).id })
    expect(trace.nodes.filter((node: { mark: number | null; link: string | null; layer: string }) => node.layer === 'EVIDENCE' && (node.mark !== null || node.link !== null))).toEqual([])
  })
  test('of a curriculum is for who sees the curriculum', async () => {
    const query = 'query ($curriculum: ID!) { curriculumTrace(curriculum: $curriculum) { version nodes { layer } } }'
    expect((await (await as('author')).ok(query, { curriculum: made.course.curriculum })).curriculumTrace).toMatchObject({ version: 1 })
    for (const who of ['stranger', 'learner', 'teacher']) expect((await (await as(who)).ok(query, { curriculum: made.course.curriculum })).curriculumTrace).toBeNull()
  })
})

const GIVE = 'mutation ($enrolment: ID!, $input: CourseReactionInput!) { giveReaction(enrolment: $enrolment, input: $input) { reaction { given open } } }'
const reaction = (score = 4, text = '') => ({ scores: reactionItems.map(item => ({ item, score })), text })

describe('a reaction', () => {
  test('is kept once, without a name or an hour', async () => {
    const { enrolment } = learners[0]!
    const learner = await as('learner')
    const [first] = await Promise.all([learner.ok(GIVE, { enrolment: enrolment._id, input: reaction(4, 'Baik.') }), learner.ok(GIVE, { enrolment: enrolment._id, input: reaction(1) })])
    expect(first!.giveReaction.reaction).toEqual({ given: true, open: false })
    const stored = await ReactionModel.find({ class: cls._id }).lean<Record<string, unknown>[]>()
    expect(stored).toHaveLength(1)
    expect(Object.keys(stored[0]!).sort()).toEqual(['_id', 'class', 'course', 'on', 'scores', 'text', 'version'])
    expect(await AnsweredModel.countDocuments({ enrolment: enrolment._id })).toBe(1)
    expect(JSON.stringify(stored)).not.toContain(String(enrolment._id))
  })
  test('for another, with an item missing or out of range, or before the course is over, is refused', async () => {
    const learner = await as('learner')
    expect((await learner.send(GIVE, { enrolment: learners[1]!.enrolment._id, input: reaction() })).refusal).toMatchObject({ code: 'NOT_FOUND' })
    expect((await (await as('officer')).send(GIVE, { enrolment: learners[1]!.enrolment._id, input: reaction() })).refusal).toMatchObject({ code: 'FORBIDDEN' })
    const classmate = await as('classmate')
    const enrolment = learners[1]!.enrolment._id
    expect((await classmate.send(GIVE, { enrolment, input: { scores: [] } })).refusal).toMatchObject({ code: 'TOO_SHORT' })
    expect((await classmate.send(GIVE, { enrolment, input: reaction(6) })).refusal).toMatchObject({ code: 'OUT_OF_RANGE' })
    expect((await classmate.send(GIVE, { enrolment, input: { scores: reactionItems.map(() => ({ item: 'MATERIAL', score: 3 })) } })).refusal).toMatchObject({ code: 'NOT_UNIQUE' })
    const running = await aLearner(await aClass(made))
    expect((await (await app.client(running.person)).send(GIVE, { enrolment: running.enrolment._id, input: reaction() })).refusal).toMatchObject({ code: 'COURSE_NOT_OVER' })
  })
})

const CARD = 'id revision state publishableOn figures { classes completion { enrolled completed rate } turnaround { graded medianHours p90Hours } outcomes { outcome learners share } items { question n facility discrimination acceptable } acceptableShare reactions { n means { item mean } texts } } comments { text } improvements { id revision title state doneIn } viewerCan { share publish comment improve }'
const DRAFT = `mutation ($version: ID!) { draftScorecard(version: $version) { ${CARD} } }`
const MOVE = `mutation ($id: ID!, $revision: Int!, $move: ScorecardMove!) { moveScorecard(scorecard: $id, revision: $revision, move: $move) { ${CARD} } }`
const SAY = `mutation ($id: ID!, $text: String!) { commentScorecard(scorecard: $id, text: $text) { ${CARD} } }`
const READ = `query ($id: ID!) { scorecard(id: $id) { ${CARD} } }`

describe('a scorecard', () => {
  let id: string
  let revision: number
  test('says what the classes that are over came to, and hides what fewer than five said', async () => {
    const { draftScorecard: card } = await (await as('officer')).ok(DRAFT, { version: made.course.version })
    ;({ id, revision } = card)
    expect(card.figures).toMatchObject({
      classes: 1, completion: { enrolled: 6, completed: 5, rate: 5 / 6 }, turnaround: { graded: 6, medianHours: 3, p90Hours: 6 }, reactions: null,
    })
    // o1: of q1, q2 and of q3, which says no outcome and so counts for all its quiz assesses; 3 of 6 reach 70 %. o2: by the practicum.
    expect(card.figures.outcomes).toEqual([{ outcome: 'o1', learners: 6, share: 0.5 }, { outcome: 'o2', learners: 6, share: expect.closeTo(5 / 6) }])
    expect(card.figures.items).toMatchObject([{ question: 'q1', n: 6, facility: expect.closeTo(4 / 6), acceptable: true }, { question: 'q2', facility: 0.5, acceptable: true }, { question: 'q3', facility: 1, discrimination: null, acceptable: false }])
    expect(card.figures.acceptableShare).toBeCloseTo(2 / 3)
  })
  test('shows reactions from five on, in no order that tells who', async () => {
    for (const { person, enrolment } of learners.slice(1, 5)) await (await app.client(person)).ok(GIVE, { enrolment: enrolment._id, input: reaction(5, `Teks ${String(person.name).at(-1)}`) })
    const { draftScorecard: card } = await (await as('officer')).ok(DRAFT, { version: made.course.version })
    revision = card.revision
    expect(card.figures.reactions).toMatchObject({ n: 5, means: expect.arrayContaining([{ item: 'MATERIAL', mean: expect.any(Number) }]) })
    expect(card.figures.reactions.texts).toEqual([...card.figures.reactions.texts].sort())
  })
  test('as a draft is the agency’s alone', async () => {
    for (const who of ['author', 'stranger', 'teacher', 'learner']) expect([who, (await (await as(who)).ok(READ, { id })).scorecard]).toEqual([who, null])
    expect((await (await as('auditor')).ok(READ, { id })).scorecard.id).toBe(id)
    expect((await (await as('author')).send(SAY, { id, text: 'x' })).refusal).toMatchObject({ code: 'NOT_FOUND' })
    expect((await (await as('author')).send(DRAFT, { version: made.course.version })).refusal).toMatchObject({ code: 'FORBIDDEN' })
    expect((await (await as('stranger')).send(DRAFT, { version: made.course.version })).refusal).toMatchObject({ code: 'NOT_FOUND' })
  })
  test('is shared with its partner, who comments; it is not published before they did or had two weeks', async () => {
    const officer = await as('officer')
    expect((await officer.send(MOVE, { id, revision, move: 'publish' })).refusal).toMatchObject({ code: 'WRONG_STATE' })
    ;({ revision } = (await officer.ok(MOVE, { id, revision, move: 'share' })).moveScorecard)
    expect(await NoticeModel.countDocuments({ person: people.author!._id, kind: 'SCORECARD_SHARED' })).toBe(1)
    expect((await officer.send(MOVE, { id, revision, move: 'publish' })).refusal).toMatchObject({ code: 'COMMENT_PERIOD' })
    expect((await (await as('author')).ok(READ, { id })).scorecard).toMatchObject({ viewerCan: { comment: true, share: false, publish: false } })
    expect((await (await as('stranger')).send(SAY, { id, text: 'x' })).refusal).toMatchObject({ code: 'NOT_FOUND' })
    expect((await officer.send(SAY, { id, text: 'x' })).refusal).toMatchObject({ code: 'FORBIDDEN' })
    const author = await as('author')
    await author.ok(SAY, { id, text: 'Setuju.' })
    const { commentScorecard: said } = await author.ok(SAY, { id, text: 'Setuju.' })
    expect(said.comments).toEqual([{ text: 'Setuju.' }])
    revision = said.revision
  })
  test('keeps its figures from when it was shared', async () => {
    const before = (await (await as('officer')).ok(READ, { id })).scorecard.figures
    await SubmissionModel.updateMany({ class: cls._id }, { mark: 0 })
    expect((await (await as('officer')).ok(DRAFT, { version: made.course.version })).draftScorecard.figures).toEqual(before)
  })
  test('is published, once, and then read by who teaches the course', async () => {
    const officer = await as('officer')
    expect((await (await as('teacher')).ok(READ, { id })).scorecard).toBeNull()
    expect((await officer.send(MOVE, { id, revision: revision - 1, move: 'publish' })).refusal).toMatchObject({ code: 'STALE' })
    ;({ revision } = (await officer.ok(MOVE, { id, revision, move: 'publish' })).moveScorecard)
    expect((await officer.send(MOVE, { id, revision, move: 'publish' })).refusal).toMatchObject({ code: 'WRONG_STATE' })
    expect((await (await as('teacher')).ok(READ, { id })).scorecard.state).toBe('PUBLISHED')
    expect((await (await as('elsewhere')).ok(READ, { id })).scorecard).toBeNull()
    expect((await (await as('author')).send(SAY, { id, text: 'Lagi.' })).refusal).toMatchObject({ code: 'WRONG_STATE' })
  })
  test('lists to each what they may see', async () => {
    const list = async (who: string) => (await (await as(who)).ok('{ scorecards { total } }')).scorecards.total
    expect(await Promise.all(['officer', 'author', 'teacher', 'stranger', 'elsewhere', 'learner'].map(list))).toEqual([1, 1, 1, 0, 0, 0])
  })

  const IMPROVE = `mutation ($id: ID!, $input: ImprovementInput!) { addImprovement(scorecard: $id, input: $input) { ${CARD} } }`
  const KEEP = 'mutation ($id: ID!, $revision: Int!, $state: ImprovementState!, $doneIn: ID) { moveImprovement(improvement: $id, revision: $revision, state: $state, doneIn: $doneIn) { state doneIn revision } }'
  test('asks for improvements, which the next draft’s authors are told of and a later version closes', async () => {
    const author = await as('author')
    const input = { title: 'Tambah praktik', side: 'PARTNER', due: addDays(dayOf(new Date()), 30) }
    await author.ok(IMPROVE, { id, input })
    const { addImprovement } = await author.ok(IMPROVE, { id, input })
    expect(addImprovement.improvements).toHaveLength(1)
    const [{ id: improvement }] = addImprovement.improvements
    expect((await (await as('stranger')).send(KEEP, { id: improvement, revision: 0, state: 'IN_PROGRESS' })).refusal).toMatchObject({ code: 'NOT_FOUND' })
    await author.ok(KEEP, { id: improvement, revision: 0, state: 'IN_PROGRESS' })
    await tell(app.services.log, 'curriculum.moved', { curriculum: String(made.course.curriculum), move: 'revise' })
    expect(await NoticeModel.countDocuments({ person: people.author!._id, kind: 'IMPROVEMENTS_WAIT' })).toBe(1)
    expect((await author.ok('query ($id: ID!) { curriculum(id: $id) { improvements { id } } }', { id: made.course.curriculum })).curriculum.improvements).toHaveLength(1)
    expect((await author.send(KEEP, { id: improvement, revision: 1, state: 'DONE', doneIn: made.course.version })).refusal).toMatchObject({ code: 'IMPROVEMENT_VERSION' })
    const next = await CurriculumVersionModel.create({
      curriculum: made.course.curriculum, code: made.course.code, partner: made.course.partner, number: 2, hash: 'h2', content: aContent(), approvals: [], publishedAt: new Date(), publishedBy: new Types.ObjectId(),
    })
    expect((await author.ok(KEEP, { id: improvement, revision: 1, state: 'DONE', doneIn: next._id })).moveImprovement).toEqual({ state: 'DONE', doneIn: 2, revision: 2 })
    expect((await author.ok('query ($id: ID!) { curriculum(id: $id) { improvements { id } } }', { id: made.course.curriculum })).curriculum.improvements).toEqual([])
    expect(await CurriculumModel.countDocuments({ _id: made.course.curriculum })).toBe(1)
  })
})
