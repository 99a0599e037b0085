import { readEach, type Parsed } from '../foreign.ts'
import { within, readXml, type Element } from '../xml.ts'
import { parseItem } from './item.ts'
import { asQti2 } from './tree.ts'
import { parseOld } from './old.ts'

/** QTI in one file: an item of 2.1, 2.2 or 3.0, or what 1.2 and Canvas write. */
export function parseQti(source: string, part = ''): Parsed {
  const raw = readXml(source)
  if ('code' in raw) return { questions: [], unreadable: [{ ...raw, part }] }
  return parseTree(raw, part)
}

/** The questions of a tree that was read. */
export function parseTree(raw: Element, part: string): Parsed {
  if (raw.name === 'questestinterop') return parseOld(raw, part)
  const root = asQti2(raw)
  const items = root.name === 'assessmentItem' ? [root] : within(root, 'assessmentItem')
  if (items.length === 0) return { questions: [], unreadable: [{ line: 1, part, code: 'NOT_THIS_FORMAT', facts: { root: raw.name.slice(0, 40) } }] }
  return readEach(items, part, item => parseItem(item, part))
}
