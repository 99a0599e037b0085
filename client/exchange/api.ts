import type {
  ApplyImportMutation, ApplyImportMutationVariables, CreateCurriculumFromMutation, CreateCurriculumFromMutationVariables, CurriculumExportQuery, CurriculumExportQueryVariables,
  CurriculumSourceQuery, CurriculumSourceQueryVariables, CurriculumTemplatesQuery, CurriculumTemplatesQueryVariables, ImportIntoQuery, ImportIntoQueryVariables,
  PreviewImportMutation, PreviewImportMutationVariables, RemoveTemplateMutation, RemoveTemplateMutationVariables, SaveTemplateMutation, SaveTemplateMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** What there is to take away of a curriculum, and what it was begun with. */
export const CurriculumExport = graphql<CurriculumExportQuery, CurriculumExportQueryVariables>(/* GraphQL */ `
  query CurriculumExport($id: ID!) {
    viewer { id viewerCan { createCurriculum } }
    curriculum(id: $id) {
      id code title state hash updatedAt
      versions { id number hash publishedAt }
      origin { kind label at curriculum { id } by { id fullName } }
      viewerCan { edit }
    }
  }
`)

export const CurriculumTemplates = graphql<CurriculumTemplatesQuery, CurriculumTemplatesQueryVariables>(/* GraphQL */ `
  query CurriculumTemplates($after: String) {
    curriculumTemplates(first: 50, after: $after) {
      nodes { id name text builtIn taken partner { id shortName } content { title mode kind { id } subjects { id } hours { total } } viewerCan { remove } }
      next total
    }
  }
`)

/** What a new curriculum would be like: a curriculum, or one of its versions. */
export const CurriculumSource = graphql<CurriculumSourceQuery, CurriculumSourceQueryVariables>(/* GraphQL */ `
  query CurriculumSource($curriculum: ID!, $version: ID!) {
    curriculum(id: $curriculum) { id code content { title mode kind { id } } }
    curriculumVersion(id: $version) { id number content { title mode kind { id } } curriculum { id code } }
  }
`)

export const CreateCurriculumFrom = graphql<CreateCurriculumFromMutation, CreateCurriculumFromMutationVariables>(/* GraphQL */ `
  mutation CreateCurriculumFrom($input: NewCurriculumInput!, $from: CurriculumSourceInput!) { createCurriculumFrom(input: $input, from: $from) { id title } }
`)

export const SaveTemplate = graphql<SaveTemplateMutation, SaveTemplateMutationVariables>(/* GraphQL */ `
  mutation SaveTemplate($version: ID!, $name: String!, $text: String!, $shared: Boolean!) { saveTemplate(version: $version, name: $name, text: $text, shared: $shared) { id name } }
`)

export const RemoveTemplate = graphql<RemoveTemplateMutation, RemoveTemplateMutationVariables>(/* GraphQL */ `
  mutation RemoveTemplate($template: ID!) { removeTemplate(template: $template) }
`)

/** The draft an import is for, if it is for one, and the partners a new one may be begun with. */
export const ImportInto = graphql<ImportIntoQuery, ImportIntoQueryVariables>(/* GraphQL */ `
  query ImportInto($id: ID!) {
    viewer { id viewerCan { createCurriculum } }
    curriculum(id: $id) { id code title partner { id shortName } viewerCan { edit } }
    partners(first: 100) { nodes { id name } }
  }
`)

export const PreviewImport = graphql<PreviewImportMutation, PreviewImportMutationVariables>(/* GraphQL */ `
  mutation PreviewImport($file: ID!, $curriculum: ID) {
    previewImport(file: $file, curriculum: $curriculum) {
      id fileName hash errors warnings stale
      findings { level code sheet row column facts }
      content { title mode kind { id name } team { id } outcomes { id } competencies { id } subjects { id title hours { theory practice field total } activities { id } } assessments { id } references hours { total practiceShare } }
      comparison {
        total counts { kind count }
        from { hash at version { id number } hours { total } }
        to { hash at version { id number } hours { total } }
        sections { section changes { element parentLabel kind field label from to side by { id fullName } redline { kind text } } }
      }
      problems { section code at facts blocking severity }
    }
  }
`)

export const ApplyImport = graphql<ApplyImportMutation, ApplyImportMutationVariables>(/* GraphQL */ `
  mutation ApplyImport($import: ID!, $hash: String!, $partner: ID, $code: String) {
    applyImport(import: $import, hash: $hash, partner: $partner, code: $code) { id title state revision hash }
  }
`)
