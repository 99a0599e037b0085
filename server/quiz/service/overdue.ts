import { notify } from '../../notice/index.ts'
import { QuizModel, type AttemptDoc, type QuizDoc } from '../model.ts'
import { nextCheckAt } from '../domain/timing.ts'
import { timedOf } from '../clockModel.ts'

/** Tells its learner that time is over and until when the attempt may still be handed in; told once for each end. */
export async function tellOverdue(clock: { now: () => Date }, attempt: AttemptDoc): Promise<void> {
  const until = nextCheckAt(timedOf(attempt))
  const quiz = await QuizModel.findById(attempt.quiz).select('title').lean<QuizDoc>()
  if (!until || !quiz) return
  const [id, end] = [String(attempt._id), attempt.endsAt!.getTime()]
  await notify(clock, { to: [attempt.person], kind: 'ATTEMPT_OVERDUE', facts: { title: quiz.title, until: until.toISOString() }, link: `/kuis/${id}`, key: `attempt:${id}:overdue:${end}` })
}
