import type {
  ConsultationAnswerMutation, ConsultationAnswerMutationVariables, ConsultationCancelMutation, ConsultationCancelMutationVariables, ConsultationCloseMutation,
  ConsultationCloseMutationVariables, ConsultationClusterMutation, ConsultationClusterMutationVariables, ConsultationCreateMutation,
  ConsultationCreateMutationVariables, ConsultationOutcomeQuery, ConsultationOutcomeQueryVariables, ConsultationProposalsQuery,
  ConsultationProposalsQueryVariables, ConsultationReadQuery, ConsultationReadQueryVariables, ConsultationReplyMutation, ConsultationReplyMutationVariables,
  ConsultationsMineQuery, ConsultationsMineQueryVariables, ConsultationsOfQuery, ConsultationsOfQueryVariables, ConsultationUnitsQuery,
  ConsultationUnitsQueryVariables, ConsultationWaitingQuery, ConsultationWaitingQueryVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const ConsultationsMine = graphql<ConsultationsMineQuery, ConsultationsMineQueryVariables>(/* GraphQL */ `
  query ConsultationsMine($open: Boolean, $after: String) {
    myConsultations(open: $open, first: 20, after: $after) {
      nodes { id title code opensOn closesOn state readingMinutes partner { id shortName } mine { anonymous } clusters { id } }
      next total
    }
  }
`)

export const ConsultationWaiting = graphql<ConsultationWaitingQuery, ConsultationWaitingQueryVariables>(/* GraphQL */ `
  query ConsultationWaiting { viewer { id waitingConsultations } }
`)

/** All that somebody who is asked reads and answers. */
export const ConsultationRead = graphql<ConsultationReadQuery, ConsultationReadQueryVariables>(/* GraphQL */ `
  query ConsultationRead($id: ID!) {
    consultation(id: $id) {
      id title intro code hash outdated opensOn closesOn state readingMinutes
      partner { id name shortName }
      curriculum { id }
      content {
        title audience summary kind { id name } hours { theory practice field total }
        outcomes { id code text indicators } competencies { id code name need fromLevel toLevel }
        subjects { id title description topics hours { theory practice field total } activities { id title minutes method } }
        assessments { id kind title instructions weight }
      }
      elements { section element label }
      questions { id form text options }
      mine { anonymous answers { question value text } reactions { section element reaction } proposals { section element text } }
      participation { invited answered rate }
      clusters { id title size verdict because answeredAt }
      viewerCan { answer seeResults reply }
    }
  }
`)

export const AnswerConsultation = graphql<ConsultationAnswerMutation, ConsultationAnswerMutationVariables>(/* GraphQL */ `
  mutation ConsultationAnswer($consultation: ID!, $input: ConsultationAnswerInput!) { answerConsultation(consultation: $consultation, input: $input) { id mine { anonymous } } }
`)

/** The consultations of one curriculum, for those who ask. */
export const ConsultationsOf = graphql<ConsultationsOfQuery, ConsultationsOfQueryVariables>(/* GraphQL */ `
  query ConsultationsOf($id: ID!) {
    curriculum(id: $id) {
      id title code state viewerCanConsult
      consultations(first: 20) { nodes { id title opensOn closesOn state outdated participation { invited answered rate } } total }
    }
  }
`)

export const ConsultationOutcome = graphql<ConsultationOutcomeQuery, ConsultationOutcomeQueryVariables>(/* GraphQL */ `
  query ConsultationOutcome($id: ID!) {
    consultation(id: $id) {
      id title intro hash outdated opensOn closesOn state closedAt
      units { id shortName }
      questions { id form text options }
      participation { invited answered rate units { unit { id shortName } invited answered } }
      results {
        questions { question { id form text options } n counts mean texts units { unit { id shortName } n counts } }
        elements { section element label n counts { reaction count } }
      }
      clusters { id title size verdict because answeredAt answeredBy { id fullName } }
      viewerCan { answer close cancel seeResults reply }
    }
  }
`)

export const ConsultationProposals = graphql<ConsultationProposalsQuery, ConsultationProposalsQueryVariables>(/* GraphQL */ `
  query ConsultationProposals($id: ID!, $after: String) {
    consultation(id: $id) { id proposals(first: 100, after: $after) { nodes { id section element label text cluster by { id fullName } } next total } }
  }
`)

export const ConsultationUnits = graphql<ConsultationUnitsQuery, ConsultationUnitsQueryVariables>(/* GraphQL */ `
  query ConsultationUnits($search: String) { units(search: $search, first: 50) { nodes { id name shortName } } }
`)

export const CreateConsultation = graphql<ConsultationCreateMutation, ConsultationCreateMutationVariables>(/* GraphQL */ `
  mutation ConsultationCreate($curriculum: ID!, $input: ConsultationInput!) { createConsultation(curriculum: $curriculum, input: $input) { id state } }
`)
export const CloseConsultation = graphql<ConsultationCloseMutation, ConsultationCloseMutationVariables>(/* GraphQL */ `
  mutation ConsultationClose($consultation: ID!) { closeConsultation(consultation: $consultation) { id state } }
`)
export const CancelConsultation = graphql<ConsultationCancelMutation, ConsultationCancelMutationVariables>(/* GraphQL */ `
  mutation ConsultationCancel($consultation: ID!) { cancelConsultation(consultation: $consultation) { id state } }
`)
export const ClusterProposals = graphql<ConsultationClusterMutation, ConsultationClusterMutationVariables>(/* GraphQL */ `
  mutation ConsultationCluster($consultation: ID!, $cluster: ID, $title: String!, $proposals: [ID!]!) {
    clusterProposals(consultation: $consultation, cluster: $cluster, title: $title, proposals: $proposals) { id clusters { id title size } }
  }
`)
export const AnswerCluster = graphql<ConsultationReplyMutation, ConsultationReplyMutationVariables>(/* GraphQL */ `
  mutation ConsultationReply($consultation: ID!, $cluster: ID!, $verdict: ClusterVerdict!, $because: String!) {
    answerCluster(consultation: $consultation, cluster: $cluster, verdict: $verdict, because: $because) { id clusters { id verdict because } }
  }
`)
