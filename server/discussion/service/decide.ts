import type { Context } from '../../context.ts'
import { editCurriculum } from '../../curriculum/index.ts'
import { read } from '../../lib/input.ts'
import { Refusal } from '../../lib/refusal.ts'
import { move } from '../../lib/transitions.ts'
import { patchOf, withValue } from '../domain/elements.ts'
import { nowOf, standingOf, suggestionMoves } from '../domain/suggestion.ts'
import { reasonShape } from '../input.ts'
import type { SuggestionDoc, Talk, ThreadDoc } from '../model.ts'
import { changeThread, refuseArchived, speakerOf, talkOf, withStep } from './change.ts'
import { proposal } from './open.ts'
import { tellOfDecision } from './tell.ts'

const TRIES = 8

/** The suggestion of a thread. Refuses with NOT_FOUND where there is none. */
function suggestionOf({ suggestion }: ThreadDoc): SuggestionDoc {
  if (!suggestion) throw new Refusal('NOT_FOUND', {}, 'suggestion')
  return suggestion
}

const decided = (ctx: Context, { thread, curriculum }: Talk, state: SuggestionDoc['state'], reason: string | null = null): SuggestionDoc => {
  const { by, side } = speakerOf(ctx, curriculum)
  return { ...suggestionOf(thread), state, decidedBy: by, decidedSide: side, decidedAt: ctx.now(), reason }
}

/**
 * Puts what is suggested into the draft, then says so. The draft comes first: whatever happens between the two, the
 * record never claims what the draft does not say, and accepting again finds it done. Refuses with SUGGESTION_OUTDATED
 * when the draft says something else by now, with ELEMENT_GONE when there is nothing left to change.
 */
export async function acceptSuggestion(ctx: Context, id: string): Promise<ThreadDoc> {
  for (let tries = 1; ; tries++) {
    const { thread, curriculum } = await talkOf(ctx, id, 'accept')
    refuseArchived(curriculum)
    const suggestion = suggestionOf(thread)
    if (suggestion.state === 'ACCEPTED') return ctx.load.thread.fresh(thread)
    move(suggestionMoves, suggestion.state, 'accept')
    const standing = standingOf(curriculum.content, thread, suggestion)
    if (standing === 'GONE') throw new Refusal('ELEMENT_GONE')
    if (standing === 'OUTDATED') throw new Refusal('SUGGESTION_OUTDATED', { now: nowOf(curriculum.content, thread, suggestion) ?? '' })
    try {
      const { field, from, to } = suggestion
      const content = withValue(curriculum.content, thread, field, from, to)
      if (standing === 'CURRENT') await editCurriculum(ctx, String(curriculum._id), curriculum.revision, patchOf(content, thread.section!))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'STALE') || tries === TRIES) throw error
      continue
    }
    return recordAccepted(ctx, id)
  }
}

/** What stands in the draft is accepted, even if somebody declined it in the same moment. */
const recordAccepted = (ctx: Context, id: string): Promise<ThreadDoc> =>
  changeThread(ctx, id, 'accept', talk => {
    const suggestion = suggestionOf(talk.thread)
    if (suggestion.state === 'ACCEPTED') return null
    return {
      set: { suggestion: decided(ctx, talk, 'ACCEPTED'), state: 'RESOLVED', history: withStep(ctx, talk, 'accept') },
      also: (saved, session) => tellOfDecision(ctx, { ...talk, thread: saved }, suggestion.by, 'SUGGESTION_ACCEPTED', suggestion.to, session),
    }
  })

/** Says no, and why; the thread is resolved with it. */
export const declineSuggestion = (ctx: Context, id: string, why: string): Promise<ThreadDoc> =>
  changeThread(ctx, id, 'decline', talk => {
    const suggestion = suggestionOf(talk.thread)
    const reason = read(reasonShape, why, 'reason')
    if (suggestion.state === 'DECLINED' && suggestion.reason === reason) return null
    const state = move(suggestionMoves, suggestion.state, 'decline')
    return {
      set: { suggestion: decided(ctx, talk, state, reason), state: 'RESOLVED', history: withStep(ctx, talk, 'decline') },
      also: (saved, session) => tellOfDecision(ctx, { ...talk, thread: saved }, suggestion.by, 'SUGGESTION_DECLINED', reason, session),
    }
  })

/** Takes one's own suggestion back; the thread stays, to be spoken in or resolved. */
export const withdrawSuggestion = (ctx: Context, id: string): Promise<ThreadDoc> =>
  changeThread(ctx, id, 'withdraw', talk => {
    const suggestion = suggestionOf(talk.thread)
    if (suggestion.state === 'WITHDRAWN') return null
    return { set: { suggestion: decided(ctx, talk, move(suggestionMoves, suggestion.state, 'withdraw')), history: withStep(ctx, talk, 'withdraw') } }
  })

/** Writes one's own suggestion anew, against what the draft says now. */
export const rebaseSuggestion = (ctx: Context, id: string, from: string, to: string): Promise<ThreadDoc> =>
  changeThread(ctx, id, 'rebase', talk => {
    const suggestion = suggestionOf(talk.thread)
    if (suggestion.from === from && suggestion.to === to) return null
    if (suggestion.state !== 'PENDING') throw new Refusal('WRONG_STATE', { state: suggestion.state, move: 'rebase' })
    const anew = proposal(talk.curriculum, talk.thread, { field: suggestion.field, from, to }, '')
    return { set: { suggestion: { ...suggestion, ...anew }, history: withStep(ctx, talk, 'rebase') } }
  })
