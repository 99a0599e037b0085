import type { Content, TrainingKindDoc } from '../model.ts'
import { alignment } from './checks/alignment.ts'
import { assessment } from './checks/assessment.ts'
import { competency } from './checks/competency.ts'
import { hours } from './checks/hours.ts'
import { missing } from './checks/missing.ts'
import type { Problem } from './checks/problem.ts'
import { structure } from './checks/structure.ts'
import { wording } from './checks/wording.ts'

export type { Problem }
export { PPPK_HOURS_MAX } from './checks/hours.ts'

/**
 * What keeps a curriculum from being submitted, what needs a reason, and what its authors should know. Each check names the
 * element, so that an author can jump there.
 */
export const problemsOf = (content: Content, kind: TrainingKindDoc | null): Problem[] => [
  ...structure(content), ...missing(content), ...alignment(content), ...competency(content), ...assessment(content), ...hours(content, kind), ...wording(content),
]
