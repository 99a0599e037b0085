import type { Types } from 'mongoose'
import { AppealModel } from '../appealModel.ts'

/** How often marks of a question were appealed against, and how that ended; statistics show it beside the figures. */
export type AppealCounted = { question: string; filed: number; open: number; upheld: number }

const counted = {
  filed: { $sum: 1 },
  open: { $sum: { $cond: [{ $eq: ['$state', 'OPEN'] }, 1, 0] } },
  upheld: { $sum: { $cond: [{ $eq: ['$state', 'UPHELD'] }, 1, 0] } },
} as const

/** By question of a quiz, the most appealed against first; those never appealed against are left out. */
export const appealsOfQuiz = async (quiz: Types.ObjectId): Promise<AppealCounted[]> =>
  (await AppealModel.aggregate<Omit<AppealCounted, 'question'> & { _id: string }>([
    { $match: { quiz } }, { $group: { _id: '$question', ...counted } }, { $sort: { filed: -1, _id: 1 } },
  ])).map(({ _id, ...counts }) => ({ question: _id, ...counts }))

/** Of a question of the bank, in all quizzes that asked it, whichever version. */
export async function appealsOfBankQuestion(question: string): Promise<Omit<AppealCounted, 'question'>> {
  const [counts] = await AppealModel.aggregate<AppealCounted>([{ $match: { 'bank.question': question } }, { $group: { _id: null, ...counted } }])
  return { filed: counts?.filed ?? 0, open: counts?.open ?? 0, upheld: counts?.upheld ?? 0 }
}
