import type { Domain } from '../domain.ts'
import { resolvers } from './resolvers.ts'

export const people: Domain = { name: 'people', resolvers }

export { fullName, rankOf } from './domain/rank.ts'
export { formatNip, maskNip, readNip } from './domain/nip.ts'
export { DEMO_PASSWORD } from './demo.ts'
export { peopleLoaders } from './loaders.ts'
export { AccountModel, GrantModel, PersonModel, UnitModel, type GrantDoc, type PersonDoc, type UnitDoc } from './model.ts'
export { hashPassword } from './password.ts'
export { personPolicy } from './policy.ts'
export { agencyHolders, give, holdersOf, takeBack } from './service/grant.ts'
export { createExternal, personOfEmail } from './service/person.ts'
export { viewerOf, viewerOfToken } from './service/viewer.ts'
