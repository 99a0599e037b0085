import type { Domain } from '../domain.ts'
import { byId } from '../lib/loader.ts'
import { FileModel, type FileDoc } from './model.ts'
import { fileRoutes } from './routes.ts'
import { tidyFiles } from './service/tidy.ts'

export const file: Domain = {
  name: 'file',
  resolvers: {
    File: {
      id: doc => String(doc._id),
      // Set by the domain that hands it out, whose path judges who may have it.
      url: doc => doc.url ?? '',
    },
  },
  routes: fileRoutes,
  sweeps: [{ name: 'files nobody uses', everySeconds: 3600, run: tidyFiles }],
}

export const fileLoaders = () => ({ file: byId<FileDoc>(FileModel) })

export { keep, open as openFile } from './bytes.ts'
export { FileModel, type FileDoc } from './model.ts'
export { sendFile } from './send.ts'
export { claimFile, releaseFile, takeFiles, usableFile } from './service/claim.ts'
export { bringFile, sweepBrought } from './service/bring.ts'
export { tidyFiles } from './service/tidy.ts'
