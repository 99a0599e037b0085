import { randomBytes } from 'node:crypto'
import { Types } from 'mongoose'
import { ownerOf, seesQuestionsOf } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { BankOwner, DrawFilterInput, QuestionKind, QuizDraw, QuizStructureInput } from '../../graphql.ts'
import { line, optional, read, richText, whole, z } from '../../lib/input.ts'
import { isId } from '../../lib/mongo.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { asks, sectionsOf, type Draw, type DrawFilter, type QuizSection } from '../domain/structure.ts'
import { QuizModel, levels, type QuizDoc } from '../model.ts'
import { poolOf, shortages } from './drawing.ts'
import { fresh, QUESTIONS_MAX, quizFor } from './edit.ts'

/** Sections of one quiz, and draws of it; ours, generous. */
const SECTIONS_MAX = 20
const DRAWS_MAX = 30

const given = optional(z.string().max(40))
const filter = z.object({
  owner: z.object({ kind: z.enum(['AGENCY', 'PARTNER', 'COURSE']), id: optional(z.string().max(40)) }),
  category: line(200, 0), tag: line(40, 0), outcome: line(600, 0), level: optional(z.enum(levels)),
  // One of the kinds: the graph let nothing else pass.
  kind: optional(z.custom<QuestionKind>(kind => typeof kind === 'string')),
})
const draw = z.object({ id: given, count: whole(1, QUESTIONS_MAX), points: z.number().min(0.25).max(100), pilot: z.boolean(), outcome: given, filter })
const section = z.object({ id: given, title: line(200, 0), instructions: richText(5000), shuffle: z.boolean(), perPage: optional(whole(1, QUESTIONS_MAX)), draws: z.array(draw).max(DRAWS_MAX) })
const shape = z.object({ navigation: z.enum(['FREE', 'SEQUENTIAL']), sections: z.array(section).min(1).max(SECTIONS_MAX) })

const newId = () => randomBytes(6).toString('hex')

/**
 * Makes the sections, draws and way through a quiz what is given. Questions of a section that is gone stand in the first.
 * Refuses owners whose questions the viewer does not read, save in a draw that was there and chooses as before.
 */
export async function arrangeQuiz(ctx: Context, id: string, revision: number, input: QuizStructureInput): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  const { navigation, sections: said } = read(shape, input)
  const before = quiz.draws ?? []
  const known = new Set(sectionsOf(quiz).map(one => one.id))
  const knownDraws = new Set(before.map(one => one.id))
  const ids = said.map(one => (one.id !== null && known.delete(one.id) ? one.id : newId()))
  const sections: QuizSection[] = said.map(({ title, instructions, shuffle, perPage }, at) => ({ id: ids[at]!, title, instructions, shuffle, perPage }))
  const draws: Draw[] = said.flatMap((one, at) => one.draws.map((want, place) => {
    const old = want.id !== null && knownDraws.delete(want.id) ? before.find(({ id: known }) => known === want.id)! : null
    const stored = judged(ctx, old, want, `input.sections.${at}.draws.${place}.filter.owner`)
    return { ...want, filter: stored, points: want.pilot ? 0 : want.points, id: old?.id ?? newId(), section: ids[at]! }
  }))
  if (draws.length > DRAWS_MAX) throw new Refusal('TOO_LONG', { max: DRAWS_MAX }, 'input.sections')
  const { count } = asks({ ...quiz, draws })
  if (count > QUESTIONS_MAX) throw new Refusal('OUT_OF_RANGE', { max: QUESTIONS_MAX }, 'input.sections')
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, { revision }, { sections, draws, navigation }))
}

/** What a draw chooses from, if the viewer may have it drawn. */
function judged({ viewer }: Context, old: Draw | null, want: { pilot: boolean; filter: z.output<typeof filter> }, field: string): DrawFilter {
  const { owner } = want.filter
  const chosen: DrawFilter = { ...want.filter, owner: { kind: owner.kind, id: owner.kind === 'AGENCY' ? null : owner.id } }
  const asBefore = old !== null && old.pilot === want.pilot && sameFilter(old.filter, chosen)
  if (!asBefore && !reads(viewer, chosen)) throw new Refusal('NOT_FOUND', {}, field)
  return chosen
}

const sameFilter = (a: DrawFilter, b: DrawFilter): boolean =>
  a.owner.kind === b.owner.kind && a.owner.id === b.owner.id && (['category', 'tag', 'outcome', 'level', 'kind'] as const).every(part => a[part] === b[part])

const reads = (viewer: Context['viewer'], { owner: { kind, id } }: DrawFilter): boolean =>
  (kind === 'AGENCY' || isId(id)) && seesQuestionsOf(viewer, { kind, id: id === null ? null : new Types.ObjectId(id) })

/** Puts questions at the end of a section, in the order given. Those of nowhere are refused, and nothing is moved. */
export async function placeQuestions(ctx: Context, id: string, wanted: readonly string[], to: string): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  const sections = sectionsOf(quiz)
  if (!sections.some(one => one.id === to)) throw new Refusal('NOT_FOUND', {}, 'section')
  const found = new Map(quiz.questions.map(one => [one.id, one]))
  const moved = [...new Set(wanted)].map(one => {
    const question = found.get(one)
    if (!question) throw new Refusal('NOT_FOUND', {}, 'questions')
    return { ...question, section: to }
  })
  const rest = quiz.questions.filter(one => !wanted.includes(one.id))
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, { revision: quiz.revision }, { questions: [...rest, ...moved] }))
}

/** The draws as their editors see them, with what the bank has for them now. */
export async function drawsOf(ctx: Context, quiz: QuizDoc): Promise<QuizDraw[]> {
  const state = await shortages(quiz)
  return Promise.all((quiz.draws ?? []).map(async ({ filter: { owner, ...rest }, ...one }) => ({
    ...one, ...state.get(one.id)!, filter: { ...rest, owner: await ownerNamed(ctx, owner) },
  })))
}

const ownerNamed = (ctx: Context, { kind, id }: DrawFilter['owner']): Promise<BankOwner> => ownerOf(ctx, { kind, id: id === null ? null : new Types.ObjectId(id) })

/** The agency, the partner and the course of the quiz, as far as the viewer reads their questions. */
export function drawOwners(ctx: Context, { course, partner }: QuizDoc): Promise<BankOwner[]> {
  const near = [{ kind: 'COURSE' as const, id: course }, { kind: 'PARTNER' as const, id: partner }, { kind: 'AGENCY' as const, id: null }]
  return Promise.all(near.filter(owner => seesQuestionsOf(ctx.viewer, owner)).map(owner => ownerOf(ctx, owner)))
}

/** How many questions a draw could choose from now; none of owners the viewer does not read. */
export async function fitsOf({ viewer }: Context, { questions }: QuizDoc, input: DrawFilterInput, pilot: boolean): Promise<number> {
  const { owner, ...rest } = read(filter, input, 'filter')
  const chosen: DrawFilter = { ...rest, owner: { kind: owner.kind, id: owner.kind === 'AGENCY' ? null : owner.id } }
  if (!reads(viewer, chosen)) return 0
  const taken = new Set(questions.flatMap(({ bank }) => bank?.question ?? []))
  return (await poolOf(chosen, pilot)).filter(({ _id }) => !taken.has(String(_id))).length
}
