import { afterAll, beforeAll, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { dayOf } from '../../server/lib/days.ts'
import type { RunningServer } from '../journey/server.ts'
import { launchBrowser } from '../support/chromium.ts'
import { startDemo } from '../support/demo.ts'
import { walkReview } from './review.ts'

let server: RunningServer
let browser: Browser
const dataDir = mkdtempSync(join(tmpdir(), 'pembina-review-'))

beforeAll(async () => {
  server = await startDemo(dataDir)
  browser = await launchBrowser()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

test('a curriculum is reviewed by section, approved in another’s name, published, and proved unchanged', async () => {
  await walkReview(browser, server.url, dayOf(new Date()))
}, 240_000)
