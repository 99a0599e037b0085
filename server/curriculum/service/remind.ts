import { contextFor } from '../../context.ts'
import type { Services } from '../../domain.ts'
import { dayOf, daysBetween } from '../../lib/days.ts'
import { eachOf } from '../../lib/mongo.ts'
import { notify } from '../../notice/index.ts'
import { guest } from '../../viewer.ts'
import { delegationsInForce } from '../domain/delegation.ts'
import { sides } from '../domain/signOffs.ts'
import { CurriculumChangeModel, CurriculumModel, type CurriculumDoc } from '../model.ts'
import { CurriculumEntryModel, type CurriculumEntryDoc } from '../reviewModel.ts'
import { membersOf, officers, signatoriesOf } from './people.ts'

/** Days before a review is due on which those whose turn it is are reminded; then on the day, and once a week after it. */
const SOON_DAYS = 3
/** How far back the sweep looks for news that was missed, in milliseconds. */
const MISSED = 3 * 86_400_000

type Clock = Pick<Services, 'now'>
const linkTo = ({ _id }: CurriculumDoc, page = '') => `/kurikulum/${String(_id)}${page}`

/** Tells whom a happening concerns, but not who did it. Told once, however often this is called. */
export async function tellOf(services: Clock, curriculum: CurriculumDoc, entry: CurriculumEntryDoc, person: string): Promise<void> {
  const key = `curriculum:${String(curriculum._id)}:entry:${entry.seq}`
  const facts = { curriculum: curriculum.content.title, person }
  const tell = async (kind: Parameters<typeof notify>[1]['kind'], to: readonly string[], more: Record<string, string> = {}, page = '') =>
    void await notify(services, { to: to.filter(one => one !== String(entry.by)), kind, facts: { ...facts, ...more }, link: linkTo(curriculum, page), key })
  const said = entry.facts as { to?: string; reason?: string | null; due?: string; approvers?: string[]; startsOn?: string; endsOn?: string }
  switch (entry.kind) {
    case 'submit': return tell('REVIEW_ASKED', (await Promise.all(sides.map(side => signatoriesOf(side, curriculum.partner)))).flat(), { due: said.due ?? '' })
    case 'withdraw': return tell('APPROVAL_FELL', said.approvers ?? [], {}, '/versi')
    case 'return': return tell('CURRICULUM_RETURNED', await authorsOf(curriculum), { reason: (said.reason ?? '').slice(0, 300) })
    case 'approve': return said.to === 'APPROVED' ? tell('CURRICULUM_APPROVED', await officers()) : undefined
    case 'publish': return tell('CURRICULUM_PUBLISHED', await membersOf('PARTNER', curriculum.partner))
    case 'delegate': return tell('APPROVAL_DELEGATED', [said.to!], { startsOn: said.startsOn!, endsOn: said.endsOn! })
    default: return undefined
  }
}

/** Those who wrote it. */
const authorsOf = async ({ _id }: CurriculumDoc): Promise<string[]> => (await CurriculumChangeModel.distinct('by', { curriculum: _id })).slice(0, 200).map(String)

/** Reminds those whose turn it is in a review: the signatories who have not spoken, and who stands in for them. */
export async function remindOf(services: Clock, curriculum: CurriculumDoc): Promise<void> {
  const { review, approvals, partner, _id } = curriculum
  if (curriculum.state !== 'IN_REVIEW' || !review) return
  const today = dayOf(services.now())
  const left = daysBetween(today, review.due)
  if (left > SOON_DAYS) return
  const step = left > 0 ? 'soon' : left === 0 ? 'today' : `over:${Math.floor((-left - 1) / 7)}`
  for (const side of sides.filter(one => !approvals.some(approval => approval.side === one))) {
    const stood = delegationsInForce(curriculum.delegations ?? [], today).filter(one => one.side === side).map(({ to }) => String(to))
    await notify(services, {
      to: [...await signatoriesOf(side, partner), ...stood], kind: left < 0 ? 'REVIEW_OVERDUE' : 'REVIEW_DUE',
      facts: { curriculum: curriculum.content.title, due: review.due }, link: linkTo(curriculum),
      key: `curriculum:${String(_id)}:due:${review.since.getTime()}:${review.due}:${step}`,
    })
  }
}

/** Tells what just happened to a curriculum: its newest entries, as far as they concern others. */
export async function tellNewest(services: Services, id: string): Promise<void> {
  const newest = await CurriculumEntryModel.find({ curriculum: id }).sort({ seq: -1 }).limit(2).lean<CurriculumEntryDoc[]>()
  await tellAll(services, newest)
}

const toldKinds = ['submit', 'withdraw', 'return', 'approve', 'publish', 'delegate']

/** What the news of the last three days missed, and what the calendar brought. */
export async function remindAll(services: Services): Promise<void> {
  const since = new Date(services.now().getTime() - MISSED)
  await tellAll(services, await CurriculumEntryModel.find({ kind: { $in: toldKinds }, at: { $gte: since } }).limit(2000).lean<CurriculumEntryDoc[]>())
  for await (const curriculum of eachOf<CurriculumDoc>(CurriculumModel, { state: 'IN_REVIEW' }, { batch: 50 })) await remindOf(services, curriculum)
}

async function tellAll(services: Services, entries: readonly CurriculumEntryDoc[]): Promise<void> {
  const { load } = contextFor(services, guest)
  for (const entry of entries) {
    const [curriculum, person] = [await load.curriculum.find(entry.curriculum), await load.person.find(entry.by)]
    if (curriculum) await tellOf(services, curriculum, entry, person?.name ?? '–')
  }
}
