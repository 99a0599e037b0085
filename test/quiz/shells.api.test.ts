import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { CurriculumVersionModel, type Content } from '../../server/curriculum/index.ts'
import { tell } from '../../server/lib/events.ts'
import { QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { paragraphs } from '../../server/lib/paragraphs.ts'
import { makeMissingShells, makeShells } from '../../server/quiz/service/shells.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aCourse, type TestCourse } from '../support/course.ts'
import { oneOfEach } from '../support/quiz.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const assessment = (id: string, fields: Partial<Content['assessments'][number]> = {}) =>
  ({ id, kind: 'QUIZ' as const, title: `Kuis ${id}`, subject: 's1', outcomes: [], instructions: '', weight: 50, blueprint: [], ...fields })

/** A course compiled from a version with these assessments; its sections are s1 and s2. */
async function compiled(assessments: Content['assessments'], { curriculum = new Types.ObjectId(), number = 1 } = {}): Promise<TestCourse> {
  const content = { title: 'Uji', kind: 3, mode: 'BLENDED' as const, outcomes: [], competencies: [], subjects: [], references: [], assessments }
  const version = await CurriculumVersionModel.create({
    curriculum, code: 'PLT-UJI-01', partner: new Types.ObjectId(), number, hash: 'x', content, approvals: [], publishedAt: new Date(), publishedBy: new Types.ObjectId(),
  })
  return aCourse({ curriculum, version: version._id, partner: version.partner })
}
const quizzesOf = ({ course }: TestCourse) => QuizModel.find({ course: course._id }).sort({ _id: 1 }).lean<QuizDoc[]>()

describe('quizzes of a course', () => {
  test('are made of its quiz assessments when it is compiled, with our defaults', async () => {
    const made = await compiled([assessment('a', { subject: 's2', weight: 30, instructions: 'Satu & dua\n\n<b>tiga</b>' }), assessment('p', { kind: 'PRACTICUM' }), assessment('b')])
    await tell(app.services.log, 'course.compiled', { course: String(made.course._id) })
    const [first, second, ...more] = await quizzesOf(made)
    expect(more).toEqual([])
    expect(first).toMatchObject({
      assessment: 'a', title: 'Kuis a', section: made.sections[1]!._id, partner: made.course.partner, weight: 30, minutes: 30, attemptsAllowed: 2,
      gradeMethod: 'HIGHEST', passMark: 0.7, shuffle: true, questions: [], instructions: '<p>Satu &amp; dua</p><p>&lt;b&gt;tiga&lt;/b&gt;</p>',
    })
    expect(second).toMatchObject({ assessment: 'b', section: made.sections[0]!._id })
  })

  test('are made once, however often and at once one is told', async () => {
    const made = await compiled([assessment('a'), assessment('b')])
    await Promise.all(Array.from({ length: 5 }, () => makeShells(String(made.course._id))))
    await makeShells(String(made.course._id))
    expect(await quizzesOf(made)).toHaveLength(2)
  })

  test('that the news missed are found by the sweep', async () => {
    const made = await compiled([assessment('a')])
    await makeMissingShells()
    expect(await quizzesOf(made)).toHaveLength(1)
  })

  test('of a new version keep the questions of the same assessment, as copies, with sections, draws and how the quiz responds', async () => {
    const curriculum = new Types.ObjectId()
    const old = await compiled([assessment('a'), assessment('b')], { curriculum })
    await makeShells(String(old.course._id))
    const sections = [{ id: 's', title: 'Bagian', instructions: '', shuffle: true, perPage: 2 }]
    const draws = [{ id: 'd', section: 's', count: 3, points: 1, pilot: false, outcome: null, filter: { owner: { kind: 'AGENCY', id: null }, category: '', tag: '', outcome: '', level: null, kind: null } }]
    const responds = { behaviour: 'ADAPTIVE' as const, penalty: 0.2, review: { during: [], immediately: [], whileOpen: [], afterClose: ['MARKS' as const] }, overallFeedback: [{ from: 0, text: '<p>a</p>' }] }
    const questions = oneOfEach()
    await QuizModel.updateOne({ course: old.course._id, assessment: 'a' }, { $set: { questions, minutes: 45, title: 'Diubah', sections, draws, navigation: 'SEQUENTIAL', ...responds } })
    const next = await compiled([assessment('a', { title: 'Judul baru', weight: 60 }), assessment('c', { weight: 40 })], { curriculum, number: 2 })
    await makeShells(String(next.course._id))
    const [kept, fresh] = await quizzesOf(next)
    expect(kept).toMatchObject({ assessment: 'a', title: 'Diubah', weight: 60, minutes: 45, section: next.sections[0]!._id, revision: 0, sections, draws, navigation: 'SEQUENTIAL', ...responds })
    expect(kept!.questions.map(({ id }) => id)).toEqual(questions.map(({ id }) => id))
    expect(fresh).toMatchObject({ assessment: 'c', questions: [], minutes: 30 })
    await QuizModel.updateOne({ _id: kept!._id }, { $set: { questions: [] } })
    expect((await quizzesOf(old))[0]!.questions).toHaveLength(5)
  })

  test('of a new version keep which quiz is the pre-test of which, in the new course', async () => {
    const curriculum = new Types.ObjectId()
    const old = await compiled([assessment('pra'), assessment('pasca')], { curriculum })
    await makeShells(String(old.course._id))
    const [pre] = await quizzesOf(old)
    await QuizModel.updateOne({ course: old.course._id, assessment: 'pasca' }, { $set: { pretest: pre!._id } })
    const next = await compiled([assessment('pra'), assessment('pasca')], { curriculum, number: 2 })
    await makeShells(String(next.course._id))
    const [first, second] = await quizzesOf(next)
    expect([first!.pretest, String(second!.pretest)]).toEqual([null, String(first!._id)])
  })

  test('unknown courses are no reason to fail', async () => {
    await makeShells('x')
    await makeShells(String(new Types.ObjectId()))
  })
  test('plain text becomes paragraphs that show it as it is', () => expect(paragraphs('a < b\nc\n\n\n d ')).toBe('<p>a &lt; b<br />c</p><p>d</p>'))
})
