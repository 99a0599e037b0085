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
import { median } from './measure.ts'
import type { bench } from './matrix/main.ts'

type Bench = typeof bench
const ROUNDS = 7
/** A frame a person does not notice at 60 in a second is 16.7 ms; one that lags begins at three of them. */
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

/** The matrix of 60 by 60 in Chromium, beside a bare table of as many checkboxes; and the largest curriculum we allow. */
export async function matrixBench(): Promise<void> {
  await inMatrixPage(async page => {
    for (const [name, content] of [['60 x 60', sixty()], ['60 x 124, the largest', bigContent()]] as const) {
      const [draws, bares] = [[] as Awaited<ReturnType<Bench['draw']>>[], [] as number[]]
      for (let round = 0; round < ROUNDS; round++) {
        bares.push((await call(page, 'bare', content)).whole)
        draws.push(await call(page, 'draw', content))
      }
      const scrolls = [await call(page, 'scroll'), await call(page, 'scroll'), await call(page, 'scroll')]
      const walks = await call(page, 'walk', 24)
      const toggles = await call(page, 'toggle', 24)
      const pictures = [(await call(page, 'picture', content)).whole, (await call(page, 'picture', content)).whole]
      const raw = median(bares)
      line(`${name}: first screenful`, median(draws.map(one => one.first)), raw, 'a bare table of checkboxes, all of it')
      line(`${name}: all of it`, median(draws.map(one => one.whole)), raw, 'the same')
      line(`${name}: longest frame while drawing`, median(draws.map(one => one.longest)), JANK, `goal: under ${JANK} ms`)
      line(`${name}: longest frame while scrolling`, median(scrolls.map(one => one.longest)), JANK, `goal: under ${JANK} ms; median ${median(scrolls.map(one => one.median)).toFixed(1)} ms`)
      line(`${name}: an arrow key, two frames`, median(walks), JANK, 'goal')
      line(`${name}: a link made, two frames`, median(toggles), JANK, 'goal')
      line(`${name}: the picture`, median(pictures), raw, 'the bare table')
    }
  })
}

const line = (name: string, ours: number, raw: number, what: string) =>
  console.log(`  ${name.padEnd(44)}${`${ours.toFixed(1)} ms`.padStart(12)}${`${raw.toFixed(1)} ms`.padStart(12)}  ${(ours / raw).toFixed(2).padStart(6)} x  ${what}`)
