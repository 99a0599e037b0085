import type { Domain } from '../domain.ts'
import { resolvers } from './resolvers.ts'

export const curriculum: Domain = { name: 'curriculum', resolvers }

export { trainingKindOf } from './domain/trainingKinds.ts'
export { curriculumLoaders } from './loaders.ts'
export {
  CurriculumChangeModel, CurriculumCommentModel, CurriculumModel, CurriculumVersionModel,
  type Content, type CurriculumDoc, type CurriculumVersionDoc, type HoursContent, type SubjectContent, type TrainingKindDoc,
} from './model.ts'
export { curriculumPolicy, versionPolicy, visibleCurricula } from './policy.ts'
export { commentCurriculum } from './service/comment.ts'
export { createCurriculum } from './service/create.ts'
export { editCurriculum } from './service/edit.ts'
export { hashOf } from './service/hash.ts'
export { publishCurriculum, reviseCurriculum } from './service/publish.ts'
export { approveCurriculum, archiveCurriculum, returnCurriculum, submitCurriculum } from './service/review.ts'
