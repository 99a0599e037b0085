import type { QuizCheckMutation, QuizCheckMutationVariables, QuizTryAgainMutation, QuizTryAgainMutationVariables } from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** An answer saved and judged, and the question as it then stands. */
export const CheckAnswer = graphql<QuizCheckMutation, QuizCheckMutationVariables>(/* GraphQL */ `
  mutation QuizCheck($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) {
    checkAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) {
      id seq savedAt phase canCheck tries triesLeft outcome mark feedback specificFeedback { choices { choice text } answer outcome } certainty hint { text partsRight parts }
      answer { choices truth text number unit pairs { stem match } order gaps { gap text } files }
      checked { choices truth text number unit pairs { stem match } order gaps { gap text } files }
    }
  }
`)

/** Opens a question again after its hint. */
export const TryAgain = graphql<QuizTryAgainMutation, QuizTryAgainMutationVariables>(/* GraphQL */ `
  mutation QuizTryAgain($attempt: ID!, $question: ID!, $seq: Int!) {
    tryAgain(attempt: $attempt, question: $question, seq: $seq) {
      id seq savedAt phase canCheck tries triesLeft outcome mark feedback specificFeedback { choices { choice text } answer outcome } certainty hint { text partsRight parts }
      answer { choices truth text number unit pairs { stem match } order gaps { gap text } files }
      checked { choices truth text number unit pairs { stem match } order gaps { gap text } files }
    }
  }
`)
