import type {
  AddEvidenceMutation, AddEvidenceMutationVariables, ClassSubmissionsQuery, ClassSubmissionsQueryVariables, GradeSubmissionMutation, GradeSubmissionMutationVariables,
  GradingClassesQuery, GradingClassesQueryVariables, GradingPageQuery, GradingPageQueryVariables, GradingQueueQuery, GradingQueueQueryVariables, OpenSubmissionMutation, OpenSubmissionMutationVariables,
  PracticumEditorQuery, PracticumEditorQueryVariables, PracticumWorkQuery, PracticumWorkQueryVariables, RemoveEvidenceMutation, RemoveEvidenceMutationVariables,
  ReturnSubmissionMutation, ReturnSubmissionMutationVariables, SaveSubmissionNoteMutation, SaveSubmissionNoteMutationVariables, SubmitPracticumMutation,
  SubmitPracticumMutationVariables, UpdatePracticumMutation, UpdatePracticumMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const PracticumWork = graphql<PracticumWorkQuery, PracticumWorkQueryVariables>(/* GraphQL */ `
  query PracticumWork($practicum: ID!, $enrolment: ID!) {
    practicum(id: $practicum) {
      id title instructions maxFiles maxFileSize acceptedTypes revisionsAllowed ready
      rubric { criteria { id title weight levels { id label description points } } }
      section { id subject { id title } }
    }
    enrolment(id: $enrolment) {
      id
      class { id name endsOn status course { id title } }
      viewerCan { learn }
      practicums {
        id
        practicum { id }
        submission {
          id revision state note link submittedAt returns mark
          evidence { id name type size url }
          rubric { criteria { id title weight levels { id label description points } } }
          gradings { at mark comment by { id fullName } criteria { criterion level comment } }
          history { at move reason by { id fullName } }
          viewerCan { edit submit }
        }
      }
    }
  }
`)

export const OpenSubmission = graphql<OpenSubmissionMutation, OpenSubmissionMutationVariables>(/* GraphQL */ `
  mutation OpenSubmission($practicum: ID!, $enrolment: ID!) { openSubmission(practicum: $practicum, enrolment: $enrolment) { id revision enrolment { id } } }
`)

export const AddEvidence = graphql<AddEvidenceMutation, AddEvidenceMutationVariables>(/* GraphQL */ `
  mutation AddEvidence($submission: ID!, $file: ID!) { addEvidence(submission: $submission, file: $file) { id revision evidence { id name type size url } } }
`)

export const RemoveEvidence = graphql<RemoveEvidenceMutation, RemoveEvidenceMutationVariables>(/* GraphQL */ `
  mutation RemoveEvidence($submission: ID!, $file: ID!) { removeEvidence(submission: $submission, file: $file) { id revision evidence { id name type size url } } }
`)

export const SaveSubmissionNote = graphql<SaveSubmissionNoteMutation, SaveSubmissionNoteMutationVariables>(/* GraphQL */ `
  mutation SaveSubmissionNote($submission: ID!, $note: String!, $link: String) { saveSubmissionNote(submission: $submission, note: $note, link: $link) { id revision note link } }
`)

export const SubmitPracticum = graphql<SubmitPracticumMutation, SubmitPracticumMutationVariables>(/* GraphQL */ `
  mutation SubmitPracticum($submission: ID!, $revision: Int!) { submitPracticum(submission: $submission, revision: $revision) { id revision state submittedAt enrolment { id } } }
`)

export const GradingQueue = graphql<GradingQueueQuery, GradingQueueQueryVariables>(/* GraphQL */ `
  query GradingQueue($class: ID, $first: Int! = 20, $after: String) {
    gradingQueue(class: $class, first: $first, after: $after) {
      nodes { id submittedAt returns practicum { id title } enrolment { id person { id fullName } class { id name course { id title } } } }
      next total
    }
  }
`)

/** The classes one teaches, to choose from: more than a hundred at a time nobody does. */
export const GradingClasses = graphql<GradingClassesQuery, GradingClassesQueryVariables>(/* GraphQL */ `
  query GradingClasses { classes(mine: true, first: 100) { nodes { id name course { id title } viewerCan { teach } } } }
`)

export const ClassSubmissions = graphql<ClassSubmissionsQuery, ClassSubmissionsQueryVariables>(/* GraphQL */ `
  query ClassSubmissions($id: ID!, $state: SubmissionState, $first: Int! = 25, $after: String) {
    class(id: $id) {
      id name
      course { id title }
      submissions(state: $state, first: $first, after: $after) {
        nodes { id state submittedAt mark practicum { id title } enrolment { id person { id fullName } } }
        next total
      }
    }
  }
`)

export const GradingPage = graphql<GradingPageQuery, GradingPageQueryVariables>(/* GraphQL */ `
  query GradingPage($id: ID!) {
    submission(id: $id) {
      id revision state note link submittedAt returns mark
      practicum { id title instructions revisionsAllowed }
      enrolment { id person { id fullName } class { id name course { id title } } }
      evidence { id name type size url }
      rubric { criteria { id title weight levels { id label description points worth } } }
      gradings { at mark comment by { id fullName } criteria { criterion level comment } }
      history { at move reason by { id fullName } }
      viewerCan { grade return }
    }
  }
`)

export const GradeSubmission = graphql<GradeSubmissionMutation, GradeSubmissionMutationVariables>(/* GraphQL */ `
  mutation GradeSubmission($submission: ID!, $revision: Int!, $input: GradingInput!) {
    gradeSubmission(submission: $submission, revision: $revision, input: $input) { id revision state mark enrolment { id } }
  }
`)

export const ReturnSubmission = graphql<ReturnSubmissionMutation, ReturnSubmissionMutationVariables>(/* GraphQL */ `
  mutation ReturnSubmission($submission: ID!, $revision: Int!, $reason: String!) {
    returnSubmission(submission: $submission, revision: $revision, reason: $reason) { id revision state returns }
  }
`)

export const PracticumEditor = graphql<PracticumEditorQuery, PracticumEditorQueryVariables>(/* GraphQL */ `
  query PracticumEditor($id: ID!) {
    practicum(id: $id) {
      id revision title instructions maxFiles acceptedTypes revisionsAllowed weight ready
      rubric { criteria { id title weight levels { id label description points } } }
      section { id subject { id title } course { id title } }
      viewerCan { edit }
    }
  }
`)

export const UpdatePracticum = graphql<UpdatePracticumMutation, UpdatePracticumMutationVariables>(/* GraphQL */ `
  mutation UpdatePracticum($practicum: ID!, $revision: Int!, $input: PracticumInput!) {
    updatePracticum(practicum: $practicum, revision: $revision, input: $input) { id revision ready }
  }
`)
