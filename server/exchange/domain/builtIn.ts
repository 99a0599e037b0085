import type { Content } from '../../curriculum/index.ts'
import type { ActivityForm, CognitiveLevel } from '../../graphql.ts'
import type { AnyTemplate } from '../model.ts'
import { JP_MINUTES } from './schedule.ts'

/** A built-in template in short: what is taught, and for how long. Names in brackets are for the authors to fill in. */
type Plan = {
  id: string; name: string; text: string; title: string; kind: number; audience: string; summary: string
  outcomes: readonly (readonly [text: string, level: CognitiveLevel, indicators: readonly string[]])[]
  /** Outcomes by their number from 1. */
  subjects: readonly { title: string; topics: readonly string[]; hours: readonly [theory: number, practice: number, field: number]; outcomes: readonly number[]; task?: string }[]
  references: readonly string[]
}

const plans: readonly Plan[] = [
  {
    id: 'bimtek-20', name: 'Bimbingan teknis 20 JP', text: 'Empat mata pelatihan, 60 % praktik, satu tes dan tiga tugas praktik.', title: 'Bimbingan Teknis [bidang]', kind: 8,
    audience: 'Pelaksana yang menangani [bidang] di perangkat daerah.', summary: 'Peserta mampu melaksanakan [bidang] sesuai ketentuan yang berlaku.',
    outcomes: [
      ['Menjelaskan ketentuan dan standar [bidang].', 'C2', ['Menyebutkan ketentuan yang berlaku', 'Membedakan kewenangan tiap pihak']],
      ['Menyusun dokumen [bidang] sesuai standar.', 'C3', ['Melengkapi unsur dokumen', 'Memeriksa kesesuaian dokumen']],
      ['Menerapkan prosedur [bidang] pada kasus nyata.', 'C3', ['Menjalankan langkah prosedur', 'Mencatat hasil dan kendala']],
      ['Merancang rencana tindak lanjut di unit kerja.', 'C6', ['Menetapkan sasaran', 'Menjadwalkan kegiatan']],
    ],
    subjects: [
      { title: 'Kebijakan dan ketentuan [bidang]', topics: ['Dasar hukum', 'Standar dan kewenangan'], hours: [4, 0, 0], outcomes: [1] },
      { title: 'Penyusunan dokumen [bidang]', topics: ['Unsur dokumen', 'Pemeriksaan mutu'], hours: [2, 4, 0], outcomes: [2], task: 'Susun satu dokumen dari pekerjaan Anda sendiri.' },
      { title: 'Penerapan prosedur [bidang]', topics: ['Langkah prosedur', 'Kendala dan penyelesaian'], hours: [2, 6, 0], outcomes: [3], task: 'Jalankan prosedur pada kasus yang diberikan dan catat hasilnya.' },
      { title: 'Rencana tindak lanjut', topics: ['Sasaran', 'Jadwal dan penanggung jawab'], hours: [0, 2, 0], outcomes: [4], task: 'Susun rencana tindak lanjut untuk tiga bulan.' },
    ],
    references: ['[Peraturan yang menjadi dasar]', 'Peraturan LAN Nomor 10 Tahun 2018'],
  },
  {
    id: 'teknis-40', name: 'Pelatihan teknis 40 JP', text: 'Enam mata pelatihan, 14 T, 18 P, 8 PL: 65 % praktik.', title: 'Pelatihan Teknis [bidang]', kind: 3,
    audience: 'Pejabat pelaksana dan fungsional yang menangani [bidang].', summary: 'Peserta mampu melaksanakan, menilai, dan memperbaiki pekerjaan [bidang] di unit kerjanya.',
    outcomes: [
      ['Menjelaskan kebijakan dan konsep [bidang].', 'C2', ['Menyebutkan dasar hukum', 'Menguraikan konsep pokok']],
      ['Menerapkan teknik [bidang] sesuai standar.', 'C3', ['Memilih teknik yang tepat', 'Melaksanakan teknik sesuai urutan']],
      ['Menganalisis kasus [bidang] dan menentukan penyelesaian.', 'C4', ['Mengurai penyebab', 'Membandingkan pilihan']],
      ['Melaksanakan pekerjaan [bidang] di lapangan.', 'C3', ['Menjalankan pekerjaan di lokasi', 'Mendokumentasikan bukti kerja']],
      ['Merancang perbaikan di unit kerja.', 'C6', ['Menetapkan sasaran perbaikan', 'Menyusun ukuran keberhasilan']],
    ],
    subjects: [
      { title: 'Kebijakan [bidang]', topics: ['Dasar hukum', 'Arah kebijakan'], hours: [4, 0, 0], outcomes: [1] },
      { title: 'Konsep dan standar [bidang]', topics: ['Konsep pokok', 'Standar mutu'], hours: [4, 2, 0], outcomes: [1, 2], task: 'Bandingkan satu pekerjaan Anda dengan standar.' },
      { title: 'Teknik pelaksanaan [bidang]', topics: ['Persiapan', 'Pelaksanaan', 'Pemeriksaan'], hours: [4, 8, 0], outcomes: [2], task: 'Kerjakan latihan teknik dan serahkan hasilnya.' },
      { title: 'Studi kasus [bidang]', topics: ['Analisis penyebab', 'Pilihan penyelesaian'], hours: [2, 6, 0], outcomes: [3], task: 'Tulis analisis kasus paling banyak tiga halaman.' },
      { title: 'Praktik lapangan', topics: ['Pelaksanaan di lokasi', 'Bukti kerja'], hours: [0, 0, 8], outcomes: [4], task: 'Serahkan laporan praktik lapangan yang diketahui atasan.' },
      { title: 'Rencana perbaikan', topics: ['Sasaran', 'Ukuran keberhasilan'], hours: [0, 2, 0], outcomes: [5], task: 'Susun rencana perbaikan unit kerja.' },
    ],
    references: ['[Peraturan yang menjadi dasar]', 'Peraturan LAN Nomor 10 Tahun 2018', '[Buku atau modul perguruan tinggi]'],
  },
  {
    id: 'seminar', name: 'Seminar 8 JP', text: 'Tiga sesi teori dengan satu tes pemahaman.', title: 'Seminar [topik]', kind: 9,
    audience: 'ASN yang berkepentingan dengan [topik].', summary: 'Peserta memperoleh wawasan terbaru tentang [topik] dan menentukan tindak lanjutnya.',
    outcomes: [
      ['Menjelaskan perkembangan [topik].', 'C2', ['Menguraikan perkembangan pokok']],
      ['Menentukan tindak lanjut [topik] di unit kerja.', 'C3', ['Memilih tindak lanjut yang dapat dikerjakan']],
    ],
    subjects: [
      { title: 'Arah kebijakan [topik]', topics: ['Kebijakan terkini'], hours: [2, 0, 0], outcomes: [1] },
      { title: 'Paparan narasumber', topics: ['Hasil kajian', 'Pengalaman daerah lain'], hours: [4, 0, 0], outcomes: [1] },
      { title: 'Diskusi dan tindak lanjut', topics: ['Tanya jawab', 'Kesimpulan'], hours: [2, 0, 0], outcomes: [2] },
    ],
    references: ['[Bahan paparan narasumber]'],
  },
]

const forms = [['THEORY', 'Paparan dan tanya jawab', 'Ceramah interaktif', 'Bahan tayang'], ['PRACTICE', 'Latihan terbimbing', 'Praktik', 'Lembar kerja'], ['FIELD', 'Praktik di lokasi', 'Praktik lapangan', 'Lembar observasi']] as const

/** The content of a plan: complete enough that nothing keeps it from being submitted, but for the brackets to be filled. */
export function contentOf(plan: Plan): Content {
  const outcome = (number: number) => `o${number}`
  let count = 0
  const subjects = plan.subjects.map(({ title, topics, hours, outcomes }, at) => ({
    id: `s${at + 1}`, title, description: '', topics: [...topics], hours: { theory: hours[0], practice: hours[1], field: hours[2] }, outcomes: outcomes.map(outcome),
    activities: forms.flatMap(([form, name, method, media], kind) => {
      const minutes = hours[kind]! * JP_MINUTES
      if (minutes === 0) return []
      const common = { form: form as ActivityForm, method, media, outcomes: outcomes.map(outcome) }
      const first = hours.findIndex(one => one > 0) === kind
      const last = hours.findLastIndex(one => one > 0) === kind
      const edge = 15
      return [
        ...(first ? [{ ...common, id: `x${++count}`, title: 'Pembukaan', stage: 'OPENING' as const, minutes: edge, facilitator: 'Menyampaikan tujuan dan mengaitkan dengan pekerjaan peserta.', participants: 'Menyampaikan pengalaman dan harapan.' }] : []),
        { ...common, id: `x${++count}`, title: name, stage: 'CORE' as const, minutes: minutes - (first ? edge : 0) - (last ? edge : 0), facilitator: 'Membimbing dan memberi umpan balik.', participants: 'Mengikuti, bertanya, dan mengerjakan.' },
        ...(last ? [{ ...common, id: `x${++count}`, title: 'Rangkuman', stage: 'CLOSING' as const, minutes: edge, facilitator: 'Merangkum dan menyampaikan tindak lanjut.', participants: 'Mencatat simpulan.' }] : []),
      ]
    }),
  }))
  const tasks = plan.subjects.flatMap(({ title, task, outcomes }, at) => (task ? [{ title, task, outcomes, subject: `s${at + 1}` }] : []))
  const share = tasks.length === 0 ? 0 : Math.floor(100 / tasks.length)
  return {
    title: plan.title, kind: plan.kind, mode: 'BLENDED', audience: plan.audience, summary: plan.summary, faculty: '', team: [], competencies: [], subjects,
    outcomes: plan.outcomes.map(([text, level, indicators], at) => ({ id: outcome(at + 1), code: `CP-${at + 1}`, text, level, indicators: [...indicators] })),
    assessments: [
      {
        id: 'a1', kind: 'QUIZ', title: 'Tes akhir', subject: 's1', outcomes: plan.outcomes.map((_, at) => outcome(at + 1)), instructions: 'Jawablah semua soal.', weight: 100,
        blueprint: plan.outcomes.map(([, level], at) => ({ id: `b${at + 1}`, outcome: outcome(at + 1), level, items: 5 })),
      },
      ...tasks.map(({ title, task, outcomes, subject }, at) => ({
        id: `a${at + 2}`, kind: 'PRACTICUM' as const, title: `Tugas: ${title}`, subject, outcomes: outcomes.map(outcome), instructions: task,
        weight: at === 0 ? 100 - share * (tasks.length - 1) : share, blueprint: [],
      })),
    ],
    references: [...plan.references],
  }
}

/** Templates that are there from the beginning. */
export const builtIn: readonly AnyTemplate[] = plans.map(plan => ({ id: plan.id, name: plan.name, text: plan.text, content: contentOf(plan), stored: null }))
