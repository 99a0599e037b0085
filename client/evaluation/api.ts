import type {
  EvaluationAddImprovementMutation, EvaluationAddImprovementMutationVariables, EvaluationCommentMutation, EvaluationCommentMutationVariables,
  EvaluationCurriculumTraceQuery, EvaluationCurriculumTraceQueryVariables, EvaluationDraftMutation, EvaluationDraftMutationVariables,
  EvaluationImprovementsQuery, EvaluationImprovementsQueryVariables, EvaluationMoveImprovementMutation, EvaluationMoveImprovementMutationVariables,
  EvaluationMoveMutation, EvaluationMoveMutationVariables, EvaluationGiveReactionMutation, EvaluationGiveReactionMutationVariables, EvaluationReactionQuery,
  EvaluationReactionQueryVariables, EvaluationScorecardQuery, EvaluationScorecardQueryVariables, EvaluationScorecardsQuery,
  EvaluationScorecardsQueryVariables, EvaluationTraceQuery, EvaluationTraceQueryVariables, EvaluationVersionsQuery, EvaluationVersionsQueryVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** From a certificate back to the needs. */
export const CertificateTrace = graphql<EvaluationTraceQuery, EvaluationTraceQueryVariables>(/* GraphQL */ `
  query EvaluationTrace($certificate: ID!) {
    trace(certificate: $certificate) {
      title code version
      certificate { id number holder }
      nodes { id layer label text mark at by side hash link }
      edges { from to }
    }
  }
`)

export const CurriculumTrace = graphql<EvaluationCurriculumTraceQuery, EvaluationCurriculumTraceQueryVariables>(/* GraphQL */ `
  query EvaluationCurriculumTrace($curriculum: ID!, $number: Int) {
    curriculum(id: $curriculum) { id code title versions { id number } }
    curriculumTrace(curriculum: $curriculum, number: $number) {
      title code version
      nodes { id layer label text mark at by side hash link }
      edges { from to }
    }
  }
`)

export const Scorecards = graphql<EvaluationScorecardsQuery, EvaluationScorecardsQueryVariables>(/* GraphQL */ `
  query EvaluationScorecards($state: ScorecardState, $after: String) {
    scorecards(state: $state, first: 20, after: $after) {
      nodes {
        id title number state figuredAt publishedAt
        partner { id shortName }
        figures { classes completion { rate } acceptableShare }
      }
      next total
    }
  }
`)

/** Published versions a scorecard can be drafted of. */
export const Versions = graphql<EvaluationVersionsQuery, EvaluationVersionsQueryVariables>(/* GraphQL */ `
  query EvaluationVersions($search: String) {
    viewer { viewerCan { draftScorecards } }
    courses(search: $search, first: 50) { nodes { id title code version { id number } } }
  }
`)

export const DraftScorecard = graphql<EvaluationDraftMutation, EvaluationDraftMutationVariables>(/* GraphQL */ `
  mutation EvaluationDraft($version: ID!) { draftScorecard(version: $version) { id } }
`)

export const Scorecard = graphql<EvaluationScorecardQuery, EvaluationScorecardQueryVariables>(/* GraphQL */ `
  query EvaluationScorecard($id: ID!) {
    scorecard(id: $id) {
      id revision title number curriculum state figuredAt sharedAt publishedAt publishableOn
      partner { id name shortName }
      figures {
        classes
        completion { enrolled completed rate }
        turnaround { graded medianHours p90Hours }
        outcomes { outcome label learners share }
        items { quiz question label n facility discrimination acceptable }
        acceptableShare
        reactions { n means { item mean } texts }
      }
      comments { at text by { id fullName } }
      improvements { id revision title side due state number doneIn viewerCan { move } }
      laterVersions { id number }
      viewerCan { share recall publish comment improve }
    }
  }
`)

export const MoveScorecard = graphql<EvaluationMoveMutation, EvaluationMoveMutationVariables>(/* GraphQL */ `
  mutation EvaluationMove($scorecard: ID!, $revision: Int!, $move: ScorecardMove!) {
    moveScorecard(scorecard: $scorecard, revision: $revision, move: $move) { id revision state }
  }
`)

export const CommentScorecard = graphql<EvaluationCommentMutation, EvaluationCommentMutationVariables>(/* GraphQL */ `
  mutation EvaluationComment($scorecard: ID!, $text: String!) { commentScorecard(scorecard: $scorecard, text: $text) { id revision } }
`)

export const AddImprovement = graphql<EvaluationAddImprovementMutation, EvaluationAddImprovementMutationVariables>(/* GraphQL */ `
  mutation EvaluationAddImprovement($scorecard: ID!, $input: ImprovementInput!) { addImprovement(scorecard: $scorecard, input: $input) { id revision } }
`)

export const MoveImprovement = graphql<EvaluationMoveImprovementMutation, EvaluationMoveImprovementMutationVariables>(/* GraphQL */ `
  mutation EvaluationMoveImprovement($improvement: ID!, $revision: Int!, $state: ImprovementState!, $doneIn: ID) {
    moveImprovement(improvement: $improvement, revision: $revision, state: $state, doneIn: $doneIn) { id revision state }
  }
`)

/** What scorecards of a curriculum asked for and is not done. */
export const Improvements = graphql<EvaluationImprovementsQuery, EvaluationImprovementsQueryVariables>(/* GraphQL */ `
  query EvaluationImprovements($curriculum: ID!) {
    curriculum(id: $curriculum) {
      id code title
      versions { id number }
      improvements { id revision scorecard title side due state number doneIn viewerCan { move } }
    }
  }
`)

export const ReactionForm = graphql<EvaluationReactionQuery, EvaluationReactionQueryVariables>(/* GraphQL */ `
  query EvaluationReaction($enrolment: ID!) {
    enrolment(id: $enrolment) { id class { id name course { id title } } reaction { given open } }
  }
`)

export const GiveReaction = graphql<EvaluationGiveReactionMutation, EvaluationGiveReactionMutationVariables>(/* GraphQL */ `
  mutation EvaluationGiveReaction($enrolment: ID!, $input: CourseReactionInput!) { giveReaction(enrolment: $enrolment, input: $input) { id } }
`)
