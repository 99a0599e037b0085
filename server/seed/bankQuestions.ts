import type { BankMove, CognitiveLevel, QuestionBodyInput } from '../graphql.ts'

/** A question of the demo's bank: whose it is, where it is filed, what it says, and how far it has come. */
export type BankQuestionSeed = {
  owner: 'AGENCY' | 'USU'
  category: string
  tags: string[]
  outcome: string
  level: CognitiveLevel
  intendedFacility?: number
  /** Moves after the first draft; a review is always by the other side. */
  moves: BankMove[]
  question: QuestionBodyInput
}

const SKM = 'Pelayanan publik/SKM'
const COMPLAINTS = 'Pelayanan publik/Pengaduan'
const STANDARDS = 'Pelayanan publik/Standar Pelayanan'
const live: BankMove[] = ['review', 'pilot', 'release']
const measure = 'CP-4 Merancang SKM, mengolahnya menjadi NRR, IKM, dan mutu pelayanan, serta merumuskan rekomendasi.'
const complain = 'CP-5 Menelaah dan menjawab pengaduan melalui SP4N-LAPOR! sesuai dengan tenggat serta melindungi pelapor.'
const standard = 'CP-2 Menyusun Standar Pelayanan dengan empat belas komponen yang terukur dan Maklumat Pelayanan secara partisipatif.'
const number = (value: number | null, tolerance: number, unit: string | null = null) =>
  ({ value, tolerance, toleranceKind: 'NOMINAL' as const, unit, units: [], unitPenalty: 0.1 })

export const bankQuestions: readonly BankQuestionSeed[] = [
  {
    owner: 'USU', category: SKM, tags: ['IKM', 'hitungan'], outcome: measure, level: 'C3', intendedFacility: 0.6, moves: live,
    question: {
      kind: 'CALCULATED', points: 2, text: '<p>Sebuah loket menyurvei {n} responden. Nilai rata-rata tertimbang kesembilan unsurnya {r}. Berapakah IKM loket itu? (Dua desimal.)</p>',
      feedback: '<p>IKM = nilai rata-rata tertimbang × 25; banyaknya responden tidak ikut dikalikan.</p>',
      calculated: { variables: [{ name: 'n', min: 30, max: 200, decimals: 0 }, { name: 'r', min: 2.6, max: 3.9, decimals: 2 }], formula: 'r * 25', answer: number(null, 0.005), variants: 40 },
    },
  },
  {
    owner: 'USU', category: SKM, tags: ['IKM'], outcome: measure, level: 'C2', intendedFacility: 0.75, moves: live,
    question: {
      kind: 'MATCHING', points: 2, text: '<p>Pasangkan nilai IKM dengan mutu pelayanannya.</p>', feedback: '<p>Batas bawah: A 88,31; B 76,61; C 65,00; D 25,00.</p>',
      matching: { pairs: [{ stem: '91,20', match: 'A (Sangat Baik)' }, { stem: '80,00', match: 'B (Baik)' }, { stem: '70,50', match: 'C (Kurang Baik)' }, { stem: '52,75', match: 'D (Tidak Baik)' }], distractors: ['E (Gagal)'] },
    },
  },
  {
    owner: 'USU', category: SKM, tags: ['langkah kerja'], outcome: measure, level: 'C3', intendedFacility: 0.55, moves: live,
    question: {
      kind: 'ORDERING', points: 2, text: '<p>Susunlah langkah penyelenggaraan SKM dari yang pertama.</p>', feedback: '<p>Instrumen dan sampel disiapkan sebelum data dikumpulkan; tindak lanjut diumumkan paling akhir.</p>',
      ordering: { scoring: 'SUBSEQUENCE', items: ['Menetapkan layanan yang disurvei', 'Menyusun kuesioner sembilan unsur', 'Menentukan responden', 'Mengumpulkan jawaban', 'Mengolah NRR dan IKM', 'Mengumumkan hasil dan tindak lanjut'].map(text => ({ text })) },
    },
  },
  {
    owner: 'USU', category: SKM, tags: ['unsur'], outcome: measure, level: 'C1', intendedFacility: 0.8, moves: live,
    question: {
      kind: 'CLOZE', points: 2, text: '<p>Sikap petugas dinilai pada unsur [[perilaku]], sedangkan kejelasan tarif pada unsur [[biaya]]. Jumlah seluruh unsur SKM ada [[jumlah]].</p>',
      feedback: '<p>Perilaku pelaksana (U7), biaya/tarif (U4), dan seluruhnya sembilan unsur.</p>',
      gaps: [
        { id: 'perilaku', kind: 'CHOICE', weight: 1, choices: [{ text: 'perilaku pelaksana', right: true }, { text: 'sarana dan prasarana', right: false }, { text: 'persyaratan', right: false }] },
        { id: 'biaya', kind: 'TEXT', weight: 1, patterns: [{ text: 'biaya*', fraction: 1 }, { text: 'tarif', fraction: 1 }] },
        { id: 'jumlah', kind: 'NUMBER', weight: 1, number: number(9, 0) },
      ],
    },
  },
  {
    owner: 'USU', category: SKM, tags: ['sampel'], outcome: measure, level: 'C4', moves: ['review', 'pilot'],
    question: {
      kind: 'SINGLE_CHOICE', points: 1, text: '<p>Unit hanya menyurvei warga yang layanannya selesai hari itu juga. Apa akibatnya bagi IKM?</p>', feedback: '<p>Yang belum selesai, dan mungkin kecewa, tidak ikut menilai.</p>',
      choices: [{ text: 'IKM cenderung lebih tinggi daripada kenyataan', right: true }, { text: 'IKM cenderung lebih rendah daripada kenyataan', right: false }, { text: 'Tidak ada akibat selama respondennya cukup banyak', right: false }],
    },
  },
  {
    owner: 'USU', category: COMPLAINTS, tags: ['kasus'], outcome: complain, level: 'C5', moves: live,
    question: {
      kind: 'ESSAY', points: 4, text: '<p>Seorang warga melapor melalui SP4N-LAPOR! bahwa berkasnya hilang di loket. Tulislah jawaban Anda kepadanya: apa yang terjadi, apa yang sudah dilakukan beserta tanggalnya, dan langkah berikutnya.</p>',
      feedback: '<p>Jawaban yang baik mengakui masalah, menyebut tindakan bertanggal, memberi jalan keberatan, dan tidak memuat data pribadi.</p>', essay: { minWords: 60, maxWords: 250, template: '' },
    },
  },
  {
    owner: 'USU', category: COMPLAINTS, tags: ['pelapor'], outcome: complain, level: 'C2', moves: live,
    question: {
      kind: 'MULTIPLE_CHOICE', points: 2, scoring: 'WEIGHTED', text: '<p>Manakah yang melindungi pelapor? (Pilih semua yang benar.)</p>', feedback: '<p>Menyebut nama di dalam jawaban justru membuka identitas pelapor.</p>',
      choices: [
        { text: 'Menyamarkan nama pada tangkapan layar', right: true, fraction: 0.5 }, { text: 'Membatasi siapa yang membuka laporan', right: true, fraction: 0.5 },
        { text: 'Menyebut nama pelapor agar jawaban terasa akrab', right: false, fraction: -0.5 }, { text: 'Meneruskan nomor telepon pelapor kepada petugas yang dilaporkan', right: false, fraction: -1 },
      ],
    },
  },
  {
    owner: 'USU', category: COMPLAINTS, tags: ['tenggat'], outcome: complain, level: 'C3', moves: ['review', 'release', 'watch'],
    question: {
      kind: 'NUMERIC', points: 1, text: '<p>Pengaduan yang tidak berkadar pengawasan diterima hari ini. Paling lama berapa hari lagi (hari kerja) harus selesai?</p>', feedback: '<p>Paling lama 14 hari kerja.</p>',
      number: number(14, 0, 'hari kerja'),
    },
  },
  {
    owner: 'AGENCY', category: STANDARDS, tags: ['komponen'], outcome: standard, level: 'C2', intendedFacility: 0.7, moves: live,
    question: {
      kind: 'MATCHING', points: 2, text: '<p>Masuk kelompok manakah setiap komponen Standar Pelayanan ini?</p>', feedback: '<p>Yang dirasakan warga termasuk service delivery; yang diatur di dalam organisasi termasuk manufacturing.</p>',
      matching: { pairs: [{ stem: 'Persyaratan', match: 'Service delivery' }, { stem: 'Biaya/tarif', match: 'Service delivery' }, { stem: 'Dasar hukum', match: 'Manufacturing' }, { stem: 'Pengawasan internal', match: 'Manufacturing' }], distractors: [] },
    },
  },
  {
    owner: 'AGENCY', category: STANDARDS, tags: ['maklumat'], outcome: standard, level: 'C1', moves: live,
    question: {
      kind: 'SHORT_ANSWER', points: 1, text: '<p>Kesanggupan tertulis penyelenggara untuk memenuhi Standar Pelayanan disebut …</p>', feedback: '<p>Maklumat Pelayanan.</p>',
      patterns: [{ text: 'maklumat*', fraction: 1 }, { text: 'janji layanan', fraction: 0.5 }],
    },
  },
  {
    owner: 'AGENCY', category: STANDARDS, tags: ['waktu'], outcome: standard, level: 'C3', intendedFacility: 0.65, moves: live,
    question: {
      kind: 'CALCULATED', points: 2, text: '<p>SOP sebuah layanan terdiri atas pemeriksaan berkas {a} menit, verifikasi {b} menit, dan pencetakan {c} menit. Berapa jam seluruhnya?</p>', feedback: '<p>Jumlahkan ketiganya, lalu ubah menjadi jam.</p>',
      calculated: {
        variables: [{ name: 'a', min: 10, max: 60, decimals: 0 }, { name: 'b', min: 30, max: 240, decimals: 0 }, { name: 'c', min: 5, max: 45, decimals: 0 }], formula: '(a + b + c) / 60',
        answer: { ...number(null, 0.02, 'jam'), units: [{ name: 'menit', multiplier: 1 / 60 }] }, variants: 30,
      },
    },
  },
  {
    owner: 'AGENCY', category: STANDARDS, tags: ['rumusan'], outcome: standard, level: 'C4', moves: ['review'],
    question: {
      kind: 'MULTIPLE_CHOICE', points: 2, scoring: 'ALL_OR_NOTHING', text: '<p>Rumusan manakah yang dapat diuji oleh orang luar? (Pilih semua yang benar.)</p>', feedback: '<p>Yang dapat diuji menyebut angka dan titik mulainya.</p>',
      choices: [{ text: 'Selesai 2 hari kerja sejak berkas lengkap', right: true }, { text: 'Antrean paling lama 15 menit', right: true }, { text: 'Dilayani dengan ramah', right: false }, { text: 'Secepat mungkin', right: false }],
    },
  },
  {
    owner: 'AGENCY', category: STANDARDS, tags: ['bukti'], outcome: standard, level: 'C6', moves: [],
    question: { kind: 'FILE', points: 5, text: '<p>Unggah Standar Pelayanan satu layanan di unit Anda yang telah memuat empat belas komponen.</p>', feedback: '', file: { maxFiles: 1, accept: ['PDF', 'DOCUMENT'] } },
  },
  {
    owner: 'AGENCY', category: STANDARDS, tags: ['partisipatif'], outcome: standard, level: 'C2', moves: ['review', 'release', 'retire'],
    question: { kind: 'TRUE_FALSE', points: 1, text: '<p>Standar Pelayanan selalu ditetapkan tanpa melibatkan masyarakat.</p>', feedback: '<p>Pelibatan masyarakat wajib.</p>', right: false },
  },
]
