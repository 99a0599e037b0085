import type { Context } from '../../context.ts'
import type { SignalInput } from '../../graphql.ts'
import { optional, read, whole, z } from '../../lib/input.ts'
import { pageOf, type PageArgs } from '../../lib/page.ts'
import { Refusal } from '../../lib/refusal.ts'
import { sentKinds, SIGNALS_AT_ONCE, SIGNALS_MOST } from '../domain/signals.ts'
import type { AttemptDoc } from '../model.ts'
import { isOwn, takerPolicy } from '../policy.ts'
import { SignalModel, type SignalDoc } from '../signalModel.ts'
import { attemptToAnswer } from './answer.ts'
import { note } from './noteSignals.ts'

const shape = z.array(z.object({
  // Keys the server makes have a colon: a browser's never meet them.
  id: z.string().regex(/^[\w-]{8,40}$/),
  kind: z.enum(sentKinds),
  question: optional(z.string()),
  seconds: optional(whole(0, 86_400)),
  length: optional(whole(0, 10_000_000)),
})).min(1).max(SIGNALS_AT_ONCE)

/** Notes what the viewer's browser saw of their own open attempt. Safe to repeat; it changes nothing else. */
export async function noteSignals(ctx: Context, id: string, sent: readonly SignalInput[]): Promise<boolean> {
  const attempt = await attemptToAnswer(ctx, id)
  const signals = read(shape, sent, 'signals')
  const asked = new Set((await ctx.load.sheet.of(attempt._id)).map(question => question.id))
  const stranger = signals.findIndex(({ question }) => question !== null && !asked.has(question))
  if (stranger >= 0) throw new Refusal('NOT_FOUND', {}, `signals.${stranger}.question`)
  await note(ctx, attempt, signals.map(({ id: key, kind, question, seconds, length }) =>
    ({ key, kind, question, seconds: kind === 'FOCUS_BACK' ? seconds : null, length: kind === 'PASTE' ? length : null })))
  return true
}

/** What was noted of an attempt, oldest first, for who may look; null for others. */
export async function signalsOf(ctx: Context, attempt: AttemptDoc, page: PageArgs) {
  if (!takerPolicy.see(ctx.viewer, attempt) || !(takerPolicy.mark(ctx.viewer, attempt) || isOwn(ctx.viewer, attempt))) return null
  const found = await pageOf<SignalDoc>(SignalModel, { attempt: attempt._id }, page, 1)
  return { ...found, full: found.total >= SIGNALS_MOST }
}
