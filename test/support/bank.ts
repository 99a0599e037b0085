import { Types } from 'mongoose'
import { bareQuestion } from '../../server/bank/domain/question.ts'
import { BankQuestionModel, BankVersionModel, type BankQuestionDoc } from '../../server/bank/index.ts'

/** A draft of the owner, written by somebody else than whoever asks. */
export async function aBankQuestion(owner: BankQuestionDoc['owner'], fields: Partial<BankQuestionDoc> = {}): Promise<BankQuestionDoc> {
  const [_id, version, by] = [new Types.ObjectId(), new Types.ObjectId(), new Types.ObjectId()]
  const question = { ...bareQuestion(String(_id), 'TRUE_FALSE', '<p>Benar?</p>'), right: true }
  await BankVersionModel.create({ _id: version, bankQuestion: _id, number: 1, at: new Date(), by, question })
  const made = await BankQuestionModel.create({ _id, owner, kind: question.kind, words: 'Benar?', version, versionCount: 1, writtenBy: by, updatedAt: new Date(), ...fields })
  return made.toObject() as unknown as BankQuestionDoc
}
