import DataLoader from 'dataloader'
import { byId } from '../lib/loader.ts'
import { CertificateModel, type CertificateDoc } from './model.ts'

export const certificateLoaders = () => ({
  certificate: byId<CertificateDoc>(CertificateModel),
  /** The newest certificate of an enrolment. */
  certificateOf: new DataLoader<string, CertificateDoc | null>(async ids => {
    const found = await CertificateModel.find({ enrolment: { $in: ids } }).sort({ _id: 1 }).lean<CertificateDoc[]>()
    const newest = new Map(found.map(doc => [String(doc.enrolment), doc]))
    return ids.map(id => newest.get(id) ?? null)
  }),
})
