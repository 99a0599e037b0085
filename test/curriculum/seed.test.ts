import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CurriculumModel, CurriculumVersionModel, signOffCells, type CurriculumDoc, type CurriculumVersionDoc } from '../../server/curriculum/index.ts'
import { AgreementModel, agreementInForce } from '../../server/partner/index.ts'
import { seedPartnerRoles, seedPeople } from '../../server/seed/accounts.ts'
import { seedCurricula } from '../../server/seed/curriculum.ts'
import { seedPartners } from '../../server/seed/partner.ts'
import { newSeeding, type Seeding } from '../../server/seed/seeding.ts'
import { verifyAll } from '../../server/verifyHistory.ts'
import { startTestApp, type TestApp } from '../support/app.ts'

let app: TestApp
let seeding: Seeding
beforeAll(async () => {
  app = await startTestApp()
  seeding = newSeeding(app.services)
  await seedPeople(seeding)
  await seedPartners(seeding)
  await seedPartnerRoles(seeding)
  await seedCurricula(seeding)
}, 120_000)
afterAll(() => app?.stop())

test('every partner has a PKS in force, and every state of an agreement is there to be seen', async () => {
  for (const key of ['USU', 'DEL', 'POLMED', 'UMSU', 'UINSU', 'UNIMED']) expect(await agreementInForce(seeding.partner(key), seeding.today)).not.toBeNull()
  const officer = await app.client((await import('../support/people.ts').then(({ aPerson }) => aPerson({ roles: [['CURRICULUM_OFFICER']] }))))
  const { agreements } = await officer.ok('{ agreements(first: 100) { nodes { status lacksFollowUp numberAgency } } }')
  const statuses = new Set(agreements.nodes.map((one: any) => one.status))
  for (const status of ['DRAFT', 'SIGNING', 'ACTIVE', 'EXPIRING', 'EXPIRED']) expect(statuses).toContain(status)
  expect(agreements.nodes.filter((one: any) => one.lacksFollowUp).map((one: any) => one.numberAgency)).toEqual(['DEMO/KSB-008/SETDA'])
  expect(await AgreementModel.countDocuments({ history: { $size: 4 } })).toBeGreaterThan(15)
})

test('every state of a curriculum is there to be seen, and the three in full are published', async () => {
  const states = Object.fromEntries((await CurriculumModel.find().lean()).map(({ code, state }) => [code, state]))
  expect(Object.keys(states)).toHaveLength(12)
  expect(states).toMatchObject({
    'PLT-PLY-01': 'PUBLISHED', 'PLT-KIN-03': 'PUBLISHED', 'PLT-DIS-11': 'PUBLISHED', 'PLT-INO-12': 'DRAFT', 'PLT-SOS-10': 'IN_REVIEW',
    'PLT-MPR-09': 'APPROVED', 'PLT-KEU-04': 'ARCHIVED',
  })
  expect(await CurriculumVersionModel.countDocuments({ code: 'PLT-DAT-02' })).toBe(2)
  expect((await CurriculumModel.findOne({ code: 'PLT-SOS-10' }).lean())!.approvals).toHaveLength(1)
})

test('histories hold; sections are signed off, one is stale after a return; one approval was given in another’s name', async () => {
  expect((await verifyAll()).broken).toEqual([])
  const review = (await CurriculumModel.findOne({ code: 'PLT-SOS-10' }).lean<CurriculumDoc>())!
  const cells = signOffCells(review)
  expect(cells.filter(({ side, given, stale }) => side === 'PARTNER' && given && !stale)).toHaveLength(7)
  expect(cells.filter(({ stale }) => stale).map(({ section, side }) => [section, side])).toEqual([['ASSESSMENTS', 'AGENCY']])
  const [first] = await CurriculumVersionModel.find({ code: 'PLT-DAT-02' }).sort({ number: 1 }).lean<CurriculumVersionDoc[]>()
  expect(first!.approvals.map(({ side, onBehalfOf }) => [side, onBehalfOf !== null])).toEqual([['PARTNER', false], ['AGENCY', true]])
})
