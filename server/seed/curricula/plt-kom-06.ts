import type { CurriculumSeed } from '../content.ts'
import { opening, shortPracticum } from './outline.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-KOM-06',
  title: 'Komunikasi Publik, Media Sosial Pemerintah dan Pengelolaan Pengaduan',
  kind: 4,
  mode: 'CLASSROOM',
  partner: 'UINSU',
  faculty: 'Komunikasi; Ilmu Sosial',
  audience: 'Pranata humas, admin media sosial OPD/kecamatan, dan petugas pengaduan',
  summary: 'Workshop dua hari beserta tugas untuk menulis pesan publik yang jelas, memproduksi konten yang dapat diakses, menghadapi krisis dan hoaks, serta menjawab pengaduan sesuai dengan tenggat.',
  outcomes: [
    { code: 'CP-1', text: 'Merancang strategi pesan dan menulis pengumuman dengan bahasa yang jelas.' },
    { code: 'CP-2', text: 'Memproduksi konten media sosial yang benar dan dapat diakses.' },
    { code: 'CP-3', text: 'Menangani komunikasi krisis dan meluruskan hoaks.' },
    { code: 'CP-4', text: 'Mengelola pengaduan SP4N-LAPOR! sesuai dengan tenggat.' },
    { code: 'CP-5', text: 'Menyusun rencana aksi komunikasi 30 hari bagi unit kerja.' },
  ],
  competencies: [
    { code: 'M.03', name: 'Komunikasi', kind: 'MANAGERIAL', fromLevel: 2, toLevel: 3 },
    { code: 'M.05', name: 'Pelayanan Publik', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
    { code: 'SK.01', name: 'Perekat Bangsa', kind: 'SOCIOCULTURAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    {
      title: 'Strategi pesan publik dan bahasa yang jelas', hours: { theory: 3, practice: 3, field: 0 }, outcomes: ['CP-1'],
      description: 'Khalayak, pesan utama, dan bahasa yang dapat langsung dilaksanakan.',
      topics: ['Mengenal khalayak', 'Pesan utama', 'Bahasa yang jelas', 'Uji keterbacaan'],
      lessons: [opening('Satu pesan, satu tindakan', `
<p>Pengumuman yang baik menjawab enam hal dalam lima belas detik: <strong>apa, siapa, kapan, di mana, bagaimana, dan ke mana bertanya</strong>. Warga tidak membaca untuk mengagumi kop surat; ia membaca untuk mengetahui apa yang harus dilakukan.</p>
<p>Bandingkan "Sehubungan dengan akan dilaksanakannya pemeliharaan jaringan, maka pelayanan untuk sementara waktu ditiadakan" dengan "Rabu, 12 November, loket Disdukcapil tutup. Kamis buka kembali pukul 08.00 WIB. Keadaan mendesak? Datang ke kantor kecamatan." Kalimat kedua lebih pendek dan lebih sopan, karena menghargai waktu pembaca. Anda akan menulis ulang tiga pengumuman dan mengujinya kepada lima orang di luar kantor.</p>`)],
    },
    {
      title: 'Produksi konten dan aksesibilitas', hours: { theory: 2, practice: 4, field: 0 }, outcomes: ['CP-2'],
      description: 'Foto, video, dan teks yang dapat diakses semua warga.',
      topics: ['Naskah video pendek', 'Takarir dan teks alternatif', 'Izin foto', 'Kalender konten'],
      lessons: [opening('Konten yang menjangkau semua orang', `
<p>Video tanpa takarir tertutup bagi warga Tuli dan bagi siapa pun yang menonton tanpa suara di angkutan umum. Gambar pengumuman tanpa teks alternatif tertutup bagi warga netra. Aksesibilitas bukan tambahan; ia bagian dari produksi sejak naskah ditulis.</p>
<p>Pedoman singkat: satu video satu pesan, paling lama enam puluh detik; <strong>takarir</strong> diperiksa manusia; kontras tulisan cukup; pengumuman penting selalu disertai teks; tagar ditulis dengan huruf kapital di awal setiap kata agar terbaca pembaca layar. Wajah warga, terutama anak, ditampilkan hanya dengan izin. Musik dan foto dipakai sesuai dengan lisensinya, dan sumbernya dicantumkan.</p>`)],
    },
    {
      title: 'Komunikasi krisis dan hoaks', hours: { theory: 2, practice: 3, field: 0 }, outcomes: ['CP-3'],
      description: 'Pernyataan awal, juru bicara, dan pelurusan informasi keliru.',
      topics: ['Satu jam pertama', 'Pernyataan awal', 'Juru bicara', 'Meluruskan hoaks'],
      lessons: [opening('Satu jam pertama', `
<p>Ketika banjir melanda beberapa kelurahan, kekosongan informasi akan diisi oleh kabar yang belum tentu benar. Pernyataan awal tidak harus lengkap, tetapi harus <strong>cepat, benar, dan peduli</strong>: apa yang diketahui, apa yang belum diketahui, apa yang sedang dilakukan, apa yang perlu dilakukan warga, dan kapan pembaruan berikutnya.</p>
<p>Tunjuk satu juru bicara. Jangan berspekulasi tentang penyebab, jumlah korban, atau kesalahan. Untuk meluruskan hoaks, dahulukan fakta, sebutkan kekeliruan seperlunya tanpa mengulang judulnya, lalu tutup dengan fakta dan sumber. Anda akan berlatih dalam simulasi konferensi pers banjir selama dua puluh menit.</p>`)],
    },
    {
      title: 'Alur pengaduan SP4N-LAPOR! dan SLA', hours: { theory: 2, practice: 3, field: 0 }, outcomes: ['CP-4'],
      description: 'Menyalurkan dan menjawab pengaduan dalam tenggat layanan.',
      topics: ['Alur disposisi', 'Kadar pengawasan', 'Tenggat', 'Jawaban yang menyelesaikan'],
      lessons: [opening('Keluhan di kolom komentar', `
<p>Banyak warga mengadu di kolom komentar karena itulah pintu yang mereka lihat. Jawab dengan sopan, minta rincian lewat pesan tertutup atau arahkan ke SP4N-LAPOR! agar laporan bernomor dan dapat dilacak. Jangan meminta NIK di kolom terbuka dan jangan berdebat.</p>
<p>Di dalam instansi, sepakati <strong>tenggat layanan</strong>: siapa meneruskan, siapa menjawab, berapa lama. Pengaduan yang tidak berkadar pengawasan diselesaikan paling lambat empat belas hari kerja, sedangkan yang berkadar pengawasan paling lambat enam puluh hari kerja. Anda akan menelaah sepuluh pengaduan, menentukan tujuannya, dan menulis jawaban yang menyebut tindakan beserta tanggalnya.</p>`)],
    },
    {
      title: 'Rencana aksi 30 hari', hours: { theory: 0, practice: 2, field: 0 }, outcomes: ['CP-5'],
      description: 'Menyusun rencana komunikasi yang dapat langsung dijalankan.',
      topics: ['Tujuan dan khalayak', 'Kalender', 'Pembagian tugas', 'Ukuran'],
      lessons: [opening('Dari pelatihan ke kalender kerja', `
<p>Rencana aksi yang baik muat dalam satu halaman: satu tujuan, satu khalayak utama, tiga pesan, kalender empat pekan, penanggung jawab, dan dua ukuran. Pilih tujuan yang menjawab kebutuhan warga, misalnya menurunkan jumlah pemohon yang datang dengan syarat kurang.</p>
<p>Ukuran yang berguna bukan hanya jumlah tayangan. Hitung pula <strong>tindakan</strong>: berapa warga yang membawa berkas lengkap, berapa pertanyaan berulang yang berkurang, berapa persen pengaduan dijawab sebelum tenggat. Tetapkan kondisi awal sekarang juga supaya perubahan dapat dibandingkan. Bahas rencana bersama atasan, sebab tanpa waktu kerja yang disediakan, kalender konten hanya akan menjadi daftar keinginan.</p>`)],
    },
  ],
  references: [
    'Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik',
    'Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 1 Tahun 2024',
    'Peraturan Menteri PANRB Nomor 62 Tahun 2018 tentang Pedoman Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional',
    'Undang-Undang Nomor 8 Tahun 2016 tentang Penyandang Disabilitas',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis komunikasi publik', subject: 0, outcomes: ['CP-1', 'CP-3', 'CP-4'], instructions: 'Lima soal, 15 menit, dua kali kesempatan.', weight: 100 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Menulis ulang tiga pengumuman', subject: 0, outcomes: ['CP-1'], instructions: 'Serahkan naskah semula dan hasil penulisan ulang.', weight: 20 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Video 60 detik bertakarir', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan video, naskah, dan teks alternatif.', weight: 25 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Simulasi konferensi pers banjir', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan pernyataan awal dan rekaman simulasi.', weight: 20 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Menjawab sepuluh pengaduan', subject: 3, outcomes: ['CP-4'], instructions: 'Serahkan telaah dan jawaban.', weight: 20 },
    { code: 'PRAK-5', kind: 'PRACTICUM', title: 'Rencana aksi 30 hari', subject: 4, outcomes: ['CP-5'], instructions: 'Serahkan rencana satu halaman.', weight: 15 },
  ],
  quizzes: [
    {
      assessment: 'KUIS-1', minutes: 15, attempts: 2,
      questions: [
        { kind: 'SINGLE_CHOICE', points: 1, text: 'Urutan yang dianjurkan ketika meluruskan hoaks adalah …', choices: [{ text: 'Fakta, kekeliruan seperlunya, fakta dan sumber', right: true }, { text: 'Judul hoaks, bantahan, ancaman hukum' }, { text: 'Ancaman hukum, lalu fakta' }, { text: 'Mengulang hoaks tiga kali agar jelas' }], feedback: 'Mengulang hoaks membuatnya makin diingat; dahulukan dan tutup dengan fakta.' },
        { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Apa saja isi pernyataan awal saat krisis? (Pilih semua yang benar.)', choices: [{ text: 'Tindakan yang sedang dilakukan', right: true }, { text: 'Waktu pembaruan berikutnya', right: true }, { text: 'Dugaan siapa yang bersalah' }, { text: 'Hal yang diketahui dan belum diketahui', right: true }], feedback: 'Spekulasi tentang kesalahan merusak kepercayaan.' },
        { kind: 'TRUE_FALSE', points: 1, text: 'Takarir otomatis dapat dipublikasikan tanpa diperiksa manusia.', right: false, feedback: 'Takarir otomatis sering keliru, terutama pada nama orang dan tempat.' },
        { kind: 'NUMERIC', points: 1, text: 'Dari 50 pengaduan, 46 dijawab sebelum tenggat. Berapa persen?', value: 92, tolerance: 0, unit: '%', feedback: '46 / 50 × 100 = 92 persen.' },
        { kind: 'SHORT_ANSWER', points: 1, text: 'Teks pada video yang menampilkan ucapan agar dapat diikuti tanpa suara disebut … (satu kata).', accepted: ['takarir', 'subtitle', 'caption'], feedback: 'Istilah bakunya takarir.' },
      ],
    },
  ],
  practicums: [
    shortPracticum('PRAK-1', 'Pengumuman jelas', 'Tulis ulang tiga pengumuman unit Anda menjadi bahasa jelas dan uji kepada lima orang di luar kantor.', ['Naskah semula dan baru', 'Hasil uji keterbacaan']),
    shortPracticum('PRAK-2', 'Video bertakarir', 'Buat satu video 60 detik dengan takarir dan teks pendamping.', ['Video', 'Naskah dan teks alternatif', 'Pernyataan izin pemeran']),
    shortPracticum('PRAK-3', 'Konferensi pers', 'Susun pernyataan awal dan jalankan simulasi konferensi pers banjir.', ['Pernyataan awal', 'Rekaman simulasi']),
    shortPracticum('PRAK-4', 'Jawaban pengaduan', 'Telaah sepuluh pengaduan latihan dan tulis jawabannya sesuai dengan tenggat.', ['Lembar telaah', 'Sepuluh jawaban']),
    shortPracticum('PRAK-5', 'Rencana aksi', 'Susun rencana aksi komunikasi 30 hari yang disetujui atasan.', ['Rencana satu halaman']),
  ],
}
