import type { CurriculumDoc } from '../model.ts'
import { stepOf, type Happening } from './entries.ts'

/** A withdrawal, and whose approvals fell with it. */
export const fallen = ({ approvals }: Pick<CurriculumDoc, 'approvals'>): Happening =>
  stepOf('withdraw', 'DRAFT', null, { approvers: approvals.map(({ by }) => String(by)) })
