import type {
  CurriculumApprovingQuery, CurriculumApprovingQueryVariables, CurriculumCompareQuery, CurriculumCompareQueryVariables, CurriculumEntriesQuery,
  CurriculumEntriesQueryVariables, CurriculumProofQuery, CurriculumProofQueryVariables, CurriculumReviewQuery, CurriculumReviewQueryVariables,
  CurriculumSeenQuery, CurriculumSeenQueryVariables, DelegateApprovalMutation, DelegateApprovalMutationVariables, MarkCurriculumSeenMutation,
  MarkCurriculumSeenMutationVariables, RevokeDelegationMutation, RevokeDelegationMutationVariables, SetReviewDueMutation, SetReviewDueMutationVariables,
  SignOffSectionMutation, SignOffSectionMutationVariables, TakeBackSignOffMutation, TakeBackSignOffMutationVariables, VersionCanonicalQuery,
  VersionCanonicalQueryVariables,
} from '../../gql/operations.ts'
import { graphql } from '../../lib/graphql.ts'

/** Where a curriculum stands between its two sides. */
export const CurriculumReview = graphql<CurriculumReviewQuery, CurriculumReviewQueryVariables>(/* GraphQL */ `
  query CurriculumReview($id: ID!) {
    viewer { id }
    curriculum(id: $id) {
      id code title state hash revision reviewDue reviewSince reviewsFor
      partner { id name shortName }
      approvals { side at hash by { id fullName } onBehalfOf { id fullName } }
      approvesFor { side unsigned onBehalfOf { id fullName } }
      signOffs { section side hash stale signOff { at by { id fullName } } }
      delegations { id side state startsOn endsOn reason from { id fullName } to { id fullName } }
      delegates { id fullName }
      versions { id number hash publishedAt publishedBy { id fullName } content { hours { total } } }
      viewerCan { signOff delegate schedule approve }
    }
  }
`)

/** What somebody about to approve should know. */
export const CurriculumApproving = graphql<CurriculumApprovingQuery, CurriculumApprovingQueryVariables>(/* GraphQL */ `
  query CurriculumApproving($id: ID!) { curriculum(id: $id) { id approvesFor { side unsigned onBehalfOf { id fullName } } } }
`)

export const CurriculumCompare = graphql<CurriculumCompareQuery, CurriculumCompareQueryVariables>(/* GraphQL */ `
  query CurriculumCompare($id: ID!, $from: ID!, $to: ID!) {
    curriculumComparison(curriculum: $id, from: $from, to: $to) {
      total counts { kind count }
      from { hash at version { id number } hours { total } }
      to { hash at version { id number } hours { total } }
      sections { section changes { element parentLabel kind field label from to side by { id fullName } redline { kind text } } }
    }
  }
`)

export const CurriculumSeen = graphql<CurriculumSeenQuery, CurriculumSeenQueryVariables>(/* GraphQL */ `
  query CurriculumSeen($id: ID!) {
    curriculum(id: $id) {
      id hash
      changedSinceSeen {
        total counts { kind count }
        from { hash at version { id number } hours { total } }
        to { hash at version { id number } hours { total } }
        sections { section changes { element parentLabel kind field label from to side by { id fullName } redline { kind text } } }
      }
    }
  }
`)

export const CurriculumEntries = graphql<CurriculumEntriesQuery, CurriculumEntriesQueryVariables>(/* GraphQL */ `
  query CurriculumEntries($id: ID!, $after: String, $without: [CurriculumEntryKind!]!) {
    curriculum(id: $id) {
      id
      entries(first: 20, after: $after, without: $without) {
        nodes { id seq at kind side facts hash previous contentHash by { id fullName } concerns { id fullName } } next total
      }
    }
  }
`)

export const CurriculumProof = graphql<CurriculumProofQuery, CurriculumProofQueryVariables>(/* GraphQL */ `
  query CurriculumProof($id: ID!) { curriculum(id: $id) { id historyIntact { intact entries seq fault } } }
`)

export const VersionCanonical = graphql<VersionCanonicalQuery, VersionCanonicalQueryVariables>(/* GraphQL */ `
  query VersionCanonical($id: ID!) { curriculumVersion(id: $id) { id number canonicalContent } }
`)

export const MarkCurriculumSeen = graphql<MarkCurriculumSeenMutation, MarkCurriculumSeenMutationVariables>(/* GraphQL */ `
  mutation MarkCurriculumSeen($curriculum: ID!, $hash: String!) { markCurriculumSeen(curriculum: $curriculum, hash: $hash) { id } }
`)

export const SignOffSection = graphql<SignOffSectionMutation, SignOffSectionMutationVariables>(/* GraphQL */ `
  mutation SignOffSection($curriculum: ID!, $section: CurriculumSection!, $hash: String!) {
    signOffSection(curriculum: $curriculum, section: $section, hash: $hash) { id }
  }
`)

export const TakeBackSignOff = graphql<TakeBackSignOffMutation, TakeBackSignOffMutationVariables>(/* GraphQL */ `
  mutation TakeBackSignOff($curriculum: ID!, $section: CurriculumSection!) { takeBackSignOff(curriculum: $curriculum, section: $section) { id } }
`)

export const SetReviewDue = graphql<SetReviewDueMutation, SetReviewDueMutationVariables>(/* GraphQL */ `
  mutation SetReviewDue($curriculum: ID!, $due: Date!) { setReviewDue(curriculum: $curriculum, due: $due) { id reviewDue } }
`)

export const DelegateApproval = graphql<DelegateApprovalMutation, DelegateApprovalMutationVariables>(/* GraphQL */ `
  mutation DelegateApproval($curriculum: ID!, $input: DelegationInput!) { delegateApproval(curriculum: $curriculum, input: $input) { id } }
`)

export const RevokeDelegation = graphql<RevokeDelegationMutation, RevokeDelegationMutationVariables>(/* GraphQL */ `
  mutation RevokeDelegation($curriculum: ID!, $delegation: ID!) { revokeDelegation(curriculum: $curriculum, delegation: $delegation) { id } }
`)
