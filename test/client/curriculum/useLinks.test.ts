import { describe, expect, test } from '@jest/globals'
import { flushPromises } from '@vue/test-utils'
import { ref } from 'vue'
import type { Link } from '../../../client/curriculum/alignment/links.ts'
import { useLinks, type AlignedCurriculum } from '../../../client/curriculum/alignment/useLinks.ts'
import { aRefusal, aServer, inComponent } from '../ui/support.ts'

const draft = (revision: number, links: string[] = [], others: string[] = []): AlignedCurriculum => ({
  id: 'k', revision, code: 'X', title: 'X', state: 'DRAFT', partner: { id: 'p', shortName: 'P' }, viewerCan: { edit: true },
  content: {
    outcomes: ['o1', 'o2', 'o3'].map(id => ({ id, code: id, text: id, level: null })), competencies: [], assessments: [],
    subjects: [
      { id: 's1', title: 'Satu', description: '', topics: [], hours: { theory: 1, practice: 0, field: 0 }, outcomes: links, activities: [] },
      { id: 's2', title: 'Dua', description: '', topics: [], hours: { theory: 1, practice: 0, field: 0 }, outcomes: others, activities: [] },
    ],
  },
})
const link = (outcome: string, on = true): Link => ({ side: 'SUBJECTS', column: 's1', outcome, on })
const saved = (revision: number) => ({ data: { editCurriculum: { id: 'k', revision, state: 'DRAFT' } } })

/** A page that reads what the given contents say, one after the other. */
function aPage(answers: (object | Error)[], reads: AlignedCurriculum[]) {
  const curriculum = ref<AlignedCurriculum | undefined>(draft(1))
  const { client, asked } = aServer(...answers)
  const links = inComponent(() => useLinks(curriculum, () => { const next = reads.shift(); if (next) curriculum.value = next }), client)
  const shown = (at = 0) => links.content!.subjects[at]!.outcomes
  const sent = () => asked.map(variables => [variables.revision, (variables.patch as { subjects: { outcomes: string[] }[] }).subjects.map(({ outcomes }) => outcomes.join('+'))])
  return { links, shown, sent, curriculum }
}

describe('linking in the matrix', () => {
  test('is seen at once and saved behind, on the revision that was read', async () => {
    const { links, shown, sent } = aPage([saved(2)], [draft(2, ['o2'])])
    links.set(link('o2'))
    expect(shown()).toEqual(['o2'])
    expect(links.pending).toBe(1)
    await flushPromises()
    expect(sent()).toEqual([[1, ['o2', '']]])
    expect([shown(), links.pending]).toEqual([['o2'], 0])
  })

  test('links made while one is being saved go together, after what was saved has been read', async () => {
    const { links, sent, shown } = aPage([saved(2), saved(3)], [draft(2, ['o1']), draft(3, ['o1', 'o2', 'o3'])])
    for (const outcome of ['o1', 'o2', 'o3']) links.set(link(outcome))
    await flushPromises()
    expect(sent()).toEqual([[1, ['o1', '']], [2, ['o1+o2+o3', '']]])
    expect(shown()).toEqual(['o1', 'o2', 'o3'])
  })

  test('a colleague who was faster keeps what they wrote, and the link is made again upon it', async () => {
    const { links, sent, shown } = aPage([aRefusal('STALE', { sections: ['SUBJECTS'], revision: 5 }), saved(6)], [draft(5, ['o3'], ['o1']), draft(6, ['o2', 'o3'], ['o1'])])
    links.set(link('o2'))
    await flushPromises()
    expect(sent()).toEqual([[1, ['o2', '']], [5, ['o2+o3', 'o1']]])
    expect([shown(), shown(1), links.problems]).toEqual([['o2', 'o3'], ['o1'], []])
  })

  test('somebody who is always faster is not fought for ever: the link is kept, and it is said', async () => {
    const tries = Array.from({ length: 6 }, (_, at) => aRefusal('STALE', { sections: ['SUBJECTS'], revision: at + 2 }))
    const { links, sent, shown } = aPage(tries, Array.from({ length: 6 }, (_, at) => draft(at + 2)))
    links.set(link('o1'))
    for (let round = 0; round < 12; round++) await flushPromises()
    expect(sent()).toHaveLength(6)
    expect([links.held, shown()]).toEqual([true, ['o1']])
  })

  test('a dropped line loses nothing: the link stays, and goes when asked again', async () => {
    const { links, sent, shown } = aPage([new Error('offline'), saved(2)], [draft(1), draft(2, ['o1'])])
    links.set(link('o1'))
    await flushPromises()
    expect([links.held, links.pending, shown()]).toEqual([true, 1, ['o1']])
    links.again()
    await flushPromises()
    expect([links.held, links.pending, sent().length]).toEqual([false, 0, 2])
  })

  test('a refusal takes the link back and says why', async () => {
    const { links, shown } = aPage([aRefusal('FORBIDDEN')], [])
    links.set(link('o1'))
    await flushPromises()
    expect([shown(), links.pending, links.problems.length]).toEqual([[], 0, 1])
  })

  test('what a colleague made the same is not sent again; what they removed is told as lost', async () => {
    const { links, sent, curriculum } = aPage([], [])
    curriculum.value = draft(2, ['o1'])
    links.set(link('o1'))
    links.set({ side: 'SUBJECTS', column: 'gone', outcome: 'o1', on: true })
    await flushPromises()
    expect([sent(), links.lost, links.pending]).toEqual([[], 1, 0])
  })

  test('turned on and off again while it waits, nothing is sent', async () => {
    const { links, sent } = aPage([saved(2)], [draft(2, ['o1'])])
    links.set(link('o1'))
    links.set(link('o2'))
    links.set(link('o2', false))
    await flushPromises()
    expect(sent()).toHaveLength(1)
  })
})
