import type { QuizNoteSignalsMutation, QuizNoteSignalsMutationVariables, QuizSignalsQuery, QuizSignalsQueryVariables } from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const NoteSignals = graphql<QuizNoteSignalsMutation, QuizNoteSignalsMutationVariables>(/* GraphQL */ `
  mutation QuizNoteSignals($attempt: ID!, $signals: [SignalInput!]!) { noteSignals(attempt: $attempt, signals: $signals) }
`)

/** What was noted of an attempt, oldest first. */
export const Signals = graphql<QuizSignalsQuery, QuizSignalsQueryVariables>(/* GraphQL */ `
  query QuizSignals($id: ID!, $after: String) {
    attempt(id: $id) { id signals(first: 50, after: $after) { nodes { id kind at question seconds length } next total full } }
  }
`)
