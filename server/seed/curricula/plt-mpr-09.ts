import type { CurriculumSeed } from '../content.ts'
import { opening, shortPracticum } from './outline.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-MPR-09',
  title: 'Manajemen Perubahan dan Kepemimpinan Adaptif bagi Pejabat Pengawas',
  kind: 5,
  mode: 'CLASSROOM',
  partner: 'UNIMED',
  faculty: 'Ilmu Pendidikan; Psikologi Pendidikan',
  audience: 'Lurah, kasubbag, kasi, dan ketua tim kerja',
  summary: 'Pelatihan manajerial dengan coaching agar pejabat pengawas mampu mendiagnosis penolakan, mengomunikasikan perubahan, melibatkan pegawai, dan menjalankan rencana aksi perubahan 60 hari.',
  outcomes: [
    { code: 'CP-1', text: 'Mendiagnosis penyebab penolakan terhadap perubahan di unit kerja.' },
    { code: 'CP-2', text: 'Menyampaikan perubahan melalui komunikasi dan sosialisasi yang efektif.' },
    { code: 'CP-3', text: 'Melibatkan pegawai dalam perencanaan perubahan.' },
    { code: 'CP-4', text: 'Melakukan coaching bawahan dengan model GROW.' },
    { code: 'CP-5', text: 'Menyusun dan memulai rencana aksi perubahan 60 hari yang disetujui atasan.' },
  ],
  competencies: [
    { code: 'M.07', name: 'Mengelola Perubahan', kind: 'MANAGERIAL', fromLevel: 2, toLevel: 3 },
    { code: 'M.06', name: 'Pengembangan Diri dan Orang Lain', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
    { code: 'M.02', name: 'Kerja Sama', kind: 'MANAGERIAL', fromLevel: null, toLevel: 3 },
  ],
  subjects: [
    {
      title: 'Mengapa ASN menolak perubahan: diagnosis', hours: { theory: 3, practice: 2, field: 0 }, outcomes: ['CP-1'],
      description: 'Sebab penolakan, peta pemangku kepentingan, dan medan gaya.',
      topics: ['Sebab penolakan', 'Pemangku kepentingan', 'Medan gaya', 'Kesiapan pegawai'],
      lessons: [opening('Penolakan adalah informasi', `
<p>Ketika pegawai mengeluhkan aplikasi baru, mudah menyimpulkan bahwa mereka "tidak mau berubah". Tanyakan lebih jauh: apakah mereka <strong>belum tahu</strong> alasannya, <strong>belum mampu</strong> memakainya, <strong>belum yakin</strong> akan manfaatnya, atau <strong>pernah dikecewakan</strong> oleh perubahan sebelumnya? Setiap sebab memerlukan tanggapan yang berbeda. Pelatihan tidak menjawab ketidakpercayaan, dan imbauan tidak menjawab ketidakmampuan.</p>
<p>Alat diagnosisnya sederhana: peta pemangku kepentingan (pengaruh dan sikap) serta medan gaya, yaitu daftar kekuatan pendorong dan penghambat dengan bobot 1–5. Mengurangi penghambat sering lebih berhasil daripada menambah dorongan.</p>`)],
    },
    {
      title: 'Komunikasi perubahan dan sosialisasi', hours: { theory: 2, practice: 3, field: 0 }, outcomes: ['CP-2'],
      description: 'Merancang pesan dan sesi sosialisasi yang dua arah.',
      topics: ['Alasan perubahan', 'Pesan menurut khalayak', 'Sosialisasi dua arah', 'Umpan balik'],
      lessons: [opening('Jawab pertanyaan yang tidak diucapkan', `
<p>Dalam setiap sosialisasi, pegawai menyimpan pertanyaan yang jarang diucapkan: "Apa dampaknya bagi saya? Apakah pekerjaan saya hilang? Siapa menolong bila saya keliru?" Sosialisasi yang hanya memuat dasar hukum melewatkan semuanya.</p>
<p>Gunakan susunan lima menit: <strong>mengapa berubah</strong>, <strong>apa yang berubah dan tetap</strong>, <strong>apa artinya bagi Anda</strong>, <strong>bantuan yang tersedia</strong>, <strong>langkah pekan ini</strong>. Sisakan setengah waktu untuk bertanya dan catat pertanyaan yang belum terjawab beserta tanggal jawabannya. Atasan langsung adalah pembawa pesan yang paling dipercaya mengenai dampak sehari-hari; karena itu, lurah dan kepala seksi tidak cukup meneruskan undangan.</p>`)],
    },
    {
      title: 'Pelibatan pegawai dalam perencanaan', hours: { theory: 2, practice: 3, field: 0 }, outcomes: ['CP-3'],
      description: 'Menghimpun gagasan, mengambil keputusan bersama, dan membagi peran.',
      topics: ['Tingkat pelibatan', 'Lokakarya singkat', 'Keputusan bersama', 'Agen perubahan'],
      lessons: [opening('Orang mendukung apa yang ikut dibuatnya', `
<p>Pelibatan memiliki tingkat: diberi tahu, dimintai pendapat, ikut merancang, dan ikut memutuskan. Katakan dengan jujur tingkat yang ditawarkan. Meminta pendapat untuk hal yang sudah diputuskan merusak kepercayaan lebih dalam daripada tidak meminta sama sekali.</p>
<p>Lokakarya 60 menit dapat dijalankan tanpa narasumber: masing-masing menulis gagasan dalam diam, kelompok mengelompokkan, setiap orang memberi tiga suara, lalu dua gagasan teratas diberi penanggung jawab dan tanggal. Menulis dalam diam penting agar suara pegawai muda, PPPK, dan petugas loket tidak tenggelam. Sampaikan kembali gagasan mana yang dipakai, mana yang tidak, dan <strong>alasannya</strong>.</p>`)],
    },
    {
      title: 'Coaching bawahan', hours: { theory: 1, practice: 4, field: 0 }, outcomes: ['CP-4'],
      description: 'Percakapan pengembangan dengan model GROW.',
      topics: ['Peran coach', 'Model GROW', 'Pertanyaan terbuka', 'Log coaching'],
      lessons: [opening('Bertanya sebelum memberi tahu', `
<p>Coaching menolong bawahan menemukan langkahnya sendiri. Model <strong>GROW</strong> memandu percakapan: <em>Goal</em> (apa yang ingin dicapai), <em>Reality</em> (keadaan sekarang), <em>Options</em> (pilihan), <em>Will</em> (langkah yang akan dilakukan dan kapan).</p>
<p>Pertanyaan yang menolong bersifat terbuka dan pendek: "Apa yang sudah dicoba?", "Apa lagi?", "Apa langkah terkecil pekan ini?" Hindari pertanyaan yang menyamarkan perintah. Coaching bukan konseling dan bukan penilaian kinerja; isi percakapan dijaga, sedangkan yang dicatat dalam log hanyalah tanggal, tujuan, dan kesepakatan. Anda akan berlatih bertiga: pelaku, penerima, dan pengamat.</p>`)],
    },
    {
      title: 'Rencana aksi perubahan unit', hours: { theory: 0, practice: 2, field: 2 }, outcomes: ['CP-5'],
      description: 'Rencana 60 hari yang realistis dan disetujui atasan.',
      topics: ['Sasaran', 'Tonggak waktu', 'Risiko', 'Ukuran dan dukungan'],
      lessons: [opening('Enam puluh hari yang terlihat', `
<p>Rencana aksi yang baik memiliki <strong>satu perubahan</strong>, bukan sepuluh. Tuliskan keadaan awal dengan angka, sasaran pada hari ke-60, tiga tonggak (hari ke-15, 30, dan 45), penanggung jawab, risiko, dan dukungan yang diminta dari atasan.</p>
<p>Rancang kemenangan kecil pada pekan pertama: menghapus satu formulir, memindahkan satu meja, atau menyepakati satu jam tanpa rapat. Kemenangan kecil memberi bukti bahwa perubahan mungkin. Praktik lapangan dua jam pelajaran dipakai untuk membahas rencana bersama tim dan memperoleh persetujuan atasan, yang kemudian mengonfirmasinya. Pada hari ke-60, laporkan hasilnya dengan jujur, termasuk hal yang tidak berjalan.</p>`)],
    },
  ],
  references: [
    'Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara',
    'Peraturan Menteri PANRB Nomor 38 Tahun 2017 tentang Standar Kompetensi Jabatan Aparatur Sipil Negara',
    'Peraturan Menteri PANRB Nomor 6 Tahun 2022 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara',
    'Surat Edaran Menteri PANRB Nomor 20 Tahun 2021 tentang Implementasi Core Values dan Employer Branding Aparatur Sipil Negara',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis manajemen perubahan', subject: 0, outcomes: ['CP-1', 'CP-2', 'CP-4'], instructions: 'Lima soal, 15 menit, dua kali kesempatan.', weight: 100 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Peta pemangku kepentingan dan medan gaya', subject: 0, outcomes: ['CP-1'], instructions: 'Serahkan peta dan analisis medan gaya.', weight: 20 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Sesi sosialisasi 10 menit', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan rekaman dan catatan pertanyaan.', weight: 20 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Lokakarya pelibatan pegawai', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan notula dan keputusan.', weight: 20 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Coaching GROW dua sesi', subject: 3, outcomes: ['CP-4'], instructions: 'Serahkan log dua sesi.', weight: 20 },
    { code: 'PRAK-5', kind: 'PRACTICUM', title: 'Rencana aksi perubahan 60 hari', subject: 4, outcomes: ['CP-5'], instructions: 'Praktik lapangan; memerlukan persetujuan dan konfirmasi atasan langsung.', weight: 20 },
  ],
  quizzes: [
    {
      assessment: 'KUIS-1', minutes: 15, attempts: 2,
      questions: [
        { kind: 'SINGLE_CHOICE', points: 1, text: 'Pegawai memahami alasan perubahan tetapi belum dapat memakai aplikasinya. Tanggapan yang paling tepat adalah …', choices: [{ text: 'Pelatihan dan pendampingan', right: true }, { text: 'Mengulang sosialisasi dasar hukum' }, { text: 'Teguran tertulis' }, { text: 'Menunda tanpa batas waktu' }], feedback: 'Sebabnya ketidakmampuan, sehingga yang diperlukan adalah keterampilan dan pendampingan.' },
        { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Apa saja yang termasuk tahap GROW? (Pilih semua yang benar.)', choices: [{ text: 'Options', right: true }, { text: 'Report' }, { text: 'Goal', right: true }, { text: 'Reality', right: true }], feedback: 'GROW: Goal, Reality, Options, Will.' },
        { kind: 'TRUE_FALSE', points: 1, text: 'Mengurangi kekuatan penghambat sering lebih berhasil daripada menambah dorongan.', right: true, feedback: 'Menambah tekanan tanpa mengurangi hambatan cenderung menaikkan penolakan.' },
        { kind: 'NUMERIC', points: 1, text: 'Bobot pendorong: 4, 3, dan 5. Bobot penghambat: 2, 4, dan 3. Berapa selisih pendorong dikurangi penghambat?', value: 3, tolerance: 0, feedback: 'Pendorong 12, penghambat 9; selisihnya 3.' },
        { kind: 'SHORT_ANSWER', points: 1, text: 'Huruf W pada model GROW merupakan singkatan dari kata bahasa Inggris …', accepted: ['Will', 'Way forward'], feedback: 'Will: langkah yang akan dilakukan dan kapan.' },
      ],
    },
  ],
  practicums: [
    shortPracticum('PRAK-1', 'Diagnosis perubahan', 'Buat peta pemangku kepentingan dan medan gaya untuk satu perubahan di unit Anda.', ['Peta pemangku kepentingan', 'Analisis medan gaya']),
    shortPracticum('PRAK-2', 'Sesi sosialisasi', 'Jalankan sesi sosialisasi 10 menit dengan susunan lima bagian dan waktu tanya jawab.', ['Rekaman atau lembar pengamatan', 'Daftar pertanyaan dan jawaban']),
    shortPracticum('PRAK-3', 'Lokakarya pelibatan', 'Pandu lokakarya 60 menit yang menghasilkan dua keputusan bersama.', ['Notula', 'Keputusan beserta penanggung jawab']),
    shortPracticum('PRAK-4', 'Coaching GROW', 'Lakukan dua sesi coaching dan catat dalam log tanpa membuka isi yang bersifat pribadi.', ['Log dua sesi', 'Refleksi setengah halaman']),
    shortPracticum('PRAK-5', 'Rencana aksi perubahan', 'Susun rencana aksi perubahan 60 hari dan peroleh persetujuan atasan.', ['Rencana aksi', 'Persetujuan atasan']),
  ],
}
