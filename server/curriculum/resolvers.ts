import type { ErrorCode, Resolvers } from '../graphql.ts'
import { isId } from '../lib/mongo.ts'
import { pageOf, searchFilter } from '../lib/page.ts'
import { abilityResolvers, ifSeen, none, signedIn } from '../lib/policy.ts'
import {
  CurriculumChangeModel, CurriculumModel, type CurriculumChangeDoc, type CurriculumDoc,
} from './model.ts'
import { curriculumAbilities, curriculumPolicy, curriculumViewerPolicy, versionPolicy, visibleCurricula } from './policy.ts'
import { reviewResolvers } from './reviewResolvers.ts'
import { asOfNow } from './service/asOfNow.ts'
import { createCurriculum } from './service/create.ts'
import * as described from './service/describe.ts'
import { editCurriculum } from './service/edit.ts'
import { stepsOf } from './service/entries.ts'
import { publishCurriculum, reviseCurriculum } from './service/publish.ts'
import { approveCurriculum, archiveCurriculum, returnCurriculum, submitCurriculum, withdrawCurriculum } from './service/review.ts'
import { waiveWarning } from './service/waive.ts'

export const resolvers: Resolvers = {
  ...reviewResolvers,
  Query: {
    curriculum: async (_, { id }, ctx) => ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(id)),
    curricula: (_, { search, partner, state, ...page }, ctx) => {
      signedIn(ctx.viewer)
      const filters: object[] = [visibleCurricula(ctx.viewer), searchFilter(search, ['code', 'content.title', 'content.audience'])]
      if (partner) filters.push(isId(partner) ? { partner } : none)
      if (state) filters.push({ state })
      return pageOf<CurriculumDoc>(CurriculumModel, { $and: filters }, page)
    },
    curriculumVersion: async (_, { id }, ctx) => ifSeen(versionPolicy, ctx.viewer, await ctx.load.curriculumVersion.find(id)),
    ...reviewResolvers.Query,
    trainingKinds: (_, __, ctx) => (signedIn(ctx.viewer) ? [...described.trainingKinds] : []),
  },
  Mutation: {
    ...reviewResolvers.Mutation,
    createCurriculum: (_, { input }, ctx) => createCurriculum(ctx, input),
    editCurriculum: (_, { curriculum, revision, patch }, ctx) => editCurriculum(ctx, curriculum, revision, patch),
    submitCurriculum: (_, { curriculum, revision, due }, ctx) => submitCurriculum(ctx, curriculum, revision, due),
    withdrawCurriculum: (_, { curriculum }, ctx) => withdrawCurriculum(ctx, curriculum),
    returnCurriculum: (_, { curriculum, reason }, ctx) => returnCurriculum(ctx, curriculum, reason),
    approveCurriculum: (_, { curriculum, hash }, ctx) => approveCurriculum(ctx, curriculum, hash),
    publishCurriculum: (_, { curriculum, hash }, ctx) => publishCurriculum(ctx, curriculum, hash),
    reviseCurriculum: (_, { curriculum }, ctx) => reviseCurriculum(ctx, curriculum),
    archiveCurriculum: (_, { curriculum, reason }, ctx) => archiveCurriculum(ctx, curriculum, reason),
    waiveWarning: (_, { curriculum, code, at, reason }, ctx) => waiveWarning(ctx, curriculum, code, at ?? null, reason),
  },
  Curriculum: {
    ...reviewResolvers.Curriculum,
    history: curriculum => stepsOf(curriculum),
    id: curriculum => String(curriculum._id),
    title: curriculum => curriculum.content.title,
    kind: curriculum => described.kindOf(curriculum.content),
    partner: (curriculum, _, ctx) => ctx.load.partner.get(curriculum.partner),
    problems: curriculum => described.problems(curriculum),
    versions: (curriculum, _, ctx) => ctx.load.versionsOfCurriculum.of(curriculum._id),
    published: (curriculum, _, ctx) => described.publishedOf(ctx, curriculum),
    changes: (curriculum, page) => pageOf<CurriculumChangeDoc>(CurriculumChangeModel, { curriculum: curriculum._id }, page),
    moves: (curriculum, _, ctx) => described.movesOf(ctx, curriculum),
    viewerCan: (curriculum, _, ctx) => asOfNow(ctx, curriculum),
  },
  CurriculumAbilities: abilityResolvers(curriculumAbilities),
  CurriculumContent: {
    kind: content => described.kindOf(content),
    hours: content => described.hoursOf(content),
  },
  Hours: { total: described.totalOf, practiceShare: described.practiceShareOf },
  Waiver: { code: waiver => waiver.code as ErrorCode, by: (waiver, _, ctx) => ctx.load.person.get(waiver.by) },
  Approval: {
    by: (approval, _, ctx) => ctx.load.person.get(approval.by),
    onBehalfOf: (approval, _, ctx) => ctx.load.person.find(approval.onBehalfOf),
  },
  CurriculumVersion: {
    ...reviewResolvers.CurriculumVersion,
    id: version => String(version._id),
    curriculum: async (version, _, ctx) => ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(version.curriculum)),
    publishedBy: (version, _, ctx) => ctx.load.person.find(version.publishedBy),
  },
  CurriculumChange: {
    id: change => String(change._id),
    by: (change, _, ctx) => ctx.load.person.find(change.by),
  },
  CurriculumEdit: { by: (edit, _, ctx) => ctx.load.person.find(edit.by) },
  CurriculumStep: { by: (step, _, ctx) => ctx.load.person.find(step.by) },
  Partner: {
    curricula: (partner, page, ctx) => pageOf<CurriculumDoc>(CurriculumModel, { $and: [visibleCurricula(ctx.viewer), { partner: partner._id }] }, page),
  },
  ViewerAbilities: abilityResolvers(curriculumViewerPolicy),
}
