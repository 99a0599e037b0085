import type { CurriculumSeed } from '../../content.ts'
import { prinsip, ropa } from './lessons-1.ts'
import { aplikasi, insiden, kredensial } from './lessons-2.ts'
import { practicums } from './practicums.ts'
import { quizzes } from './quizzes.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-KIN-03',
  title: 'Keamanan Informasi dan Pelindungan Data Pribadi bagi Pengelola Layanan',
  kind: 8,
  mode: 'CLASSROOM',
  partner: 'POLMED',
  faculty: 'Teknik Komputer dan Informatika',
  audience: 'Admin sistem OPD, operator SIMPEG, dan petugas layanan',
  summary: 'Bimbingan teknis di laboratorium agar pengelola layanan memproses data pribadi sesuai dengan UU 27/2022, mengamankan akunnya, mengenali phishing, menangani insiden dalam 3 × 24 jam, dan memeriksa hak akses aplikasi unitnya.',
  outcomes: [
    { code: 'CP-1', text: 'Menjelaskan prinsip dan dasar pemrosesan data pribadi serta hak subjek data, dan menerapkannya pada kasus layanan.' },
    { code: 'CP-2', text: 'Menyusun rekam kegiatan pemrosesan dan menerapkan minimisasi data pada satu proses layanan.' },
    { code: 'CP-3', text: 'Mengamankan akun dengan kata sandi yang kuat dan MFA, serta mengenali dan melaporkan phishing.' },
    { code: 'CP-4', text: 'Menangani insiden secara berurutan dan menulis pemberitahuan kegagalan pelindungan dalam 3 × 24 jam.' },
    { code: 'CP-5', text: 'Memeriksa hak akses dan pengamanan dasar satu aplikasi OPD serta menyusun rencana perbaikannya.' },
  ],
  competencies: [
    { code: 'M.01', name: 'Integritas', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
    { code: 'T.KIN.01', name: 'Keamanan informasi dasar', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
    { code: 'T.KIN.02', name: 'Pemrosesan data pribadi sesuai UU 27/2022', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    { title: 'UU PDP: prinsip, dasar pemrosesan, hak subjek data', hours: { theory: 4, practice: 0, field: 0 }, description: 'Pengertian, para pihak, delapan prinsip, enam dasar pemrosesan, dan hak subjek data beserta tenggatnya.', outcomes: ['CP-1'], topics: ['Data umum dan spesifik', 'Pengendali dan prosesor', 'Dasar pemrosesan', 'Hak subjek data'], lessons: prinsip },
    { title: 'Rekam kegiatan pemrosesan (RoPA) dan minimisasi data', hours: { theory: 2, practice: 3, field: 0 }, description: 'Memetakan perjalanan data, mengisi RoPA, dan mengurangi data yang dikumpulkan.', outcomes: ['CP-2'], topics: ['Kolom RoPA', 'Penilaian dampak', 'Uji tiga pertanyaan', 'Penyamaran dan pemusnahan'], lessons: ropa },
    { title: 'Kata sandi, MFA, phishing', hours: { theory: 2, practice: 3, field: 0 }, description: 'Melindungi akun dan menghadapi upaya penipuan.', outcomes: ['CP-3'], topics: ['Kekuatan kata sandi', 'Jenis MFA', 'Membaca alamat', 'Berhenti, periksa, laporkan'], lessons: kredensial },
    { title: 'Penanganan insiden 3×24 jam', hours: { theory: 2, practice: 3, field: 0 }, description: 'Enam tahap penanganan insiden, penjagaan bukti, dan pemberitahuan tertulis.', outcomes: ['CP-4'], topics: ['Tahap penanganan', 'Menjaga bukti', 'Menghitung batas waktu', 'Menulis pemberitahuan'], lessons: insiden },
    { title: 'Praktik pengamanan aplikasi OPD', hours: { theory: 0, practice: 3, field: 2 }, description: 'Pemeriksaan hak akses dan sepuluh butir pengamanan pada aplikasi unit sendiri.', outcomes: ['CP-5'], topics: ['Matriks peran', 'Siklus akun', 'Daftar periksa pengamanan', 'Pelaporan temuan'], lessons: aplikasi },
  ],
  references: [
    'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi',
    'Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 1 Tahun 2024',
    'Peraturan Pemerintah Nomor 71 Tahun 2019 tentang Penyelenggaraan Sistem dan Transaksi Elektronik',
    'Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik',
    'Peraturan BSSN Nomor 10 Tahun 2020 tentang Tim Tanggap Insiden Siber',
    'Peraturan BSSN Nomor 4 Tahun 2021 tentang Pedoman Manajemen Keamanan Informasi Sistem Pemerintahan Berbasis Elektronik dan Standar Teknis dan Prosedur Keamanan Sistem Pemerintahan Berbasis Elektronik',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis UU PDP dan minimisasi', subject: 0, outcomes: ['CP-1', 'CP-2'], instructions: 'Sepuluh soal, 35 menit, dua kali kesempatan.', weight: 40 },
    { code: 'KUIS-2', kind: 'QUIZ', title: 'Kuis kata sandi, MFA, dan phishing', subject: 2, outcomes: ['CP-3'], instructions: 'Delapan soal, 25 menit, dua kali kesempatan.', weight: 25 },
    { code: 'KUIS-3', kind: 'QUIZ', title: 'Kuis insiden dan hak akses', subject: 3, outcomes: ['CP-4', 'CP-5'], instructions: 'Sembilan soal, 30 menit, dua kali kesempatan.', weight: 35 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'RoPA satu proses layanan', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan lembar RoPA dan formulir hasil minimisasi.', weight: 25 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'MFA dan analisis 10 surel', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan bukti MFA, tabel analisis, dan prosedur ponsel hilang.', weight: 25 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Latihan meja insiden kebocoran', subject: 3, outcomes: ['CP-4'], instructions: 'Serahkan linimasa, draf pemberitahuan, dan tiga pelajaran.', weight: 25 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Pemeriksaan hak akses satu aplikasi OPD', subject: 4, outcomes: ['CP-5'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 25 },
  ],
  quizzes,
  practicums,
}
