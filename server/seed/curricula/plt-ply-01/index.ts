import type { CurriculumSeed } from '../../content.ts'
import { kebijakan, standar } from './lessons-1.ts'
import { komunikasi, pengaduan } from './lessons-2.ts'
import { aktualisasi, skm } from './lessons-3.ts'
import { practicums } from './practicums.ts'
import { quizzes } from './quizzes.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-PLY-01',
  title: 'Pelayanan Publik Prima Berbasis Standar Pelayanan dan Survei Kepuasan Masyarakat',
  kind: 3,
  mode: 'BLENDED',
  partner: 'USU',
  faculty: 'FISIP, Administrasi Publik',
  audience: 'Petugas loket/MPP, kelurahan, kecamatan, Disdukcapil, dan DPMPTSP (pelaksana dan pengawas)',
  summary: 'Menyiapkan petugas pelayanan untuk menyusun Standar Pelayanan yang terukur, melayani dengan empati, mengolah Survei Kepuasan Masyarakat sembilan unsur dengan benar, mengelola pengaduan, dan membuktikan satu perbaikan nyata di loketnya sendiri.',
  outcomes: [
    { code: 'CP-1', text: 'Menjelaskan asas serta hak dan kewajiban dalam pelayanan publik, dan menganalisis kasus maladministrasi beserta pencegahannya.' },
    { code: 'CP-2', text: 'Menyusun Standar Pelayanan dengan empat belas komponen yang terukur dan Maklumat Pelayanan secara partisipatif.' },
    { code: 'CP-3', text: 'Menerapkan komunikasi empatik dan pemulihan layanan kepada beragam warga, termasuk kelompok rentan.' },
    { code: 'CP-4', text: 'Merancang SKM, mengolahnya menjadi NRR, IKM, dan mutu pelayanan, serta merumuskan rekomendasi.' },
    { code: 'CP-5', text: 'Menelaah dan menjawab pengaduan melalui SP4N-LAPOR! sesuai dengan tenggat serta melindungi pelapor.' },
    { code: 'CP-6', text: 'Menguji satu perbaikan layanan di unit kerja dan mengukur hasilnya sebelum dan sesudah.' },
  ],
  competencies: [
    { code: 'M.05', name: 'Pelayanan Publik', kind: 'MANAGERIAL', fromLevel: 2, toLevel: 3 },
    { code: 'M.03', name: 'Komunikasi', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
    { code: 'T.PLY.01', name: 'Penyusunan Standar Pelayanan', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
    { code: 'T.PLY.02', name: 'Pengolahan SKM 9 unsur', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    {
      title: 'Kebijakan pelayanan publik dan maladministrasi',
      hours: { theory: 4, practice: 0, field: 0 },
      description: 'Landasan hukum, asas, hak dan kewajiban, serta cara mengenali dan mencegah maladministrasi.',
      outcomes: ['CP-1'],
      topics: ['UU 25/2009: pengertian dan asas', 'Hak masyarakat dan kewajiban penyelenggara', 'Bentuk maladministrasi', 'Analisis kasus empat langkah'],
      lessons: kebijakan,
    },
    {
      title: 'Standar Pelayanan dan Maklumat Pelayanan',
      hours: { theory: 3, practice: 5, field: 0 },
      description: 'Komponen Standar Pelayanan, penyusunan bersama masyarakat, dan penetapan maklumat.',
      outcomes: ['CP-2'],
      topics: ['Komponen service delivery dan manufacturing', 'Rumusan yang dapat diuji', 'Enam langkah penyusunan', 'Maklumat Pelayanan'],
      lessons: standar,
    },
    {
      title: 'Komunikasi, empati dan service recovery',
      hours: { theory: 2, practice: 4, field: 0 },
      description: 'Percakapan pelayanan, penyesuaian bagi kelompok rentan, dan pemulihan setelah kegagalan layanan.',
      outcomes: ['CP-3'],
      topics: ['Lima langkah percakapan', 'Kalimat yang membuka jalan keluar', 'Langkah DAMPING', 'Meredakan warga yang marah'],
      lessons: komunikasi,
    },
    {
      title: 'SKM: instrumen, sampel, pengolahan IKM',
      hours: { theory: 3, practice: 5, field: 0 },
      description: 'Sembilan unsur, penentuan sampel, pengolahan dengan bobot tepat 1/9, dan rekomendasi.',
      outcomes: ['CP-4'],
      topics: ['Unsur U1 sampai U9', 'Rumus Krejcie dan Morgan', 'NRR, IKM, dan mutu', 'Rekomendasi unsur terendah'],
      lessons: skm,
    },
    {
      title: 'Pengelolaan pengaduan SP4N-LAPOR!',
      hours: { theory: 2, practice: 2, field: 0 },
      description: 'Alur dan tenggat SP4N-LAPOR!, penulisan jawaban, dan pelindungan pelapor.',
      outcomes: ['CP-5'],
      topics: ['Peran admin instansi dan pejabat penghubung', 'Tahap dan tenggat', 'Jawaban lima bagian', 'Pengaduan sebagai bahan perbaikan'],
      lessons: pengaduan,
    },
    {
      title: 'Aktualisasi di loket unit kerja',
      hours: { theory: 0, practice: 2, field: 8 },
      description: 'Uji coba perbaikan lima hari kerja dengan pengukuran sebelum dan sesudah.',
      outcomes: ['CP-3', 'CP-6'],
      topics: ['Rencana satu halaman', 'Log waktu layanan', 'Median dan tepat janji', 'Keputusan tindak lanjut'],
      lessons: aktualisasi,
    },
  ],
  references: [
    'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik',
    'Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia',
    'Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik',
    'Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik',
    'Peraturan Menteri PANRB Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan',
    'Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik',
    'Peraturan Menteri PANRB Nomor 62 Tahun 2018 tentang Pedoman Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis kebijakan dan maladministrasi', subject: 0, outcomes: ['CP-1'], instructions: 'Sepuluh soal, 30 menit, dua kali kesempatan; nilai tertinggi yang dicatat.', weight: 30 },
    { code: 'KUIS-2', kind: 'QUIZ', title: 'Kuis Standar Pelayanan dan SKM', subject: 3, outcomes: ['CP-2', 'CP-4'], instructions: 'Dua belas soal, 40 menit. Anda boleh memakai kalkulator atau lembar kerja.', weight: 40 },
    { code: 'KUIS-3', kind: 'QUIZ', title: 'Kuis pengaduan dan pemulihan layanan', subject: 4, outcomes: ['CP-3', 'CP-5'], instructions: 'Sembilan soal, 25 menit, dua kali kesempatan.', weight: 30 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Menyusun Standar Pelayanan unit sendiri', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan Standar Pelayanan, maklumat, dan notula pembahasan.', weight: 20 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Simulasi loket 15 menit', subject: 2, outcomes: ['CP-3'], instructions: 'Tiga adegan permainan peran yang dinilai dengan rubrik.', weight: 20 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Mengolah 30 kuesioner SKM', subject: 3, outcomes: ['CP-4'], instructions: 'Serahkan lembar kerja berumus dan laporan dengan tiga rekomendasi.', weight: 25 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Menelaah dan menjawab lima pengaduan', subject: 4, outcomes: ['CP-5'], instructions: 'Serahkan lembar telaah dan lima jawaban.', weight: 10 },
    { code: 'PRAK-5', kind: 'PRACTICUM', title: 'Uji coba perbaikan di loket selama lima hari kerja', subject: 5, outcomes: ['CP-3', 'CP-6'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 25 },
  ],
  quizzes,
  practicums,
}
