import { answerCluster, answerConsultation, closeConsultation, clusterProposals, createConsultation, proposalsOf, clustersOf } from '../consultation/index.ts'
import { CurriculumModel, type CurriculumDoc } from '../curriculum/index.ts'
import type { ClusterVerdict, ConsultationAnswerInput, ConsultationQuestionInput, QuestionAnswerInput, Reaction } from '../graphql.ts'
import { addDays, startOf } from '../lib/days.ts'
import type { Seeding } from './seeding.ts'

const agreement = ['Sangat tidak setuju', 'Tidak setuju', 'Setuju', 'Sangat setuju']
const scale = (id: string, text: string): ConsultationQuestionInput => ({ id, form: 'SCALE', text, options: agreement })

/** The readiness pulse of the client's preset, word for word. */
const pulse = [
  scale('readiness-1', 'Saya memahami mengapa pelatihan ini diperlukan.'), scale('readiness-2', 'Saya melihat manfaatnya bagi pekerjaan dan layanan saya.'),
  scale('readiness-3', 'Saya yakin mampu mengikutinya sampai selesai.'), scale('readiness-4', 'Atasan dan rekan kerja saya mendukung saya mengikutinya.'),
  scale('readiness-5', 'Saya mempunyai waktu dan sarana untuk mengikutinya.'),
]
const time: ConsultationQuestionInput = { id: 'q1', form: 'CHOICE', text: 'Kapan waktu belajar daring yang paling sesuai bagi Anda?', options: ['Pagi, sebelum layanan dibuka', 'Siang', 'Sore, setelah layanan ditutup'] }
const need: ConsultationQuestionInput = { id: 'q2', form: 'TEXT', text: 'Data apa di unit Anda yang paling ingin Anda olah?', options: [] }

const asked = ['peserta.pns.demo', 'peserta02.demo', 'peserta03.demo', 'peserta04.demo', 'peserta.pppk.demo', 'peserta32.demo',
  'peserta05.demo', 'peserta06.demo', 'peserta07.demo', 'peserta08.demo', 'peserta33.demo', 'peserta17.demo', 'peserta18.demo', 'peserta19.demo', 'peserta41.demo', 'peserta42.demo']

const wishes = ['Jumlah permohonan akta per kelurahan dan lama penyelesaiannya.', 'Keluhan yang berulang di loket.', 'Izin yang terlambat terbit dan sebabnya.', 'Cakupan imunisasi per puskesmas.',
  'Kunjungan loket menurut jam, untuk mengatur petugas.', 'Berkas yang dikembalikan karena syarat kurang.', 'Stok vaksin dan obat antarbulan.',
  'Waktu tunggu di loket sebelum dan sesudah jam istirahat.']

type Wish = { section: 'SUBJECTS' | null; element: string | null; text: string; cluster: number }
const proposals: Wish[] = [
  { section: 'SUBJECTS', element: 'MP-2', text: 'Pakai contoh berkas dari loket layanan, bukan contoh umum.', cluster: 0 },
  { section: 'SUBJECTS', element: 'MP-2', text: 'Latihannya mohon memakai data kependudukan yang sudah disamarkan.', cluster: 0 },
  { section: 'SUBJECTS', element: 'MP-3', text: 'Tambahkan contoh dari puskesmas agar mudah diikuti tenaga kesehatan.', cluster: 0 },
  { section: 'SUBJECTS', element: 'MP-5', text: 'Bagian kueri terlalu cepat bagi yang baru mulai; mohon ada latihan pembuka.', cluster: 1 },
  { section: 'SUBJECTS', element: 'MP-5', text: 'Sediakan video singkat tentang kueri yang dapat diulang.', cluster: 1 },
  { section: null, element: null, text: 'Jadwal jangan bertepatan dengan akhir bulan, saat laporan menumpuk.', cluster: 2 },
  { section: null, element: null, text: 'Pelatihan sebaiknya tatap muka penuh selama seminggu.', cluster: 3 },
]
const replies: { title: string; verdict: ClusterVerdict; because: string }[] = [
  { title: 'Contoh dari layanan sendiri', verdict: 'DONE', because: 'Mata pelatihan 2 dan 3 kini memakai set data loket dan puskesmas yang sudah disamarkan. Terima kasih kepada Disdukcapil dan Dinas Kesehatan.' },
  { title: 'Kueri lebih bertahap', verdict: 'PARTLY', because: 'Latihan pembuka sudah ditambahkan. Video belum sempat disiapkan; pengajar menyediakan rekaman pertemuan lebih dahulu.' },
  { title: 'Jadwal di luar akhir bulan', verdict: 'DONE', because: 'Kelas dibuka pada minggu pertama sampai ketiga.' },
  { title: 'Tatap muka penuh', verdict: 'NOT_DONE', because: 'Sebagian peserta tidak dapat meninggalkan loket selama seminggu. Proyek tetap dikerjakan di lapangan bersama pendamping.' },
]

const reactions: Reaction[] = ['HELPFUL', 'HELPFUL', 'HELPFUL', 'UNCLEAR', 'HELPFUL', 'MISSING']

/** What one of those asked says; `n` is their place in the list. */
function answerOf(n: number, questions: readonly ConsultationQuestionInput[]): ConsultationAnswerInput {
  const point = (order: number) => Math.min(4, 2 + ((n * 3 + order * 5) % 7 > 1 ? 1 : 0) + ((n + order) % 3 === 0 ? 1 : 0))
  const wish = proposals[n]
  return {
    anonymous: n % 4 !== 3,
    answers: questions.flatMap(({ id, form }, order): QuestionAnswerInput[] => {
      if (form === 'TEXT') return n % 2 === 0 ? [{ question: id, text: wishes[(n / 2) % wishes.length]! }] : []
      return [{ question: id, value: form === 'CHOICE' ? [3, 1, 3, 2, 3][n % 5]! : point(order) }]
    }),
    reactions: ['MP-1', 'MP-2', 'MP-3', 'MP-5'].filter((_, order) => (n + order) % 3 !== 0).map((element, order) => ({ section: 'SUBJECTS', element, reaction: reactions[(n + order) % reactions.length]! })),
    proposals: wish ? [{ section: wish.section, element: wish.element, text: wish.text }] : [],
  }
}

const unitsOf = (seeding: Seeding, ...codes: string[]) => codes.map(code => String(seeding.unit(code)))
const at = (seeding: Seeding, days: number, hour = 10) => new Date(startOf(addDays(seeding.today, days)).getTime() + hour * 3_600_000)

/** A consultation that was held about a draft, and answered: the version published afterwards has it in its record. */
export async function holdConsultation(seeding: Seeding, curriculum: CurriculumDoc, author: string, from: number): Promise<void> {
  const questions = [...pulse, time, need]
  const consultation = await createConsultation(await seeding.as(author, at(seeding, from)), String(curriculum._id), {
    title: 'Pendapat Anda tentang pelatihan analisis data', intro: 'Sebelum versi kedua disetujui, kami ingin tahu apakah isinya sesuai dengan pekerjaan Anda. Usulan Anda kami jawab satu per satu.',
    units: unitsOf(seeding, 'DISDUKCAPIL', 'DPMPTSP', 'DINKES'), opensOn: addDays(seeding.today, from), closesOn: addDays(seeding.today, from + 5), questions,
  })
  const id = String(consultation._id)
  for (const [n, key] of asked.entries()) await answerConsultation(await seeding.as(key, at(seeding, from + 1 + (n % 4))), id, answerOf(n, questions))
  const closed = await closeConsultation(await seeding.as(author, at(seeding, from + 5, 16)), id)
  const given = await proposalsOf(closed)
  for (const [cluster, { title, verdict, because }] of replies.entries()) {
    const texts = proposals.filter(one => one.cluster === cluster).map(({ text }) => text)
    const who = await seeding.as(author, at(seeding, from + 6))
    await clusterProposals(who, id, null, title, given.filter(({ text }) => texts.includes(text)).map(({ _id }) => String(_id)))
    const made = (await clustersOf(closed)).find(one => one.title === title)
    await answerCluster(who, id, String(made!._id), verdict, because)
  }
}

/** A consultation about the draft that is half done, open to the demo learners' unit; two have answered. */
export async function seedOpenConsultation(seeding: Seeding): Promise<void> {
  const draft = await CurriculumModel.findOne({ code: 'PLT-INO-12' }).lean<CurriculumDoc>()
  if (!draft) throw new RangeError('no draft to be asked about')
  const consultation = await createConsultation(await seeding.as('admin.demo', at(seeding, -2)), String(draft._id), {
    title: 'Pendapat Anda tentang pelatihan inovasi layanan', intro: 'Rancangan ini disusun bersama IT Del. Bacalah bagian yang dekat dengan pekerjaan Anda; pendapat Anda ikut menentukan isinya.',
    units: unitsOf(seeding, 'DISDUKCAPIL', 'KEC-KOTA'), opensOn: addDays(seeding.today, -2), closesOn: addDays(seeding.today, 12),
    questions: [...pulse, { id: 'q1', form: 'CHOICE', text: 'Di mana uji pakai bersama warga paling mudah Anda lakukan?', options: ['Di kantor kelurahan', 'Di kantor kecamatan', 'Di rumah warga'] }],
  })
  for (const [n, key] of ['peserta03.demo', 'peserta24.demo'].entries()) {
    const { answers } = answerOf(n, pulse)
    await answerConsultation(await seeding.as(key, at(seeding, -1)), String(consultation._id), { anonymous: true, answers, reactions: [{ section: 'SUBJECTS', element: 'MP-1', reaction: 'HELPFUL' }], proposals: [] })
  }
}
