import type { Types } from 'mongoose'
import { isManual, questionKinds } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { ClassDoc } from '../../course/index.ts'
import { isId } from '../../lib/mongo.ts'
import { teachesClass } from '../../viewer.ts'
import { deskOrder, groupedBy, placeAt, type Place } from '../domain/marking.ts'
import { AttemptModel, type QuizDoc } from '../model.ts'

export type DeskSlot = { id: string; attempt: string; question: string; marked: number; person: Types.ObjectId | null }
export type DeskQuestion = { id: string; text: string; points: number; waiting: number; answers: number }
export type Desk = { quiz: QuizDoc; slots: readonly DeskSlot[] }

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
  return { quiz, slots }
}

/** Answers of kinds that people mark; and of an attempt the machine could not score, what it left to them. */
const forPeople = () => ({ $or: [{ $and: [{ $in: ['$$one.kind', byPeople()] }, { $ne: [{ $ifNull: ['$$one.answer', null] }, null] }] }, { $in: ['NOT_SCORED', { $ifNull: ['$needsReview', []] }] }] })

/**
 * Of every sheet only which answers people mark and how often they did; texts are read one at a time. Left out is what a regrade
 * gave its mark, as full credit to all: nobody waits for a person there.
 */
const waitingRows = (filter: Record<string, unknown>) => AttemptModel.aggregate<Row>([
  { $match: { ...filter, state: { $in: ['SUBMITTED', 'FINISHED'] } } },
  { $project: { person: 1, questions: { $map: {
    input: { $filter: { input: '$questions', as: 'one', cond: { $and: [forPeople(), { $gt: ['$$one.points', 0] },
      { $or: [{ $gt: ['$$one.marking.times', 0] }, { $eq: [{ $ifNull: ['$$one.mark', null] }, null] }] }] } } },
    as: 'one', in: { id: '$$one.id', marked: { $ifNull: ['$$one.marking.times', 0] } },
  } } } },
  { $match: { 'questions.0': { $exists: true } } },
])

/** The questions of the slots in the quiz's order; what it does not ask any more, or draws, comes after. */
function idsOfDesk({ quiz, slots }: Desk): string[] {
  const place = new Map(quiz.questions.map(({ id }, at) => [id, at]))
  return [...new Set(slots.map(({ question }) => question))].sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || a.localeCompare(b))
}

/** What there is to choose from at the desk, worded as the first attempt had it. */
export async function questionsOfDesk(desk: Desk): Promise<DeskQuestion[]> {
  const of = groupedBy(desk.slots, ({ question }) => question)
  const firsts = [...of.values()].map(([first]) => first!.attempt)
  const sheets = await AttemptModel.find({ _id: { $in: firsts } }).select('questions.id questions.text questions.points').lean<Worded[]>()
  const sheetOf = new Map(sheets.map(sheet => [String(sheet._id), sheet.questions]))
  return idsOfDesk(desk).map(id => {
    const slots = of.get(id)!
    const { text, points } = sheetOf.get(slots[0]!.attempt)!.find(one => one.id === id)!
    return { id, text, points, answers: slots.length, waiting: slots.filter(({ marked }) => marked === 0).length }
  })
}

type Worded = { _id: Types.ObjectId; questions: Pick<DeskQuestion, 'id' | 'text' | 'points'>[] }

/** Where one is at the desk, by the id of an answer; without one, or with one that is not there, at the first that waits. */
export function placeOnDesk(desk: Desk, question: string | null, at: string | null): Place<DeskSlot> | null {
  const ordered = deskOrder(desk.slots, question, { quiz: String(desk.quiz._id), questions: idsOfDesk(desk) })
  const place = placeAt(ordered, at)
  if (!place) return null
  // A name known by one answer is known for the others: person by person it is told when all are marked.
  const named = question === null ? ordered.filter(({ attempt }) => attempt === place.slot.attempt).every(({ marked }) => marked > 0) : place.slot.marked > 0
  return { ...place, slot: { ...place.slot, person: named ? place.slot.person : null } }
}
