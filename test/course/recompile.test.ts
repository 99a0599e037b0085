import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sectionsOf, type OldCourse, type OldLesson } from '../../server/course/domain/recompile.ts'
import { skeletonOf } from '../../server/course/service/skeleton.ts'
import type { Content } from '../../server/curriculum/index.ts'
import { contents } from '../conformance/contents.ts'

/** What a course of the content is, after instructors changed the lessons at these places, took others out and added their own. */
function worked(content: Content, touched: readonly number[], dropped: readonly number[], own: readonly number[]): OldCourse {
  let at = -1
  const gone = new Set<string>()
  const sections = sectionsOf(content, null, skeletonOf).sections.map(({ subject, lessons }) => ({
    subject, lessons: lessons.flatMap(({ from: _, ...lesson }): OldLesson[] => {
      at++
      if (dropped.includes(at)) {
        gone.add(lesson.activity!)
        return []
      }
      const made: OldLesson = touched.includes(at) ? { ...lesson, body: `<p>Karya ${at}</p>`, required: true, touched: true } : { ...lesson, touched: false }
      return own.includes(at) ? [made, { ...lesson, title: `Milik ${at}`, body: `<p>Milik ${at}</p>`, activity: null, touched: true }] : [made]
    }),
  }))
  return { title: content.title, sections, dropped: gone }
}
const places = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 })
const textOf = ({ title, kind, body, url, file, minutes, required, activity }: Omit<OldLesson, 'touched'>) => ({ title, kind, body, url, file, minutes, required, activity })

describe('recompiling', () => {
  test('never touches what instructors changed or added, in a subject that stays', () => {
    fc.assert(fc.property(contents, contents, places, places, places, (before, after, touched, dropped, own) => {
      const old = worked(before, touched, dropped, own)
      const { sections } = sectionsOf(after, old, skeletonOf)
      for (const section of old.sections) {
        const next = sections.find(({ subject }) => subject.id === section.subject.id)
        if (!next) continue
        const theirs = section.lessons.filter(lesson => lesson.touched).map(textOf)
        const kept = next.lessons.filter(({ from }) => from === 'INSTRUCTOR').map(textOf)
        expect(kept).toHaveLength(theirs.length)
        expect(kept).toEqual(expect.arrayContaining(theirs))
      }
    }), { numRuns: 200 })
  })
  test('never brings back what instructors took out, and has every other activity of the version once', () => {
    fc.assert(fc.property(contents, contents, places, places, (before, after, touched, dropped) => {
      const old = worked(before, touched, dropped, [])
      for (const { subject, lessons } of sectionsOf(after, old, skeletonOf).sections) {
        const expected = subject.activities.map(({ id }) => id).filter(id => !old.dropped.has(id))
        expect(lessons.map(({ activity }) => activity).filter(id => subject.activities.some(one => one.id === id))).toEqual(expected)
      }
    }), { numRuns: 200 })
  })
  test('by the same version, where nobody changed anything, changes nothing', () => {
    fc.assert(fc.property(contents, content => {
      const old = worked(content, [], [], [])
      const { sections, rows } = sectionsOf(content, old, skeletonOf)
      expect(rows).toEqual([])
      expect(sections.map(({ lessons }) => lessons.map(textOf))).toEqual(old.sections.map(({ lessons }) => lessons.map(textOf)))
    }), { numRuns: 100 })
  })
  test('says what it does: what is added, removed, renamed, changed, kept and left behind', () => {
    const activity = (id: string, minutes = 45) => ({ id, title: `Kegiatan ${id}`, form: 'THEORY' as const, stage: 'CORE' as const, minutes, facilitator: '', participants: '', method: '', media: '', outcomes: [] })
    const subject = (id: string, title: string, theory: number, activities: ReturnType<typeof activity>[]) => ({ id, title, description: '', topics: [], hours: { theory, practice: 0, field: 0 }, outcomes: [], activities })
    const of = (subjects: ReturnType<typeof subject>[]) => ({ title: 'P', subjects, assessments: [], outcomes: [] }) as unknown as Content
    const before = of([subject('s1', 'Satu', 4, [activity('k1'), activity('k2'), activity('k3')]), subject('s2', 'Dua', 1, [activity('k9')])])
    const after = of([subject('s1', 'Kesatu', 5, [activity('k1', 60), activity('k2', 60), activity('k4')]), subject('s3', 'Tiga', 1, [])])
    const { rows } = sectionsOf(after, worked(before, [0, 3], [], []), skeletonOf)
    expect(rows.map(({ part, move, element }) => `${part} ${move} ${element}`)).toEqual([
      'SECTION RENAME s1', 'HOURS CHANGE s1', 'LESSON REMOVE k3', 'LESSON KEEP k1', 'LESSON CHANGE k2', 'LESSON ADD k4', 'SECTION ADD s3', 'SECTION REMOVE s2', 'LESSON LEAVE s2',
    ])
  })
})
