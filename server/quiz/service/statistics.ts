import type { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { AttemptsCounted, QuestionKind, QuizStatistics } from '../../graphql.ts'
import { PersonModel } from '../../people/index.ts'
import type { Written } from '../domain/attempt.ts'
import { difOf } from '../domain/statistics/dif.ts'
import { begin, take, type Gathered, type Item, type Row } from '../domain/statistics/gather.ts'
import { itemStatistics } from '../domain/statistics/items.ts'
import { livingston, wholeStatistics } from '../domain/statistics/whole.ts'
import type { QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'
import { keptOr } from './keptStatistics.ts'
import { inBatches, sheetsOf, type Sheet } from './sheets.ts'

/** Attempts under which nothing is told: figures of four people are people (UU 27/2022; default of this product). */
export const SHOWN_FROM = 5
const BANDS = 10

/** What the finished attempts at a quiz say of it; null for who may not see it. */
export async function statisticsOf(ctx: Context, quiz: QuizDoc, counted: AttemptsCounted): Promise<QuizStatistics | null> {
  if (!quizPolicy.seeStatistics(ctx.viewer, quiz)) return null
  return keptOr(ctx.now(), quiz, counted, () => workedOut(quiz, counted))
}

/** Attempts are read one after the other and never held together; memory grows with the questions. */
async function workedOut(quiz: QuizDoc, counted: AttemptsCounted): Promise<QuizStatistics> {
  const gathered = begin(quiz.questions.map(itemOf))
  const bands = Array.from({ length: BANDS }, () => 0)
  let passed = 0
  for await (const batch of inBatches(sheetsOf(quiz._id, counted))) {
    const groups = await groupsOf(batch.map(({ person }) => person))
    for (const sheet of batch) {
      take(gathered, rowOf(gathered, sheet, groups))
      bands[Math.min(BANDS - 1, Math.floor((sheet.mark ?? 0) * BANDS + 1e-9))]!++
      if (sheet.passed) passed++
    }
  }
  return told(quiz, gathered, bands, passed)
}

/** What is worth nothing is judged as if it were worth one, and counts nothing. */
const itemOf = ({ id, points, choices }: Written): Item => ({
  id, max: points || 1, counts: points > 0, options: choices.map(choice => choice.id), right: choices.filter(({ right }) => right).map(choice => choice.id),
})

/** PNS are the reference, PPPK the focal group; who is neither takes no part in the comparison. */
async function groupsOf(people: readonly Types.ObjectId[]): Promise<Map<string, Row['group']>> {
  const found = await PersonModel.find({ _id: { $in: people } }).select('employment').lean<{ _id: Types.ObjectId; employment: string }[]>()
  return new Map(found.map(({ _id, employment }) => [String(_id), employment === 'PNS' ? 'REFERENCE' : employment === 'PPPK' ? 'FOCAL' : null]))
}

function rowOf({ items }: Gathered, sheet: Sheet, groups: ReadonlyMap<string, Row['group']>): Row {
  const asked = new Map(sheet.questions.map(question => [question.id, question]))
  const each = items.map(({ item }) => ({ item, question: asked.get(item.id) }))
  return {
    // What it was worth when it was asked is told in what it is worth now, so that old and new attempts add up.
    points: each.map(({ item, question }) => (question ? (question.mark ?? 0) * item.max : null)),
    picks: each.map(({ question }) => question?.answer?.choices ?? null),
    variants: each.map(({ question }) => question?.variant ?? null),
    versions: each.map(({ question }) => question?.bank?.version ?? null),
    group: groups.get(String(sheet.person)) ?? null,
  }
}

function told(quiz: QuizDoc, gathered: Gathered, bands: readonly number[], passed: number): QuizStatistics {
  const points = quiz.questions.reduce((sum, question) => sum + question.points, 0)
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
      const question = quiz.questions[at]!
      const interval = item.n < SHOWN_FROM ? null : known
      const said = item.n < SHOWN_FROM ? { ...item, ...untold, options: [] } : item
      return {
        ...said, number: at + 1, text: question.text, kind: question.kind as QuestionKind, intervalLow: interval?.[0] ?? null, intervalHigh: interval?.[1] ?? null,
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
