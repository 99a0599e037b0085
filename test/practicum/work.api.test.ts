import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, dayOf, startOf } from '../../server/lib/days.ts'
import { FileModel, type FileDoc } from '../../server/file/index.ts'
import { PracticumModel, SubmissionModel } from '../../server/practicum/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aLearner, anInstructor, aClass, anEnrolment } from '../support/course.ts'
import { aPerson } from '../support/people.ts'
import { aRubric } from '../support/practicum.ts'
import { upload } from '../support/upload.ts'
import { ADD, NOTE, OPEN, READ, REMOVE, SUBMIT, aScene, handedIn, type Scene } from './scene.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const ids = ({ practicum, enrolment }: Scene) => ({ practicum: String(practicum._id), enrolment: String(enrolment._id) })
const open = async (scene: Scene) => (await scene.learner.ok(OPEN, ids(scene))).openSubmission

describe('a learner’s work', () => {
  test('begun, filled with evidence and a note, handed in', async () => {
    const scene = await aScene(app)
    const { id, ...begun } = await open(scene)
    expect(begun).toMatchObject({ state: 'DRAFT', evidence: [], mark: null, viewerCan: { see: true, edit: true, submit: true, grade: false, return: false } })
    const file = await upload(scene.learner, 'rencana aksi.pdf', PDF)
    const { addEvidence } = await scene.learner.ok(ADD, { submission: id, file })
    expect(addEvidence.evidence).toMatchObject([{ id: file, name: 'rencana aksi.pdf', type: 'application/pdf', size: PDF.length, url: `/submissions/${id}/files/${file}` }])
    const { saveSubmissionNote } = await scene.learner.ok(NOTE, { submission: id, note: ' Satu\n\ndua ', link: 'https://medan.example/hasil' })
    expect(saveSubmissionNote).toMatchObject({ note: 'Satu\n\ndua', link: 'https://medan.example/hasil' })
    const { submitPracticum } = await scene.learner.ok(SUBMIT, { submission: id, revision: saveSubmissionNote.revision })
    expect(submitPracticum).toMatchObject({ state: 'SUBMITTED', returns: 0, history: [{ move: 'submit', by: { id: String(scene.person._id) } }], viewerCan: { edit: false, submit: false } })
    expect(submitPracticum.submittedAt).not.toBeNull()
  })

  test('keeps the rubric as it was when handed in', async () => {
    const scene = await aScene(app)
    const { id } = await open(scene)
    const { saveSubmissionNote: { revision } } = await scene.learner.ok(NOTE, { submission: id, note: '', link: 'https://a.example' })
    await scene.learner.ok(SUBMIT, { submission: id, revision })
    const [only] = aRubric().criteria
    await PracticumModel.updateOne({ _id: scene.practicum._id }, { rubric: { criteria: [{ ...only!, weight: 100 }] } })
    expect((await scene.learner.ok(READ, { id })).submission.rubric.criteria.map((one: any) => one.weight)).toEqual([60, 40])
  })

  test('twenty clicks at once begin it once', async () => {
    const scene = await aScene(app)
    const begun = await Promise.all(Array.from({ length: 20 }, () => open(scene)))
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1)
    expect(await SubmissionModel.countDocuments({ enrolment: scene.enrolment._id })).toBe(1)
  })

  test('the last free place goes to one of the uploads that end at once; the others are kept for another try', async () => {
    const scene = await aScene(app, { maxFiles: 1 })
    const { id } = await open(scene)
    const files = await Promise.all(['a.pdf', 'b.pdf', 'c.pdf'].map(name => upload(scene.learner, name, PDF)))
    const answers = await Promise.all(files.map(file => scene.learner.send(ADD, { submission: id, file })))
    expect(answers.filter(({ refusal }) => !refusal)).toHaveLength(1)
    expect(answers.flatMap(({ refusal }) => refusal?.code ?? []).every(code => ['STALE', 'TOO_MANY_FILES'].includes(code))).toBe(true)
    const { submission } = await scene.learner.ok(READ, { id })
    expect(submission.evidence).toHaveLength(1)
    // Those that found no place belong to nobody, so that the sweep finds them.
    expect(await FileModel.countDocuments({ _id: files, purpose: null })).toBe(2)
    await scene.learner.ok(REMOVE, { submission: id, file: submission.evidence[0].id })
    const rest = files.find(file => file !== submission.evidence[0].id)!
    expect((await scene.learner.ok(ADD, { submission: id, file: rest })).addEvidence.evidence).toMatchObject([{ id: rest }])
  })

  test('adding or taking away twice is once', async () => {
    const scene = await aScene(app)
    const { id } = await open(scene)
    const file = await upload(scene.learner, 'a.pdf', PDF)
    await scene.learner.ok(ADD, { submission: id, file })
    expect((await scene.learner.ok(ADD, { submission: id, file })).addEvidence.evidence).toHaveLength(1)
    await scene.learner.ok(REMOVE, { submission: id, file })
    expect((await scene.learner.ok(REMOVE, { submission: id, file })).removeEvidence.evidence).toEqual([])
    expect(await FileModel.findById(file).lean<FileDoc>()).toMatchObject({ purpose: null })
  })

  test('returned work may be mended when the class has ended; a draft may not', async () => {
    const scene = await aScene(app, {}, { from: -30, to: -1 })
    const returned = await handedIn(scene, { state: 'RETURNED', returns: 1 })
    const { saveSubmissionNote: { revision } } = await scene.learner.ok(NOTE, { submission: String(returned._id), note: 'Sudah diperbaiki.', link: 'https://a.example' })
    expect((await scene.learner.ok(SUBMIT, { submission: String(returned._id), revision })).submitPracticum).toMatchObject({ state: 'SUBMITTED', returns: 1 })
    const other = await aScene(app, {}, { from: -30, to: -1 })
    const draft = await handedIn(other, { state: 'DRAFT', rubric: null, submittedAt: null })
    expect(await other.learner.refused(SUBMIT, { submission: String(draft._id), revision: 0 })).toBe('CLASS_NOT_RUNNING')
  })
})

describe('what is refused', () => {
  test('handing in nothing', async () => {
    const scene = await aScene(app)
    const { id, revision } = await open(scene)
    expect(await scene.learner.refused(SUBMIT, { submission: id, revision })).toBe('NO_EVIDENCE')
  })
  test('handing in twice, and changing what was handed in', async () => {
    const scene = await aScene(app)
    const submission = String((await handedIn(scene))._id)
    expect(await scene.learner.refused(SUBMIT, { submission, revision: 0 })).toBe('WRONG_STATE')
    expect(await scene.learner.refused(NOTE, { submission, note: 'x' })).toBe('WRONG_STATE')
    expect(await scene.learner.refused(ADD, { submission, file: await upload(scene.learner, 'a.pdf', PDF) })).toBe('WRONG_STATE')
    expect(await scene.learner.refused(REMOVE, { submission, file: 'x' })).toBe('WRONG_STATE')
  })
  test('handing in from a page that is old', async () => {
    const scene = await aScene(app)
    const { id, revision } = await open(scene)
    await scene.learner.ok(NOTE, { submission: id, note: 'Dari jendela lain.', link: 'https://a.example' })
    expect(await scene.learner.refused(SUBMIT, { submission: id, revision })).toBe('STALE')
  })
  test('a type the practicum does not take, and one file more than it takes', async () => {
    const scene = await aScene(app, { maxFiles: 1 })
    const { id } = await open(scene)
    const text = await upload(scene.learner, 'catatan.txt', Buffer.from('Catatan rapat.'))
    expect((await scene.learner.send(ADD, { submission: id, file: text })).refusal).toMatchObject({ code: 'FILE_TYPE_REFUSED', field: 'file', facts: { name: 'catatan.txt' } })
    await scene.learner.ok(ADD, { submission: id, file: await upload(scene.learner, 'a.pdf', PDF) })
    expect((await scene.learner.send(ADD, { submission: id, file: await upload(scene.learner, 'b.pdf', PDF) })).refusal).toMatchObject({ code: 'TOO_MANY_FILES', facts: { max: 1 } })
  })
  test.each([
    ['a link that is no https', { note: '', link: 'javascript:alert(1)' }, 'link'], ['http', { note: '', link: 'http://a.example' }, 'link'], ['a note too long', { note: 'x'.repeat(5001) }, 'note'],
  ])('%s', async (_, variables, field) => {
    const scene = await aScene(app)
    const { id } = await open(scene)
    expect((await scene.learner.send(NOTE, { submission: id, ...variables })).refusal).toMatchObject({ field, code: field === 'link' ? 'URL_FORMAT' : 'TOO_LONG' })
  })
  test('another’s file, a file used elsewhere, a file that is none', async () => {
    const scene = await aScene(app)
    const { id } = await open(scene)
    const other = await app.client((await aLearner(scene.cls)).person)
    expect(await scene.learner.refused(ADD, { submission: id, file: await upload(other, 'a.pdf', PDF) })).toBe('NOT_FOUND')
    expect(await scene.learner.refused(ADD, { submission: id, file: '../../etc/passwd' })).toBe('NOT_FOUND')
    const second = await aScene(app)
    const elsewhere = await anEnrolment(second.cls, scene.person)
    const there = await open({ ...second, learner: scene.learner, enrolment: elsewhere })
    const used = await upload(scene.learner, 'a.pdf', PDF)
    await scene.learner.ok(ADD, { submission: id, file: used })
    expect(await scene.learner.refused(ADD, { submission: there.id, file: used })).toBe('NOT_FOUND')
  })
  test('a practicum without a rubric, a class not begun, another course’s practicum', async () => {
    const bare = await aScene(app, { rubric: { criteria: [] } })
    expect(await bare.learner.refused(OPEN, ids(bare))).toBe('PRACTICUM_NOT_READY')
    const early = await aScene(app, {}, { from: 5 })
    expect(await early.learner.refused(OPEN, ids(early))).toBe('CLASS_NOT_RUNNING')
    const [one, other] = [await aScene(app), await aScene(app)]
    expect(await one.learner.refused(OPEN, { ...ids(one), practicum: String(other.practicum._id) })).toBe('NOT_FOUND')
  })
  test('others’ work: a learner beside, an instructor, an officer, an auditor, the signed out', async () => {
    const scene = await aScene(app)
    const { id } = await open(scene)
    const beside = await app.client((await aLearner(scene.cls)).person)
    const officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
    const auditor = await app.client(await aPerson({ roles: [['AUDITOR']] }))
    expect((await beside.ok(READ, { id })).submission).toBeNull()
    expect(await beside.refused(NOTE, { submission: id, note: 'x' })).toBe('NOT_FOUND')
    expect(await beside.refused(OPEN, ids(scene))).toBe('NOT_FOUND')
    for (const who of [scene.instructor, officer, auditor]) expect(await who.refused(NOTE, { submission: id, note: 'x' })).toBe('FORBIDDEN')
    expect(await (await app.client()).refused(NOTE, { submission: id, note: 'x' })).toBe('UNAUTHENTICATED')
  })
  test('who waits or has left', async () => {
    const scene = await aScene(app)
    const waiting = await aLearner(scene.cls, { state: 'WAITING' })
    const client = await app.client(waiting.person)
    expect(['FORBIDDEN', 'NOT_FOUND']).toContain(await client.refused(OPEN, { practicum: String(scene.practicum._id), enrolment: String(waiting.enrolment._id) }))
  })
})

describe('evidence over HTTP', () => {
  test('is for the learner, the class’s instructors and who reads all; for all others there is none', async () => {
    const scene = await aScene(app)
    const { id } = await open(scene)
    const file = await upload(scene.learner, 'bukti "akhir" ü.pdf', PDF)
    const { addEvidence: { evidence: [{ url }] } } = await scene.learner.ok(ADD, { submission: id, file })
    const auditor = await app.client(await aPerson({ roles: [['AUDITOR']] }))
    for (const who of [scene.learner, scene.instructor, auditor]) {
      const response = await who.fetch(url)
      expect(response.status).toBe(200)
      expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''bukti%20akhir%20%C3%BC.pdf`)
    }
    const elsewhere = await aClass(scene.made)
    const outsiders = [(await aLearner(scene.cls)).person, await anInstructor(elsewhere), await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', scene.made.course.partner]] })]
    for (const who of outsiders) expect((await (await app.client(who)).fetch(url)).status).toBe(404)
    expect((await (await app.client()).fetch(url)).status).toBe(404)
  })
  test('in parts, so that a film can be wound, and not again when it is known', async () => {
    const scene = await aScene(app)
    const { id } = await open(scene)
    const { addEvidence: { evidence: [{ url, sha256 }] } } = await scene.learner.ok(ADD, { submission: id, file: await upload(scene.learner, 'a.pdf', PDF) })
    const part = await scene.learner.fetch(url, { headers: { range: 'bytes=1-4' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 1-4/${PDF.length}`)
    expect(await part.text()).toBe('PDF-')
    expect((await scene.learner.fetch(url, { headers: { range: 'bytes=9999-' } })).status).toBe(416)
    expect((await scene.learner.fetch(url, { headers: { 'if-none-match': `"${sha256}"`, 'cache-control': 'max-age=0' } })).status).toBe(304)
    expect((await scene.learner.fetch(url, { method: 'HEAD' })).headers.get('content-length')).toBe(String(PDF.length))
  })
  test('a file of other work is not there', async () => {
    const [one, other] = [await aScene(app), await aScene(app)]
    const [mine, theirs] = [await open(one), await open(other)]
    const file = await upload(other.learner, 'a.pdf', PDF)
    await other.learner.ok(ADD, { submission: theirs.id, file })
    for (const path of [`/submissions/${mine.id}/files/${file}`, `/submissions/${mine.id}/files/..%2f..%2fx`, '/submissions/x/files/y']) {
      expect((await one.learner.fetch(path)).status).toBe(404)
    }
  })
})

test('the day after the class ended is too late to begin', async () => {
  const scene = await aScene(app, {}, { from: -5, to: 0 })
  app.clock.set(startOf(addDays(dayOf(app.services.now()), 1)))
  // Signed in anew: just after midnight the next day is further away than a session lasts.
  const learner = await app.client(scene.person)
  expect(await learner.refused(OPEN, ids(scene))).toBe('CLASS_NOT_RUNNING')
  app.clock.set(new Date())
})
