import type { Domain } from '../domain.ts'
import { resolvers } from './resolvers.ts'
import { bankRoutes } from './routes.ts'
import { tidyQuestionImports } from './service/exchange/preview.ts'

export const bank: Domain = {
  name: 'bank',
  resolvers,
  routes: bankRoutes,
  sweeps: [{ name: 'questions looked at yesterday', everySeconds: 3600, run: tidyQuestionImports }],
}

export { noAnswer, sameAnswer, type Answer, type Given } from './domain/answer.ts'
export { deal, type Asked, type Key } from './domain/deal.ts'
export { isAskable } from './domain/lifeCycle.ts'
export { leastMark, markQuestion } from './domain/mark.ts'
export { specificFeedback, type SpecificFeedback } from './domain/feedback.ts'
export { faultsOf } from './domain/faults.ts'
export { bareQuestion, isManual, questionKinds, seeded, shuffled, type Chance, type ChoiceMedia, type Hint, type MediaKind, type NumberKey, type OutcomeFeedback, type Pattern, type Question, type QuestionKind } from './domain/question.ts'
export { isComplete, partsRight, rightPart } from './domain/parts.ts'
export { takesFile } from './domain/kinds/file.ts'
export { mediaOf, withAddresses } from './domain/media.ts'
export { readAnswer } from './domain/read.ts'
export { rekey } from './domain/rekey.ts'
export { rightAnswerOf } from './domain/right.ts'
export { markOfTries } from './domain/tries.ts'
export { wordsIn } from './domain/text.ts'
export { readBody } from './input.ts'
export { bankLoaders } from './loaders.ts'
export { BankQuestionModel, BankVersionModel, type BankQuestionDoc, type BankVersionDoc } from './model.ts'
export { bankPolicy, seesQuestionsOf, visibleBankQuestions, writesFor } from './policy.ts'
export { noteAskedIn } from './service/asked.ts'
export { fitting, type Fitting } from './service/fitting.ts'
export { ownerOf } from './service/list.ts'
export { knownMedia, MEDIA, takeBrought, takeMedia } from './service/media.ts'
export { createBankQuestion, insert as insertBankQuestions, updateBankQuestion } from './service/write.ts'
export { moveBankQuestion } from './service/move.ts'
export { exportFile, type ExportEntry } from './service/exchange/export.ts'
export { chosenRows, importFor } from './service/exchange/take.ts'
export { QuestionImportModel, type QuestionImportDoc } from './importModel.ts'
