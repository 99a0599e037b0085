import { afterEach, describe, expect, test } from '@jest/globals'
import { mount, type VueWrapper } from '@vue/test-utils'
import FormulaText from '../../../client/ui/FormulaText.vue'
import { setFormulas } from '../../../client/ui/formulas.ts'
import RichText from '../../../client/ui/RichText.vue'

let shown: VueWrapper<any> | undefined
afterEach(() => shown?.unmount())
/** KaTeX is fetched when it is first needed. */
async function set(html: string): Promise<HTMLElement> {
  const root = document.createElement('div')
  root.innerHTML = html
  await setFormulas(root)
  return root
}
const until = async (met: () => boolean) => { for (let tries = 0; tries < 100 && !met(); tries++) await new Promise(resolve => setTimeout(resolve, 20)) }

describe('formulas in a text', () => {
  test('are set as MathML that a screen reader reads, with what was typed kept beside', async () => {
    const root = await set('<p>Luas \\(\\frac{a}{2}\\) dan \\[x^2\\].</p>')
    expect(root.querySelectorAll('math')).toHaveLength(2)
    expect(root.querySelector('mfrac')).not.toBeNull()
    expect(root.querySelector('annotation')!.textContent).toBe('\\frac{a}{2}')
    expect(root.querySelectorAll('.formula-display')).toHaveLength(1)
    expect(root.textContent).toMatch(/^Luas .* dan .*\.$/)
  })
  test('are set once, however often it is asked', async () => {
    const root = await set('<p>\\(x\\)</p>')
    await setFormulas(root)
    expect(root.querySelectorAll('.formula')).toHaveLength(1)
  })
  test('stay as typed in code', async () => expect((await set('<pre><code>\\(x\\)</code></pre><p>a</p>')).querySelector('math')).toBeNull())
  test('that cannot be read are shown as typed', async () => expect((await set('<p>\\(\\frac{a\\)</p>')).textContent).toContain('\\frac{a'))

  test.each([
    ['a link that runs', '\\href{javascript:alert(1)}{x}'], ['a picture from elsewhere', '\\includegraphics{https://evil.example/x.png}'], ['attributes of its own', '\\htmlData{onclick=alert(1)}{x}'],
    ['markup in its text', '\\text{<img src=x onerror=alert(1)>}'], ['an address', '\\url{javascript:alert(1)}'],
  ])('attack: %s does nothing', async (_, tex) => {
    const root = await set(`<p></p>`)
    root.querySelector('p')!.textContent = `\\(${tex}\\)`
    await setFormulas(root)
    expect(root.querySelector('img, a, script, [onclick], [onerror], [data-onclick]')).toBeNull()
    expect(root.innerHTML).not.toMatch(/(href|src)="/)
  })
  test('attack: a macro that calls itself ends', async () => {
    const root = await set('<p>\\(\\def\\a{\\a\\a}\\a\\)</p>')
    expect(root.innerHTML.length).toBeLessThan(20_000)
  })
  test('attack: a size without bound is bounded', async () => expect((await set('<p>\\(\\rule{9999em}{9999em}\\)</p>')).innerHTML).not.toMatch(/9999em"/))
})

test('rich text sets its formulas, anew when it changes; gaps in it stay where they are', async () => {
  shown = mount(RichText, { attachTo: document.body, props: { html: '<p>\\(x\\) <span data-gap="g1"></span></p>' } })
  const gap = shown.get('[data-gap]').element
  await until(() => shown!.find('math').exists())
  expect(shown.get('[data-gap]').element).toBe(gap)
  await shown.setProps({ html: '<p>\\(y\\)</p>' })
  await until(() => shown!.find('annotation').exists() && shown!.get('annotation').text() === 'y')
  expect(shown.findAll('math')).toHaveLength(1)
})
test('a choice sets its formula, and is plain text else', async () => {
  shown = mount(FormulaText, { attachTo: document.body, props: { text: '<b> \\(x\\)' } })
  await until(() => shown!.find('math').exists())
  expect(shown.find('b').exists()).toBe(false)
  await shown.setProps({ text: 'tanpa rumus' })
  expect(shown.text()).toBe('tanpa rumus')
})
