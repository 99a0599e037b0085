import type { Domain } from '../domain.ts'
import { on } from '../lib/events.ts'
import { resolvers } from './resolvers.ts'
import { tellAllWaiting, tellWaiting } from './service/recompile.ts'
import { watchAll, watchEdited } from './service/watch.ts'

export const conformance: Domain = {
  name: 'conformance',
  resolvers,
  listen: services => {
    on('course.edited', ({ course }) => watchEdited(services, course))
    on('curriculum.published', ({ version }) => tellWaiting(services, version))
  },
  sweeps: [
    { name: 'drifts', everySeconds: 600, run: watchAll },
    { name: 'versions that wait', everySeconds: 600, run: tellAllWaiting },
  ],
}

export { conformanceLoaders } from './loaders.ts'
export { DriftModel, type DriftDoc } from './model.ts'
export { driftPolicy, recompilePolicy, visibleDrifts } from './policy.ts'
export { acceptDrift } from './service/accept.ts'
export { recompile, recompilePlan } from './service/recompile.ts'
export { watch, watchAll } from './service/watch.ts'
