import type { QuizMarkingPlaceQuery, QuizMarkingPlaceQueryVariables } from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** Where one is at the marking desk. */
export const MarkingPlace = graphql<QuizMarkingPlaceQuery, QuizMarkingPlaceQueryVariables>(/* GraphQL */ `
  query QuizMarkingPlace($id: ID!, $quiz: ID!, $question: ID, $at: ID) {
    class(id: $id) {
      id
      marking(quiz: $quiz) {
        quiz { id }
        place(question: $question, at: $at) { number all done previous following nextWaiting slot { id attempt question marked person { id fullName } } }
      }
    }
  }
`)
