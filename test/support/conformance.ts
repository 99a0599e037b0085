import { Types } from 'mongoose'
import { DriftModel, type DriftDoc } from '../../server/conformance/index.ts'
import type { TestCourse } from './course.ts'

let count = 0

/** A drift of the course that was found, open unless fields say otherwise. */
export async function aDriftOf({ course }: Pick<TestCourse, 'course'>, fields: Partial<DriftDoc> = {}): Promise<DriftDoc> {
  count++
  const { version, curriculum, partner } = course
  const drift = await DriftModel.create({
    course: course._id, version, curriculum, partner, kind: 'HOURS', element: `s${count}`, label: `Mata pelatihan ${count}`, size: 0.5,
    facts: { approved: 180, actual: 90 }, hash: `hash-${count}-${new Types.ObjectId()}`, foundAt: new Date(), ...fields,
  })
  return drift.toObject() as unknown as DriftDoc
}

/** Its id; of the world's course. */
export const aDrift = async (world: { course: TestCourse }): Promise<Types.ObjectId> => (await aDriftOf(world.course))._id
