import type {
  ChangePasswordMutation, ChangePasswordMutationVariables, CreatePersonMutation, CreatePersonMutationVariables, CreateUnitMutation,
  CreateUnitMutationVariables, DeactivatePersonMutation, DeactivatePersonMutationVariables, EndSessionMutation, EndSessionMutationVariables,
  GrantRoleMutation, GrantRoleMutationVariables, MyAccountQuery, MyAccountQueryVariables, PeopleListQuery, PeopleListQueryVariables,
  PersonPageQuery, PersonPageQueryVariables, ReactivatePersonMutation, ReactivatePersonMutationVariables, ReadNipQuery, ReadNipQueryVariables,
  ResetPasswordMutation, ResetPasswordMutationVariables, RevokeRoleMutation, RevokeRoleMutationVariables, SignInMutation, SignInMutationVariables,
  ScopePartnersQuery, ScopePartnersQueryVariables, SignOutEverywhereMutation, SignOutEverywhereMutationVariables, UnitOptionsQuery, UnitOptionsQueryVariables, UnitsListQuery, UnitsListQueryVariables,
  UpdatePersonMutation, UpdatePersonMutationVariables, UpdateUnitMutation, UpdateUnitMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const SignIn = graphql<SignInMutation, SignInMutationVariables>(/* GraphQL */ `
  mutation SignIn($identifier: String!, $password: String!) {
    signIn(identifier: $identifier, password: $password) { id mustChangePassword homes }
  }
`)

export const ChangePassword = graphql<ChangePasswordMutation, ChangePasswordMutationVariables>(/* GraphQL */ `
  mutation ChangePassword($current: String!, $new: String!) {
    changePassword(current: $current, new: $new) { id mustChangePassword homes }
  }
`)

export const MyAccount = graphql<MyAccountQuery, MyAccountQueryVariables>(/* GraphQL */ `
  query MyAccount {
    viewer {
      id language
      person { id fullName nip email employment rank position unit { id name } }
      grants { id role scope { kind label } }
      sessions { id current agent createdAt lastSeenAt }
    }
  }
`)

export const EndSession = graphql<EndSessionMutation, EndSessionMutationVariables>(/* GraphQL */ `
  mutation EndSession($session: ID!) {
    endSession(session: $session) { id sessions { id current agent createdAt lastSeenAt } }
  }
`)

export const SignOutEverywhere = graphql<SignOutEverywhereMutation, SignOutEverywhereMutationVariables>(/* GraphQL */ `
  mutation SignOutEverywhere { signOutEverywhere }
`)

export const PeopleList = graphql<PeopleListQuery, PeopleListQueryVariables>(/* GraphQL */ `
  query PeopleList($search: String, $role: Role, $unit: ID, $first: Int! = 20, $after: String) {
    people(search: $search, role: $role, unit: $unit, first: $first, after: $after) {
      nodes { id fullName nip email employment position active unit { id shortName } }
      next total
    }
  }
`)

export const PersonPage = graphql<PersonPageQuery, PersonPageQueryVariables>(/* GraphQL */ `
  query PersonPage($id: ID!) {
    person(id: $id) {
      id revision name titleBefore titleAfter fullName nip email employment gender birthPlace birthDate grade rank position active
      unit { id name }
      grants { id role scope { kind id label } }
      viewerCan { edit deactivate resetPassword grant }
    }
  }
`)

export const CreatePerson = graphql<CreatePersonMutation, CreatePersonMutationVariables>(/* GraphQL */ `
  mutation CreatePerson($input: PersonInput!) {
    createPerson(input: $input) { temporaryPassword person { id fullName } }
  }
`)

export const UpdatePerson = graphql<UpdatePersonMutation, UpdatePersonMutationVariables>(/* GraphQL */ `
  mutation UpdatePerson($person: ID!, $revision: Int!, $input: PersonInput!) {
    updatePerson(person: $person, revision: $revision, input: $input) { id revision }
  }
`)

export const DeactivatePerson = graphql<DeactivatePersonMutation, DeactivatePersonMutationVariables>(/* GraphQL */ `
  mutation DeactivatePerson($person: ID!) { deactivatePerson(person: $person) { id active } }
`)

export const ReactivatePerson = graphql<ReactivatePersonMutation, ReactivatePersonMutationVariables>(/* GraphQL */ `
  mutation ReactivatePerson($person: ID!) { reactivatePerson(person: $person) { id active } }
`)

export const ResetPassword = graphql<ResetPasswordMutation, ResetPasswordMutationVariables>(/* GraphQL */ `
  mutation ResetPassword($person: ID!) { resetPassword(person: $person) { temporaryPassword person { id } } }
`)

export const GrantRole = graphql<GrantRoleMutation, GrantRoleMutationVariables>(/* GraphQL */ `
  mutation GrantRole($input: GrantInput!) { grantRole(input: $input) { id grants { id role scope { kind id label } } } }
`)

export const RevokeRole = graphql<RevokeRoleMutation, RevokeRoleMutationVariables>(/* GraphQL */ `
  mutation RevokeRole($grant: ID!) { revokeRole(grant: $grant) { id grants { id role scope { kind id label } } } }
`)

export const ReadNip = graphql<ReadNipQuery, ReadNipQueryVariables>(/* GraphQL */ `
  query ReadNip($nip: String!) {
    readNip(nip: $nip) { formatted employment birthDate gender appointedYear appointedMonth warnings }
  }
`)

export const UnitOptions = graphql<UnitOptionsQuery, UnitOptionsQueryVariables>(/* GraphQL */ `
  query UnitOptions { units(first: 100) { nodes { id name active } } }
`)

export const ScopePartners = graphql<ScopePartnersQuery, ScopePartnersQueryVariables>(/* GraphQL */ `
  query ScopePartners { partners(first: 100) { nodes { id name } } }
`)

export const UnitsList = graphql<UnitsListQuery, UnitsListQueryVariables>(/* GraphQL */ `
  query UnitsList($search: String, $first: Int! = 50, $after: String) {
    units(search: $search, first: $first, after: $after) {
      nodes { id revision code name shortName active people(first: 1) { total } viewerCan { edit } }
      next total
    }
  }
`)

export const CreateUnit = graphql<CreateUnitMutation, CreateUnitMutationVariables>(/* GraphQL */ `
  mutation CreateUnit($input: UnitInput!) { createUnit(input: $input) { id name } }
`)

export const UpdateUnit = graphql<UpdateUnitMutation, UpdateUnitMutationVariables>(/* GraphQL */ `
  mutation UpdateUnit($unit: ID!, $revision: Int!, $input: UnitInput!) {
    updateUnit(unit: $unit, revision: $revision, input: $input) { id revision code name shortName active }
  }
`)
