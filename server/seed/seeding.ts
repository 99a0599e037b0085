import type { Types } from 'mongoose'
import type { Context } from '../context.ts'
import { actAs } from '../context.ts'
import type { Services } from '../domain.ts'
import { dayOf, type Day } from '../lib/days.ts'

/** What the seeds of the domains share: who is who, and a way to act as them through the services, rules and all. */
export type Seeding = {
  services: Services
  /** The day of seeding in WIB. */
  today: Day
  /** A fresh context in a demo person's name; `at` puts its clock elsewhere. */
  as(key: string, at?: Date): Promise<Context>
  person(key: string): Types.ObjectId
  unit(code: string): Types.ObjectId
  partner(key: string): Types.ObjectId
  setPerson(key: string, id: Types.ObjectId): void
  setUnit(code: string, id: Types.ObjectId): void
  setPartner(key: string, id: Types.ObjectId): void
}

export function newSeeding(services: Services): Seeding {
  const people = book('person')
  const units = book('unit')
  const partners = book('partner')
  return {
    services, today: dayOf(services.now()),
    as: (key, at) => actAs(at ? { ...services, now: () => at } : services, String(people.get(key))),
    person: people.get, setPerson: people.set, unit: units.get, setUnit: units.set, partner: partners.get, setPartner: partners.set,
  }
}

function book(kind: string) {
  const ids = new Map<string, Types.ObjectId>()
  return {
    set: (key: string, id: Types.ObjectId) => void ids.set(key, id),
    get(key: string): Types.ObjectId {
      const id = ids.get(key)
      if (!id) throw new RangeError(`no ${kind} ${key} in the seed`)
      return id
    },
  }
}
