import type { QuizGainsQuery, QuizGainsQueryVariables } from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** What each class gained between a quiz's pre-test and the quiz. */
export const QuizGains = graphql<QuizGainsQuery, QuizGainsQueryVariables>(/* GraphQL */ `
  query QuizGains($id: ID!, $after: String) {
    quiz(id: $id) {
      id
      gains(first: 10, after: $after) { nodes { class { id name } n suppressed before after gain level meanGain high medium low full } next total }
    }
  }
`)
