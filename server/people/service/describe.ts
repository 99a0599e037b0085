import type { Context } from '../../context.ts'
import type { NipReading } from '../../graphql.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import type { Viewer } from '../../viewer.ts'
import { homesOf } from '../domain/homes.ts'
import { formatNip, readNip } from '../domain/nip.ts'
import { fullName as nameWithTitles, rankOf } from '../domain/rank.ts'
import type { PersonDoc } from '../model.ts'

export const homes = (viewer: Viewer) => homesOf(viewer.grants.map(grant => grant.role))

export const fullName = (person: PersonDoc): string => nameWithTitles(person)

export const rank = (person: PersonDoc): string | null => rankOf(person.grade, person.employment)

/** What a NIP says, or the refusal a form would give. */
export function nip(ctx: Context, text: string): NipReading {
  signedIn(ctx.viewer)
  const reading = readNip(text, ctx.now())
  if (!reading.ok) throw new Refusal(reading.code, reading.facts, 'nip')
  return {
    nip: reading.nip, formatted: formatNip(reading.nip), employment: reading.kind, birthDate: reading.birthDate, gender: reading.gender,
    appointedYear: reading.appointed.year, appointedMonth: reading.appointed.month, warnings: reading.warnings,
  }
}
