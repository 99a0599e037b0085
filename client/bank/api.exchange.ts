import type {
  BankExportQuery, BankExportQueryVariables, BankImportMutation, BankImportMutationVariables, BankImportRowsQuery, BankImportRowsQueryVariables, BankPreviewMutation, BankPreviewMutationVariables, BankTemplateQuery,
  BankTemplateQueryVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** What a file of questions would become. */
export const PreviewQuestions = graphql<BankPreviewMutation, BankPreviewMutationVariables>(/* GraphQL */ `
  mutation BankPreview($input: QuestionSourceInput!) { previewQuestions(input: $input) { id format hash count outcomes { outcome count } } }
`)

/** Row by row, in the file's order. */
export const ImportRowsOf = graphql<BankImportRowsQuery, BankImportRowsQueryVariables>(/* GraphQL */ `
  query BankImportRows($id: ID!, $after: String) {
    questionImport(id: $id) {
      id rows(first: 50, after: $after) {
        nodes { id line part outcome losses problem facts category media { pictures sounds } question { id kind text choices { id text right } } } next total
      }
    }
  }
`)

export const ImportIntoBank = graphql<BankImportMutation, BankImportMutationVariables>(/* GraphQL */ `
  mutation BankImport($import: ID!, $hash: String!, $except: [ID!]!, $owner: BankOwnerInput!, $filing: FilingInput!) {
    importIntoBank(import: $import, hash: $hash, except: $except, owner: $owner, filing: $filing) { id taken }
  }
`)

/** The spreadsheet to be filled in. */
export const QuestionTemplate = graphql<BankTemplateQuery, BankTemplateQueryVariables>(/* GraphQL */ `
  query BankTemplate { questionTemplate { name type base64 } }
`)

/** What of the bank fits a filter, as another system reads it. */
export const ExportBank = graphql<BankExportQuery, BankExportQueryVariables>(/* GraphQL */ `
  query BankExport($filter: BankFilter, $format: ExportFormat!) { exportedQuestions(filter: $filter, format: $format) { name type base64 count omitted losses { number losses } } }
`)
