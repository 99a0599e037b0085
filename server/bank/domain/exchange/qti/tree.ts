import type { ForeignFile, LossCode } from '../foreign.ts'
import { mediaKindOf } from '../../media.ts'
import { addressOf, elsewhere, inAddress, partAt, refer } from '../references.ts'
import { xml } from '../written.ts'
import { childOf, type Element } from '../xml.ts'
import type { Said } from './feedback.ts'

const camel = (name: string): string => name.replace(/^.*:/, '').replace(/^qti-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
/** Names of QTI 3.0 that are no longer HTML's, and data of others, stay as they are. */
const isQti3 = (name: string): boolean => /^(\w+:)?qti-/.test(name)

/** A tree with the names of QTI 2: version 3 writes `qti-choice-interaction` and `response-identifier` for the same things. */
export function asQti2(element: Element): Element {
  const children = element.children.map(asQti2)
  const renamed = new Map(element.children.map((child, at) => [child, children[at]!]))
  return {
    ...element, name: isQti3(element.name) ? camel(element.name) : element.name.replace(/^.*:/, ''), children,
    nodes: element.nodes.map(node => (typeof node === 'string' ? node : renamed.get(node)!)),
    attributes: Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [name.startsWith('data-') ? name : camel(name), value])),
  }
}

/** What is found while a body is drawn: said in the report, or part of the feedback; `said` is what answers take theirs from. */
export type Found = { lost: Set<LossCode>; folder: string; files: ForeignFile[]; feedback: string[]; said?: Said }
/** What stands for an element instead of itself; undefined where it stands for itself. */
export type Instead = (element: Element) => string | undefined

/** Attributes that mean something where we keep HTML; the rest is dropped here or by the cleaning of every text. */
const kept = ['href', 'colspan', 'rowspan', 'scope', 'start']

/** A body as HTML. Pictures become references, feedback and what is for markers stand apart. */
export function htmlOf(element: Element, found: Found, instead: Instead = () => undefined): string {
  return element.nodes.map(node => (typeof node === 'string' ? xml(node) : nodeOf(node, found, instead))).join('')
}

function nodeOf(element: Element, found: Found, instead: Instead): string {
  const replaced = instead(element)
  if (replaced !== undefined) return replaced
  const { name, attributes } = element
  const inner = () => htmlOf(element, found, instead)
  switch (name) {
    case 'img': return refer(found.files, fileAt(attributes.src, found), 'img', xml(attributes.alt ?? ''))
    case 'audio': case 'video': {
      const source = attributes.src ?? childOf(element, 'source')?.attributes.src
      return refer(found.files, fileAt(source, found), 'audio', xml(attributes.title ?? attributes.label ?? wordsOf(element)))
    }
    case 'object':
      // Of one within another, the inner is for who cannot show the outer.
      if (mediaKindOf(attributes.type ?? '') || /^image\/(gif|svg)/.test(attributes.type ?? '')) return refer(found.files, fileAt(attributes.data, found), 'img', xml(wordsOf(element)))
      found.lost.add('FILES')
      return inner()
    case 'svg': case 'include':
      found.lost.add('FILES')
      return ''
    case 'math':
      found.lost.add('MATHS')
      return xml(mathsOf(element))
    case 'feedbackBlock': case 'feedbackInline':
      found.lost.add('FEEDBACK_RULES')
      found.feedback.push(inner())
      return ''
    case 'rubricBlock':
      if (!attributes.view || /candidate/.test(attributes.view)) return `<div>${inner()}</div>`
      found.lost.add('GRADER_NOTES')
      return ''
    case 'stylesheet': case 'style': case 'script': case 'catalogInfo': case 'companionMaterialsInfo': return ''
    default: {
      const said = kept.filter(one => attributes[one] !== undefined).map(one => ` ${one}="${xml(attributes[one]!)}"`).join('')
      if (name === 'br' || name === 'hr') return `<${name} />`
      return /^[a-z][a-z0-9]*$/i.test(name) ? `<${name}${said}>${inner()}</${name}>` : inner()
    }
  }
}

/** The file an address in an item means. */
export const fileAt = (address: string | undefined, { folder }: Pick<Found, 'folder'>): ForeignFile => inAddress(address ?? '') ?? (address ? partAt(folder, addressOf(address)) : elsewhere())

/** All words below, as they stand. */
export const wordsOf = (element: Element): string => element.nodes.map(node => (typeof node === 'string' ? node : wordsOf(node))).join('').replace(/\s+/g, ' ').trim()

/** A formula as one line of text, so that 1/6 does not read 16. */
function mathsOf(element: Element): string {
  const [a = '', b = ''] = element.children.map(mathsOf)
  switch (element.name) {
    case 'annotation': case 'annotationXml': case 'annotation-xml': return ''
    case 'mfrac': return `${a}/${b}`
    case 'msup': return `${a}^${b}`
    case 'msub': return `${a}_${b}`
    case 'msqrt': return `√(${element.children.map(mathsOf).join('')})`
    default: return element.children.length > 0 ? element.children.map(mathsOf).join('') : element.text.trim()
  }
}
