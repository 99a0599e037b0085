import { expect, test } from '@jest/globals'
import { aStage } from './stage.ts'
import { signedIn } from './visitor.ts'

/** Every page of every view's navigation, and the first thing each list leads to: nothing for axe, no wider than a phone. */
const stage = aStage('pages')

/** How many have looked at a kind of page: two are enough, for what is there for both is the same page. */
const lookedAt = new Map<string, number>()
const OFTEN_ENOUGH = 2

test.each([
  ['peserta.pns', false], ['widyaiswara', true], ['dosen.usu', false], ['admin', false], ['sistem', true], ['auditor', true],
] as const)('%s finds every page in order', async (key, dark) => {
  const visitor = await signedIn(stage.browser, stage.server.url, `${key}@demo.pembina.example`, 'pembina-demo-2026', { dark })
  const linksIn = (within: string) => visitor.page.$$eval(`${within} a[href^="/"]`, links => links.map(link => link.getAttribute('href')!))
  const seen = new Set<string>()
  const found: string[] = []
  const visit = async (path: string) => {
    seen.add(path)
    const kind = path.replace(/[0-9a-f]{24}/g, 'x')
    const times = lookedAt.get(kind) ?? 0
    if (times >= OFTEN_ENOUGH) return
    lookedAt.set(kind, times + 1)
    await visitor.open(path)
    found.push(...(await visitor.look(`${key}${kind.replace(/\W+/g, '-')}`)))
  }
  await visitor.open('/')
  const pages = [...new Set([...(await linksIn('nav')), '/akun'])].filter(path => path !== '/')
  expect(pages.length).toBeGreaterThan(2)
  for (const path of pages) {
    await visit(path)
    if (new URL(visitor.page.url()).pathname !== path) continue
    const first = (await linksIn('main')).find(link => /[0-9a-f]{24}$/.test(link) && !/^\/(lessons|submissions|certificates)/.test(link))
    if (first && !seen.has(first)) await visit(first)
  }
  expect(visitor.errors).toEqual([])
  expect(found).toEqual([])
  await visitor.close()
}, 240_000)

test('in English the pages say so', async () => {
  const visitor = await signedIn(stage.browser, stage.server.url, 'peserta.pppk@demo.pembina.example', 'pembina-demo-2026')
  await visitor.page.evaluate(() => localStorage.setItem('pembina.language', 'en'))
  await visitor.open('/beranda/belajar')
  expect(await visitor.page.getAttribute('html', 'lang')).toBe('en')
  await visitor.sees('What is next')
  expect(await visitor.look('english')).toEqual([])
  await visitor.close()
}, 60_000)
