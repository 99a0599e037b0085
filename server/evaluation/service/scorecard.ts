import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { CourseModel, type CourseDoc } from '../../course/index.ts'
import { dayOf, startOf } from '../../lib/days.ts'
import { prose, read } from '../../lib/input.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { move } from '../../lib/transitions.ts'
import { notify } from '../../notice/index.ts'
import { agencyHolders, holdersOf } from '../../people/index.ts'
import { partnerRoles } from '../../viewer.ts'
import { mayPublish, publishableFrom, scorecardMoves, type ScorecardMove } from '../domain/scorecard.ts'
import { ScorecardModel, type ScorecardDoc } from '../model.ts'
import { draftPolicy, scorecardPolicy } from '../policy.ts'
import { figuresOf } from './figures.ts'

const COMMENTS_MAX = 100

/** The scorecard of a version, made when there is none; as long as it is a draft its figures are worked out anew. */
export async function draftScorecard(ctx: Context, id: string): Promise<ScorecardDoc> {
  signedIn(ctx.viewer)
  const version = await ctx.load.curriculumVersion.get(id)
  authorise(draftPolicy, 'draft', ctx.viewer, version)
  const course = await CourseModel.findOne({ version: version._id }).lean<CourseDoc>()
  if (!course) throw new Refusal('NOT_FOUND', {}, 'version')
  const there = await ScorecardModel.findOne({ version: version._id }).lean<ScorecardDoc>()
  if (there && there.state !== 'DRAFT') return there
  const fresh = { figures: await figuresOf(ctx, version, course), figuredAt: ctx.now() }
  if (there) return ctx.load.scorecard.fresh(await saveIf<ScorecardDoc>(ScorecardModel, there._id, { revision: there.revision, state: 'DRAFT' }, fresh))
  const { curriculum, partner, number, content } = version
  await ScorecardModel.create({ version: version._id, curriculum, partner, course: course._id, number, title: content.title, ...fresh }).catch(error => {
    if (!isDuplicate(error)) throw error
  })
  return (await ScorecardModel.findOne({ version: version._id }).lean<ScorecardDoc>())!
}

/**
 * Shares a draft with the partner, takes it back, or publishes it; the latter once the partner has commented or had 14 days
 * to (else COMMENT_PERIOD). Only of what was seen (STALE).
 */
export async function moveScorecard(ctx: Context, id: string, revision: number, action: ScorecardMove): Promise<ScorecardDoc> {
  const scorecard = await ctx.load.scorecard.get(id)
  authorise(scorecardPolicy, action, ctx.viewer, scorecard)
  const state = move(scorecardMoves, scorecard.state, action)
  if (action === 'publish') refuseTooEarly(ctx, scorecard)
  const now = ctx.now()
  const dates = { share: { sharedAt: now }, recall: { sharedAt: null }, publish: { publishedAt: now } }[action]
  const history = [...scorecard.history, { at: now, by: new Types.ObjectId(signedIn(ctx.viewer)), move: action, to: state }]
  const saved = await saveIf<ScorecardDoc>(ScorecardModel, scorecard._id, { revision, state: scorecard.state }, { state, history, ...dates })
  if (action !== 'recall') {
    const members = await holdersOf(saved.partner, partnerRoles)
    await notify(ctx, {
      to: members.map(({ person }) => person), kind: action === 'share' ? 'SCORECARD_SHARED' : 'SCORECARD_PUBLISHED',
      facts: { title: saved.title, number: saved.number }, link: `/rapor-mitra/${id}`, key: `scorecard:${id}:${action}:${history.length}`,
    })
  }
  return ctx.load.scorecard.fresh(saved)
}

function refuseTooEarly(ctx: Context, { sharedAt, comments }: ScorecardDoc): void {
  const sharedOn = dayOf(sharedAt ?? ctx.now())
  if (!mayPublish({ sharedOn, comments: comments.length }, dayOf(ctx.now()))) throw new Refusal('COMMENT_PERIOD', { until: startOf(publishableFrom(sharedOn)).toISOString() })
}

/** What the partner says before it is published. The same words of the same person again are one comment. */
export async function commentScorecard(ctx: Context, id: string, text: string): Promise<ScorecardDoc> {
  const scorecard = await ctx.load.scorecard.get(id)
  authorise(scorecardPolicy, 'comment', ctx.viewer, scorecard)
  const said = read(prose(4000, 1), text, 'text')
  if (scorecard.state !== 'PARTNER_COMMENT') throw new Refusal('WRONG_STATE', { state: scorecard.state, move: 'comment' })
  const by = new Types.ObjectId(signedIn(ctx.viewer))
  if (scorecard.comments.some(one => one.by.equals(by) && one.text === said)) return scorecard
  if (scorecard.comments.length >= COMMENTS_MAX) throw new Refusal('OUT_OF_RANGE', { max: COMMENTS_MAX })
  const saved = await saveIf<ScorecardDoc>(ScorecardModel, scorecard._id, { state: 'PARTNER_COMMENT' }, { $push: { comments: { at: ctx.now(), by, text: said } } })
  await notify(ctx, {
    to: await agencyHolders(['CURRICULUM_OFFICER']), kind: 'SCORECARD_COMMENTED', facts: { title: saved.title, number: saved.number },
    link: `/rapor-mitra/${id}`, key: `scorecard:${id}:comment:${saved.comments.length}`,
  })
  return ctx.load.scorecard.fresh(saved)
}

/** The first day on which it may be published although the partner said nothing; null unless it waits for the partner. */
export const publishableOn = ({ state, sharedAt }: ScorecardDoc): string | null => (state === 'PARTNER_COMMENT' && sharedAt ? publishableFrom(dayOf(sharedAt)) : null)
