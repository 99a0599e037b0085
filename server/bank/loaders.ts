import { byId, listBy } from '../lib/loader.ts'
import { BankQuestionModel, BankVersionModel, type BankQuestionDoc, type BankVersionDoc } from './model.ts'

export const bankLoaders = () => ({
  bankQuestion: byId<BankQuestionDoc>(BankQuestionModel),
  bankVersion: byId<BankVersionDoc>(BankVersionModel),
  /** Oldest first; a question is worded a few times in its life. */
  versionsOfBankQuestion: listBy<BankVersionDoc>(BankVersionModel, 'bankQuestion'),
})
