import type { Resolvers } from '../graphql.ts'
import { isId } from '../lib/mongo.ts'
import { emptyPage, pageOf, searchFilter } from '../lib/page.ts'
import { abilityResolvers, ifSeen, signedIn } from '../lib/policy.ts'
import type { Viewer } from '../viewer.ts'
import { GrantModel, PersonModel, UnitModel, type PersonDoc, type UnitDoc } from './model.ts'
import { peoplePolicy, personPolicy, unitPolicy, visiblePeople } from './policy.ts'
import { labelOfScope, scopeExists } from './scopes.ts'
import * as described from './service/describe.ts'
import { grantRole, revokeRole } from './service/grant.ts'
import { createPerson, deactivatePerson, reactivatePerson, resetPassword, updatePerson } from './service/person.ts'
import { sessionsOf } from './service/session.ts'
import { changePassword, endSession, setLanguage, signIn, signOut, signOutEverywhere } from './service/signIn.ts'
import { createUnit, updateUnit } from './service/unit.ts'

/** A field that shows only to those who may know who this is. */
const identity = <K extends keyof PersonDoc>(field: K) => (person: PersonDoc, _: unknown, ctx: { viewer: Viewer }) =>
  personPolicy.seeIdentity(ctx.viewer, person) ? person[field] : null

export const resolvers: Resolvers = {
  Query: {
    viewer: (_, __, ctx) => (ctx.viewer.id ? ctx.viewer : null),
    person: async (_, { id }, ctx) => ifSeen(personPolicy, ctx.viewer, await ctx.load.person.find(id)),
    people: async (_, { search, role, unit, ...page }, ctx) => {
      signedIn(ctx.viewer)
      const filters = [visiblePeople(ctx.viewer), searchFilter(search, ['name', 'nip', 'email', 'position'])]
      if (unit) filters.push({ unit: isId(unit) ? unit : null })
      if (role) filters.push({ _id: { $in: await GrantModel.distinct('person', { role }) } })
      return pageOf<PersonDoc>(PersonModel, { $and: filters }, page)
    },
    unit: (_, { id }, ctx) => (ctx.viewer.id ? ctx.load.unit.find(id) : null),
    units: (_, { search, ...page }, ctx) =>
      ctx.viewer.id ? pageOf<UnitDoc>(UnitModel, searchFilter(search, ['name', 'shortName', 'code']), page, 1) : emptyPage,
    readNip: (_, { nip }, ctx) => described.nip(ctx, nip),
  },
  Mutation: {
    signIn: (_, { identifier, password }, ctx) => signIn(ctx, identifier, password),
    signOut: (_, __, ctx) => signOut(ctx),
    signOutEverywhere: (_, __, ctx) => signOutEverywhere(ctx),
    endSession: (_, { session }, ctx) => endSession(ctx, session),
    changePassword: (_, args, ctx) => changePassword(ctx, args.current, args.new),
    setLanguage: (_, { language }, ctx) => setLanguage(ctx, language),
    createPerson: (_, { input }, ctx) => createPerson(ctx, input),
    updatePerson: (_, { person, revision, input }, ctx) => updatePerson(ctx, person, revision, input),
    deactivatePerson: (_, { person }, ctx) => deactivatePerson(ctx, person),
    reactivatePerson: (_, { person }, ctx) => reactivatePerson(ctx, person),
    resetPassword: (_, { person }, ctx) => resetPassword(ctx, person),
    grantRole: (_, { input }, ctx) => grantRole(ctx, input, scopeExists),
    revokeRole: (_, { grant }, ctx) => revokeRole(ctx, grant),
    createUnit: (_, { input }, ctx) => createUnit(ctx, input),
    updateUnit: (_, { unit, revision, input }, ctx) => updateUnit(ctx, unit, revision, input),
  },
  Viewer: {
    id: viewer => viewer.id!,
    person: (viewer, _, ctx) => ctx.load.person.get(viewer.id!),
    grants: (viewer, _, ctx) => ctx.load.grantsOf.of(viewer.id!),
    roles: viewer => [...new Set(viewer.grants.map(grant => grant.role))],
    homes: viewer => described.homes(viewer),
    sessions: (viewer, _, ctx) => sessionsOf(viewer.id!, ctx.now()),
    viewerCan: viewer => viewer,
  },
  ViewerAbilities: abilityResolvers(peoplePolicy),
  Session: {
    id: session => String(session._id),
    current: (session, _, ctx) => String(session._id) === ctx.viewer.session,
  },
  Person: {
    id: person => String(person._id),
    fullName: person => described.fullName(person),
    nip: identity('nip'),
    email: identity('email'),
    gender: identity('gender'),
    birthPlace: identity('birthPlace'),
    birthDate: identity('birthDate'),
    rank: person => described.rank(person),
    unit: (person, _, ctx) => ctx.load.unit.find(person.unit),
    grants: (person, _, ctx) => (personPolicy.see(ctx.viewer, person) ? ctx.load.grantsOf.of(person._id) : []),
    viewerCan: person => person,
  },
  PersonAbilities: abilityResolvers(personPolicy),
  Grant: { id: grant => String(grant._id), scope: grant => grant },
  Scope: {
    id: ({ scope }) => scope && String(scope),
    label: (scope, _, ctx) => labelOfScope(ctx, scope),
  },
  Unit: {
    id: unit => String(unit._id),
    people: (unit, page, ctx) => pageOf<PersonDoc>(PersonModel, { $and: [visiblePeople(ctx.viewer), { unit: unit._id }] }, page),
    viewerCan: unit => unit,
  },
  UnitAbilities: abilityResolvers(unitPolicy),
}
