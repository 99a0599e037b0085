import type { Context } from '../../context.ts'
import { CurriculumModel, CurriculumVersionModel, type CurriculumDoc, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import type { Services } from '../../domain.ts'
import type { ImprovementInput, ImprovementState } from '../../graphql.ts'
import { day, line, read, z } from '../../lib/input.ts'
import { isId } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { notify } from '../../notice/index.ts'
import { agencyHolders, holdersOf } from '../../people/index.ts'
import { ImprovementModel, type ImprovementDoc, type ScorecardDoc } from '../model.ts'
import { improvementPolicy, scorecardPolicy } from '../policy.ts'

const IMPROVEMENTS_MAX = 50
const shape = z.object({ title: line(300), side: z.enum(['AGENCY', 'PARTNER']), due: day })

/** Asks for something to be improved, of one side, by a day. The same again is the one there is. */
export async function addImprovement(ctx: Context, id: string, input: ImprovementInput): Promise<ScorecardDoc> {
  const scorecard = await ctx.load.scorecard.get(id)
  authorise(scorecardPolicy, 'improve', ctx.viewer, scorecard)
  const asked = read(shape, input)
  const there = await ctx.load.improvementsOfScorecard.of(scorecard._id)
  if (there.some(({ title, side }) => title === asked.title && side === asked.side)) return scorecard
  if (there.length >= IMPROVEMENTS_MAX) throw new Refusal('OUT_OF_RANGE', { max: IMPROVEMENTS_MAX })
  const { curriculum, partner, number } = scorecard
  await ImprovementModel.create({ ...asked, scorecard: scorecard._id, curriculum, partner, number, by: signedIn(ctx.viewer), at: ctx.now() })
  ctx.load.improvementsOfScorecard.forget()
  ctx.load.improvementsOfCurriculum.forget()
  return scorecard
}

/** Says how far it is. Done it is in a version later than the one that asked for it (IMPROVEMENT_VERSION otherwise). */
export async function moveImprovement(ctx: Context, id: string, revision: number, state: ImprovementState, doneIn: string | null | undefined): Promise<ImprovementDoc> {
  const improvement = await ctx.load.improvement.get(id)
  authorise(improvementPolicy, 'move', ctx.viewer, improvement)
  const version = state === 'DONE' ? await versionThatDid(improvement, doneIn) : null
  const saved = await saveIf<ImprovementDoc>(ImprovementModel, improvement._id, { revision }, { state, doneIn: version?._id ?? null })
  ctx.load.improvementsOfScorecard.forget()
  ctx.load.improvementsOfCurriculum.forget()
  return ctx.load.improvement.fresh(saved)
}

async function versionThatDid({ curriculum, number }: ImprovementDoc, id: string | null | undefined): Promise<CurriculumVersionDoc> {
  const version = id && isId(id) ? await CurriculumVersionModel.findOne({ _id: id, curriculum }).lean<CurriculumVersionDoc>() : null
  if (!version || version.number <= number) throw new Refusal('IMPROVEMENT_VERSION', { number }, 'doneIn')
  return version
}

/** When the next draft is opened, its authors are told what earlier scorecards asked for. */
export async function tellDrafters(services: Services, { curriculum: id, move }: { curriculum: string; move: string }): Promise<void> {
  if (move !== 'revise' || !isId(id)) return
  const count = await ImprovementModel.countDocuments({ curriculum: id, state: { $ne: 'DONE' } })
  const curriculum = count > 0 ? await CurriculumModel.findById(id).lean<CurriculumDoc>() : null
  if (!curriculum) return
  const [officers, authors] = await Promise.all([agencyHolders(['CURRICULUM_OFFICER']), holdersOf(curriculum.partner, ['PARTNER_AUTHOR', 'PARTNER_LEAD'])])
  await notify(services, {
    to: [...officers, ...authors.map(({ person }) => person)], kind: 'IMPROVEMENTS_WAIT', facts: { title: curriculum.content.title, count },
    link: `/kurikulum/${id}/perbaikan`, key: `improvements:${id}:${curriculum.versionCount}`,
  })
}
