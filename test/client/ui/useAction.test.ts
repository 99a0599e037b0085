import { describe, expect, test } from '@jest/globals'
import { graphql } from '../../../client/lib/graphql.ts'
import { useAction } from '../../../client/lib/useAction.ts'
import { aRefusal, aServer, inComponent } from './support.ts'

const Save = graphql<{ save: { id: string } }, { title: string }>('mutation Save($title: String!) { save(title: $title) { id } }')
const anAction = (...answers: Parameters<typeof aServer>) => {
  const server = aServer(...answers)
  return { ...server, save: inComponent(() => useAction(Save), server.client) }
}

describe('an action', () => {
  test('gives the answer', async () => {
    const { save, asked } = anAction({ data: { save: { id: '1' } } })
    expect(await save.run({ title: 'Kuis' })).toEqual({ save: { id: '1' } })
    expect(asked).toEqual([{ title: 'Kuis' }])
    expect(save.problems).toEqual([])
  })

  test('is busy meanwhile, and a second click does nothing', async () => {
    const { save, asked } = anAction({ data: { save: { id: '1' } } })
    const first = save.run({ title: 'Kuis' })
    expect(save.busy).toBe(true)
    expect(await save.run({ title: 'Kuis' })).toBeNull()
    await first
    expect(save.busy).toBe(false)
    expect(asked).toHaveLength(1)
  })

  test('refused for a field says so at the field', async () => {
    const { save } = anAction(aRefusal('REQUIRED', {}, 'input.title'))
    save.errorOf('title')
    expect(await save.run({ title: '' })).toBeNull()
    expect(save.errorOf('title')).toBe('Bagian ini wajib diisi.')
    expect(save.errorOf('text')).toBeUndefined()
    expect(save.problems).toEqual([])
  })

  test('refused for a field that no input stands for says so for the whole form', async () => {
    const { save } = anAction(aRefusal('REQUIRED', {}, 'unit'))
    await save.run({ title: '' })
    expect(save.problems).toEqual(['Bagian ini wajib diisi.'])
  })

  test('without a line tells that nothing is lost, and clears', async () => {
    const { save } = anAction(new Error('Failed to fetch'))
    expect(await save.run({ title: 'Kuis' })).toBeNull()
    expect(save.problems[0]).toMatch(/Isian Anda tetap ada/)
    save.clear()
    expect(save.problems).toEqual([])
  })
})
