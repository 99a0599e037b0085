import type { CourseFigures } from '../../graphql.ts'
import { ClassModel, EnrolmentModel, type CourseDoc } from '../../course/index.ts'
import { CertificateModel } from '../model.ts'

/** Below so many people a mean would tell of persons (DOMAIN §14: n >= 5). */
const ANONYMOUS = 5

/** How the classes of a course do: for the agency, and for the partner whose course it is. */
export async function figuresOf(course: CourseDoc): Promise<CourseFigures> {
  const [classes, enrolled, [valid]] = await Promise.all([
    ClassModel.countDocuments({ course: course._id, cancelledReason: null }),
    EnrolmentModel.countDocuments({ course: course._id, state: 'ENROLLED' }),
    CertificateModel.aggregate<{ count: number; mean: number | null }>([
      { $match: { course: course._id, state: 'VALID' } },
      { $group: { _id: null, count: { $sum: 1 }, mean: { $avg: '$facts.qualification.mark' } } },
    ]),
  ])
  const completed = valid?.count ?? 0
  return { classes, enrolled, completed, meanFinalMark: completed >= ANONYMOUS ? valid!.mean : null }
}
