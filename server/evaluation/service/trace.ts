import type { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { CertificateModel, type CertificateDoc } from '../../certificate/index.ts'
import { CurriculumVersionModel, curriculumPolicy, type CurriculumVersionDoc } from '../../curriculum/index.ts'
import { ifSeen, signedIn } from '../../lib/policy.ts'
import { fullName } from '../../people/index.ts'
import { practicumStandings } from '../../practicum/index.ts'
import { quizStandings } from '../../quiz/index.ts'
import { traceOf, type Evidence } from '../domain/trace.ts'
import type { TraceDoc } from '../model.ts'
import { tracePolicy } from '../policy.ts'
import { consultationsOf } from './consultations.ts'

/** From a certificate, by its id or the token of its QR code, back to the needs; null for whom it is no concern. */
export async function traceCertificate(ctx: Context, { certificate: id, token }: { certificate?: string | null; token?: string | null }): Promise<TraceDoc | null> {
  signedIn(ctx.viewer)
  const found = id ? await ctx.load.certificate.find(id) : await byToken(token)
  const certificate = ifSeen(tracePolicy, ctx.viewer, found)
  if (!certificate) return null
  const course = await ctx.load.course.get(certificate.course)
  const [version, evidence] = await Promise.all([ctx.load.curriculumVersion.get(course.version), evidenceOf(ctx, certificate)])
  return traced(ctx, version, certificate, evidence)
}

const byToken = (token: string | null | undefined) =>
  (token && /^[\w-]{22}$/.test(token) ? CertificateModel.findOne({ token }).lean<CertificateDoc>() : Promise.resolve(null))

/** A published version from its needs to its assessments; the newest unless a number is asked for. */
export async function traceCurriculum(ctx: Context, id: string, number: number | null | undefined): Promise<TraceDoc | null> {
  signedIn(ctx.viewer)
  const curriculum = ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(id))
  if (!curriculum) return null
  const version = await CurriculumVersionModel.findOne({ curriculum: curriculum._id, ...(number ? { number } : {}) }).sort({ number: -1 }).lean<CurriculumVersionDoc>()
  return version && traced(ctx, version, null, null)
}

async function traced(ctx: Context, version: CurriculumVersionDoc, certificate: CertificateDoc | null, evidence: Evidence[] | null): Promise<TraceDoc> {
  const [names, consultations] = await Promise.all([Promise.all(version.approvals.map(({ by }) => nameOf(ctx, by))), consultationsOf(ctx, version)])
  const graph = traceOf({
    certificate: certificate && { id: String(certificate._id), number: certificate.number, title: `${certificate.facts.training.title}, ${certificate.facts.training.className}`, issuedAt: certificate.issuedAt },
    version: { id: String(version._id), number: version.number, hash: version.hash, publishedAt: version.publishedAt },
    content: version.content, evidence, consultations,
    approvals: version.approvals.map(({ side, at, hash }, place) => ({ side, at, hash, by: names[place]! })),
  })
  return { certificate, version, ...graph }
}

const nameOf = async (ctx: Context, id: Types.ObjectId): Promise<string | null> => {
  const person = await ctx.load.person.find(id)
  return person && fullName(person)
}

/** What the person did for each assessment. Who may not see a person's work sees that it was done, and no mark. */
async function evidenceOf(ctx: Context, certificate: CertificateDoc): Promise<Evidence[]> {
  const enrolment = await ctx.load.enrolment.get(certificate.enrolment)
  const [quizzes, practicums] = await Promise.all([quizStandings(ctx, enrolment), practicumStandings(ctx, enrolment)])
  const all: Evidence[] = [
    ...quizzes.map(({ quiz, attempts, mark }): Evidence => {
      const last = attempts.findLast(({ state }) => state === 'FINISHED')
      return { id: String(last?._id ?? quiz._id), assessment: quiz.assessment, mark, at: last?.finishedAt ?? null, link: last ? `/kuis/${String(last._id)}` : null }
    }),
    ...practicums.map(({ practicum, submission, mark }): Evidence => ({
      id: String(submission?._id ?? practicum._id), assessment: practicum.assessment, mark, at: submission?.gradings.at(-1)?.at ?? submission?.submittedAt ?? null,
      link: submission && ctx.viewer.teaching.has(String(certificate.class)) ? `/kelas/${String(certificate.class)}/penilaian/${String(submission._id)}` : null,
    })),
  ]
  return tracePolicy.seeWork(ctx.viewer, certificate) ? all : all.map(one => ({ ...one, mark: null, link: null }))
}
