import type { ClassAbilities, CourseAbilities, EnrolmentAbilities, LessonAbilities, ViewerAbilities } from '../graphql.ts'
import { none, type Policy } from '../lib/policy.ts'
import { editsCourse, has, isOfPartner, isOfficer, learnsIn, ownPartners, readsAll, teachesClass, teachesCourse, type Viewer } from '../viewer.ts'
import type { ClassDoc, CourseDoc, EnrolmentDoc } from './model.ts'

const edits = (viewer: Viewer, { _id, partner }: CourseDoc) => editsCourse(viewer, { course: _id, partner })
const isOwn = (viewer: Viewer, { person }: EnrolmentDoc) => viewer.id === String(person)

/** Looks for a class to take, or to send people to. */
const browses = (viewer: Viewer) => has(viewer, 'LEARNER') || has(viewer, 'UNIT_HEAD') || has(viewer, 'SUPERVISOR')

/** Who may do what with a course. Its facts show wherever a class shows that one may enrol in; its lessons do not. */
export const coursePolicy: Policy<CourseAbilities, CourseDoc> = {
  see: (viewer, course) => readsAll(viewer) || isOfPartner(viewer, course.partner) || learnsIn(viewer, course._id) || teachesCourse(viewer, course._id),
  edit: edits,
  createClass: viewer => isOfficer(viewer),
  setRules: viewer => isOfficer(viewer),
}

/** Who may do what with a lesson, judged by the course it belongs to. */
export const lessonPolicy: Policy<LessonAbilities, CourseDoc> = {
  see: coursePolicy.see,
  edit: coursePolicy.edit,
}

export const classPolicy: Policy<ClassAbilities, ClassDoc> = {
  see: (viewer, cls) => readsAll(viewer) || isOfPartner(viewer, cls.partner) || viewer.learning.has(String(cls._id))
    || teachesClass(viewer, cls._id) || (browses(viewer) && cls.cancelledReason === null),
  edit: viewer => isOfficer(viewer),
  // Who teaches a class does not mark their own work in it.
  enrol: (viewer, cls) => has(viewer, 'LEARNER') && cls.cancelledReason === null
    && !teachesClass(viewer, cls._id) && !viewer.learning.has(String(cls._id)),
  enrolOthers: viewer => isOfficer(viewer) || has(viewer, 'UNIT_HEAD'),
  teach: (viewer, cls) => isOfficer(viewer) || teachesClass(viewer, cls._id),
  // Not for the partner: it sees figures, not persons (UU 27/2022, least data).
  seeLearners: (viewer, cls) => readsAll(viewer) || teachesClass(viewer, cls._id),
}

export const enrolmentPolicy: Policy<EnrolmentAbilities, EnrolmentDoc> = {
  see: (viewer, enrolment) => isOwn(viewer, enrolment) || readsAll(viewer) || teachesClass(viewer, enrolment.class),
  learn: (viewer, enrolment) => isOwn(viewer, enrolment) && enrolment.state === 'ENROLLED',
  withdraw: (viewer, enrolment) => enrolment.state !== 'WITHDRAWN' && (isOwn(viewer, enrolment) || isOfficer(viewer)),
}

export const courseViewerPolicy: Policy<Pick<ViewerAbilities, 'seeClasses'>, Viewer> = {
  seeClasses: viewer => readsAll(viewer) || has(viewer, 'UNIT_HEAD') || has(viewer, 'SUPERVISOR'),
}

/** `coursePolicy.see`, said to Mongo; test/course/policy.test.ts holds the two to the same answer. */
export function visibleCourses(viewer: Viewer) {
  if (readsAll(viewer)) return {}
  const learnt = [...viewer.learning.values()].filter(({ state }) => state === 'ENROLLED').map(({ course }) => course)
  return { $or: [{ partner: { $in: ownPartners(viewer) } }, { _id: { $in: [...learnt, ...viewer.teaching.values()] } }] }
}

/** `classPolicy.see`, said to Mongo. */
export function visibleClasses(viewer: Viewer) {
  if (readsAll(viewer)) return {}
  const own = [{ partner: { $in: ownPartners(viewer) } }, ownClasses(viewer)]
  return { $or: browses(viewer) ? [...own, { cancelledReason: null }] : own }
}

/** Classes one learns in, waits for, or teaches. */
export const ownClasses = (viewer: Viewer) => ({ _id: { $in: [...viewer.learning.keys(), ...viewer.teaching.keys()] } })

/** `enrolmentPolicy.see` within one class, said to Mongo. */
export function visibleEnrolments(viewer: Viewer, cls: ClassDoc) {
  if (classPolicy.seeLearners(viewer, cls)) return { class: cls._id }
  return viewer.id ? { class: cls._id, person: viewer.id } : none
}
