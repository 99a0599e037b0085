import { bankPolicy, BankVersionModel, deal, isManual, knownMedia, readBody, rekey, takeMedia, type BankVersionDoc, type Question } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { RegradeChangeInput, RegradeInput } from '../../graphql.ts'
import { digestOf } from '../../lib/digest.ts'
import { optional, prose, read, z } from '../../lib/input.ts'
import { inTransaction, isDuplicate } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { questionsAfter, regradePolicies, type RegradeChange } from '../domain/regrade.ts'
import { isReady } from '../domain/structure.ts'
import { AttemptModel, type AskedDoc, type QuizDoc } from '../model.ts'
import { quizPolicy, regradePolicy } from '../policy.ts'
import { RegradeModel, type RegradeDoc } from '../regradeModel.ts'
import { QUESTIONS_MAX, quizFor } from './edit.ts'

const shape = z.object({
  reason: prose(1000, 1),
  changes: z.array(z.object({ question: z.string().max(60), policy: optional(z.enum(regradePolicies)), points: optional(z.number().min(0.25).max(100)) })).min(1).max(QUESTIONS_MAX),
})

/** Whether a question is the same but for its points: what makes it a copy. */
export const isSameQuestion = ({ points: _, ...a }: Question, { points: __, ...b }: Question): boolean => digestOf(a) === digestOf(b)

/**
 * Proposes what is to be changed in the questions of a quiz, for who was asked them. A quiz has one proposal: this one takes the
 * place of another; sent twice, it is the same. Refuses with REGRADE_MISFIT where the new key does not fit what is asked.
 */
export async function proposeRegrade(ctx: Context, id: string, revision: number, input: RegradeInput): Promise<RegradeDoc> {
  const quiz = await quizFor(ctx, id)
  authorise(quizPolicy, 'proposeRegrade', ctx.viewer, quiz)
  const { reason, changes: said } = read(shape, input)
  if (quiz.revision !== revision) throw new Refusal('STALE', { revision: quiz.revision })
  const twice = said.findIndex(({ question }, at) => said.findIndex(one => one.question === question) < at)
  if (twice >= 0) throw new Refusal('NOT_UNIQUE', {}, `input.changes.${twice}.question`)
  const changes = await Promise.all(said.map((one, at) => changeOf(ctx, quiz, { ...input.changes[at]!, ...one }, `input.changes.${at}`)))
  if (!isReady({ ...quiz, questions: questionsAfter(quiz.questions, changes, isSameQuestion) })) throw new Refusal('REGRADE_NOTHING_LEFT', {}, 'input.changes')
  const made = { changes, reason, by: signedIn(ctx.viewer), at: ctx.now() }
  const standing = await RegradeModel.findOne({ quiz: quiz._id, state: 'PROPOSED' }).lean<RegradeDoc>()
  if (standing && standing.reason === reason && digestOf(standing.changes) === digestOf(changes)) return standing
  const kept = await inTransaction(async session => {
    for (const [at, change] of changes.entries()) if (input.changes[at]!.body && 'after' in change && change.after) await takeMedia(ctx, session, change.after, change.before)
    if (standing) return (await saveIf<RegradeDoc>(RegradeModel, standing._id, { state: 'PROPOSED', revision: standing.revision }, made, session))._id
    const [created] = await RegradeModel.create([{ quiz: quiz._id, course: quiz.course, partner: quiz.partner, state: 'PROPOSED', ...made }], { session })
    return created!._id
  }).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal('STALE') : error
  })
  return ctx.load.regrade.fresh((await RegradeModel.findById(kept).lean<RegradeDoc>())!)
}

type Said = Omit<RegradeChangeInput, 'policy' | 'points'> & { policy: (typeof regradePolicies)[number] | null; points: number | null }

async function changeOf(ctx: Context, quiz: QuizDoc, { question, act, policy, points, body }: Said, field: string): Promise<RegradeChange> {
  const own = quiz.questions.find(one => one.id === question)
  const found = own ? { before: own as Question, newest: own as Question } : await drawnQuestion(ctx, quiz, question)
  if (!found) throw new Refusal('NOT_FOUND', {}, `${field}.question`)
  const { before, newest } = found
  const change = { question, before }
  if (act === 'DROP') return { ...change, act }
  if (act === 'POINTS') {
    if (points === null) throw new Refusal('REQUIRED', {}, `${field}.points`)
    return { ...change, act, points }
  }
  if (policy === null) throw new Refusal('REQUIRED', {}, `${field}.policy`)
  if (isManual(before.kind)) {
    if (policy !== 'FULL_CREDIT' || body) throw new Refusal('REGRADE_BY_PEOPLE', { kind: before.kind }, `${field}.policy`)
    return { ...change, act, policy, after: null }
  }
  // A key for who begins later is one to be written, and where questions are drawn it is the bank's to write.
  if (policy === 'NONE' && (!own || !body)) throw new Refusal('REQUIRED', {}, `${field}.body`)
  const after = body ? readBody(body, question, before, `${field}.body`, await knownMedia(ctx, body, before, `${field}.body`)) : policy === 'FULL_CREDIT' ? null : newest
  if (after) refuseMisfit(before, after, `${field}.body`)
  return { ...change, act, policy, after }
}

function refuseMisfit(before: Question, after: Question, field: string): void {
  const { asked } = deal(before, { shuffle: false, chance: () => 0, seed: 0 })
  if (!rekey(asked, after, [before.text])) throw new Refusal('REGRADE_MISFIT', {}, field)
}

/** A question of the bank that was drawn: as it was last asked here, and as the bank has it now. For who may see it there. */
async function drawnQuestion(ctx: Context, quiz: QuizDoc, id: string): Promise<{ before: Question; newest: Question } | null> {
  const attempt = await AttemptModel.findOne({ quiz: quiz._id, 'questions.id': id }).sort({ _id: -1 }).select('+questions').lean<{ questions: AskedDoc[] }>()
  const bank = attempt?.questions.find(one => one.id === id)?.bank
  const question = bank ? await ctx.load.bankQuestion.find(bank.question) : null
  if (!bank || !question || !bankPolicy.see(ctx.viewer, question)) return null
  const [asked, newest] = await Promise.all([
    BankVersionModel.findOne({ bankQuestion: question._id, number: bank.version }).lean<BankVersionDoc>(), ctx.load.bankVersion.get(question.version),
  ])
  return asked && { before: { ...asked.question, id }, newest: { ...newest.question, id } }
}

/** Takes a proposal back; it stays in the history. Safe to repeat. */
export async function withdrawRegrade(ctx: Context, id: string): Promise<RegradeDoc> {
  const regrade = await ctx.load.regrade.get(id)
  if (regrade.state === 'WITHDRAWN' && regradePolicy.see(ctx.viewer, regrade)) return regrade
  authorise(regradePolicy, 'withdraw', ctx.viewer, regrade)
  return ctx.load.regrade.fresh(await saveIf<RegradeDoc>(RegradeModel, regrade._id, { state: 'PROPOSED' }, { state: 'WITHDRAWN' }))
}
