import type { QuizStatisticsQuery, QuizStatisticsQueryVariables } from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** What its attempts say about a quiz. */
export const QuizStatistics = graphql<QuizStatisticsQuery, QuizStatisticsQueryVariables>(/* GraphQL */ `
  query QuizStatistics($id: ID!, $of: AttemptsCounted!) {
    quiz(id: $id) {
      id title passMark pretest { id title } viewerCan { edit } section { id course { id title } }
      statistics(of: $of) {
        n suppressed points mean median sd skewness kurtosis consistency standardError passShare decisionConsistency histogram { from to n }
        items {
          id number text kind bankQuestion drawn pilot n facility discrimination intervalLow intervalHigh efficiency intendedWeight effectiveWeight flags
          options { id text right n share pointBiserial suspect } curve { n facility shares } variants { form n facility discrimination apart } functioning { size delta n }
        }
      }
    }
  }
`)
