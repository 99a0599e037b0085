import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { projectRoot } from '../../server/lib/root.ts'

const shots = join(projectRoot, 'screenshots')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WAIT = 20_000

/** Somebody in front of a browser of their own. */
export type Visitor = {
  page: Page
  /** Opens a path and waits until it is there. */
  open(path: string): Promise<void>
  /** Presses a button or follows a link by its name; with `inDialog`, the one of the dialog. */
  press(name: string | RegExp, options?: { inDialog?: boolean }): Promise<void>
  sees(text: string | RegExp): Promise<void>
  /** A picture at 1440 and at 360 pixels, and what axe finds (WCAG 2.2 AA). */
  look(name: string): Promise<string[]>
  /** What went wrong in the page's scripts so far. */
  errors: string[]
  close(): Promise<void>
}

export async function aVisitor(browser: Browser, url: string, { dark = false }: { dark?: boolean } = {}): Promise<Visitor> {
  mkdirSync(shots, { recursive: true })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'id-ID', colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', acceptDownloads: true, bypassCSP: true })
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT)
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  const settled = async () => {
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    // A document shown in place may keep its line open: the page is there all the same.
    await page.waitForLoadState('networkidle', { timeout: 4000 }).catch(() => undefined)
    // What is on its way shimmers.
    await page.waitForFunction(() => !document.querySelector('.shimmer'))
  }
  return {
    page, errors,
    async open(path) {
      await page.goto(url + path)
      await settled()
    },
    async press(name, { inDialog = false } = {}) {
      const within = inDialog ? page.locator('[role=dialog],[role=alertdialog]') : page
      await within.getByRole('button', { name }).or(within.getByRole('link', { name })).first().click()
    },
    sees: text => page.getByText(text).first().waitFor(),
    async look(name) {
      await settled()
      const found: string[] = []
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 900 })
        // From the top, as it is met: what a sticky bar half covers while scrolling is no target of its own.
        await page.evaluate(() => scrollTo(0, 0))
        await page.screenshot({ path: join(shots, `${name}-${width}${dark ? '-dark' : ''}.png`), fullPage: true })
        found.push(...(await violations(page)).map(what => `${name} at ${width}: ${what}`))
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(`${name} at ${width}: wider than the screen`)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      return found
    },
    close: () => context.close(),
  }
}

/** Signed in through the page, as a person would. */
export async function signedIn(browser: Browser, url: string, identifier: string, password: string, options?: { dark?: boolean }): Promise<Visitor> {
  const visitor = await aVisitor(browser, url, options)
  await visitor.open('/masuk')
  await visitor.page.getByLabel('NIP atau surel').fill(identifier)
  await visitor.page.locator('input[type=password]').fill(password)
  await visitor.press('Masuk')
  await visitor.page.waitForURL(at => !at.pathname.startsWith('/masuk'))
  return visitor
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate(() => (window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } }).axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
  return results.violations.map(({ id, nodes }) => `${id} (${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join('; ')})`)
}
