import DataLoader from 'dataloader'
import type { Types } from 'mongoose'
import { byId, listBy } from '../lib/loader.ts'
import { AppealModel, type AppealDoc } from './appealModel.ts'
import { AttemptModel, QuizModel, type AskedDoc, type AttemptDoc, type QuizDoc } from './model.ts'
import { RegradeModel, type RegradeDoc } from './regradeModel.ts'
import { overrideLoader } from './service/effective.ts'
import type { DealtSection } from './service/sheet.ts'

type Sheet = { _id: Types.ObjectId; questions: AskedDoc[]; sections?: DealtSection[] }

/** The questions of an attempt as dealt and the heads of its sections, without keys; apart from the attempt, which lists read without them. */
function sheets() {
  const loader = new DataLoader<string, Sheet | null>(async ids => {
    const docs = await AttemptModel.find({ _id: { $in: ids } }).select('+questions +sections').lean<Sheet[]>()
    const found = new Map(docs.map(doc => [String(doc._id), doc]))
    return ids.map(id => found.get(id) ?? null)
  }, { maxBatchSize: 50 })
  return {
    of: async (id: Types.ObjectId) => (await loader.load(String(id)))?.questions ?? [],
    sections: async (id: Types.ObjectId) => (await loader.load(String(id)))?.sections ?? [],
    forget: (id: Types.ObjectId) => void loader.clear(String(id)),
    /** What was just dealt need not be read. */
    fresh: (id: Types.ObjectId, sheet: Omit<Sheet, '_id'>) => void loader.clear(String(id)).prime(String(id), { _id: id, ...sheet }),
  }
}

export const quizLoaders = () => ({
  quiz: byId<QuizDoc>(QuizModel),
  attempt: byId<AttemptDoc>(AttemptModel),
  regrade: byId<RegradeDoc>(RegradeModel),
  /** In the order they were made, which is the curriculum's; as many as it has QUIZ assessments. */
  quizzesOfCourse: listBy<QuizDoc>(QuizModel, 'course'),
  /** Oldest first, of all quizzes; bounded by the attempts a quiz allows. */
  attemptsOfEnrolment: listBy<AttemptDoc>(AttemptModel, 'enrolment'),
  appeal: byId<AppealDoc>(AppealModel),
  /** At most one for each question. */
  appealsOfAttempt: listBy<AppealDoc>(AppealModel, 'attempt'),
  sheet: sheets(),
  overrides: overrideLoader(),
})
