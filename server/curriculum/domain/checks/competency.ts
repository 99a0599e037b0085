import type { CompetencyKind } from '../../../graphql.ts'
import type { Content } from '../../model.ts'
import { blocks, type Problem } from './problem.ts'

/** The managerial and sociocultural competencies of PermenPANRB 38/2017 (DOMAIN §4.5); SK.01's code is customary. */
const framework: Readonly<Record<string, CompetencyKind>> = {
  'M.01': 'MANAGERIAL', 'M.02': 'MANAGERIAL', 'M.03': 'MANAGERIAL', 'M.04': 'MANAGERIAL',
  'M.05': 'MANAGERIAL', 'M.06': 'MANAGERIAL', 'M.07': 'MANAGERIAL', 'M.08': 'MANAGERIAL',
  'SK.01': 'SOCIOCULTURAL',
}

/** Levels of the framework: 1 (being developed) to 5 (expert). */
export const COMPETENCY_LEVELS = [1, 2, 3, 4, 5] as const

/**
 * A managerial or sociocultural competency is one of the framework; dictionaries of technical competencies are set by each
 * field of government and not held here, so that only their codes' kind is judged.
 */
export const competency = ({ competencies }: Content): Problem[] => competencies.flatMap(({ id, code, kind }) =>
  ((framework[code.toUpperCase()] ?? 'TECHNICAL') === kind ? [] : [blocks('COMPETENCIES', 'COMPETENCY_UNKNOWN', id, { code, kind })]))
