import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createPinia, setActivePinia } from 'pinia'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { endingsOf, kindsFor, type Grading } from '../../../client/practicum/looks.ts'
import { useGradingDraft } from '../../../client/practicum/useGradingDraft.ts'

const criteria = ['isi', 'saji'].map(id => ({ id, title: id, weight: 50, levels: [1, 2].map(points => ({ id: `${id}-${points}`, label: String(points), description: '', points })) }))
const graded = (level: string, comment: string): Grading => ({ at: '2026-03-02T02:00:00Z', mark: 0.5, comment, criteria: [{ criterion: 'isi', level, comment: 'Cermat.' }, { criterion: 'saji', level: 'saji-1', comment: '' }] })
const work = (id: string, gradings: Grading[] = [], rubric = { criteria }) => ({ id, gradings, rubric })

let scope: EffectScope
function desk(first = work('s1')) {
  // A page opened anew: nothing is known but what the browser kept.
  scope?.stop()
  setActivePinia(createPinia())
  scope = effectScope()
  const submission = ref(first)
  return { submission, writing: scope.run(() => useGradingDraft(() => submission.value))! }
}
beforeEach(() => localStorage.clear())
afterEach(() => scope.stop())

describe('a grading being written', () => {
  test('is kept over a reload, levels, comments and reason alike', async () => {
    const { writing } = desk()
    Object.assign(writing.draft.levels, { isi: 'isi-2' })
    Object.assign(writing.draft, { comment: 'Bagus.', reason: 'Lengkapi.' })
    await nextTick()
    const again = desk().writing
    expect(again.kept).toBe(true)
    expect(again.draft).toMatchObject({ levels: { isi: 'isi-2' }, comment: 'Bagus.', reason: 'Lengkapi.' })
    expect(again.input).toEqual({ comment: 'Bagus.', criteria: [{ criterion: 'isi', level: 'isi-2', comment: '' }] })
  })
  test('begins from the grading that counts; looking alone keeps nothing', async () => {
    const { writing } = desk(work('s1', [graded('isi-1', 'Pertama.'), graded('isi-2', 'Terakhir.')]))
    await nextTick()
    expect(writing.draft).toMatchObject({ levels: { isi: 'isi-2', saji: 'saji-1' }, comments: { isi: 'Cermat.' }, comment: 'Terakhir.' })
    expect(writing.kept).toBe(false)
    expect(localStorage.length).toBe(0)
  })
  test('is not overwritten by what a colleague graded meanwhile, and can be given up for it', async () => {
    const { submission, writing } = desk()
    writing.draft.comment = 'Milik saya.'
    await nextTick()
    submission.value = work('s1', [graded('isi-1', 'Milik rekan.')])
    await nextTick()
    expect(writing.draft.comment).toBe('Milik saya.')
    writing.startOver()
    await nextTick()
    expect(writing.draft.comment).toBe('Milik rekan.')
    expect(writing.kept).toBe(false)
  })
  test('is each submission’s own', async () => {
    const { submission, writing } = desk()
    writing.draft.comment = 'Untuk yang pertama.'
    await nextTick()
    submission.value = work('s2')
    await nextTick()
    expect(writing.draft.comment).toBe('')
    submission.value = work('s1')
    await nextTick()
    expect(writing.draft.comment).toBe('Untuk yang pertama.')
    writing.forget('s1')
    expect(localStorage.length).toBe(0)
  })
  test('forgets levels that the rubric has no longer, and survives what cannot be read', async () => {
    const { writing } = desk()
    Object.assign(writing.draft.levels, { isi: 'isi-2', saji: 'saji-2' })
    await nextTick()
    expect(desk(work('s1', [], { criteria: criteria.slice(1) })).writing.draft.levels).toEqual({ saji: 'saji-2' })
    localStorage.setItem('pembina.grading', '{"s1":')
    expect(desk().writing.draft.levels).toEqual({})
  })
})

test('a file input offers what is accepted; an editor keeps kinds it has no name for', () => {
  expect(endingsOf(['application/pdf', 'image/*', 'text/x-other'])).toBe('.pdf,.png,.jpg,.jpeg,.webp,.heic,text/x-other')
  expect(kindsFor(['text/x-other'])).toContain('text/x-other')
})
