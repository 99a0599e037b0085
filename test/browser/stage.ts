import { afterAll, beforeAll } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { RunningServer } from '../journey/server.ts'
import { launchBrowser } from '../support/chromium.ts'
import { startDemo } from '../support/demo.ts'

/** Both are there from before the first test (and what `ready` makes ready) until after the last. */
export type Stage = { server: RunningServer; browser: Browser }

/** A server with the demo in a folder of its own, and a browser, for the tests of one file. */
export function aStage(name: string, ready: (stage: Stage) => Promise<void> = async () => undefined): Stage {
  const stage = {} as Stage
  const dataDir = mkdtempSync(join(tmpdir(), `pembina-${name}-`))
  beforeAll(async () => {
    ;[stage.server, stage.browser] = await Promise.all([startDemo(dataDir), launchBrowser()])
    await ready(stage)
  }, 300_000)
  afterAll(async () => {
    await (stage.browser as Browser | undefined)?.close()
    await (stage.server as RunningServer | undefined)?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }, 60_000)
  return stage
}
