import { addDays, startOf } from '../lib/days.ts'
import { createAgreement, createPartner, moveAgreement, setTerms, type AgreementDoc } from '../partner/index.ts'
import { termsOf } from './partnerTerms.ts'
import { agreements, partners, type AgreementSeed } from './partners.ts'
import type { Seeding } from './seeding.ts'

/** Days before it begins at which an agreement took each step of its way. */
const way = [['submit', 45], ['recommend', 30], ['approve', 16], ['sign', 5]] as const
const stepsTo = { DRAFT: 0, SIGNING: 3, ACTIVE: 4 } as const

/** The universities and the agreements with them, brought to their states by the officer, step by step, in their time. */
export async function seedPartners(seeding: Seeding): Promise<void> {
  const officer = await seeding.as('kerjasama.demo')
  for (const { key, ...input } of partners) seeding.setPartner(key, (await createPartner(officer, input))._id)
  const made = new Map<string, AgreementDoc>()
  for (const seed of agreements) made.set(seed.numberAgency, await seedAgreement(seeding, seed, made))
}

async function seedAgreement(seeding: Seeding, seed: AgreementSeed, made: ReadonlyMap<string, AgreementDoc>): Promise<AgreementDoc> {
  const { today } = seeding
  // What has not begun yet is being prepared now.
  const begins = Math.min(seed.startsInDays, seed.state === 'ACTIVE' ? 0 : 10)
  const officerAt = (daysBefore: number) => seeding.as('kerjasama.demo', new Date(startOf(addDays(today, begins - daysBefore)).getTime() + 10 * 3_600_000))
  const parent = seed.parent ? made.get(seed.parent) : null
  if (parent === undefined) throw new RangeError(`${seed.numberAgency} rests on ${seed.parent}, which is not there`)
  let agreement = await createAgreement(await officerAt(50), {
    kind: seed.kind, partner: String(seeding.partner(seed.partner)), parent: parent && String(parent._id), title: seed.title,
    numberAgency: seed.numberAgency, numberPartner: seed.numberPartner, scope: seed.scope,
    signedOn: seed.state === 'ACTIVE' ? addDays(today, begins - 5) : null,
    startsOn: addDays(today, seed.startsInDays), endsOn: addDays(today, seed.endsInDays),
  })
  const partner = partners.find(({ key }) => key === seed.partner)!
  agreement = await setTerms(await officerAt(49), String(agreement._id), agreement.revision, termsOf(seed, partner))
  for (const [action, daysBefore] of way.slice(0, stepsTo[seed.state])) {
    agreement = await moveAgreement(await officerAt(daysBefore), String(agreement._id), agreement.revision, action)
  }
  return agreement
}
