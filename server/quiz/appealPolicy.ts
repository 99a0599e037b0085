import type { AppealAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { isOfficer, learnsIn, readsAll, teachesCourse, type Viewer } from '../viewer.ts'
import type { AppealDoc } from './appealModel.ts'

const judges = (viewer: Viewer, course: unknown) => teachesCourse(viewer, course) && !learnsIn(viewer, course)

/**
 * Who teaches the course judges, in whatever class; where nobody there is independent, the agency's officer does. Never the
 * learner, nor anybody who marked it or wrote it.
 */
export const appealPolicy: Policy<AppealAbilities, AppealDoc> = {
  see: (viewer, { person, course }) => viewer.id === String(person) || readsAll(viewer) || judges(viewer, course),
  decide: (viewer, appeal) => mayJudge(viewer, appeal) && appeal.state === 'OPEN',
}

/** Who may decide it, whatever its state; the use case then says that it is decided. */
export const judgePolicy: Policy<{ see: boolean; judge: boolean }, AppealDoc> = { see: appealPolicy.see, judge: (viewer, appeal) => mayJudge(viewer, appeal) }

const mayJudge = (viewer: Viewer, { course, barred }: AppealDoc) =>
  (judges(viewer, course) || (isOfficer(viewer) && !learnsIn(viewer, course))) && !barred.some(one => String(one) === viewer.id)

/** `appealPolicy.see`, said to Mongo; test/quiz/appeal.test.ts holds the two to the same answer. */
export function visibleAppeals(viewer: Viewer) {
  if (readsAll(viewer)) return {}
  const courses = [...new Set(viewer.teaching.values())].filter(course => judges(viewer, course))
  return { $or: [{ person: { $in: viewer.id ? [viewer.id] : [] } }, { course: { $in: courses } }] }
}
