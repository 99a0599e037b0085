import type {
  ConformanceAcceptMutation, ConformanceAcceptMutationVariables, ConformanceDriftsQuery, ConformanceDriftsQueryVariables,
  ConformancePlanQuery, ConformancePlanQueryVariables, ConformanceRecompileMutation, ConformanceRecompileMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** What the course of the newest version would have otherwise. */
export const Plan = graphql<ConformancePlanQuery, ConformancePlanQueryVariables>(/* GraphQL */ `
  query ConformancePlan($course: ID!) {
    recompilePlan(course: $course) {
      from to hash
      course { id title code }
      target { id }
      rows { part move element label from to }
      viewerCan { recompile }
    }
  }
`)

export const Recompile = graphql<ConformanceRecompileMutation, ConformanceRecompileMutationVariables>(/* GraphQL */ `
  mutation ConformanceRecompile($course: ID!, $planHash: String!) {
    recompile(course: $course, planHash: $planHash) { id title }
  }
`)

/** Drifts of all courses the viewer knows of, newest first. */
export const Drifts = graphql<ConformanceDriftsQuery, ConformanceDriftsQueryVariables>(/* GraphQL */ `
  query ConformanceDrifts($state: DriftState, $after: String) {
    drifts(state: $state, first: 20, after: $after) {
      nodes {
        id kind label size facts state foundAt closedAt version
        acceptances { side }
        course { id title code partner { id shortName } }
      }
      next total
    }
  }
`)

export const AcceptDrift = graphql<ConformanceAcceptMutation, ConformanceAcceptMutationVariables>(/* GraphQL */ `
  mutation ConformanceAccept($drift: ID!, $hash: String!) {
    acceptDrift(drift: $drift, hash: $hash) { id state }
  }
`)
