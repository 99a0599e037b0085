import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { CurriculumModel, type CurriculumDoc } from '../../curriculum/index.ts'
import type { ApprovalSide, Role } from '../../graphql.ts'
import { isId } from '../../lib/mongo.ts'
import { searchFilter } from '../../lib/page.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { agencyHolders, holdersOf, PersonModel, type PersonDoc } from '../../people/index.ts'
import { partnerRoles } from '../../viewer.ts'
import type { ParticipantFacts } from '../model.ts'
import { discussionPolicy } from '../policy.ts'

/** Names that are offered at once. */
const OFFERED = 10
const agencyRoles: readonly Role[] = ['CURRICULUM_OFFICER', 'AGENCY_SIGNATORY']

/** Everybody who speaks about this partner's curricula, and for whom: the agency's first, should one be both. */
export async function speakersOf({ partner }: Pick<CurriculumDoc, 'partner'>): Promise<Map<string, ApprovalSide>> {
  const [agency, members] = await Promise.all([agencyHolders(agencyRoles), holdersOf(partner, partnerRoles)])
  return new Map<string, ApprovalSide>([
    ...members.map(({ person }): [string, ApprovalSide] => [String(person), 'PARTNER']),
    ...agency.map((person): [string, ApprovalSide] => [String(person), 'AGENCY']),
  ])
}

/** Who may be named here, by name; at most ten, the viewer left out. */
export async function mentionable(ctx: Context, id: string, search: string | null): Promise<ParticipantFacts[]> {
  signedIn(ctx.viewer)
  const curriculum = isId(id) ? await CurriculumModel.findById(id).lean<CurriculumDoc>() : null
  if (!curriculum) throw new Refusal('NOT_FOUND')
  authorise(discussionPolicy, 'discuss', ctx.viewer, curriculum)
  const sides = await speakersOf(curriculum)
  const ids = [...sides.keys()].filter(person => person !== ctx.viewer.id)
  const people = await PersonModel.find({ $and: [{ _id: { $in: ids }, active: true }, searchFilter(search, ['name', 'position'])] })
    .sort({ name: 1 }).limit(OFFERED).lean<PersonDoc[]>()
  return people.map(person => ({ person, side: sides.get(String(person._id))!, curriculum }))
}

/** The ids of those named. Refuses with NOT_MENTIONABLE when one of them does not take part here. */
export async function readMentions(curriculum: CurriculumDoc, mentions: readonly string[], field: string): Promise<Types.ObjectId[]> {
  if (mentions.length === 0) return []
  const speakers = await speakersOf(curriculum)
  if (mentions.some(id => !speakers.has(id))) throw new Refusal('NOT_MENTIONABLE', {}, field)
  return mentions.map(id => new Types.ObjectId(id))
}
