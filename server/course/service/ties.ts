import { scopesOf, type Learning, type Viewer } from '../../viewer.ts'
import { ClassModel, EnrolmentModel, type ClassDoc, type EnrolmentDoc } from '../model.ts'

/** More classes than anybody takes or teaches in a working life; what is older is not judged by. */
const TIES_MAX = 200

/** The classes a viewer learns in or waits for, and those they teach: what policies judge by. */
export async function tiesOf(viewer: Viewer): Promise<Pick<Viewer, 'learning' | 'teaching'>> {
  if (!viewer.id || viewer.mustChangePassword) return { learning: new Map(), teaching: new Map() }
  const taught = scopesOf(viewer, 'CLASS', 'INSTRUCTOR')
  const [enrolments, classes] = await Promise.all([
    EnrolmentModel.find({ person: viewer.id, state: { $in: ['ENROLLED', 'WAITING'] } })
      .sort({ _id: -1 }).limit(TIES_MAX).select('class course state').lean<EnrolmentDoc[]>(),
    taught.length === 0 ? [] : ClassModel.find({ _id: { $in: taught } }).sort({ _id: -1 }).limit(TIES_MAX).select('course').lean<ClassDoc[]>(),
  ])
  return {
    learning: new Map(enrolments.map(enrolment => [String(enrolment.class), learningOf(enrolment)])),
    teaching: new Map(classes.map(cls => [String(cls._id), String(cls.course)])),
  }
}

export const learningOf = ({ _id, course, state }: EnrolmentDoc): Learning => ({ enrolment: String(_id), course: String(course), state })
