import { afterEach, describe, expect, test } from '@jest/globals'
import { mount, type VueWrapper } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Component } from 'vue'
import AnswerText from '../../../client/quiz/AnswerText.vue'
import QuestionCard from '../../../client/quiz/QuestionCard.vue'
import QuestionSteps from '../../../client/quiz/QuestionSteps.vue'
import { anI18n } from '../ui/support.ts'

const i18n = anI18n()
for (const file of ['quiz', 'quiz.behaviour']) i18n.global.mergeLocaleMessage('id', { quiz: JSON.parse(readFileSync(join(process.cwd(), `client/locales/id/${file}.json`), 'utf8')) })
let shown: VueWrapper<any> | undefined
afterEach(() => shown?.unmount())
const put = (part: Component, props: object) => (shown = mount(part, { attachTo: document.body, global: { plugins: [i18n] }, props: props as any }))

const question = {
  id: 'q', number: 1, kind: 'MULTIPLE_CHOICE', text: '<p>Soal</p>', points: 1, unit: null, namesUnit: false, matching: null, items: [], gaps: [], essay: null, file: null, hotspot: null, answerFiles: [],
  choices: ['a', 'b', 'c'].map(id => ({ id, text: `Pilihan ${id}` })),
}
const specific = { choices: [{ choice: 'a', text: '<p>Tentang a</p>' }, { choice: 'c', text: '<p>Tentang c</p>' }], answer: null, outcome: '<p>Menurut hasil</p>' }

describe('what is said of an answer', () => {
  test('stands beside each choice that was taken, in an attempt that is looked at', () => {
    const lines = put(AnswerText, { question, answer: { choices: ['a', 'c'] }, specific }).findAll('li')
    expect(lines.map(line => line.text())).toEqual(['Pilihan aTentang a', 'Pilihan cTentang c'])
  })
  test.each([
    ['the one choice taken', { choices: ['c'] }, specific, 'Pilihan cTentang c'],
    ['a text', { text: 'medan' }, { choices: [], answer: '<p>Hampir</p>', outcome: null }, 'medanHampir'],
    ['nothing', null, null, 'Tidak dijawab'],
  ])('and below %s', (_, answer, said, text) => expect(put(AnswerText, { question, answer, specific: said }).element.parentElement!.textContent).toBe(text))
  test('describes the choice in one under way', () => {
    const card = put(QuestionCard, { question, total: 1, answer: { choices: ['a'] }, specific })
    const [first, second] = card.findAll('input')
    expect(document.getElementById(first!.attributes('aria-describedby')!)!.textContent).toBe('Tentang a')
    expect(second!.attributes('aria-describedby')).toBeUndefined()
    expect(new Set(card.findAll('input').map(input => input.element.labels![0]!.textContent)).size).toBe(3)
  })
  test('is told of where it stands, with what is said by outcome', () => {
    const steps = put(QuestionSteps, { question: { ...question, phase: 'CLOSED', canCheck: false, tries: 1, triesLeft: null, outcome: 'PARTIAL', mark: 0.5, feedback: null, hint: null, checked: null }, specific, answer: { choices: ['a'] }, behaviour: 'IMMEDIATE', penalty: 0, busy: false, disabled: false, problems: [] })
    expect(steps.text()).toContain('Ada umpan balik di bawah pilihan Anda.')
    expect(steps.text()).toContain('Menurut hasil')
  })
})
