import type { CurriculumSeed } from '../content.ts'
import { opening, shortPracticum } from './outline.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-SOS-10',
  title: 'Moderasi, Keberagaman dan Pelayanan Inklusif di Kota Multietnis',
  kind: 6,
  mode: 'CLASSROOM',
  partner: 'UINSU',
  faculty: 'Ilmu Sosial; Dakwah dan Komunikasi',
  audience: 'Seluruh ASN garda depan, kecamatan/kelurahan',
  summary: 'Memperkuat kemampuan ASN garda depan melayani warga Medan yang majemuk secara setara, mengenali bias, menengahi perselisihan sederhana, dan merawat nilai Harmonis serta Loyal.',
  outcomes: [
    { code: 'CP-1', text: 'Menjelaskan kebinekaan Kota Medan dan mengaitkannya dengan nilai BerAKHLAK.' },
    { code: 'CP-2', text: 'Mengenali bias dan mencegah diskriminasi dalam pelayanan.' },
    { code: 'CP-3', text: 'Memfasilitasi mediasi konflik sederhana antarwarga.' },
    { code: 'CP-4', text: 'Merefleksikan pembelajaran lintas komunitas dan memperbaiki layanan di unit kerja.' },
  ],
  competencies: [
    { code: 'SK.01', name: 'Perekat Bangsa', kind: 'SOCIOCULTURAL', fromLevel: 2, toLevel: 3 },
    { code: 'M.02', name: 'Kerja Sama', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    {
      title: 'Kebhinekaan Medan dan nilai BerAKHLAK', hours: { theory: 4, practice: 0, field: 0 }, outcomes: ['CP-1'],
      description: 'Kemajemukan kota serta nilai Harmonis dan Loyal dalam pekerjaan.',
      topics: ['Kemajemukan Medan', 'Dasar konstitusional', 'Nilai Harmonis', 'Nilai Loyal'],
      lessons: [opening('Kota yang dibangun bersama', `
<p>Medan tumbuh dari perjumpaan: Melayu, Batak dengan berbagai subetniknya, Jawa, Tionghoa, Minangkabau, Aceh, Tamil, Nias, dan banyak lagi, dengan beragam agama dan kepercayaan. Di loket, keberagaman itu hadir sebagai nama yang belum pernah Anda eja, pakaian yang berbeda, dan cara bertutur yang lugas.</p>
<p>Konstitusi menjamin kesamaan kedudukan warga di hadapan hukum dan kebebasan beragama. Nilai <strong>Harmonis</strong> meminta ASN menghargai setiap orang apa pun latar belakangnya; nilai <strong>Loyal</strong> meminta ASN memegang teguh Pancasila dan Undang-Undang Dasar 1945. Keduanya diuji bukan dalam upacara, melainkan dalam giliran antrean, pilihan kata, dan keputusan sehari-hari.</p>`)],
    },
    {
      title: 'Bias, diskriminasi, layanan setara', hours: { theory: 2, practice: 4, field: 0 }, outcomes: ['CP-2'],
      description: 'Bias tanpa sadar, bentuk diskriminasi, dan cara menjaga kesetaraan.',
      topics: ['Bias tanpa sadar', 'Diskriminasi langsung dan tidak langsung', 'Layanan setara', 'Refleksi insiden'],
      lessons: [opening('Aturan yang sama, akibat yang berbeda', `
<p>Bias adalah kecenderungan menilai sebelum memeriksa. Setiap orang memilikinya; yang dapat kita atur ialah <strong>apa yang kita lakukan</strong> terhadapnya. Diskriminasi langsung mudah dikenali: menolak karena agama atau suku. Diskriminasi tidak langsung lebih halus: aturan yang tampak netral tetapi merugikan kelompok tertentu, misalnya pendaftaran yang hanya daring bagi lansia.</p>
<p>Penangkalnya sederhana: kriteria tertulis, urutan antrean yang tidak dapat diubah, jeda sebelum menolak, dan rekan yang memeriksa. Dalam refleksi insiden kritis Anda menulis satu kejadian, prasangka yang muncul, akibatnya, dan tindakan lain yang mungkin. Tulisan disamarkan dan dibahas tanpa menghakimi.</p>`)],
    },
    {
      title: 'Mediasi konflik sederhana', hours: { theory: 2, practice: 3, field: 0 }, outcomes: ['CP-3'],
      description: 'Menengahi perselisihan antarwarga di tingkat kelurahan.',
      topics: ['Peran mediator', 'Lima langkah mediasi', 'Batas kewenangan', 'Kesepakatan tertulis'],
      lessons: [opening('Menengahi, bukan menghakimi', `
<p>Perselisihan tetangga tentang suara, parkir, atau air hujan sering sampai ke lurah. Peran Anda adalah <strong>menengahi</strong>: menjaga percakapan agar aman dan adil, sedangkan para pihak menemukan kesepakatannya sendiri.</p>
<ol><li>Sepakati aturan bicara.</li><li>Dengarkan setiap pihak tanpa disela.</li><li>Ubah posisi menjadi kebutuhan.</li><li>Himpun pilihan bersama.</li><li>Tulis kesepakatan dan tanggal tinjauan.</li></ol>
<p>Ketahui batasnya. Kekerasan dalam rumah tangga, kekerasan seksual, ancaman, dan tindak pidana <strong>tidak dimediasi</strong> di kelurahan; utamakan keselamatan dan rujuk kepada lembaga yang berwenang. Nyatakan pula bila Anda mempunyai hubungan dengan salah satu pihak.</p>`)],
    },
    {
      title: 'Kunjungan belajar rumah ibadah/komunitas', hours: { theory: 0, practice: 1, field: 4 }, outcomes: ['CP-4'],
      description: 'Perjumpaan langsung, refleksi, dan audit layanan inklusif satu kelurahan.',
      topics: ['Etika kunjungan', 'Mendengar pengalaman warga', 'Audit layanan inklusif', 'Rencana perbaikan'],
      lessons: [opening('Datang sebagai tamu, pulang sebagai pelayan', `
<p>Kunjungan belajar mempertemukan Anda dengan warga yang mungkin hanya Anda kenal sebagai nama di berkas. Etikanya: ikuti aturan tuan rumah, tanyakan sebelum memotret, dengarkan lebih banyak daripada berbicara, jangan memperdebatkan ajaran. Keikutsertaan dalam ibadah tidak diminta; yang diminta adalah <strong>penghormatan</strong>.</p>
<p>Ajukan tiga pertanyaan kepada tuan rumah: layanan pemerintah apa yang memudahkan, apa yang menyulitkan, dan satu perubahan yang diharapkan. Sesudahnya, lakukan audit layanan inklusif di satu kelurahan: bahasa, kalender hari besar, tata ruang, jenis kelamin petugas bila diperlukan, serta akses penyandang disabilitas. Pilih satu perbaikan yang dapat dimulai pekan itu. Atasan langsung mengonfirmasi praktik lapangan.</p>`)],
    },
  ],
  references: [
    'Undang-Undang Dasar Negara Republik Indonesia Tahun 1945',
    'Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara',
    'Undang-Undang Nomor 40 Tahun 2008 tentang Penghapusan Diskriminasi Ras dan Etnis',
    'Surat Edaran Menteri PANRB Nomor 20 Tahun 2021 tentang Implementasi Core Values dan Employer Branding Aparatur Sipil Negara',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis kebinekaan dan layanan setara', subject: 0, outcomes: ['CP-1', 'CP-2', 'CP-3'], instructions: 'Lima soal, 15 menit, dua kali kesempatan.', weight: 100 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Refleksi insiden kritis', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan refleksi dua halaman yang disamarkan.', weight: 30 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Simulasi mediasi tetangga', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan lembar pengamatan dan kesepakatan.', weight: 35 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Audit layanan inklusif satu kelurahan', subject: 3, outcomes: ['CP-4'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 35 },
  ],
  quizzes: [
    {
      assessment: 'KUIS-1', minutes: 15, attempts: 2,
      questions: [
        { kind: 'SINGLE_CHOICE', points: 1, text: 'Pendaftaran layanan hanya dapat dilakukan secara daring sehingga banyak lansia tidak terlayani. Ini merupakan contoh …', choices: [{ text: 'Akomodasi yang layak' }, { text: 'Mediasi' }, { text: 'Perlakuan khusus bagi kelompok rentan' }, { text: 'Diskriminasi tidak langsung', right: true }], feedback: 'Aturan tampak netral, tetapi akibatnya merugikan kelompok tertentu.' },
        { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Kasus manakah yang tidak boleh dimediasi di kelurahan? (Pilih semua yang benar.)', choices: [{ text: 'Suara musik yang mengganggu tetangga' }, { text: 'Tempat parkir sepeda motor' }, { text: 'Kekerasan dalam rumah tangga', right: true }, { text: 'Ancaman pembunuhan', right: true }], feedback: 'Kekerasan dan tindak pidana dirujuk kepada lembaga berwenang.' },
        { kind: 'TRUE_FALSE', points: 1, text: 'Mediator menentukan siapa yang benar dan siapa yang salah.', right: false, feedback: 'Mediator menjaga proses; para pihak menemukan kesepakatannya.' },
        { kind: 'NUMERIC', points: 1, text: 'Berapa nilai dasar yang terkandung dalam BerAKHLAK?', value: 7, tolerance: 0, unit: 'nilai', feedback: 'Berorientasi Pelayanan, Akuntabel, Kompeten, Harmonis, Loyal, Adaptif, Kolaboratif.' },
        { kind: 'SHORT_ANSWER', points: 1, text: 'Nilai BerAKHLAK yang bermakna menghargai setiap orang apa pun latar belakangnya adalah … (satu kata).', accepted: ['Harmonis'], feedback: 'Panduan perilaku Harmonis: menghargai setiap orang apa pun latar belakangnya.' },
      ],
    },
  ],
  practicums: [
    shortPracticum('PRAK-1', 'Refleksi insiden', 'Tulis refleksi dua halaman tentang satu insiden kritis dalam pelayanan, dengan identitas disamarkan.', ['Refleksi']),
    shortPracticum('PRAK-2', 'Simulasi mediasi', 'Pandu simulasi mediasi perselisihan tetangga selama 20 menit sampai kesepakatan tertulis.', ['Lembar pengamatan', 'Kesepakatan tertulis']),
    shortPracticum('PRAK-3', 'Audit layanan inklusif', 'Ikuti kunjungan belajar, audit layanan inklusif di satu kelurahan, dan pilih satu perbaikan.', ['Catatan kunjungan', 'Lembar audit', 'Rencana perbaikan']),
  ],
}
