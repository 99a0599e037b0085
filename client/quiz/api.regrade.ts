import type {
  QuizCommitRegradeMutation, QuizCommitRegradeMutationVariables, QuizDrawnQuestionsQuery, QuizDrawnQuestionsQueryVariables, QuizProposeRegradeMutation, QuizProposeRegradeMutationVariables, QuizRegradedAttemptsQuery, QuizRegradedAttemptsQueryVariables,
  QuizRegradeCertificatesQuery, QuizRegradeCertificatesQueryVariables, QuizRegradeQuery, QuizRegradeQueryVariables, QuizRegradesQuery, QuizRegradesQueryVariables, QuizWithdrawRegradeMutation, QuizWithdrawRegradeMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** The regrades of a quiz, newest first. */
export const Regrades = graphql<QuizRegradesQuery, QuizRegradesQueryVariables>(/* GraphQL */ `
  query QuizRegrades($id: ID!, $after: String) {
    quiz(id: $id) { id regrades(first: 20, after: $after) { nodes { id state reason at committedAt by { id fullName } committedBy { id fullName } changes { question act policy points before { id text } } } next total } }
  }
`)

/** What was drawn from the bank for attempts, and can be judged anew as well. */
export const DrawnQuestions = graphql<QuizDrawnQuestionsQuery, QuizDrawnQuestionsQueryVariables>(/* GraphQL */ `
  query QuizDrawnQuestions($id: ID!, $after: String) {
    quiz(id: $id) { id drawnQuestions(first: 100, after: $after) { nodes { id bankQuestion kind text } next total } }
  }
`)

/** One regrade, and what comes of it. */
export const RegradeDetail = graphql<QuizRegradeQuery, QuizRegradeQueryVariables>(/* GraphQL */ `
  query QuizRegrade($id: ID!) {
    regrade(id: $id) {
      id revision state reason viewerCan { commit withdraw }
      changes { question act policy points before { id text } }
      outlook { attempts changed raised lowered toPass toFail learnersToPass learnersToFail byPeople misfits open }
      certificates { noLongerDue newlyDue }
    }
  }
`)

/** Its attempts, before and after. */
export const RegradedAttempts = graphql<QuizRegradedAttemptsQuery, QuizRegradedAttemptsQueryVariables>(/* GraphQL */ `
  query QuizRegradedAttempts($id: ID!, $show: RegradeShow!, $after: String) {
    regrade(id: $id) { id attempts(show: $show, first: 20, after: $after) {
      nodes { id markBefore markAfter flip attempt { id enrolment { id person { id fullName } } } } next total
    } }
  }
`)

/** Whose certificate it concerns. */
export const RegradeCertificates = graphql<QuizRegradeCertificatesQuery, QuizRegradeCertificatesQueryVariables>(/* GraphQL */ `
  query QuizRegradeCertificates($id: ID!, $after: String) {
    regrade(id: $id) { id certificates { list(first: 20, after: $after) {
      nodes { id effect enrolment { id person { id fullName } } certificate { id number state } } next total
    } } }
  }
`)

export const ProposeRegrade = graphql<QuizProposeRegradeMutation, QuizProposeRegradeMutationVariables>(/* GraphQL */ `
  mutation QuizProposeRegrade($quiz: ID!, $revision: Int!, $input: RegradeInput!) { proposeRegrade(quiz: $quiz, revision: $revision, input: $input) { id revision } }
`)

export const CommitRegrade = graphql<QuizCommitRegradeMutation, QuizCommitRegradeMutationVariables>(/* GraphQL */ `
  mutation QuizCommitRegrade($regrade: ID!, $revision: Int!) { commitRegrade(regrade: $regrade, revision: $revision) { id revision state quiz { id revision } } }
`)

export const WithdrawRegrade = graphql<QuizWithdrawRegradeMutation, QuizWithdrawRegradeMutationVariables>(/* GraphQL */ `
  mutation QuizWithdrawRegrade($regrade: ID!) { withdrawRegrade(regrade: $regrade) { id state } }
`)
