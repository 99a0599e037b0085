import type { Domain } from '../domain.ts'
import { on } from '../lib/events.ts'
import { resolvers } from './resolvers.ts'
import { moveByDate } from './service/move.ts'
import { recordFor, recordMissed } from './service/record.ts'

export const consultation: Domain = {
  name: 'consultation',
  resolvers,
  listen: () => on('curriculum.published', ({ version }) => recordFor(version)),
  sweeps: [
    { name: 'consultations by date', everySeconds: 300, run: moveByDate },
    { name: 'consultations into records', everySeconds: 600, run: recordMissed },
  ],
}

export { consultationLoaders } from './loaders.ts'
export { ClusterModel, ConsultationKeyModel, ConsultationModel, ConsultationRecordModel, ResponseModel, type ConsultationDoc, type ResponseDoc } from './model.ts'
export { answerConsultation } from './service/answer.ts'
export { createConsultation } from './service/create.ts'
export { closeConsultation } from './service/move.ts'
export { answerCluster, clusterProposals } from './service/reply.ts'
export { clustersOf, proposalsOf } from './service/results.ts'
