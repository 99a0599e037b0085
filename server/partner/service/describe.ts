import type { Context } from '../../context.ts'
import type { AgreementStatus } from '../../graphql.ts'
import { dayOf, daysBetween } from '../../lib/days.ts'
import type { FileDoc } from '../../file/index.ts'
import * as standing from '../domain/standing.ts'
import { missingTerms } from '../domain/terms.ts'
import { evaluationDueOn, warningsDue } from '../domain/warnings.ts'
import type { AgreementDoc, AgreementDocumentDoc, PartnerDoc } from '../model.ts'
import { partnerPolicy } from '../policy.ts'
import { agreementInForce } from './inForce.ts'
import { warnedOf } from './warn.ts'

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

/** The agreement that follows this one. */
export const renewalOf = async (ctx: Context, agreement: AgreementDoc): Promise<AgreementDoc | null> =>
  (await ctx.load.agreementsAfter.of(agreement._id))[0] ?? null

/** What is due about it today: the same as both sides are told. */
export const warningsOf = async (ctx: Context, agreement: AgreementDoc) =>
  warningsDue(warnedOf(agreement, await ctx.load.agreementsUnder.of(agreement._id), await renewalOf(ctx, agreement)), today(ctx))

export const dueOn = (agreement: AgreementDoc) => evaluationDueOn(warnedOf(agreement, [], null))

/** What the terms of a draft lack; nothing for what was submitted. */
export const missingOf = (agreement: AgreementDoc): string[] => (agreement.state === 'DRAFT' ? missingTerms(agreement.terms ?? null) : [])

/** Signed papers, newest first, each with the agreement whose path leads to it. */
export const documentsOf = (agreement: AgreementDoc): AgreementDocumentDoc[] =>
  [...(agreement.documents ?? [])].reverse().map(document => ({ ...document, agreement: agreement._id }))

export const fileOf = async (ctx: Context, { agreement, file }: AgreementDocumentDoc): Promise<FileDoc> =>
  ({ ...(await ctx.load.file.get(file)), url: `/agreements/${String(agreement)}/files/${String(file)}` })
