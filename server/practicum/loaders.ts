import DataLoader from 'dataloader'
import { Types } from 'mongoose'
import { byId, listBy } from '../lib/loader.ts'
import { PracticumModel, SubmissionModel, type PracticumDoc, type SubmissionDoc } from './model.ts'

export const practicumLoaders = () => ({
  practicum: byId<PracticumDoc>(PracticumModel),
  submission: byId<SubmissionDoc>(SubmissionModel),
  /** In the order they were made, which is the curriculum's; as many as it has PRACTICUM assessments. */
  practicumsOfCourse: listBy<PracticumDoc>(PracticumModel, 'course'),
  /** One for each practicum begun. */
  submissionsOfEnrolment: listBy<SubmissionDoc>(SubmissionModel, 'enrolment'),
  /** How many wait for grading in a class. */
  waitingInClass: new DataLoader<string, number>(async ids => {
    const counts = await SubmissionModel.aggregate<{ _id: Types.ObjectId; count: number }>([
      { $match: { class: { $in: ids.map(id => new Types.ObjectId(id)) }, state: 'SUBMITTED' } }, { $group: { _id: '$class', count: { $sum: 1 } } },
    ])
    const found = new Map(counts.map(({ _id, count }) => [String(_id), count]))
    return ids.map(id => found.get(id) ?? 0)
  }),
})
