import { eachOf } from '../../lib/mongo.ts'
import { chainWalk, type Anchor, type ChainBreak } from '../domain/chain.ts'
import { canonical } from '../domain/canonical.ts'
import { CurriculumVersionModel, type CurriculumDoc, type CurriculumVersionDoc } from '../model.ts'
import { CurriculumEntryModel, type CurriculumEntryDoc } from '../reviewModel.ts'
import { chainEntryOf } from './entries.ts'
import { hashOf, sha256 } from './hash.ts'

/** VERSION: a published content is not what its hash says. DRAFT: the draft is not what its last entry says. */
export type HistoryFault = ChainBreak['fault'] | 'VERSION' | 'DRAFT'
/** `seq` is the first entry at which it does not hold; null where the fault is in no entry. */
export type HistoryCheck = { entries: number; intact: boolean; seq: number | null; fault: HistoryFault | null }

/** What an entry of a publication says of the version, so that neither can be changed without the other. */
export const publicationOf = ({ number, approvals, waivers }: Pick<CurriculumVersionDoc, 'number' | 'approvals' | 'waivers'>) => ({
  version: number,
  approvals: approvals.map(({ side, by, at, hash, onBehalfOf }) =>
    ({ side, by: String(by), at: at.toISOString(), hash, onBehalfOf: onBehalfOf ? String(onBehalfOf) : null })),
  waivers: waivers.map(({ code, at, facts, reason, by, on }) => ({ code, at, facts, reason, by: String(by), on: on.toISOString() })),
})

/**
 * Whether the history of a curriculum is what was written: every entry there, unchanged and linked; the versions' anchors
 * met; contents of versions and draft of the hash that was recorded. Stops at the first fault. Reads every entry.
 */
export async function verifyHistory(curriculum: Pick<CurriculumDoc, '_id' | 'head' | 'hash' | 'content'>): Promise<HistoryCheck> {
  const versions = await CurriculumVersionModel.find({ curriculum: curriculum._id }).sort({ number: 1 }).lean<CurriculumVersionDoc[]>()
  const walk = chainWalk(versions.flatMap(anchorOf), sha256)
  let entries = 0
  let contentHash = ''
  const broken = (fault: HistoryFault, seq: number | null): HistoryCheck => ({ entries, intact: false, seq, fault })
  for await (const entry of eachOf<CurriculumEntryDoc>(CurriculumEntryModel, { curriculum: curriculum._id }, { sort: { seq: 1 }, batch: 500 })) {
    entries++
    const found = walk.take(chainEntryOf(entry))
    if (found) return broken(found.fault, found.seq)
    contentHash = entry.contentHash
  }
  const end = walk.end(curriculum.head)
  if (end) return broken(end.fault, end.seq)
  const version = versions.find(one => hashOf(one.content) !== one.hash)
  if (version) return broken('VERSION', version.history?.seq ?? null)
  if (curriculum.hash !== contentHash || hashOf(curriculum.content) !== contentHash) return broken('DRAFT', null)
  return { entries, intact: true, seq: null, fault: null }
}

const anchorOf = (version: CurriculumVersionDoc): Anchor[] =>
  (version.history ? [{ ...version.history, contentHash: version.hash, facts: publicationOf(version) }] : [])

/** The text whose SHA-256 a content's hash is. */
export const canonicalContent = ({ content }: Pick<CurriculumVersionDoc, 'content'>): string => canonical(content)
