import { isDuplicate } from '../../lib/mongo.ts'
import { AttemptModel, type QuizDoc } from '../model.ts'
import { KeptStatisticsModel, type KeptStatisticsDoc } from '../statisticsModel.ts'

/** Counts up when what is worked out, or how, changes. */
const EDITION = 1
/** What hangs on more than the attempts, as who is PPPK, is a day old at most (default, ours). */
const DAY = 86_400_000

/**
 * What was worked out of these attempts and this quiz, or what `work` gives now. The stamp is how many attempts are
 * finished and how often they were changed in all: every change of an attempt counts its revision up, and none is ever
 * removed.
 */
export async function keptOr<Figures>(now: Date, quiz: QuizDoc, counted: string, work: () => Promise<Figures>): Promise<Figures> {
  const stamp = await stampOf(quiz)
  const kept = await KeptStatisticsModel.findOne({ quiz: quiz._id, counted }).lean<KeptStatisticsDoc<Figures>>()
  if (kept?.stamp === stamp && now.getTime() - kept.at.getTime() < DAY) return kept.figures
  const figures = await work()
  await KeptStatisticsModel.updateOne({ quiz: quiz._id, counted }, { $set: { stamp, at: now, figures } }, { upsert: true }).catch(error => {
    // Another request kept the same at the same time.
    if (!isDuplicate(error)) throw error
  })
  return figures
}

/** Read by an index, which MongoDB needs no more than. */
async function stampOf({ _id, revision }: QuizDoc): Promise<string> {
  const [sums] = await AttemptModel.aggregate<{ n: number; changes: number }>([
    { $match: { quiz: _id, state: 'FINISHED' } }, { $group: { _id: null, n: { $sum: 1 }, changes: { $sum: '$revision' } } },
  ]).hint({ quiz: 1, state: 1, revision: 1 })
  return [EDITION, revision, sums?.n ?? 0, sums?.changes ?? 0].join('.')
}
