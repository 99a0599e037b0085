import type { Services } from '../../domain.ts'
import { CurriculumVersionModel, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { UnitModel, type UnitDoc } from '../../people/index.ts'
import { ConsultationModel, ConsultationRecordModel, type ConsultationDoc } from '../model.ts'
import { clustersOf, resultsOf, turnout } from './results.ts'

const BATCH = 200

/** Puts into a version's record the consultations that ended before it was published and are in none yet. */
export async function recordFor(version: string): Promise<void> {
  const doc = await CurriculumVersionModel.findById(version).lean<CurriculumVersionDoc>()
  if (!doc) return
  const closed = await ConsultationModel.find({ curriculum: doc.curriculum, state: 'CLOSED', version: null, closedAt: { $lte: doc.publishedAt } }).lean<ConsultationDoc[]>()
  for (const consultation of closed) await record(consultation, doc)
}

/** The same for what the news missed: each into the first version that was published after it ended. */
export async function recordMissed(services: Services): Promise<void> {
  const closed = await ConsultationModel.find({ state: 'CLOSED', version: null }).sort({ _id: 1 }).limit(BATCH).lean<ConsultationDoc[]>()
  for (const consultation of closed) {
    const [version] = await CurriculumVersionModel.find({ curriculum: consultation.curriculum, publishedAt: { $gte: consultation.closedAt ?? services.now() } }).sort({ number: 1 }).limit(1).lean<CurriculumVersionDoc[]>()
    if (version) await record(consultation, version)
  }
}

/** Freezes what was answered, as it may be told, and what the authors replied. Done already, nothing changes. */
async function record(consultation: ConsultationDoc, version: CurriculumVersionDoc): Promise<void> {
  const { _id, title, opensOn, closesOn, hash } = consultation
  const [{ invited, answered, units }, { questions }, clusters, named] = await Promise.all([
    turnout(consultation), resultsOf(consultation), clustersOf(consultation), UnitModel.find({ _id: { $in: consultation.units } }).lean<UnitDoc[]>(),
  ])
  const names = new Map(named.map(unit => [String(unit._id), unit.shortName]))
  await ConsultationRecordModel.create({
    version: version._id, consultation: _id, title, opensOn, closesOn, hash, same: hash === version.hash, invited, answered,
    units: units.map(({ unit, ...rest }) => ({ name: names.get(unit) ?? '–', ...rest })),
    questions: consultation.questions.map(({ text, form, options }, index) => ({ text, form, options, n: questions[index]!.n, counts: questions[index]!.counts, mean: questions[index]!.mean })),
    clusters: clusters.map(({ title: heading, proposals, verdict, because }) => ({ title: heading, size: proposals.length, verdict, because })),
  }).catch(error => {
    if (!isDuplicate(error)) throw error
  })
  await ConsultationModel.updateOne({ _id }, { version: version._id })
}
