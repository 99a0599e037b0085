import type { Types } from 'mongoose'
import { contextFor, type Context } from '../../context.ts'
import { pageOfList, type Page, type PageArgs } from '../../lib/page.ts'
import { changedEnrolments, standingWith, type ChangedEnrolment, type RegradeDoc } from '../../quiz/index.ts'
import { guest } from '../../viewer.ts'
import { effectOf, type RegradeEffect } from '../domain/regraded.ts'
import { seesConcerned } from '../policy.ts'
import { recordOf } from './record.ts'

export type ConcernedRow = { effect: RegradeEffect; enrolment: Types.ObjectId; class: Types.ObjectId; certificate: Types.ObjectId | null }
/** In the order of their enrolments. */
export type Concerned = { rows: ConcernedRow[] }

const BATCH = 50

/**
 * Whose certificate a regrade concerns: completion is judged as it is for issuing, with the marks before and after in the
 * place of those there are. Read a batch at a time, each with its own loaders: only those concerned are held.
 */
export async function concernedBy(ctx: Context, regrade: RegradeDoc): Promise<Concerned> {
  const rows: ConcernedRow[] = []
  let batch: ChangedEnrolment[] = []
  const judge = async () => {
    const own = contextFor(ctx, guest)
    const found = await Promise.all(batch.map(one => rowOf(own, regrade, one)))
    rows.push(...found.flatMap(row => row ?? []))
    batch = []
  }
  for await (const one of changedEnrolments(regrade)) {
    batch.push(one)
    if (batch.length === BATCH) await judge()
  }
  await judge()
  return { rows }
}

async function rowOf(ctx: Context, regrade: RegradeDoc, { enrolment: id, entries }: ChangedEnrolment): Promise<ConcernedRow | null> {
  const completeWith = async (side: 'before' | 'after') => {
    const marks = new Map([...entries].map(([attempt, entry]) => [attempt, entry[side].mark]))
    return (await recordOf(ctx, id, standing => standingWith(standing, marks))).completion.complete
  }
  const [today, before, after, certificate] = await Promise.all([
    recordOf(ctx, id), completeWith('before'), completeWith('after'), ctx.load.certificateOf.load(String(id)),
  ])
  const now = regrade.state === 'PROPOSED' ? after : today.completion.complete
  const effect = effectOf({ before, after, now, enrolled: today.enrolment.state === 'ENROLLED', certificate, decidedAt: regrade.committedAt })
  return effect && { effect, enrolment: id, class: today.enrolment.class, certificate: certificate?._id ?? null }
}

/** Those of them whom the viewer may see by name, page by page. */
export const pageOfConcerned = (ctx: Context, { rows }: Concerned, page: PageArgs): Page<ConcernedRow> =>
  pageOfList(rows.filter(row => seesConcerned(ctx.viewer, row.class)), page, ({ enrolment }) => String(enrolment))
