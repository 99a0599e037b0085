import { afterAll, beforeAll, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { RunningServer } from '../journey/server.ts'
import { launchBrowser } from '../support/chromium.ts'
import { startDemo } from '../support/demo.ts'
import { walkTogether } from './together.ts'

let server: RunningServer
let browser: Browser
const dataDir = mkdtempSync(join(tmpdir(), 'pembina-together-'))

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemo(dataDir), launchBrowser()])
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

test('two organisations write one curriculum at once, disagree and resolve, are sent back, ask five ASN, approve, publish, teach, drift and approve again', async () => {
  await walkTogether(browser, server.url, 'PLT-DRN-77')
}, 300_000)
