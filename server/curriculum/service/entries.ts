import { Types, type ClientSession } from 'mongoose'
import type { Context } from '../../context.ts'
import type { CurriculumEntryKind } from '../../graphql.ts'
import { canonical } from '../domain/canonical.ts'
import { beginning, chained, type ChainEntry, type Head } from '../domain/chain.ts'
import { curriculumMoves, type CurriculumMove, type CurriculumState } from '../domain/workflow.ts'
import type { CurriculumDoc } from '../model.ts'
import { organisationOf } from '../policy.ts'
import { CurriculumEntryModel, type CurriculumEntryDoc, type CurriculumStepDoc } from '../reviewModel.ts'
import { sha256 } from './hash.ts'

/** Moves that a curriculum's page shows at once; the whole history is paged. */
const STEPS_MAX = 200
const moveKinds = [...new Set(Object.values(curriculumMoves).flatMap(moves => Object.keys(moves)))] as CurriculumMove[]

/** Whether an entry tells a move along the curriculum's way. */
export const isMove = ({ kind }: { kind: string }): boolean => (moveKinds as string[]).includes(kind)

/** Something that happened to a curriculum: facts are plain data, ids as texts. */
export type Happening = { kind: CurriculumEntryKind; facts?: Record<string, unknown> }

/** A move along its way, as the history tells it. */
export const stepOf = (move: CurriculumMove, to: CurriculumState, reason: string | null = null, facts: Record<string, unknown> = {}): Happening =>
  ({ kind: move, facts: { ...facts, to, reason } })

/** The entries that tell this, each linked to the one before, beginning after the curriculum's head. */
export function entriesOf(
  ctx: Context, curriculum: Pick<CurriculumDoc, '_id' | 'partner' | 'head'>, happenings: readonly Happening[], contentHash: string,
): ChainEntry[] {
  const entries: ChainEntry[] = []
  let head: Head = curriculum.head ?? beginning
  for (const { kind, facts = {} } of happenings) {
    head = chained(head, {
      curriculum: String(curriculum._id), at: ctx.now().toISOString(), by: ctx.viewer.id, organisation: organisationOf(ctx.viewer, curriculum),
      kind, facts: JSON.parse(canonical(facts)) as Record<string, unknown>, contentHash,
    }, sha256)
    entries.push(head as ChainEntry)
  }
  return entries
}

/** Writes entries in the transaction of what they tell: there is neither without the other. */
export async function writeEntries(entries: readonly ChainEntry[], session: ClientSession): Promise<void> {
  await CurriculumEntryModel.insertMany(entries.map(({ curriculum, at, by, ...entry }) =>
    ({ ...entry, curriculum: new Types.ObjectId(curriculum), at: new Date(at), by: by && new Types.ObjectId(by) })), { session })
}

/** As it was chained. */
export const chainEntryOf = ({ curriculum, seq, at, by, organisation, kind, facts, contentHash, previous, hash }: CurriculumEntryDoc): ChainEntry =>
  ({ curriculum: String(curriculum), seq, at: at.toISOString(), by: by && String(by), organisation, kind, facts, contentHash, previous, hash })

/** Whom else an entry concerns: who stands in, or whom the actor stood in for. */
export const concernedBy = ({ kind, facts }: CurriculumEntryDoc): string | null =>
  ((kind === 'delegate' || kind === 'revoke' ? facts.to : facts.onBehalfOf) as string | undefined) ?? null

/** The moves it made, oldest first; of very many, the last 200. */
export async function stepsOf({ _id }: Pick<CurriculumDoc, '_id'>): Promise<CurriculumStepDoc[]> {
  const entries = await CurriculumEntryModel.find({ curriculum: _id, kind: { $in: moveKinds } }).sort({ seq: -1 }).limit(STEPS_MAX).lean<CurriculumEntryDoc[]>()
  return entries.reverse().map(({ at, by, kind, facts }) => ({
    at, by, move: kind as CurriculumMove, to: facts.to as CurriculumState, reason: (facts.reason as string | null) ?? null,
  }))
}
