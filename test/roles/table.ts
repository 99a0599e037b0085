import { Types } from 'mongoose'
import { GrantModel } from '../../server/people/index.ts'
import { someTerms } from '../support/partner.ts'
import { aBankQuestion } from '../support/bank.ts'
import { aDrift } from '../support/conformance.ts'
import { aScorecardId, anImprovementId, aVersionOf } from '../support/evaluation.ts'
import { aPublishedVersion } from '../support/curriculum.ts'
import { anImport, aTemplate } from '../support/exchange.ts'
import { anAppealOf } from '../support/appeal.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'
import { aRegrade } from '../support/regrade.ts'
import { aSnippet } from '../support/snippet.ts'
import { aDelegation, aMeeting, aMember, aSpareEnrolment, type Who, type World } from './world.ts'

/**
 * For each mutation: who may, and variables that reach the judgement. What follows it should refuse (a revision that is
 * none, a text that is empty), so that one may be tried after the other.
 */
export type Row = { may: readonly Who[]; variables: (world: World) => Record<string, unknown> | Promise<Record<string, unknown>> }

const signedIn: Who[] = ['learner', 'otherLearner', 'instructor', 'otherInstructor', 'lead', 'otherLead', 'author', 'otherAuthor', 'signatory', 'otherSignatory',
  'officer', 'agencySignatory', 'supervisor', 'unitHead', 'auditor', 'admin']
const anyone: Who[] = ['nobody', ...signedIn]
const admin: Who[] = ['admin']
const officer: Who[] = ['officer']
const designers: Who[] = ['officer', 'author']
const askers: Who[] = ['officer', 'lead', 'author']
const speakers: Who[] = ['officer', 'agencySignatory', 'lead', 'author', 'signatory']
const editors: Who[] = ['officer', 'author', 'instructor']
const teachers: Who[] = ['officer', 'instructor']
const signers: Who[] = ['officer', 'agencySignatory']

const none = String(new Types.ObjectId())
const day = '2026-01-01'
const person = { name: '', email: '', employment: 'EXTERNAL' }
const unit = { code: '', name: '', shortName: '' }
const lesson = { title: '', kind: 'TEXT', body: '', minutes: 1 }
const question = { body: { kind: 'TRUE_FALSE', text: '', points: 1, right: true } }
const partner = { name: '', shortName: '', kind: 'UNIVERSITY', city: '' }
const meeting = { title: '', startsAt: '2026-01-01T00:00:00.000Z', hours: 1 }
const cls = { name: '', startsOn: day, endsOn: day, enrolmentOpensOn: day, enrolmentClosesOn: day, quota: 1, venue: '', mode: 'ONLINE' }
const practicum = { title: '', instructions: '', rubric: [], maxFiles: 1, acceptedTypes: [], revisionsAllowed: 0 }
const agreement = { kind: 'KSB', title: '', numberAgency: '', numberPartner: '', scope: [], startsOn: day, endsOn: day }

export const table: Record<string, Row> = {
  // people
  ping: { may: anyone, variables: () => ({}) },
  signIn: { may: anyone, variables: () => ({ identifier: 'tidak.ada@uji.example', password: 'x' }) },
  signOut: { may: anyone, variables: () => ({}) },
  signOutEverywhere: { may: signedIn, variables: () => ({}) },
  endSession: { may: signedIn, variables: () => ({ session: none }) },
  changePassword: { may: signedIn, variables: () => ({ current: 'x', new: 'y' }) },
  setLanguage: { may: signedIn, variables: () => ({ language: 'id' }) },
  createPerson: { may: admin, variables: () => ({ input: person }) },
  updatePerson: { may: admin, variables: ({ spare }) => ({ person: spare._id, revision: -1, input: person }) },
  deactivatePerson: { may: admin, variables: ({ spare }) => ({ person: spare._id }) },
  reactivatePerson: { may: admin, variables: ({ spare }) => ({ person: spare._id }) },
  resetPassword: { may: admin, variables: ({ spare }) => ({ person: spare._id }) },
  grantRole: { may: admin, variables: ({ people }) => ({ input: { person: people.otherLearner._id, role: 'ADMIN', scope: 'UNIT' } }) },
  revokeRole: { may: admin, variables: async ({ spare }) => ({ grant: (await GrantModel.findOne({ person: spare._id }))?._id ?? none }) },
  createUnit: { may: admin, variables: () => ({ input: unit }) },
  updateUnit: { may: admin, variables: world => ({ unit: world.unit._id, revision: -1, input: unit }) },

  // notice
  readNotices: { may: signedIn, variables: () => ({ notices: [none] }) },
  readAllNotices: { may: signedIn, variables: () => ({}) },

  // partner
  createPartner: { may: officer, variables: () => ({ input: partner }) },
  updatePartner: { may: officer, variables: world => ({ partner: world.partner._id, revision: -1, input: partner }) },
  addPartnerMember: { may: ['officer', 'lead', 'signatory'], variables: world => ({ partner: world.partner._id, person: world.people.otherLearner._id, role: 'ADMIN' }) },
  createPartnerMember: { may: ['officer', 'lead', 'signatory'], variables: world => ({ partner: world.partner._id, role: 'PARTNER_AUTHOR', input: { name: '', email: '' } }) },
  removePartnerMember: { may: ['officer', 'lead', 'signatory'], variables: async world => ({ partner: world.partner._id, grant: await aMember(world) }) },
  createAgreement: { may: officer, variables: world => ({ input: { ...agreement, partner: world.partner._id } }) },
  updateAgreement: { may: officer, variables: world => ({ agreement: world.agreement._id, revision: -1, input: { ...agreement, partner: world.partner._id } }) },
  setAgreementTerms: { may: officer, variables: world => ({ agreement: world.agreement._id, revision: -1, terms: someTerms({ object: 'x'.repeat(5000) }) }) },
  setAgreementActions: { may: ['officer', 'lead'], variables: world => ({ agreement: world.agreement._id, revision: -1, actions: [] }) },
  moveAgreementAction: { may: ['lead', 'signatory'], variables: world => ({ agreement: world.agreement._id, action: world.agreement.actions![0]!._id, move: 'finish' }) },
  recordAgreementEvaluation: { may: officer, variables: world => ({ agreement: world.agreement._id, revision: -1, input: { on: day, findings: '', objectives: [], decision: 'CONTINUE' } }) },
  attachAgreementDocument: { may: ['officer', 'lead'], variables: world => ({ agreement: world.agreement._id, file: none, title: '' }) },
  removeAgreementDocument: { may: officer, variables: world => ({ agreement: world.agreement._id, file: none }) },
  renewAgreement: { may: officer, variables: world => ({ agreement: world.agreement._id, input: { numberAgency: '', numberPartner: '', startsOn: day, endsOn: day } }) },
  moveAgreement: { may: officer, variables: world => ({ agreement: world.agreement._id, revision: -1, move: 'submit' }) },

  // curriculum
  createCurriculum: { may: designers, variables: world => ({ input: { partner: world.partner._id, code: world.curriculum.code, title: 'Kurikulum', kind: 3 } }) },
  editCurriculum: { may: designers, variables: ({ curriculum }) => ({ curriculum: curriculum._id, revision: -1, patch: { references: ['x'] } }) },
  waiveWarning: { may: designers, variables: ({ curriculum }) => ({ curriculum: curriculum._id, code: 'NO_ACTIVITIES', reason: 'x' }) },
  submitCurriculum: { may: designers, variables: ({ curriculum }) => ({ curriculum: curriculum._id, revision: -1 }) },
  withdrawCurriculum: { may: designers, variables: ({ curriculum }) => ({ curriculum: curriculum._id }) },
  returnCurriculum: { may: ['officer', 'signatory', 'agencySignatory'], variables: ({ curriculum }) => ({ curriculum: curriculum._id, reason: '' }) },
  approveCurriculum: { may: ['signatory', 'agencySignatory'], variables: ({ curriculum }) => ({ curriculum: curriculum._id, hash: 'x' }) },
  publishCurriculum: { may: officer, variables: ({ curriculum }) => ({ curriculum: curriculum._id, hash: 'x' }) },
  reviseCurriculum: { may: designers, variables: ({ curriculum }) => ({ curriculum: curriculum._id }) },
  archiveCurriculum: { may: officer, variables: ({ curriculum }) => ({ curriculum: curriculum._id, reason: '' }) },
  markCurriculumSeen: { may: ['lead', 'author', 'signatory', 'officer', 'agencySignatory', 'auditor', 'admin'], variables: ({ curriculum }) => ({ curriculum: curriculum._id, hash: 'x' }) },
  signOffSection: { may: ['lead', 'author', 'signatory', 'officer', 'agencySignatory'], variables: ({ curriculum }) => ({ curriculum: curriculum._id, section: 'TEAM', hash: 'x' }) },
  takeBackSignOff: { may: ['lead', 'author', 'signatory', 'officer', 'agencySignatory'], variables: ({ curriculum }) => ({ curriculum: curriculum._id, section: 'TEAM' }) },
  setReviewDue: { may: ['author', 'signatory', 'officer', 'agencySignatory'], variables: ({ curriculum }) => ({ curriculum: curriculum._id, due: day }) },
  delegateApproval: { may: ['signatory', 'agencySignatory'], variables: ({ curriculum }) => ({ curriculum: curriculum._id, input: { to: none, startsOn: day, endsOn: day, reason: '' } }) },
  revokeDelegation: { may: ['signatory'], variables: async world => ({ curriculum: world.curriculum._id, delegation: await aDelegation(world) }) },

  // exchange
  previewImport: { may: designers, variables: ({ curriculum }) => ({ file: '', curriculum: curriculum._id }) },
  applyImport: { may: officer, variables: async ({ people, curriculum }) => ({ import: (await anImport(people.officer, curriculum))._id, hash: 'x' }) },
  saveTemplate: { may: designers, variables: async ({ partner: own }) => ({ version: (await aPublishedVersion(own))._id, name: '', text: '', shared: false }) },
  removeTemplate: { may: designers, variables: async ({ partner: own }) => ({ template: (await aTemplate(own))._id }) },
  createCurriculumFrom: { may: designers, variables: world => ({ input: { partner: world.partner._id, code: world.curriculum.code, title: 'Kurikulum', kind: 3 }, from: { template: 'seminar' } }) },

  // discussion
  openThread: { may: speakers, variables: ({ curriculum }) => ({ curriculum: curriculum._id, input: { text: '' } }) },
  addComment: { may: speakers, variables: ({ thread }) => ({ thread: thread._id, text: '' }) },
  editComment: { may: ['author'], variables: ({ thread }) => ({ thread: thread._id, comment: thread.comments[0]!._id, text: '' }) },
  deleteComment: { may: ['author'], variables: ({ thread }) => ({ thread: thread._id, comment: thread.comments[0]!._id }) },
  resolveThread: { may: speakers, variables: ({ thread }) => ({ thread: thread._id }) },
  reopenThread: { may: speakers, variables: ({ thread }) => ({ thread: thread._id }) },
  acceptSuggestion: { may: designers, variables: ({ thread }) => ({ thread: thread._id }) },
  declineSuggestion: { may: designers, variables: ({ thread }) => ({ thread: thread._id, reason: '' }) },
  rebaseSuggestion: { may: ['author'], variables: ({ thread }) => ({ thread: thread._id, from: '', to: 'x' }) },
  withdrawSuggestion: { may: ['author'], variables: ({ thread }) => ({ thread: thread._id }) },

  // conformance
  recompile: { may: officer, variables: async world => ({ course: await aVersionOf(world) && world.course.course._id, planHash: 'x' }) },
  acceptDrift: { may: ['signatory', 'agencySignatory'], variables: async world => ({ drift: await aDrift(world), hash: 'x' }) },

  // consultation
  createConsultation: { may: askers, variables: ({ curriculum, unit }) => ({ curriculum: curriculum._id, input: { title: '', units: [unit._id], opensOn: day, closesOn: day, questions: [] } }) },
  answerConsultation: { may: ['learner'], variables: ({ consultation }) => ({ consultation: consultation._id, input: { anonymous: true } }) },
  clusterProposals: { may: askers, variables: ({ consultation }) => ({ consultation: consultation._id, title: '', proposals: [] }) },
  answerCluster: { may: askers, variables: ({ consultation }) => ({ consultation: consultation._id, cluster: none, verdict: 'DONE', because: '' }) },
  cancelConsultation: { may: askers, variables: ({ consultation }) => ({ consultation: consultation._id }) },
  closeConsultation: { may: askers, variables: ({ consultation }) => ({ consultation: consultation._id }) },

  // evaluation
  draftScorecard: { may: officer, variables: async world => ({ version: await aVersionOf(world) }) },
  moveScorecard: { may: officer, variables: async world => ({ scorecard: await aScorecardId(world), revision: -1, move: 'publish' }) },
  commentScorecard: { may: ['lead', 'author', 'signatory'], variables: async world => ({ scorecard: await aScorecardId(world), text: '' }) },
  addImprovement: { may: designers, variables: async world => ({ scorecard: await aScorecardId(world), input: { title: '', side: 'AGENCY', due: day } }) },
  moveImprovement: { may: designers, variables: async world => ({ improvement: await anImprovementId(world), revision: -1, state: 'OPEN' }) },
  giveReaction: { may: ['learner'], variables: world => ({ enrolment: world.enrolment._id, input: { scores: [] } }) },

  // bank
  createBankQuestion: { may: ['officer', 'author'], variables: ({ partner }) => ({ input: { owner: { kind: 'PARTNER', id: partner._id }, filing: {}, question: { kind: 'TRUE_FALSE', text: '' } } }) },
  updateBankQuestion: { may: ['officer', 'author'], variables: async world => ({ question: await ours(world), revision: -1, input: {} }) },
  moveBankQuestion: { may: ['officer', 'author'], variables: async world => ({ question: await ours(world), revision: -1, move: 'retire', reason: 'x' }) },
  commentBankQuestion: { may: ['officer', 'agencySignatory', 'auditor', 'admin', 'lead', 'author', 'signatory'], variables: async world => ({ question: await ours(world), text: '' }) },
  previewQuestions: { may: ['officer', 'agencySignatory', 'auditor', 'admin', 'lead', 'author', 'signatory', 'instructor', 'otherLead', 'otherAuthor', 'otherSignatory', 'otherInstructor'], variables: () => ({ input: {} }) },
  importIntoBank: { may: ['officer', 'author'], variables: ({ partner }) => ({ import: '', hash: '', owner: { kind: 'PARTNER', id: partner._id }, filing: {} }) },
  deleteBankQuestion: { may: ['officer', 'author'], variables: async world => ({ question: (await aBankQuestion({ kind: 'PARTNER', id: world.partner._id }, { versionCount: 2 }))._id }) },

  // course
  updateCompletionRules: { may: officer, variables: ({ course }) => ({ course: course.course._id, revision: -1, input: { weights: { attendance: 1, knowledge: 1, practice: 1 } } }) },
  createLesson: { may: editors, variables: ({ course }) => ({ section: course.sections[0]!._id, input: lesson }) },
  updateLesson: { may: editors, variables: ({ course }) => ({ lesson: course.lessons[0]!._id, revision: -1, input: lesson }) },
  deleteLesson: { may: editors, variables: world => ({ lesson: world.course.lessons[1]!._id }) },
  orderLessons: { may: editors, variables: ({ course }) => ({ section: course.sections[0]!._id, lessons: [] }) },
  createClass: { may: officer, variables: ({ course }) => ({ input: { ...cls, course: course.course._id } }) },
  updateClass: { may: officer, variables: world => ({ class: world.class._id, revision: -1, input: { ...cls, course: world.course.course._id } }) },
  cancelClass: { may: officer, variables: world => ({ class: world.class._id, reason: '' }) },
  assignInstructor: { may: officer, variables: world => ({ class: world.class._id, person: world.people.otherLearner._id }) },
  unassignInstructor: { may: officer, variables: world => ({ class: world.class._id, person: world.people.otherLearner._id }) },
  enrol: { may: ['learner', 'otherLearner'], variables: world => ({ class: world.closedClass._id }) },
  withdraw: { may: ['learner', 'officer'], variables: async world => ({ enrolment: await aSpareEnrolment(world) }) },
  enrolByCsv: { may: ['officer', 'unitHead'], variables: world => ({ class: world.class._id, csv: '' }) },
  completeLesson: { may: ['learner'], variables: world => ({ enrolment: world.enrolment._id, lesson: world.course.lessons[0]!._id }) },
  openLesson: { may: ['learner'], variables: world => ({ enrolment: world.enrolment._id, lesson: world.course.lessons[0]!._id }) },
  createMeeting: { may: teachers, variables: world => ({ class: world.class._id, input: meeting }) },
  updateMeeting: { may: teachers, variables: world => ({ meeting: world.meeting, input: meeting }) },
  deleteMeeting: { may: teachers, variables: async world => ({ meeting: await aMeeting(world) }) },
  recordAttendance: { may: teachers, variables: world => ({ meeting: world.meeting, marks: [{ person: world.people.learner._id, present: true }] }) },

  // quiz
  updateQuiz: { may: editors, variables: ({ quiz }) => ({ quiz: quiz._id, revision: -1, input: { title: '', instructions: '', gradeMethod: 'HIGHEST', passMark: 2, shuffle: false } }) },
  addQuestion: { may: editors, variables: ({ quiz }) => ({ quiz: quiz._id, input: question }) },
  importQuestions: { may: editors, variables: ({ quiz }) => ({ quiz: quiz._id, revision: -1, import: '', hash: '' }) },
  updateQuestion: { may: editors, variables: ({ quiz }) => ({ quiz: quiz._id, question: quiz.questions[0]!.id, revision: -1, input: question }) },
  deleteQuestion: { may: editors, variables: async world => ({ quiz: (await aQuiz(world.course, { questions: [aQuestion('NUMERIC', { id: 'gone' })] }))._id, question: 'gone' }) },
  orderQuestions: { may: editors, variables: ({ quiz }) => ({ quiz: quiz._id, questions: quiz.questions.map(({ id }) => id) }) },
  arrangeQuiz: { may: editors, variables: ({ quiz }) => ({ quiz: quiz._id, revision: -1, input: { sections: [{ title: 'Satu' }] } }) },
  placeQuestions: { may: editors, variables: ({ quiz }) => ({ quiz: quiz._id, questions: [], section: 'utama' }) },
  takeFromBank: { may: editors, variables: ({ quiz }) => ({ quiz: quiz._id, questions: [] }) },
  keepInBank: { may: editors, variables: async world => ({ quiz: (await aQuiz(world.course, { questions: [aQuestion('NUMERIC', { id: 'kept' })] }))._id, question: 'kept' }) },
  startAttempt: { may: ['learner'], variables: world => ({ quiz: world.quiz._id, enrolment: world.enrolment._id }) },
  saveAnswer: { may: ['learner'], variables: world => ({ attempt: world.attempt, question: world.quiz.questions[0]!.id, seq: 99, answer: {} }) },
  checkAnswer: { may: ['learner'], variables: world => ({ attempt: world.attempt, question: world.quiz.questions[0]!.id, seq: 99, answer: {} }) },
  tryAgain: { may: ['learner'], variables: world => ({ attempt: world.attempt, question: world.quiz.questions[0]!.id, seq: 99 }) },
  turnPage: { may: ['learner'], variables: world => ({ attempt: world.attempt, from: 99 }) },
  noteSignals: { may: ['learner'], variables: world => ({ attempt: world.attempt, signals: [] }) },
  submitAttempt: { may: ['learner'], variables: world => ({ attempt: world.attempt }) },
  setOverride: { may: teachers, variables: ({ quiz, class: cls }) => ({ quiz: quiz._id, class: cls._id, revision: -1, input: { reason: '' } }) },
  removeOverride: { may: teachers, variables: ({ quiz, class: cls }) => ({ quiz: quiz._id, class: cls._id }) },
  scoreAgain: { may: ['instructor'], variables: world => ({ attempt: world.attempt }) },
  resolveReview: { may: ['instructor'], variables: world => ({ attempt: world.attempt, note: 'Sudah dilihat' }) },
  reopenAttempt: { may: ['instructor'], variables: world => ({ attempt: world.attempt, reason: 'Listrik padam' }) },
  proposeRegrade: { may: editors, variables: ({ quiz }) => ({ quiz: quiz._id, revision: -1, input: { reason: 'Kunci keliru', changes: [{ question: quiz.questions[0]!.id, act: 'DROP' }] } }) },
  commitRegrade: { may: teachers, variables: async world => ({ regrade: await aRegrade(world.quiz), revision: -1 }) },
  withdrawRegrade: { may: editors, variables: async world => ({ regrade: await aRegrade(world.quiz) }) },
  markAnswer: { may: ['instructor'], variables: world => ({ attempt: world.attempt, question: world.quiz.questions[0]!.id, marked: 99, input: { points: -1 } }) },
  keepSnippet: { may: ['instructor', 'otherInstructor'], variables: () => ({ text: '' }) },
  deleteSnippet: { may: ['instructor'], variables: async ({ people }) => ({ id: await aSnippet(people.instructor) }) },
  appealMark: { may: ['learner'], variables: world => ({ attempt: world.attempt, question: world.quiz.questions[0]!.id, grounds: '' }) },
  decideAppeal: { may: ['officer', 'instructor'], variables: async world => ({ appeal: (await anAppealOf(world))._id, revision: -1, input: { uphold: false, reasons: '' } }) },

  // practicum
  updatePracticum: { may: editors, variables: world => ({ practicum: world.practicum._id, revision: -1, input: practicum }) },
  openSubmission: { may: ['learner'], variables: world => ({ practicum: world.practicum._id, enrolment: world.enrolment._id }) },
  addEvidence: { may: ['learner'], variables: ({ submission }) => ({ submission: submission._id, file: none }) },
  removeEvidence: { may: ['learner'], variables: ({ submission }) => ({ submission: submission._id, file: none }) },
  saveSubmissionNote: { may: ['learner'], variables: ({ submission }) => ({ submission: submission._id, note: '' }) },
  submitPracticum: { may: ['learner'], variables: ({ submission }) => ({ submission: submission._id, revision: -1 }) },
  returnSubmission: { may: ['instructor'], variables: ({ submission }) => ({ submission: submission._id, revision: -1, reason: '' }) },
  gradeSubmission: { may: ['instructor'], variables: ({ submission }) => ({ submission: submission._id, revision: -1, input: { criteria: [], comment: '' } }) },

  // certificate
  issueCertificate: { may: signers, variables: world => ({ enrolment: world.enrolment._id }) },
  revokeCertificate: { may: signers, variables: ({ certificate }) => ({ certificate: certificate._id, reason: '' }) },
  reissueCertificate: { may: signers, variables: ({ certificate }) => ({ certificate: certificate._id, reason: '' }) },
}

const ours = async (world: World) => (await aBankQuestion({ kind: 'PARTNER', id: world.partner._id }))._id
