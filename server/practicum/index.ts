import type { Domain } from '../domain.ts'
import { on } from '../lib/events.ts'
import { resolvers } from './resolvers.ts'
import { practicumRoutes } from './routes.ts'
import { makeMissingShells, makeShells } from './service/shells.ts'

export const practicum: Domain = {
  name: 'practicum',
  resolvers,
  routes: practicumRoutes,
  listen: () => on('course.compiled', ({ course }) => makeShells(course)),
  sweeps: [{ name: 'practicums of courses', everySeconds: 600, run: makeMissingShells }],
}

export { practicumLoaders } from './loaders.ts'
export {
  PracticumModel, SubmissionModel, type PracticumDoc, type PracticumStandingDoc, type SubmissionDoc,
} from './model.ts'
export { practicumPolicy, submissionPolicy } from './policy.ts'
export { practicumMarkOf, practicumStandings } from './service/standing.ts'
export { planOfPracticums } from './service/shells.ts'
export { isReady as isPracticumReady } from './service/work.ts'
