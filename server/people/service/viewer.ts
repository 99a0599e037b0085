import type { Types } from 'mongoose'
import type { Services } from '../../domain.ts'
import { guest, type HeldRole, type Viewer } from '../../viewer.ts'
import { AccountModel, GrantModel, PersonModel, type AccountDoc, type GrantDoc, type PersonDoc } from '../model.ts'
import { findSession } from './session.ts'

const held = ({ role, kind, scope }: GrantDoc): HeldRole => ({ role, kind, id: scope && String(scope) })

/**
 * The viewer a person is, but for the classes they learn in or teach: those the context adds. An inactive person is
 * nobody; one who must choose a password first has no roles until then.
 */
export async function viewerOf(person: Types.ObjectId | string): Promise<Viewer> {
  const [doc, account, grants] = await Promise.all([
    PersonModel.findById(person).lean<PersonDoc>(),
    AccountModel.findOne({ person }).lean<AccountDoc>(),
    GrantModel.find({ person }).lean<GrantDoc[]>(),
  ])
  if (!doc?.active) return guest
  const mustChangePassword = account?.mustChangePassword ?? false
  return {
    ...guest, id: String(doc._id), unit: doc.unit && String(doc.unit), grants: mustChangePassword ? [] : grants.map(held),
    language: account?.language ?? 'id', mustChangePassword,
  }
}

/** The viewer a session's token speaks for; the guest when there is none. */
export async function viewerOfToken(services: Services, token: string | undefined): Promise<Viewer> {
  const session = token ? await findSession(services, token) : null
  if (!session) return guest
  const viewer = await viewerOf(session.person)
  return viewer.id ? { ...viewer, session: String(session._id) } : guest
}
