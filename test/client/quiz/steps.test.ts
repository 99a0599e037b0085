import { afterEach, describe, expect, test } from '@jest/globals'
import { mount, type VueWrapper } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { meant, sameAnswer, withCertainty } from '../../../client/quiz/answers.ts'
import { behaviourDraftOf, behaviourInputOf, isIdle } from '../../../client/quiz/behaviour.ts'
import QuestionSteps from '../../../client/quiz/QuestionSteps.vue'
import ResultVerdict from '../../../client/quiz/ResultVerdict.vue'
import { anI18n } from '../ui/support.ts'

const i18n = anI18n()
for (const file of ['quiz', 'quiz.behaviour', 'quiz.review']) i18n.global.mergeLocaleMessage('id', { quiz: JSON.parse(readFileSync(join(process.cwd(), `client/locales/id/${file}.json`), 'utf8')) })
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

describe('settings of how a quiz responds', () => {
  const review = { during: [], immediately: ['ATTEMPT' as const], whileOpen: [], afterClose: ['RIGHT_ANSWER' as const] }
  test('are sent as they were read; a penalty of a third stays a third', () => {
    for (const penalty of [1 / 3, 0.1, 0]) {
      const read = { behaviour: 'INTERACTIVE' as const, penalty, review, overallFeedback: [{ from: 0.8, text: '<p>Baik</p>' }, { from: 0, text: '<p>Ulangi</p>' }] }
      expect(behaviourInputOf(behaviourDraftOf(read))).toEqual(read)
    }
  })
  test('what says nothing as the rest is ticked cannot be ticked', () => {
    expect(isIdle('afterClose', 'RIGHT_ANSWER', ['MARKS'])).toBe(true)
    expect(isIdle('afterClose', 'RIGHT_ANSWER', ['ATTEMPT'])).toBe(false)
    expect(isIdle('during', 'RIGHT_ANSWER', [])).toBe(false)
    expect(isIdle('whileOpen', 'MAX_MARKS', ['ATTEMPT', 'MARKS'])).toBe(true)
    expect(isIdle('whileOpen', 'OVERALL_FEEDBACK', [])).toBe(false)
  })
})

describe('what became of an answer', () => {
  const said = (fields: object, behaviour = 'INTERACTIVE', shown = ['CORRECTNESS', 'MARKS', 'MAX_MARKS']) => {
    verdict = mount(ResultVerdict, { global: { plugins: [i18n] }, props: { question: { ...question, outcome: 'PARTIAL', mark: 0.5, ...fields }, behaviour, shown } as any })
    return verdict.text()
  }
  let verdict: VueWrapper<any>
  afterEach(() => verdict.unmount())
  test('is told with its points, parts and tries', () => expect(said({ parts: 3, partsRight: 1, tries: 2 })).toMatch(/Benar sebagian.*1 dari 2.*1 dari 3 bagian benar.*Percobaan: 2/))
  test('and nothing of a mark that may not be seen', () => expect(said({ outcome: null, mark: null }, 'DEFERRED', ['MAX_MARKS'])).toBe('2 poin'))
  test('who did not say how sure they were reads what was assumed', () => expect(said({ certainty: 1, certaintyAssumed: true }, 'CERTAINTY')).toContain('Kurang yakin'))
})
