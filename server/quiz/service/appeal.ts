import { Types } from 'mongoose'
import { isManual } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import { read } from '../../lib/input.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { groundsShape } from '../appealInput.ts'
import { AppealModel, type AppealDoc } from '../appealModel.ts'
import { barredFrom, leavesRoom } from '../domain/appeal.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc } from '../model.ts'
import { takerPolicy } from '../policy.ts'
import { untilOf } from './appealable.ts'
import { tellJudges } from './appealTell.ts'
import { questionsOf } from './review.ts'

/**
 * Appeals against the mark of one question of one's own scored attempt, once. Refuses with APPEAL_OVER after the last day,
 * with NO_APPEALS where the quiz takes none, and with APPEAL_FULL_MARK where nothing could be gained.
 */
export async function appealMark(ctx: Context, id: string, question: string, grounds: string): Promise<AppealDoc> {
  const attempt = await ctx.load.attempt.get(id)
  authorise(takerPolicy, 'appeal', ctx.viewer, attempt)
  const said = read(groundsShape, { grounds }, '')
  const there = await AppealModel.findOne({ attempt: attempt._id, question }).lean<AppealDoc>()
  if (there) return sameOr(there, said.grounds)
  const asked = await appealed(ctx, attempt, question)
  const appeal = {
    _id: new Types.ObjectId(), attempt: attempt._id, question, bank: asked.bank ?? null, quiz: attempt.quiz, class: attempt.class, course: attempt.course,
    person: new Types.ObjectId(signedIn(ctx.viewer)), state: 'OPEN' as const, ...said, at: ctx.now(), points: asked.mark! * asked.points, revision: 0,
    barred: (await barredOf(ctx, attempt, asked)).map(one => new Types.ObjectId(one)),
    newPoints: null, reasons: null, decidedBy: null, decidedAt: null,
  }
  try {
    await inTransaction(async session => {
      // Counts up: whoever is marking this very answer now will see that it is under appeal.
      const { matchedCount } = await AttemptModel.updateOne({ _id: attempt._id, state: 'FINISHED', revision: attempt.revision }, { $inc: { revision: 1 } }, { session })
      if (matchedCount === 0) throw new Refusal('STALE')
      await AppealModel.create([appeal], { session })
      await tellJudges(ctx, appeal, session)
    })
  } catch (error) {
    const faster = isDuplicate(error) || error instanceof Refusal ? await AppealModel.findOne({ attempt: attempt._id, question }).lean<AppealDoc>() : null
    if (!faster) throw error
    return sameOr(faster, said.grounds)
  }
  ctx.load.appealsOfAttempt.forget()
  return ctx.load.appeal.fresh(appeal)
}

function sameOr(there: AppealDoc, grounds: string): AppealDoc {
  if (there.grounds !== grounds) throw new Refusal('APPEALED_ALREADY')
  return there
}

/** The question, where its mark may be appealed against by who sees it. */
async function appealed(ctx: Context, attempt: AttemptDoc, question: string): Promise<AskedDoc> {
  if (attempt.state !== 'FINISHED') throw new Refusal('WRONG_STATE', { state: attempt.state, move: 'appeal' })
  const [quiz, sheet, shown] = await Promise.all([ctx.load.quiz.get(attempt.quiz), ctx.load.sheet.of(attempt._id), questionsOf(ctx, attempt)])
  const asked = sheet.find(({ id }) => id === question)
  // A mark that is not told is none to appeal against, and its height is not to be guessed by trying.
  if (!asked || shown.find(({ id }) => id === question)?.mark == null) throw new Refusal('NOT_FOUND', {}, 'question')
  const until = await untilOf(ctx, attempt, sheet, quiz)
  if (!until) throw new Refusal('NO_APPEALS')
  if (ctx.now() >= until) throw new Refusal('APPEAL_OVER', { until: until.toISOString() })
  if (!leavesRoom(asked)) throw new Refusal('APPEAL_FULL_MARK')
  return asked
}

async function barredOf(ctx: Context, { person }: AttemptDoc, asked: AskedDoc): Promise<string[]> {
  const marker = asked.marking ? String(asked.marking.by) : null
  const writers = !isManual(asked.kind) && asked.bank ? await writersOf(ctx, asked.bank.question) : []
  return barredFrom({ learner: String(person), marker, writers })
}

/** Everybody who wrote a version of the bank's question. */
async function writersOf(ctx: Context, bankQuestion: string): Promise<string[]> {
  const [question, versions] = await Promise.all([ctx.load.bankQuestion.find(bankQuestion), ctx.load.versionsOfBankQuestion.of(bankQuestion)])
  return [...(question ? [question.writtenBy] : []), ...versions.map(({ by }) => by)].map(String)
}
