import type { Types } from 'mongoose'
import { isManual, questionKinds } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { ClassDoc } from '../../course/index.ts'
import { isId } from '../../lib/mongo.ts'
import { teachesClass } from '../../viewer.ts'
import { deskOrder, placeAt, type Place } from '../domain/marking.ts'
import { AttemptModel, type QuizDoc } from '../model.ts'

export type DeskSlot = { id: string; attempt: string; question: string; marked: number; person: Types.ObjectId | null }
export type DeskQuestion = { id: string; text: string; points: number; waiting: number; answers: number }
export type Desk = { quiz: QuizDoc; questions: DeskQuestion[]; slots: readonly DeskSlot[] }

type Row = { _id: Types.ObjectId; person: Types.ObjectId; questions: { id: string; marked: number }[] }

/** Kinds that people mark. */
const byPeople = () => questionKinds.filter(isManual)

/** What there is to mark, or was marked by people, of a class at a quiz; the viewer's own attempts are not among it. */
export async function deskOf(ctx: Context, cls: ClassDoc, quizId: string): Promise<Desk | null> {
  const quiz = isId(quizId) ? await ctx.load.quiz.find(quizId) : null
  if (!quiz || !quiz.course.equals(cls.course) || !teachesClass(ctx.viewer, cls._id)) return null
  const viewer = (await ctx.load.person.get(ctx.viewer.id!))._id
  const rows = await waitingRows({ class: cls._id, quiz: quiz._id, person: { $ne: viewer } })
  const slots = rows.flatMap(({ _id, person, questions }) => questions.map(({ id, marked }): DeskSlot => ({ id: `${String(_id)}.${id}`, attempt: String(_id), question: id, marked, person })))
  return { quiz, questions: await questionsOfDesk(quiz, slots), slots }
}

/** Of every sheet only which answers people mark and how often they did; texts are read one at a time. */
const waitingRows = (filter: Record<string, unknown>) => AttemptModel.aggregate<Row>([
  { $match: { ...filter, state: { $in: ['SUBMITTED', 'FINISHED'] } } },
  { $project: { person: 1, questions: { $map: {
    input: { $filter: { input: '$questions', as: 'one', cond: { $and: [{ $in: ['$$one.kind', byPeople()] }, { $gt: ['$$one.points', 0] }, { $ne: [{ $ifNull: ['$$one.answer', null] }, null] }] } } },
    as: 'one', in: { id: '$$one.id', marked: { $ifNull: ['$$one.marking.times', 0] } },
  } } } },
  { $match: { 'questions.0': { $exists: true } } },
])

/** In the quiz's order; what it does not ask any more, or draws, comes after, worded as the first attempt had it. */
async function questionsOfDesk(quiz: QuizDoc, slots: readonly DeskSlot[]): Promise<DeskQuestion[]> {
  const place = new Map(quiz.questions.map(({ id }, at) => [id, at]))
  const ids = [...new Set(slots.map(({ question }) => question))].sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || a.localeCompare(b))
  return Promise.all(ids.map(async id => {
    const [first, ...others] = slots.filter(({ question }) => question === id)
    const sheet = await AttemptModel.findById(first!.attempt).select({ questions: { $elemMatch: { id } } }).lean<{ questions: { text: string; points: number }[] }>()
    const { text, points } = sheet!.questions[0]!
    return { id, text, points, answers: others.length + 1, waiting: [first!, ...others].filter(({ marked }) => marked === 0).length }
  }))
}

/** Where one is at the desk, by the id of an answer; without one, or with one that is not there, at the first that waits. */
export function placeOnDesk({ quiz, questions, slots }: Desk, question: string | null, at: string | null): Place<DeskSlot> | null {
  const ordered = deskOrder(slots, question, { quiz: String(quiz._id), questions: questions.map(({ id }) => id) })
  const place = placeAt(ordered, at)
  if (!place) return null
  // A name known by one answer is known for the others: person by person it is told when all are marked.
  const named = question === null ? ordered.filter(({ attempt }) => attempt === place.slot.attempt).every(({ marked }) => marked > 0) : place.slot.marked > 0
  return { ...place, slot: { ...place.slot, person: named ? place.slot.person : null } }
}
