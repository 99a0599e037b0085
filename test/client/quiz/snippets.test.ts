import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import urql from '@urql/vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPinia, setActivePinia } from 'pinia'
import { nextTick, ref } from 'vue'
import { mergeWords } from '../../../client/lib/words.ts'
import { deskKeys, keyAt } from '../../../client/quiz/marking.ts'
import MarkingCard from '../../../client/quiz/MarkingCard.vue'
import { insertedAt } from '../../../client/quiz/snippets.ts'
import { asked as confirming } from '../../../client/ui/useConfirm.ts'
import { anI18n, aRefusal, aServer } from '../ui/support.ts'

describe('a remark put into a comment', () => {
  test.each([
    ['at the end, parted by a space', 'Rapi.', 5, 5, 'Rapi. Baik.', 11],
    ['into nothing', '', 0, 0, 'Baik.', 5],
    ['on a new line', 'Rapi.\n', 6, 6, 'Rapi.\nBaik.', 11],
    ['before words', 'Rapi', 0, 0, 'Baik. Rapi', 5],
    ['over what is selected', 'Rapi sekali.', 5, 11, 'Rapi Baik..', 10],
  ])('stands %s', (_, text, from, to, expected, at) => expect(insertedAt(text, 'Baik.', from, to)).toEqual({ text: expected, at }))
  test('loses nothing that was typed around it', () => fc.assert(fc.property(fc.string(), fc.nat(), fc.string({ minLength: 1 }), (text, place, snippet) => {
    const cursor = place % (text.length + 1)
    const put = insertedAt(text, snippet, cursor, cursor)
    expect(put.text.startsWith(text.slice(0, cursor))).toBe(true)
    expect(put.text.endsWith(text.slice(cursor))).toBe(true)
    expect(put.text.slice(0, put.at).endsWith(snippet)).toBe(true)
  })))
})

test('c opens them, and is listed with the other keys', () => {
  expect(keyAt('c', 3)).toBe('snippets')
  expect(deskKeys).toContainEqual(['c', 'snippets'])
})

const i18n = anI18n()
const parts = ['quiz', 'quiz.snippet', 'refusal', 'refusal.snippet'].map((name): [string, any] => [`${name}.json`, JSON.parse(readFileSync(join(process.cwd(), `client/locales/id/${name}.json`), 'utf8'))])
for (const [name, words] of Object.entries(mergeWords(parts))) i18n.global.mergeLocaleMessage('id', { [name]: words })
let shown: VueWrapper<any> | undefined
beforeEach(() => void setActivePinia(createPinia()))
afterEach(() => {
  confirming.value?.answer(false)
  shown?.unmount()
})
const settled = async () => { for (let n = 0; n < 6; n++) await flushPromises() }
const aPage = (...texts: string[]) => ({ data: { myMarkingSnippets: { nodes: texts.map((text, at) => ({ id: `s${at}`, text, uses: 2 - at })), next: null, total: texts.length } } })
const question = { id: 'q', kind: 'ESSAY', text: '<p>Jelaskan.</p>', points: 3, unit: null, mark: null, comment: null, marked: 0, answerFiles: [], hotspot: null, choices: [], items: [], matching: null, gaps: [], answer: { text: 'Uraian' } }

/** The card of one answer, with what was typed. */
function aCard(typed: string, ...answers: Parameters<typeof aServer>) {
  const server = aServer(...answers)
  const draft = ref({ points: null, comment: typed })
  const wrapper: VueWrapper<any> = mount(MarkingCard, {
    attachTo: document.body, global: { plugins: [i18n, [urql, server.client] as any] },
    props: { question, busy: false, problems: [], errorOf: () => undefined, modelValue: draft.value, 'onUpdate:modelValue': (now: any) => { draft.value = now; void wrapper.setProps({ modelValue: now }) } } as any,
  })
  shown = wrapper
  const button = (text: string) => wrapper.findAll('button').find(one => one.text().includes(text))!
  return { ...server, draft, wrapper, button, field: wrapper.get('textarea').element as HTMLTextAreaElement }
}

describe('remarks at the desk', () => {
  test('are read only when they are opened; by the key one is at the first, and arrows go on', async () => {
    const { wrapper, asked, button } = aCard('', aPage('Sebutkan pasalnya.', 'Rapi.'))
    await settled()
    expect(asked).toHaveLength(0)
    expect(button('Catatan tersimpan').attributes('aria-expanded')).toBe('false')
    wrapper.vm.openSnippets()
    await settled()
    expect(button('Catatan tersimpan').attributes('aria-expanded')).toBe('true')
    const [first, second] = wrapper.findAll('[data-snippet]')
    expect(document.activeElement).toBe(first!.element)
    await first!.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(second!.element)
    await second!.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(first!.element)
  })
  test('Escape closes them, and one is at their button', async () => {
    const { wrapper, button } = aCard('', aPage('Rapi.'))
    wrapper.vm.openSnippets()
    await settled()
    await wrapper.get('[data-snippet]').trigger('keydown', { key: 'Escape' })
    expect(wrapper.find('[data-snippet]').exists()).toBe(false)
    expect(document.activeElement).toBe(button('Catatan tersimpan').element)
  })
  test('one is put where the cursor stood, and typing goes on behind it', async () => {
    const { wrapper, button, draft, field } = aCard('Baik. Terima kasih.', aPage('Sebutkan pasalnya.'))
    field.setSelectionRange(5, 5)
    await button('Catatan tersimpan').trigger('click')
    await settled()
    await wrapper.get('[data-snippet]').trigger('click')
    await nextTick()
    expect(draft.value.comment).toBe('Baik. Sebutkan pasalnya. Terima kasih.')
    expect(document.activeElement).toBe(field)
    expect(field.selectionStart).toBe('Baik. Sebutkan pasalnya.'.length)
    expect(wrapper.find('[data-snippet]').exists()).toBe(false)
  })
  test('what is typed is kept, and stays typed; nothing cannot be kept', async () => {
    const { button, asked, draft } = aCard('Rapi.', { data: { keepSnippet: { id: 's1' } } })
    await button('Simpan sebagai catatan').trigger('click')
    await settled()
    expect(asked).toEqual([{ text: 'Rapi.' }])
    expect(draft.value.comment).toBe('Rapi.')
    shown!.unmount()
    expect(aCard(' ').button('Simpan sebagai catatan').attributes('disabled')).toBeDefined()
  })
  test('a hundred are said to be enough', async () => {
    const { button, wrapper } = aCard('Rapi.', aRefusal('SNIPPETS_FULL', { max: 100 }))
    await button('Simpan sebagai catatan').trigger('click')
    await settled()
    expect(wrapper.text()).toContain('Catatan tersimpan Anda sudah 100.')
  })
  test('one is deleted only after one said so; one that is gone already is no failure', async () => {
    const { wrapper, asked, button } = aCard('', aPage('Rapi.'), aRefusal('NOT_FOUND'), aPage())
    await button('Catatan tersimpan').trigger('click')
    await settled()
    const bin = () => wrapper.get('button[aria-label="Hapus catatan: Rapi."]')
    await bin().trigger('click')
    confirming.value!.answer(false)
    await settled()
    expect(asked).toHaveLength(1)
    await bin().trigger('click')
    expect(confirming.value).toMatchObject({ text: 'Rapi.', tone: 'danger' })
    confirming.value!.answer(true)
    await settled()
    expect(asked[1]).toEqual({ id: 's0' })
    expect(wrapper.text()).toContain('Belum ada catatan tersimpan.')
    expect(document.activeElement).toBe(button('Catatan tersimpan').element)
  })
})
