import { curriculumPolicy } from '../curriculum/index.ts'
import type { Resolvers } from '../graphql.ts'
import { abilityResolvers, ifSeen } from '../lib/policy.ts'
import { importPolicy, templatePolicy } from './policy.ts'
import { applyImport } from './service/apply.ts'
import * as described from './service/describe.ts'
import { labelOf, originOf, sourceOf } from './service/origin.ts'
import { previewImport } from './service/preview.ts'
import { createCurriculumFrom, removeTemplate, saveTemplate, templates } from './service/templates.ts'

export const resolvers: Resolvers = {
  Query: {
    curriculumImport: async (_, { id }, ctx) => ifSeen(importPolicy, ctx.viewer, await ctx.load.curriculumImport.find(id)),
    curriculumTemplates: (_, page, ctx) => templates(ctx, page),
  },
  Mutation: {
    previewImport: (_, { file, curriculum }, ctx) => previewImport(ctx, file, curriculum ?? null),
    applyImport: (_, args, ctx) => applyImport(ctx, args),
    saveTemplate: (_, args, ctx) => saveTemplate(ctx, args),
    removeTemplate: (_, { template }, ctx) => removeTemplate(ctx, template),
    createCurriculumFrom: (_, { input, from }, ctx) => createCurriculumFrom(ctx, input, from),
  },
  CurriculumImport: {
    id: found => String(found._id),
    into: async (found, _, ctx) => ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(found.curriculum)),
    errors: found => described.countOf(found, 'ERROR'),
    warnings: found => described.countOf(found, 'WARNING'),
    comparison: (found, _, ctx) => described.comparisonOf(ctx, found),
    problems: found => described.problemsIn(found),
    stale: (found, _, ctx) => described.isStale(ctx, found),
    applied: async (found, _, ctx) => ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(found.applied)),
  },
  CurriculumTemplate: {
    builtIn: template => template.stored === null,
    partner: (template, _, ctx) => described.partnerOf(ctx, template),
    taken: template => template.stored?.taken ?? null,
    savedBy: async (template, _, ctx) => ctx.load.person.find(template.stored?.by),
    savedAt: template => template.stored?.at ?? null,
    viewerCan: template => template,
  },
  CurriculumTemplateAbilities: abilityResolvers(templatePolicy),
  CurriculumOrigin: {
    label: (origin, _, ctx) => labelOf(ctx, origin),
    curriculum: (origin, _, ctx) => sourceOf(ctx, origin),
    by: (origin, _, ctx) => ctx.load.person.find(origin.by),
  },
  Curriculum: { origin: curriculum => originOf(curriculum) },
}
