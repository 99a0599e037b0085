import { CourseModel, type CourseDoc } from '../../course/index.ts'
import { CurriculumVersionModel, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import type { Services } from '../../domain.ts'
import { dayOf } from '../../lib/days.ts'
import { digestOf } from '../../lib/digest.ts'
import { eachOf, isDuplicate, isId } from '../../lib/mongo.ts'
import { notify } from '../../notice/index.ts'
import { agencyHolders, holdersOf } from '../../people/index.ts'
import { partnerRoles } from '../../viewer.ts'
import { driftsOf, type FoundDrift } from '../domain/drifts.ts'
import { reconcile } from '../domain/standing.ts'
import { DriftModel, type DriftDoc } from '../model.ts'
import { factsOf } from './gather.ts'

const hashOf = (course: CourseDoc, { kind, element, facts }: FoundDrift): string =>
  digestOf({ course: String(course._id), version: String(course.version), kind, element, facts })

/**
 * Looks where the course drifts, and keeps what it finds: new drifts are opened and both sides told, mended ones close,
 * those that come back are open again without the acceptances they had. Safe to run at any time, twice and at once.
 * Gives those that are there now, the open ones and the accepted.
 */
export async function watch(services: Pick<Services, 'now'>, course: CourseDoc): Promise<DriftDoc[]> {
  const version = await CurriculumVersionModel.findById(course.version).lean<CurriculumVersionDoc>()
  if (!version) return []
  const now = services.now()
  const found = new Map(driftsOf(version.content, await factsOf(course, now)).map(drift => [hashOf(course, drift), drift]))
  const known = await DriftModel.find({ course: course._id }).select('hash state').lean<Pick<DriftDoc, 'hash' | 'state'>[]>()
  const { fresh, back, gone } = reconcile(known, [...found.keys()])
  const of = { course: course._id }
  if (fresh.length > 0) {
    const { version: approved, curriculum, partner } = course
    await DriftModel.insertMany(fresh.map(hash => ({ ...of, version: approved, curriculum, partner, ...found.get(hash)!, hash, foundAt: now })), { ordered: false }).catch(error => {
      if (!isDuplicate(error)) throw error
    })
  }
  if (back.length > 0) await DriftModel.updateMany({ ...of, hash: { $in: back }, state: 'CLOSED' }, { $set: { state: 'OPEN', foundAt: now, closedAt: null, acceptances: [] }, $inc: { revision: 1 } })
  if (gone.length > 0) await DriftModel.updateMany({ ...of, hash: { $in: gone }, state: { $ne: 'CLOSED' } }, { $set: { state: 'CLOSED', closedAt: now }, $inc: { revision: 1 } })
  if (fresh.length + back.length > 0) await tellBoth(services, course, fresh.length + back.length)
  return DriftModel.find({ ...of, state: { $ne: 'CLOSED' } }).sort({ _id: 1 }).lean<DriftDoc[]>()
}

/** Once a day and course: whoever edits for an hour sends one notice. */
async function tellBoth(services: Pick<Services, 'now'>, { _id, title, partner }: CourseDoc, count: number): Promise<void> {
  const [agency, members] = await Promise.all([agencyHolders(['CURRICULUM_OFFICER', 'AGENCY_SIGNATORY']), holdersOf(partner, partnerRoles)])
  await notify(services, {
    to: [...agency, ...members.map(({ person }) => person)], kind: 'DRIFT_FOUND', facts: { title, count },
    link: `/pelatihan/${String(_id)}?tab=kesesuaian`, key: `drift:${String(_id)}:${dayOf(services.now())}`,
  })
}

/** What an edit may have moved. */
export async function watchEdited(services: Services, id: string): Promise<void> {
  const course = isId(id) ? await CourseModel.findById(id).lean<CourseDoc>() : null
  if (course) await watch(services, course)
}

/** Finds what no edit told of: a class that began, a process that died. */
export async function watchAll(services: Services): Promise<void> {
  for await (const course of eachOf<CourseDoc>(CourseModel)) await watch(services, course)
}
