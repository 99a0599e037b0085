import type { LessonSeed, PracticumSeed } from '../content.ts'
import { levels } from './levels.ts'

/** What the curricula given in outline share: short openings of subjects, and one short rubric. */

export const opening = (title: string, body: string): LessonSeed => ({ kind: 'TEXT', title, minutes: 15, body })

export const shortPracticum = (assessment: string, title: string, task: string, evidence: string[]): PracticumSeed => ({
  assessment,
  instructions: `
<h3>Yang Anda kerjakan</h3>
<p>${task}</p>
<h3>Bukti yang diserahkan</h3>
<ul>${evidence.map((one) => `<li>${one}</li>`).join('')}</ul>
<h3>Penilaian</h3>
<p>Pengajar menilai dengan rubrik. Perbaikan diperbolehkan paling banyak dua kali. Samarkan data pribadi pada setiap bukti.</p>`,
  rubric: {
    title: `Rubrik ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    criteria: [
      { title: 'Ketepatan isi', weight: 50, levels: levels('Sebagian besar keliru.', 'Benar sebagian; kekeliruan memengaruhi hasil.', 'Benar; ada kekeliruan kecil.', 'Benar seluruhnya dan beralasan.') },
      { title: 'Kelengkapan bukti', weight: 25, levels: levels('Bukti utama tidak ada.', 'Bukti ada, tetapi tidak lengkap.', 'Bukti lengkap.', 'Bukti lengkap, rapi, dan dapat diperiksa ulang.') },
      { title: 'Penerapan di unit kerja', weight: 25, levels: levels('Tidak terkait dengan tugas.', 'Terkait secara umum.', 'Menjawab kebutuhan unit.', 'Menjawab kebutuhan unit dan siap dipakai rekan.') },
    ],
  },
})
