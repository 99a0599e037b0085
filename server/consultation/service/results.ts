import type { Context } from '../../context.ts'
import { pageOfList, type Page, type PageArgs } from '../../lib/page.ts'
import { findElement } from '../../discussion/index.ts'
import { consultedElements } from '../domain/reading.ts'
import { outcomeOf, reactionsTo, turnoutOf, type Turnout } from '../domain/results.ts'
import { LEAST, namesShown } from '../domain/suppress.ts'
import { ClusterModel, type ClusterDoc, type ConsultationDoc, type ProposalFacts, type ResultsFacts } from '../model.ts'
import { consultationAbilities, consultationPolicy } from '../policy.ts'
import { counted, invitedOf, responsesTo } from './respondents.ts'

/** What was answered, as far as it may be told; whoever asks was judged before. */
export async function resultsOf(consultation: ConsultationDoc): Promise<ResultsFacts> {
  const given = (await responsesTo(consultation)).map(counted)
  const units = consultation.units.map(String)
  return {
    consultation,
    questions: consultation.questions.map(question => outcomeOf(question, given, units)),
    elements: reactionsTo(consultedElements(consultation.content), given),
  }
}

/**
 * Results to who may see them, once it has ended: shown while answers still come, the difference between two looks
 * would tell what one person said.
 */
export const resultsFor = async (ctx: Context, consultation: ConsultationDoc): Promise<ResultsFacts | null> =>
  consultationAbilities.seeResults(ctx.viewer, consultation) ? resultsOf(consultation) : null

export async function turnout(consultation: ConsultationDoc): Promise<Turnout> {
  const invited = (await invitedOf(consultation)).map(({ unit, count }) => ({ unit: String(unit), count }))
  return turnoutOf(invited, (await responsesTo(consultation)).map(counted))
}

/** How many were asked and answered: to those who asked at any time, to those asked once it has ended. */
export const participationFor = async (ctx: Context, consultation: ConsultationDoc): Promise<Turnout | null> =>
  consultationPolicy.seeResults(ctx.viewer, consultation) || consultation.state === 'CLOSED' ? turnout(consultation) : null

/** Everything proposed, where five people or more proposed something; a name only where it gives no other away. */
export async function proposalsOf(consultation: ConsultationDoc): Promise<ProposalFacts[]> {
  const [responses, clusters] = await Promise.all([responsesTo(consultation), clustersOf(consultation)])
  const proposing = responses.filter(({ proposals }) => proposals.length > 0)
  if (proposing.length < LEAST) return []
  const named = namesShown(proposing.filter(({ person }) => person === null).length)
  const clusterOf = new Map(clusters.flatMap(({ _id, proposals }) => proposals.map(id => [String(id), _id] as const)))
  return proposing
    .flatMap(({ person, proposals }) => proposals.map(proposal => ({
      ...proposal, label: findElement(consultation.content, proposal)?.label ?? '', by: named ? person : null, cluster: clusterOf.get(String(proposal._id)) ?? null,
    })))
    .sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1))
}

export async function proposalsFor(ctx: Context, consultation: ConsultationDoc, { loose, ...page }: PageArgs & { loose: boolean }): Promise<Page<ProposalFacts>> {
  const all = consultationAbilities.seeResults(ctx.viewer, consultation) ? await proposalsOf(consultation) : []
  return pageOfList(loose ? all.filter(({ cluster }) => cluster === null) : all, page, ({ _id }) => String(_id))
}

export const clustersOf = ({ _id }: Pick<ConsultationDoc, '_id'>): Promise<ClusterDoc[]> =>
  ClusterModel.find({ consultation: _id }).sort({ _id: 1 }).limit(500).lean<ClusterDoc[]>()

/** Clusters to who works on them; to everybody else those that are answered. */
export async function clustersFor(ctx: Context, consultation: ConsultationDoc): Promise<ClusterDoc[]> {
  if (consultation.state !== 'CLOSED') return []
  const clusters = await clustersOf(consultation)
  return consultationPolicy.seeResults(ctx.viewer, consultation) ? clusters : clusters.filter(({ verdict }) => verdict !== null)
}
