import type { Resolvers } from '../graphql.ts'
import { isId } from '../lib/mongo.ts'
import { pageOf } from '../lib/page.ts'
import { abilityResolvers, ifSeen, none, signedIn } from '../lib/policy.ts'
import { DriftModel, type DriftDoc } from './model.ts'
import { driftAbilities, driftPolicy, recompilePolicy, visibleDrifts } from './policy.ts'
import { acceptDrift } from './service/accept.ts'
import { recompile, recompilePlan } from './service/recompile.ts'
import { watch } from './service/watch.ts'

export const resolvers: Resolvers = {
  Query: {
    recompilePlan: (_, { course }, ctx) => recompilePlan(ctx, course),
    drifts: (_, { state, partner, ...page }, ctx) => {
      signedIn(ctx.viewer)
      const filters: object[] = [visibleDrifts(ctx.viewer), state ? { state } : {}]
      if (partner) filters.push(isId(partner) ? { partner } : none)
      return pageOf<DriftDoc>(DriftModel, { $and: filters }, page)
    },
    drift: async (_, { id }, ctx) => ifSeen(driftPolicy, ctx.viewer, await ctx.load.drift.find(id)),
  },
  Mutation: {
    recompile: (_, { course, planHash }, ctx) => recompile(ctx, course, planHash),
    acceptDrift: (_, { drift, hash }, ctx) => acceptDrift(ctx, drift, hash),
  },
  Drift: {
    id: drift => String(drift._id),
    course: (drift, _, ctx) => ctx.load.course.get(drift.course),
    version: async (drift, _, ctx) => (await ctx.load.curriculumVersion.get(drift.version)).number,
    viewerCan: drift => drift,
  },
  DriftAbilities: abilityResolvers(driftAbilities),
  DriftAcceptance: { by: ({ by }, _, ctx) => ctx.load.person.get(by) },
  RecompilePlan: { viewerCan: ({ course }) => course },
  RecompileAbilities: abilityResolvers(recompilePolicy),
  Course: {
    drifts: async (course, _, ctx) => (recompilePolicy.see(ctx.viewer, course) ? watch(ctx, course) : null),
    recompileTo: async (course, _, ctx) => {
      const plan = await recompilePlan(ctx, String(course._id))
      return plan && !plan.target && plan.to > plan.from ? plan.to : null
    },
  },
}
