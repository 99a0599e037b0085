import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { projectRoot } from '../../server/lib/root.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe']

const found = () => [process.env.CHROMIUM_PATH, ...places, chromium.executablePath()].find(path => path && existsSync(path))

/** Gets a Chromium: Debian's own as root, else Playwright's. Throws with a line that says what to do. */
function install(): string {
  const root = process.getuid?.() === 0
  const debian = spawnSync('apt-get', ['--version']).status === 0
  try {
    if (root && debian) {
      execFileSync('apt-get', ['update'], { stdio: 'inherit' })
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    } else {
      execFileSync(process.execPath, [join(projectRoot, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], { stdio: 'inherit' })
    }
  } catch {
    // Said below, with what to do.
  }
  const path = found()
  if (!path) throw new Error('The browser test needs Chromium: install it (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.')
  return path
}

/** A browser that speaks to this machine alone. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: found() ?? install(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}
