import { byId, listBy } from '../lib/loader.ts'
import { CurriculumModel, CurriculumVersionModel, type CurriculumDoc, type CurriculumVersionDoc } from './model.ts'

export const curriculumLoaders = () => ({
  curriculum: byId<CurriculumDoc>(CurriculumModel),
  curriculumVersion: byId<CurriculumVersionDoc>(CurriculumVersionModel),
  /** Oldest first; a curriculum is published a few times in its life. */
  versionsOfCurriculum: listBy<CurriculumVersionDoc>(CurriculumVersionModel, 'curriculum'),
})
