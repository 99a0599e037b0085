import type { Types } from 'mongoose'
import type { Question } from '../../bank/index.ts'
import type { Context } from '../../context.ts'
import type { AttemptsCounted, QuestionKind, QuizStatistics } from '../../graphql.ts'
import { PersonModel } from '../../people/index.ts'
import { asks } from '../domain/structure.ts'
import { difOf } from '../domain/statistics/dif.ts'
import { begin, beginItem, take, type Gathered, type Row } from '../domain/statistics/gather.ts'
import { itemStatistics } from '../domain/statistics/items.ts'
import { livingston, wholeStatistics } from '../domain/statistics/whole.ts'
import type { AskedDoc, QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'
import { drawnFor, itemOf, keyOf, type Asking } from './drawnItems.ts'
import { keptOr } from './keptStatistics.ts'
import { inBatches, sheetsOf, type Sheet } from './sheets.ts'

/** Attempts under which nothing is told: figures of four people are people (UU 27/2022; default of this product). */
export const SHOWN_FROM = 5
const BANDS = 10

/** What the finished attempts at a quiz say of it; null for who may not see it. */
export async function statisticsOf(ctx: Context, quiz: QuizDoc, counted: AttemptsCounted): Promise<QuizStatistics | null> {
  if (!quizPolicy.seeStatistics(ctx.viewer, quiz)) return null
  return figuresOf(ctx, quiz, counted)
}

/** The same for who asks on behalf of something else than a viewer of the quiz: figures of nobody in particular. */
export const figuresOf = ({ now }: Pick<Context, 'now'>, quiz: QuizDoc, counted: AttemptsCounted): Promise<QuizStatistics> =>
  keptOr(now(), quiz, counted, () => workedOut(quiz, counted))

/** Attempts are read one after the other and never held together; memory grows with the questions. */
async function workedOut(quiz: QuizDoc, counted: AttemptsCounted): Promise<QuizStatistics> {
  const gathered = begin(quiz.questions.map(question => itemOf(question.id, question, question.points)))
  const askings = new Map(quiz.questions.map((question): [string, Asking] => [question.id, { question, bank: question.bank?.question ?? null, drawn: false, pilot: false }]))
  const drawn = await drawnFor(quiz)
  const bands = Array.from({ length: BANDS }, () => 0)
  let passed = 0
  for await (const batch of inBatches(sheetsOf(quiz._id, counted))) {
    const groups = await groupsOf(batch.map(({ person }) => person))
    for (const sheet of batch) {
      take(gathered, rowOf(gathered, askedOf(sheet, gathered, askings, drawn), groups.get(String(sheet.person)) ?? null))
      bands[Math.min(BANDS - 1, Math.floor((sheet.mark ?? 0) * BANDS + 1e-9))]!++
      if (sheet.passed) passed++
    }
  }
  return told(quiz, gathered, { askings: [...askings.values()], bands, passed })
}

/** PNS are the reference, PPPK the focal group; who is neither takes no part in the comparison. */
async function groupsOf(people: readonly Types.ObjectId[]): Promise<Map<string, Row['group']>> {
  const found = await PersonModel.find({ _id: { $in: people } }).select('employment').lean<{ _id: Types.ObjectId; employment: string }[]>()
  return new Map(found.map(({ _id, employment }) => [String(_id), employment === 'PNS' ? 'REFERENCE' : employment === 'PPPK' ? 'FOCAL' : null]))
}

/**
 * What was asked in an attempt, by item; what was drawn and not met before becomes an item. Left out: questions the quiz does
 * not ask any more, and such as count nothing since they were dropped.
 */
function askedOf({ questions }: Sheet, gathered: Gathered, askings: Map<string, Asking>, drawn: ReadonlyMap<string, Question>): Map<string, AskedDoc> {
  const found = new Map<string, AskedDoc>()
  for (const asked of questions) {
    const own = askings.get(asked.id)
    if (own && !own.drawn) {
      if (asked.points > 0) found.set(asked.id, asked)
      continue
    }
    const question = asked.bank && drawn.get(asked.bank.question)
    if (!question || (asked.points === 0 && !asked.pilot)) continue
    const key = keyOf(asked)
    if (!askings.has(key)) {
      askings.set(key, { question, bank: asked.bank!.question, drawn: true, pilot: asked.pilot ?? false })
      gathered.items.push(beginItem(itemOf(key, question, asked.points)))
    }
    found.set(key, asked)
  }
  return found
}

function rowOf({ items }: Gathered, asked: ReadonlyMap<string, AskedDoc>, group: Row['group']): Row {
  const each = items.map(({ item }) => ({ item, question: asked.get(item.id) }))
  return {
    // What it was worth when it was asked is told in what it is worth now, so that old and new attempts add up.
    points: each.map(({ item, question }) => (question ? (question.mark ?? 0) * item.max : null)),
    picks: each.map(({ question }) => question?.answer?.choices ?? null),
    variants: each.map(({ question }) => question?.variant ?? null),
    versions: each.map(({ question }) => question?.bank?.version ?? null),
    group,
  }
}

type Seen = { askings: readonly Asking[]; bands: readonly number[]; passed: number }

function told(quiz: QuizDoc, gathered: Gathered, { askings, bands, passed }: Seen): QuizStatistics {
  const { points } = asks(quiz)
  const suppressed = gathered.n < SHOWN_FROM
  if (suppressed) return { ...nothing, n: gathered.n, suppressed, points }
  const whole = wholeStatistics(gathered)
  return {
    ...whole, suppressed, points,
    passShare: passed / gathered.n,
    decisionConsistency: whole.consistency === null || whole.sd === null ? null
      : livingston(Math.max(0, whole.consistency / 100), { mean: whole.mean!, sd: whole.sd }, quiz.passMark * points),
    histogram: bands.map((n, at) => ({ from: at / BANDS, to: (at + 1) / BANDS, n })),
    items: itemStatistics(gathered).map(({ interval: known, ...item }, at) => {
      const { question, bank: bankQuestion, drawn, pilot } = askings[at]!
      const interval = item.n < SHOWN_FROM ? null : known
      const said = item.n < SHOWN_FROM ? { ...item, ...untold, options: [] } : item
      return {
        ...said, number: at + 1, text: question.text, kind: question.kind as QuestionKind, bankQuestion, drawn, pilot, intervalLow: interval?.[0] ?? null, intervalHigh: interval?.[1] ?? null,
        options: said.options.map(({ picked, ...option }, place) => ({ ...option, n: picked, text: question.choices[place]!.text })),
        functioning: difOf(gathered.items[at]!),
      }
    }),
  }
}

/** Of an item that few were asked. */
const untold = { facility: null, sd: null, discrimination: null, efficiency: null, effectiveWeight: null, flags: [], curve: [], variants: [], versions: [] }

const nothing = {
  mean: null, median: null, sd: null, skewness: null, kurtosis: null, consistency: null, errorRatio: null, standardError: null, passShare: null,
  decisionConsistency: null, histogram: [], items: [],
}
