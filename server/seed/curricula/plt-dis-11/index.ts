import type { CurriculumSeed } from '../../content.ts'
import { dasar, komunikasi } from './lessons-1.ts'
import { audit, perbaikan } from './lessons-2.ts'
import { practicums } from './practicums.ts'
import { quizzes } from './quizzes.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-DIS-11',
  title: 'Layanan Publik Ramah Penyandang Disabilitas dan Lansia',
  kind: 8,
  mode: 'CLASSROOM',
  partner: 'UMSU',
  faculty: 'Keguruan dan Ilmu Pendidikan; Kesehatan',
  audience: 'Petugas loket, puskesmas, RSUD, dan MPP',
  summary: 'Bimbingan teknis agar petugas memahami hak penyandang disabilitas dan lansia, berkomunikasi secara bermartabat termasuk dengan isyarat dasar, mengaudit tempat dan laman layanan, serta menjalankan satu perbaikan cepat di unitnya.',
  outcomes: [
    { code: 'CP-1', text: 'Menjelaskan ragam disabilitas, hak atas pelayanan publik, kebutuhan lansia, dan akomodasi yang layak.' },
    { code: 'CP-2', text: 'Berkomunikasi dengan beragam warga secara bermartabat dan memperagakan dua puluh kosakata isyarat layanan.' },
    { code: 'CP-3', text: 'Mengaudit aksesibilitas fisik tempat layanan dan aksesibilitas digital satu laman.' },
    { code: 'CP-4', text: 'Menjalankan satu perbaikan cepat bersama warga dan mengukur hasilnya.' },
  ],
  competencies: [
    { code: 'M.05', name: 'Pelayanan Publik', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
    { code: 'SK.01', name: 'Perekat Bangsa', kind: 'SOCIOCULTURAL', fromLevel: null, toLevel: 2 },
    { code: 'T.DIS.01', name: 'Akomodasi layanan', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    { title: 'UU 8/2016 dan ragam disabilitas', hours: { theory: 4, practice: 0, field: 0 }, description: 'Hak penyandang disabilitas dan lansia, ragam disabilitas, serta akomodasi yang layak.', outcomes: ['CP-1'], topics: ['Pengertian dan ragam', 'Hak atas aksesibilitas dan pelayanan publik', 'Akomodasi yang layak', 'Kebutuhan lanjut usia'], lessons: dasar },
    { title: 'Komunikasi dan isyarat dasar', hours: { theory: 1, practice: 5, field: 0 }, description: 'Cara berkomunikasi menurut kebutuhan warga dan dua puluh kosakata isyarat layanan.', outcomes: ['CP-2'], topics: ['Empat aturan komunikasi', 'Bahasa sederhana', 'Bekerja dengan juru bahasa isyarat', 'Dua puluh kosakata isyarat'], lessons: komunikasi },
    { title: 'Audit aksesibilitas fisik dan digital', hours: { theory: 2, practice: 4, field: 0 }, description: 'Menelusuri perjalanan warga di tempat layanan dan di laman, lalu menulis temuan terukur.', outcomes: ['CP-3'], topics: ['Sembilan titik audit fisik', 'Kemiringan landaian', 'Sepuluh pemeriksaan laman', 'Kontras dan teks alternatif'], lessons: audit },
    { title: 'Perbaikan cepat di unit', hours: { theory: 0, practice: 1, field: 3 }, description: 'Memilih, menjalankan, menguji, dan menjaga satu perbaikan di unit kerja.', outcomes: ['CP-4'], topics: ['Matriks dampak dan kemudahan', 'Uji jalan bersama warga', 'Laporan dua halaman', 'Daftar periksa pagi'], lessons: perbaikan },
  ],
  references: [
    'Undang-Undang Nomor 8 Tahun 2016 tentang Penyandang Disabilitas',
    'Undang-Undang Nomor 19 Tahun 2011 tentang Pengesahan Convention on the Rights of Persons with Disabilities (Konvensi mengenai Hak-Hak Penyandang Disabilitas)',
    'Undang-Undang Nomor 13 Tahun 1998 tentang Kesejahteraan Lanjut Usia',
    'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik',
    'Peraturan Pemerintah Nomor 42 Tahun 2020 tentang Aksesibilitas terhadap Permukiman, Pelayanan Publik, dan Pelindungan dari Bencana bagi Penyandang Disabilitas',
    'Peraturan Menteri PUPR Nomor 14/PRT/M/2017 tentang Persyaratan Kemudahan Bangunan Gedung',
    'Web Content Accessibility Guidelines (WCAG) 2.2',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis hak, ragam disabilitas, dan komunikasi', subject: 0, outcomes: ['CP-1', 'CP-2'], instructions: 'Sepuluh soal, 30 menit, dua kali kesempatan.', weight: 50 },
    { code: 'KUIS-2', kind: 'QUIZ', title: 'Kuis audit aksesibilitas dan perbaikan', subject: 2, outcomes: ['CP-3', 'CP-4'], instructions: 'Sepuluh soal, 30 menit. Kalkulator diperbolehkan.', weight: 50 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Dua puluh kosakata isyarat layanan', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan video peragaan dan catatan koreksi.', weight: 35 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Audit loket dan satu laman OPD', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan dua lembar audit dan lima temuan terurut.', weight: 35 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Satu perbaikan cepat di unit', subject: 3, outcomes: ['CP-4'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 30 },
  ],
  quizzes,
  practicums,
}
