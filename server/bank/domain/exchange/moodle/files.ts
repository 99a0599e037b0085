import type { ForeignFile, LossCode } from '../foreign.ts'
import { elsewhere, referring } from '../references.ts'
import { childOf, childrenOf, type Element } from '../xml.ts'

const OWN = /^@@PLUGINFILE@@/

/** A question with a reference where its texts show a file that is written out beside them (@@PLUGINFILE@@), and what is left behind. */
export function withReferences(question: Element): { element: Element; files: ForeignFile[]; left: LossCode[] } {
  // What is not HTML shows no pictures: signs that look like one are what is asked.
  if (childOf(question, 'questiontext')?.attributes.format !== 'html') return { element: question, files: [], left: hasFiles(question) ? ['FILES'] : [] }
  const files: ForeignFile[] = []
  let unused = false
  const inside = (element: Element): Element => {
    const own = new Map(childrenOf(element, 'file').toReversed().map(file => [`${file.attributes.path ?? '/'}${file.attributes.name ?? ''}`, fileOf(file)] as const))
    const used = new Set<ForeignFile>()
    const find = (address: string, isLink: boolean) => {
      if (!OWN.test(address)) return isLink ? null : elsewhere()
      const found = own.get(address.replace(OWN, '')) ?? elsewhere()
      used.add(found)
      return found
    }
    const children = element.children.map(child => (child.name === 'text' && element.attributes.format !== 'plain_text' ? { ...child, text: referring(child.text, files, find) } : inside(child)))
    if ([...own.values()].some(file => !used.has(file))) unused = true
    return { ...element, children }
  }
  return { element: inside(question), files, left: unused ? ['FILES'] : [] }
}

const fileOf = ({ attributes, text, isCut }: Element): ForeignFile => ({ name: attributes.name ?? '', from: isCut ? 'TOO_LARGE' : { base64: text } })

const hasFiles = (element: Element): boolean => element.name === 'file' || /@@PLUGINFILE@@|<img\b/i.test(element.text) || element.children.some(hasFiles)
