import { withAddresses } from '../domain/media.ts'
import type { Question } from '../domain/question.ts'
import type { BankVersionDoc } from '../model.ts'

/** What a version says, with the addresses of its pictures and sounds. */
export const shownQuestion = ({ bankQuestion, question }: BankVersionDoc): Question => withAddresses(question, `/bank-files/${String(bankQuestion)}`)
