import { Types } from 'mongoose'
import { hashOf, type CurriculumDoc } from '../../server/curriculum/index.ts'
import { ImportModel, TemplateModel, type ImportDoc, type TemplateDoc } from '../../server/exchange/index.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import { aContent } from './curriculum.ts'

let count = 0

/** A preview of somebody's file, which holds another title than the draft it is for. */
export async function anImport(by: { _id: Types.ObjectId }, into: CurriculumDoc | null = null, fields: Partial<ImportDoc> = {}): Promise<ImportDoc> {
  const content = fields.content ?? aContent({ title: 'Pelatihan dari berkas' })
  const made = await ImportModel.create({
    by: by._id, at: new Date(), fileName: 'kurikulum.xlsx', curriculum: into?._id ?? null, revision: into?.revision ?? null, base: into?.hash ?? null, findings: [], ...fields, content, hash: hashOf(content),
  })
  return made.toObject() as ImportDoc
}

/** A template of a partner's own, or the agency's. */
export async function aTemplate(partner: Pick<PartnerDoc, '_id'> | null, fields: Partial<TemplateDoc> = {}): Promise<TemplateDoc> {
  const made = await TemplateModel.create({
    name: `Templat ${++count}`, text: '', partner: partner?._id ?? null, content: { ...aContent(), team: [], faculty: '' }, version: new Types.ObjectId(), taken: 'UJI-KUR-001 v1', by: new Types.ObjectId(), at: new Date(), ...fields,
  })
  return made.toObject() as TemplateDoc
}
