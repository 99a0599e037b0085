import type { Context } from '../../context.ts'
import type { CurriculumSection } from '../../graphql.ts'
import { read } from '../../lib/input.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { commentShape } from '../input.ts'
import { CurriculumCommentModel, type CurriculumDoc } from '../model.ts'
import { curriculumPolicy } from '../policy.ts'

/** Says something about the draft, or about one section of it. Sent twice in a row, it is said once. */
export async function commentCurriculum(ctx: Context, id: string, section: CurriculumSection | null, said: string): Promise<CurriculumDoc> {
  const curriculum = await ctx.load.curriculum.get(id)
  authorise(curriculumPolicy, 'comment', ctx.viewer, curriculum)
  if (curriculum.state === 'ARCHIVED') throw new Refusal('WRONG_STATE', { state: curriculum.state, move: 'comment' })
  const text = read(commentShape, said, 'text')
  const by = signedIn(ctx.viewer)
  const last = await CurriculumCommentModel.findOne({ curriculum: curriculum._id }).sort({ _id: -1 }).lean()
  const repeated = last && String(last.by) === by && last.text === text && (last.section ?? null) === section
  if (!repeated) await CurriculumCommentModel.create({ curriculum: curriculum._id, at: ctx.now(), by, section, text })
  return curriculum
}
