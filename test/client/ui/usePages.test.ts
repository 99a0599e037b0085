import { describe, expect, test } from '@jest/globals'
import { flushPromises } from '@vue/test-utils'
import { ref } from 'vue'
import { graphql } from '../../../client/lib/graphql.ts'
import { usePages, type Page } from '../../../client/lib/usePages.ts'
import { aRefusal, aServer, inComponent } from './support.ts'

type Person = { id: string }
const People = graphql<{ people: Page<Person> }, { search?: string; first?: number; after?: string }>(
  'query People($search: String, $first: Int, $after: String) { people(search: $search, first: $first, after: $after) { nodes { id } next total } }')
const aPage = (ids: string[], next: string | null) => ({ data: { people: { nodes: ids.map(id => ({ id })), next, total: 3 } } })

function aList(...answers: Parameters<typeof aServer>) {
  const server = aServer(...answers)
  const search = ref('')
  const list = inComponent(() => usePages(People, () => ({ search: search.value }), data => data.people), server.client)
  return { ...server, search, list }
}
const settled = async () => { for (let n = 0; n < 5; n++) await flushPromises() }

describe('a list', () => {
  test('grows by what follows, until there is no more', async () => {
    const { list, asked } = aList(aPage(['1', '2'], '2'), aPage(['3'], null))
    await settled()
    expect(list.nodes.map(({ id }) => id)).toEqual(['1', '2'])
    expect(list.hasMore).toBe(true)
    await list.more()
    expect(list.nodes.map(({ id }) => id)).toEqual(['1', '2', '3'])
    expect(list.hasMore).toBe(false)
    expect(asked[1]).toEqual({ search: '', after: '2' })
  })

  test('starts again when another question is asked', async () => {
    const { list, search } = aList(aPage(['1'], '1'), aPage(['9'], null))
    await settled()
    search.value = 'budi'
    await settled()
    expect(list.nodes.map(({ id }) => id)).toEqual(['9'])
  })

  test('throws away the late answer to a question no longer asked', async () => {
    let answerLate!: (answer: object) => void
    const { list, search } = aList(new Promise<object>(resolve => { answerLate = resolve }), aPage(['new'], null))
    await settled()
    search.value = 'budi'
    await settled()
    answerLate(aPage(['old'], null))
    await settled()
    expect(list.nodes.map(({ id }) => id)).toEqual(['new'])
    expect(list.busy).toBe(false)
  })

  test('keeps what it had when more is refused, and says why', async () => {
    const { list } = aList(aPage(['1'], '1'), aRefusal('TOO_MANY_REQUESTS'))
    await settled()
    await list.more()
    expect(list.nodes).toHaveLength(1)
    expect(list.problem).toMatch(/Terlalu banyak percobaan/)
  })
})
