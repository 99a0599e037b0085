import type { SubmissionMove, SubmissionState } from '../../graphql.ts'
import type { Transitions } from '../../lib/transitions.ts'

/** How a piece of work comes to a mark. Who may make each move is in ../policy.ts. A grading may be done anew. */
export const submissionMoves: Transitions<SubmissionState, SubmissionMove> = {
  DRAFT: { submit: 'SUBMITTED' },
  SUBMITTED: { return: 'RETURNED', grade: 'GRADED' },
  RETURNED: { submit: 'SUBMITTED' },
  GRADED: { grade: 'GRADED' },
}

/** Whether the learner may still change it. */
export const isOpen = (state: SubmissionState): boolean => 'submit' in submissionMoves[state]

/** Whether a file of this type is taken: a type, or a family such as image/*; with none named, any. */
export const accepts = (accepted: readonly string[], type: string): boolean =>
  accepted.length === 0 || accepted.some(one => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))))
