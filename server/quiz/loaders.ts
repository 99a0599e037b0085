import DataLoader from 'dataloader'
import type { Types } from 'mongoose'
import { byId, listBy } from '../lib/loader.ts'
import { AttemptModel, QuizModel, type AskedDoc, type AttemptDoc, type QuizDoc } from './model.ts'

type Sheet = { _id: Types.ObjectId; questions: AskedDoc[] }

/** The questions of an attempt as dealt, without keys; apart from the attempt, which lists read without them. */
function sheets() {
  const loader = new DataLoader<string, AskedDoc[]>(async ids => {
    const docs = await AttemptModel.find({ _id: { $in: ids } }).select('+questions').lean<Sheet[]>()
    const found = new Map(docs.map(doc => [String(doc._id), doc.questions]))
    return ids.map(id => found.get(id) ?? [])
  }, { maxBatchSize: 50 })
  return { of: (id: Types.ObjectId) => loader.load(String(id)), forget: (id: Types.ObjectId) => void loader.clear(String(id)) }
}

export const quizLoaders = () => ({
  quiz: byId<QuizDoc>(QuizModel),
  attempt: byId<AttemptDoc>(AttemptModel),
  /** In the order they were made, which is the curriculum's; as many as it has QUIZ assessments. */
  quizzesOfCourse: listBy<QuizDoc>(QuizModel, 'course'),
  /** Oldest first, of all quizzes; bounded by the attempts a quiz allows. */
  attemptsOfEnrolment: listBy<AttemptDoc>(AttemptModel, 'enrolment'),
  sheet: sheets(),
})
