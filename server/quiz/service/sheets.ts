import type { Types } from 'mongoose'
import type { AttemptsCounted } from '../../graphql.ts'
import { eachOf } from '../../lib/mongo.ts'
import { AttemptModel, type AskedDoc, type AttemptDoc } from '../model.ts'

/** What statistics read of an attempt. */
export type Sheet = Pick<AttemptDoc, '_id' | 'enrolment' | 'person' | 'mark' | 'passed'> & { questions: AskedDoc[] }

const parts = ['id', 'kind', 'points', 'mark', 'answer.choices', 'variant', 'bank', 'pilot'].map(part => `questions.${part}`)
const select = ['enrolment', 'person', 'mark', 'passed', ...parts].join(' ')

/** Finished attempts by enrolment, oldest first; of each enrolment those that count. */
export async function* sheetsOf(quiz: Types.ObjectId, counted: AttemptsCounted): AsyncGenerator<Sheet> {
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

/** So many at a time. */
export async function* inBatches(sheets: AsyncGenerator<Sheet>, size = 200): AsyncGenerator<Sheet[]> {
  let batch: Sheet[] = []
  for await (const sheet of sheets) {
    batch.push(sheet)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
