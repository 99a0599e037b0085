import { Types } from 'mongoose'
import type { ClassDoc, EnrolmentDoc } from '../../server/course/index.ts'
import { AppealModel, type AppealDoc, type QuizDoc } from '../../server/quiz/index.ts'

/** An open appeal of a learner against the mark of the quiz's first question, as stored; once for each attempt. */
export async function anAppealOf({ attempt, quiz, class: cls, enrolment }: { attempt: string; quiz: QuizDoc; class: ClassDoc; enrolment: EnrolmentDoc }, fields: Partial<AppealDoc> = {}): Promise<AppealDoc> {
  const question = quiz.questions[0]!.id
  const there = await AppealModel.findOne({ attempt, question }).lean<AppealDoc>()
  if (there) return there
  const appeal = {
    attempt: new Types.ObjectId(attempt), question, quiz: quiz._id, class: cls._id, course: cls.course, person: enrolment.person,
    grounds: 'Jawaban saya sesuai modul.', at: new Date(), barred: [enrolment.person], points: 0, ...fields,
  }
  return (await AppealModel.create(appeal)).toObject() as unknown as AppealDoc
}
