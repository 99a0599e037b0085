import { Types } from 'mongoose'
import {
  CurriculumModel, CurriculumVersionModel, hashOf, type ActivityContent, type Content, type CurriculumDoc, type CurriculumVersionDoc,
} from '../../server/curriculum/index.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'

let count = 0

const anActivity = (id: string, form: ActivityContent['form'], jp: number, outcome: string): ActivityContent => ({
  id, title: `Kegiatan ${id}`, form, stage: 'CORE', minutes: jp * 45, facilitator: '', participants: '', method: 'Diskusi', media: '', outcomes: [outcome],
})

/** A content without problems: two outcomes, a subject of theory and one with practice, a quiz and a practicum. */
export const aContent = (fields: Partial<Content> = {}): Content => ({
  title: 'Pelatihan Uji', kind: 3, mode: 'BLENDED', audience: 'Petugas layanan', summary: 'Untuk menguji.', faculty: 'Fakultas Uji',
  team: [{ id: 't1', name: 'Dr. Uji', institution: 'Universitas Uji', role: 'DEVELOPER' }],
  outcomes: [
    { id: 'o1', code: 'CP-1', text: 'Menjelaskan layanan.', level: 'C2', indicators: ['Menyebutkan standar'] },
    { id: 'o2', code: 'CP-2', text: 'Memperbaiki layanan.', level: 'C3', indicators: [] },
  ],
  competencies: [{ id: 'k1', code: 'M.05', name: 'Pelayanan publik', kind: 'MANAGERIAL', fromLevel: 2, toLevel: 3, outcomes: ['o1', 'o2'], need: 'Survei layanan 2025.' }],
  subjects: [
    { id: 's1', title: 'Dasar layanan', description: '', topics: ['Standar'], hours: { theory: 4, practice: 0, field: 0 }, outcomes: ['o1'],
      activities: [anActivity('g1', 'THEORY', 4, 'o1')] },
    { id: 's2', title: 'Perbaikan layanan', description: '', topics: ['Survei'], hours: { theory: 2, practice: 6, field: 2 }, outcomes: ['o2'],
      activities: [anActivity('g2', 'THEORY', 2, 'o2'), anActivity('g3', 'PRACTICE', 6, 'o2'), anActivity('g4', 'FIELD', 2, 'o2')] },
  ],
  assessments: [
    { id: 'a1', kind: 'QUIZ', title: 'Kuis dasar', subject: 's1', outcomes: ['o1'], instructions: '', weight: 100,
      blueprint: [{ id: 'b1', outcome: 'o1', level: 'C2', items: 5 }] },
    { id: 'a2', kind: 'PRACTICUM', title: 'Praktik perbaikan', subject: 's2', outcomes: ['o2'], instructions: '', weight: 100, blueprint: [] },
  ],
  references: ['UU 25/2009'],
  ...fields,
})

/** A draft that may be submitted, unless fields say otherwise. */
export async function aCurriculum(partner: Pick<PartnerDoc, '_id'>, fields: Partial<CurriculumDoc> = {}): Promise<CurriculumDoc> {
  count++
  const content = fields.content ?? aContent()
  const curriculum = await CurriculumModel.create({
    code: `UJI-KUR-${String(count).padStart(3, '0')}`, partner: partner._id, changedAt: {}, updatedAt: new Date(), ...fields, content, hash: hashOf(content),
  })
  return (await CurriculumModel.findById(curriculum._id).lean<CurriculumDoc>())!
}

/** A published version, with the curriculum it is of. */
export async function aPublishedVersion(partner: Pick<PartnerDoc, '_id'>, fields: Partial<Content> = {}): Promise<CurriculumVersionDoc> {
  const content = aContent(fields)
  const hash = hashOf(content)
  const at = new Date()
  const approvals = (['AGENCY', 'PARTNER'] as const).map(side => ({ side, by: new Types.ObjectId(), at, hash }))
  const curriculum = await aCurriculum(partner, { content, state: 'PUBLISHED', versionCount: 1, approvals })
  const version = await CurriculumVersionModel.create({
    curriculum: curriculum._id, code: curriculum.code, partner: partner._id, number: 1, hash, content, approvals, publishedAt: at, publishedBy: new Types.ObjectId(),
  })
  return version.toObject() as CurriculumVersionDoc
}
