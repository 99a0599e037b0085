import type { Context } from '../../context.ts'
import { redline, type CurriculumDoc } from '../../curriculum/index.ts'
import type { ApprovalSide } from '../../graphql.ts'
import { signedIn } from '../../lib/policy.ts'
import { elementsOf, findElement, valuesOf } from '../domain/elements.ts'
import { nowOf, standingOf } from '../domain/suggestion.ts'
import type { CommentWithin, SuggestionWithin, Talk, ThreadDoc } from '../model.ts'
import { discussionPolicy, threadPolicy } from '../policy.ts'

export const talkWith = async (ctx: Context, thread: ThreadDoc): Promise<Talk> => ({ thread, curriculum: await ctx.load.curriculum.get(thread.curriculum) })

/** A thread by its id, to who may see it. */
export async function findThread(ctx: Context, id: string): Promise<ThreadDoc | null> {
  const thread = await ctx.load.thread.find(id)
  return thread && threadPolicy.see(ctx.viewer, await talkWith(ctx, thread)) ? thread : null
}

const elementIn = ({ curriculum, thread }: Talk) => findElement(curriculum.content, thread)

/** What the element is called now; what it was called, once it is gone. */
export const labelOf = (talk: Talk): string => elementIn(talk)?.label ?? talk.thread.label
export const isGone = (talk: Talk): boolean => talk.thread.section !== null && elementIn(talk) === null

export const standing = ({ thread, curriculum, part }: SuggestionWithin) => standingOf(curriculum.content, thread, part)
export const saidNow = ({ thread, curriculum, part }: SuggestionWithin) => nowOf(curriculum.content, thread, part)
export const pieces = ({ part }: SuggestionWithin) => redline(part.from, part.to)

/** The agency's name, or the partner's short name. */
export const organisationOf = async (ctx: Context, { partner }: CurriculumDoc, side: ApprovalSide): Promise<string> =>
  (side === 'AGENCY' ? ctx.env.AGENCY_NAME : (await ctx.load.partner.find(partner))?.shortName ?? '')

export const isOwn = (ctx: Context, { thread, curriculum, part }: CommentWithin): boolean =>
  ctx.viewer.id !== null && String(part.by) === ctx.viewer.id && thread.state === 'OPEN' && part.deletedAt === null && mayDiscuss(ctx, curriculum)

/** Whether the viewer may speak here, as the curriculum now is. */
export const mayDiscuss = (ctx: Context, curriculum: CurriculumDoc): boolean =>
  curriculum.state !== 'ARCHIVED' && discussionPolicy.discuss(ctx.viewer, curriculum)

/** Elements of the draft with what of each may be suggested anew. */
export function discussable(ctx: Context, { content }: CurriculumDoc) {
  signedIn(ctx.viewer)
  return elementsOf(content).map(found => ({
    section: found.section, element: found.element, label: found.label,
    fields: Object.entries(found.fields).map(([field, kind]) => ({ field, kind, values: valuesOf(found, field) })),
  }))
}
