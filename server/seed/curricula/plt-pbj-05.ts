import type { CurriculumSeed } from '../content.ts'
import { opening, shortPracticum } from './outline.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-PBJ-05',
  title: 'Pengadaan Barang/Jasa Pemerintah dan E-Katalog bagi PPTK dan Pejabat Pengadaan',
  kind: 3,
  mode: 'BLENDED',
  partner: 'UMSU',
  faculty: 'Ekonomi dan Bisnis; Hukum',
  audience: 'PPTK, pejabat pengadaan, dan pengelola kegiatan',
  summary: 'Menyiapkan pelaku pengadaan merumuskan kebutuhan, menyusun KAK dan HPS yang dapat dipertanggungjawabkan, menjalankan e-purchasing, serta mengendalikan kontrak tanpa konflik kepentingan.',
  outcomes: [
    { code: 'CP-1', text: 'Menerapkan prinsip dan etika pengadaan serta mengelola konflik kepentingan.' },
    { code: 'CP-2', text: 'Mengidentifikasi kebutuhan dan menyusun KAK serta HPS satu paket.' },
    { code: 'CP-3', text: 'Menjalankan e-purchasing dan mini-kompetisi sampai surat pesanan.' },
    { code: 'CP-4', text: 'Mengendalikan kontrak, serah terima, dan pembayaran.' },
    { code: 'CP-5', text: 'Meninjau paket pengadaan OPD dan merekomendasikan perbaikannya.' },
  ],
  competencies: [
    { code: 'M.01', name: 'Integritas', kind: 'MANAGERIAL', fromLevel: null, toLevel: 3 },
    { code: 'M.08', name: 'Pengambilan Keputusan', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
    { code: 'T.PBJ.01', name: 'Perencanaan dan pemilihan penyedia', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    {
      title: 'Kebijakan, prinsip, etika dan konflik kepentingan', hours: { theory: 4, practice: 0, field: 0 }, outcomes: ['CP-1'],
      description: 'Prinsip, etika, pelaku pengadaan, dan pengelolaan konflik kepentingan.',
      topics: ['Prinsip pengadaan', 'Pelaku pengadaan', 'Etika', 'Konflik kepentingan'],
      lessons: [opening('Tujuh prinsip dan satu pertanyaan', `
<p>Pengadaan barang/jasa pemerintah berpegang pada prinsip <strong>efisien, efektif, transparan, terbuka, bersaing, adil, dan akuntabel</strong>. Dasarnya Peraturan Presiden Nomor 16 Tahun 2018 beserta perubahannya. Prinsip itu diuji bukan ketika semuanya lancar, melainkan ketika penyedia ternyata kerabat, teman sekolah, atau bekas atasan.</p>
<p>Konflik kepentingan bukan dengan sendirinya pelanggaran; <em>menyembunyikannya</em> yang menjadi pelanggaran. Langkahnya: kenali hubungan, nyatakan secara tertulis, mintalah pengganti, dan dokumentasikan. Tanyakan kepada diri sendiri, "Apakah saya nyaman apabila hubungan ini diketahui seluruh peserta?" Jika tidak, Anda perlu mundur dari proses tersebut.</p>`)],
    },
    {
      title: 'Identifikasi kebutuhan, KAK, HPS', hours: { theory: 3, practice: 6, field: 0 }, outcomes: ['CP-2'],
      description: 'Dari kebutuhan organisasi menjadi spesifikasi dan perkiraan harga.',
      topics: ['Identifikasi kebutuhan', 'Spesifikasi dan KAK', 'Survei harga', 'HPS'],
      lessons: [opening('Membeli yang dibutuhkan', `
<p>Pengadaan yang buruk jarang bermula dari tender; ia bermula dari kebutuhan yang kabur. Sebelum menulis "laptop 20 unit", tanyakan siapa pemakainya, pekerjaan apa yang dilakukan, apa yang sudah ada, dan berapa lama dipakai. Spesifikasi merumuskan <strong>fungsi dan kinerja</strong>, bukan mengarah pada merek tertentu, kecuali diperkenankan ketentuan.</p>
<p>Kerangka acuan kerja (KAK) menjawab latar belakang, tujuan, keluaran, lokasi, jangka waktu, dan tenaga yang diperlukan. Harga perkiraan sendiri (HPS) disusun dari data yang dapat dipertanggungjawabkan: sedikitnya dari beberapa sumber, dengan tanggal dan tautan. Simpan lembar surveinya; auditor akan menanyakannya, dan Anda akan berterima kasih kepada diri sendiri.</p>`)],
    },
    {
      title: 'E-purchasing dan mini-kompetisi', hours: { theory: 2, practice: 6, field: 0 }, outcomes: ['CP-3'],
      description: 'Pembelian melalui katalog elektronik secara kompetitif.',
      topics: ['Katalog elektronik', 'Perbandingan produk', 'Negosiasi dan mini-kompetisi', 'Surat pesanan'],
      lessons: [opening('Klik yang dapat dijelaskan', `
<p>Katalog elektronik mempercepat pembelian, tetapi tidak menghapus kewajiban memperoleh nilai terbaik. Memilih produk teratas tanpa membandingkan bukanlah alasan. Dokumentasikan kriteria sebelum membuka katalog: spesifikasi minimum, garansi, waktu kirim, layanan purnajual, tingkat komponen dalam negeri, dan <strong>biaya total</strong>, termasuk ongkos kirim ke Belawan atau Tuntungan.</p>
<p>Mini-kompetisi mengundang beberapa penyedia yang memenuhi syarat untuk menawar pada paket yang sama. Anda akan menjalankan simulasi dari pembuatan paket, perbandingan, negosiasi, sampai surat pesanan, lalu menulis satu halaman alasan pemilihan yang dapat dibaca orang di luar pengadaan.</p>`)],
    },
    {
      title: 'Kontrak, serah terima, pembayaran', hours: { theory: 3, practice: 3, field: 0 }, outcomes: ['CP-4'],
      description: 'Pengendalian kontrak dari penandatanganan sampai pembayaran.',
      topics: ['Bentuk kontrak', 'Pengendalian dan perubahan', 'Pemeriksaan hasil', 'Denda dan pembayaran'],
      lessons: [opening('Kontrak selesai ketika manfaat diterima', `
<p>Kontrak adalah kesepakatan yang harus dijalankan, bukan berkas yang disimpan. Sejak hari pertama, catat <strong>tanggal mulai, tanggal akhir, keluaran, dan cara pemeriksaannya</strong>. Perubahan pekerjaan dituangkan secara tertulis sebelum dilaksanakan; persetujuan lisan di lapangan adalah asal banyak sengketa.</p>
<p>Serah terima dilakukan setelah barang atau hasil pekerjaan diperiksa terhadap spesifikasi. Jangan menandatangani berita acara pada hari terakhir tahun anggaran untuk barang yang belum datang. Denda keterlambatan dihitung menurut ketentuan kontrak; catat dasar hitungannya. Anda akan berlatih menyusun lembar kendali kontrak dan memeriksa satu serah terima yang mengandung lima kekeliruan.</p>`)],
    },
    {
      title: 'Studi kasus dan klinik OPD', hours: { theory: 0, practice: 2, field: 3 }, outcomes: ['CP-1', 'CP-5'],
      description: 'Analisis benturan kepentingan dan tinjauan paket RUP unit sendiri.',
      topics: ['Tiga kasus benturan kepentingan', 'Tinjauan RUP', 'Rekomendasi', 'Klinik'],
      lessons: [opening('Meninjau rencana sebelum uang dibelanjakan', `
<p>Rencana umum pengadaan (RUP) unit Anda menyimpan banyak petunjuk: paket sejenis yang dipecah, jadwal yang menumpuk pada Desember, spesifikasi yang terlalu sempit, atau nilai yang tidak sesuai dengan kebutuhan. Klinik ini mengajak Anda membaca RUP seperti seorang peninjau sejawat.</p>
<p>Di kelas, Anda menganalisis tiga kasus benturan kepentingan rekaan: hubungan keluarga, pekerjaan sampingan, dan pemberian hadiah. Di lapangan, Anda meninjau paket OPD sendiri bersama PPTK dan memberi rekomendasi tertulis. Rekomendasi disampaikan kepada atasan, bukan dipublikasikan. Atasan langsung mengonfirmasi praktik lapangan.</p>`)],
    },
  ],
  references: [
    'Peraturan Presiden Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah beserta perubahannya (antara lain Peraturan Presiden Nomor 12 Tahun 2021)',
    'Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan',
    'Peraturan LKPP yang berlaku mengenai perencanaan, pemilihan penyedia, dan katalog elektronik',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis prinsip dan etika pengadaan', subject: 0, outcomes: ['CP-1', 'CP-2'], instructions: 'Lima soal, 15 menit, dua kali kesempatan.', weight: 100 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'KAK dan HPS satu paket', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan KAK, HPS, dan lembar survei harga.', weight: 35 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Simulasi e-purchasing', subject: 2, outcomes: ['CP-3'], instructions: 'Jalankan simulasi sampai surat pesanan.', weight: 25 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Lembar kendali kontrak', subject: 3, outcomes: ['CP-4'], instructions: 'Serahkan lembar kendali dan hasil pemeriksaan.', weight: 15 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Klinik tinjauan RUP', subject: 4, outcomes: ['CP-1', 'CP-5'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 25 },
  ],
  quizzes: [
    {
      assessment: 'KUIS-1', minutes: 15, attempts: 2,
      questions: [
        { kind: 'SINGLE_CHOICE', points: 1, text: 'Seorang pejabat pengadaan mengetahui salah satu penyedia adalah iparnya. Tindakan yang tepat adalah …', choices: [{ text: 'Diam selama harganya paling murah' }, { text: 'Menyatakan hubungan itu secara tertulis dan meminta digantikan', right: true }, { text: 'Melanjutkan karena ipar bukan keluarga inti' }, { text: 'Meminta ipar memakai nama perusahaan lain' }], feedback: 'Konflik kepentingan dinyatakan dan dikelola; menyembunyikannya adalah pelanggaran.' },
        { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Manakah prinsip pengadaan? (Pilih semua yang benar.)', choices: [{ text: 'Rahasia' }, { text: 'Efisien', right: true }, { text: 'Transparan', right: true }, { text: 'Akuntabel', right: true }], feedback: 'Tujuh prinsip: efisien, efektif, transparan, terbuka, bersaing, adil, akuntabel.' },
        { kind: 'TRUE_FALSE', points: 1, text: 'Berita acara serah terima boleh ditandatangani sebelum barang diperiksa asalkan tahun anggaran akan berakhir.', right: false, feedback: 'Serah terima mengikuti pemeriksaan, bukan kalender.' },
        { kind: 'NUMERIC', points: 1, text: 'Tiga sumber menawarkan harga Rp9.000.000, Rp9.600.000, dan Rp9.900.000. Berapa rata-ratanya dalam rupiah?', value: 9500000, tolerance: 0, unit: 'rupiah', feedback: '(9.000.000 + 9.600.000 + 9.900.000) / 3 = 9.500.000.' },
        { kind: 'SHORT_ANSWER', points: 1, text: 'Singkatan dari harga perkiraan sendiri adalah …', accepted: ['HPS'], feedback: 'HPS disusun dari data harga yang dapat dipertanggungjawabkan.' },
      ],
    },
  ],
  practicums: [
    shortPracticum('PRAK-1', 'KAK dan HPS', 'Susun KAK dan HPS satu paket riil di OPD Anda berdasarkan identifikasi kebutuhan.', ['KAK', 'HPS', 'Lembar survei harga bertanggal']),
    shortPracticum('PRAK-2', 'E-purchasing', 'Jalankan simulasi e-purchasing dengan perbandingan produk dan mini-kompetisi sampai surat pesanan.', ['Rekaman langkah', 'Alasan pemilihan satu halaman']),
    shortPracticum('PRAK-3', 'Kendali kontrak', 'Susun lembar kendali kontrak dan temukan lima kekeliruan pada serah terima contoh.', ['Lembar kendali', 'Daftar kekeliruan']),
    shortPracticum('PRAK-4', 'Tinjauan RUP', 'Analisis tiga kasus benturan kepentingan dan tinjau paket RUP OPD Anda.', ['Analisis tiga kasus', 'Rekomendasi tertulis', 'Konfirmasi atasan']),
  ],
}
