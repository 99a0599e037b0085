import type { Context } from '../../context.ts'
import { CourseModel, type CourseDoc } from '../../course/index.ts'
import type { BankFilter, BankOwner } from '../../graphql.ts'
import { pageOf, searchFilter, type Page, type PageArgs } from '../../lib/page.ts'
import { signedIn } from '../../lib/policy.ts'
import { PartnerModel, type PartnerDoc } from '../../partner/index.ts'
import { isOfficer, scopesOf } from '../../viewer.ts'
import { BankQuestionModel, type BankQuestionDoc, type OwnerDoc } from '../model.ts'
import { visibleBankQuestions } from '../policy.ts'
import { fitting } from './fitting.ts'

/** Owners one is offered; an officer writes for all partners, and for courses from their own pages. */
const OWNERS_MAX = 200

/** The questions the viewer may use that fit the filter, newest first. */
export function bankQuestions(ctx: Context, filter: BankFilter | null, page: PageArgs): Promise<Page<BankQuestionDoc>> {
  signedIn(ctx.viewer)
  const { search, owner, category, tag, level, kind, states } = filter ?? {}
  const filters: object[] = [visibleBankQuestions(ctx.viewer), searchFilter(search, ['words', 'tags', 'category', 'outcome']), fitting({ owner, category, tag, level, kind })]
  if (states?.length) filters.push({ state: { $in: states } })
  return pageOf<BankQuestionDoc>(BankQuestionModel, { $and: filters }, page)
}

/** Owners for whom the viewer may write, by name. */
export async function bankOwners(ctx: Context): Promise<BankOwner[]> {
  signedIn(ctx.viewer)
  const officer = isOfficer(ctx.viewer)
  const partners = await PartnerModel.find(officer ? {} : { _id: { $in: scopesOf(ctx.viewer, 'PARTNER', 'PARTNER_AUTHOR') } }).sort({ shortName: 1 }).limit(OWNERS_MAX).lean<PartnerDoc[]>()
  const courses = await CourseModel.find({ _id: { $in: [...new Set(ctx.viewer.teaching.values())] } }).sort({ title: 1 }).limit(OWNERS_MAX).lean<CourseDoc[]>()
  return [
    ...(officer ? [{ kind: 'AGENCY' as const, id: null, name: AGENCY }] : []),
    ...partners.map(({ _id, shortName }) => ({ kind: 'PARTNER' as const, id: String(_id), name: shortName })),
    ...courses.map(({ _id, code, title }) => ({ kind: 'COURSE' as const, id: String(_id), name: `${code} ${title}` })),
  ]
}

const AGENCY = 'BKPSDM Kota Medan'

/** Who owns it, by name. */
export async function ownerOf(ctx: Context, { kind, id }: OwnerDoc): Promise<BankOwner> {
  if (kind === 'AGENCY' || !id) return { kind: 'AGENCY', id: null, name: AGENCY }
  const name = kind === 'PARTNER' ? (await ctx.load.partner.find(id))?.shortName : (await ctx.load.course.find(id))?.title
  return { kind, id: String(id), name: name ?? '–' }
}
