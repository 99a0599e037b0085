import type {
  CurriculumApproveMutation, CurriculumApproveMutationVariables, CurriculumArchiveMutation, CurriculumArchiveMutationVariables, CurriculumBeginQuery,
  CurriculumBeginQueryVariables, CurriculumChangesQuery, CurriculumChangesQueryVariables, CurriculumCommentMutation, CurriculumCommentMutationVariables,
  CurriculumCommentsQuery, CurriculumCommentsQueryVariables, CurriculumCreateMutation, CurriculumCreateMutationVariables, CurriculumEditMutation,
  CurriculumEditMutationVariables, CurriculumKindsQuery, CurriculumKindsQueryVariables, CurriculumListQuery, CurriculumListQueryVariables,
  CurriculumPublishMutation, CurriculumPublishMutationVariables, CurriculumReturnMutation, CurriculumReturnMutationVariables, CurriculumReviseMutation,
  CurriculumReviseMutationVariables, CurriculumSubmitMutation, CurriculumSubmitMutationVariables, CurriculumVersionPageQuery,
  CurriculumVersionPageQueryVariables, CurriculumVersionsQuery, CurriculumVersionsQueryVariables, CurriculumWithdrawMutation,
  CurriculumWithdrawMutationVariables, CurriculumWorkQuery, CurriculumWorkQueryVariables,
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

/** The whole workspace but for its talk and its past, which are read when looked at. */
export const CurriculumWork = graphql<CurriculumWorkQuery, CurriculumWorkQueryVariables>(/* GraphQL */ `
  query CurriculumWork($id: ID!) {
    curriculum(id: $id) {
      id revision code title state hash updatedAt moves
      partner { id name shortName }
      content {
        title mode audience summary faculty references kind { id name flag practiceTarget practiceFloor }
        outcomes { id code text } competencies { id code name kind fromLevel toLevel }
        subjects { id title description topics outcomes hours { theory practice field total practiceShare } }
        assessments { id kind title subject outcomes instructions weight } hours { theory practice field total practiceShare }
      }
      approvals { side at hash by { id fullName } onBehalfOf { id fullName } }
      problems { section code at facts blocking }
      versions { id number hash publishedAt publishedBy { id fullName } }
      history { at move to reason by { id fullName } }
      comments(first: 1) { total }
      changes(first: 20) { nodes { id at revision sections by { id fullName } } total }
      viewerCan { edit comment }
    }
  }
`)

export const CurriculumChanges = graphql<CurriculumChangesQuery, CurriculumChangesQueryVariables>(/* GraphQL */ `
  query CurriculumChanges($id: ID!, $after: String) {
    curriculum(id: $id) { id changes(first: 20, after: $after) { nodes { id at revision sections by { id fullName } } next total } }
  }
`)

export const CurriculumComments = graphql<CurriculumCommentsQuery, CurriculumCommentsQueryVariables>(/* GraphQL */ `
  query CurriculumComments($id: ID!, $after: String) {
    curriculum(id: $id) { id comments(first: 20, after: $after) { nodes { id at section text by { id fullName } } next total } }
  }
`)

/** Versions with their contents, to be compared. */
export const CurriculumVersions = graphql<CurriculumVersionsQuery, CurriculumVersionsQueryVariables>(/* GraphQL */ `
  query CurriculumVersions($id: ID!) {
    curriculum(id: $id) {
      id
      versions {
        id number hash publishedAt publishedBy { id fullName }
        content {
        title mode audience summary faculty references kind { id name flag practiceTarget practiceFloor }
        outcomes { id code text } competencies { id code name kind fromLevel toLevel }
        subjects { id title description topics outcomes hours { theory practice field total practiceShare } }
        assessments { id kind title subject outcomes instructions weight } hours { theory practice field total practiceShare }
      }
      }
    }
  }
`)

export const CurriculumVersionPage = graphql<CurriculumVersionPageQuery, CurriculumVersionPageQueryVariables>(/* GraphQL */ `
  query CurriculumVersionPage($id: ID!) {
    curriculumVersion(id: $id) {
      id number hash publishedAt publishedBy { id fullName }
      curriculum { id code title partner { id shortName } }
      approvals { side at hash by { id fullName } onBehalfOf { id fullName } } waivers { code at reason on by { id fullName } } historyHead { seq hash }
      content {
        title mode audience summary faculty references kind { id name flag practiceTarget practiceFloor }
        outcomes { id code text level } competencies { id code name kind fromLevel toLevel outcomes need }
        subjects { id title description topics outcomes hours { theory practice field total practiceShare } activities { id outcomes } }
        assessments { id kind title subject outcomes instructions weight blueprint { id outcome level items } } hours { theory practice field total practiceShare }
      }
    }
  }
`)

export const CreateCurriculum = graphql<CurriculumCreateMutation, CurriculumCreateMutationVariables>(/* GraphQL */ `
  mutation CurriculumCreate($input: NewCurriculumInput!) { createCurriculum(input: $input) { id title } }
`)

export const EditCurriculum = graphql<CurriculumEditMutation, CurriculumEditMutationVariables>(/* GraphQL */ `
  mutation CurriculumEdit($curriculum: ID!, $revision: Int!, $patch: CurriculumPatch!) {
    editCurriculum(curriculum: $curriculum, revision: $revision, patch: $patch) { id revision state }
  }
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

export const CommentCurriculum = graphql<CurriculumCommentMutation, CurriculumCommentMutationVariables>(/* GraphQL */ `
  mutation CurriculumComment($curriculum: ID!, $section: CurriculumSection, $text: String!) {
    commentCurriculum(curriculum: $curriculum, section: $section, text: $text) { id comments(first: 1) { total nodes { id } } }
  }
`)
