import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mount, type VueWrapper } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import { endingsOf } from '../../../client/quiz/fileAnswers.ts'
import AnswerText from '../../../client/quiz/AnswerText.vue'
import FileAnswer from '../../../client/quiz/FileAnswer.vue'
import HotspotAnswer from '../../../client/quiz/HotspotAnswer.vue'
import { anI18n } from '../ui/support.ts'

const i18n = anI18n()
for (const name of ['quiz', 'practicum']) i18n.global.mergeLocaleMessage('id', { [name]: JSON.parse(readFileSync(join(process.cwd(), `client/locales/id/${name}.json`), 'utf8')) })
let shown: VueWrapper<any> | undefined
beforeEach(() => void setActivePinia(createPinia()))
afterEach(() => shown?.unmount())
function put(part: Component, props: object) {
  const wrapper: VueWrapper<any> = mount(part, { attachTo: document.body, global: { plugins: [i18n] }, props: { answer: null, ...props, onAnswer: (answer: unknown) => void wrapper.setProps({ answer }) } })
  shown = wrapper
  return { wrapper, said: () => wrapper.emitted('answer')?.at(-1)?.[0] }
}
const zone = (id: string, at: number) => ({ id, label: `Tempat ${id}`, x: at, y: at, width: 10, height: 10 })
const hotspot = (picks: number) => ({ image: 'f', url: '/f', alternative: 'Denah kantor', picks, zones: [zone('a', 0), zone('b', 20), zone('c', 40)] })

describe('places in a picture', () => {
  test('each has its name in a list; the picture says in words what it is', async () => {
    const { wrapper, said } = put(HotspotAnswer, { hotspot: hotspot(1) })
    expect(wrapper.get('img').attributes('alt')).toBe('Denah kantor')
    expect(wrapper.findAll('label').map(label => label.text())).toEqual(['1. Tempat a', '2. Tempat b', '3. Tempat c'])
    expect(wrapper.findAll('input[type=radio]')).toHaveLength(3)
    await wrapper.findAll('input')[1]!.setValue(true)
    expect(said()).toEqual({ choices: ['b'] })
  })
  test('the picture does what the list does, and is hidden from who has the list', async () => {
    const { wrapper, said } = put(HotspotAnswer, { hotspot: hotspot(1) })
    const places = wrapper.findAll('[aria-hidden=true].absolute')
    await places[2]!.trigger('click')
    expect(said()).toEqual({ choices: ['c'] })
    expect((wrapper.findAll('input')[2]!.element as HTMLInputElement).checked).toBe(true)
  })
  test('no more than may be picked; taking one back makes room', async () => {
    const { wrapper, said } = put(HotspotAnswer, { hotspot: hotspot(2) })
    const places = () => wrapper.findAll('[aria-hidden=true].absolute')
    for (const at of [0, 1, 2]) await places()[at]!.trigger('click')
    expect(said()).toEqual({ choices: ['a', 'b'] })
    expect(wrapper.findAll('input').map(input => input.attributes('aria-disabled'))).toEqual([undefined, undefined, 'true'])
    await places()[0]!.trigger('click')
    await places()[2]!.trigger('click')
    expect(said()).toEqual({ choices: ['b', 'c'] })
  })
  test('arrows go from place to place where several are picked, round the end', async () => {
    const { wrapper } = put(HotspotAnswer, { hotspot: hotspot(2) })
    const boxes = wrapper.findAll('input')
    ;(boxes[0]!.element as HTMLElement).focus()
    await boxes[0]!.trigger('keydown', { key: 'ArrowUp' })
    expect(document.activeElement).toBe(boxes[2]!.element)
    await boxes[2]!.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(boxes[0]!.element)
  })
  test('an answer is told by the names of its places', () => {
    const { wrapper } = put(AnswerText, { question: { choices: [], unit: null, matching: null, items: [], gaps: [], hotspot: hotspot(2), answerFiles: [] }, answer: { choices: ['a', 'c'] } })
    expect(wrapper.findAll('li').map(line => line.text())).toEqual(['Tempat a', 'Tempat c'])
  })
})

describe('files as an answer', () => {
  const file = { id: 'f1', name: 'laporan.pdf', type: 'application/pdf', size: 1200, url: '/attempt-files/a/f1' }
  const question = { id: 'q1', number: 1, kind: 'FILE', text: '', points: 1, unit: null, namesUnit: false, choices: [], items: [], gaps: [], matching: null, essay: null, hotspot: null, file: { maxFiles: 2, accept: ['PDF', 'IMAGE'] }, answerFiles: [file] }
  test('what is handed in is shown by its name, can be opened, and be taken out', async () => {
    const { wrapper, said } = put(FileAnswer, { question, answer: { files: ['f1'] } })
    expect(wrapper.get('a').attributes('href')).toBe('/attempt-files/a/f1')
    expect(wrapper.text()).toContain('laporan.pdf')
    await wrapper.get('button[aria-label*="laporan.pdf"]').trigger('click')
    expect(said()).toBeNull()
  })
  test('only files of the kinds asked for are offered', () => {
    expect(endingsOf(['PDF', 'SHEET'])).toBe('.pdf,.xlsx,.ods,.csv')
    expect(put(FileAnswer, { question }).wrapper.get('input').attributes('accept')).toBe('.pdf,.png,.jpg,.jpeg,.webp,.heic')
  })
  test('who marks gets the files themselves, of this answer alone', () => {
    const { wrapper } = put(AnswerText, { question: { ...question, answerFiles: [file, { ...file, id: 'f2', name: 'lain.pdf' }] }, answer: { files: ['f1'] } })
    expect(wrapper.text()).toContain('laporan.pdf')
    expect(wrapper.text()).not.toContain('lain.pdf')
  })
})
