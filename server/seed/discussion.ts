import { CurriculumModel, type CurriculumDoc } from '../curriculum/index.ts'
import { acceptSuggestion, addComment, openThread, resolveThread } from '../discussion/index.ts'
import { addDays, startOf } from '../lib/days.ts'
import type { Seeding } from './seeding.ts'

/** What both sides say about the draft that is half done: a question answered, a suggestion taken, one that waits. */
export async function seedDiscussion(seeding: Seeding): Promise<void> {
  const draft = await CurriculumModel.findOne({ code: 'PLT-INO-12' }).lean<CurriculumDoc>()
  if (!draft) throw new RangeError('no draft to be discussed')
  const curriculum = String(draft._id)
  const on = (key: string) => (days: number) => seeding.as(key, new Date(startOf(addDays(seeding.today, days)).getTime() + 14 * 3_600_000))
  const [officer, author, dean, director] = [on('admin.demo'), on('dosen.del.demo'), on('ttd.del.demo'), on('pimpinan.demo')]

  const places = await openThread(await officer(-8), curriculum, {
    section: 'SUBJECTS', element: 'MP-4', mentions: [], text: 'Apakah uji pakai bersama warga cukup dengan satu kecamatan? OPD meminta dua lokasi yang berbeda.',
  })
  await addComment(await author(-7), String(places._id), 'Bisa dua lokasi; kami mengusulkan Medan Kota dan Medan Belawan. Jam praktik lapangan tidak perlu ditambah.', [])
  await addComment(await officer(-7), String(places._id), 'Baik, dua lokasi itu sesuai. Terima kasih.', [])
  await resolveThread(await officer(-7), String(places._id))

  const plan = await openThread(await director(-6), curriculum, {
    section: 'SUBJECTS', element: 'MP-5', mentions: [], text: 'Agar jelas siapa yang memelihara setelah pembuatnya pindah tugas.',
    suggestion: { field: 'description', from: descriptionOf(draft, 'MP-5'), to: 'Kanvas dampak, kondisi awal, sasaran IKM, pemilik layanan, dan rencana penyebaran.' },
  })
  await acceptSuggestion(await author(-5), String(plan._id))

  await openThread(await author(-5), curriculum, { section: 'ASSESSMENTS', mentions: [], text: 'Praktikum terakhir belum kami masukkan: rubriknya masih dibahas dengan tim pengajar.' })
  await openThread(await author(-4), curriculum, {
    section: 'OUTCOMES', element: 'CP-4', mentions: [String(seeding.person('admin.demo'))],
    text: 'Lima warga sudah mengungkap sebagian besar hambatan; jumlahnya sebaiknya tertulis. Mohon pendapat @Demo Admin Bangkom, S.Sos., M.A.P.',
    suggestion: { field: 'text', from: draft.content.outcomes.find(({ id }) => id === 'CP-4')!.text, to: 'Menguji purwarupa bersama sedikitnya lima warga dan menghitung keberhasilan tugas.' },
  })
  await openThread(await dean(-3), curriculum, { mentions: [], text: 'Arah kurikulumnya sudah sesuai. Setelah penilaian lengkap, silakan diajukan untuk ditinjau.' })
}

const descriptionOf = ({ content }: CurriculumDoc, subject: string): string => content.subjects.find(({ id }) => id === subject)!.description
