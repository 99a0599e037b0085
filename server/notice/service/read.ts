import type { Context } from '../../context.ts'
import { isId } from '../../lib/mongo.ts'
import { MOST, pageOf, type Page, type PageArgs } from '../../lib/page.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import type { Viewer } from '../../viewer.ts'
import { NoticeModel, type NoticeDoc } from '../model.ts'

/** One's own notices; the only ones there are to see. */
export const noticesOf = (viewer: Viewer, { unread, ...page }: PageArgs & { unread: boolean }): Promise<Page<NoticeDoc>> =>
  pageOf<NoticeDoc>(NoticeModel, { person: viewer.id!, ...(unread && { readAt: null }) }, page)

export const unreadOf = async (viewer: Viewer): Promise<number> => NoticeModel.countDocuments({ person: viewer.id!, readAt: null })

/** Marks some of one's own as read. Refuses more than a page of them at once. */
export async function readNotices(ctx: Context, ids: readonly string[]): Promise<Viewer> {
  const person = signedIn(ctx.viewer)
  if (ids.length > MOST) throw new Refusal('TOO_LONG', { max: MOST }, 'notices')
  await NoticeModel.updateMany({ _id: { $in: ids.filter(isId) }, person, readAt: null }, { readAt: ctx.now() })
  return ctx.viewer
}

export async function readAllNotices(ctx: Context): Promise<Viewer> {
  await NoticeModel.updateMany({ person: signedIn(ctx.viewer), readAt: null }, { readAt: ctx.now() })
  return ctx.viewer
}
