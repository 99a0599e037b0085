/** What a resolver is handed for each type: the stored shape, not the sent one. A new domain adds its lines. */
const of = (domain: string, file: string, types: Record<string, string>) =>
  Object.fromEntries(Object.entries(types).map(([type, stored]) => [type, `./${domain}/${file}.ts#${stored}`]))

export const mappers = {
  ViewerAbilities: './viewer.ts#Viewer as ViewerFacts',
  Viewer: './viewer.ts#Viewer as ViewerFacts',
  ...of('people', 'model', {
    Person: 'PersonDoc', PersonAbilities: 'PersonDoc', Unit: 'UnitDoc', UnitAbilities: 'UnitDoc',
    Grant: 'GrantDoc', Scope: 'ScopeDoc', Session: 'SessionDoc',
  }),
  ...of('notice', 'model', { Notice: 'NoticeDoc' }),
  ...of('file', 'model', { File: 'FileDoc' }),
  ...of('partner', 'model', {
    Partner: 'PartnerDoc', PartnerAbilities: 'PartnerDoc', PartnerMember: 'PartnerMemberDoc',
    Agreement: 'AgreementDoc', AgreementAbilities: 'AgreementDoc', AgreementStep: 'AgreementStepDoc',
    AgreementTerms: 'TermsDoc', AgreementParty: 'PartyDoc', AgreementContact: 'ContactDoc', AgreementSignature: 'SignatureDoc', AgreementAction: 'PlannedDoc',
    AgreementActionStep: 'ActionStepDoc', AgreementEvaluation: 'EvaluationDoc', AgreementDocument: 'AgreementDocumentDoc',
  }),
  ...of('curriculum', 'model', {
    Curriculum: 'CurriculumDoc', CurriculumAbilities: 'CurriculumDoc', CurriculumVersion: 'CurriculumVersionDoc',
    CurriculumChange: 'CurriculumChangeDoc', CurriculumEdit: 'CurriculumEditDoc',
    CurriculumContent: 'Content', Subject: 'SubjectContent', Activity: 'ActivityContent', Assessment: 'AssessmentContent', Waiver: 'WaiverDoc', Hours: 'HoursContent', Approval: 'ApprovalDoc',
    TrainingKind: 'TrainingKindDoc',
  }),
  ...of('discussion', 'model', {
    Thread: 'ThreadDoc', ThreadAbilities: 'Talk', Participant: 'ParticipantFacts', Suggestion: 'SuggestionWithin', ThreadComment: 'CommentWithin', ThreadStep: 'StepWithin',
  }),
  ...of('curriculum', 'reviewModel', { CurriculumStep: 'CurriculumStepDoc', CurriculumEntry: 'CurriculumEntryDoc', SignOff: 'SignOffDoc', ApprovalDelegation: 'DelegationDoc', HistoryHead: 'HeadDoc' }),
  ...of('curriculum', 'service/compare', { CurriculumComparison: 'Comparison', ComparedContent: 'Compared', ContentChange: 'ToldChange' }),
  ...of('curriculum', 'domain/redline', { RedlinePiece: 'RedlinePiece as RedlinePieceFacts' }),
  ...of('curriculum', 'domain/signOffs', { SignOffCell: 'SignOffCell as SignOffCellFacts' }),
  ...of('curriculum', 'service/delegate', { ApprovingFor: 'ApprovingFor as ApprovingForFacts' }),
  ...of('curriculum', 'service/verify', { HistoryCheck: 'HistoryCheck as HistoryCheckFacts' }),
  ...of('exchange', 'model', {
    CurriculumImport: 'ImportDoc', CurriculumTemplate: 'AnyTemplate', CurriculumTemplateAbilities: 'AnyTemplate', CurriculumOrigin: 'OriginDoc',
  }),
  ...of('consultation', 'model', {
    Consultation: 'ConsultationDoc', ConsultationAbilities: 'ConsultationDoc', ConsultationAnswer: 'ResponseDoc', Participation: 'TurnoutFacts', UnitParticipation: 'UnitTurnout',
    ConsultationResults: 'ResultsFacts', QuestionResult: 'QuestionFacts', QuestionCell: 'CellFacts', ElementResult: 'ElementFacts', Proposal: 'ProposalFacts',
    ProposalCluster: 'ClusterDoc', ConsultationRecord: 'RecordDoc',
  }),
  ...of('course', 'model', {
    Course: 'CourseDoc', CourseAbilities: 'CourseDoc', Section: 'SectionDoc', Lesson: 'LessonDoc', LessonAbilities: 'CourseDoc',
    Class: 'ClassDoc', ClassAbilities: 'ClassDoc', Meeting: 'MeetingDoc', Enrolment: 'EnrolmentDoc', EnrolmentAbilities: 'EnrolmentDoc',
  }),
  ...of('bank', 'model', {
    BankQuestion: 'BankQuestionDoc', BankQuestionAbilities: 'BankQuestionDoc', BankVersion: 'BankVersionDoc', BankStep: 'BankStepDoc', BankComment: 'BankCommentDoc',
  }),
  ...of('bank', 'importModel', { QuestionImport: 'QuestionImportDoc' }),
  ...of('bank', 'service/exchange/preview', { QuestionImportRow: 'ShownRow' }),
  ...of('bank', 'domain/question', { Question: 'Question as QuestionContent' }),
  ...of('quiz', 'model', {
    Quiz: 'QuizDoc', QuizAbilities: 'QuizDoc', Attempt: 'AttemptDoc', AttemptAbilities: 'AttemptDoc', QuizStanding: 'QuizStandingDoc',
  }),
  ...of('quiz', 'appealModel', { Appeal: 'AppealDoc', AppealAbilities: 'AppealDoc' }),
  ...of('quiz', 'snippetModel', { MarkingSnippet: 'MarkingSnippetDoc' }),
  ...of('quiz', 'signalModel', { AttemptSignal: 'SignalDoc' }),
  ...of('quiz', 'overrideModel', { QuizOverride: 'QuizOverrideDoc' }),
  ...of('quiz', 'domain/attempt', { EditorQuestion: 'Written' }),
  ...of('quiz', 'service/gain', { ClassGain: 'ClassGainFacts' }),
  ...of('quiz', 'service/bankFigures', { BankUse: 'BankUseFacts' }),
  ...of('quiz', 'regradeModel', { Regrade: 'RegradeDoc', RegradeAbilities: 'RegradeDoc' }),
  ...of('quiz', 'domain/regrade', { RegradeChange: 'RegradeChange as RegradeChangeFacts', RegradedQuestion: 'Regraded' }),
  ...of('quiz', 'service/regradeOutlook', { RegradedAttempt: 'RegradeRow' }),
  ...of('quiz', 'service/desk', { MarkingDesk: 'Desk', MarkingQuestion: 'DeskQuestion', MarkingSlot: 'DeskSlot' }),
  ...of('practicum', 'model', {
    Practicum: 'PracticumDoc', PracticumAbilities: 'PracticumDoc', Submission: 'SubmissionDoc',
    SubmissionAbilities: 'SubmissionDoc', SubmissionStep: 'SubmissionStepDoc', Grading: 'GradingDoc', Criterion: 'CriterionDoc', PracticumStanding: 'PracticumStandingDoc',
  }),
  ...of('conformance', 'model', { Drift: 'DriftDoc', DriftAbilities: 'DriftDoc', DriftAcceptance: 'AcceptanceDoc', RecompilePlan: 'RecompilePlanDoc' }),
  ...of('evaluation', 'model', {
    Scorecard: 'ScorecardDoc', ScorecardAbilities: 'ScorecardDoc', ScorecardComment: 'ScorecardCommentDoc', ScorecardStep: 'ScorecardStepDoc',
    Improvement: 'ImprovementDoc', ImprovementAbilities: 'ImprovementDoc', Trace: 'TraceDoc',
  }),
  RecompileAbilities: './course/model.ts#CourseDoc',
  ...of('certificate', 'service/regraded', { RegradeCertificates: 'Concerned', RegradeCertificate: 'ConcernedRow' }),
  ...of('certificate', 'model', { Certificate: 'CertificateDoc', CertificateAbilities: 'CertificateDoc' }),
}
