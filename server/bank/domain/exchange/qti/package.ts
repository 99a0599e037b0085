import { QUESTIONS_MAX, type Parsed } from '../foreign.ts'
import { folderOf, resolved } from '../references.ts'
import { childrenOf, readXml, within, type Element } from '../xml.ts'
import { fieldOf, idsOf, parseOld } from './old.ts'
import { parseTree } from './read.ts'
import { asQti2 } from './tree.ts'

/** A part of a package that may hold questions, as text. */
export type TextPart = { name: string; text: string }

/** Parts that are worth unpacking: XML, and what Canvas calls its own. */
export const isQtiPart = (name: string): boolean => /\.(xml|qti)$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name)

/**
 * A package (imsmanifest.xml and its parts, or a folder of items) as questions: those of a test in the test's order and under
 * its sections' titles, then the rest. What a cartridge holds twice (as Canvas's own and as Common Cartridge's, in a bank and
 * in a quiz) is read once.
 */
export function parsePackage(parts: readonly TextPart[]): Parsed {
  const trees = parts.map(({ name, text }) => ({ name, tree: readXml(text) }))
  const broken = trees.flatMap(({ name, tree }) => ('code' in tree ? [{ ...tree, part: name }] : []))
  const sound = trees.flatMap(({ name, tree }) => ('code' in tree ? [] : [{ name, tree }]))
  const tests = sound.filter(({ tree }) => asQti2Name(tree) === 'assessmentTest').flatMap(testOf)
  const place = new Map(tests.map((one, at) => [one.href, { at, title: one.title }]))
  const items = sound.filter(({ tree }) => asQti2Name(tree) === 'assessmentItem')
    .toSorted((a, b) => (place.get(a.name)?.at ?? Infinity) - (place.get(b.name)?.at ?? Infinity) || 0)
  const read = [
    ...items.map(({ name, tree }) => titled(parseTree(tree, name), place.get(name)?.title ?? '')),
    ...onlyOnce(sound.filter(({ tree }) => tree.name === 'questestinterop')).map(({ name, tree }) => parseOld(tree, name)),
  ]
  const questions = read.flatMap(one => one.questions)
  const unreadable = [...read.flatMap(one => one.unreadable), ...broken]
  if (questions.length > QUESTIONS_MAX) unreadable.push({ line: 1, part: questions[QUESTIONS_MAX]!.part, code: 'TOO_MANY', facts: { max: QUESTIONS_MAX } })
  return { questions: questions.slice(0, QUESTIONS_MAX), unreadable }
}

const asQti2Name = ({ name }: Element) => (name.endsWith('qti-assessment-test') ? 'assessmentTest' : name.endsWith('qti-assessment-item') ? 'assessmentItem' : name.replace(/^.*:/, ''))
const titled = ({ questions, unreadable }: Parsed, category: string): Parsed => ({ questions: questions.map(one => ({ ...one, category })), unreadable })

/** The items a test asks, in its order, each under the titles of its sections as a path, or the test's. */
function testOf({ name, tree }: { name: string; tree: Element }): { href: string; title: string }[] {
  const test = asQti2(tree)
  const folder = folderOf(name)
  const inside = (element: Element, path: string): { href: string; title: string }[] => element.children.flatMap(child => {
    if (child.name === 'assessmentItemRef') return [{ href: resolved(folder, child.attributes.href ?? ''), title: path }]
    const title = child.name === 'assessmentSection' ? (child.attributes.title ?? '').replaceAll('/', ' ').trim() : ''
    return inside(child, [path, title].filter(Boolean).join('/'))
  })
  const whole = (test.attributes.title ?? '').replaceAll('/', ' ').trim()
  return inside(test, '').map(one => ({ ...one, title: one.title || whole }))
}

/** Canvas's own words come before the cartridge's copies of them, and a quiz before the bank it drew from. */
function onlyOnce(parts: readonly { name: string; tree: Element }[]): { name: string; tree: Element }[] {
  const rank = ({ name, tree }: { name: string; tree: Element }) => (name.endsWith('.qti') ? 0 : 2) + (childrenOf(tree, 'objectbank').length > 0 ? 1 : 0)
  const seen = new Set<string>()
  return parts.toSorted((a, b) => rank(a) - rank(b)).map(({ name, tree }) => {
    const items = within(tree, 'item')
    const fresh = items.filter(item => !idsOf(item).some(id => seen.has(id)))
    for (const item of items) for (const id of idsOf(item)) seen.add(id)
    return { name, tree: fresh.length === items.length ? tree : without(tree, new Set(items.filter(item => !fresh.includes(item)))) }
  }).filter(({ tree }) => within(tree, 'item').length > 0 || fieldOf(tree, 'bank_title') === undefined)
}

const without = (element: Element, left: ReadonlySet<Element>): Element => ({ ...element, children: element.children.filter(child => !left.has(child)).map(child => without(child, left)) })
