import type { CurriculumSeed } from '../content.ts'
import { opening, shortPracticum } from './outline.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-KEU-04',
  title: 'Penatausahaan dan Pertanggungjawaban Keuangan Daerah dengan SIPD-RI',
  kind: 3,
  mode: 'CLASSROOM',
  partner: 'POLMED',
  faculty: 'Akuntansi',
  audience: 'PPTK, bendahara, PPK-OPD, dan pengelola keuangan kelurahan',
  summary: 'Melatih pengelola keuangan perangkat daerah menyelesaikan siklus penatausahaan, perpajakan bendahara, akuntansi berbasis akrual, dan pertanggungjawaban yang bebas dari temuan berulang.',
  outcomes: [
    { code: 'CP-1', text: 'Menjelaskan kerangka pengelolaan keuangan daerah serta tugas setiap pejabat pengelola keuangan.' },
    { code: 'CP-2', text: 'Menyelesaikan siklus anggaran kas, SPD, SPP, SPM, dan SP2D untuk UP, GU, TU, dan LS.' },
    { code: 'CP-3', text: 'Menghitung, memungut, dan melaporkan pajak bendahara.' },
    { code: 'CP-4', text: 'Mencatat transaksi berbasis akrual dan melakukan rekonsiliasi.' },
    { code: 'CP-5', text: 'Menyusun pertanggungjawaban yang lengkap dan memperbaiki SPJ unit kerja.' },
  ],
  competencies: [
    { code: 'M.01', name: 'Integritas', kind: 'MANAGERIAL', fromLevel: 2, toLevel: 3 },
    { code: 'T.KEU.01', name: 'Penatausahaan keuangan daerah', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
    { code: 'T.KEU.02', name: 'Akuntansi berbasis akrual', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    {
      title: 'Kerangka PP 12/2019 dan Permendagri 77/2020', hours: { theory: 5, practice: 0, field: 0 }, outcomes: ['CP-1'],
      description: 'Asas, struktur APBD, dan pembagian tugas pengelola keuangan.',
      topics: ['Asas pengelolaan keuangan', 'Struktur APBD', 'Pejabat pengelola keuangan', 'Pengendalian internal'],
      lessons: [opening('Siapa bertanggung jawab atas apa', `
<p><strong>Peraturan Pemerintah Nomor 12 Tahun 2019</strong> dan <strong>Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020</strong> membagi kewenangan agar tidak seorang pun memegang seluruh mata rantai uang. Pengguna anggaran bertanggung jawab atas pelaksanaan anggaran; PPTK mengendalikan kegiatan; PPK-OPD memverifikasi; bendahara menerima, menyimpan, membayar, dan mempertanggungjawabkan uang.</p>
<p>Pemisahan itu melindungi Anda. Bendahara yang diminta membayar tanpa dokumen berhak dan wajib menolak. Dalam mata pelatihan ini Anda memetakan tugas setiap pejabat di OPD Anda, mengenali titik rangkap jabatan yang berisiko, dan membaca struktur APBD: pendapatan, belanja, dan pembiayaan.</p>`)],
    },
    {
      title: 'Anggaran kas, SPD, SPP-SPM-SP2D', hours: { theory: 3, practice: 6, field: 0 }, outcomes: ['CP-2'],
      description: 'Alur pencairan belanja dari anggaran kas sampai pembayaran.',
      topics: ['Anggaran kas dan SPD', 'UP, GU, TU, LS', 'Verifikasi dokumen', 'Pencatatan pada SIPD-RI'],
      lessons: [opening('Perjalanan sebuah pembayaran', `
<p>Belanja dimulai dari dokumen pelaksanaan anggaran dan anggaran kas. <strong>SPD</strong> menyediakan dana, bendahara mengajukan <strong>SPP</strong>, PPK-OPD memverifikasi, pengguna anggaran menerbitkan <strong>SPM</strong>, dan kuasa BUD menerbitkan <strong>SP2D</strong>.</p>
<p>Empat jalur perlu dibedakan: <em>uang persediaan</em> (UP) untuk belanja sehari-hari; <em>ganti uang</em> (GU) yang mengisi kembali uang persediaan; <em>tambahan uang</em> (TU) untuk kebutuhan mendesak yang tidak dapat ditunda; dan <em>langsung</em> (LS) kepada pihak ketiga atau untuk gaji. Kesalahan memilih jalur menjadi penyebab pengembalian dokumen. Anda akan menyelesaikan satu kasus lengkap, dari UP awal tahun sampai penihilan.</p>`)],
    },
    {
      title: 'Pajak bendahara', hours: { theory: 2, practice: 3, field: 0 }, outcomes: ['CP-3'],
      description: 'Jenis pajak atas belanja, saat pemungutan, penyetoran, dan pelaporan.',
      topics: ['PPh dan PPN atas belanja', 'Dasar pengenaan', 'Penyetoran', 'Pelaporan dan bukti'],
      lessons: [opening('Empat pertanyaan sebelum memotong pajak', `
<p>Sebelum memotong atau memungut pajak, jawab empat pertanyaan: <strong>apa</strong> objeknya (barang, jasa, honor, sewa), <strong>siapa</strong> penerimanya (orang pribadi, badan, memiliki NPWP atau tidak, pengusaha kena pajak atau bukan), <strong>berapa</strong> dasar pengenaannya, dan <strong>kapan</strong> terutang.</p>
<p>Tarif dan batas nilai dapat berubah. Karena itu, pelatihan ini tidak meminta Anda menghafal angka, tetapi membiasakan membuka ketentuan yang berlaku pada tanggal transaksi dan mencatat rujukannya di lembar hitung. Anda akan menghitung dua belas transaksi, menentukan jenis pajaknya, dan menyiapkan bukti setor yang dapat ditelusuri auditor.</p>`)],
    },
    {
      title: 'Akuntansi akrual dan rekonsiliasi', hours: { theory: 4, practice: 6, field: 0 }, outcomes: ['CP-4'],
      description: 'Pengakuan berbasis akrual, jurnal, dan pencocokan kas, aset, serta utang.',
      topics: ['Basis akrual', 'Jurnal finansial dan anggaran', 'Rekonsiliasi kas', 'Rekonsiliasi aset dan utang'],
      lessons: [opening('Kas keluar belum tentu beban', `
<p>Basis akrual mengakui peristiwa ketika <strong>hak atau kewajiban timbul</strong>, bukan ketika uang berpindah. Tagihan listrik bulan Desember yang dibayar pada Januari adalah beban dan utang bulan Desember. Sebaliknya, sewa yang dibayar di muka untuk tahun depan belum seluruhnya menjadi beban.</p>
<p>Rekonsiliasi memastikan dua catatan menceritakan hal yang sama: buku kas umum dengan rekening koran, daftar aset dengan belanja modal, kartu utang dengan tagihan. Selisih harus <em>dijelaskan</em>, bukan dipaksa nol. Anda akan mencocokkan kas, aset, dan utang satu bulan sebuah OPD contoh, menemukan selisih yang sengaja ditanam, dan menyusun jurnal koreksinya.</p>`)],
    },
    {
      title: 'Pertanggungjawaban dan temuan berulang', hours: { theory: 2, practice: 3, field: 0 }, outcomes: ['CP-5'],
      description: 'Kelengkapan SPJ dan pencegahan temuan yang berulang.',
      topics: ['SPJ administratif dan fungsional', 'Bukti yang sah', 'Temuan berulang', 'Tindak lanjut hasil pemeriksaan'],
      lessons: [opening('Membaca temuan sebagai petunjuk perbaikan', `
<p>Temuan pemeriksaan yang berulang menandakan proses yang belum diperbaiki, bukan sekadar kelalaian seseorang. Pola yang lazim: bukti perjalanan dinas tidak lengkap, kelebihan pembayaran honorarium, pajak terlambat disetor, dan aset yang belum tercatat.</p>
<p>Untuk setiap pola, cari titik kendali paling awal. Kelebihan honorarium lebih mudah dicegah ketika keputusan tim disusun daripada ketika SPJ diperiksa. Susunlah daftar periksa yang diisi <strong>sebelum</strong> pembayaran, satu halaman, dengan rujukan ketentuannya. Anda akan menelaah SPJ contoh, menandai kekurangan, dan menulis tindak lanjut dengan penanggung jawab serta tenggat.</p>`)],
    },
    {
      title: 'Praktik di OPD', hours: { theory: 0, practice: 0, field: 6 }, outcomes: ['CP-5'],
      description: 'Memperbaiki satu SPJ nyata yang disamarkan dan menerapkan daftar periksa.',
      topics: ['Pemilihan SPJ', 'Perbaikan', 'Daftar periksa', 'Konfirmasi atasan'],
      lessons: [opening('Dari kasus latihan ke meja kerja', `
<p>Selama enam jam pelajaran di unit sendiri, Anda memilih satu SPJ yang telah selesai, menyamarkan nama, nomor rekening, dan NPWP, lalu memeriksanya dengan daftar periksa dari pelatihan. Catat setiap kekurangan, penyebabnya, dan cara mencegahnya.</p>
<p>Bahas hasilnya dengan PPK-OPD dan atasan langsung. Pilih satu perbaikan yang dapat dijalankan pada bulan berjalan, misalnya lembar kendali pajak atau urutan berkas yang baku. Setelah satu siklus pembayaran, catat apakah pengembalian dokumen berkurang. Dokumen asli tetap di kantor; yang diserahkan hanya salinan tersamarkan. Atasan langsung mengonfirmasi pelaksanaan praktik.</p>`)],
    },
  ],
  references: [
    'Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah',
    'Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020 tentang Pedoman Teknis Pengelolaan Keuangan Daerah',
    'Peraturan Pemerintah Nomor 71 Tahun 2010 tentang Standar Akuntansi Pemerintahan',
    'Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis kerangka keuangan daerah', subject: 0, outcomes: ['CP-1', 'CP-2'], instructions: 'Lima soal, 15 menit, dua kali kesempatan.', weight: 100 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Kasus siklus UP, GU, TU, LS', subject: 1, outcomes: ['CP-2'], instructions: 'Selesaikan satu kasus lengkap.', weight: 25 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Pajak dua belas transaksi', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan lembar hitung dan rujukannya.', weight: 15 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Rekonsiliasi satu bulan', subject: 3, outcomes: ['CP-4'], instructions: 'Serahkan rekonsiliasi kas, aset, dan utang.', weight: 25 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Telaah SPJ contoh', subject: 4, outcomes: ['CP-5'], instructions: 'Serahkan lembar telaah dan daftar periksa.', weight: 15 },
    { code: 'PRAK-5', kind: 'PRACTICUM', title: 'Memperbaiki satu SPJ nyata', subject: 5, outcomes: ['CP-5'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 20 },
  ],
  quizzes: [
    {
      assessment: 'KUIS-1', minutes: 15, attempts: 2,
      questions: [
        { kind: 'SINGLE_CHOICE', points: 1, text: 'Urutan dokumen pencairan belanja yang benar adalah …', choices: [{ text: 'SPP – SPD – SP2D – SPM' }, { text: 'SPM – SPP – SPD – SP2D' }, { text: 'SP2D – SPM – SPP – SPD' }, { text: 'SPD – SPP – SPM – SP2D', right: true }], feedback: 'Dana disediakan (SPD), diminta (SPP), diperintahkan (SPM), lalu dicairkan (SP2D).' },
        { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Manakah yang termasuk struktur APBD? (Pilih semua yang benar.)', choices: [{ text: 'Belanja', right: true }, { text: 'Pembiayaan', right: true }, { text: 'Laba ditahan' }, { text: 'Pendapatan', right: true }], feedback: 'APBD terdiri atas pendapatan, belanja, dan pembiayaan daerah.' },
        { kind: 'TRUE_FALSE', points: 1, text: 'Pada basis akrual, beban diakui ketika kas dibayarkan.', right: false, feedback: 'Beban diakui ketika kewajiban timbul, bukan ketika kas keluar.' },
        { kind: 'NUMERIC', points: 1, text: 'Saldo buku kas Rp12.500.000, sedangkan rekening koran Rp12.350.000. Berapa rupiah selisih yang harus dijelaskan?', value: 150000, tolerance: 0, unit: 'rupiah', feedback: '12.500.000 − 12.350.000 = 150.000.' },
        { kind: 'SHORT_ANSWER', points: 1, text: 'Singkatan untuk pencairan langsung kepada pihak ketiga adalah …', accepted: ['LS', 'SPP-LS', 'SPM-LS'], feedback: 'LS (langsung) dibayarkan dari kas daerah kepada penerima.' },
      ],
    },
  ],
  practicums: [
    shortPracticum('PRAK-1', 'Siklus UP, GU, TU, LS', 'Selesaikan satu kasus siklus UP, GU, TU, dan LS lengkap sampai penihilan.', ['Dokumen SPP, SPM, dan SP2D latihan', 'Buku kas umum']),
    shortPracticum('PRAK-2', 'Pajak bendahara', 'Tentukan jenis, dasar, dan nilai pajak dua belas transaksi; cantumkan ketentuan yang berlaku pada tanggal transaksi.', ['Lembar hitung', 'Daftar rujukan']),
    shortPracticum('PRAK-3', 'Rekonsiliasi', 'Cocokkan kas, aset, dan utang satu bulan; jelaskan setiap selisih dan susun jurnal koreksinya.', ['Lembar rekonsiliasi', 'Jurnal koreksi']),
    shortPracticum('PRAK-4', 'Telaah SPJ', 'Telaah satu SPJ contoh dan susun daftar periksa satu halaman.', ['Lembar telaah', 'Daftar periksa']),
    shortPracticum('PRAK-5', 'Perbaikan SPJ', 'Perbaiki satu SPJ nyata di OPD Anda yang telah disamarkan dan terapkan daftar periksanya.', ['Salinan SPJ tersamarkan', 'Daftar periksa terisi', 'Catatan pembahasan dengan atasan']),
  ],
}
