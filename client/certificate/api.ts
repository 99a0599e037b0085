import type {
  CertificateListQuery, CertificateListQueryVariables, CertificatePageQuery, CertificatePageQueryVariables, ClassResultsQuery, ClassResultsQueryVariables,
  IssueCertificateMutation, IssueCertificateMutationVariables, MyCertificatesQuery, MyCertificatesQueryVariables, MyResultQuery, MyResultQueryVariables,
  ReissueCertificateMutation, ReissueCertificateMutationVariables, RevokeCertificateMutation, RevokeCertificateMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const MyCertificates = graphql<MyCertificatesQuery, MyCertificatesQueryVariables>(/* GraphQL */ `
  query MyCertificates($first: Int! = 20, $after: String) {
    myCertificates(first: $first, after: $after) {
      nodes { id number state title className hours issuedAt finalMark qualification pdfUrl verifyUrl }
      next total
    }
  }
`)

export const CertificateList = graphql<CertificateListQuery, CertificateListQueryVariables>(/* GraphQL */ `
  query CertificateList($search: String, $state: CertificateState, $first: Int! = 20, $after: String) {
    certificates(search: $search, state: $state, first: $first, after: $after) {
      nodes { id number state holder title className issuedAt }
      next total
    }
  }
`)

export const CertificatePage = graphql<CertificatePageQuery, CertificatePageQueryVariables>(/* GraphQL */ `
  query CertificatePage($id: ID!) {
    certificate(id: $id) {
      id number kind state holder title className hours finalMark qualification issuedAt sha256 pdfUrl verifyUrl revokedAt revokedReason traceable
      replaces { id number }
      replacedBy { id number }
      viewerCan { revoke reissue }
    }
  }
`)

export const RevokeCertificate = graphql<RevokeCertificateMutation, RevokeCertificateMutationVariables>(/* GraphQL */ `
  mutation RevokeCertificate($certificate: ID!, $reason: String!) {
    revokeCertificate(certificate: $certificate, reason: $reason) { id state revokedAt revokedReason }
  }
`)

export const ReissueCertificate = graphql<ReissueCertificateMutation, ReissueCertificateMutationVariables>(/* GraphQL */ `
  mutation ReissueCertificate($certificate: ID!, $reason: String!) {
    reissueCertificate(certificate: $certificate, reason: $reason) { id number replaces { id state } }
  }
`)

export const IssueCertificate = graphql<IssueCertificateMutation, IssueCertificateMutationVariables>(/* GraphQL */ `
  mutation IssueCertificate($enrolment: ID!) {
    issueCertificate(enrolment: $enrolment) { id number enrolment { id certificate { id } } }
  }
`)

export const MyResult = graphql<MyResultQuery, MyResultQueryVariables>(/* GraphQL */ `
  query MyResult($id: ID!) {
    enrolment(id: $id) {
      id
      person { id fullName }
      class { id name endsOn course { id title } }
      completion { complete finalMark qualification requirements { code met actual required } }
      certificate { id number state pdfUrl verifyUrl }
      quizzes { id mark passed quiz { id title weight passMark } }
      practicums { id mark state practicum { id title weight } }
      reaction { open given }
    }
  }
`)

export const ClassResults = graphql<ClassResultsQuery, ClassResultsQueryVariables>(/* GraphQL */ `
  query ClassResults($id: ID!, $first: Int! = 25, $after: String) {
    class(id: $id) {
      id name
      course { id title }
      enrolments(state: ENROLLED, first: $first, after: $after) {
        nodes {
          id progress attendance quizMark practicumMark
          person { id fullName unit { id shortName } }
          completion { complete finalMark qualification }
          certificate { id number state pdfUrl }
        }
        next total
      }
    }
  }
`)
