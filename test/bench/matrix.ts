import express from 'express'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import vue from '@vitejs/plugin-vue'
import tailwindcss from '@tailwindcss/vite'
import { bigContent } from '../support/bigCurriculum.ts'
import { launchBrowser } from '../support/chromium.ts'
import { median, report } from './measure.ts'
import type { bench } from './matrix/main.ts'

type Bench = typeof bench
const ROUNDS = 7
/** A frame at 60 in a second, and one that is felt as a lag (three of them); in milliseconds. */
const FRAME = 1000 / 60
const JANK = 50

/** 60 outcomes by 60 columns. */
export const sixty = () => bigContent({ competencies: 12, subjects: 28, activities: 280, assessments: 20 })

/** Serves the matrix by itself and runs work in a page that shows it. */
export async function inMatrixPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const outDir = mkdtempSync(join(tmpdir(), 'pembina-matrix-'))
  await build({ root: 'test/bench/matrix', configFile: false, logLevel: 'error', plugins: [vue(), tailwindcss()], build: { outDir, emptyOutDir: true } })
  const server = express().use(express.static(outDir)).listen(0, '127.0.0.1')
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction(() => 'bench' in window)
    return await work(page)
  } finally {
    await browser.close()
    server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}

const call = <Name extends keyof Bench>(page: Page, name: Name, ...args: Parameters<Bench[Name]>) =>
  page.evaluate(([method, given]) => (window as unknown as { bench: Record<string, (...all: unknown[]) => unknown> }).bench[method as string]!(...given as unknown[]), [name, args] as const) as Promise<Awaited<ReturnType<Bench[Name]>>>

/** CPU time of the page's main thread, in milliseconds: what other programs of the machine take does not count. */
async function clockOf(page: Page): Promise<() => Promise<number>> {
  const line = await page.context().newCDPSession(page)
  await line.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => (await line.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
}

const STEPS = 24
/** Frames the scrolling takes. */
const FRAMES = 91

/** The matrix of 60 by 60 in Chromium, beside a bare table of as many checkboxes; and the largest curriculum we allow. */
export async function matrixBench(): Promise<void> {
  await inMatrixPage(async page => {
    const clock = await clockOf(page)
    const cpu = async <T>(work: () => Promise<T>): Promise<{ value: T; cpu: number }> => {
      const before = await clock()
      const value = await work()
      return { value, cpu: await clock() - before }
    }
    for (const [name, content] of [['60 x 60', sixty()], ['60 x 124', bigContent()]] as const) {
      const [draws, bares] = [[] as { value: Awaited<ReturnType<Bench['draw']>>; cpu: number }[], [] as { value: { whole: number }; cpu: number }[]]
      for (let round = 0; round < ROUNDS; round++) {
        bares.push(await cpu(() => call(page, 'bare', content)))
        draws.push(await cpu(() => call(page, 'draw', content)))
      }
      const scroll = await cpu(() => call(page, 'scroll'))
      const walk = await cpu(() => call(page, 'walk', STEPS))
      const toggle = await cpu(() => call(page, 'toggle', STEPS))
      const picture = await cpu(() => call(page, 'picture', content))
      const of = <T>(list: readonly T[], value: (one: T) => number) => median(list.map(value))
      const bare = of(bares, one => one.cpu)
      line(`${name}: drawn, CPU of the main thread`, of(draws, one => one.cpu), bare, 'a bare table of as many checkboxes')
      line(`${name}: the picture, CPU`, picture.cpu, bare, 'the same')
      line(`${name}: first screenful, on the clock`, of(draws, one => one.value.first), of(bares, one => one.value.whole), 'the bare table, on the clock')
      line(`${name}: longest frame while drawing, clock`, of(draws, one => one.value.longest), JANK, `goal: under ${JANK} ms on a machine that does nothing else`)
      line(`${name}: a frame of scrolling, CPU`, scroll.cpu / FRAMES, FRAME, `a frame at 60 in a second; on the clock: median ${scroll.value.median.toFixed(1)}, longest ${scroll.value.longest.toFixed(1)} ms`)
      line(`${name}: an arrow key, CPU`, walk.cpu / STEPS, FRAME, `a frame; on the clock, two frames: ${median(walk.value).toFixed(1)} ms`)
      line(`${name}: a link made, CPU`, toggle.cpu / STEPS, JANK, `goal; on the clock, two frames: ${median(toggle.value).toFixed(1)} ms`)
    }
  })
}

const line = (name: string, ours: number, raw: number, what: string) => report(name, { ours, raw, ratio: ours / raw }, what)
