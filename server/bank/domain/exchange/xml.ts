import { SaxesParser } from 'saxes'

/** An element of XML with its words: attributes, text and elements below; `nodes` are both in their order. `isCut`: its text was too long. */
export type Element = { name: string; line: number; attributes: Readonly<Record<string, string>>; children: Element[]; nodes: (Element | string)[]; text: string; isCut?: true }

/** Deeper or larger files are none of a person's making (default, ours). */
const DEPTH_MAX = 40
const ELEMENTS_MAX = 200_000
/** Letters of a file written out, and of all of them: 5 MB and 20 MB in base64, with ends of lines. Default, ours. */
const FILE_LETTERS_MAX = 7_200_000
const FILES_LETTERS_MAX = 29_000_000

/**
 * Reads XML into a tree. External things are never fetched and entities never expanded: the parser knows none but XML's
 * own five. Throws SyntaxError for what is not well-formed, declares a document type, or is too deep or too large.
 */
export function parseXml(source: string): Element {
  const parser = new SaxesParser({ position: true })
  const root: Element = { name: '', line: 1, attributes: {}, children: [], nodes: [], text: '' }
  const open = [root]
  let count = 0
  let letters = 0
  const fail = (why: string): never => { throw new SyntaxError(`line ${parser.line}: ${why}`) }
  parser.on('error', error => fail(error.message))
  parser.on('doctype', () => fail('document types are not read'))
  parser.on('opentag', ({ name, attributes }) => {
    if (++count > ELEMENTS_MAX) fail('too many elements')
    if (open.length > DEPTH_MAX) fail('too deep')
    const element: Element = { name, line: parser.line, attributes: { ...attributes } as Record<string, string>, children: [], nodes: [], text: '' }
    open.at(-1)!.children.push(element)
    open.at(-1)!.nodes.push(element)
    open.push(element)
  })
  const inFile = (element: Element, text: string) => {
    if (element.isCut || element.text.length + text.length > FILE_LETTERS_MAX || letters + text.length > FILES_LETTERS_MAX) Object.assign(element, { isCut: true, text: '' })
    else {
      element.text += text
      letters += text.length
    }
  }
  const say = (text: string) => {
    const element = open.at(-1)!
    if (element.name === 'file') return inFile(element, text)
    element.text += text
    element.nodes.push(text)
  }
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => { open.pop() })
  parser.write(source).close()
  return root.children[0] ?? fail('there is no element')
}

export const childOf = (element: Element | undefined, name: string): Element | undefined => element?.children.find(child => child.name === name)
export const childrenOf = (element: Element | undefined, name: string): Element[] => element?.children.filter(child => child.name === name) ?? []

/** Every element of these names below, in their order. */
export const within = (element: Element | undefined, ...names: string[]): Element[] =>
  element?.children.flatMap(child => [...(names.includes(child.name) ? [child] : []), ...within(child, ...names)]) ?? []

/** The tree, or where it is broken: never an exception for what a stranger wrote. */
export function readXml(source: string): Element | { line: number; code: 'BROKEN_FILE'; facts: Record<string, never> } {
  try {
    return parseXml(source.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { line: Number(/^line (\d+)/.exec(error.message)?.[1] ?? 1), code: 'BROKEN_FILE', facts: {} }
  }
}
