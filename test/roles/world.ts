import { Types } from 'mongoose'
import { CurriculumModel, type CurriculumDoc } from '../../server/curriculum/index.ts'
import type { ConsultationDoc } from '../../server/consultation/index.ts'
import type { ThreadDoc } from '../../server/discussion/index.ts'
import type { AgreementDoc, PartnerDoc } from '../../server/partner/index.ts'
import type { CertificateDoc } from '../../server/certificate/index.ts'
import type { PracticumDoc, SubmissionDoc } from '../../server/practicum/index.ts'
import type { QuizDoc } from '../../server/quiz/index.ts'
import { ClassModel, type ClassDoc, type EnrolmentDoc } from '../../server/course/index.ts'
import { GrantModel, type PersonDoc, type UnitDoc } from '../../server/people/index.ts'
import { addDays, dayOf } from '../../server/lib/days.ts'
import type { TestApp } from '../support/app.ts'
import { aCertificate } from '../support/certificate.ts'
import { aClass, aCourse, anEnrolment, type TestCourse } from '../support/course.ts'
import { aCurriculum } from '../support/curriculum.ts'
import { aConsultation } from '../support/consultation.ts'
import { aThread } from '../support/discussion.ts'
import { anAgreement, aPartner, aPlannedItem } from '../support/partner.ts'
import { aPerson, aUnit, type RoleIn } from '../support/people.ts'
import { aPracticum, aSubmission } from '../support/practicum.ts'
import { aQuiz } from '../support/quiz.ts'

/** Everybody one can be, seen from one partner, one class, one unit. `other…` is the same role elsewhere. */
export const everybody = ['nobody', 'learner', 'otherLearner', 'instructor', 'otherInstructor', 'lead', 'otherLead', 'author', 'otherAuthor', 'signatory', 'otherSignatory',
  'officer', 'agencySignatory', 'supervisor', 'unitHead', 'auditor', 'admin'] as const
export type Who = (typeof everybody)[number]

export type World = {
  people: Record<Exclude<Who, 'nobody'>, PersonDoc>
  unit: UnitDoc
  partner: PartnerDoc
  agreement: AgreementDoc
  curriculum: CurriculumDoc
  /** The author's, with a suggestion against what the draft does not say. */
  thread: ThreadDoc
  /** Open, to the unit. */
  consultation: ConsultationDoc
  course: TestCourse
  class: ClassDoc
  enrolment: EnrolmentDoc
  quiz: QuizDoc
  practicum: PracticumDoc
  /** The learner's, handed in. */
  submission: SubmissionDoc
  /** The learner's, which holds. */
  certificate: CertificateDoc
  /** Enrolment in it is over. */
  closedClass: ClassDoc
  meeting: Types.ObjectId
  /** The learner's, open. */
  attempt: string
  /** Somebody to whom things may happen. */
  spare: PersonDoc
}

const external = { employment: 'EXTERNAL', nip: null, grade: null } as const

/** One of each, and what they meet at: a class that runs, of a course of the partner, with the learner enrolled. */
export async function aWorld(app: TestApp): Promise<World> {
  const [partner, otherPartner] = [await aPartner(), await aPartner()]
  const unit = await aUnit()
  const course = await aCourse({ partner: partner._id })
  const cls = await aClass(course)
  const otherClass = await aClass(await aCourse({ partner: otherPartner._id }))
  const as = (role: RoleIn, fields: Partial<PersonDoc> = {}) => aPerson({ roles: [role], ...fields })
  const people = {
    learner: await as(['LEARNER'], { unit: unit._id }),
    otherLearner: await as(['LEARNER']),
    instructor: await aPerson({ roles: [['INSTRUCTOR'], ['INSTRUCTOR', 'CLASS', cls._id]], ...external }),
    otherInstructor: await aPerson({ roles: [['INSTRUCTOR'], ['INSTRUCTOR', 'CLASS', otherClass._id]], ...external }),
    lead: await as(['PARTNER_LEAD', 'PARTNER', partner._id], external),
    otherLead: await as(['PARTNER_LEAD', 'PARTNER', otherPartner._id], external),
    author: await as(['PARTNER_AUTHOR', 'PARTNER', partner._id], external),
    otherAuthor: await as(['PARTNER_AUTHOR', 'PARTNER', otherPartner._id], external),
    signatory: await as(['PARTNER_SIGNATORY', 'PARTNER', partner._id], external),
    otherSignatory: await as(['PARTNER_SIGNATORY', 'PARTNER', otherPartner._id], external),
    officer: await as(['CURRICULUM_OFFICER']),
    agencySignatory: await as(['AGENCY_SIGNATORY']),
    supervisor: await as(['SUPERVISOR', 'UNIT', unit._id]),
    unitHead: await as(['UNIT_HEAD', 'UNIT', unit._id]),
    auditor: await as(['AUDITOR']),
    admin: await as(['ADMIN']),
  }
  const enrolment = await anEnrolment(cls, people.learner, { done: [course.lessons[1]!._id] })
  const quiz = await aQuiz(course)
  const practicum = await aPracticum(course)
  const { startAttempt } = await (await app.client(people.learner)).ok(
    'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id } }', { quiz: quiz._id, enrolment: enrolment._id })
  const curriculum = await aCurriculum(partner)
  return {
    people, unit, partner, course, class: cls, agreement: await anAgreement(partner, { state: 'DRAFT', actions: [aPlannedItem()] }), curriculum,
    consultation: await aConsultation(curriculum, [unit]),
    thread: await aThread(curriculum, people.author, { suggestion: { field: 'title', from: 'Yang tidak tertulis', to: 'Yang baru' } }),
    enrolment, quiz, attempt: startAttempt.id, closedClass: await aClass(course, { enrolmentClosesOn: addDays(dayOf(new Date()), -1) }),
    practicum, submission: await aSubmission(practicum, enrolment), certificate: await aCertificate(enrolment, { partner: partner._id, unit: unit._id }),
    meeting: await aMeeting({ class: cls }), spare: await aPerson(),
  }
}

/** A meeting of the class, new. */
export async function aMeeting(world: Pick<World, 'class'>): Promise<Types.ObjectId> {
  const _id = new Types.ObjectId()
  await ClassModel.updateOne({ _id: world.class._id }, { $push: { meetings: { _id, title: 'Pertemuan', startsAt: new Date(), hours: 2, present: null } } })
  return _id
}

/** A member of the partner, new; gives the grant. */
export async function aMember({ partner, spare }: World): Promise<Types.ObjectId> {
  const key = { person: spare._id, role: 'PARTNER_AUTHOR', kind: 'PARTNER', scope: partner._id } as const
  await GrantModel.updateOne(key, key, { upsert: true })
  return (await GrantModel.findOne(key))!._id
}

/** A delegation by the partner's signatory to its author, new. */
export async function aDelegation({ curriculum, people }: World): Promise<Types.ObjectId> {
  const _id = new Types.ObjectId()
  const delegation = { _id, side: 'PARTNER', from: people.signatory._id, to: people.author._id, startsOn: '2020-01-01', endsOn: '2020-01-02', reason: 'Uji', at: new Date() }
  await CurriculumModel.updateOne({ _id: curriculum._id }, { $push: { delegations: delegation } })
  return _id
}

/** An enrolment of the learner in a class of its own. */
export async function aSpareEnrolment(world: World): Promise<Types.ObjectId> {
  return (await anEnrolment(await aClass(world.course), world.people.learner))._id
}
