import type { BankFiguresQuery, BankFiguresQueryVariables, BankUsesQuery, BankUsesQueryVariables } from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** How a question fared wherever it was asked. */
export const BankFigures = graphql<BankFiguresQuery, BankFiguresQueryVariables>(/* GraphQL */ `
  query BankFigures($id: ID!) {
    bankQuestion(id: $id) {
      id
      figures { n quizzes facility discrimination intervalLow intervalHigh flags appeals upheld versions { form n facility discrimination } suggestion { move reason } }
    }
  }
`)

/** Where it is used, as far as the viewer sees. */
export const BankUses = graphql<BankUsesQuery, BankUsesQueryVariables>(/* GraphQL */ `
  query BankUses($id: ID!, $after: String) {
    bankQuestion(id: $id) {
      id
      uses(first: 20, after: $after) {
        nodes { quiz { id title section { id course { id title } } } drawn pilot n facility discrimination flags versions { form n } }
        next total
      }
    }
  }
`)
