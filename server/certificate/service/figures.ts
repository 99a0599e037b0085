import type { CourseFigures } from '../../graphql.ts'
import { ClassModel, EnrolmentModel, type CourseDoc } from '../../course/index.ts'
import { CertificateModel } from '../model.ts'

/** Below so many people a mean would tell of persons (DOMAIN §14: n >= 5). */
const ANONYMOUS = 5

/** How the classes of a course do: for the agency, and for the partner whose course it is. */
export async function figuresOf(course: CourseDoc): Promise<CourseFigures> {
  const valid = { course: course._id, state: 'VALID' } as const
  const [classes, enrolled, completed, [marked]] = await Promise.all([
    ClassModel.countDocuments({ course: course._id, cancelledReason: null }),
    EnrolmentModel.countDocuments({ course: course._id, state: 'ENROLLED' }),
    CertificateModel.countDocuments(valid),
    // Certificates of attendance have no mark: those who have one must be many enough by themselves.
    CertificateModel.aggregate<{ count: number; mean: number }>([
      { $match: { ...valid, 'facts.qualification': { $ne: null } } },
      { $group: { _id: null, count: { $sum: 1 }, mean: { $avg: '$facts.qualification.mark' } } },
    ]),
  ])
  return { classes, enrolled, completed, meanFinalMark: marked && marked.count >= ANONYMOUS ? marked.mean : null }
}
