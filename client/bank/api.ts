import type {
  BankCommentMutation, BankCommentMutationVariables, BankCreateMutation, BankCreateMutationVariables, BankDeleteMutation, BankDeleteMutationVariables,
  BankListQuery, BankListQueryVariables, BankMoveMutation, BankMoveMutationVariables, BankOwnersQuery, BankOwnersQueryVariables, BankReadQuery,
  BankReadQueryVariables, BankUpdateMutation, BankUpdateMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const BankList = graphql<BankListQuery, BankListQueryVariables>(/* GraphQL */ `
  query BankList($filter: BankFilter, $after: String) {
    bankQuestions(filter: $filter, first: 20, after: $after) {
      nodes { id state category tags level updatedAt owner { kind id name } version { id number question { id kind text } } } next total
    }
  }
`)

export const BankOwners = graphql<BankOwnersQuery, BankOwnersQueryVariables>(/* GraphQL */ `query BankOwners { bankOwners { kind id name } }`)

/** A question of the bank with all that is known of it. */
export const BankRead = graphql<BankReadQuery, BankReadQueryVariables>(/* GraphQL */ `
  query BankRead($id: ID!) {
    bankQuestion(id: $id) {
      id revision state category tags outcome level intendedFacility licence updatedAt moves
      owner { kind id name }
      viewerCan { edit comment delete }
      version { id number question {
        id kind text points feedback scoring right caseSensitive
        choices { id text right fraction feedback media { file kind alternative url } } hotspot { image url alternative picks zones { id label x y width height right } } patterns { text fraction feedback }
        number { value tolerance toleranceKind unit units { name multiplier } unitPenalty }
        matching { pairs { id stem match } distractors } ordering { items { id text } scoring }
        gaps { id kind weight patterns { text fraction } number { value tolerance toleranceKind unit units { name multiplier } unitPenalty } choices { id text right } }
        calculated { variables { name min max decimals } formula variants answer { value tolerance toleranceKind unit units { name multiplier } unitPenalty } }
        essay { minWords maxWords template } file { maxFiles accept } hints { text clearWrong showCount } outcomeFeedback { right partly wrong }
      } }
      versions { id number at by { id fullName } question { id text } }
      comments { id at by { id fullName } text }
      history { at by { id fullName } move to reason }
    }
  }
`)

export const BankCreate = graphql<BankCreateMutation, BankCreateMutationVariables>(/* GraphQL */ `
  mutation BankCreate($input: NewBankQuestionInput!) { createBankQuestion(input: $input) { id revision } }
`)

export const BankUpdate = graphql<BankUpdateMutation, BankUpdateMutationVariables>(/* GraphQL */ `
  mutation BankUpdate($question: ID!, $revision: Int!, $input: BankQuestionInput!) { updateBankQuestion(question: $question, revision: $revision, input: $input) { id revision state } }
`)

export const MoveBank = graphql<BankMoveMutation, BankMoveMutationVariables>(/* GraphQL */ `
  mutation BankMove($question: ID!, $revision: Int!, $move: BankMove!, $reason: String) { moveBankQuestion(question: $question, revision: $revision, move: $move, reason: $reason) { id revision state moves } }
`)

export const CommentBank = graphql<BankCommentMutation, BankCommentMutationVariables>(/* GraphQL */ `
  mutation BankComment($question: ID!, $text: String!) { commentBankQuestion(question: $question, text: $text) { id revision comments { id } } }
`)

export const DeleteBank = graphql<BankDeleteMutation, BankDeleteMutationVariables>(/* GraphQL */ `
  mutation BankDelete($question: ID!) { deleteBankQuestion(question: $question) }
`)
