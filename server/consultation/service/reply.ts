import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { ClusterVerdict } from '../../graphql.ts'
import { read } from '../../lib/input.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { clusterShape, replyShape } from '../input.ts'
import { ClusterModel, type ClusterDoc, type ConsultationDoc } from '../model.ts'
import { consultationFor } from './change.ts'
import { clustersOf, proposalsOf } from './results.ts'
import { tellAsked } from './tell.ts'

async function closedFor(ctx: Context, id: string, what: string): Promise<ConsultationDoc> {
  const consultation = await consultationFor(ctx, id, 'reply')
  if (consultation.state !== 'CLOSED') throw new Refusal('WRONG_STATE', { state: consultation.state, move: what })
  return consultation
}

/** A cluster of this consultation. Refuses with NOT_FOUND one of another. */
async function clusterIn(consultation: ConsultationDoc, id: string): Promise<ClusterDoc> {
  const cluster = isId(id) ? await ClusterModel.findOne({ _id: id, consultation: consultation._id }).lean<ClusterDoc>() : null
  if (!cluster) throw new Refusal('NOT_FOUND', {}, 'cluster')
  return cluster
}

/**
 * Puts proposals together under one heading, taking them out of where they were; clusters left with nothing go. What
 * has been answered stands (WRONG_STATE). Sent twice, there is one cluster.
 */
export async function clusterProposals(ctx: Context, id: string, clusterId: string | null, heading: string, ids: readonly string[]): Promise<ConsultationDoc> {
  const consultation = await closedFor(ctx, id, 'cluster')
  const { title, proposals } = read(clusterShape, { title: heading, proposals: ids }, '')
  const known = new Set((await proposalsOf(consultation)).map(({ _id }) => String(_id)))
  if (proposals.some(one => !known.has(one))) throw new Refusal('UNKNOWN_PROPOSAL', {}, 'proposals')
  const chosen = clusterId ? await clusterIn(consultation, clusterId) : null
  const touched = (await clustersOf(consultation)).filter(({ _id, proposals: held }) =>
    chosen?._id.equals(_id) || held.some(one => proposals.includes(String(one))))
  if (touched.some(({ verdict }) => verdict !== null)) throw new Refusal('WRONG_STATE', { state: 'ANSWERED', move: 'cluster' })
  const list = proposals.map(one => new Types.ObjectId(one))
  await inTransaction(async session => {
    for (const { _id, revision, proposals: held } of touched.filter(one => !chosen?._id.equals(one._id))) {
      await saveIf(ClusterModel, _id, { revision }, { proposals: held.filter(one => !proposals.includes(String(one))) }, session)
    }
    if (chosen) await saveIf(ClusterModel, chosen._id, { revision: chosen.revision }, { title, proposals: list }, session)
    else if (list.length > 0) await ClusterModel.create([{ consultation: consultation._id, title, proposals: list }], { session })
    await ClusterModel.deleteMany({ consultation: consultation._id, verdict: null, proposals: { $size: 0 } }, { session })
  })
  return consultation
}

/** The authors' answer to a cluster, for all who were asked. It may be mended; the last that was answered tells everybody. */
export async function answerCluster(ctx: Context, id: string, clusterId: string, said: ClusterVerdict, why: string): Promise<ConsultationDoc> {
  const consultation = await closedFor(ctx, id, 'answer')
  const cluster = await clusterIn(consultation, clusterId)
  const { verdict, because } = read(replyShape, { verdict: said, because: why }, '')
  if (cluster.verdict !== verdict || cluster.because !== because) {
    await saveIf(ClusterModel, cluster._id, { revision: cluster.revision }, { verdict, because, answeredBy: new Types.ObjectId(signedIn(ctx.viewer)), answeredAt: ctx.now() })
  }
  await tellIfAllAnswered(ctx, consultation)
  return consultation
}

async function tellIfAllAnswered(ctx: Context, consultation: ConsultationDoc): Promise<void> {
  const [clusters, proposals] = await Promise.all([clustersOf(consultation), proposalsOf(consultation)])
  const done = clusters.every(({ verdict }) => verdict !== null) && proposals.every(({ cluster }) => cluster !== null)
  if (done) await tellAsked(ctx, consultation, 'CONSULTATION_ANSWERED')
}
