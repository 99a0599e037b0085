import type { Context } from '../../context.ts'
import { dayOf } from '../../lib/days.ts'
import { Refusal } from '../../lib/refusal.ts'
import { GrantModel, fullName, holdersOf, rankOf, type GrantDoc } from '../../people/index.ts'
import { subjectMark } from '../domain/completion.ts'
import type { CertificateFacts } from '../domain/facts.ts'
import type { Gathered } from './record.ts'

/** Where a verification leads; the token, not the number, so that nobody can guess the next one. */
export const verifyUrl = (publicUrl: string, token: string) => `${publicUrl}/verify/${token}`

/** Everything printed, as it is today. Refuses with NO_SIGNATORY while the agency has nobody who signs. */
export async function factsOf(ctx: Context, gathered: Gathered, { issuedAt, token }: { issuedAt: Date; token: string }): Promise<Omit<CertificateFacts, 'number'>> {
  const { class: group, course, person, sections, record, completion } = gathered
  const [signatory, instructors, partner, version, unit] = await Promise.all([
    agencySignatory(ctx), instructorsOf(ctx, gathered), ctx.load.partner.get(course.partner), ctx.load.curriculumVersion.get(course.version), ctx.load.unit.find(person.unit),
  ])
  const evaluated = record.quizzes.length > 0 || record.practicums.length > 0
  const { theory, practice, field } = course.hours
  return {
    kind: evaluated ? 'STTP' : 'SERTIFIKAT',
    token, verifyUrl: verifyUrl(ctx.env.publicUrl, token), issuedAt, issuePlace: ctx.env.AGENCY_CITY,
    person: {
      name: fullName(person), nip: person.nip, birthPlace: person.birthPlace, birthDate: person.birthDate ? new Date(`${person.birthDate}T00:00:00+07:00`) : null,
      rank: rankOf(person.grade, person.employment), position: person.position, agency: unit?.name ?? ctx.env.AGENCY_NAME,
    },
    qualification: completion.finalMark === null ? null : { code: completion.qualification!, mark: completion.finalMark },
    training: {
      title: course.title, code: course.code, className: group.name, method: group.mode, organiser: ctx.env.AGENCY_NAME, partner: partner.name,
      startsOn: group.startsOn, endsOn: group.endsOn < dayOf(issuedAt) ? group.endsOn : dayOf(issuedAt), venue: group.venue,
    },
    jp: theory + practice + field,
    subjects: sections.map(({ _id, subject }) => ({ title: subject.title, ...subject.hours, mark: subjectMark(String(_id), record) })),
    competencies: version.content.competencies.map(competency => `${competency.code} ${competency.name}`),
    instructors, signatory,
  }
}

/** The head of the agency: the first who signs for it. */
async function agencySignatory(ctx: Context): Promise<CertificateFacts['signatory']> {
  const grants = await GrantModel.find({ role: 'AGENCY_SIGNATORY', kind: 'AGENCY' }).sort({ _id: 1 }).limit(20).lean<GrantDoc[]>()
  for (const grant of grants) {
    const person = await ctx.load.person.find(grant.person)
    if (person?.active) return { position: person.position ?? ctx.env.AGENCY_NAME, name: fullName(person), nip: person.nip }
  }
  throw new Refusal('NO_SIGNATORY')
}

async function instructorsOf(ctx: Context, { class: group }: Gathered): Promise<string[]> {
  const people = await Promise.all((await holdersOf(group._id, ['INSTRUCTOR'])).map(grant => ctx.load.person.find(grant.person)))
  return people.flatMap(person => (person ? [fullName(person)] : []))
}
