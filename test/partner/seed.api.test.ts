import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { AgreementModel, warnOfAgreements, type AgreementDoc } from '../../server/partner/index.ts'
import { NoticeModel } from '../../server/notice/index.ts'
import { PersonModel, type PersonDoc } from '../../server/people/index.ts'
import { seedPartnerRoles, seedPeople } from '../../server/seed/accounts.ts'
import { seedPartners } from '../../server/seed/partner.ts'
import { seedAgreementLife } from '../../server/seed/partnerLife.ts'
import { newSeeding } from '../../server/seed/seeding.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'

let app: TestApp
let lead: Client
beforeAll(async () => {
  app = await startTestApp()
  const seeding = newSeeding(app.services)
  await seedPeople(seeding)
  await seedPartners(seeding)
  await seedPartnerRoles(seeding)
  await seedAgreementLife(seeding)
  lead = await app.client((await PersonModel.findOne({ email: 'pj.usu@demo.pembina.example' }).lean<PersonDoc>())!)
}, 120_000)
afterAll(() => app.stop())

const one = async (filter: object) => (await AgreementModel.findOne(filter).lean<AgreementDoc>())!

test('the demo has terms throughout, plans under way, evaluations, a late item, papers and a renewal', async () => {
  const all = await AgreementModel.find().lean<AgreementDoc[]>()
  expect(all.every(({ terms }) => terms !== null)).toBe(true)
  const statuses = new Set(all.flatMap(({ actions }) => (actions ?? []).map(({ status }) => status)))
  expect([...statuses].sort()).toEqual(['DONE', 'ONGOING', 'PLANNED'])
  expect(all.some(({ evaluations }) => evaluations!.length > 0)).toBe(true)
  expect(all.filter(({ documents }) => documents!.length > 0)).toHaveLength(4)
  expect(await one({ numberAgency: 'DEMO/KSB-009/SETDA' })).toMatchObject({ state: 'DRAFT', renews: (await one({ numberAgency: 'DEMO/KSB-007/SETDA' }))._id })
})

test('a lead of the demo finds the signed paper of the own university', async () => {
  const { agreements } = await lead.ok('{ agreements(first: 100) { nodes { numberAgency documents { file { url } } actions { overdue moves } } } }')
  const own = agreements.nodes.find(({ numberAgency }: { numberAgency: string }) => numberAgency === 'DEMO/PKS-001/BKPSDM')
  const response = await lead.fetch(own.documents[0].file.url)
  expect([response.status, (await response.text()).slice(0, 5)]).toEqual([200, '%PDF-'])
})

test('each kind of warning is told in the demo', async () => {
  await warnOfAgreements(app.services)
  expect((await NoticeModel.distinct('kind')).sort()).toEqual(['AGREEMENT_ENDING', 'AGREEMENT_EVALUATION_DUE', 'AGREEMENT_TO_SIGN', 'AGREEMENT_WITHOUT_PKS'])
})
