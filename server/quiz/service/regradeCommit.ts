import type { Context } from '../../context.ts'
import { digestOf } from '../../lib/digest.ts'
import { inTransaction } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { todaysQuestion } from '../domain/former.ts'
import { questionsAfter } from '../domain/regrade.ts'
import { QuizModel, type QuizDoc } from '../model.ts'
import { decidesRegrade, regradePolicy } from '../policy.ts'
import { RegradeModel, type RegradeDoc } from '../regradeModel.ts'
import { fresh } from './edit.ts'
import { advance } from './regradeApply.ts'
import { isSameQuestion } from './regradePropose.ts'
import { outlookOf } from './regradeOutlook.ts'

/** How long who decides waits for attempts to be judged; the sweep does the rest. */
const AT_ONCE = 5000

/**
 * Carries out a proposal: the quiz and the decision are saved together, then attempts are judged one by one. Sent twice it is
 * done once. Refuses with STALE where the proposal is not what was looked at, or a question of it was edited since.
 */
export async function commitRegrade(ctx: Context, id: string, revision: number): Promise<RegradeDoc> {
  const regrade = await ctx.load.regrade.get(id)
  authorise({ see: regradePolicy.see, decide: decidesRegrade }, 'decide', ctx.viewer, regrade)
  if (regrade.state === 'APPLYING' || regrade.state === 'DONE') return regrade
  if (regrade.state !== 'PROPOSED') throw new Refusal('WRONG_STATE', { state: regrade.state, move: 'commit' })
  if (regrade.revision !== revision) throw new Refusal('STALE', { revision: regrade.revision })
  const outlook = await outlookOf(regrade)
  const quiz = await decide(ctx, regrade, outlook).catch(async error => {
    const now = await RegradeModel.findById(regrade._id).lean<RegradeDoc>()
    // Another hand, or this one's first try, was faster.
    if (error instanceof Refusal && error.code === 'STALE' && now && ['APPLYING', 'DONE'].includes(now.state) && now.revision > revision) return null
    throw error
  })
  if (quiz) {
    await fresh(ctx, quiz)
    await advance(ctx, (await RegradeModel.findById(regrade._id).lean<RegradeDoc>())!, performance.now() + AT_ONCE)
  }
  return ctx.load.regrade.fresh((await RegradeModel.findById(regrade._id).lean<RegradeDoc>())!)
}

/** The quiz asks on as decided, and the regrade has its number: both or neither. */
function decide(ctx: Context, regrade: RegradeDoc, outlook: RegradeDoc['outlook']): Promise<QuizDoc> {
  const decided = { committedBy: signedIn(ctx.viewer), committedAt: ctx.now(), outlook }
  return inTransaction(async session => {
    const quiz = (await QuizModel.findById(regrade.quiz).session(session).lean<QuizDoc>())!
    const questions = quiz.questions.map(todaysQuestion)
    const edited = regrade.changes.findIndex(({ question, before }) => {
      const now = questions.find(one => one.id === question)
      return now && digestOf(now) !== digestOf(before)
    })
    if (edited >= 0) throw new Refusal('STALE', {}, `changes.${edited}`)
    const number = (quiz.regrades ?? 0) + 1
    await saveIf<RegradeDoc>(RegradeModel, regrade._id, { state: 'PROPOSED', revision: regrade.revision }, { state: 'APPLYING', number, ...decided }, session)
    return saveIf<QuizDoc>(QuizModel, quiz._id, { revision: quiz.revision }, { questions: questionsAfter(questions, regrade.changes, isSameQuestion), regrades: number }, session)
  })
}
