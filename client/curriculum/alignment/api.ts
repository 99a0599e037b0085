import type {
  CurriculumAlignmentQuery, CurriculumAlignmentQueryVariables, CurriculumAlignmentRevisionQuery, CurriculumAlignmentRevisionQueryVariables, CurriculumLinkMutation,
  CurriculumLinkMutationVariables,
} from '../../gql/operations.ts'
import { graphql } from '../../lib/graphql.ts'

/** What the matrix links, whole, because a section is saved whole. */
export const CurriculumAlignment = graphql<CurriculumAlignmentQuery, CurriculumAlignmentQueryVariables>(/* GraphQL */ `
  query CurriculumAlignment($id: ID!) {
    curriculum(id: $id) {
      id revision code title state partner { id shortName }
      content {
        outcomes { id code text level }
        competencies { id code name kind fromLevel toLevel outcomes need }
        subjects {
          id title description topics outcomes hours { theory practice field }
          activities { id title form stage minutes facilitator participants method media outcomes }
        }
        assessments { id kind title subject outcomes instructions weight blueprint { id outcome level items } }
      }
      viewerCan { edit }
    }
  }
`)

/** Whether others wrote meanwhile. */
export const CurriculumAlignmentRevision = graphql<CurriculumAlignmentRevisionQuery, CurriculumAlignmentRevisionQueryVariables>(/* GraphQL */ `
  query CurriculumAlignmentRevision($id: ID!) { curriculum(id: $id) { id revision state } }
`)

export const LinkCurriculum = graphql<CurriculumLinkMutation, CurriculumLinkMutationVariables>(/* GraphQL */ `
  mutation CurriculumLink($curriculum: ID!, $revision: Int!, $patch: CurriculumPatch!) {
    editCurriculum(curriculum: $curriculum, revision: $revision, patch: $patch) { id revision state }
  }
`)
