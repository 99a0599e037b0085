import type { Types } from 'mongoose'
import type { Context } from '../context.ts'
import type { CurriculumPatch, CurriculumSection } from '../graphql.ts'
import {
  approveCurriculum, archiveCurriculum, createCurriculum, delegateApproval, editCurriculum, markCurriculumSeen, publishCurriculum, returnCurriculum,
  reviseCurriculum, signOffCells, signOffSection, submitCurriculum, type CurriculumDoc,
} from '../curriculum/index.ts'
import { addDays, dayOf, startOf } from '../lib/days.ts'
import { holdConsultation } from './consultation.ts'
import type { CurriculumSeed } from './content.ts'
import { activitiesOf, blueprintOf, developersOf, indicatorsOf, levelOf, needOf, teamOf } from './curricula/enrich.ts'
import { curricula } from './curricula/index.ts'
import type { Seeding } from './seeding.ts'

type Fate = 'DRAFT' | 'IN_REVIEW' | 'APPROVED' | 'ARCHIVED' | 'TWO_VERSIONS'

/** What does not simply end published: every state of the way is there to be seen. */
const fates: Partial<Record<string, Fate>> = {
  'PLT-DAT-02': 'TWO_VERSIONS', 'PLT-KEU-04': 'ARCHIVED', 'PLT-MPR-09': 'APPROVED', 'PLT-SOS-10': 'IN_REVIEW', 'PLT-INO-12': 'DRAFT',
}

/** The twelve curricula, designed, approved and published by those whose work it is; ids are the codes of their seeds. */
export async function seedCurricula(seeding: Seeding): Promise<void> {
  for (const seed of curricula) await seedCurriculum(seeding, seed, fates[seed.code])
}

async function seedCurriculum(seeding: Seeding, seed: CurriculumSeed, fate: Fate | undefined): Promise<void> {
  const people = cast(seeding, seed)
  if (fate === 'DRAFT') return leaveDraft(people, seeding.partner(seed.partner), seed)
  const first = fate === 'TWO_VERSIONS' ? earlier(seed) : seed
  let curriculum = await design(people, seeding.partner(seed.partner), first, -115)
  if (fate === 'IN_REVIEW') return leaveInReview(people, curriculum)
  if (fate === 'TWO_VERSIONS') await standIn(seeding, people, curriculum)
  curriculum = await approve(people, curriculum, -95, fate)
  if (fate === 'APPROVED') return
  curriculum = await publish(people, curriculum, -85)
  if (fate === 'ARCHIVED') {
    await archiveCurriculum(await people.officer(-20), id(curriculum), 'Menunggu PKS baru dengan Jurusan Akuntansi (DEMO/PKS-005) ditandatangani; kurikulum akan disusun ulang bersama.')
  }
  if (fate === 'TWO_VERSIONS') {
    const { revision } = await reviseCurriculum(await people.author(-45), id(curriculum))
    curriculum = await editCurriculum(await people.author(-42), id(curriculum), revision, { subjects: subjectsOf(seed), references: seed.references })
    await holdConsultation(seeding, curriculum, `dosen.${seed.partner.toLowerCase()}.demo`, -42)
    await publish(people, await approve(people, curriculum, -35, fate), -25)
  }
}

type Cast = Record<'author' | 'officer' | 'agency' | 'partner', (days: number, hour?: number) => Promise<Context>>

/** Those who take part, each on a given day. */
function cast(seeding: Seeding, { partner }: CurriculumSeed): Cast {
  const on = (key: string) => (days: number, hour = 9) => seeding.as(key, new Date(startOf(addDays(seeding.today, days)).getTime() + hour * 3_600_000))
  const key = partner.toLowerCase()
  return { author: on(`dosen.${key}.demo`), officer: on('admin.demo'), agency: on('pimpinan.demo'), partner: on(`ttd.${key}.demo`) }
}

const id = ({ _id }: CurriculumDoc) => String(_id)

/** The partner's author writes what is taught and how it is assessed, the agency's officer what it is for. */
async function design({ author, officer }: Cast, partner: Types.ObjectId, seed: CurriculumSeed, from: number): Promise<CurriculumDoc> {
  const { code, title, kind, mode } = seed
  const begun = await createCurriculum(await author(from), { partner: String(partner), code, title, kind, mode })
  const patch = contentOf(seed)
  const edits: [typeof author, number, CurriculumPatch][] = [
    [author, 0, { team: patch.team, outcomes: patch.outcomes }], [officer, 1, { identity: patch.identity, competencies: patch.competencies }],
    [author, 4, { subjects: patch.subjects }], [author, 6, { assessments: patch.assessments }], [officer, 8, { references: patch.references }],
  ]
  let curriculum = begun
  for (const [who, days, sections] of edits) {
    curriculum = await editCurriculum(await who(from + days, 11), id(begun), curriculum.revision, sections)
  }
  return curriculum
}

/** With a fate, reviewed section by section first; the first of two versions is approved by who stands in for the director. */
async function approve(people: Cast, curriculum: CurriculumDoc, from: number, fate?: Fate): Promise<CurriculumDoc> {
  const { author, agency, officer, partner } = people
  const { hash, revision } = curriculum
  await submitCurriculum(await author(from), id(curriculum), revision)
  if (fate) await signOff(people, curriculum, from + 1, 'PARTNER', 'AGENCY')
  await approveCurriculum(await partner(from + 3), id(curriculum), hash)
  return approveCurriculum(await (fate === 'TWO_VERSIONS' && from < -90 ? officer : agency)(from + 5), id(curriculum), hash)
}

/** Sections the officer was the last to change: the director signs those off, for four eyes. */
const officers: readonly CurriculumSection[] = ['IDENTITY', 'COMPETENCIES', 'REFERENCES']

async function signOff({ agency, officer, partner }: Cast, curriculum: CurriculumDoc, on: number, ...sides: ('PARTNER' | 'AGENCY')[]): Promise<void> {
  for (const { section, side, hash } of signOffCells(curriculum).filter(cell => sides.includes(cell.side))) {
    const who = side === 'PARTNER' ? partner : officers.includes(section) ? agency : officer
    await signOffSection(await who(on, 13), id(curriculum), section, hash)
  }
}

/** The director is away, and the officer approves in their name. */
async function standIn(seeding: Seeding, { agency }: Cast, curriculum: CurriculumDoc): Promise<void> {
  await delegateApproval(await agency(-96), id(curriculum), {
    to: String(seeding.person('admin.demo')), startsOn: addDays(seeding.today, -94), endsOn: addDays(seeding.today, -87), reason: 'Mengikuti Pelatihan Kepemimpinan Nasional di Jakarta.',
  })
}

const publish = async ({ officer }: Cast, curriculum: CurriculumDoc, on: number): Promise<CurriculumDoc> =>
  publishCurriculum(await officer(on), id(curriculum), curriculum.hash)

/** Sent back once, handed in again, and approved by the partner; the agency's signature is awaited. */
async function leaveInReview(people: Cast, curriculum: CurriculumDoc): Promise<void> {
  const { author, agency, partner } = people
  await submitCurriculum(await author(-14), id(curriculum), curriculum.revision)
  await signOff(people, curriculum, -13, 'AGENCY')
  await markCurriculumSeen(await agency(-13, 15), id(curriculum), curriculum.hash)
  const back = await returnCurriculum(await agency(-12), id(curriculum), 'Mohon tuliskan izin pengurus rumah ibadah pada petunjuk kunjungan, agar peserta menyiapkannya lebih awal.')
  const assessments = back.content.assessments.map(one =>
    one.kind === 'PRACTICUM' ? { ...one, instructions: `${one.instructions} Lampirkan izin pengurus bila kegiatan berlangsung di rumah ibadah.` } : one)
  const mended = await editCurriculum(await author(-6), id(curriculum), back.revision, { assessments })
  await submitCurriculum(await author(-5), id(curriculum), mended.revision, addDays(dayOf(mended.updatedAt), 16))
  await signOff(people, mended, -3, 'PARTNER')
  await approveCurriculum(await partner(-2), id(curriculum), mended.hash)
}

/** Half done: the last practicum is still to be agreed on, and people talk about it (discussion.ts). */
async function leaveDraft(people: Cast, partner: Types.ObjectId, seed: CurriculumSeed): Promise<void> {
  await design(people, partner, { ...seed, assessments: seed.assessments.slice(0, -1) }, -18)
}

/** What the first version of a revised curriculum looked like: one rule less to cite, one topic less to teach. */
const earlier = (seed: CurriculumSeed): CurriculumSeed => ({
  ...seed,
  references: seed.references.slice(0, -1),
  subjects: seed.subjects.map((subject, index) => (index === 0 ? { ...subject, topics: subject.topics.slice(0, -1) } : subject)),
})

const subjectsOf = ({ subjects }: CurriculumSeed) => subjects.map(({ title, description, topics, hours, outcomes }, index) =>
  ({ id: `MP-${index + 1}`, title, description, topics, ...hours, outcomes, activities: activitiesOf(subjects[index]!, `MP-${index + 1}`) }))

function contentOf(seed: CurriculumSeed) {
  const { title, kind, mode, audience, summary, faculty } = seed
  return {
    identity: { title, kind, mode, audience, summary, faculty },
    team: teamOf(seed),
    outcomes: seed.outcomes.map(({ code, text }) => ({ id: code, code, text, level: levelOf(text), indicators: indicatorsOf(code, text, seed.subjects) })),
    competencies: seed.competencies.map((one, order) =>
      ({ id: one.code.replaceAll('.', '-'), ...one, outcomes: developersOf(one, order, seed.outcomes), need: needOf(one, seed) })),
    subjects: subjectsOf(seed),
    assessments: seed.assessments.map(one => {
      const { code, subject, ...rest } = one
      return { id: code, subject: `MP-${subject + 1}`, ...rest, blueprint: blueprintOf(seed, one) }
    }),
    references: seed.references,
  } satisfies CurriculumPatch
}
