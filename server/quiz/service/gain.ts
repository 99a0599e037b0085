import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { ClassModel, type ClassDoc } from '../../course/index.ts'
import type { ClassGain } from '../../graphql.ts'
import { isId } from '../../lib/mongo.ts'
import { pageOf, type Page, type PageArgs } from '../../lib/page.ts'
import { Refusal } from '../../lib/refusal.ts'
import { markBy, type Finished } from '../domain/standing.ts'
import { gainsOf, type Both } from '../domain/statistics/gain.ts'
import { AttemptModel, type AttemptDoc, type QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'
import { SHOWN_FROM } from './statistics.ts'

export type ClassGainFacts = Omit<ClassGain, 'class'> & { class: ClassDoc }

/**
 * The pre-test an editor chose, to be stored; nothing where they said nothing. Refuses with NOT_FOUND what is no quiz of the
 * same course, and with OUT_OF_RANGE the quiz itself or one that has this for its own pre-test.
 */
export async function pretestChosen(ctx: Context, quiz: QuizDoc, chosen: string | null | undefined): Promise<{ pretest?: Types.ObjectId | null }> {
  if (chosen === undefined) return {}
  if (chosen === null) return { pretest: null }
  const found = isId(chosen) ? await ctx.load.quiz.find(chosen) : null
  if (!found || !found.course.equals(quiz.course)) throw new Refusal('NOT_FOUND', {}, 'input.pretest')
  if (!mayPrecede(found, quiz)) throw new Refusal('OUT_OF_RANGE', {}, 'input.pretest')
  return { pretest: found._id }
}

const mayPrecede = (pretest: QuizDoc, quiz: QuizDoc): boolean => !pretest._id.equals(quiz._id) && !(pretest.pretest && quiz._id.equals(pretest.pretest))

/** The quizzes of the course that could be its pre-test, in the curriculum's order; null for who does not edit it. */
export async function pretestsOf(ctx: Context, quiz: QuizDoc): Promise<QuizDoc[] | null> {
  if (!quizPolicy.edit(ctx.viewer, quiz)) return null
  return (await ctx.load.quizzesOfCourse.of(quiz.course)).filter(one => mayPrecede(one, quiz))
}

/** What each class gained between the pre-test and this quiz. */
export async function gainsByClass(ctx: Context, quiz: QuizDoc, page: PageArgs): Promise<Page<ClassGainFacts> | null> {
  if (!quiz.pretest || !quizPolicy.seeStatistics(ctx.viewer, quiz)) return null
  const { nodes, ...rest } = await pageOf<ClassDoc>(ClassModel, { course: quiz.course }, page)
  const gains: ClassGainFacts[] = []
  for (const cls of nodes) gains.push(await gainIn(cls, quiz, quiz.pretest))
  return { ...rest, nodes: gains }
}

const untold = { before: null, after: null, gain: null, level: null, meanGain: null, high: null, medium: null, low: null, full: null }

async function gainIn(cls: ClassDoc, quiz: QuizDoc, pretest: Types.ObjectId): Promise<ClassGainFacts> {
  const attempts = await AttemptModel.find({ class: cls._id, quiz: { $in: [pretest, quiz._id] }, state: 'FINISHED', mark: { $ne: null } }).select('quiz enrolment number mark passMark').lean<AttemptDoc[]>()
  const learners = pairsOf(attempts, quiz)
  const suppressed = learners.length < SHOWN_FROM
  return { class: cls, n: learners.length, suppressed, ...(suppressed ? untold : gainsOf(learners)!) }
}

/** Who finished both: the first attempt before, since who repeats a pre-test has learnt from it, and after what counts. */
function pairsOf(attempts: readonly AttemptDoc[], quiz: QuizDoc): Both[] {
  const found = new Map<string, { before: Finished[]; after: Finished[] }>()
  for (const { enrolment, quiz: of, number, mark, passMark } of attempts) {
    const key = String(enrolment)
    const both = found.get(key) ?? { before: [], after: [] }
    both[of.equals(quiz._id) ? 'after' : 'before'].push({ number, mark: mark!, passMark })
    found.set(key, both)
  }
  return [...found.values()].flatMap(({ before, after }) => {
    const [pre, post] = [markBy('FIRST', before), markBy(quiz.gradeMethod, after)]
    return pre === null || post === null ? [] : [{ before: pre, after: post }]
  })
}
