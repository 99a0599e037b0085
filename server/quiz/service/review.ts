import { rightAnswerOf, type Answer } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import { endOf } from '../../lib/days.ts'
import type { ReviewMatrix as SentMatrix } from '../../graphql.ts'
import { scoringOf } from '../behaviourModel.ts'
import { closingOf } from '../domain/effective.ts'
import { todaysKey } from '../domain/former.ts'
import { overallOf } from '../domain/overall.ts'
import { reviewDefault, reviewItems, reviewMoment, reviewedAt, type ReviewItem } from '../domain/review.ts'
import { isOpen } from '../domain/states.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc, type QuizDoc, type ScoredDoc } from '../model.ts'
import { attemptPolicy, isOwn, quizPolicy } from '../policy.ts'
import { attemptQuestion } from './describe.ts'
import { settingsAmong } from './effective.ts'
import { isShown } from './pages.ts'
import { withFiles, type ShownQuestion } from './shown.ts'

const allButTheKey: ReadonlySet<ReviewItem> = new Set(reviewItems.filter(item => item !== 'RIGHT_ANSWER'))

/** What learners see of attempts at a quiz, and when. */
export const matrixOf = ({ review }: QuizDoc): SentMatrix => review ?? reviewDefault

/**
 * What the viewer may see of an attempt now: its learner by the quiz's matrix, who teaches or answers for it everything, the
 * key only who may edit the quiz.
 */
export async function reviewFor(ctx: Context, attempt: AttemptDoc): Promise<ReadonlySet<ReviewItem>> {
  const quiz = await ctx.load.quiz.get(attempt.quiz)
  if (!isOwn(ctx.viewer, attempt)) return quizPolicy.edit(ctx.viewer, quiz) ? new Set(reviewItems) : allButTheKey
  // While it goes on, when it closes makes no difference: a thousand who begin at once do not ask for it.
  const finishedAt = attempt.finishedAt ?? null
  return reviewedAt(matrixOf(quiz), reviewMoment({ finishedAt, closesAt: finishedAt && await closesAt(ctx, attempt, quiz) }, ctx.now()))
}

/** When the quiz closes for who made this attempt: what was set for them or their class, else the end of the class. */
async function closesAt(ctx: Context, { class: id, enrolment }: AttemptDoc, quiz: QuizDoc): Promise<Date> {
  const [cls, overrides] = await Promise.all([ctx.load.class.get(id), ctx.load.overrides.of({ _id: enrolment, class: id })])
  return closingOf(settingsAmong(quiz, overrides), endOf(cls.endsOn))
}

/** From when on the learner of an attempt sees its marks for good, where that is not from the first: when the quiz closes. */
export async function marksShownFrom(ctx: Context, attempt: AttemptDoc): Promise<Date | null> {
  const quiz = await ctx.load.quiz.get(attempt.quiz)
  return matrixOf(quiz).whileOpen.includes('MARKS') ? null : closesAt(ctx, attempt, quiz)
}

/** Whether a mark of these attempts is there that their learner, who looks, may not see yet. */
export async function marksHidden(ctx: Context, attempts: readonly AttemptDoc[]): Promise<boolean> {
  const marked = attempts.filter(attempt => typeof attempt.mark === 'number' && isOwn(ctx.viewer, attempt))
  const seen = await Promise.all(marked.map(attempt => reviewFor(ctx, attempt)))
  return seen.some(may => !may.has('MARKS'))
}

/** The questions of an attempt, as far as the viewer may see them. Who marks sees what is judged before all of it is. */
export async function questionsOf(ctx: Context, attempt: AttemptDoc): Promise<ShownQuestion[]> {
  const may = await reviewFor(ctx, attempt)
  if (!may.has('ATTEMPT')) return []
  const open = isOpen(attempt)
  const scored = attempt.state === 'FINISHED' || attemptPolicy.mark(ctx.viewer, attempt)
  const { behaviour } = scoringOf(attempt)
  const sheet = await ctx.load.sheet.of(attempt._id)
  // Of an attempt under way only of what is judged for good.
  const told = may.has('RIGHT_ANSWER') ? sheet.filter(({ live }) => scored || live?.phase === 'CLOSED') : []
  const right = told.length > 0 ? await rightAnswers(attempt, told) : new Map<string, Answer | null>()
  const shown = sheet.map((question, at) => ({ question, at })).filter(({ question, at }) => isShown(ctx, attempt, question, at))
  return Promise.all(shown.map(({ question, at }) => withFiles(ctx, attempt, attemptQuestion(question, at, { open, scored, may, behaviour, right: right.get(question.id) ?? null }))))
}

/** The one way from a key to a learner: what is right of these questions, where the quiz says that it may be seen now. A key that is missing left its attempt to people, who must be able to look. */
async function rightAnswers(attempt: AttemptDoc, questions: readonly AskedDoc[]): Promise<Map<string, Answer | null>> {
  const { keys } = (await AttemptModel.findById(attempt._id).select('+keys').lean<ScoredDoc>())!
  const found = new Map(keys.map(one => [one.id, one]))
  return new Map(questions.map(question => {
    const key = found.get(question.id)
    return [question.id, key ? rightAnswerOf(todaysKey(key, question).key) : null]
  }))
}

/** What the quiz says of the whole of an attempt, where that may be seen. */
export async function overallFeedbackOf(ctx: Context, attempt: AttemptDoc): Promise<string | null> {
  if (typeof attempt.mark !== 'number' || !(await reviewFor(ctx, attempt)).has('OVERALL_FEEDBACK')) return null
  const { overallFeedback } = await ctx.load.quiz.get(attempt.quiz)
  return overallOf(overallFeedback ?? [], attempt.mark)
}
