import { afterEach, describe, expect, test } from '@jest/globals'
import { mount, type VueWrapper } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { meant, sameAnswer, withCertainty } from '../../../client/quiz/answers.ts'
import { behaviourDraftOf, behaviourInputOf } from '../../../client/quiz/behaviour.ts'
import QuestionSteps from '../../../client/quiz/QuestionSteps.vue'
import { anI18n } from '../ui/support.ts'

const i18n = anI18n()
i18n.global.mergeLocaleMessage('id', { quiz: JSON.parse(readFileSync(join(process.cwd(), 'client/locales/id/quiz.behaviour.json'), 'utf8')) })
let shown: VueWrapper<any> | undefined
afterEach(() => shown?.unmount())
const question = { id: 'q', kind: 'SINGLE_CHOICE', points: 2, phase: 'ANSWERING', canCheck: true, tries: 0, triesLeft: null, outcome: null, mark: null, feedback: null, hint: null, checked: null }
function put(fields: object = {}, props: object = {}) {
  shown = mount(QuestionSteps, { attachTo: document.body, global: { plugins: [i18n] }, props: { question: { ...question, ...fields }, answer: { choices: ['a'] }, behaviour: 'INTERACTIVE', penalty: 0.25, busy: false, disabled: false, problems: [], ...props } as any })
  return shown
}
const button = (wrapper: VueWrapper<any>) => wrapper.find('button')

describe('having an answer judged', () => {
  test('takes an answer, and not the one that was judged last', () => {
    expect(button(put()).attributes('disabled')).toBeUndefined()
    shown!.unmount()
    expect(button(put({}, { answer: null })).attributes('disabled')).toBeDefined()
    shown!.unmount()
    const same = put({ checked: { choices: ['a'] }, outcome: 'WRONG', tries: 1 })
    expect(button(same).attributes('disabled')).toBeDefined()
    expect(same.text()).toContain('sudah diperiksa')
  })
  test('is not offered where the quiz judges at the end', () => expect(put({ canCheck: false }, { behaviour: 'DEFERRED' }).text()).toBe(''))
  test('after a hint the way on is to try again', async () => {
    const wrapper = put({ phase: 'HINT', canCheck: false, outcome: 'PARTIAL', mark: 0.5, hint: { text: '<p>Pasal 5</p>', partsRight: 1, parts: 3 }, triesLeft: 1 })
    for (const said of ['Benar sebagian', '1 dari 2 poin', 'Pasal 5', '1 dari 3 bagian benar', 'Sisa percobaan: 1']) expect(wrapper.text()).toContain(said)
    await button(wrapper).trigger('click')
    expect(wrapper.emitted('tryAgain')).toHaveLength(1)
  })
  test('what is judged for good has no button', () => expect(button(put({ phase: 'CLOSED', canCheck: false, outcome: 'RIGHT', mark: 1 })).exists()).toBe(false))
  test('a changed answer is not shown what the one before was worth', () => {
    expect(put({ outcome: 'WRONG', checked: { choices: ['b'] }, tries: 1 }, { behaviour: 'ADAPTIVE' }).text()).not.toContain('Belum benar')
  })
})

describe('how sure one is', () => {
  test('is asked once there is an answer, in three levels', async () => {
    const wrapper = put({}, { behaviour: 'CERTAINTY', answer: null })
    expect(wrapper.findAll('input[type=radio]').every(one => one.attributes('disabled') !== undefined)).toBe(true)
    await wrapper.setProps({ answer: { choices: ['a'] } })
    await wrapper.findAll('input[type=radio]')[2]!.setValue()
    expect(wrapper.emitted('certainty')).toEqual([[3]])
  })
  test('belongs to the answer: another level is another answer, none without an answer', () => {
    expect(sameAnswer({ choices: ['a'], certainty: 2 }, { choices: ['a'], certainty: 3 })).toBe(false)
    expect(sameAnswer({ choices: ['a'], certainty: null }, { choices: ['a'] })).toBe(true)
    expect(meant({ choices: [], certainty: 2 })).toBeNull()
    expect(withCertainty({ id: 'q', seq: 1, certainty: 2, answer: { truth: true } }).answer).toEqual({ truth: true, certainty: 2 })
  })
})

test('a penalty of a third stays a third', () => {
  expect(behaviourInputOf(behaviourDraftOf({ behaviour: 'INTERACTIVE', penalty: 1 / 3 })).penalty).toBe(1 / 3)
  expect(behaviourInputOf(behaviourDraftOf({ behaviour: 'ADAPTIVE', penalty: 0.1 })).penalty).toBe(0.1)
})
