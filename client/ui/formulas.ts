/** TeX between \( and \) in a line, between \[ and \] on a line of its own; longer ones stay text. */
const FORMULA = /\\\(([\s\S]{1,2000}?)\\\)|\\\[([\s\S]{1,2000}?)\\\]/g
/** Formulas of one text that are set; more is no text. */
const MOST = 200

export const hasFormula = (text: string | null | undefined): boolean => /\\[([]/.test(text ?? '')

type Katex = typeof import('katex').default
let asked: Promise<Katex> | undefined
/** Fetched when the first text with a formula is shown. */
const katex = (): Promise<Katex> => (asked ??= import('katex').then(module => module.default))

/** A formula as MathML. Nothing in it loads, links or runs, and none can grow without bound; one that cannot be read is shown as it was typed. */
const set = (render: Katex, tex: string, displayMode: boolean): string =>
  render.renderToString(tex, { displayMode, output: 'mathml', throwOnError: false, trust: false, strict: 'ignore', maxSize: 20, maxExpand: 200 })

/** Sets the formulas in the text of an element, save in code. Done twice, it is done once. */
export async function setFormulas(root: HTMLElement | null | undefined): Promise<void> {
  if (!root || !hasFormula(root.textContent)) return
  const render = await katex()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    if (hasFormula(text.data) && !text.parentElement?.closest('code, pre, .formula')) texts.push(text)
  }
  let count = 0
  const scrolls = whereScrolled()
  for (const text of texts) {
    const pieces: (string | Node)[] = []
    let from = 0
    for (const found of text.data.matchAll(FORMULA)) {
      if (++count > MOST) break
      const [whole, inline, display] = found
      const span = document.createElement('span')
      span.className = display === undefined ? 'formula' : 'formula formula-display'
      span.innerHTML = set(render, inline ?? display!, display !== undefined)
      if (display !== undefined) scrolls.observe(span)
      pieces.push(text.data.slice(from, found.index), span)
      from = found.index + whole.length
    }
    if (from > 0) text.replaceWith(...pieces, text.data.slice(from))
  }
}

/** What is scrolled by hand can be scrolled by keyboard. */
const whereScrolled = (): Pick<ResizeObserver, 'observe'> => (typeof ResizeObserver === 'undefined' ? { observe: () => {} } : new ResizeObserver(entries => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0')
    else target.removeAttribute('tabindex')
  }
}))
