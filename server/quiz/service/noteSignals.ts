import { createHmac } from 'node:crypto'
import type { Context } from '../../context.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { fastAfter, SIGNALS_MOST } from '../domain/signals.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc } from '../model.ts'
import { SignalModel, type SignalDoc } from '../signalModel.ts'

type Noted = Pick<SignalDoc, 'key' | 'kind'> & Partial<Pick<SignalDoc, 'question' | 'seconds' | 'length'>>

/** Keeps those not noted yet, as far as there is room: places are taken first, so that all requests together stay within it. */
export async function note(ctx: Context, attempt: AttemptDoc, signals: readonly Noted[]): Promise<void> {
  const known = new Set((await SignalModel.find({ attempt: attempt._id, key: { $in: signals.map(({ key }) => key) } }).select('key').lean<SignalDoc[]>()).map(({ key }) => key))
  const fresh = [...new Map(signals.filter(({ key }) => !known.has(key)).map(one => [one.key, one])).values()].slice(0, SIGNALS_MOST - (attempt.signalCount ?? 0))
  if (fresh.length === 0) return
  const { modifiedCount } = await AttemptModel.updateOne({ _id: attempt._id, signalCount: { $not: { $gt: SIGNALS_MOST - fresh.length } } }, { $inc: { signalCount: fresh.length } })
  if (modifiedCount === 0) return
  const at = ctx.now()
  await SignalModel.insertMany(fresh.map(one => ({ attempt: attempt._id, class: attempt.class, at, ...one })), { ordered: false }).catch(error => {
    // The same request twice at once: the other one noted it.
    if (!isDuplicate(error)) throw error
  })
}

/** What a save keeps of where it came from; nothing where no request stands behind it. */
export function savedFrom(ctx: Context, { _id }: AttemptDoc): { savedFrom?: string } {
  if (!ctx.ip) return {}
  return { savedFrom: createHmac('sha256', ctx.env.SESSION_SECRET).update(`signal:${String(_id)}:${ctx.ip}`).digest('base64url').slice(0, 22) }
}

/**
 * After an answer was saved: notes that it came from elsewhere, or very soon. `sheet` is as it was before. Writes only when
 * there is something to note, and never fails the save. Where no request stands behind it, as in seeds, there is nothing.
 */
export async function noteSave(ctx: Context, attempt: AttemptDoc, sheet: readonly AskedDoc[], at: number, savedAt: Date): Promise<void> {
  const { id: question, seq } = sheet[at]!
  const from = savedFrom(ctx, attempt).savedFrom
  if (!from) return
  const fast = fastAfter(sheet[at]!, sheet, savedAt)
  const signals: Noted[] = [
    ...(attempt.savedFrom && attempt.savedFrom !== from ? [{ key: `from:${question}:${seq}`, kind: 'OTHER_ADDRESS' as const, question }] : []),
    ...(fast === null ? [] : [{ key: `fast:${question}`, kind: 'FAST' as const, question, seconds: Math.round(fast / 1000) }]),
  ]
  if (signals.length === 0) return
  await note(ctx, attempt, signals).catch(err => ctx.log.warn({ err, attempt: attempt._id }, 'what was seen of a save was not noted'))
}
