import mongoose from 'mongoose'
import { issueAllDue } from '../certificate/index.ts'
import type { Services } from '../domain.ts'
import { AccountModel, GrantModel, PersonModel, hashPassword } from '../people/index.ts'
import { seedPartnerRoles, seedPeople } from './accounts.ts'
import { seedBank } from './bank.ts'
import { seedConformance } from './conformance.ts'
import { seedOpenConsultation } from './consultation.ts'
import { seedCourses } from './course.ts'
import { seedCurricula } from './curriculum.ts'
import { seedDiscussion } from './discussion.ts'
import { seedPartners } from './partner.ts'
import { seedAgreementLife } from './partnerLife.ts'
import { seedPracticums } from './practicum.ts'
import { seedExams } from './exam.ts'
import { seedQuizzes } from './quiz.ts'
import { seedEvaluation } from './evaluation.ts'
import { newSeeding } from './seeding.ts'

export type DemoAccount = { email: string; role: string }

/** One account for each role, as the terminal lists them. */
const accounts: readonly DemoAccount[] = [
  { email: 'peserta.pns@demo.pembina.example', role: 'peserta (PNS)' },
  { email: 'peserta.pppk@demo.pembina.example', role: 'peserta (PPPK)' },
  { email: 'widyaiswara@demo.pembina.example', role: 'pengajar (widyaiswara)' },
  { email: 'pj.usu@demo.pembina.example', role: 'penanggung jawab mitra (USU)' },
  { email: 'dosen.usu@demo.pembina.example', role: 'penyusun mitra dan pengajar (USU)' },
  { email: 'ttd.usu@demo.pembina.example', role: 'penanda tangan mitra (USU)' },
  { email: 'admin@demo.pembina.example', role: 'pengelola kurikulum BKPSDM' },
  { email: 'pimpinan@demo.pembina.example', role: 'penanda tangan BKPSDM' },
  { email: 'atasan@demo.pembina.example', role: 'atasan langsung' },
  { email: 'opd@demo.pembina.example', role: 'kepala perangkat daerah' },
  { email: 'auditor@demo.pembina.example', role: 'auditor' },
  { email: 'sistem@demo.pembina.example', role: 'admin sistem' },
]

/** Says whether the demo was seeded whole, so that a start that was cut off is made good by the next. */
const marks = () => mongoose.connection.collection<{ _id: string; done: boolean }>('seedings')

/**
 * Makes the store ready for its first day: the demo where DEMO says so, else the first administrator of ADMIN_EMAIL.
 * Does nothing in a store that has people, save when seeding was cut off: then it starts over. Gives the demo accounts
 * when this is a demo.
 */
export async function prepare(services: Services): Promise<readonly DemoAccount[]> {
  const { env, log } = services
  const begun = await marks().findOne({ _id: 'demo' })
  if (env.DEMO && begun && !begun.done) await startOver()
  if ((await PersonModel.estimatedDocumentCount()) === 0) {
    if (env.DEMO) await seed(services)
    else if (env.ADMIN_EMAIL && env.ADMIN_PASSWORD) await firstAdmin(env.ADMIN_EMAIL, env.ADMIN_PASSWORD)
    else log.warn('the store is empty: set ADMIN_EMAIL and ADMIN_PASSWORD once to make the first administrator')
  }
  return env.DEMO ? accounts : []
}

/** Empties a store in which seeding was cut off: there is nothing in it but half a demo. */
async function startOver(): Promise<void> {
  for (const collection of await mongoose.connection.db!.collections()) await collection.deleteMany({})
}

async function seed(services: Services): Promise<void> {
  await marks().updateOne({ _id: 'demo' }, { $set: { done: false } }, { upsert: true })
  const seeding = newSeeding(services)
  await seedPeople(seeding)
  await seedPartners(seeding)
  await seedPartnerRoles(seeding)
  await seedAgreementLife(seeding)
  await seedCurricula(seeding)
  await seedDiscussion(seeding)
  await seedOpenConsultation(seeding)
  await seedBank(seeding)
  await seedCourses(seeding)
  await seedQuizzes(seeding)
  await seedExams(seeding)
  await seedPracticums(seeding)
  await issueAllDue(services)
  await seedConformance(seeding)
  await seedEvaluation(seeding)
  await marks().updateOne({ _id: 'demo' }, { $set: { done: true } })
}

async function firstAdmin(email: string, password: string): Promise<void> {
  const person = await PersonModel.create({ name: 'Administrator', email: email.toLowerCase(), employment: 'EXTERNAL' })
  await AccountModel.create({ person: person._id, passwordHash: await hashPassword(password), mustChangePassword: true })
  await GrantModel.create({ person: person._id, role: 'ADMIN', kind: 'AGENCY' })
}
