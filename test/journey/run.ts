/**
 * The main job, end to end, through GraphQL as the separate people who do it: `npm run journey`. Starts a fresh server
 * on a free port with an empty data folder; exit code 0 only if every step held.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../server/lib/root.ts'
import { certified } from './certificate.ts'
import { fill, openClass } from './course.ts'
import { coDesign } from './curriculum.ts'
import { attend, practise, study, takeQuiz } from './learning.ts'
import { partnership } from './partner.ts'
import { demo, grant, newPerson } from './people.ts'
import { startServer } from './server.ts'

const times: { step: string; ms: number }[] = []

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  const ms = Math.round(performance.now() - start)
  times.push({ step: name, ms })
  console.log(`  ${String(ms).padStart(6)} ms  ${name}`)
  return result
}

async function journey(url: string, pdf: string) {
  const [admin, officer, agencySignatory, csvLearner] = await step('four demo people sign in', () =>
    Promise.all([demo(url, 'sistem'), demo(url, 'admin'), demo(url, 'pimpinan'), demo(url, 'peserta.pns')]))
  const people = await step('the administrator makes four accounts; each changes its password', async () => ({
    author: await newPerson(url, admin, { name: 'Perjalanan Penyusun', email: 'penyusun@perjalanan.example', employment: 'EXTERNAL' }),
    signatory: await newPerson(url, admin, { name: 'Perjalanan Penanda Tangan', email: 'ttd@perjalanan.example', employment: 'EXTERNAL' }),
    instructor: await newPerson(url, admin, { name: 'Perjalanan Pengajar', email: 'pengajar@perjalanan.example', employment: 'EXTERNAL' }),
    learner: await newPerson(url, admin, { name: 'Perjalanan Peserta', email: 'peserta@perjalanan.example', employment: 'PNS', nip: '19900214 201503 2 999', grade: 'III/c', position: 'Analis Kebijakan' }),
  }))
  await grant(admin, people.instructor.id, 'INSTRUCTOR')
  const partner = await step('a partner with members, KSB and PKS in force', () => partnership(officer, agencySignatory, [
    { person: people.author.id, role: 'PARTNER_AUTHOR' }, { person: people.signatory.id, role: 'PARTNER_SIGNATORY' },
  ]))
  const version = await step('a curriculum designed together, returned, approved by both, published', () => coDesign({
    author: people.author.client, officer, agencySignatory, partnerSignatory: people.signatory.client, learner: people.learner.client,
  }, partner))
  const course = await step('its course filled with lessons, questions and a rubric', () => fill(people.author.client, version))
  const { viewer } = await csvLearner.ok('query { viewer { person { nip } } }')
  const id = await step('a class with an instructor and learners by CSV', () => openClass(officer, course.course, people.instructor.id, viewer.person.nip))
  const taught = { ...course, class: id }
  const enrolment = await step('a learner enrols and studies every lesson', () => study(people.learner.client, taught))
  await step('takes the quiz', () => takeQuiz(people.learner.client, taught, enrolment))
  await step('hands in a practicum; it is returned, handed in again, graded', () => practise(people.learner.client, people.instructor.client, taught, enrolment))
  await step('attendance is recorded', () => attend(people.instructor.client, id))
  return step('the certificate is issued, fetched and verified', () => certified(people.learner.client, enrolment, pdf))
}

const dataDir = mkdtempSync(join(tmpdir(), 'pembina-journey-'))
const folder = join(projectRoot, 'data', 'journey')
mkdirSync(folder, { recursive: true })
const pdf = join(folder, 'certificate.pdf')
try {
  const server = await step('a fresh server seeds its demo and is ready', () => startServer(dataDir))
  try {
    const { certificate, completion, verification } = await journey(server.url, pdf)
    console.log(`\nCertificate   ${pdf}\nNumber        ${certificate.number}\nFinal mark    ${completion.finalMark} ${completion.qualification}`)
    console.log(`Verification  ${verification.result}: ${verification.holder}, ${verification.hours} JP, NIP ${verification.nipMasked}`)
    console.log(`In all        ${times.reduce((sum, { ms }) => sum + ms, 0)} ms`)
  } finally {
    await server.stop()
  }
} catch (error) {
  console.error('\nThe journey ended early:', error)
  process.exitCode = 1
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
