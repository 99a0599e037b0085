import type { QuestionBodyInput } from '../../../graphql.ts'
import { PICTURE, type ExamSeed } from '../../content.ts'
import { regulationWords, regulationZones } from '../../regulationPicture.ts'

const hint = (text: string, more: { clearWrong?: boolean; showCount?: boolean } = {}) => ({ text: `<p>${text}</p>`, clearWrong: false, showCount: false, ...more })
const norm = (body: QuestionBodyInput) => ({ outcome: 'CP-3', level: 'C6' as const, body })

/** For practice: every answer is looked at, and a wrong one is met with a hint. */
const practice: ExamSeed = {
  assessment: 'KUIS-2',
  settings: {
    minutes: null, attemptsAllowed: null, behaviour: 'INTERACTIVE', penalty: 0.25, shuffle: true,
    overallFeedback: [{ from: 0.8, text: '<p>Anda siap menulis pasal sendiri.</p>' }, { from: 0, text: '<p>Bacalah kembali pelajaran “Satu norma, satu makna”, lalu berlatihlah sekali lagi.</p>' }],
  },
  sections: [{
    title: 'Latihan', instructions: '', shuffle: false, perPage: 1, draws: [], questions: [
      norm({
        kind: 'SINGLE_CHOICE', points: 1, text: '<p>Rumusan manakah yang merupakan norma yang dapat diperiksa?</p>', feedback: '<p>Norma menyebut siapa, wajib apa, dan di mana; petugas dapat memeriksanya tanpa menafsirkan.</p>',
        choices: [
          { text: 'Pelaku usaha wajib menyediakan tempat sampah tertutup di dalam tempat usahanya.', right: true }, { text: 'Pelaku usaha agar senantiasa menjaga kebersihan.', right: false },
          { text: 'Kebersihan merupakan tanggung jawab kita bersama.', right: false }, { text: 'Pelaku usaha diharapkan menyediakan tempat sampah yang layak.', right: false },
        ],
        hints: [hint('Carilah kata operator norma.'), hint('Kata “agar” dan “diharapkan” tidak mewajibkan apa pun.')],
      }),
      norm({
        kind: 'MATCHING', points: 2, text: '<p>Pasangkan kata operator dengan sifat normanya.</p>', feedback: '<p>Lihat Lampiran II Undang-Undang Nomor 12 Tahun 2011.</p>',
        matching: { pairs: [{ stem: 'wajib', match: 'kewajiban yang dapat dikenai sanksi' }, { stem: 'harus', match: 'pemenuhan syarat atau keadaan' }, { stem: 'dapat', match: 'kewenangan atau pilihan' }, { stem: 'dilarang', match: 'larangan' }], distractors: ['imbauan'] },
        hints: [hint('Sanksi hanya mengikuti kewajiban dan larangan.', { showCount: true }), hint('Yang belum tepat dikosongkan; isilah kembali.', { clearWrong: true })],
      }),
      norm({
        kind: 'MULTIPLE_CHOICE', points: 2, scoring: 'ALL_OR_NOTHING', text: '<p>Manakah yang seharusnya <em>tidak</em> ada di dalam definisi? (Pilih semua yang benar.)</p>', feedback: '<p>Definisi menerangkan istilah. Kewajiban dan sanksi ditulis di dalam pasalnya sendiri.</p>',
        choices: [{ text: 'Kewajiban bagi warga', right: true }, { text: 'Sanksi', right: true }, { text: 'Kepanjangan singkatan', right: false }, { text: 'Batasan pengertian', right: false }],
        hints: [hint('Definisi tidak boleh menyelundupkan norma.', { showCount: true })],
      }),
      norm({
        kind: 'SHORT_ANSWER', points: 1, text: '<p>Ketentuan yang menyesuaikan keadaan lama dengan peraturan yang baru disebut ketentuan …</p>', feedback: '<p>Ketentuan peralihan ditempatkan sebelum ketentuan penutup.</p>',
        patterns: [{ text: 'peralihan', fraction: 1 }, { text: 'ketentuan peralihan', fraction: 1 }, { text: 'penutup', fraction: 0 }], hints: [hint('Kata dasarnya “alih”.')],
      }),
      norm({
        kind: 'ESSAY', points: 4, text: '<p>Rumuskan satu pasal yang mengatur peminjaman ruang pertemuan kecamatan oleh warga: siapa yang boleh meminjam, dengan syarat apa, dan apa akibatnya bila ruang rusak.</p>',
        feedback: '<p>Pasal yang baik memuat satu norma pada setiap ayat dan memakai kata operator dengan tepat.</p>', essay: { minWords: 40, maxWords: 250, template: '' },
      }),
    ],
  }],
}

/** The exam: one part everybody is asked, and one drawn from the bank, with a question that is tried out. */
const exam: ExamSeed = {
  assessment: 'KUIS-3',
  pretest: 'KUIS-1',
  settings: { minutes: 40, attemptsAllowed: 1, behaviour: 'DEFERRED', shuffle: true },
  sections: [
    {
      title: 'Bentuk dan teknik', instructions: '<p>Semua peserta mengerjakan soal yang sama.</p>', shuffle: true, perPage: 1, draws: [], questions: [
        {
          outcome: 'CP-1', level: 'C2', body: {
            kind: 'ORDERING', points: 2, text: '<p>Susunlah peraturan ini dari yang tertinggi.</p>', feedback: '<p>Pasal 7 Undang-Undang Nomor 12 Tahun 2011.</p>',
            ordering: { scoring: 'PAIRS', items: ['Undang-Undang Dasar 1945', 'Undang-undang', 'Peraturan pemerintah', 'Peraturan presiden', 'Peraturan daerah provinsi', 'Peraturan daerah kota'].map(text => ({ text })) },
          },
        },
        {
          outcome: 'CP-1', level: 'C2', body: {
            kind: 'MATCHING', points: 2, text: '<p>Pasangkan keperluan ini dengan bentuk produk hukumnya.</p>', feedback: '<p>Pungutan dan pidana hanya dengan peraturan daerah; yang menunjuk orang tertentu adalah keputusan.</p>',
            matching: { pairs: [{ stem: 'Memungut retribusi baru', match: 'Peraturan daerah' }, { stem: 'Mengatur tata cara pelaksanaan peraturan daerah', match: 'Peraturan wali kota' }, { stem: 'Menunjuk tim pengelola pengaduan', match: 'Keputusan wali kota' }], distractors: ['Surat edaran'] },
          },
        },
        norm({
          kind: 'HOTSPOT', points: 1, text: '<p>Pilihlah bagian peraturan yang memuat <strong>dasar hukum</strong> pembentukannya.</p>', feedback: '<p>Dasar hukum dimuat pada “Mengingat”; “Menimbang” memuat alasan pembentukannya.</p>',
          hotspot: { image: PICTURE, alternative: regulationWords, zones: regulationZones, picks: 1 },
        }),
        norm({
          kind: 'CLOZE', points: 3, text: '<p>Alasan pembentukan peraturan diuraikan di bawah kata [[alasan]]. Peraturan wali kota diundangkan di dalam [[tempat]]. Satu ayat sebaiknya memuat [[jumlah]] norma.</p>',
          feedback: '<p>Menimbang; Berita Daerah (peraturan daerah: Lembaran Daerah); satu norma.</p>',
          gaps: [
            { id: 'alasan', kind: 'TEXT', weight: 1, patterns: [{ text: 'menimbang', fraction: 1 }, { text: 'konsiderans', fraction: 0.5 }] },
            { id: 'tempat', kind: 'CHOICE', weight: 1, choices: [{ text: 'Berita Daerah', right: true }, { text: 'Lembaran Daerah', right: false }, { text: 'Lembaran Negara', right: false }] },
            { id: 'jumlah', kind: 'NUMBER', weight: 1, number: { value: 1, tolerance: 0, toleranceKind: 'NOMINAL', unit: null, units: [], unitPenalty: 0.1 } },
          ],
        }),
        norm({
          kind: 'CALCULATED', points: 2, feedback: '<p>Tulislah rumus di dalam peraturan hanya bila setiap lambangnya dijelaskan.</p>',
          text: '<p>Rancangan peraturan daerah merumuskan bunga atas retribusi yang terlambat dibayar:</p><p>\\[ B = \\frac{1}{100} \\times R \\times n \\]</p><p>dengan \\(R\\) retribusi terutang dan \\(n\\) banyaknya bulan. Hitunglah \\(B\\) dalam ribu rupiah untuk \\(R = {r}\\) ribu rupiah dan \\(n = {n}\\) bulan. (Dua desimal.)</p>',
          calculated: { variables: [{ name: 'r', min: 150, max: 900, decimals: 0 }, { name: 'n', min: 2, max: 11, decimals: 0 }], formula: 'r * n / 100', answer: { value: null, tolerance: 0.005, toleranceKind: 'NOMINAL', unit: 'ribu rupiah', units: [{ name: 'rupiah', multiplier: 0.001 }], unitPenalty: 0.1 }, variants: 60 },
        }),
        {
          outcome: 'CP-4', level: 'C3', body: {
            kind: 'SINGLE_CHOICE', points: 1, text: '<p>Rancangan peraturan wali kota memungut biaya kebersihan yang tidak dikenal peraturan daerah. Apa hasil uji konflik normanya?</p>', feedback: '<p>Pungutan hanya dapat dibentuk dengan peraturan daerah.</p>',
            choices: [{ text: 'Bertentangan ke atas: pungutan memerlukan peraturan daerah', right: true }, { text: 'Sesuai, sebab wali kota berwenang atas kebersihan', right: false }, { text: 'Tumpang tindih ke samping dengan keputusan kepala dinas', right: false }],
          },
        },
      ],
    },
    {
      title: 'Harmonisasi dan partisipasi', instructions: '<p>Soal pada bagian ini diundi dari bank soal, sehingga berbeda bagi setiap peserta.</p>', shuffle: true, perPage: null, questions: [], draws: [
        { count: 2, points: 1, pilot: false, outcome: 'CP-4', category: 'Produk hukum/Harmonisasi', level: 'C3' },
        { count: 1, points: 1, pilot: true, outcome: null, category: 'Produk hukum', level: null },
      ],
    },
  ],
}

export const exams: ExamSeed[] = [practice, exam]
