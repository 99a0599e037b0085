import type { QuizReopenMutation, QuizReopenMutationVariables } from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** Makes an abandoned attempt go on. */
export const ReopenAttempt = graphql<QuizReopenMutation, QuizReopenMutationVariables>(/* GraphQL */ `
  mutation QuizReopen($attempt: ID!, $reason: String!) {
    reopenAttempt(attempt: $attempt, reason: $reason) { id state enrolment { id } }
  }
`)
