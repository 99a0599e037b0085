import type { Domain } from '../domain.ts'
import { on } from '../lib/events.ts'
import { resolvers } from './resolvers.ts'
import { certificateRoutes } from './routes.ts'
import { issueAllDue, issueIfDue } from './service/due.ts'

export const certificate: Domain = {
  name: 'certificate',
  resolvers,
  routes: certificateRoutes,
  listen: services => on('enrolment.changed', ({ enrolment }) => issueIfDue(services, enrolment)),
  sweeps: [{ name: 'certificates due', everySeconds: 600, run: issueAllDue }],
}

export { certificateLoaders } from './loaders.ts'
export { CertificateModel, type CertificateDoc } from './model.ts'
export { issueAllDue } from './service/due.ts'
export { revoke, reissue } from './service/revoke.ts'
