import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ConsultationModel, ConsultationRecordModel, ResponseModel } from '../../server/consultation/index.ts'
import { CurriculumModel } from '../../server/curriculum/index.ts'
import { ThreadModel } from '../../server/discussion/index.ts'
import { PersonModel } from '../../server/people/index.ts'
import { seedPartnerRoles, seedPeople } from '../../server/seed/accounts.ts'
import { seedOpenConsultation } from '../../server/seed/consultation.ts'
import { seedCurricula } from '../../server/seed/curriculum.ts'
import { seedDiscussion } from '../../server/seed/discussion.ts'
import { seedPartners } from '../../server/seed/partner.ts'
import { newSeeding } from '../../server/seed/seeding.ts'
import { startTestApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const seeding = newSeeding(app.services)
  await seedPeople(seeding)
  await seedPartners(seeding)
  await seedPartnerRoles(seeding)
  await seedCurricula(seeding)
  await seedDiscussion(seeding)
  await seedOpenConsultation(seeding)
}, 120_000)
afterAll(() => app?.stop())

test('the draft is talked about: one thread resolved, one suggestion taken, one waiting', async () => {
  const threads = await ThreadModel.find().lean()
  expect(threads).toHaveLength(5)
  expect(threads.filter(({ state }) => state === 'RESOLVED')).toHaveLength(2)
  expect(threads.map(({ suggestion }) => suggestion?.state).filter(Boolean).sort()).toEqual(['ACCEPTED', 'PENDING'])
  const draft = (await CurriculumModel.findOne({ code: 'PLT-INO-12' }).lean())! as unknown as { content: { subjects: { id: string; description: string }[] } }
  expect(draft.content.subjects.find(({ id }) => id === 'MP-5')!.description).toContain('pemilik layanan')
})

test('a consultation was held and answered, and stands in the version’s record', async () => {
  const [record] = await ConsultationRecordModel.find().lean()
  expect(record).toMatchObject({ same: true, answered: 16 })
  expect((record!.clusters as { verdict: string }[]).map(({ verdict }) => verdict).sort()).toEqual(['DONE', 'DONE', 'NOT_DONE', 'PARTLY'])
  expect((record!.questions as { n: number }[])[0]!.n).toBe(16)
})

test('one is open to the demo learner, who has not answered', async () => {
  const open = await ConsultationModel.find({ state: 'OPEN' }).lean()
  expect(open).toHaveLength(1)
  expect(await ResponseModel.countDocuments({ consultation: open[0]!._id })).toBe(2)
  const learner = (await PersonModel.findOne({ email: 'peserta.pns@demo.pembina.example' }).lean())!
  expect(open[0]!.units.map(String)).toContain(String(learner.unit))
})
