import type {
  QuizAdjustedClassQuery, QuizAdjustedClassQueryVariables, QuizLearnersQuery, QuizLearnersQueryVariables, QuizOverridesQuery, QuizOverridesQueryVariables, QuizRemoveOverrideMutation,
  QuizRemoveOverrideMutationVariables, QuizResolveReviewMutation, QuizScoreAgainMutation, QuizScoreAgainMutationVariables, QuizResolveReviewMutationVariables, QuizReopenMutation, QuizReopenMutationVariables, QuizSetOverrideMutation, QuizSetOverrideMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** Makes an abandoned attempt go on. */
export const ReopenAttempt = graphql<QuizReopenMutation, QuizReopenMutationVariables>(/* GraphQL */ `
  mutation QuizReopen($attempt: ID!, $reason: String!) {
    reopenAttempt(attempt: $attempt, reason: $reason) { id state enrolment { id } }
  }
`)

/** A class and the quiz whose times are adjusted there. */
export const AdjustedClass = graphql<QuizAdjustedClassQuery, QuizAdjustedClassQueryVariables>(/* GraphQL */ `
  query QuizAdjustedClass($class: ID!, $quiz: ID!) {
    class(id: $class) { id name viewerCan { teach } }
    quiz(id: $quiz) { id title }
  }
`)

export const Overrides = graphql<QuizOverridesQuery, QuizOverridesQueryVariables>(/* GraphQL */ `
  query QuizOverrides($class: ID!, $quiz: ID!, $after: String) {
    class(id: $class) {
      id
      quizOverrides(quiz: $quiz, first: 50, after: $after) {
        nodes { id revision opensAt closesAt minutes attemptsAllowed reason at by { id fullName } enrolment { id person { id fullName } } }
        next total
      }
    }
  }
`)

/** Who of a class an adjustment can be for. */
export const QuizLearners = graphql<QuizLearnersQuery, QuizLearnersQueryVariables>(/* GraphQL */ `
  query QuizLearners($class: ID!, $after: String) {
    class(id: $class) { id enrolments(state: ENROLLED, first: 100, after: $after) { nodes { id person { id fullName } } next total } }
  }
`)

export const SetOverride = graphql<QuizSetOverrideMutation, QuizSetOverrideMutationVariables>(/* GraphQL */ `
  mutation QuizSetOverride($quiz: ID!, $class: ID!, $enrolment: ID, $revision: Int!, $input: OverrideInput!) {
    setOverride(quiz: $quiz, class: $class, enrolment: $enrolment, revision: $revision, input: $input) { id revision }
  }
`)

export const RemoveOverride = graphql<QuizRemoveOverrideMutation, QuizRemoveOverrideMutationVariables>(/* GraphQL */ `
  mutation QuizRemoveOverride($quiz: ID!, $class: ID!, $enrolment: ID) { removeOverride(quiz: $quiz, class: $class, enrolment: $enrolment) }
`)

/** Says that somebody looked at an attempt that waited for people. */
export const ResolveReview = graphql<QuizResolveReviewMutation, QuizResolveReviewMutationVariables>(/* GraphQL */ `
  mutation QuizResolveReview($attempt: ID!, $note: String!) { resolveReview(attempt: $attempt, note: $note) { id needsReview reviewNote } }
`)

/** Has the machine score again what it could not. */
export const ScoreAgain = graphql<QuizScoreAgainMutation, QuizScoreAgainMutationVariables>(/* GraphQL */ `
  mutation QuizScoreAgain($attempt: ID!) { scoreAgain(attempt: $attempt) { id state needsReview } }
`)
