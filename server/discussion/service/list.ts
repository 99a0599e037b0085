import type { Context } from '../../context.ts'
import type { CurriculumDoc } from '../../curriculum/index.ts'
import type { CurriculumSection, ThreadFilter } from '../../graphql.ts'
import { pageOf, type Page, type PageArgs } from '../../lib/page.ts'
import { none } from '../../lib/policy.ts'
import { ThreadModel, type ThreadDoc } from '../model.ts'

/** Threads that are counted; a curriculum has some hundred in its life. */
const COUNTED = 5000

/** The threads of a curriculum that the filter asks for, newest first. */
export function threadsOf(ctx: Context, { _id }: CurriculumDoc, filter: ThreadFilter | null, page: PageArgs): Promise<Page<ThreadDoc>> {
  const { state, mine, suggestions, section, element } = filter ?? {}
  const where: Record<string, unknown> = { curriculum: _id }
  if (state) where.state = state
  if (mine) where.participants = ctx.viewer.id ?? none
  if (suggestions) where['suggestion.state'] = 'PENDING'
  if (section) where.section = section
  if (section && element) where.element = element.slice(0, 40)
  return pageOf<ThreadDoc>(ThreadModel, where, page)
}

export type ThreadCount = { section: CurriculumSection | null; element: string | null; open: number; resolved: number; pending: number }

/** How much is said at each element that is spoken about. */
export async function threadCountsOf({ _id }: CurriculumDoc): Promise<ThreadCount[]> {
  const rows = await ThreadModel.find({ curriculum: _id }).sort({ _id: -1 }).limit(COUNTED).select('section element state suggestion.state')
    .lean<Pick<ThreadDoc, 'section' | 'element' | 'state' | 'suggestion'>[]>()
  const counts = new Map<string, ThreadCount>()
  for (const { section, element, state, suggestion } of rows) {
    const key = `${section ?? ''}/${element ?? ''}`
    const count = counts.get(key) ?? { section, element, open: 0, resolved: 0, pending: 0 }
    count[state === 'OPEN' ? 'open' : 'resolved']++
    if (suggestion?.state === 'PENDING') count.pending++
    counts.set(key, count)
  }
  return [...counts.values()]
}

export const openThreadsOf = async ({ _id }: CurriculumDoc): Promise<number> => ThreadModel.countDocuments({ curriculum: _id, state: 'OPEN' })
