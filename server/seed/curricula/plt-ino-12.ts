import type { CurriculumSeed } from '../content.ts'
import { opening, shortPracticum } from './outline.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-INO-12',
  title: 'Desain Layanan dan Inovasi Digital Kecamatan/Kelurahan',
  kind: 3,
  mode: 'BLENDED',
  partner: 'DEL',
  faculty: 'Rekayasa; Manajemen Teknologi',
  audience: 'Tim inovasi kecamatan, pranata komputer, dan lurah',
  summary: 'Bootcamp dengan pendampingan untuk merancang layanan bersama warga: wawancara, purwarupa tanpa kode, uji pakai, dan pengukuran dampak terhadap waktu serta kemudahan layanan.',
  outcomes: [
    { code: 'CP-1', text: 'Melakukan riset pengguna layanan dan menyusun peta perjalanan warga.' },
    { code: 'CP-2', text: 'Menghasilkan dan memprioritaskan gagasan berdasarkan dampak dan kelayakan.' },
    { code: 'CP-3', text: 'Membuat purwarupa layanan digital tanpa kode.' },
    { code: 'CP-4', text: 'Menguji purwarupa bersama warga dan menghitung keberhasilan tugas.' },
    { code: 'CP-5', text: 'Menyusun rencana replikasi dan pengukuran dampak.' },
  ],
  competencies: [
    { code: 'M.07', name: 'Mengelola Perubahan', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
    { code: 'M.04', name: 'Orientasi pada Hasil', kind: 'MANAGERIAL', fromLevel: null, toLevel: 3 },
    { code: 'T.INO.01', name: 'Perancangan layanan digital', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    {
      title: 'Riset pengguna dan peta perjalanan warga', hours: { theory: 3, practice: 4, field: 0 }, outcomes: ['CP-1'],
      description: 'Mendengar warga dan memetakan pengalaman layanan dari awal sampai akhir.',
      topics: ['Wawancara', 'Pengamatan', 'Peta perjalanan', 'Etika riset'],
      lessons: [opening('Mulai dari warga, bukan dari aplikasi', `
<p>Banyak aplikasi kelurahan sepi karena menjawab pertanyaan yang tidak pernah diajukan warga. Riset dimulai dengan mendengar: lima wawancara yang baik sudah mengungkap sebagian besar hambatan besar. Tanyakan <strong>kejadian terakhir</strong>, bukan pendapat: "Ceritakan ketika terakhir kali Ibu mengurus surat" lebih berguna daripada "Apakah Ibu mau memakai aplikasi?"</p>
<p>Susun jawaban menjadi peta perjalanan: langkah, tempat, waktu, orang yang ditemui, perasaan, dan hambatan. Sertakan perjalanan sebelum tiba di kantor dan sesudah pulang. Mintalah persetujuan, jangan mencatat NIK, dan pilih warga yang beragam, termasuk lansia, penyandang disabilitas, serta mereka yang tidak memiliki ponsel pintar.</p>`)],
    },
    {
      title: 'Ideasi dan prioritas', hours: { theory: 2, practice: 3, field: 0 }, outcomes: ['CP-2'],
      description: 'Merumuskan tantangan, menghasilkan gagasan, dan memilih.',
      topics: ['Pertanyaan "bagaimana kita dapat"', 'Curah gagasan', 'Matriks prioritas', 'Uji asumsi'],
      lessons: [opening('Banyak gagasan, satu pilihan', `
<p>Ubah hambatan menjadi tantangan: "Bagaimana kita dapat membuat warga mengetahui syarat sebelum berangkat dari rumah?" Rumusan yang baik tidak menyembunyikan jawaban; "bagaimana kita dapat membuat aplikasi" sudah terlalu sempit.</p>
<p>Hasilkan sedikitnya dua puluh gagasan dalam sepuluh menit tanpa menilai, lalu kelompokkan. Beri setiap gagasan nilai <strong>dampak</strong> dan <strong>kelayakan</strong> 1–5, kemudian kalikan. Gagasan bernilai tertinggi belum tentu berupa teknologi: papan syarat bergambar mungkin mengalahkan aplikasi. Tuliskan asumsi paling berisiko dari gagasan terpilih, dan ujilah asumsi itu lebih dahulu dengan cara yang termurah.</p>`)],
    },
    {
      title: 'Purwarupa tanpa kode', hours: { theory: 2, practice: 6, field: 0 }, outcomes: ['CP-3'],
      description: 'Membuat purwarupa yang cukup nyata untuk diuji.',
      topics: ['Sketsa kertas', 'Purwarupa klik', 'Bahasa antarmuka', 'Aksesibilitas dan data pribadi'],
      lessons: [opening('Cukup nyata untuk diuji', `
<p>Purwarupa bukan produk; ia adalah <strong>pertanyaan yang dapat disentuh</strong>. Mulailah dari kertas: lima lembar untuk lima layar, lalu pindahkan ke alat purwarupa tanpa kode. Jangan menghias sebelum alurnya terbukti.</p>
<p>Tulis bahasa antarmuka dengan kata yang dipakai warga: "Ajukan", bukan "Submit"; "Kata sandi", bukan "Password". Setiap layar memiliki satu tindakan utama. Sejak awal, perhatikan ukuran huruf, kontras, urutan papan ketik, dan jaringan lambat di Belawan. Gunakan data rekaan; purwarupa tidak boleh mengumpulkan data pribadi nyata. Simpan riwayat versi supaya perubahan setelah uji pakai dapat dijelaskan.</p>`)],
    },
    {
      title: 'Uji pakai dengan warga', hours: { theory: 1, practice: 2, field: 4 }, outcomes: ['CP-4'],
      description: 'Menguji purwarupa bersama lima warga dan memperbaikinya.',
      topics: ['Tugas uji', 'Mengamati tanpa membantu', 'Skor keberhasilan', 'Perbaikan'],
      lessons: [opening('Diam dan amati', `
<p>Dalam uji pakai, yang diuji adalah purwarupa, bukan warga. Sampaikan hal itu di awal. Berikan tugas dalam bahasa keperluan, misalnya "Anda ingin mengurus surat domisili", bukan "Klik menu Layanan". Kemudian <strong>diamlah</strong>. Setiap bantuan Anda menyembunyikan satu masalah.</p>
<p>Catat berhasil, berhasil dengan bantuan, atau gagal, beserta tempat tersendat. Skor keberhasilan dihitung dari tugas yang selesai tanpa bantuan: apabila lima warga mengerjakan tiga tugas dan sebelas selesai, skornya 11/15 atau 73,3 persen. Perbaiki dua masalah terbesar, lalu uji kembali. Atasan langsung mengonfirmasi praktik lapangan.</p>`)],
    },
    {
      title: 'Rencana replikasi dan pengukuran dampak', hours: { theory: 2, practice: 2, field: 1 }, outcomes: ['CP-5'],
      description: 'Kanvas dampak, kondisi awal, sasaran IKM, dan rencana penyebaran.',
      topics: ['Kondisi awal', 'Sasaran U2 dan U3', 'Biaya dan pemilik', 'Replikasi'],
      lessons: [opening('Inovasi yang bertahan setelah lomba', `
<p>Banyak inovasi berhenti ketika pembuatnya mutasi. Agar bertahan, inovasi memerlukan <strong>pemilik berupa jabatan, anggaran pemeliharaan, prosedur, dan ukuran</strong>. Kanvas dampak satu halaman memuat masalah, warga sasaran, kondisi awal, perubahan, sasaran, biaya, risiko, dan rencana penyebaran.</p>
<p>Ukur kondisi awal sebelum peluncuran: median waktu, persentase selesai dalam satu kunjungan, serta nilai SKM unsur U2 (prosedur) dan U3 (waktu). Kenaikan setelahnya disebut indikasi, sebab faktor lain dapat ikut berubah. Untuk replikasi, tuliskan syarat minimum yang harus dimiliki kelurahan lain, dan undang satu kelurahan untuk mencobanya sebelum diperluas.</p>`)],
    },
  ],
  references: [
    'Peraturan Pemerintah Nomor 38 Tahun 2017 tentang Inovasi Daerah',
    'Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik',
    'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik',
    'Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis desain layanan', subject: 0, outcomes: ['CP-1', 'CP-2', 'CP-4'], instructions: 'Lima soal, 15 menit, dua kali kesempatan.', weight: 100 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Wawancara lima warga dan peta perjalanan', subject: 0, outcomes: ['CP-1'], instructions: 'Serahkan catatan wawancara dan peta perjalanan.', weight: 20 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Matriks prioritas gagasan', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan gagasan, nilai, dan asumsi.', weight: 15 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Purwarupa lima layar', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan tautan purwarupa.', weight: 25 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Uji pakai lima warga', subject: 3, outcomes: ['CP-4'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 20 },
    { code: 'PRAK-5', kind: 'PRACTICUM', title: 'Kanvas dampak', subject: 4, outcomes: ['CP-5'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 20 },
  ],
  quizzes: [
    {
      assessment: 'KUIS-1', minutes: 15, attempts: 2,
      questions: [
        { kind: 'SINGLE_CHOICE', points: 1, text: 'Pertanyaan wawancara yang paling berguna adalah …', choices: [{ text: '"Apakah Anda puas dan merasa cepat?"' }, { text: '"Ceritakan ketika terakhir kali Anda mengurus surat."', right: true }, { text: '"Anda pasti mau memakai aplikasi kami, bukan?"' }, { text: '"Setujukah Anda bahwa layanan kami sudah baik?"' }], feedback: 'Kejadian nyata lebih dapat dipercaya daripada pendapat yang diarahkan.' },
        { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Apa yang dilakukan pengamat pada uji pakai? (Pilih semua yang benar.)', choices: [{ text: 'Meminta NIK peserta' }, { text: 'Menjelaskan bahwa yang diuji adalah purwarupa', right: true }, { text: 'Mencatat tempat warga tersendat', right: true }, { text: 'Menunjukkan tombol yang benar segera' }], feedback: 'Membantu terlalu cepat menyembunyikan masalah, dan NIK tidak diperlukan.' },
        { kind: 'TRUE_FALSE', points: 1, text: 'Solusi terbaik bagi hambatan layanan selalu berupa aplikasi.', right: false, feedback: 'Papan syarat atau perubahan prosedur dapat lebih berdampak dan lebih murah.' },
        { kind: 'NUMERIC', points: 1, text: 'Lima warga mengerjakan tiga tugas; 12 tugas selesai tanpa bantuan. Berapa persen skor keberhasilannya?', value: 80, tolerance: 0, unit: '%', feedback: '12 / (5 × 3) × 100 = 80 persen.' },
        { kind: 'SHORT_ANSWER', points: 1, text: 'Gambaran langkah, waktu, dan hambatan warga dari awal sampai akhir layanan disebut peta … warga (satu kata).', accepted: ['perjalanan', 'peta perjalanan'], feedback: 'Peta perjalanan warga mencakup hal sebelum tiba dan sesudah pulang.' },
      ],
    },
  ],
  practicums: [
    shortPracticum('PRAK-1', 'Riset warga', 'Wawancarai lima warga dan susun peta perjalanannya.', ['Catatan wawancara tersamarkan', 'Peta perjalanan']),
    shortPracticum('PRAK-2', 'Prioritas gagasan', 'Hasilkan sedikitnya dua puluh gagasan, beri nilai, dan tuliskan asumsi paling berisiko.', ['Matriks prioritas', 'Rencana uji asumsi']),
    shortPracticum('PRAK-3', 'Purwarupa', 'Buat purwarupa lima layar tanpa kode dengan data rekaan.', ['Tautan purwarupa', 'Catatan aksesibilitas']),
    shortPracticum('PRAK-4', 'Uji pakai', 'Uji purwarupa bersama lima warga, hitung skor keberhasilan tugas, lalu perbaiki dua masalah terbesar.', ['Lembar pengamatan', 'Skor keberhasilan', 'Purwarupa versi kedua']),
    shortPracticum('PRAK-5', 'Kanvas dampak', 'Susun kanvas dampak dengan kondisi awal serta sasaran IKM unsur U2 dan U3.', ['Kanvas dampak', 'Data kondisi awal']),
  ],
}
