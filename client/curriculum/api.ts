import type {
  CurriculumApproveMutation, CurriculumApproveMutationVariables, CurriculumArchiveMutation, CurriculumArchiveMutationVariables, CurriculumBeginQuery,
  CurriculumBeginQueryVariables, CurriculumContentQuery, CurriculumContentQueryVariables, CurriculumCreateMutation, CurriculumCreateMutationVariables, CurriculumKindsQuery, CurriculumKindsQueryVariables,
  CurriculumListQuery, CurriculumListQueryVariables, CurriculumPublishMutation, CurriculumPublishMutationVariables, CurriculumReturnMutation,
  CurriculumReturnMutationVariables, CurriculumReviseMutation, CurriculumReviseMutationVariables, CurriculumSubmitMutation,
  CurriculumSubmitMutationVariables, CurriculumVersionPageQuery, CurriculumVersionPageQueryVariables, CurriculumWaiveMutation,
  CurriculumWaiveMutationVariables, CurriculumWithdrawMutation, CurriculumWithdrawMutationVariables, CurriculumWorkQuery,
  CurriculumWorkQueryVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const CurriculumList = graphql<CurriculumListQuery, CurriculumListQueryVariables>(/* GraphQL */ `
  query CurriculumList($search: String, $partner: ID, $state: CurriculumState, $after: String) {
    curricula(search: $search, partner: $partner, state: $state, first: 20, after: $after) {
      nodes { id code title state updatedAt moves kind { id name } partner { id shortName } published { id number } content { hours { total practiceShare } } }
      next total
    }
  }
`)

/** Partners one sees, and whether one may begin a curriculum. */
export const CurriculumBegin = graphql<CurriculumBeginQuery, CurriculumBeginQueryVariables>(/* GraphQL */ `
  query CurriculumBegin { viewer { id viewerCan { createCurriculum } } partners(first: 100) { nodes { id name shortName } } }
`)

export const CurriculumKinds = graphql<CurriculumKindsQuery, CurriculumKindsQueryVariables>(/* GraphQL */ `
  query CurriculumKinds { trainingKinds { id name path flag practiceTarget practiceFloor } }
`)

/** What the studio's page says of a curriculum. What is in it comes by the studio itself, or by `CurriculumContent` to those who read. */
export const CurriculumWork = graphql<CurriculumWorkQuery, CurriculumWorkQueryVariables>(/* GraphQL */ `
  query CurriculumWork($id: ID!) {
    curriculum(id: $id) {
      id revision code title state hash updatedAt moves
      partner { id name shortName }
      kind { id name flag practiceTarget practiceFloor }
      approvals { side at hash by { id fullName } onBehalfOf { id fullName } }
      versions { id number hash publishedAt publishedBy { id fullName } }
      history { at move to reason by { id fullName } }
      viewerCan { edit waive }
    }
  }
`)

/** All that is in a curriculum, to be read. */
export const CurriculumContent = graphql<CurriculumContentQuery, CurriculumContentQueryVariables>(/* GraphQL */ `
  query CurriculumContent($id: ID!) {
    curriculum(id: $id) {
      id revision
      content {
        title mode audience summary faculty references kind { id name flag practiceTarget practiceFloor }
        team { id name institution role }
        outcomes { id code text level indicators } competencies { id code name kind fromLevel toLevel outcomes need }
        subjects {
          id title description topics outcomes hours { theory practice field total practiceShare }
          activities { id title form stage minutes facilitator participants method media outcomes }
        }
        assessments { id kind title subject outcomes instructions weight blueprint { id outcome level items } }
        hours { theory practice field total practiceShare }
      }
    }
  }
`)

/** Why a warning is accepted. */
export const WaiveWarning = graphql<CurriculumWaiveMutation, CurriculumWaiveMutationVariables>(/* GraphQL */ `
  mutation CurriculumWaive($curriculum: ID!, $code: ErrorCode!, $at: ID, $reason: String!) {
    waiveWarning(curriculum: $curriculum, code: $code, at: $at, reason: $reason) { id revision }
  }
`)

export const CurriculumVersionPage = graphql<CurriculumVersionPageQuery, CurriculumVersionPageQueryVariables>(/* GraphQL */ `
  query CurriculumVersionPage($id: ID!) {
    curriculumVersion(id: $id) {
      id number hash publishedAt publishedBy { id fullName }
      curriculum { id code title partner { id shortName } }
      consultations {
        id title opensOn closesOn same invited answered units { name invited answered }
        questions { text form options n counts mean } clusters { title size verdict because }
      }
      approvals { side at hash by { id fullName } onBehalfOf { id fullName } } waivers { code at reason on by { id fullName } } historyHead { seq hash }
      content {
        title mode audience summary faculty references kind { id name flag practiceTarget practiceFloor }
        team { id name institution role }
        outcomes { id code text level indicators } competencies { id code name kind fromLevel toLevel outcomes need }
        subjects {
          id title description topics outcomes hours { theory practice field total practiceShare }
          activities { id title form stage minutes facilitator participants method media outcomes }
        }
        assessments { id kind title subject outcomes instructions weight blueprint { id outcome level items } }
        hours { theory practice field total practiceShare }
      }
    }
  }
`)

export const CreateCurriculum = graphql<CurriculumCreateMutation, CurriculumCreateMutationVariables>(/* GraphQL */ `
  mutation CurriculumCreate($input: NewCurriculumInput!) { createCurriculum(input: $input) { id title } }
`)

export const SubmitCurriculum = graphql<CurriculumSubmitMutation, CurriculumSubmitMutationVariables>(/* GraphQL */ `
  mutation CurriculumSubmit($curriculum: ID!, $revision: Int!, $due: Date) { submitCurriculum(curriculum: $curriculum, revision: $revision, due: $due) { id state } }
`)

export const WithdrawCurriculum = graphql<CurriculumWithdrawMutation, CurriculumWithdrawMutationVariables>(/* GraphQL */ `
  mutation CurriculumWithdraw($curriculum: ID!) { withdrawCurriculum(curriculum: $curriculum) { id state } }
`)

export const ReturnCurriculum = graphql<CurriculumReturnMutation, CurriculumReturnMutationVariables>(/* GraphQL */ `
  mutation CurriculumReturn($curriculum: ID!, $reason: String!) { returnCurriculum(curriculum: $curriculum, reason: $reason) { id state } }
`)

export const ApproveCurriculum = graphql<CurriculumApproveMutation, CurriculumApproveMutationVariables>(/* GraphQL */ `
  mutation CurriculumApprove($curriculum: ID!, $hash: String!) { approveCurriculum(curriculum: $curriculum, hash: $hash) { id state } }
`)

export const PublishCurriculum = graphql<CurriculumPublishMutation, CurriculumPublishMutationVariables>(/* GraphQL */ `
  mutation CurriculumPublish($curriculum: ID!, $hash: String!) { publishCurriculum(curriculum: $curriculum, hash: $hash) { id state published { id number } } }
`)

export const ReviseCurriculum = graphql<CurriculumReviseMutation, CurriculumReviseMutationVariables>(/* GraphQL */ `
  mutation CurriculumRevise($curriculum: ID!) { reviseCurriculum(curriculum: $curriculum) { id state } }
`)

export const ArchiveCurriculum = graphql<CurriculumArchiveMutation, CurriculumArchiveMutationVariables>(/* GraphQL */ `
  mutation CurriculumArchive($curriculum: ID!, $reason: String!) { archiveCurriculum(curriculum: $curriculum, reason: $reason) { id state } }
`)

