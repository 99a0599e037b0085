import { afterEach, describe, expect, test } from '@jest/globals'
import { mount, type VueWrapper } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextTick, type Component } from 'vue'
import ClozeAnswer from '../../../client/quiz/ClozeAnswer.vue'
import EssayAnswer from '../../../client/quiz/EssayAnswer.vue'
import MatchingAnswer from '../../../client/quiz/MatchingAnswer.vue'
import OrderingAnswer from '../../../client/quiz/OrderingAnswer.vue'
import { anI18n } from '../ui/support.ts'

const i18n = anI18n()
i18n.global.mergeLocaleMessage('id', { quiz: JSON.parse(readFileSync(join(process.cwd(), 'client/locales/id/quiz.json'), 'utf8')) })
let shown: VueWrapper<any> | undefined
afterEach(() => shown?.unmount())
/** A part as the card holds it: what it says comes back as its answer. */
function put(part: Component, props: object) {
  const wrapper: VueWrapper<any> = mount(part, { attachTo: document.body, global: { plugins: [i18n] }, props: { answer: null, ...props, onAnswer: (answer: unknown) => void wrapper.setProps({ answer }) } })
  shown = wrapper
  return { wrapper, said: () => wrapper.emitted('answer')?.at(-1)?.[0] }
}
const things = (...ids: string[]) => ids.map(id => ({ id, text: `Butir ${id}` }))

describe('matching', () => {
  test('each line has a list of its own, named by it; taking all back is no answer', async () => {
    const { wrapper, said } = put(MatchingAnswer, { matching: { stems: things('a', 'b'), matches: things('m1', 'm2', 'm3') } })
    expect(wrapper.findAll('label').map(label => label.text())).toEqual(['Butir a', 'Butir b'])
    const [first, second] = wrapper.findAll('select')
    await second!.setValue('m3')
    await first!.setValue('m1')
    expect(said()).toEqual({ pairs: [{ stem: 'a', match: 'm1' }, { stem: 'b', match: 'm3' }] })
    await first!.setValue('')
    await second!.setValue('')
    expect(said()).toBeNull()
  })
})

describe('ordering', () => {
  const order = (wrapper: VueWrapper<any>) => wrapper.findAll('[data-item]').map(item => item.attributes('data-item'))
  test('by buttons, which keep the focus with what is moved and say where it is', async () => {
    const { wrapper, said } = put(OrderingAnswer, { items: things('a', 'b', 'c') })
    const down = () => wrapper.get('[data-item=a]').findAll('button')[1]!
    await down().trigger('click')
    expect(said()).toEqual({ order: ['b', 'a', 'c'] })
    await nextTick()
    expect(document.activeElement).toBe(down().element)
    expect(wrapper.get('[role=status]').text()).toBe('Butir a: urutan 2 dari 3')
    await down().trigger('click')
    await nextTick()
    expect(order(wrapper)).toEqual(['b', 'c', 'a'])
    // At the end its other button is the one that can be used.
    expect(document.activeElement).toBe(wrapper.get('[data-item=a]').findAll('button')[0]!.element)
  })
  test('as dealt is no answer until it is said to be one', async () => {
    const { wrapper, said } = put(OrderingAnswer, { items: things('a', 'b') })
    expect(said()).toBeUndefined()
    await wrapper.findAll('button').at(-1)!.trigger('click')
    expect(said()).toEqual({ order: ['a', 'b'] })
    await wrapper.findAll('button').at(-1)!.trigger('click')
    expect(said()).toBeNull()
  })
})

describe('gaps', () => {
  test('stand as named fields in the places of the text', async () => {
    const { wrapper, said } = put(ClozeAnswer, {
      html: '<p>Ibu kota [[g1]], [[g2]].</p>', gaps: [{ id: 'g1', kind: 'TEXT', choices: [] }, { id: 'g2', kind: 'CHOICE', choices: things('x', 'y') }],
    })
    await nextTick()
    const whole = wrapper.element as HTMLElement
    const [input, select] = [whole.querySelector<HTMLInputElement>('p input')!, whole.querySelector<HTMLSelectElement>('p select')!]
    expect([...whole.querySelectorAll('label')].map(label => label.htmlFor)).toEqual([input.id, select.id])
    input.value = 'Medan'
    input.dispatchEvent(new Event('input'))
    await nextTick()
    select.value = 'y'
    select.dispatchEvent(new Event('change'))
    await nextTick()
    expect(said()).toEqual({ gaps: [{ gap: 'g1', text: 'Medan' }, { gap: 'g2', text: 'y' }] })
    expect(wrapper.text()).not.toContain('[[')
  })
})

describe('an essay', () => {
  test('begins with its template, which is no answer', async () => {
    const { wrapper, said } = put(EssayAnswer, { essay: { minWords: null, maxWords: 3, template: 'Menurut saya' } })
    const text = wrapper.get('textarea')
    expect((text.element as HTMLTextAreaElement).value).toBe('Menurut saya')
    await text.setValue('Menurut saya perlu')
    expect(said()).toEqual({ text: 'Menurut saya perlu' })
    await text.setValue('Menurut saya itu perlu')
    expect(text.attributes('aria-invalid')).toBe('true')
    await text.setValue('Menurut saya')
    expect(said()).toBeNull()
  })
})
