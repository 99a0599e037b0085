import { afterEach, beforeEach, expect, test } from '@jest/globals'
import urql from '@urql/vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPinia, setActivePinia } from 'pinia'
import { mergeWords } from '../../../client/lib/words.ts'
import OverrideForm from '../../../client/quiz/OverrideForm.vue'
import ReviewNeeded from '../../../client/quiz/ReviewNeeded.vue'
import { anI18n, aRefusal, aServer } from '../ui/support.ts'

const i18n = anI18n()
const parts = ['practicum', 'quiz', 'quiz.clock', 'refusal', 'refusal.quiz.clock'].map((name): [string, any] => [`${name}.json`, JSON.parse(readFileSync(join(process.cwd(), `client/locales/id/${name}.json`), 'utf8'))])
for (const [name, words] of Object.entries(mergeWords(parts))) i18n.global.mergeLocaleMessage('id', { [name]: words })
let shown: VueWrapper<any> | undefined
beforeEach(() => void setActivePinia(createPinia()))
afterEach(() => shown?.unmount())

const question = { id: 'q', number: 1, kind: 'FILE', points: 1, mark: null, choices: [], items: [], gaps: [], matching: null, hotspot: null, unit: null, answerFiles: [], answer: null, comment: null, reason: null }
const attempt = (fields: object) => ({ id: 'a', state: 'FINISHED', needsReview: ['NOT_SCORED'], reviewNote: null, lateAnswers: [], questions: [question], viewerCan: { mark: true }, ...fields })
function aView(fields: object, ...answers: Parameters<typeof aServer>) {
  const server = aServer(...answers)
  shown = mount(ReviewNeeded, { global: { plugins: [i18n, [urql, server.client] as any] }, props: { attempt: attempt(fields) } as any })
  return { view: shown, asked: server.asked }
}

test('what could not be scored is scored again or marked before one can say that it was looked at', async () => {
  const { view, asked } = aView({ state: 'SUBMITTED' }, aRefusal('NOT_SCORABLE'), { data: { scoreAgain: { id: 'a', state: 'FINISHED', needsReview: [] } } })
  expect(view.find('form').exists()).toBe(false)
  const button = view.findAll('button').find(one => one.text() === 'Nilai lagi oleh sistem')!
  await button.trigger('click')
  await flushPromises()
  expect(view.text()).toContain('Sistem masih belum dapat menilai')
  expect(view.emitted('done')).toBeUndefined()
  await button.trigger('click')
  await flushPromises()
  expect([asked, view.emitted('done')]).toEqual([[{ attempt: 'a' }, { attempt: 'a' }], [[]]])
})

test('once all is marked one says what came of it; a learner does neither', () => {
  expect(aView({}).view.find('form').exists()).toBe(true)
  shown!.unmount()
  const { view } = aView({ state: 'SUBMITTED', viewerCan: { mark: false } })
  expect(view.findAll('button')).toEqual([])
})

test('a file that came late is opened where it is told of', () => {
  const file = { id: 'f', name: 'laporan.pdf', type: 'application/pdf', size: 10, url: '/attempt-files/a/f' }
  const { view } = aView({ needsReview: ['LATE_ANSWERS'], lateAnswers: [{ question: 'q', at: '2026-03-02T08:00:00Z', answer: { files: ['f'] }, files: [file] }] })
  expect(view.text()).toContain('laporan.pdf')
  expect(view.find('a[href="/attempt-files/a/f"]').exists()).toBe(true)
})

test('of what waits for a mark no reason is asked, and no points are there before they are given', () => {
  shown = mount(OverrideForm, { global: { plugins: [i18n] }, props: { question: { ...question, kind: 'TRUE_FALSE', answer: { truth: true } }, busy: false, problems: [], errorOf: () => undefined } as any })
  expect(shown.findAll('textarea')).toHaveLength(1)
  expect((shown.find('input').element as HTMLInputElement).value).toBe('')
})
