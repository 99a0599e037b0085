import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { CurriculumPatch, NewCurriculumInput } from '../../graphql.ts'
import { read } from '../../lib/input.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { beginning } from '../domain/chain.ts'
import { newShape, patched } from '../input.ts'
import { CurriculumModel, type Content, type CurriculumDoc } from '../model.ts'
import { beginPolicy, curriculumViewerPolicy } from '../policy.ts'
import { entriesOf, writeEntries } from './entries.ts'
import { hashOf } from './hash.ts'

const empty = { audience: '', summary: '', faculty: '', team: [], outcomes: [], competencies: [], subjects: [], assessments: [], references: [] }

/** Begins a draft, empty or with the sections of `patch`. An agreement is needed to publish, not to begin. */
export async function createCurriculum(ctx: Context, input: NewCurriculumInput, patch: CurriculumPatch = {}): Promise<CurriculumDoc> {
  authorise(curriculumViewerPolicy, 'createCurriculum', ctx.viewer, ctx.viewer)
  const { partner: id, code, ...identity } = read(newShape, input)
  const partner = await ctx.load.partner.find(id)
  if (!partner || !beginPolicy.see(ctx.viewer, { partner: id })) throw new Refusal('NOT_FOUND', {}, 'input.partner')
  authorise(beginPolicy, 'create', ctx.viewer, { partner: partner._id })
  const { content } = patched({ ...empty, ...identity } satisfies Content, patch)
  const begun = { _id: new Types.ObjectId(), partner: partner._id, head: beginning }
  const hash = hashOf(content)
  const entries = entriesOf(ctx, begun, [{ kind: 'begin', facts: { code, title: content.title } }], hash)
  const { seq, hash: last } = entries.at(-1)!
  await inTransaction(async session => {
    await CurriculumModel.create([{ ...begun, code, content, hash, head: { seq, hash: last }, changedAt: {}, updatedAt: ctx.now() }], { session })
    await writeEntries(entries, session)
  }).catch(error => { throw isDuplicate(error, 'code') ? new Refusal('CURRICULUM_CODE_TAKEN', { code }, 'input.code') : error })
  return ctx.load.curriculum.get(begun._id)
}
