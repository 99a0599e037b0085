import type { CurriculumSeed } from '../content.ts'
import { opening, shortPracticum } from './outline.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-DAT-02',
  title: 'Literasi dan Analisis Data untuk Pengambilan Keputusan Perangkat Daerah',
  kind: 3,
  mode: 'ONLINE',
  partner: 'DEL',
  faculty: 'Informatika; Sistem Informasi',
  audience: 'Perencana, pranata komputer, dan pengelola data OPD',
  summary: 'Melatih pengelola data perangkat daerah untuk menata metadata, membersihkan data, menghitung indikator, dan menyajikan dasbor yang membantu pimpinan mengambil keputusan.',
  outcomes: [
    { code: 'CP-1', text: 'Menjelaskan prinsip Satu Data Indonesia serta fungsi metadata dan kode referensi.' },
    { code: 'CP-2', text: 'Membersihkan dan mendokumentasikan dataset layanan dengan lembar kerja.' },
    { code: 'CP-3', text: 'Menghitung dan menafsirkan statistika deskriptif untuk indikator kinerja.' },
    { code: 'CP-4', text: 'Merancang visualisasi dan dasbor yang jujur dan mudah dibaca.' },
    { code: 'CP-5', text: 'Menulis kueri dasar untuk mengambil dan merangkum data.' },
    { code: 'CP-6', text: 'Membangun dasbor OPD dan menyampaikan rekomendasi berbasis bukti kepada pimpinan.' },
  ],
  competencies: [
    { code: 'M.08', name: 'Pengambilan Keputusan', kind: 'MANAGERIAL', fromLevel: 2, toLevel: 3 },
    { code: 'M.04', name: 'Orientasi pada Hasil', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
    { code: 'T.DAT.01', name: 'Pengolahan dan visualisasi data', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    {
      title: 'Satu Data Indonesia, metadata, kode referensi', hours: { theory: 4, practice: 0, field: 0 }, outcomes: ['CP-1'],
      description: 'Prinsip Satu Data Indonesia dan peran para penyelenggaranya di daerah.',
      topics: ['Standar data', 'Metadata', 'Interoperabilitas', 'Kode referensi dan data induk'],
      lessons: [opening('Mengapa data harus dapat dipertukarkan', `
<p>Dua dinas dapat menyebut kelurahan yang sama dengan tiga ejaan. Ketika datanya digabungkan, jumlah penduduk miskin terhitung ganda dan bantuan salah sasaran. <strong>Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia</strong> menjawabnya dengan empat prinsip: data memenuhi <em>standar data</em>, memiliki <em>metadata</em>, memenuhi kaidah <em>interoperabilitas data</em>, serta menggunakan <em>kode referensi dan/atau data induk</em>.</p>
<p>Di daerah, produsen data adalah perangkat daerah yang menghasilkan data, sedangkan walidata mengumpulkan, memeriksa, dan menyebarluaskannya. Dalam mata pelatihan ini Anda belajar membaca standar data, mengisi metadata kegiatan, dan memeriksa apakah sebuah dataset siap dibagikan tanpa membuka data pribadi.</p>`)],
    },
    {
      title: 'Pembersihan data dengan lembar kerja', hours: { theory: 2, practice: 6, field: 0 }, outcomes: ['CP-2'],
      description: 'Menemukan dan memperbaiki duplikat, format, dan nilai kosong secara terdokumentasi.',
      topics: ['Duplikat', 'Format tanggal dan teks', 'Nilai kosong', 'Kamus data dan catatan perubahan'],
      lessons: [opening('Data kotor menghasilkan keputusan keliru', `
<p>Sebelum menghitung apa pun, periksalah data. Tanggal "05-09-2025" dapat terbaca sebagai 5 September atau 9 Mei; spasi di ujung nama membuat satu kelurahan tampak dua; baris ganda menggandakan capaian. Pembersihan yang baik memiliki tiga sifat: <strong>data asli tidak disentuh</strong>, setiap perubahan <strong>tercatat</strong>, dan langkahnya <strong>dapat diulang</strong> orang lain.</p>
<p>Urutan kerja: simpan salinan asli; hitung baris; samarkan NIK; seragamkan format; tandai duplikat berdasarkan kunci yang disepakati; tentukan perlakuan terhadap nilai kosong; hitung ulang baris; tulis catatan perubahan. Nilai kosong tidak sama dengan nol, dan menghapus baris adalah keputusan yang harus dijelaskan.</p>`)],
    },
    {
      title: 'Statistika deskriptif untuk indikator kinerja', hours: { theory: 4, practice: 4, field: 0 }, outcomes: ['CP-3'],
      description: 'Ukuran pemusatan, sebaran, proporsi, dan perubahan untuk indikator kinerja.',
      topics: ['Rata-rata, median, modus', 'Sebaran dan kuartil', 'Persen dan poin persentase', 'Indikator kinerja'],
      lessons: [opening('Memilih ukuran yang tepat', `
<p>Rata-rata waktu layanan sebuah loket adalah 22 menit, tetapi mediannya 12 menit. Mana yang benar? Keduanya. Rata-rata terseret oleh segelintir permohonan yang sangat lama, sedangkan median menggambarkan pengalaman pemohon di tengah. Laporan yang baik menyebut keduanya beserta <strong>jumlah data</strong> dan <strong>sebaran</strong>.</p>
<p>Anda akan berlatih membedakan persen dengan poin persentase, menghitung kuartil, dan menyusun indikator yang memiliki pembilang, penyebut, periode, dan sumber yang jelas. Contoh: "persentase permohonan selesai tepat waktu" = jumlah selesai dalam standar dibagi jumlah permohonan selesai pada bulan yang sama. Indikator tanpa penyebut mudah menyesatkan.</p>`)],
    },
    {
      title: 'Visualisasi dan dasbor', hours: { theory: 2, practice: 6, field: 0 }, outcomes: ['CP-4'],
      description: 'Memilih bentuk grafik dan menyusun dasbor yang dapat diakses.',
      topics: ['Memilih grafik', 'Sumbu dan skala', 'Warna dan kontras', 'Tata letak dasbor'],
      lessons: [opening('Grafik menjawab satu pertanyaan', `
<p>Mulailah dari pertanyaan, bukan dari jenis grafik. Untuk <em>membandingkan</em> gunakan batang; untuk <em>perubahan waktu</em> gunakan garis; untuk <em>hubungan</em> gunakan diagram pencar; untuk satu angka penting, tulis angkanya besar-besar. Grafik lingkaran dengan dua belas potong jarang menolong siapa pun.</p>
<p>Sumbu batang harus mulai dari nol, karena panjang batanglah yang dibaca. Beri judul berupa simpulan, misalnya "Waktu tunggu turun sejak loket ketiga dibuka". Jangan mengandalkan warna saja: sebagian pembaca tidak dapat membedakan merah dan hijau. Sertakan tabel angka dan teks alternatif. Dasbor pimpinan cukup lima indikator; lebih dari itu, perhatian terpecah.</p>`)],
    },
    {
      title: 'Dasar basis data dan kueri', hours: { theory: 2, practice: 4, field: 0 }, outcomes: ['CP-5'],
      description: 'Tabel, kunci, relasi, dan kueri dasar.',
      topics: ['Tabel dan kunci', 'Menyaring dan mengurutkan', 'Mengelompokkan', 'Menggabungkan tabel'],
      lessons: [opening('Dari lembar kerja ke basis data', `
<p>Lembar kerja nyaman sampai beberapa orang mengubahnya bersamaan. Basis data menyimpan setiap hal satu kali dalam <strong>tabel</strong>, mengenalinya dengan <strong>kunci</strong>, dan menghubungkannya dengan <strong>relasi</strong>. Nama kelurahan disimpan sekali dalam tabel kelurahan; tabel permohonan cukup menyimpan kodenya.</p>
<p>Anda akan menulis kueri untuk memilih kolom, menyaring baris (<em>WHERE</em>), mengelompokkan (<em>GROUP BY</em>), dan menggabungkan tabel (<em>JOIN</em>). Contoh tugas: hitung permohonan per kelurahan pada bulan Oktober dan urutkan dari yang terbanyak. Seluruh latihan memakai data buatan di lingkungan praktikum; kueri pada basis data produksi memerlukan izin dan hak baca saja.</p>`)],
    },
    {
      title: 'Proyek dasbor OPD', hours: { theory: 0, practice: 2, field: 4 }, outcomes: ['CP-6'],
      description: 'Membangun dasbor lima indikator bersama unit kerja dan menyajikannya kepada pimpinan.',
      topics: ['Merumuskan kebutuhan pimpinan', 'Membangun dasbor', 'Presentasi tujuh menit', 'Rencana pemeliharaan'],
      lessons: [opening('Dasbor yang dipakai, bukan dipajang', `
<p>Proyek dimulai dengan satu wawancara: keputusan apa yang akan diambil pimpinan setiap bulan, dan angka mana yang mengubah keputusan itu? Dari jawabannya, pilih <strong>lima indikator</strong>, tetapkan definisi, sumber, dan jadwal pembaruannya.</p>
<p>Di lapangan Anda mengumpulkan data bersama pemiliknya, membangun dasbor, dan menguji apakah pimpinan dapat menjawab tiga pertanyaan tanpa bantuan. Presentasi tujuh menit memuat satu temuan, satu keterbatasan, dan satu usulan tindakan. Akhiri dengan rencana pemeliharaan: siapa memperbarui, kapan, dan apa yang dilakukan apabila data terlambat. Atasan langsung mengonfirmasi praktik lapangan.</p>`)],
    },
  ],
  references: [
    'Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia',
    'Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik',
    'Undang-Undang Nomor 16 Tahun 1997 tentang Statistik',
    'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis literasi data', subject: 0, outcomes: ['CP-1', 'CP-3'], instructions: 'Lima soal, 15 menit, dua kali kesempatan.', weight: 100 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Membersihkan dataset 1.000 baris', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan data bersih, kamus data, dan catatan perubahan.', weight: 25 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Menghitung indikator kinerja', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan lembar kerja dan tafsiran satu halaman.', weight: 15 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Dasbor latihan', subject: 3, outcomes: ['CP-4'], instructions: 'Serahkan dasbor dan alasan pemilihan grafik.', weight: 20 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Sepuluh kueri', subject: 4, outcomes: ['CP-5'], instructions: 'Serahkan kueri beserta hasilnya.', weight: 15 },
    { code: 'PRAK-5', kind: 'PRACTICUM', title: 'Dasbor lima indikator OPD', subject: 5, outcomes: ['CP-6'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 25 },
  ],
  quizzes: [
    {
      assessment: 'KUIS-1', minutes: 15, attempts: 2,
      questions: [
        { kind: 'SINGLE_CHOICE', points: 1, text: 'Satu Data Indonesia diatur dalam …', choices: [{ text: 'PermenPANRB Nomor 14 Tahun 2017' }, { text: 'Peraturan Presiden Nomor 39 Tahun 2019', right: true }, { text: 'Peraturan Presiden Nomor 95 Tahun 2018' }, { text: 'UU Nomor 27 Tahun 2022' }], feedback: 'Perpres 95/2018 mengatur SPBE; Perpres 39/2019 mengatur Satu Data Indonesia.' },
        { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Manakah prinsip Satu Data Indonesia? (Pilih semua yang benar.)', choices: [{ text: 'Memenuhi kaidah interoperabilitas', right: true }, { text: 'Hanya disimpan oleh produsen data' }, { text: 'Memenuhi standar data', right: true }, { text: 'Memiliki metadata', right: true }], feedback: 'Prinsip keempat ialah menggunakan kode referensi dan/atau data induk.' },
        { kind: 'TRUE_FALSE', points: 1, text: 'Nilai kosong boleh selalu diperlakukan sebagai nol.', right: false, feedback: 'Kosong berarti tidak diketahui; menggantinya dengan nol menurunkan rata-rata.' },
        { kind: 'NUMERIC', points: 1, text: 'Berapa median dari 4, 9, 5, 30, dan 7?', value: 7, tolerance: 0, feedback: 'Urutan: 4, 5, 7, 9, 30; nilai tengahnya 7.' },
        { kind: 'SHORT_ANSWER', points: 1, text: 'Informasi yang menjelaskan isi, asal, dan cara memakai sebuah data disebut … (satu kata).', accepted: ['metadata', 'meta data'], feedback: 'Metadata membuat data dapat ditemukan dan dipahami.' },
      ],
    },
  ],
  practicums: [
    shortPracticum('PRAK-1', 'Pembersihan data', 'Bersihkan dataset layanan 1.000 baris: duplikat, format tanggal, dan NIK yang harus disamarkan. Susun kamus data dan metadata kegiatannya.', ['Data bersih', 'Kamus data dan metadata', 'Catatan perubahan beserta jumlah baris']),
    shortPracticum('PRAK-2', 'Indikator kinerja', 'Hitung rata-rata, median, kuartil, dan persentase tepat waktu dari data latihan, kemudian tafsirkan untuk pimpinan.', ['Lembar kerja berumus', 'Tafsiran satu halaman']),
    shortPracticum('PRAK-3', 'Dasbor latihan', 'Bangun dasbor tiga indikator dari data latihan dan jelaskan alasan pemilihan setiap grafik.', ['Dasbor', 'Catatan rancangan']),
    shortPracticum('PRAK-4', 'Kueri dasar', 'Tulis sepuluh kueri yang menjawab pertanyaan pada lembar tugas.', ['Berkas kueri', 'Hasil kueri']),
    shortPracticum('PRAK-5', 'Dasbor OPD', 'Bangun dasbor lima indikator kinerja OPD Anda dan sajikan dalam tujuh menit kepada pimpinan.', ['Dasbor', 'Bahan tayang', 'Catatan umpan balik pimpinan']),
  ],
}
