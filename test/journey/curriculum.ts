import assert from 'node:assert/strict'
import type { Client } from '../support/client.ts'

const EDIT = `mutation ($curriculum: ID!, $revision: Int!, $patch: CurriculumPatch!) {
  editCurriculum(curriculum: $curriculum, revision: $revision, patch: $patch) { revision state hash problems { code blocking at facts } }
}`
const outcomes = [
  { id: 'o1', code: 'CP-1', text: 'Menjelaskan sembilan unsur Survei Kepuasan Masyarakat.', level: 'C2', indicators: ['Menyebutkan sembilan unsur.'] },
  { id: 'o2', code: 'CP-2', text: 'Mengolah kuesioner menjadi indeks dan rekomendasi.', level: 'C3', indicators: ['Menghitung IKM dari 30 kuesioner.'] },
]
const activity = (id: string, form: string, jp: number, outcome: string) => ({ id, title: `Kegiatan ${id}`, form, minutes: jp * 45, method: 'Praktik terbimbing', outcomes: [outcome] })
const subjects = [
  { id: 's1', title: 'Dasar SKM', description: 'Unsur, skala, dan sampel.', topics: ['Sembilan unsur'], theory: 4, practice: 0, field: 0, outcomes: ['o1'], activities: [activity('g1', 'THEORY', 4, 'o1')] },
  { id: 's2', title: 'Mengolah SKM', description: 'Dari kuesioner ke indeks.', topics: ['NRR', 'IKM'], theory: 1, practice: 5, field: 2, outcomes: ['o2'],
    activities: [activity('g2', 'THEORY', 1, 'o2'), activity('g3', 'PRACTICE', 5, 'o2'), activity('g4', 'FIELD', 2, 'o2')] },
]
const assessments = [
  { id: 'a1', kind: 'QUIZ', title: 'Kuis dasar SKM', subject: 's1', outcomes: ['o1'], instructions: 'Jawablah semua soal.', weight: 100, blueprint: [{ id: 'b1', outcome: 'o1', level: 'C2', items: 2 }] },
  { id: 'a2', kind: 'PRACTICUM', title: 'Mengolah 30 kuesioner', subject: 's2', outcomes: ['o2'], instructions: 'Unggah hasil olahan.', weight: 100 },
]

type Authors = { author: Client; officer: Client; learner: Client }
type People = Authors & { agencySignatory: Client; partnerSignatory: Client }

/** A draft written by both sides from the same revision, ready to be submitted. */
export async function draftTogether({ author, officer, learner }: Authors, partner: string): Promise<{ curriculum: string; revision: number; hash: string }> {
  const { createCurriculum } = await author.ok('mutation ($input: NewCurriculumInput!) { createCurriculum(input: $input) { id revision } }', {
    input: { partner, code: 'PLT-UJI-01', title: 'Survei Kepuasan Masyarakat dalam Sehari', kind: 3, mode: 'BLENDED' },
  })
  const curriculum: string = createCurriculum.id
  assert.equal(await learner.refused(EDIT, { curriculum, revision: 0, patch: { references: ['x'] } }), 'NOT_FOUND')
  // The two sides start from the same revision, at different sections: both are kept.
  await author.ok(EDIT, { curriculum, revision: createCurriculum.revision, patch: { outcomes, subjects } })
  const { editCurriculum } = await officer.ok(EDIT, { curriculum, revision: createCurriculum.revision, patch: {
    references: ['PermenPANRB 14/2017'], assessments,
    competencies: [{ id: 'k1', code: 'M.05', name: 'Pelayanan Publik', kind: 'MANAGERIAL', fromLevel: 2, toLevel: 3, outcomes: ['o1', 'o2'], need: 'SKM 2025: unsur waktu layanan terendah.' }],
    identity: { title: 'Survei Kepuasan Masyarakat dalam Sehari', kind: 3, mode: 'BLENDED', audience: 'Petugas layanan', summary: 'Mengukur dan memperbaiki layanan.', faculty: 'Administrasi Publik' },
  } })
  assert.equal(editCurriculum.problems.filter((problem: { blocking: boolean }) => problem.blocking).length, 0)
  return { curriculum, revision: editCurriculum.revision, hash: editCurriculum.hash }
}

/** Designed by both sides, sent back once, approved by both over one hash, published. Gives the version's id. */
export async function coDesign(people: People, partner: string): Promise<string> {
  const { author, officer, agencySignatory, partnerSignatory } = people
  const { curriculum, revision, hash: stale } = await draftTogether(people, partner)
  const submit = async (revision: number) =>
    (await author.ok('mutation ($c: ID!, $r: Int!) { submitCurriculum(curriculum: $c, revision: $r) { revision hash state } }', { c: curriculum, r: revision })).submitCurriculum
  await submit(revision)
  const { returnCurriculum } = await agencySignatory.ok('mutation ($c: ID!, $reason: String!) { returnCurriculum(curriculum: $c, reason: $reason) { state revision } }', { c: curriculum, reason: 'Tambahkan rujukan UU 25/2009.' })
  assert.equal(returnCurriculum.state, 'DRAFT')
  const { editCurriculum } = await author.ok(EDIT, { curriculum, revision: returnCurriculum.revision, patch: { references: ['UU 25/2009', 'PermenPANRB 14/2017'] } })
  const { hash } = await submit(editCurriculum.revision)
  const APPROVE = 'mutation ($c: ID!, $hash: String!) { approveCurriculum(curriculum: $c, hash: $hash) { state approvals { side hash } } }'
  assert.equal(await agencySignatory.refused(APPROVE, { c: curriculum, hash: stale }), 'STALE')
  await agencySignatory.ok(APPROVE, { c: curriculum, hash })
  const both = await partnerSignatory.ok(APPROVE, { c: curriculum, hash })
  assert.equal(both.approveCurriculum.state, 'APPROVED')
  const { publishCurriculum } = await officer.ok('mutation ($c: ID!, $hash: String!) { publishCurriculum(curriculum: $c, hash: $hash) { state published { id number } } }', { c: curriculum, hash })
  assert.equal(publishCurriculum.published.number, 1)
  return publishCurriculum.published.id
}
