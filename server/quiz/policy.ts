import type { AttemptAbilities, QuizAbilities, RegradeAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { editsCourse, isOfficer, isOfPartner, learnsIn, ownPartners, readsAll, teachesClass, teachesCourse, type Viewer } from '../viewer.ts'
import { isHandedIn, isOpen } from './domain/states.ts'
import type { AttemptDoc, QuizDoc } from './model.ts'
import type { RegradeDoc } from './regradeModel.ts'

/** Who may do what with a quiz. `edit` is also who sees the key. */
export const quizPolicy: Policy<QuizAbilities, QuizDoc> = {
  see: (viewer, { course, partner }) => readsAll(viewer) || isOfPartner(viewer, partner) || learnsIn(viewer, course) || teachesCourse(viewer, course),
  // Nobody writes the questions they are to answer, whatever else they are.
  edit: (viewer, quiz) => editsCourse(viewer, quiz) && !learnsIn(viewer, quiz.course),
  // Of nobody in particular, and with the key: for who writes the questions and who answers for them.
  seeStatistics: (viewer, quiz) => !learnsIn(viewer, quiz.course) && (editsCourse(viewer, quiz) || readsAll(viewer) || isOfPartner(viewer, quiz.partner)),
  proposeRegrade: (viewer, quiz) => editsCourse(viewer, quiz) && !learnsIn(viewer, quiz.course),
  // Not for the partner: it sees figures, not persons (UU 27/2022, least data).
  seeAttempts: (viewer, { course }) => readsAll(viewer) || teachesCourse(viewer, course),
}

/** `quizPolicy.seeStatistics`, said to Mongo; test/quiz/figures.api.test.ts holds the two to the same answer. */
export function visibleStatistics(viewer: Viewer) {
  const learnt = [...viewer.learning.values()].flatMap(({ course, state }) => (state === 'ENROLLED' ? [course] : []))
  const seen = readsAll(viewer) ? {} : { $or: [{ partner: { $in: ownPartners(viewer) } }, { course: { $in: [...new Set(viewer.teaching.values())] } }] }
  return { $and: [{ course: { $nin: learnt } }, seen] }
}

/** Whether it is the attempt of who looks. */
export const isOwn = (viewer: Viewer, { person }: AttemptDoc) => viewer.id === String(person)

/** Whose attempt it is, whatever its state; a use case then says why it cannot be answered any more. */
export const takerPolicy: Policy<{ see: boolean; take: boolean; appeal: boolean; mark: boolean }, AttemptDoc> = {
  // One that is dealt and not begun would show its questions early.
  see: (viewer, attempt) => attempt.state !== 'NOT_STARTED' && (isOwn(viewer, attempt) || readsAll(viewer) || teachesClass(viewer, attempt.class)),
  take: (viewer, attempt) => attempt.state !== 'NOT_STARTED' && isOwn(viewer, attempt) && viewer.learning.get(String(attempt.class))?.state === 'ENROLLED',
  // Also when the class is over: a mark may be known late.
  appeal: (viewer, attempt) => attempt.state !== 'NOT_STARTED' && isOwn(viewer, attempt),
  // Instructors of the class; the agency's officers do not mark, and nobody marks their own.
  mark: (viewer, attempt) => teachesClass(viewer, attempt.class) && !isOwn(viewer, attempt),
}

export const attemptPolicy: Policy<AttemptAbilities, AttemptDoc> = {
  see: takerPolicy.see,
  answer: (viewer, attempt) => takerPolicy.take(viewer, attempt) && attempt.state === 'IN_PROGRESS',
  handIn: (viewer, attempt) => takerPolicy.take(viewer, attempt) && isOpen(attempt),
  mark: (viewer, attempt) => takerPolicy.mark(viewer, attempt) && isHandedIn(attempt),
  reopen: (viewer, attempt) => takerPolicy.mark(viewer, attempt) && attempt.state === 'ABANDONED',
}

/** `attemptPolicy.see`, said to Mongo; test/quiz/policy.test.ts holds the two to the same answer. */
export function visibleAttempts(viewer: Viewer) {
  const begun = { state: { $ne: 'NOT_STARTED' } }
  if (readsAll(viewer)) return begun
  return { ...begun, $or: [{ person: { $in: viewer.id ? [viewer.id] : [] } }, { class: { $in: [...viewer.teaching.keys()] } }] }
}

type OfCourse = Pick<RegradeDoc, 'course' | 'partner'>

/** Who answers for marks: the agency's officers and who teaches the course. A partner's authors propose; nobody decides on their own marks. */
export const decidesRegrade = (viewer: Viewer, { course }: OfCourse): boolean => (isOfficer(viewer) || teachesCourse(viewer, course)) && !learnsIn(viewer, course)

/** Who may do what with a regrade: it shows the key. */
export const regradePolicy = {
  see: (viewer: Viewer, of: OfCourse) => !learnsIn(viewer, of.course) && (editsCourse(viewer, of) || readsAll(viewer)),
  commit: (viewer, regrade) => regrade.state === 'PROPOSED' && decidesRegrade(viewer, regrade),
  withdraw: (viewer, regrade) => regrade.state === 'PROPOSED' && editsCourse(viewer, regrade) && !learnsIn(viewer, regrade.course),
} satisfies Policy<RegradeAbilities, RegradeDoc>
