import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { classPolicy, type ClassDoc, type EnrolmentDoc } from '../../course/index.ts'
import type { OverrideInput } from '../../graphql.ts'
import { optional, prose, read, whole, z } from '../../lib/input.ts'
import { isDuplicate, isId } from '../../lib/mongo.ts'
import { emptyPage, pageOf, type PageArgs } from '../../lib/page.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { notify } from '../../notice/index.ts'
import type { QuizDoc } from '../model.ts'
import { QuizOverrideModel, type QuizOverrideDoc } from '../overrideModel.ts'
import { retime } from './retime.ts'

/** Three times the longest quiz: for who needs much more time than others. */
const MINUTES_MAX = 1440
const ATTEMPTS_MAX = 100

const instant = optional(z.preprocess(value => (typeof value === 'string' ? new Date(value) : value), z.date()))
const shape = z.object({
  opensAt: instant, closesAt: instant, minutes: optional(whole(1, MINUTES_MAX)), attemptsAllowed: optional(whole(1, ATTEMPTS_MAX)), reason: prose(500, 1),
})
const fields = ['opensAt', 'closesAt', 'minutes', 'attemptsAllowed', 'reason'] as const

type Place = { quiz: QuizDoc; cls: ClassDoc; enrolment: EnrolmentDoc | null }

/** A quiz of the class's course, and who of the class it is about. Nobody gives time to themselves, nor to a class they learn in. */
async function placeOf(ctx: Context, quizId: string, classId: string, enrolmentId: string | null): Promise<Place> {
  const cls = await ctx.load.class.get(classId)
  authorise(classPolicy, 'teach', ctx.viewer, cls)
  const quiz = await ctx.load.quiz.get(quizId)
  if (!quiz.course.equals(cls.course)) throw new Refusal('NOT_FOUND', {}, 'quiz')
  const enrolment = enrolmentId === null ? null : await ctx.load.enrolment.get(enrolmentId)
  if (enrolment && !enrolment.class.equals(cls._id)) throw new Refusal('NOT_FOUND', {}, 'enrolment')
  if (ctx.viewer.learning.has(String(cls._id))) throw new Refusal('FORBIDDEN')
  return { quiz, cls, enrolment }
}

/**
 * Makes dates, time or attempts of a quiz otherwise for a class, or for one who learns in it; attempts under way get their new
 * end at once. `revision`: as seen, 0 for a first one; refuses with STALE when somebody was faster.
 */
export async function setOverride(ctx: Context, quizId: string, classId: string, enrolmentId: string | null, revision: number, input: OverrideInput): Promise<QuizOverrideDoc> {
  const { quiz, cls, enrolment } = await placeOf(ctx, quizId, classId, enrolmentId)
  const given = read(shape, input)
  if (given.opensAt && given.closesAt && given.opensAt >= given.closesAt) throw new Refusal('CLOSES_BEFORE_OPENS', {}, 'input.closesAt')
  if (fields.every(field => field === 'reason' || given[field] === null)) throw new Refusal('NOTHING_ADJUSTED')
  const key = { class: cls._id, quiz: quiz._id, enrolment: enrolment?._id ?? null }
  const before = await QuizOverrideModel.findOne(key).lean<QuizOverrideDoc>()
  const isSame = before && before.revision === revision + 1 && fields.every(field => String(before[field]) === String(given[field]))
  const override = isSame ? before : await save(ctx, before, key, revision, given)
  await retime(ctx, quiz, cls, key.enrolment)
  if (enrolment) await tell(ctx, quiz, enrolment, override)
  ctx.load.overrides.forget()
  return override
}

async function save(ctx: Context, before: QuizOverrideDoc | null, key: object, revision: number, given: z.output<typeof shape>): Promise<QuizOverrideDoc> {
  const stamp = { by: new Types.ObjectId(signedIn(ctx.viewer)), at: ctx.now() }
  if (before) return saveIf<QuizOverrideDoc>(QuizOverrideModel, before._id, { revision }, { ...given, ...stamp })
  if (revision !== 0) throw new Refusal('STALE')
  const made = await QuizOverrideModel.create({ ...key, ...given, ...stamp, revision: 1 }).catch(error => {
    throw isDuplicate(error) ? new Refusal('STALE') : error
  })
  return made.toObject() as QuizOverrideDoc
}

const tell = (ctx: Context, { title, _id }: QuizDoc, { person, _id: enrolment }: EnrolmentDoc, override: QuizOverrideDoc) => notify(ctx, {
  to: [person], kind: 'QUIZ_ADJUSTED', facts: { title }, link: `/belajar/${String(enrolment)}/kuis/${String(_id)}`, key: `quiz-override:${String(override._id)}:${override.revision}`,
})

/** Takes an adjustment away: what the class, or the quiz, says holds again, also for attempts under way. Safe to repeat. */
export async function removeOverride(ctx: Context, quizId: string, classId: string, enrolmentId: string | null): Promise<boolean> {
  const { quiz, cls, enrolment } = await placeOf(ctx, quizId, classId, enrolmentId)
  await QuizOverrideModel.deleteOne({ class: cls._id, quiz: quiz._id, enrolment: enrolment?._id ?? null })
  await retime(ctx, quiz, cls, enrolment?._id ?? null)
  ctx.load.overrides.forget()
  return true
}

/** The adjustments of a class at a quiz, the newest first, for who may make them. */
export function overridesOfClass(ctx: Context, cls: ClassDoc, quiz: string, page: PageArgs) {
  if (!isId(quiz) || !classPolicy.teach(ctx.viewer, cls)) return emptyPage
  return pageOf<QuizOverrideDoc>(QuizOverrideModel, { class: cls._id, quiz }, page)
}
