import type { WaiverDoc } from '../model.ts'
import { canonical } from './canonical.ts'
import type { Problem } from './problems.ts'

/** The reason that covers a problem: of the same code, at the same element, given for the very facts it has now; or null. */
export const waiverOf = (problem: Problem, waivers: readonly WaiverDoc[]): WaiverDoc | null =>
  waivers.find(({ code, at, facts }) => code === problem.code && at === problem.at && facts === canonical(problem.facts)) ?? null

/** What holds a submission back: all that blocks, and warnings nobody gave a reason for. */
export const holdsBack = (problems: readonly Problem[], waivers: readonly WaiverDoc[]): Problem[] => problems.filter(problem =>
  problem.severity === 'BLOCKING' || (problem.severity === 'WARNING' && !waiverOf(problem, waivers)))

/** Reasons that still cover a warning; the others are of the past. */
export const waiversInUse = (problems: readonly Problem[], waivers: readonly WaiverDoc[]): WaiverDoc[] =>
  problems.flatMap(problem => (problem.severity === 'WARNING' ? waiverOf(problem, waivers) ?? [] : []))
