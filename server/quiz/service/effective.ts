import DataLoader from 'dataloader'
import type { EnrolmentDoc } from '../../course/index.ts'
import { effectiveSettings, type Times } from '../domain/effective.ts'
import type { QuizDoc } from '../model.ts'
import { QuizOverrideModel, type QuizOverrideDoc } from '../overrideModel.ts'

type Of = Pick<EnrolmentDoc, '_id' | 'class'>

/** What is otherwise for these who learn, of all quizzes: their own and their classes'. */
async function overridesOf(enrolments: readonly Of[]): Promise<QuizOverrideDoc[][]> {
  const found = await QuizOverrideModel
    .find({ class: { $in: [...new Set(enrolments.map(one => String(one.class)))] }, enrolment: { $in: [null, ...enrolments.map(({ _id }) => _id)] } })
    .lean<QuizOverrideDoc[]>()
  return enrolments.map(one => found.filter(override => override.class.equals(one.class) && (override.enrolment === null || override.enrolment.equals(one._id))))
}

/** Batched within one request. */
export function overrideLoader() {
  const loader = new DataLoader<Of, QuizOverrideDoc[], string>(overridesOf, { maxBatchSize: 200, cacheKeyFn: ({ _id }) => String(_id) })
  return { of: (enrolment: Of) => loader.load(enrolment), forget: () => void loader.clearAll() }
}

/** What holds of a quiz for an enrolment, of what is at hand. */
export const settingsAmong = (quiz: Pick<QuizDoc, '_id' | 'minutes' | 'attemptsAllowed'>, overrides: readonly QuizOverrideDoc[]): Times =>
  effectiveSettings(quiz, overrides.filter(one => one.quiz.equals(quiz._id)))

/** What holds of a quiz for an enrolment now, read from the store. */
export async function settingsFor(quiz: Pick<QuizDoc, '_id' | 'minutes' | 'attemptsAllowed'>, enrolment: Of): Promise<Times> {
  return settingsAmong(quiz, (await overridesOf([enrolment]))[0]!)
}
