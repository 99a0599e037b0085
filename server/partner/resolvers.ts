import type { Resolvers } from '../graphql.ts'
import { isId } from '../lib/mongo.ts'
import { pageOf, searchFilter } from '../lib/page.ts'
import { abilityResolvers, ifSeen, none, signedIn } from '../lib/policy.ts'
import { AgreementModel, PartnerModel, type AgreementDoc, type PartnerDoc } from './model.ts'
import { agreementPolicy, movePolicy, partnerPolicy, partnerViewerPolicy, visibleAgreements, visiblePartners } from './policy.ts'
import { actionMovesOf, isActionOverdue, moveAction, plannedOf, setActions } from './service/action.ts'
import { createAgreement, updateAgreement } from './service/agreement.ts'
import * as described from './service/describe.ts'
import { attachDocument, removeDocument } from './service/document.ts'
import { meanOf, recordEvaluation } from './service/evaluation.ts'
import { addMember, createMember, membersOf, removeMember } from './service/member.ts'
import { moveAgreement, movesOf } from './service/move.ts'
import { createPartner, updatePartner } from './service/partner.ts'
import { renewAgreement } from './service/renew.ts'
import { setTerms } from './service/terms.ts'

export const resolvers: Resolvers = {
  Query: {
    partner: async (_, { id }, ctx) => ifSeen(partnerPolicy, ctx.viewer, await ctx.load.partner.find(id)),
    partners: (_, { search, ...page }, ctx) => {
      signedIn(ctx.viewer)
      return pageOf<PartnerDoc>(PartnerModel, { $and: [visiblePartners(ctx.viewer), searchFilter(search, ['name', 'shortName', 'city', 'code'])] }, page)
    },
    agreement: async (_, { id }, ctx) => ifSeen(movePolicy, ctx.viewer, await ctx.load.agreement.find(id)),
    agreements: (_, { partner, status, ...page }, ctx) => {
      signedIn(ctx.viewer)
      const filters: object[] = [visibleAgreements(ctx.viewer)]
      if (partner) filters.push(isId(partner) ? { partner } : none)
      if (status) filters.push(described.withStatus(ctx, status))
      return pageOf<AgreementDoc>(AgreementModel, { $and: filters }, page)
    },
  },
  Mutation: {
    createPartner: (_, { input }, ctx) => createPartner(ctx, input),
    updatePartner: (_, { partner, revision, input }, ctx) => updatePartner(ctx, partner, revision, input),
    addPartnerMember: (_, { partner, person, role }, ctx) => addMember(ctx, partner, person, role),
    createPartnerMember: (_, { partner, role, input }, ctx) => createMember(ctx, partner, role, input),
    removePartnerMember: (_, { partner, grant }, ctx) => removeMember(ctx, partner, grant),
    createAgreement: (_, { input }, ctx) => createAgreement(ctx, input),
    updateAgreement: (_, { agreement, revision, input }, ctx) => updateAgreement(ctx, agreement, revision, input),
    moveAgreement: (_, { agreement, revision, move, ...asked }, ctx) => moveAgreement(ctx, agreement, revision, move, asked),
    setAgreementTerms: (_, { agreement, revision, terms }, ctx) => setTerms(ctx, agreement, revision, terms),
    setAgreementActions: (_, { agreement, revision, actions }, ctx) => setActions(ctx, agreement, revision, actions),
    moveAgreementAction: (_, { agreement, action, move, note }, ctx) => moveAction(ctx, agreement, action, move, note),
    recordAgreementEvaluation: (_, { agreement, revision, input }, ctx) => recordEvaluation(ctx, agreement, revision, input),
    attachAgreementDocument: (_, { agreement, file, title }, ctx) => attachDocument(ctx, agreement, file, title),
    removeAgreementDocument: (_, { agreement, file }, ctx) => removeDocument(ctx, agreement, file),
    renewAgreement: (_, { agreement, input }, ctx) => renewAgreement(ctx, agreement, input),
  },
  Partner: {
    id: partner => String(partner._id),
    members: (partner, page, ctx) => membersOf(ctx, partner, page),
    agreements: (partner, page, ctx) =>
      pageOf<AgreementDoc>(AgreementModel, { $and: [visibleAgreements(ctx.viewer), { partner: partner._id }] }, page),
    agreementInForce: (partner, _, ctx) => described.inForceOf(ctx, partner),
    viewerCan: partner => partner,
  },
  PartnerAbilities: abilityResolvers(partnerPolicy),
  PartnerMember: {
    id: member => String(member._id),
    person: (member, _, ctx) => ctx.load.person.get(member.person),
  },
  Agreement: {
    id: agreement => String(agreement._id),
    partner: (agreement, _, ctx) => ctx.load.partner.get(agreement.partner),
    parent: (agreement, _, ctx) => ctx.load.agreement.find(agreement.parent),
    status: (agreement, _, ctx) => described.statusOf(ctx, agreement),
    inForce: (agreement, _, ctx) => described.isInForce(ctx, agreement),
    daysLeft: (agreement, _, ctx) => described.daysLeft(ctx, agreement),
    lacksFollowUp: (agreement, _, ctx) => described.lacksFollowUp(ctx, agreement),
    moves: (agreement, _, ctx) => movesOf(ctx, agreement),
    terms: agreement => agreement.terms ?? null,
    missing: agreement => described.missingOf(agreement),
    signatures: agreement => agreement.signatures ?? [],
    actions: agreement => plannedOf(agreement),
    evaluations: agreement => agreement.evaluations ?? [],
    evaluationDueOn: agreement => described.dueOn(agreement),
    documents: agreement => described.documentsOf(agreement),
    renews: (agreement, _, ctx) => ctx.load.agreement.find(agreement.renews),
    renewedBy: (agreement, _, ctx) => described.renewalOf(ctx, agreement),
    warnings: (agreement, _, ctx) => described.warningsOf(ctx, agreement),
    viewerCan: agreement => agreement,
  },
  AgreementStep: { by: (step, _, ctx) => ctx.load.person.find(step.by) },
  AgreementSignature: { by: (signature, _, ctx) => ctx.load.person.find(signature.by) },
  AgreementAction: {
    id: item => String(item._id),
    overdue: (item, _, ctx) => isActionOverdue(ctx, item),
    moves: (item, _, ctx) => actionMovesOf(ctx, item),
  },
  AgreementActionStep: { by: (step, _, ctx) => ctx.load.person.find(step.by) },
  AgreementEvaluation: {
    id: evaluation => String(evaluation._id),
    mean: evaluation => meanOf(evaluation),
    by: (evaluation, _, ctx) => ctx.load.person.find(evaluation.by),
  },
  AgreementDocument: {
    file: (document, _, ctx) => described.fileOf(ctx, document),
    by: (document, _, ctx) => ctx.load.person.find(document.by),
  },
  AgreementAbilities: abilityResolvers(agreementPolicy),
  ViewerAbilities: abilityResolvers(partnerViewerPolicy),
}
