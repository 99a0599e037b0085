import { Types } from 'mongoose'
import { AttemptModel, type AskedDoc, type AttemptDoc } from '../model.ts'
import type { DealtSection, storedSheet } from './sheet.ts'

type Sheet = ReturnType<typeof storedSheet>
/** What is said of a new attempt; the schema's defaults say the rest. */
export type NewAttempt = Pick<AttemptDoc, 'quiz' | 'enrolment' | 'person' | 'class' | 'course' | 'number' | 'startedAt' | 'passMark'> & Partial<AttemptDoc> & Sheet
export type MadeAttempt = { attempt: AttemptDoc; sheet: { questions: AskedDoc[]; sections: DealtSection[] } }

/** What the schema fills in, asked of it once. */
const blank = (() => {
  const { _id, questions, keys, ...attempt } = new AttemptModel({ questions: [{}], keys: [{}] }).toObject<Record<string, unknown> & { questions: object[]; keys: object[] }>()
  return { attempt, question: questions[0]!, key: keys[0]! }
})()

/**
 * Stores an attempt as the schema would, without making a document of every question and key: that takes longer than all
 * else in beginning. Every field is ours, none is a browser's. Gives it as a query would read it. Throws the store's error
 * where another attempt has its place (`isDuplicate`).
 */
export async function insertAttempt({ questions, keys, sections, seed, ...fields }: NewAttempt): Promise<MadeAttempt> {
  const attempt = { _id: new Types.ObjectId(), ...blank.attempt, ...fields } as unknown as AttemptDoc
  const sheet = { questions: questions.map(question => ({ ...blank.question, ...question }) as AskedDoc), sections }
  await AttemptModel.collection.insertOne({ ...attempt, seed, ...sheet, keys: keys.map(key => ({ ...blank.key, ...key })) } as never, { ignoreUndefined: true })
  return { attempt, sheet }
}
