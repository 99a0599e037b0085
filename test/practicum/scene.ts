import type { ClassDoc, EnrolmentDoc } from '../../server/course/index.ts'
import { dayOf } from '../../server/lib/days.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import type { PracticumDoc, SubmissionDoc } from '../../server/practicum/index.ts'
import type { TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aPracticum, aSubmission } from '../support/practicum.ts'

export const SUBMISSION = `id revision state note link submittedAt returns mark evidence { id name type size sha256 url }
  rubric { criteria { id weight levels { id points } } } gradings { mark comment by { id } criteria { criterion level comment } }
  history { move reason by { id } } viewerCan { see edit submit grade return }`
const returning = `{ ${SUBMISSION} }`
export const OPEN = `mutation ($practicum: ID!, $enrolment: ID!) { openSubmission(practicum: $practicum, enrolment: $enrolment) ${returning} }`
export const ADD = `mutation ($submission: ID!, $file: ID!) { addEvidence(submission: $submission, file: $file) ${returning} }`
export const REMOVE = `mutation ($submission: ID!, $file: ID!) { removeEvidence(submission: $submission, file: $file) ${returning} }`
export const NOTE = `mutation ($submission: ID!, $note: String!, $link: String) { saveSubmissionNote(submission: $submission, note: $note, link: $link) ${returning} }`
export const SUBMIT = `mutation ($submission: ID!, $revision: Int!) { submitPracticum(submission: $submission, revision: $revision) ${returning} }`
export const RETURN = `mutation ($submission: ID!, $revision: Int!, $reason: String!) { returnSubmission(submission: $submission, revision: $revision, reason: $reason) ${returning} }`
export const GRADE = `mutation ($submission: ID!, $revision: Int!, $input: GradingInput!) { gradeSubmission(submission: $submission, revision: $revision, input: $input) ${returning} }`
export const READ = `query ($id: ID!) { submission(id: $id) ${returning} }`

export type Scene = { made: TestCourse; cls: ClassDoc; practicum: PracticumDoc; person: PersonDoc; enrolment: EnrolmentDoc; learner: Client; teacher: PersonDoc; instructor: Client }

/** A learner and an instructor in a class that runs, of a course with this practicum. */
export async function aScene(app: TestApp, fields: Partial<PracticumDoc> = {}, days: { from?: number; to?: number } = {}): Promise<Scene> {
  const made = await aCourse()
  const cls = await aClass(made, { today: dayOf(app.services.now()), ...days })
  const [practicum, { person, enrolment }, teacher] = await Promise.all([aPracticum(made, fields), aLearner(cls), anInstructor(cls)])
  return { made, cls, practicum, person, enrolment, learner: await app.client(person), teacher, instructor: await app.client(teacher) }
}

/** Work of the scene's learner that was handed in. */
export const handedIn = ({ practicum, enrolment }: Scene, fields: Partial<SubmissionDoc> = {}) => aSubmission(practicum, enrolment, fields)
