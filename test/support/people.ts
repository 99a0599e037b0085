import { Types } from 'mongoose'
import type { Role, ScopeKind } from '../../server/graphql.ts'
import { AccountModel, GrantModel, PersonModel, UnitModel, hashPassword, type PersonDoc, type UnitDoc } from '../../server/people/index.ts'

let count = 0

/** A password that nobody knows: tests sign in by sessions. */
const unknowable = hashPassword(new Types.ObjectId().toHexString())

/** A role, and where; the whole agency when nothing else is said. */
export type RoleIn = readonly [Role, ScopeKind?, Types.ObjectId?]

/** A civil servant with a valid NIP of the reserved sequences, unless fields say otherwise. */
export async function aPerson({ roles = [['LEARNER']], ...fields }: { roles?: readonly RoleIn[] } & Partial<PersonDoc> = {}): Promise<PersonDoc> {
  count++
  const number = String(count)
  const person = await PersonModel.create({
    name: `Orang Uji ${number}`, email: `orang${number}.${new Types.ObjectId()}@uji.example`, employment: 'PNS',
    nip: nipOf(count), gender: 'P', birthDate: '1990-01-01', birthPlace: 'Medan', grade: 'III/a', position: 'Penguji', ...fields,
  })
  await AccountModel.create({ person: person._id, passwordHash: await unknowable, mustChangePassword: false })
  await GrantModel.create(roles.map(([role, kind = 'AGENCY', scope = null]) => ({ person: person._id, role, kind, scope })))
  return person.toObject() as PersonDoc
}

/** Valid PNS numbers, all different within a run of tests. */
export function nipOf(n: number): string {
  const birth = new Date(Date.UTC(1980, 0, 1) + (n % 3000) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  const month = String(1 + (Math.floor(n / 3000) % 12)).padStart(2, '0')
  return `${birth}2010${month}2${String(901 + (n % 99))}`
}

export async function aUnit(fields: Partial<UnitDoc> = {}): Promise<UnitDoc> {
  count++
  const unit = await UnitModel.create({ code: `UNIT-${count}-${new Types.ObjectId()}`, name: `Dinas Uji ${count}`, shortName: `Dinas ${count}`, ...fields })
  return unit.toObject() as UnitDoc
}
