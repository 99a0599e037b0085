import type {
  QuizDeleteSnippetMutation, QuizDeleteSnippetMutationVariables, QuizKeepSnippetMutation, QuizKeepSnippetMutationVariables, QuizSnippetsQuery, QuizSnippetsQueryVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** One's own remarks, those used most first. */
export const Snippets = graphql<QuizSnippetsQuery, QuizSnippetsQueryVariables>(/* GraphQL */ `
  query QuizSnippets($first: Int! = 20, $after: String) {
    myMarkingSnippets(first: $first, after: $after) { nodes { id text uses } next total }
  }
`)

export const KeepSnippet = graphql<QuizKeepSnippetMutation, QuizKeepSnippetMutationVariables>(/* GraphQL */ `
  mutation QuizKeepSnippet($text: String!) { keepSnippet(text: $text) { id } }
`)

export const DeleteSnippet = graphql<QuizDeleteSnippetMutation, QuizDeleteSnippetMutationVariables>(/* GraphQL */ `
  mutation QuizDeleteSnippet($id: ID!) { deleteSnippet(id: $id) }
`)
