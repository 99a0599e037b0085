import type { Context } from '../../context.ts'
import type { AgreementStatus } from '../../graphql.ts'
import { dayOf, daysBetween } from '../../lib/days.ts'
import * as standing from '../domain/standing.ts'
import type { AgreementDoc, PartnerDoc } from '../model.ts'
import { partnerPolicy } from '../policy.ts'
import { agreementInForce } from './inForce.ts'

const today = (ctx: Context) => dayOf(ctx.now())

export const statusOf = (ctx: Context, agreement: AgreementDoc) => standing.statusOf(agreement, today(ctx))

export const withStatus = (ctx: Context, status: AgreementStatus) => standing.statusFilter(status, today(ctx))

export const isInForce = (ctx: Context, agreement: AgreementDoc) => standing.isInForce(agreement, today(ctx))

/** Days until the last one; 0 on that day, negative after it. */
export const daysLeft = (ctx: Context, agreement: AgreementDoc) => daysBetween(today(ctx), agreement.endsOn)

export const lacksFollowUp = async (ctx: Context, agreement: AgreementDoc): Promise<boolean> =>
  agreement.kind === 'KSB' && standing.lacksFollowUp(agreement, await ctx.load.agreementsUnder.of(agreement._id), today(ctx))

/** The partner's PKS in force, for those who may see its agreements. */
export const inForceOf = async (ctx: Context, partner: PartnerDoc): Promise<AgreementDoc | null> =>
  partnerPolicy.see(ctx.viewer, partner) ? agreementInForce(partner._id, today(ctx)) : null
