import { Types } from 'mongoose'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { FileModel, keep } from '../file/index.ts'
import type { AgreementActionInput, AgreementEvaluationInput } from '../graphql.ts'
import { addDays, startOf } from '../lib/days.ts'
import { NoticeModel } from '../notice/index.ts'
import { AgreementModel, attachDocument, moveAction, recordEvaluation, renewAgreement, setActions, type AgreementDoc } from '../partner/index.ts'
import { agreements, type AgreementSeed } from './partners.ts'
import type { Seeding } from './seeding.ts'

/** What became of the agreements since: plans and how far they are, evaluations, signed papers, one renewal. */
export async function seedAgreementLife(seeding: Seeding): Promise<void> {
  const stored = new Map((await AgreementModel.find().lean<AgreementDoc[]>()).map(agreement => [agreement.numberAgency, agreement]))
  for (const seed of agreements) {
    if (seed.state === 'DRAFT' || seed.kind === 'KSB') continue
    await plan(seeding, seed, stored.get(seed.numberAgency)!)
  }
  for (const seed of agreements.filter(isEvaluated)) await evaluate(seeding, seed, stored.get(seed.numberAgency)!)
  const folder = mkdtempSync(join(tmpdir(), 'pembina-agreements-'))
  for (const number of signedPapers) await paper(seeding, folder, stored.get(number)!)
  rmSync(folder, { recursive: true })
  await renew(seeding, stored.get('DEMO/KSB-007/SETDA')!)
  // What was to be signed long ago was signed, so it was read.
  const long = noon(addDays(seeding.today, -20))
  await NoticeModel.updateMany({ kind: 'AGREEMENT_TO_SIGN', at: { $lt: long } }, { readAt: long })
}

const signedPapers = ['DEMO/KSB-001/SETDA', 'DEMO/PKS-001/BKPSDM', 'DEMO/PKS-003/BKPSDM', 'DEMO/PKS-006/BKPSDM']

/** Those a year and more old, but for one that nobody has evaluated yet. */
const isEvaluated = ({ state, startsInDays, endsInDays, numberAgency }: AgreementSeed): boolean =>
  state === 'ACTIVE' && startsInDays < -365 && endsInDays > 0 && numberAgency !== 'DEMO/KSB-003/SETDA'

const noon = (day: string): Date => new Date(startOf(day).getTime() + 12 * 3_600_000)

/** Items spread over the agreement's first year; the day counts from its beginning. */
const items = {
  PKS: [
    { day: 45, side: 'AGENCY', activity: 'Menetapkan kebutuhan kompetensi dan sasaran peserta', output: 'Dokumen kebutuhan kompetensi' },
    { day: 90, side: 'PARTNER', activity: 'Menyusun kurikulum dan bahan ajar bersama', output: 'Kurikulum yang disetujui kedua pihak' },
    { day: 120, side: 'PARTNER', activity: 'Menugaskan pengajar dan penilai praktik', output: 'Surat tugas pengajar' },
    { day: 300, side: 'PARTNER', activity: 'Menyelenggarakan kelas', output: 'Dua angkatan terselenggara' },
    { day: 420, side: 'AGENCY', activity: 'Mengevaluasi penerapan di tempat kerja', output: 'Laporan evaluasi pascapelatihan' },
  ],
  IA: [
    { day: 10, side: 'AGENCY', activity: 'Menetapkan peserta dan jadwal', output: 'Daftar peserta' },
    { day: 60, side: 'PARTNER', activity: 'Melaksanakan pembelajaran dan penilaian', output: 'Rekap nilai peserta' },
    { day: 90, side: 'PARTNER', activity: 'Menyusun laporan pelaksanaan', output: 'Laporan pelaksanaan' },
  ],
} as const

async function plan(seeding: Seeding, seed: AgreementSeed, agreement: AgreementDoc): Promise<void> {
  const { today } = seeding
  const lead = `pj.${seed.partner.toLowerCase()}.demo`
  const wanted: AgreementActionInput[] = items[seed.kind as 'PKS' | 'IA'].map(({ day, side, activity, output }) => ({
    activity, output, side, dueOn: [addDays(agreement.startsOn, day), agreement.endsOn].sort()[0]!,
    owner: side === 'AGENCY' ? 'Demo Kerja Sama, S.H., M.H.' : `Demo Penanggung Jawab ${seed.partner}`,
  }))
  const begun = noon([agreement.startsOn, today].sort()[0]!)
  const planned = await setActions(await seeding.as('kerjasama.demo', begun), String(agreement._id), agreement.revision, wanted)
  if (seed.state !== 'ACTIVE') return
  for (const [place, item] of planned.actions!.entries()) {
    const owner = item.side === 'AGENCY' ? 'kerjasama.demo' : lead
    const from = addDays(item.dueOn, -30)
    if (from > today) continue
    await moveAction(await seeding.as(owner, noon(from)), String(agreement._id), String(item._id), 'start')
    // One in seven is late, so that there is something to ask about.
    const isLate = (seed.startsInDays + place) % 7 === 0
    if (item.dueOn < today && !isLate) await moveAction(await seeding.as(owner, noon(item.dueOn)), String(agreement._id), String(item._id), 'finish', 'Keluaran sudah diserahkan.')
  }
}

const evaluated: Omit<AgreementEvaluationInput, 'on'> = {
  findings: 'Kurikulum bersama tersusun dan kelas pertama berjalan sesuai jadwal. Penilaian praktik masih terlambat rata-rata enam hari; kedua pihak sepakat menambah penilai. Data peserta dikelola sesuai perjanjian.',
  objectives: [
    { objective: 'Kurikulum disusun bersama dan disetujui kedua pihak', score: 4, note: null },
    { objective: 'Kelas terselenggara sesuai rencana', score: 3, note: 'Satu angkatan bergeser dua minggu.' },
    { objective: 'Penilaian praktik selesai tepat waktu', score: 2, note: 'Tambah penilai dan jadwal cadangan.' },
    { objective: 'Pelindungan data peserta', score: 4, note: null },
  ],
  decision: 'CONTINUE',
}

async function evaluate({ as, today }: Seeding, seed: AgreementSeed, agreement: AgreementDoc): Promise<void> {
  const on = addDays(today, Math.max(seed.startsInDays + 365, -40))
  const { revision } = (await AgreementModel.findById(agreement._id).lean<AgreementDoc>())!
  await recordEvaluation(await as('kerjasama.demo', noon([on, today].sort()[0]!)), String(agreement._id), revision, { ...evaluated, on: [on, today].sort()[0]! })
}

async function paper({ as, person }: Seeding, folder: string, agreement: AgreementDoc): Promise<void> {
  const at = noon(addDays(agreement.startsOn, 1))
  const name = `${agreement.numberAgency.replaceAll('/', '-')}.pdf`
  const path = join(folder, name)
  writeFileSync(path, await scan(agreement))
  const _id = new Types.ObjectId()
  await FileModel.create({ _id, owner: person('kerjasama.demo'), name, size: statSync(path).size, state: 'STORED', type: 'application/pdf', sha256: await keep(_id, name, path), startedAt: at })
  await attachDocument(await as('kerjasama.demo', at), String(agreement._id), String(_id), 'Naskah bertanda tangan')
}

/** A page that says what it stands for: no real signature, no seal. */
function scan({ title, numberAgency, numberPartner, startsOn, endsOn }: AgreementDoc): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 72, info: { Title: title, CreationDate: new Date(0), ModDate: new Date(0) } })
  const parts: Buffer[] = []
  const done = new Promise<Buffer>(resolve => pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))))
  pdf.font('Helvetica-Bold').fontSize(14).text(title, { align: 'center' }).moveDown()
  pdf.font('Helvetica').fontSize(11).text(`Nomor Pihak Pertama: ${numberAgency}`, { align: 'center' }).text(`Nomor Pihak Kedua: ${numberPartner}`, { align: 'center' }).moveDown(2)
  pdf.text(`Berlaku ${startsOn} sampai dengan ${endsOn}.`).moveDown()
  pdf.text('Dokumen contoh untuk peragaan. Isinya rekaan dan tidak ditandatangani siapa pun.')
  pdf.end()
  return done
}

async function renew({ as }: Seeding, old: AgreementDoc): Promise<void> {
  await renewAgreement(await as('kerjasama.demo'), String(old._id), {
    numberAgency: 'DEMO/KSB-009/SETDA', numberPartner: 'DEMO/KSB-009/UNIMED', startsOn: addDays(old.endsOn, 1), endsOn: addDays(old.endsOn, 1096),
  })
}
