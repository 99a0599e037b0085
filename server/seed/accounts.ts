import { AccountModel, DEMO_PASSWORD, GrantModel, PersonModel, UnitModel, hashPassword, readNip } from '../people/index.ts'
import { people } from './people.ts'
import type { Seeding } from './seeding.ts'
import { units } from './units.ts'

/** Units, and everybody with an account; grants in partners wait until there are partners. */
export async function seedPeople(seeding: Seeding): Promise<void> {
  for (const unit of await UnitModel.create([...units])) seeding.setUnit(unit.code, unit._id)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  for (const seed of people) {
    const reading = seed.nip ? readNip(seed.nip, seeding.services.now()) : null
    if (reading && !reading.ok) throw new RangeError(`${seed.key}: ${reading.code}`)
    const person = await PersonModel.create({
      name: seed.name, titleBefore: seed.titleBefore ?? null, titleAfter: seed.titleAfter ?? null, email: seed.email,
      nip: seed.nip ?? null, employment: seed.kind ?? 'EXTERNAL', gender: seed.gender ?? null, grade: seed.rank ?? null,
      birthPlace: seed.birthPlace ?? null, birthDate: reading?.birthDate ?? null,
      position: seed.position, unit: seed.unit ? seeding.unit(seed.unit) : null,
    })
    seeding.setPerson(seed.key, person._id)
    await AccountModel.create({ person: person._id, passwordHash, mustChangePassword: false })
  }
  const grants = people.flatMap(seed => seed.grants.map(grant => ({ seed, grant }))).filter(({ grant }) => grant.scope.kind !== 'PARTNER')
  await GrantModel.create(grants.map(({ seed, grant: { role, scope } }) => ({
    person: seeding.person(seed.key), role, kind: scope.kind, scope: scope.kind === 'UNIT' ? seeding.unit(scope.ref!) : null,
  })))
}

/** The roles in partners, once those are there. */
export async function seedPartnerRoles(seeding: Seeding): Promise<void> {
  const grants = people.flatMap(seed => seed.grants.flatMap(({ role, scope }) =>
    scope.kind === 'PARTNER' ? [{ person: seeding.person(seed.key), role, kind: 'PARTNER' as const, scope: seeding.partner(scope.ref!) }] : []))
  await GrantModel.create(grants)
}
