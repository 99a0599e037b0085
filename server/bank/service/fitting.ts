import type { BankOwnerKind, CognitiveLevel, QuestionKind } from '../../graphql.ts'
import { isId } from '../../lib/mongo.ts'
import { searchFilter } from '../../lib/page.ts'
import { none } from '../../lib/policy.ts'

/** What is left out, empty or null fits anything. `category` is a path and holds what is filed below it. */
export type Fitting = {
  owner?: { kind: BankOwnerKind; id?: string | null } | null
  category?: string | null; tag?: string | null; outcome?: string | null; level?: CognitiveLevel | null; kind?: QuestionKind | null
}

/** The questions filed so, whatever state they are in, said to Mongo. `outcome`: its words, in any order. */
export function fitting({ owner, category, tag, outcome, level, kind }: Fitting): object {
  const filters: object[] = [searchFilter(outcome, ['outcome'])]
  if (owner) filters.push(owner.id && !isId(owner.id) ? none : { 'owner.kind': owner.kind, 'owner.id': owner.kind === 'AGENCY' ? null : owner.id ?? null })
  if (category) filters.push({ $or: [{ category }, { category: { $gte: `${category}/`, $lt: `${category}0` } }] })
  if (tag) filters.push({ tags: tag })
  if (level) filters.push({ level })
  if (kind) filters.push({ kind })
  return { $and: filters }
}
