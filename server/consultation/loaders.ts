import { byId, listBy } from '../lib/loader.ts'
import { ConsultationModel, ConsultationRecordModel, type ConsultationDoc, type RecordDoc } from './model.ts'

export const consultationLoaders = () => ({
  consultation: byId<ConsultationDoc>(ConsultationModel),
  /** A version has as many as were held before it: a few. */
  recordsOfVersion: listBy<RecordDoc>(ConsultationRecordModel, 'version'),
})
