import type {
  QuizArrangeMutation, QuizArrangeMutationVariables, QuizFitsQuery, QuizFitsQueryVariables, QuizPlaceQuestionsMutation, QuizPlaceQuestionsMutationVariables,
  QuizStructureQuery, QuizStructureQueryVariables, QuizTurnPageMutation, QuizTurnPageMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** What a quiz is made up of, for its editors. */
export const QuizStructure = graphql<QuizStructureQuery, QuizStructureQueryVariables>(/* GraphQL */ `
  query QuizStructure($id: ID!) {
    quiz(id: $id) {
      id revision title navigation questionCount points viewerCan { edit }
      section { id course { id title version { id content { outcomes { id code text } } } } }
      sections { id title instructions shuffle perPage }
      draws { id section count points pilot outcome fits short filter { owner { kind id name } category tag outcome level kind } }
      drawOwners { kind id name }
      editorQuestions { id section body { id kind text } }
    }
  }
`)

export const ArrangeQuiz = graphql<QuizArrangeMutation, QuizArrangeMutationVariables>(/* GraphQL */ `
  mutation QuizArrange($quiz: ID!, $revision: Int!, $input: QuizStructureInput!) {
    arrangeQuiz(quiz: $quiz, revision: $revision, input: $input) { id revision draws { id short } }
  }
`)

export const PlaceQuestions = graphql<QuizPlaceQuestionsMutation, QuizPlaceQuestionsMutationVariables>(/* GraphQL */ `
  mutation QuizPlaceQuestions($quiz: ID!, $questions: [ID!]!, $section: ID!) {
    placeQuestions(quiz: $quiz, questions: $questions, section: $section) { id revision editorQuestions { id section } }
  }
`)

/** How many questions of the bank such a draw could choose from. */
export const DrawFits = graphql<QuizFitsQuery, QuizFitsQueryVariables>(/* GraphQL */ `
  query QuizFits($id: ID!, $filter: DrawFilterInput!, $pilot: Boolean!) {
    quiz(id: $id) { id fits(filter: $filter, pilot: $pilot) }
  }
`)

export const TurnPage = graphql<QuizTurnPageMutation, QuizTurnPageMutationVariables>(/* GraphQL */ `
  mutation QuizTurnPage($attempt: ID!, $from: Int!) {
    turnPage(attempt: $attempt, from: $from) { id page }
  }
`)
