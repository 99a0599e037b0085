import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { digestOf } from '../../lib/digest.ts'
import { prose, read, z } from '../../lib/input.ts'
import { isDuplicate, isId } from '../../lib/mongo.ts'
import { emptyPage, pageOfList, type Page, type PageArgs } from '../../lib/page.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { freeSlot, newlyUsed } from '../domain/snippets.ts'
import { MarkingSnippetModel, SNIPPETS_MAX, type MarkingSnippetDoc } from '../snippetModel.ts'

const shape = z.object({ text: prose(2000, 1) })

/** At most SNIPPETS_MAX, so read whole: those used most first, then the newest. */
const ownOf = (by: string): Promise<MarkingSnippetDoc[]> => MarkingSnippetModel.find({ by }).sort({ uses: -1, _id: -1 }).lean<MarkingSnippetDoc[]>()

/** One's own remarks, those used most first. */
export async function mySnippets({ viewer }: Context, page: PageArgs): Promise<Page<MarkingSnippetDoc>> {
  const by = signedIn(viewer)
  return viewer.teaching.size === 0 ? emptyPage : pageOfList(await ownOf(by), page, ({ _id }) => String(_id))
}

/** Who keeps remarks: who teaches a class, and so marks. */
function marker({ viewer }: Context): string {
  const by = signedIn(viewer)
  if (viewer.teaching.size === 0) throw new Refusal('FORBIDDEN')
  return by
}

/** Keeps a remark of one's own; the same text gives the one there is. Refuses with SNIPPETS_FULL once there are SNIPPETS_MAX. */
export async function keepSnippet(ctx: Context, given: string): Promise<MarkingSnippetDoc> {
  const by = marker(ctx)
  const { text } = read(shape, { text: given }, '')
  const digest = digestOf(text)
  // Each time one is faster, a place less is left.
  for (let tries = 0; tries <= SNIPPETS_MAX; tries++) {
    const own = await ownOf(by)
    const there = own.find(snippet => snippet.digest === digest)
    if (there) return there
    const slot = freeSlot(own.map(snippet => snippet.slot), SNIPPETS_MAX)
    if (slot === null) break
    try {
      return (await MarkingSnippetModel.create({ by: new Types.ObjectId(by), text, digest, slot, at: ctx.now() })).toObject() as MarkingSnippetDoc
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  throw new Refusal('SNIPPETS_FULL', { max: SNIPPETS_MAX })
}

/** Deletes a remark of one's own. Another's, like one that is gone, is NOT_FOUND. */
export async function deleteSnippet(ctx: Context, id: string): Promise<boolean> {
  const by = marker(ctx)
  const { deletedCount } = isId(id) ? await MarkingSnippetModel.deleteOne({ _id: id, by }) : { deletedCount: 0 }
  if (deletedCount === 0) throw new Refusal('NOT_FOUND')
  return true
}

/** Counts the marker's own remarks that a mark was just given with. */
export async function countUses({ viewer }: Context, comment: string, before: string): Promise<void> {
  if (comment === '' || comment === before) return
  const used = newlyUsed(await ownOf(signedIn(viewer)), comment, before)
  if (used.length > 0) await MarkingSnippetModel.updateMany({ _id: { $in: used.map(({ _id }) => _id) } }, { $inc: { uses: 1 } })
}
