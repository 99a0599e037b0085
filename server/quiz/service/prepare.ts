import type { Types } from 'mongoose'
import { ClassModel, EnrolmentModel, type EnrolmentDoc } from '../../course/index.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { Refusal } from '../../lib/refusal.ts'
import { isReady } from '../domain/structure.ts'
import { AttemptModel, QuizModel, type QuizDoc } from '../model.ts'
import { QuizOverrideModel, type QuizOverrideDoc } from '../overrideModel.ts'
import type { Clock } from './handIn.ts'
import { insertAttempt } from './newAttempt.ts'
import { sheetFor, storedSheet } from './sheet.ts'

/** How long before a quiz opens its attempts are made (default, ours). */
const AHEAD_MS = 30 * 60_000
/** How long one run may take; the next goes on where it stopped (Moodle: 600 s). */
const RUN_MS = 600_000

/**
 * Before a quiz opens for a class or for one of it: deals an attempt to everybody who has none, so that a hall that begins at
 * once waits for no dealing. Safe to run twice, also at once. One that fails is logged, and holds back no other.
 */
export async function prepareAttempts(clock: Clock): Promise<void> {
  const [now, began] = [clock.now(), Date.now()]
  const opening = await QuizOverrideModel.find({ opensAt: { $gt: now, $lte: new Date(now.getTime() + AHEAD_MS) } }).sort({ opensAt: 1 }).lean<QuizOverrideDoc[]>()
  for (const override of opening) {
    const quiz = await QuizModel.findById(override.quiz).lean<QuizDoc>()
    if (!quiz || !isReady(quiz) || await ClassModel.exists({ _id: override.class, cancelledReason: { $ne: null } })) continue
    for (const enrolment of await unbegun(override)) {
      if (Date.now() - began > RUN_MS) return
      try {
        await prepare(clock, quiz, enrolment)
      } catch (err) {
        // What the bank lacks for one it lacks for all of them; that was logged.
        if (err instanceof Refusal && err.code === 'QUIZ_NOT_READY') break
        clock.log.error({ err, quiz: quiz._id, enrolment: enrolment._id }, 'an attempt could not be prepared')
      }
    }
  }
}

/** Who is to take the quiz and has no attempt at it. */
async function unbegun({ quiz, class: cls, enrolment }: QuizOverrideDoc): Promise<EnrolmentDoc[]> {
  const begun: Types.ObjectId[] = await AttemptModel.distinct('enrolment', { class: cls, quiz })
  const some = enrolment ? { $and: [{ _id: enrolment }, { _id: { $nin: begun } }] } : { _id: { $nin: begun } }
  return EnrolmentModel.find({ class: cls, state: 'ENROLLED', ...some }).sort({ _id: 1 }).lean<EnrolmentDoc[]>()
}

async function prepare(clock: Clock, quiz: QuizDoc, enrolment: EnrolmentDoc): Promise<void> {
  await insertAttempt({
    quiz: quiz._id, enrolment: enrolment._id, person: enrolment.person, class: enrolment.class, course: quiz.course, number: 1, state: 'NOT_STARTED',
    startedAt: clock.now(), passMark: quiz.passMark, preparedFrom: quiz.revision, ...storedSheet(await sheetFor(clock, quiz, enrolment)),
  }).catch(error => {
    if (!isDuplicate(error)) throw error
  })
}
