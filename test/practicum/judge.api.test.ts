import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { PracticumModel } from '../../server/practicum/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aClass, aLearner, anEnrolment, anInstructor } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aPracticum, aSubmission, levels } from '../support/practicum.ts'
import { GRADE, NOTE, READ, RETURN, SUBMIT, aScene, handedIn } from './scene.ts'

const QUEUE = 'query ($class: ID, $first: Int! = 20, $after: String) { gradingQueue(class: $class, first: $first, after: $after) { nodes { id } next total } }'
const CLASS = 'query ($id: ID!, $state: SubmissionState) { class(id: $id) { waitingForGrading submissions(state: $state) { nodes { id state } total } } }'
const STANDING = 'query ($id: ID!) { enrolment(id: $id) { practicumMark practicums { id practicum { id } submission { id } state mark } } }'
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())
const days = (count: number) => new Date(app.services.now().getTime() + count * 86_400_000)

describe('grading', () => {
  test('gives each criterion a level and the work a mark', async () => {
    const scene = await aScene(app)
    const submission = String((await handedIn(scene))._id)
    const { gradeSubmission } = await scene.instructor.ok(GRADE, { submission, revision: 0, input: levels(4, 1) })
    expect(gradeSubmission).toMatchObject({
      state: 'GRADED', revision: 1, history: [{ move: 'grade', by: { id: String(scene.teacher._id) } }],
      gradings: [{ comment: 'Terima kasih.', by: { id: String(scene.teacher._id) }, criteria: [{ criterion: 'isi', level: 'isi-4', comment: 'Cermat.' }, { criterion: 'saji', level: 'saji-1' }] }],
    })
    expect(gradeSubmission.mark).toBe(0.7)
    const worths = (await scene.instructor.ok('query ($id: ID!) { submission(id: $id) { rubric { criteria { levels { worth } } } } }', { id: submission })).submission.rubric.criteria
    expect(worths.map((one: any) => one.levels.map((level: any) => level.worth))).toEqual([[0.15, 0.3, 0.45, 0.6], [0.1, 0.2, 0.3, 0.4]])
    const seen = (await scene.learner.ok(READ, { id: submission })).submission
    expect(seen).toMatchObject({ state: 'GRADED', gradings: [{ comment: 'Terima kasih.' }], viewerCan: { edit: false, submit: false, grade: false } })
  })

  test('again adds a grading; the last counts and the first is kept', async () => {
    const scene = await aScene(app)
    const submission = String((await handedIn(scene))._id)
    await scene.instructor.ok(GRADE, { submission, revision: 0, input: levels(1, 1) })
    const { gradeSubmission } = await scene.instructor.ok(GRADE, { submission, revision: 1, input: levels(4, 4) })
    expect(gradeSubmission).toMatchObject({ mark: 1, gradings: [{ mark: 0.25 }, { mark: 1 }] })
  })

  test('by two at once: one is saved, the other is told, nothing is overwritten', async () => {
    const scene = await aScene(app)
    const submission = String((await handedIn(scene))._id)
    const second = await app.client(await anInstructor(scene.cls))
    const answers = await Promise.all([
      scene.instructor.send(GRADE, { submission, revision: 0, input: levels(4, 4) }), second.send(GRADE, { submission, revision: 0, input: levels(1, 1) }),
    ])
    expect(answers.map(({ refusal }) => refusal?.code ?? 'saved').sort()).toEqual(['STALE', 'saved'])
    const { submission: after } = await second.ok(READ, { id: submission })
    expect(after.gradings).toHaveLength(1)
    const again = await second.ok(GRADE, { submission, revision: after.revision, input: levels(2, 2) })
    expect(again.gradeSubmission).toMatchObject({ mark: 0.5, gradings: [{}, { mark: 0.5 }] })
  })

  test.each([
    ['without a criterion', { criteria: levels(4, 4).criteria.slice(1) }, 'CRITERION_MISSING', 'input.criteria'],
    ['with a criterion it has not', { criteria: [...levels(4, 4).criteria, { criterion: 'x', level: 'y' }] }, 'UNKNOWN_CRITERION', 'input.criteria.2'],
    ['with a level of another criterion', { criteria: [{ criterion: 'isi', level: 'saji-1' }, levels(1, 1).criteria[1]] }, 'UNKNOWN_LEVEL', 'input.criteria.0'],
  ])('%s is refused', async (_, input, code, field) => {
    const scene = await aScene(app)
    const submission = String((await handedIn(scene))._id)
    expect((await scene.instructor.send(GRADE, { submission, revision: 0, input })).refusal).toMatchObject({ code, field })
    expect((await scene.instructor.ok(READ, { id: submission })).submission).toMatchObject({ state: 'SUBMITTED', gradings: [], mark: null })
  })

  test('of what was not handed in, or was given back, is refused', async () => {
    for (const state of ['DRAFT', 'RETURNED'] as const) {
      const scene = await aScene(app)
      expect(await scene.instructor.refused(GRADE, { submission: String((await handedIn(scene, { state }))._id), revision: 0, input: levels(4, 4) })).toBe('WRONG_STATE')
    }
  })

  test('of one’s own work is refused, also to an instructor of the class', async () => {
    const scene = await aScene(app)
    const own = await aSubmission(scene.practicum, await anEnrolment(scene.cls, scene.teacher))
    expect(await scene.instructor.refused(GRADE, { submission: String(own._id), revision: 0, input: levels(4, 4) })).toBe('OWN_SUBMISSION')
    expect(await scene.instructor.refused(RETURN, { submission: String(own._id), revision: 0, reason: 'x' })).toBe('OWN_SUBMISSION')
    const queue = (await scene.instructor.ok(QUEUE, { class: String(scene.cls._id) })).gradingQueue
    expect(queue.nodes).toEqual([])
  })

  test('is not for learners, officers, auditors, other instructors, the signed out', async () => {
    const scene = await aScene(app)
    const variables = { submission: String((await handedIn(scene))._id), revision: 0, input: levels(4, 4) }
    for (const role of ['CURRICULUM_OFFICER', 'AUDITOR', 'ADMIN', 'AGENCY_SIGNATORY'] as const) {
      expect(await (await app.client(await aPerson({ roles: [[role]] }))).refused(GRADE, variables)).toBe('FORBIDDEN')
    }
    expect(await scene.learner.refused(GRADE, variables)).toBe('FORBIDDEN')
    expect(await (await app.client(await anInstructor(await aClass(scene.made)))).refused(GRADE, variables)).toBe('NOT_FOUND')
    expect(await (await app.client()).refused(GRADE, variables)).toBe('UNAUTHENTICATED')
  })
})

describe('giving back', () => {
  test('tells what is missing; mended work is graded anew, as often as the practicum says', async () => {
    const scene = await aScene(app, { revisionsAllowed: 1 })
    const submission = String((await handedIn(scene))._id)
    const { returnSubmission } = await scene.instructor.ok(RETURN, { submission, revision: 0, reason: ' Tambahkan data dukung. ' })
    expect(returnSubmission).toMatchObject({ state: 'RETURNED', returns: 1, history: [{ move: 'return', reason: 'Tambahkan data dukung.' }] })
    const { saveSubmissionNote: { revision } } = await scene.learner.ok(NOTE, { submission, note: 'Sudah.', link: 'https://a.example/2' })
    const { submitPracticum } = await scene.learner.ok(SUBMIT, { submission, revision })
    expect((await scene.instructor.send(RETURN, { submission, revision: submitPracticum.revision, reason: 'Lagi.' })).refusal).toMatchObject({ code: 'NO_REVISIONS_LEFT', facts: { allowed: 1 } })
    await scene.instructor.ok(GRADE, { submission, revision: submitPracticum.revision, input: levels(3, 3) })
  })
  test('needs a reason', async () => {
    const scene = await aScene(app)
    expect((await scene.instructor.send(RETURN, { submission: String((await handedIn(scene))._id), revision: 0, reason: '  ' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'reason' })
  })
  test('and grading at once: one of them happens', async () => {
    const scene = await aScene(app)
    const submission = String((await handedIn(scene))._id)
    const second = await app.client(await anInstructor(scene.cls))
    const answers = await Promise.all([
      scene.instructor.send(RETURN, { submission, revision: 0, reason: 'x' }), second.send(GRADE, { submission, revision: 0, input: levels(1, 1) }),
    ])
    expect(answers.filter(({ refusal }) => !refusal)).toHaveLength(1)
    expect((await scene.instructor.ok(READ, { id: submission })).submission.history).toHaveLength(1)
  })
})

describe('what waits', () => {
  test('stands in a queue, oldest first, page by page', async () => {
    const scene = await aScene(app)
    const made = []
    for (const age of [-1, -3, -2]) made.push(await aSubmission(scene.practicum, (await aLearner(scene.cls)).enrolment, { submittedAt: days(age) }))
    await aSubmission(scene.practicum, (await aLearner(scene.cls)).enrolment, { state: 'DRAFT', submittedAt: null })
    const [third, first, second] = made.map(({ _id }) => String(_id))
    const page = (await scene.instructor.ok(QUEUE, { first: 2 })).gradingQueue
    expect(page).toMatchObject({ nodes: [{ id: first }, { id: second }], total: 3 })
    expect((await scene.instructor.ok(QUEUE, { first: 2, after: page.next })).gradingQueue).toMatchObject({ nodes: [{ id: third }], next: null })
    expect((await scene.instructor.ok(QUEUE, { class: String((await aClass(scene.made))._id) })).gradingQueue.total).toBe(0)
    expect((await scene.instructor.ok(QUEUE, { class: 'x', after: 'x_y' })).gradingQueue.total).toBe(0)
    expect((await scene.learner.ok(QUEUE)).gradingQueue.total).toBe(0)
    expect((await scene.instructor.ok(CLASS, { id: String(scene.cls._id), state: 'DRAFT' })).class).toMatchObject({ waitingForGrading: 3, submissions: { total: 1 } })
  })
  test('is for who teaches the class or reads all; a learner sees no list', async () => {
    const scene = await aScene(app)
    await handedIn(scene)
    const officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
    expect((await officer.ok(CLASS, { id: String(scene.cls._id) })).class).toMatchObject({ waitingForGrading: 1, submissions: { total: 1 } })
    expect((await scene.learner.ok(CLASS, { id: String(scene.cls._id) })).class).toMatchObject({ waitingForGrading: 0, submissions: { total: 0 } })
  })
})

describe('standing', () => {
  test('is weighted over practicums that are ready; what is not graded counts nothing', async () => {
    const scene = await aScene(app, { weight: 60 })
    const second = await aPracticum(scene.made, { weight: 20 })
    await aPracticum(scene.made, { weight: 20, rubric: { criteria: [] } })
    const id = String(scene.enrolment._id)
    expect((await scene.learner.ok(STANDING, { id })).enrolment).toMatchObject({ practicumMark: null, practicums: [{ state: null, mark: null }, {}, {}] })
    const submission = String((await handedIn(scene))._id)
    await scene.instructor.ok(GRADE, { submission, revision: 0, input: levels(4, 4) })
    const { enrolment } = await scene.learner.ok(STANDING, { id })
    expect(enrolment).toMatchObject({ practicumMark: 0.75, practicums: [{ submission: { id: submission }, state: 'GRADED', mark: 1 }, { practicum: { id: String(second._id) }, mark: null }, {}] })
    const other = await app.client((await aLearner(scene.cls)).person)
    expect((await other.ok(STANDING, { id })).enrolment).toBeNull()
  })
  test('a course that changed under it keeps each mark as it was given', async () => {
    const scene = await aScene(app)
    await scene.instructor.ok(GRADE, { submission: String((await handedIn(scene))._id), revision: 0, input: levels(2, 2) })
    await PracticumModel.updateOne({ _id: scene.practicum._id }, { rubric: { criteria: [{ id: 'baru', title: 'Baru', weight: 100, levels: [{ id: 'a', label: 'A', description: '', points: 1 }, { id: 'b', label: 'B', description: '', points: 9 }] }] } })
    expect((await scene.learner.ok(STANDING, { id: String(scene.enrolment._id) })).enrolment.practicumMark).toBe(0.5)
  })
})
