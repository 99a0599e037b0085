import type {
  AgencyHomeQuery, AgencyHomeQueryVariables, InstructorHomeQuery, InstructorHomeQueryVariables, LearnerHomeQuery, LearnerHomeQueryVariables,
  PartnerHomeQuery, PartnerHomeQueryVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const LearnerHome = graphql<LearnerHomeQuery, LearnerHomeQueryVariables>(/* GraphQL */ `
  query LearnerHome {
    viewer { id waitingConsultations }
    myEnrolments(first: 12) {
      nodes {
        id state progress waitingPosition
        class { id name startsOn endsOn status course { id title } }
        nextLesson { id title }
        quizzes { id canStart passed quiz { id title ready } }
        practicums { id state practicum { id title ready } }
        certificate { id }
      }
      total
    }
    myCertificates(first: 3) { nodes { id number title issuedAt pdfUrl state } total }
    open: classes(enrolmentOpen: true, first: 3) { nodes { id name startsOn course { id title hours { total } } } total }
  }
`)

export const InstructorHome = graphql<InstructorHomeQuery, InstructorHomeQueryVariables>(/* GraphQL */ `
  query InstructorHome {
    gradingQueue(first: 6) {
      nodes { id submittedAt practicum { id title } enrolment { id person { id fullName } class { id name course { id title } } } }
      total
    }
    classes(mine: true, first: 10) {
      nodes { id name startsOn endsOn status enrolledCount waitingForGrading course { id title } }
      total
    }
  }
`)

export const PartnerHome = graphql<PartnerHomeQuery, PartnerHomeQueryVariables>(/* GraphQL */ `
  query PartnerHome {
    partners(first: 5) {
      nodes {
        id name
        agreementInForce { id title endsOn daysLeft status }
        curricula(first: 6) { nodes { id code title state updatedAt moves } total }
        courses(first: 6) { nodes { id code title figures { classes enrolled completed meanFinalMark } } total }
      }
    }
  }
`)

export const AgencyHome = graphql<AgencyHomeQuery, AgencyHomeQueryVariables>(/* GraphQL */ `
  query AgencyHome {
    review: curricula(state: IN_REVIEW, first: 5) { nodes { id code title partner { id shortName } moves updatedAt } total }
    approved: curricula(state: APPROVED, first: 5) { nodes { id code title partner { id shortName } moves updatedAt } total }
    expiring: agreements(status: EXPIRING, first: 5) { nodes { id title kind endsOn daysLeft partner { id shortName } } total }
    running: classes(status: RUNNING, first: 5) { nodes { id name endsOn enrolledCount waitingForGrading course { id title } } total }
    open: classes(enrolmentOpen: true, first: 1) { total }
    certificates(first: 5) { nodes { id number holder title issuedAt } total }
    partners(first: 1) { total }
    people(first: 1) { total }
  }
`)
