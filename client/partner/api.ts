import type {
  AgreementAttachMutation, AgreementAttachMutationVariables, AgreementDetachMutation, AgreementDetachMutationVariables, AgreementEvaluateMutation,
  AgreementEvaluateMutationVariables, AgreementMoveActionMutation, AgreementMoveActionMutationVariables, AgreementPlanMutation, AgreementPlanMutationVariables,
  AgreementRenewMutation, AgreementRenewMutationVariables, AgreementTermsMutation, AgreementTermsMutationVariables,
  PartnerAddMemberMutation, PartnerAddMemberMutationVariables, PartnerAgreementQuery, PartnerAgreementQueryVariables, PartnerAgreementsQuery,
  PartnerAgreementsQueryVariables, PartnerCreateAgreementMutation, PartnerCreateAgreementMutationVariables, PartnerCreateMemberMutation,
  PartnerCreateMemberMutationVariables, PartnerCreateMutation,
  PartnerCreateMutationVariables, PartnerDetailQuery, PartnerDetailQueryVariables, PartnerListQuery, PartnerListQueryVariables,
  PartnerMoveAgreementMutation, PartnerMoveAgreementMutationVariables, PartnerOptionsQuery, PartnerOptionsQueryVariables, PartnerParentsQuery,
  PartnerParentsQueryVariables, PartnerPeopleQuery, PartnerPeopleQueryVariables, PartnerRemoveMemberMutation, PartnerRemoveMemberMutationVariables,
  PartnerUpdateAgreementMutation, PartnerUpdateAgreementMutationVariables, PartnerUpdateMutation, PartnerUpdateMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

export const PartnerList = graphql<PartnerListQuery, PartnerListQueryVariables>(/* GraphQL */ `
  query PartnerList($search: String, $after: String) {
    viewer { id viewerCan { createPartner } }
    partners(search: $search, first: 20, after: $after) {
      nodes { id name shortName kind city agreementInForce { id endsOn daysLeft status } agreements(first: 1) { total } curricula(first: 1) { total } }
      next total
    }
  }
`)

export const PartnerDetail = graphql<PartnerDetailQuery, PartnerDetailQueryVariables>(/* GraphQL */ `
  query PartnerDetail($id: ID!) {
    now
    partner(id: $id) {
      id revision name shortName kind city code
      agreementInForce { id title endsOn daysLeft status }
      members(first: 100) { nodes { id role person { id fullName position } } total }
      agreements(first: 100) { nodes { id kind title numberAgency startsOn endsOn status inForce daysLeft lacksFollowUp parent { id } warnings { kind on days } } total }
      curricula(first: 100) { nodes { id code title state updatedAt } total }
      viewerCan { edit editMembers addAgreement }
    }
  }
`)

/** People who may be made members; empty for those who may not list people. */
export const PartnerPeople = graphql<PartnerPeopleQuery, PartnerPeopleQueryVariables>(/* GraphQL */ `
  query PartnerPeople($search: String) { people(search: $search, first: 12) { nodes { id fullName position } } }
`)

export const CreatePartner = graphql<PartnerCreateMutation, PartnerCreateMutationVariables>(/* GraphQL */ `
  mutation PartnerCreate($input: PartnerInput!) { createPartner(input: $input) { id name } }
`)

export const UpdatePartner = graphql<PartnerUpdateMutation, PartnerUpdateMutationVariables>(/* GraphQL */ `
  mutation PartnerUpdate($partner: ID!, $revision: Int!, $input: PartnerInput!) {
    updatePartner(partner: $partner, revision: $revision, input: $input) { id revision name shortName kind city code }
  }
`)

export const AddMember = graphql<PartnerAddMemberMutation, PartnerAddMemberMutationVariables>(/* GraphQL */ `
  mutation PartnerAddMember($partner: ID!, $person: ID!, $role: Role!) {
    addPartnerMember(partner: $partner, person: $person, role: $role) { id members(first: 100) { nodes { id role person { id fullName position } } total } }
  }
`)

export const CreateMember = graphql<PartnerCreateMemberMutation, PartnerCreateMemberMutationVariables>(/* GraphQL */ `
  mutation PartnerCreateMember($partner: ID!, $role: Role!, $input: PartnerMemberInput!) {
    createPartnerMember(partner: $partner, role: $role, input: $input) { temporaryPassword person { id fullName } partner { id } }
  }
`)

export const RemoveMember = graphql<PartnerRemoveMemberMutation, PartnerRemoveMemberMutationVariables>(/* GraphQL */ `
  mutation PartnerRemoveMember($partner: ID!, $grant: ID!) {
    removePartnerMember(partner: $partner, grant: $grant) { id members(first: 100) { nodes { id role person { id fullName position } } total } }
  }
`)

export const AgreementList = graphql<PartnerAgreementsQuery, PartnerAgreementsQueryVariables>(/* GraphQL */ `
  query PartnerAgreements($partner: ID, $status: AgreementStatus, $after: String) {
    agreements(partner: $partner, status: $status, first: 20, after: $after) {
      nodes { id kind title numberAgency startsOn endsOn status daysLeft lacksFollowUp partner { id shortName } }
      next total
    }
  }
`)

/** Partners to choose from, and which of them the viewer may add an agreement with. */
export const PartnerOptions = graphql<PartnerOptionsQuery, PartnerOptionsQueryVariables>(/* GraphQL */ `
  query PartnerOptions { partners(first: 100) { nodes { id name shortName viewerCan { addAgreement } } } }
`)

/** What an agreement with the partner may rest on. */
export const PartnerParents = graphql<PartnerParentsQuery, PartnerParentsQueryVariables>(/* GraphQL */ `
  query PartnerParents($partner: ID!) {
    agreements(partner: $partner, first: 100) { nodes { id kind title numberAgency endsOn status } }
  }
`)

export const AgreementDetail = graphql<PartnerAgreementQuery, PartnerAgreementQueryVariables>(/* GraphQL */ `
  query PartnerAgreement($id: ID!) {
    agreement(id: $id) {
      id revision kind title numberAgency numberPartner scope signedOn startsOn endsOn state status inForce daysLeft lacksFollowUp moves
      partner { id name shortName }
      parent { id kind title numberAgency endsOn status }
      renews { id title numberAgency }
      renewedBy { id title numberAgency status }
      missing
      warnings { kind on days }
      signatures { side at by { id fullName } }
      terms {
        scheme object dutiesAgency dutiesPartner financing accountCode ownership confidentiality dataRoles evaluationMonths
        agency { institution official position authority powerOfAttorney }
        partner { institution official position authority powerOfAttorney }
        contacts { side name position email phone }
      }
      actions { id activity output dueOn side owner status overdue moves record { at status note by { id fullName } } }
      evaluations { id on findings mean decision at by { id fullName } objectives { objective score note } }
      evaluationDueOn
      documents { title at by { id fullName } file { id name size sha256 url } }
      history { at move to reason by { id fullName } }
      viewerCan { edit move plan evaluate attach renew }
    }
  }
`)

export const CreateAgreement = graphql<PartnerCreateAgreementMutation, PartnerCreateAgreementMutationVariables>(/* GraphQL */ `
  mutation PartnerCreateAgreement($input: AgreementInput!) { createAgreement(input: $input) { id title } }
`)

export const UpdateAgreement = graphql<PartnerUpdateAgreementMutation, PartnerUpdateAgreementMutationVariables>(/* GraphQL */ `
  mutation PartnerUpdateAgreement($agreement: ID!, $revision: Int!, $input: AgreementInput!) {
    updateAgreement(agreement: $agreement, revision: $revision, input: $input) { id revision }
  }
`)

export const MoveAgreement = graphql<PartnerMoveAgreementMutation, PartnerMoveAgreementMutationVariables>(/* GraphQL */ `
  mutation PartnerMoveAgreement($agreement: ID!, $revision: Int!, $move: AgreementMove!, $reason: String, $endsOn: Date) {
    moveAgreement(agreement: $agreement, revision: $revision, move: $move, reason: $reason, endsOn: $endsOn) { id revision state status }
  }
`)

export const SetTerms = graphql<AgreementTermsMutation, AgreementTermsMutationVariables>(/* GraphQL */ `
  mutation AgreementTerms($agreement: ID!, $revision: Int!, $terms: AgreementTermsInput!) {
    setAgreementTerms(agreement: $agreement, revision: $revision, terms: $terms) { id revision missing }
  }
`)

export const SetPlan = graphql<AgreementPlanMutation, AgreementPlanMutationVariables>(/* GraphQL */ `
  mutation AgreementPlan($agreement: ID!, $revision: Int!, $actions: [AgreementActionInput!]!) {
    setAgreementActions(agreement: $agreement, revision: $revision, actions: $actions) { id revision }
  }
`)

export const MoveAction = graphql<AgreementMoveActionMutation, AgreementMoveActionMutationVariables>(/* GraphQL */ `
  mutation AgreementMoveAction($agreement: ID!, $action: ID!, $move: AgreementActionMove!, $note: String) {
    moveAgreementAction(agreement: $agreement, action: $action, move: $move, note: $note) { id revision }
  }
`)

export const RecordEvaluation = graphql<AgreementEvaluateMutation, AgreementEvaluateMutationVariables>(/* GraphQL */ `
  mutation AgreementEvaluate($agreement: ID!, $revision: Int!, $input: AgreementEvaluationInput!) {
    recordAgreementEvaluation(agreement: $agreement, revision: $revision, input: $input) { id revision }
  }
`)

export const AttachDocument = graphql<AgreementAttachMutation, AgreementAttachMutationVariables>(/* GraphQL */ `
  mutation AgreementAttach($agreement: ID!, $file: ID!, $title: String!) { attachAgreementDocument(agreement: $agreement, file: $file, title: $title) { id revision } }
`)

export const RemoveDocument = graphql<AgreementDetachMutation, AgreementDetachMutationVariables>(/* GraphQL */ `
  mutation AgreementDetach($agreement: ID!, $file: ID!) { removeAgreementDocument(agreement: $agreement, file: $file) { id revision } }
`)

export const RenewAgreement = graphql<AgreementRenewMutation, AgreementRenewMutationVariables>(/* GraphQL */ `
  mutation AgreementRenew($agreement: ID!, $input: AgreementRenewalInput!) { renewAgreement(agreement: $agreement, input: $input) { id } }
`)
