import type { Content } from '../../curriculum/index.ts'
import type { Document, Words } from './blocks.ts'
import type { ExportFacts } from './facts.ts'
import { governmentDocument } from './government.ts'
import { versionText } from './parts.ts'
import { universityDocument } from './university.ts'

export const views = ['GOVERNMENT', 'UNIVERSITY'] as const
/** One record, two vocabularies (DOMAIN §10.1). */
export type View = (typeof views)[number]

/** How much of the hash is printed on each page; the whole stands in the identity. */
const HASH_SHOWN = 16

/** The document of a content in a view: all that is written, in order, and nothing of how it is drawn. */
export function documentOf(content: Content, view: View, facts: ExportFacts, words: Words): Document {
  const written = { content, facts, words }
  const { say, language } = words
  return {
    title: say(view === 'GOVERNMENT' ? 'government.title' : 'university.title', { title: content.title }),
    subject: content.title,
    author: `${facts.agency}, ${facts.partner.name}`,
    header: say('header', { code: facts.code, text: versionText(written), hash: facts.hash.slice(0, HASH_SHOWN) }),
    footer: `${facts.agency} · ${facts.partner.name}`,
    language, at: facts.at,
    blocks: view === 'GOVERNMENT' ? governmentDocument(written) : universityDocument(written),
  }
}
