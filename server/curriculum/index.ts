import type { Domain } from '../domain.ts'
import { on } from '../lib/events.ts'
import { resolvers } from './resolvers.ts'
import { remindAll, tellNewest } from './service/remind.ts'
import { studioSockets } from './studio/sockets.ts'
import { materialiseLeft } from './studio/sweep.ts'

export const curriculum: Domain = {
  name: 'curriculum',
  resolvers,
  listen: services => on('curriculum.moved', ({ curriculum: id }) => tellNewest(services, id)),
  sweeps: [{ name: 'curriculum.reminders', everySeconds: 900, run: remindAll }, { name: 'curriculum.studio', everySeconds: 60, run: materialiseLeft }],
  sockets: studioSockets,
}

export { problemsOf, type Problem } from './domain/problems.ts'
export { diffOf, type ContentChange } from './domain/diff.ts'
export { redline, type RedlinePiece } from './domain/redline.ts'
export { trainingKindOf, trainingKinds } from './domain/trainingKinds.ts'
export { subjectSchema } from './content.ts'
export { checkPatch } from './input.ts'
export { curriculumLoaders } from './loaders.ts'
export {
  CurriculumChangeModel, CurriculumModel, CurriculumVersionModel,
  type ActivityContent, type AssessmentContent, type CompetencyContent, type Content, type CurriculumDoc, type OutcomeContent, type WaiverDoc,
  type CurriculumVersionDoc, type HoursContent, type SubjectContent, type TrainingKindDoc,
} from './model.ts'
export { curriculumPolicy, ownSidesOf, versionPolicy, visibleCurricula } from './policy.ts'
export { CurriculumEntryModel, type CurriculumEntryDoc } from './reviewModel.ts'
export { compare, draftOf, type Comparison } from './service/compare.ts'
export { createCurriculum } from './service/create.ts'
export { editCurriculum } from './service/edit.ts'
export { hashOf } from './service/hash.ts'
export { recordEntry } from './service/record.ts'
export { delegateApproval, revokeDelegation } from './service/delegate.ts'
export { markCurriculumSeen } from './service/seen.ts'
export { signOffCells, signOffSection } from './service/signOff.ts'
export { verifyHistory, type HistoryCheck } from './service/verify.ts'
export { publishCurriculum, reviseCurriculum } from './service/publish.ts'
export { approveCurriculum, archiveCurriculum, returnCurriculum, submitCurriculum, withdrawCurriculum } from './service/review.ts'
export { waiveWarning } from './service/waive.ts'
