import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { mount, type VueWrapper } from '@vue/test-utils'
import urql from '@urql/vue'
import { defineComponent, h } from 'vue'
import { useSignals } from '../../../client/quiz/useSignals.ts'
import { aServer } from '../ui/support.ts'

const noted = { data: { noteSignals: true } }
let shown: VueWrapper<any>
let server: ReturnType<typeof aServer>
let hidden = false
let sendNow: () => Promise<void>

function put(...answers: Parameters<typeof aServer>) {
  server = aServer(...answers)
  const page = defineComponent({ setup: () => { sendNow = useSignals(() => 'a1'); return () => h('main', [h('section', { 'data-question': 'q1' }, [h('input')]), h('textarea')]) } })
  shown = mount(page, { attachTo: document.body, global: { plugins: [[urql, server.client]] as never } })
}
const sent = () => server.asked as { attempt: string; signals: { id: string; kind: string; question?: string; seconds?: number; length?: number }[] }[]
const kinds = () => sent().map(({ signals }) => signals.map(({ kind }) => kind))
function turn(to: boolean) {
  hidden = to
  document.dispatchEvent(new Event('visibilitychange'))
}
function paste(into: string, text: string) {
  const event = Object.assign(new Event('paste', { bubbles: true }), { clipboardData: { getData: () => text } })
  shown.find(into).element.dispatchEvent(event)
}
const wait = (ms: number) => jest.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  hidden = false
  jest.useFakeTimers()
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
})
afterEach(() => {
  shown.unmount()
  jest.useRealTimers()
  Reflect.deleteProperty(document, 'hidden')
})

describe('what is noted while answering', () => {
  test('leaving and coming back is noted once, however the browser says it, with how long it was', async () => {
    put(noted)
    turn(true)
    window.dispatchEvent(new Event('blur'))
    await wait(7_000)
    turn(false)
    window.dispatchEvent(new Event('focus'))
    expect(sent()).toEqual([])
    await wait(3_000)
    expect(sent()).toEqual([{ attempt: 'a1', signals: [{ id: expect.stringMatching(/^[\w-]{8,40}$/), kind: 'FOCUS_LOST' }, { id: expect.any(String), kind: 'FOCUS_BACK', seconds: 7 }] }])
    expect(new Set(sent()[0]!.signals.map(({ id }) => id)).size).toBe(2)
  })

  test('of what is pasted into an answer its length goes out, never the text; what is pasted elsewhere is nobody’s business', async () => {
    put(noted)
    paste('input', 'jawaban rahasia')
    paste('textarea', 'lain')
    await wait(10_000)
    expect(sent()[0]!.signals).toEqual([{ id: expect.any(String), kind: 'PASTE', question: 'q1', length: 15 }])
    expect(JSON.stringify(sent())).not.toContain('rahasia')
  })

  test('with nothing seen nothing is sent', async () => {
    put()
    await wait(60_000)
    expect(sent()).toEqual([])
  })

  test('a line that is down is in nobody’s way: what was lost stays lost, and what comes next is sent', async () => {
    put(new Error('offline'), noted)
    window.dispatchEvent(new Event('blur'))
    await wait(10_000)
    window.dispatchEvent(new Event('focus'))
    await wait(10_000)
    expect(kinds()).toEqual([['FOCUS_LOST'], ['FOCUS_BACK']])
  })

  test('as the page is closed, or the attempt over, what waits is sent; after that nothing is noted', async () => {
    put(noted, noted)
    window.dispatchEvent(new Event('blur'))
    window.dispatchEvent(new Event('pagehide'))
    await wait(0)
    expect(kinds()).toEqual([['FOCUS_LOST']])
    window.dispatchEvent(new Event('focus'))
    shown.unmount()
    await wait(0)
    expect(kinds()).toEqual([['FOCUS_LOST'], ['FOCUS_BACK']])
    window.dispatchEvent(new Event('blur'))
    await wait(20_000)
    expect(sent()).toHaveLength(2)
  })

  test('what was seen just before handing in goes out first; a line that is down holds it up for a moment only', async () => {
    put(noted, new Promise<object>(() => {}))
    paste('input', 'x')
    await sendNow()
    expect(kinds()).toEqual([['PASTE']])
    paste('input', 'y')
    let waited = false
    void sendNow().then(() => { waited = true })
    await wait(1999)
    expect(waited).toBe(false)
    await wait(1)
    expect(waited).toBe(true)
  })

  test('at most as many as the server takes go out at once', async () => {
    put(noted)
    for (let times = 0; times < 80; times++) paste('input', 'x')
    await wait(10_000)
    expect(sent()[0]!.signals).toHaveLength(50)
  })
})
