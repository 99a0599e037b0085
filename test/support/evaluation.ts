import { Types } from 'mongoose'
import { CurriculumVersionModel, type CurriculumVersionDoc } from '../../server/curriculum/index.ts'
import { ImprovementModel, ScorecardModel, type ImprovementDoc, type ScorecardDoc } from '../../server/evaluation/index.ts'
import type { CourseDoc } from '../../server/course/index.ts'
import { aContent } from './curriculum.ts'

const figures: ScorecardDoc['figures'] = { classes: 0, completion: null, turnaround: null, outcomes: [], items: [], acceptableShare: null, reactions: null }

/** A published version that the course says it was compiled from. */
export async function aVersionFor(course: CourseDoc, number = 1): Promise<CurriculumVersionDoc> {
  const { version, curriculum, partner, code } = course
  const version_ = await CurriculumVersionModel.create({
    _id: version, curriculum, partner, code, number, hash: 'h', content: aContent(), approvals: [], publishedAt: new Date(), publishedBy: new Types.ObjectId(),
  })
  return version_.toObject() as CurriculumVersionDoc
}

/** A scorecard of the course's version, with the partner unless fields say otherwise. */
export async function aScorecard({ version, curriculum, partner, _id }: CourseDoc, fields: Partial<ScorecardDoc> = {}): Promise<ScorecardDoc> {
  const scorecard = await ScorecardModel.create({
    version, curriculum, partner, course: _id, number: 1, title: 'Pelatihan Uji', state: 'PARTNER_COMMENT', figures, figuredAt: new Date(), sharedAt: new Date(), ...fields,
  })
  return scorecard.toObject() as unknown as ScorecardDoc
}

/** Something the scorecard asks for, open unless fields say otherwise. */
export async function anImprovement(scorecard: ScorecardDoc, fields: Partial<ImprovementDoc> = {}): Promise<ImprovementDoc> {
  const { _id, curriculum, partner, number } = scorecard
  const improvement = await ImprovementModel.create({
    scorecard: _id, curriculum, partner, number, title: 'Tambah praktik', side: 'PARTNER', due: '2027-01-01', by: new Types.ObjectId(), at: new Date(), ...fields,
  })
  return improvement.toObject() as unknown as ImprovementDoc
}

type World = { course: { course: CourseDoc } }
const scorecardOf = async ({ course }: World): Promise<ScorecardDoc> =>
  (await ScorecardModel.findOneAndUpdate({ version: course.course.version }, { state: 'PARTNER_COMMENT' }, { returnDocument: 'after' }).lean<ScorecardDoc>())
    ?? aScorecard(course.course)

/** Ids of what the world's course has; made where there is none yet. */
export const aScorecardId = async (world: World) => (await scorecardOf(world))._id
export const anImprovementId = async (world: World) => (await anImprovement(await scorecardOf(world)))._id
export const aVersionOf = async ({ course }: World) =>
  (await CurriculumVersionModel.exists({ _id: course.course.version }))?._id ?? (await aVersionFor(course.course))._id
