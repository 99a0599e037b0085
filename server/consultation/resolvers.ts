import { curriculumPolicy } from '../curriculum/index.ts'
import type { Resolvers } from '../graphql.ts'
import { abilityResolvers, ifSeen } from '../lib/policy.ts'
import { consultationAbilities } from './policy.ts'
import { answerConsultation, ownResponse, waitingFor } from './service/answer.ts'
import { createConsultation } from './service/create.ts'
import * as listed from './service/list.ts'
import { cancelConsultation, closeConsultation } from './service/move.ts'
import { answerCluster, clusterProposals } from './service/reply.ts'
import { clustersFor, participationFor, proposalsFor, resultsFor } from './service/results.ts'

export const resolvers: Resolvers = {
  Query: {
    consultation: (_, { id }, ctx) => listed.findConsultation(ctx, id),
    myConsultations: (_, { open, ...page }, ctx) => listed.myConsultations(ctx, open ?? null, page),
  },
  Mutation: {
    createConsultation: (_, { curriculum, input }, ctx) => createConsultation(ctx, curriculum, input),
    closeConsultation: (_, { consultation }, ctx) => closeConsultation(ctx, consultation),
    cancelConsultation: (_, { consultation }, ctx) => cancelConsultation(ctx, consultation),
    answerConsultation: (_, { consultation, input }, ctx) => answerConsultation(ctx, consultation, input),
    clusterProposals: (_, args, ctx) => clusterProposals(ctx, args.consultation, args.cluster ?? null, args.title, args.proposals),
    answerCluster: (_, args, ctx) => answerCluster(ctx, args.consultation, args.cluster, args.verdict, args.because),
  },
  Curriculum: {
    consultations: (curriculum, page) => listed.consultationsOf(curriculum, page),
    viewerCanConsult: (curriculum, _, ctx) => listed.mayConsult(ctx, curriculum),
  },
  CurriculumVersion: { consultations: (version, _, ctx) => ctx.load.recordsOfVersion.of(version._id) },
  Viewer: { waitingConsultations: (viewer, _, ctx) => waitingFor(ctx, viewer) },
  Consultation: {
    id: consultation => String(consultation._id),
    partner: (consultation, _, ctx) => ctx.load.partner.get(consultation.partner),
    curriculum: async (consultation, _, ctx) => ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(consultation.curriculum)),
    outdated: (consultation, _, ctx) => listed.isOutdated(ctx, consultation),
    units: (consultation, _, ctx) => Promise.all(consultation.units.map(unit => ctx.load.unit.get(unit))),
    elements: consultation => listed.elementsTo(consultation),
    readingMinutes: consultation => listed.readingMinutes(consultation.content),
    mine: (consultation, _, ctx) => ownResponse(ctx, consultation),
    results: (consultation, _, ctx) => resultsFor(ctx, consultation),
    participation: (consultation, _, ctx) => participationFor(ctx, consultation),
    proposals: (consultation, page, ctx) => proposalsFor(ctx, consultation, page),
    clusters: (consultation, _, ctx) => clustersFor(ctx, consultation),
    viewerCan: consultation => consultation,
  },
  ConsultationAbilities: abilityResolvers(consultationAbilities),
  ConsultationAnswer: { anonymous: response => response.person === null },
  UnitParticipation: { unit: ({ unit }, _, ctx) => ctx.load.unit.get(unit) },
  ConsultationResults: {
    questions: ({ consultation, questions }) => questions.map((outcome, index) => ({ ...outcome, asked: consultation.questions[index]! })),
    elements: ({ consultation, elements }) => elements.map(outcome => ({ ...outcome, label: listed.labelIn(consultation, outcome) })),
  },
  QuestionResult: { question: ({ asked }) => asked },
  QuestionCell: { unit: ({ unit }, _, ctx) => ctx.load.unit.get(unit) },
  ElementResult: { section: ({ section }) => section as never },
  Proposal: {
    id: proposal => String(proposal._id),
    by: (proposal, _, ctx) => ctx.load.person.find(proposal.by),
    cluster: proposal => proposal.cluster && String(proposal.cluster),
  },
  ProposalCluster: {
    id: cluster => String(cluster._id),
    size: cluster => cluster.proposals.length,
    answeredBy: (cluster, _, ctx) => ctx.load.person.find(cluster.answeredBy),
  },
  ConsultationRecord: { id: record => String(record._id), consultation: record => String(record.consultation) },
}
