import type { Context } from '../../context.ts'
import type { NewCurriculumInput } from '../../graphql.ts'
import { read } from '../../lib/input.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { newShape } from '../input.ts'
import { CurriculumModel, type Content, type CurriculumDoc } from '../model.ts'
import { beginPolicy, curriculumViewerPolicy } from '../policy.ts'
import { hashOf } from './hash.ts'

const empty = { audience: '', summary: '', faculty: '', team: [], outcomes: [], competencies: [], subjects: [], assessments: [], references: [] }

/** Begins a draft. An agreement is needed to publish, not to begin. */
export async function createCurriculum(ctx: Context, input: NewCurriculumInput): Promise<CurriculumDoc> {
  authorise(curriculumViewerPolicy, 'createCurriculum', ctx.viewer, ctx.viewer)
  const { partner: id, code, ...identity } = read(newShape, input)
  const partner = await ctx.load.partner.find(id)
  if (!partner || !beginPolicy.see(ctx.viewer, { partner: id })) throw new Refusal('NOT_FOUND', {}, 'input.partner')
  authorise(beginPolicy, 'create', ctx.viewer, { partner: partner._id })
  const content: Content = { ...empty, ...identity }
  const curriculum = await CurriculumModel
    .create({ code, partner: partner._id, content, hash: hashOf(content), changedAt: {}, updatedAt: ctx.now() })
    .catch(error => { throw isDuplicate(error, 'code') ? new Refusal('CURRICULUM_CODE_TAKEN', { code }, 'input.code') : error })
  return ctx.load.curriculum.get(curriculum._id)
}
