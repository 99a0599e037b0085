import type { Context } from '../../context.ts'
import { movesFrom } from '../../lib/transitions.ts'
import { practiceShareOf, sumOf, totalOf } from '../domain/hours.ts'
import { problemsOf } from '../domain/problems.ts'
import { trainingKindOf, trainingKinds } from '../domain/trainingKinds.ts'
import { waiverOf } from '../domain/waivers.ts'
import { curriculumMoves, type CurriculumMove } from '../domain/workflow.ts'
import type { Content, CurriculumDoc, CurriculumVersionDoc, TrainingKindDoc } from '../model.ts'
import { curriculumAbilities } from '../policy.ts'
import { asOfNow } from './asOfNow.ts'

export { practiceShareOf, totalOf, trainingKinds }

/** The kind of training a content says it is; input lets no other number in. */
export function kindOf({ kind }: Pick<Content, 'kind'>): TrainingKindDoc {
  const found = trainingKindOf(kind)
  if (!found) throw new RangeError(`no kind of training ${kind}`)
  return found
}

export const hoursOf = (content: Content) => sumOf(content.subjects.map(subject => subject.hours))

/** The problems of the draft, each with the reason that covers it. */
export const problems = ({ content, waivers }: Pick<CurriculumDoc, 'content' | 'waivers'>) =>
  problemsOf(content, trainingKindOf(content.kind)).map(problem =>
    ({ ...problem, blocking: problem.severity === 'BLOCKING', waiver: problem.severity === 'WARNING' ? waiverOf(problem, waivers) : null }))

/** The moves there are from here for this viewer. */
export const movesOf = (ctx: Context, curriculum: CurriculumDoc): CurriculumMove[] =>
  movesFrom(curriculumMoves, curriculum.state).filter(move => curriculumAbilities[move](ctx.viewer, asOfNow(ctx, curriculum)))

/** The version that was published last, or null. */
export const publishedOf = async (ctx: Context, curriculum: CurriculumDoc): Promise<CurriculumVersionDoc | null> =>
  curriculum.versionCount === 0 ? null : (await ctx.load.versionsOfCurriculum.of(curriculum._id)).at(-1) ?? null
