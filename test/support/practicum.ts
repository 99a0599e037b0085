import { Types } from 'mongoose'
import type { CourseDoc, EnrolmentDoc, SectionDoc } from '../../server/course/index.ts'
import { PracticumModel, SubmissionModel, type PracticumDoc, type SubmissionDoc } from '../../server/practicum/index.ts'

let count = 0

/** Two criteria of 60 and 40 percent, each with the four levels of DOMAIN §10.3, worth 1 to 4. */
export function aRubric(): PracticumDoc['rubric'] {
  const labels = ['Kurang', 'Cukup', 'Baik', 'Sangat Baik']
  const criterion = (id: string, title: string, weight: number) =>
    ({ id, title, weight, levels: labels.map((label, at) => ({ id: `${id}-${at + 1}`, label, description: `${title}: ${label}`, points: at + 1 })) })
  return { criteria: [criterion('isi', 'Ketepatan isi', 60), criterion('saji', 'Penyajian', 40)] }
}

/** A grading input that gives each criterion of `aRubric` the level of that place, 1 to 4. */
export const levels = (isi: number, saji: number) =>
  ({ comment: 'Terima kasih.', criteria: [{ criterion: 'isi', level: `isi-${isi}`, comment: 'Cermat.' }, { criterion: 'saji', level: `saji-${saji}`, comment: '' }] })

/** A practicum of the course that is ready, unless fields say otherwise. */
export async function aPracticum({ course, sections }: { course: CourseDoc; sections: readonly SectionDoc[] }, fields: Partial<PracticumDoc> = {}): Promise<PracticumDoc> {
  count++
  const practicum = await PracticumModel.create({
    course: course._id, partner: course.partner, section: sections[0]!._id, assessment: `praktik-${count}-${new Types.ObjectId()}`, title: `Praktik ${count}`,
    weight: 100, instructions: '<p>Susun rencana aksi.</p>', rubric: aRubric(), maxFiles: 3, revisionsAllowed: 2, acceptedTypes: ['application/pdf', 'image/*'], ...fields,
  })
  return practicum.toObject() as unknown as PracticumDoc
}

/** Work handed in with a link, unless fields say otherwise. */
export async function aSubmission(practicum: PracticumDoc, enrolment: EnrolmentDoc, fields: Partial<SubmissionDoc> = {}): Promise<SubmissionDoc> {
  const submission = await SubmissionModel.create({
    practicum: practicum._id, enrolment: enrolment._id, person: enrolment.person, class: enrolment.class, course: enrolment.course,
    state: 'SUBMITTED', link: 'https://contoh.example/bukti', rubric: practicum.rubric, submittedAt: new Date(), ...fields,
  })
  return submission.toObject() as unknown as SubmissionDoc
}
