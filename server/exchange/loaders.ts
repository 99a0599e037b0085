import { byId } from '../lib/loader.ts'
import { ImportModel, TemplateModel, type ImportDoc, type TemplateDoc } from './model.ts'

export const exchangeLoaders = () => ({ curriculumImport: byId<ImportDoc>(ImportModel), curriculumTemplate: byId<TemplateDoc>(TemplateModel) })
