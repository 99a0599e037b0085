import type { QuizExportQuery, QuizExportQueryVariables, QuizImportQuestionsMutation, QuizImportQuestionsMutationVariables } from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** Adds what was looked at to the quiz. */
export const ImportQuestions = graphql<QuizImportQuestionsMutation, QuizImportQuestionsMutationVariables>(/* GraphQL */ `
  mutation QuizImportQuestions($quiz: ID!, $revision: Int!, $import: ID!, $hash: String!, $except: [ID!]!) {
    importQuestions(quiz: $quiz, revision: $revision, import: $import, hash: $hash, except: $except) { id revision questionCount }
  }
`)

/** The questions as another system reads them. */
export const ExportQuestions = graphql<QuizExportQuery, QuizExportQueryVariables>(/* GraphQL */ `
  query QuizExport($id: ID!, $format: ExportFormat!) { quiz(id: $id) { id exported(format: $format) { name type base64 count omitted losses { number losses } } } }
`)
