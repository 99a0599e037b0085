import { afterEach, expect, test } from '@jest/globals'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergeWords } from '../../../client/lib/words.ts'
import MarkingCard from '../../../client/quiz/MarkingCard.vue'
import OverrideForm from '../../../client/quiz/OverrideForm.vue'
import RegradeForm from '../../../client/quiz/RegradeForm.vue'
import type { Regradable } from '../../../client/quiz/regrading.ts'
import { anI18n } from '../ui/support.ts'

const i18n = anI18n()
const parts = ['bank', 'quiz', 'quiz.regrade', 'quiz.statistics'].map((name): [string, any] => [`${name}.json`, JSON.parse(readFileSync(join(process.cwd(), `client/locales/id/${name}.json`), 'utf8'))])
for (const [name, words] of Object.entries(mergeWords(parts))) i18n.global.mergeLocaleMessage('id', { [name]: words })
let shown: VueWrapper<any> | undefined
afterEach(() => shown?.unmount())

const body = (id: string, kind: 'TRUE_FALSE' | 'ESSAY', points: number): any => ({
  id, kind, points, text: '<p>Soal</p>', feedback: '', scoring: 'HITS_LESS_MISSES', right: kind === 'ESSAY' ? null : true, caseSensitive: false, choices: [], hotspot: null, patterns: [], number: null,
  matching: null, ordering: null, gaps: [], calculated: null, essay: null, file: null, hints: [],
})
const questions: Regradable[] = [
  { id: 'a', label: '1. Satu', kind: 'TRUE_FALSE', body: body('a', 'TRUE_FALSE', 1), bankQuestion: null },
  { id: 'b', label: '2. Uraian', kind: 'ESSAY', body: body('b', 'ESSAY', 3), bankQuestion: null },
  { id: 'c', label: 'Diundi', kind: 'TRUE_FALSE', body: null, bankQuestion: 'bank' },
]
const plugins = { plugins: [i18n], stubs: { BodyForm: true, RouterLink: true } }

/** The form as the page shows it, and what can be done with it. */
function aForm() {
  const wrapper = mount(RegradeForm, { attachTo: document.body, global: plugins, props: { questions, busy: false, problems: [], errorOf: () => undefined } as any })
  shown = wrapper
  const button = (text: string) => wrapper.findAll('button').find(one => one.text().includes(text))
  return {
    wrapper, button,
    choose: async (at: number, question: string) => { await wrapper.findAll('select')[at]!.setValue(question); await flushPromises() },
    pick: async (at: number, value: string) => { await wrapper.findAll('ol > li')[at]!.find(`input[value="${value}"]`).setValue(true); await flushPromises() },
    offered: (at: number) => wrapper.findAll('select')[at]!.findAll('option').map(one => one.attributes('value')).filter(Boolean),
    sent: async () => { await wrapper.find('form').trigger('submit'); return wrapper.emitted('propose')!.at(-1)![0] },
  }
}

test('several changes are put together, each of another question, taken away again, and sent as one proposal', async () => {
  const form = aForm()
  expect(form.button('Tambah perubahan')).toBeUndefined()
  await form.choose(0, 'a')
  await form.pick(0, 'DROP')
  await form.button('Tambah perubahan')!.trigger('click')
  await flushPromises()
  expect(document.activeElement).toBe(form.wrapper.findAll('select')[1]!.element)
  expect(form.offered(1)).toEqual(['b', 'c'])
  expect(form.button('Lihat akibatnya')!.attributes('disabled')).toBeDefined()
  await form.choose(1, 'b')
  await form.button('Tambah perubahan')!.trigger('click')
  await form.choose(2, 'c')
  await form.pick(2, 'NOW')
  expect(form.button('Tambah perubahan')).toBeUndefined()
  await form.wrapper.find('textarea').setValue('Kunci keliru')
  expect(await form.sent()).toEqual({ reason: 'Kunci keliru', changes: [{ question: 'a', act: 'DROP' }, { question: 'b', act: 'KEY', policy: 'FULL_CREDIT' }, { question: 'c', act: 'KEY', policy: 'NOW' }] })
  await form.wrapper.find('button[aria-label="Hapus perubahan 1"]').trigger('click')
  await flushPromises()
  expect(form.wrapper.emitted('changed')).toHaveLength(1)
  expect(((await form.sent()) as any).changes.map(({ question }: any) => question)).toEqual(['b', 'c'])
})

test('of a question drawn from the bank the key is the bank’s: none is written here, and the bank is named', async () => {
  const form = aForm()
  await form.choose(0, 'c')
  expect(form.wrapper.findComponent({ name: 'BodyForm' }).exists()).toBe(false)
  expect(form.wrapper.text()).toContain('Kunci yang dipakai adalah kunci di bank')
  expect(form.wrapper.find('input[value="NONE"]').exists()).toBe(false)
  expect(form.wrapper.findAll('optgroup').map(one => one.attributes('label'))).toEqual(['Soal kuis', 'Soal acak dari bank'])
})

test('where the mark there is nobody’s, the server asks for a reason, and so do the desk and the form beside the answer', async () => {
  const question: any = { id: 'q', kind: 'ESSAY', text: '<p>Jelaskan.</p>', points: 3, unit: null, mark: 1, comment: null, reason: null, marked: 0, answerFiles: [], hotspot: null, choices: [], items: [], matching: null, gaps: [], answer: { text: 'Uraian' } }
  const refused = { busy: false, problems: [], errorOf: (field: string) => (field === 'reason' ? 'Wajib diisi.' : undefined) }
  const form = mount(OverrideForm, { global: plugins, props: { question, ...refused, errorOf: () => undefined } as any })
  expect(form.findAll('textarea')).toHaveLength(1)
  await form.setProps({ errorOf: refused.errorOf } as any)
  await form.findAll('textarea')[0]!.setValue('Tidak menjawab')
  await form.find('form').trigger('submit')
  expect(form.emitted('save')![0]).toEqual([{ points: 3, of: 3, comment: '', reason: 'Tidak menjawab' }])
  shown = form
  const card = mount(MarkingCard, { global: { ...plugins, stubs: { CommentSnippets: true } }, props: { question, ...refused, errorOf: () => undefined, modelValue: { points: 1, comment: '' } } as any })
  expect(card.findAll('textarea')).toHaveLength(1)
  await card.setProps({ errorOf: refused.errorOf } as any)
  expect(card.text()).toContain('Wajib diisi.')
  await card.findAll('textarea')[0]!.setValue('Tidak menjawab')
  expect(card.emitted('update:modelValue')!.at(-1)).toEqual([{ points: 1, comment: '', reason: 'Tidak menjawab' }])
  card.unmount()
})
