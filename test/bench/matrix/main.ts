/** The matrix by itself in a page, for its drawing to be measured; `window.bench` is called from the outside. */
import { createApp, h, nextTick, shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import '../../../client/style.css'
import type { AlignmentContent } from '../../../client/curriculum/alignment/alignment.ts'
import AlignmentMatrix from '../../../client/curriculum/alignment/AlignmentMatrix.vue'
import AlignmentPicture from '../../../client/curriculum/alignment/AlignmentPicture.vue'
import { linked } from '../../../client/curriculum/alignment/links.ts'
import alignment from '../../../client/locales/id/alignment.json' with { type: 'json' }
import ui from '../../../client/locales/id/ui.json' with { type: 'json' }

const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
const drawn = async () => { await frame(); await frame() }

/** Frames while `work` goes on: the longest, and the median, in milliseconds. */
async function framesOf(work: () => Promise<void>): Promise<{ longest: number; median: number; count: number }> {
  const gaps: number[] = []
  let going = true
  const watch = (async () => {
    let last = await frame()
    while (going) {
      const now = await frame()
      gaps.push(now - last)
      last = now
    }
  })()
  await work()
  going = false
  await watch
  const sorted = gaps.sort((a, b) => a - b)
  return { longest: sorted.at(-1)!, median: sorted[Math.floor(sorted.length / 2)]!, count: sorted.length }
}

const host = document.getElementById('app')!
let app: ReturnType<typeof createApp> | undefined

function mount(part: typeof AlignmentMatrix | typeof AlignmentPicture, first: AlignmentContent) {
  app?.unmount()
  const content = shallowRef(first)
  app = createApp(() => h(part as typeof AlignmentMatrix, { content: content.value, editable: true, onToggle: link => { content.value = linked(content.value, [link]) } }))
  app.use(createI18n<false>({ legacy: false, locale: 'id', messages: { id: { alignment, ui } } as never }))
  app.mount(host)
}
const rowsNow = () => host.querySelectorAll('[role=row]').length - 2

export const bench = {
  /** Until the first screenful stands, and until all of it does. */
  async draw(content: AlignmentContent) {
    app?.unmount()
    app = undefined
    await drawn()
    let [first, whole] = [0, 0]
    const start = performance.now()
    const frames = await framesOf(async () => {
      mount(AlignmentMatrix, content)
      await drawn()
      first = performance.now() - start
      while (rowsNow() < content.outcomes.length) await frame()
      await drawn()
      whole = performance.now() - start
    })
    return { first, whole, longest: frames.longest }
  },
  /** The same rows and columns as nothing but a table of ticks, all at once. */
  async bare({ outcomes, competencies, subjects, assessments }: AlignmentContent) {
    app?.unmount()
    app = undefined
    await drawn()
    const start = performance.now()
    const columns = [...competencies, ...subjects, ...assessments]
    host.innerHTML = `<table><tr><th></th>${columns.map(({ id }) => `<th>${id}</th>`).join('')}</tr>${outcomes.map(({ id, code, text }) =>
      `<tr><th>${code} ${text}</th>${columns.map(one => `<td><input type="checkbox" ${one.outcomes.includes(id) ? 'checked' : ''}></td>`).join('')}</tr>`).join('')}</table>`
    await drawn()
    const whole = performance.now() - start
    host.innerHTML = ''
    return { whole }
  },
  /** Scrolling through all of it, corner to corner. */
  async scroll() {
    const box = host.querySelector<HTMLElement>('[role=grid]')!.parentElement!
    const [down, right] = [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth]
    return framesOf(async () => {
      for (let step = 0; step <= 90; step++) {
        box.scrollTop = (down * step) / 90
        box.scrollLeft = (right * step) / 90
        await frame()
      }
    })
  },
  /** From a click on a cell until it shows its mark. */
  async toggle(times: number) {
    const took: number[] = []
    for (let n = 0; n < times; n++) {
      const cell = host.querySelector<HTMLElement>(`[data-row="${(n * 7) % 40}"][data-column="${(n * 11) % 40}"]`)!
      const before = cell.getAttribute('aria-checked')
      const start = performance.now()
      cell.click()
      await nextTick()
      await drawn()
      took.push(performance.now() - start)
      if (cell.getAttribute('aria-checked') === before) throw new Error('a click that changed nothing')
    }
    return took
  },
  /** From an arrow key to the next frame. */
  async walk(times: number) {
    const took: number[] = []
    host.querySelector<HTMLElement>('[data-row="0"][data-column="0"]')!.focus()
    for (let n = 0; n < times; n++) {
      const start = performance.now()
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: n % 2 ? 'ArrowDown' : 'ArrowRight', bubbles: true, cancelable: true }))
      await nextTick()
      await drawn()
      took.push(performance.now() - start)
    }
    return took
  },
  async picture(content: AlignmentContent) {
    app?.unmount()
    const start = performance.now()
    mount(AlignmentPicture, content)
    await drawn()
    return { whole: performance.now() - start }
  },
}
Object.assign(window, { bench })
