import type { Domain } from '../domain.ts'
import { resolvers } from './resolvers.ts'

export const bank: Domain = { name: 'bank', resolvers }

export { noAnswer, sameAnswer, type Answer, type Given } from './domain/answer.ts'
export { deal, type Asked, type Key } from './domain/deal.ts'
export { isAskable } from './domain/lifeCycle.ts'
export { leastMark, markQuestion } from './domain/mark.ts'
export { faultsOf } from './domain/faults.ts'
export { bareQuestion, isManual, questionKinds, seeded, shuffled, type Chance, type NumberKey, type Pattern, type Question, type QuestionKind } from './domain/question.ts'
export { readAnswer } from './domain/read.ts'
export { wordsIn } from './domain/text.ts'
export { readBody } from './input.ts'
export { bankLoaders } from './loaders.ts'
export { BankQuestionModel, BankVersionModel, type BankQuestionDoc, type BankVersionDoc } from './model.ts'
export { bankPolicy, visibleBankQuestions, writesFor } from './policy.ts'
export { createBankQuestion, insert as insertBankQuestions, updateBankQuestion } from './service/write.ts'
export { moveBankQuestion } from './service/move.ts'
