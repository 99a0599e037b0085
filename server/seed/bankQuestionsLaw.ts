import type { BankMove } from '../graphql.ts'
import type { BankQuestionSeed } from './bankQuestions.ts'

const live: BankMove[] = ['review', 'pilot', 'release']
const filed = { owner: 'USU', category: 'Produk hukum/Harmonisasi', outcome: 'CP-4 Menguji konflik norma dan merancang partisipasi publik.', level: 'C3' } as const

/** Questions on drafting local regulations: what the exam of that course draws from, and two that are tried out. */
export const lawQuestions: readonly BankQuestionSeed[] = [
  {
    ...filed, tags: ['antarpasal'], intendedFacility: 0.7, moves: live,
    question: {
      kind: 'SINGLE_CHOICE', points: 1, text: '<p>Pasal 5 rancangan memberi izin lima tahun, Pasal 9 menyebut tiga tahun untuk izin yang sama. Pemeriksaan manakah yang menemukannya?</p>', feedback: '<p>Harmonisasi ke dalam membandingkan pasal dengan pasal.</p>',
      choices: [{ text: 'Harmonisasi ke dalam', right: true }, { text: 'Harmonisasi ke atas', right: false }, { text: 'Harmonisasi ke samping', right: false }],
    },
  },
  {
    ...filed, tags: ['partisipasi'], intendedFacility: 0.8, moves: live,
    question: { kind: 'TRUE_FALSE', points: 1, text: '<p>Alasan tidak diterimanya masukan warga perlu dijelaskan kepada yang memberikannya.</p>', feedback: '<p>Masyarakat berhak memperoleh penjelasan atas pendapat yang diberikan.</p>', right: true },
  },
  {
    ...filed, tags: ['setingkat'], intendedFacility: 0.6, moves: live,
    question: {
      kind: 'SHORT_ANSWER', points: 1, text: '<p>Pemeriksaan rancangan terhadap peraturan yang setingkat disebut harmonisasi …</p>', feedback: '<p>Harmonisasi horizontal, atau ke samping.</p>',
      patterns: [{ text: 'horizontal*', fraction: 1 }, { text: 'ke samping', fraction: 1 }],
    },
  },
  {
    ...filed, tags: ['jejak masukan'], intendedFacility: 0.55, moves: live,
    question: {
      kind: 'MULTIPLE_CHOICE', points: 2, scoring: 'HITS_LESS_MISSES', text: '<p>Apa saja yang dicatat di dalam jejak masukan? (Pilih semua yang benar.)</p>', feedback: '<p>Data pribadi yang tidak diperlukan tidak dicatat.</p>',
      choices: [{ text: 'Kelompok yang menyampaikan', right: true }, { text: 'Diterima atau tidak', right: true }, { text: 'Alasannya', right: true }, { text: 'Nomor telepon pribadi penyampai', right: false }],
    },
  },
  {
    ...filed, tags: ['matriks'], moves: ['review', 'pilot'],
    question: { kind: 'NUMERIC', points: 1, text: '<p>Rancangan berisi 15 pasal diuji terhadap 6 peraturan. Berapa sel matriks konflik normanya?</p>', feedback: '<p>15 × 6 = 90.</p>', number: { value: 90, tolerance: 0, toleranceKind: 'NOMINAL', unit: 'sel', units: [], unitPenalty: 0.1 } },
  },
  {
    ...filed, tags: ['partisipasi'], moves: ['review', 'pilot'],
    question: {
      kind: 'SINGLE_CHOICE', points: 1, text: '<p>Rapat dengar pendapat hanya dihadiri pegawai. Hak masyarakat manakah yang paling dahulu belum terpenuhi?</p>', feedback: '<p>Yang tidak hadir tidak didengar.</p>',
      choices: [{ text: 'Didengarkan pendapatnya', right: true }, { text: 'Dipertimbangkan pendapatnya', right: false }, { text: 'Memperoleh penjelasan', right: false }],
    },
  },
]
