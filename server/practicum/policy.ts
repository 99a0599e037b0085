import type { PracticumAbilities, SubmissionAbilities } from '../graphql.ts'
import { none, type Policy } from '../lib/policy.ts'
import { editsCourse, isOfPartner, learnsIn, readsAll, teachesClass, teachesCourse, type Viewer } from '../viewer.ts'
import { isOpen } from './domain/submission.ts'
import type { PracticumDoc, SubmissionDoc } from './model.ts'

/** Who may do what with a practicum. */
export const practicumPolicy: Policy<PracticumAbilities, PracticumDoc> = {
  see: (viewer, { course, partner }) => readsAll(viewer) || isOfPartner(viewer, partner) || learnsIn(viewer, course) || teachesCourse(viewer, course),
  // Nobody writes the rubric they are judged by, whatever else they are.
  edit: (viewer, practicum) => editsCourse(viewer, practicum) && !learnsIn(viewer, practicum.course),
}

const isOwn = (viewer: Viewer, { person }: SubmissionDoc) => viewer.id === String(person)

/** Whose work it is and who judges it, whatever its state; a use case then says why it cannot be done now. */
export const workPolicy: Policy<{ see: boolean; handIn: boolean; judge: boolean }, SubmissionDoc> = {
  see: (viewer, submission) => isOwn(viewer, submission) || readsAll(viewer) || teachesClass(viewer, submission.class),
  handIn: (viewer, submission) => isOwn(viewer, submission) && viewer.learning.get(String(submission.class))?.state === 'ENROLLED',
  // Instructors of the class; the agency's officers do not grade, and nobody grades their own.
  judge: (viewer, submission) => teachesClass(viewer, submission.class) && !isOwn(viewer, submission),
}

/** What the viewer may do now: the same rules, in the state it is in. */
export const submissionPolicy: Policy<SubmissionAbilities, SubmissionDoc> = {
  see: workPolicy.see,
  edit: (viewer, submission) => isOpen(submission.state) && workPolicy.handIn(viewer, submission),
  submit: (viewer, submission) => submissionPolicy.edit(viewer, submission),
  grade: (viewer, submission) => (submission.state === 'SUBMITTED' || submission.state === 'GRADED') && workPolicy.judge(viewer, submission),
  return: (viewer, submission) => submission.state === 'SUBMITTED' && workPolicy.judge(viewer, submission),
}

/** `submissionPolicy.see`, said to Mongo; test/practicum/policy.test.ts holds the two to the same answer. */
export function visibleSubmissions(viewer: Viewer) {
  if (readsAll(viewer)) return {}
  return { $or: [{ person: { $in: viewer.id ? [viewer.id] : [] } }, { class: { $in: [...viewer.teaching.keys()] } }] }
}

/** What waits for this viewer's judgement: handed in, in classes they teach, by others. */
export function awaiting(viewer: Viewer) {
  if (!viewer.id || viewer.teaching.size === 0) return none
  return { class: { $in: [...viewer.teaching.keys()] }, state: 'SUBMITTED', person: { $ne: viewer.id } }
}
