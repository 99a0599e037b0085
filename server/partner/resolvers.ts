import type { Resolvers } from '../graphql.ts'
import { isId } from '../lib/mongo.ts'
import { pageOf, searchFilter } from '../lib/page.ts'
import { abilityResolvers, ifSeen, none, signedIn } from '../lib/policy.ts'
import { AgreementModel, PartnerModel, type AgreementDoc, type PartnerDoc } from './model.ts'
import { agreementPolicy, movePolicy, partnerPolicy, partnerViewerPolicy, visibleAgreements, visiblePartners } from './policy.ts'
import { createAgreement, updateAgreement } from './service/agreement.ts'
import * as described from './service/describe.ts'
import { addMember, createMember, membersOf, removeMember } from './service/member.ts'
import { moveAgreement, movesOf } from './service/move.ts'
import { createPartner, updatePartner } from './service/partner.ts'

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
    viewerCan: agreement => agreement,
  },
  AgreementStep: { by: (step, _, ctx) => ctx.load.person.find(step.by) },
  AgreementAbilities: abilityResolvers(agreementPolicy),
  ViewerAbilities: abilityResolvers(partnerViewerPolicy),
}
