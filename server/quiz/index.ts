import type { Domain } from '../domain.ts'
import { on } from '../lib/events.ts'
import { resolvers } from './resolvers.ts'
import { quizRoutes } from './routes.ts'
import { handInOverdue } from './service/handIn.ts'
import { noteAllAsked, noteAskedAnew } from './service/asked.ts'
import { advanceAll } from './service/regradeApply.ts'
import { prepareAttempts } from './service/prepare.ts'
import { makeMissingShells, makeShells } from './service/shells.ts'

export const quiz: Domain = {
  name: 'quiz',
  resolvers,
  routes: quizRoutes,
  listen: () => {
    on('course.compiled', ({ course }) => makeShells(course))
    on('bank.changed', ({ question }) => noteAskedAnew(question))
  },
  sweeps: [
    { name: 'where questions are asked', everySeconds: 300, run: noteAllAsked },
    { name: 'attempts over', everySeconds: 30, run: handInOverdue },
    { name: 'regrades', everySeconds: 15, run: advanceAll },
    { name: 'quizzes about to open', everySeconds: 60, run: prepareAttempts },
    { name: 'quizzes of courses', everySeconds: 600, run: makeMissingShells },
  ],
}

export { quizLoaders } from './loaders.ts'
export { AttemptModel, QuizModel, type AttemptDoc, type QuizDoc, type QuizStandingDoc } from './model.ts'
export { attemptPolicy, quizPolicy, regradePolicy } from './policy.ts'
export { quizMarkOf, quizStandings, standingOf, standingWith } from './service/standing.ts'
export { changedEnrolments, type ChangedEnrolment } from './service/regradeOutlook.ts'
export type { RegradeDoc } from './regradeModel.ts'
export { asks, isReady, placesOf } from './domain/structure.ts'
export { AppealModel, type AppealDoc } from './appealModel.ts'
export { appealsOfBankQuestion } from './service/appealCounts.ts'
export { coverageOf, type BlueprintRow, type Coverage } from './domain/blueprint.ts'
export { planOfQuizzes } from './service/shells.ts'
