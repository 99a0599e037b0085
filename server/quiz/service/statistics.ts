import type { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { AttemptsCounted, QuestionKind, QuizStatistics } from '../../graphql.ts'
import { eachOf } from '../../lib/mongo.ts'
import { PersonModel } from '../../people/index.ts'
import type { Written } from '../domain/attempt.ts'
import { difOf } from '../domain/statistics/dif.ts'
import { begin, take, type Gathered, type Item, type Row } from '../domain/statistics/gather.ts'
import { itemStatistics } from '../domain/statistics/items.ts'
import { livingston, wholeStatistics } from '../domain/statistics/whole.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc, type QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'

/** Attempts under which nothing is told: figures of four people are people (UU 27/2022; default of this product). */
export const SHOWN_FROM = 5
const BANDS = 10

type Sheet = Pick<AttemptDoc, '_id' | 'enrolment' | 'person' | 'mark' | 'passed'> & { questions: AskedDoc[] }

/**
 * What the finished attempts at a quiz say of it. Attempts are read one after the other and never held together; memory
 * grows with the questions. Null for who may not see it.
 */
export async function statisticsOf(ctx: Context, quiz: QuizDoc, counted: AttemptsCounted): Promise<QuizStatistics | null> {
  if (!quizPolicy.seeStatistics(ctx.viewer, quiz)) return null
  const gathered = begin(quiz.questions.map(itemOf))
  const bands = Array.from({ length: BANDS }, () => 0)
  let passed = 0
  for await (const batch of batches(sheetsOf(quiz._id, counted))) {
    const groups = await groupsOf(batch.map(({ person }) => person))
    for (const sheet of batch) {
      take(gathered, rowOf(quiz, sheet, groups))
      bands[Math.min(BANDS - 1, Math.floor((sheet.mark ?? 0) * BANDS + 1e-9))]!++
      if (sheet.passed) passed++
    }
  }
  return told(quiz, gathered, bands, passed)
}

const itemOf = ({ id, points, choices }: Written): Item =>
  ({ id, max: points, options: choices.map(choice => choice.id), right: choices.filter(({ right }) => right).map(choice => choice.id) })

/** Finished attempts by enrolment, oldest first; of each enrolment those that count. */
async function* sheetsOf(quiz: Types.ObjectId, counted: AttemptsCounted): AsyncGenerator<Sheet> {
  const select = 'enrolment person mark passed questions.id questions.points questions.mark questions.answer'
  let kept: Sheet | null = null
  for await (const sheet of eachOf<Sheet>(AttemptModel, { quiz, state: 'FINISHED' }, { sort: { enrolment: 1, number: 1 }, select, batch: 200 })) {
    if (counted === 'ALL') {
      yield sheet
      continue
    }
    if (kept && !kept.enrolment.equals(sheet.enrolment)) {
      yield kept
      kept = null
    }
    if (!kept || counted === 'LAST' || (counted === 'HIGHEST' && (sheet.mark ?? 0) > (kept.mark ?? 0))) kept = sheet
  }
  if (kept) yield kept
}

async function* batches(sheets: AsyncGenerator<Sheet>, size = 200): AsyncGenerator<Sheet[]> {
  let batch: Sheet[] = []
  for await (const sheet of sheets) {
    batch.push(sheet)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** PNS are the reference, PPPK the focal group; who is neither takes no part in the comparison. */
async function groupsOf(people: readonly Types.ObjectId[]): Promise<Map<string, Row['group']>> {
  const found = await PersonModel.find({ _id: { $in: people } }).select('employment').lean<{ _id: Types.ObjectId; employment: string }[]>()
  return new Map(found.map(({ _id, employment }) => [String(_id), employment === 'PNS' ? 'REFERENCE' : employment === 'PPPK' ? 'FOCAL' : null]))
}

function rowOf({ questions }: QuizDoc, sheet: Sheet, groups: ReadonlyMap<string, Row['group']>): Row {
  const asked = new Map(sheet.questions.map(question => [question.id, question]))
  return {
    // What it was worth when it was asked is told in what it is worth now, so that old and new attempts add up.
    points: questions.map(({ id, points }) => (asked.has(id) ? (asked.get(id)!.mark ?? 0) * points : null)),
    picks: questions.map(({ id }) => asked.get(id)?.answer?.choices ?? null),
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
    items: itemStatistics(gathered).map(({ interval, ...item }, at) => {
      const question = quiz.questions[at]!
      return {
        ...item, number: at + 1, text: question.text, kind: question.kind as QuestionKind, intervalLow: interval?.[0] ?? null, intervalHigh: interval?.[1] ?? null,
        options: item.options.map(({ picked, ...option }, place) => ({ ...option, n: picked, text: question.choices[place]!.text })),
        functioning: difOf(gathered.items[at]!),
      }
    }),
  }
}

const nothing = {
  mean: null, median: null, sd: null, skewness: null, kurtosis: null, consistency: null, errorRatio: null, standardError: null, passShare: null,
  decisionConsistency: null, histogram: [], items: [],
}
