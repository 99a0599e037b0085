import type {
  QuizAppealMarkMutation, QuizAppealMarkMutationVariables, QuizAppealQuery, QuizAppealQueryVariables, QuizAppealsQuery, QuizAppealsQueryVariables,
  QuizAttemptAppealsQuery, QuizAttemptAppealsQueryVariables, QuizDecideAppealMutation, QuizDecideAppealMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** The appeals against marks of an attempt, and against which there may still be one. */
export const AttemptAppeals = graphql<QuizAttemptAppealsQuery, QuizAttemptAppealsQueryVariables>(/* GraphQL */ `
  query QuizAttemptAppeals($id: ID!) {
    attempt(id: $id) {
      id
      appealable { question until }
      appeals { id state grounds at points newPoints reasons decidedAt question { id points } viewerCan { decide } }
    }
  }
`)

export const AppealMark = graphql<QuizAppealMarkMutation, QuizAppealMarkMutationVariables>(/* GraphQL */ `
  mutation QuizAppealMark($attempt: ID!, $question: ID!, $grounds: String!) {
    appealMark(attempt: $attempt, question: $question, grounds: $grounds) { id state }
  }
`)

/** Appeals one may see: those that wait oldest first, decided ones newest first. */
export const Appeals = graphql<QuizAppealsQuery, QuizAppealsQueryVariables>(/* GraphQL */ `
  query QuizAppeals($state: AppealState, $after: String) {
    appeals(state: $state, first: 50, after: $after) {
      nodes { id state at points newPoints quiz { id title } class { id name } question { id text points } }
      next total
    }
  }
`)

/** One appeal: what was asked, answered and said against the mark. */
export const AppealDetail = graphql<QuizAppealQuery, QuizAppealQueryVariables>(/* GraphQL */ `
  query QuizAppeal($id: ID!) {
    appeal(id: $id) {
      id revision state grounds at points newPoints reasons decidedAt attempt
      quiz { id title } class { id name } person { id fullName } viewerCan { decide }
      question {
        id kind text points unit mark feedback specificFeedback { choices { choice text } answer outcome } comment reason machineMark answerFiles { id name type size url } hotspot { image url alternative picks zones { id label x y width height } }
        choices { id text media { kind alternative url } } items { id text } matching { stems { id text } matches { id text } } gaps { id kind choices { id text } }
        answer { choices truth text number unit pairs { stem match } order gaps { gap text } files }
      }
    }
  }
`)

export const DecideAppeal = graphql<QuizDecideAppealMutation, QuizDecideAppealMutationVariables>(/* GraphQL */ `
  mutation QuizDecideAppeal($appeal: ID!, $revision: Int!, $input: AppealDecision!) {
    decideAppeal(appeal: $appeal, revision: $revision, input: $input) { id revision state newPoints reasons }
  }
`)
