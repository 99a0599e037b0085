import type {
  SetLanguageMutation, SetLanguageMutationVariables, SignOutMutation, SignOutMutationVariables, UnreadNoticesQuery, UnreadNoticesQueryVariables,
  ViewerQuery, ViewerQueryVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const ViewerDocument = graphql<ViewerQuery, ViewerQueryVariables>(/* GraphQL */ `
  query Viewer {
    viewer {
      id mustChangePassword language homes
      person { id name }
      viewerCan { createPerson createUnit listPeople createCurriculum useBank seeClasses seeCertificates seeScorecards }
    }
  }
`)

export const UnreadNotices = graphql<UnreadNoticesQuery, UnreadNoticesQueryVariables>(/* GraphQL */ `
  query UnreadNotices { viewer { id unreadNotices } }
`)

export const SignOut = graphql<SignOutMutation, SignOutMutationVariables>(/* GraphQL */ `
  mutation SignOut { signOut }
`)

export const SetLanguage = graphql<SetLanguageMutation, SetLanguageMutationVariables>(/* GraphQL */ `
  mutation SetLanguage($language: Language!) { setLanguage(language: $language) { id language } }
`)
