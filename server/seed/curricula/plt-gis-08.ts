import type { CurriculumSeed } from '../content.ts'
import { opening, shortPracticum } from './outline.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-GIS-08',
  title: 'Sistem Informasi Geografis untuk Tata Ruang, Drainase dan Kebencanaan Kota',
  kind: 3,
  mode: 'CLASSROOM',
  partner: 'UNIMED',
  faculty: 'Geografi',
  audience: 'Dinas SDABMBK, Perkimcikataru, Bappeda, dan BPBD',
  summary: 'Pelatihan laboratorium dan lapangan untuk mengolah data spasial: dari digitasi drainase dan analisis genangan sampai survei lapangan dan peta tematik siap pakai.',
  outcomes: [
    { code: 'CP-1', text: 'Menjelaskan konsep SIG, sistem koordinat, dan Kebijakan Satu Peta.' },
    { code: 'CP-2', text: 'Mendigitasi objek dan mengelola data atribut yang bersih.' },
    { code: 'CP-3', text: 'Menganalisis genangan dan aksesibilitas dengan buffer serta tumpang susun.' },
    { code: 'CP-4', text: 'Melaksanakan survei lapangan dengan ponsel secara aman dan teliti.' },
    { code: 'CP-5', text: 'Menyusun peta tematik siap cetak beserta metadatanya.' },
    { code: 'CP-6', text: 'Menyelesaikan proyek spasial satu kecamatan bersama OPD.' },
  ],
  competencies: [
    { code: 'M.04', name: 'Orientasi pada Hasil', kind: 'MANAGERIAL', fromLevel: null, toLevel: 2 },
    { code: 'T.GIS.01', name: 'Pengolahan data spasial', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    {
      title: 'Konsep SIG, proyeksi, Satu Peta', hours: { theory: 5, practice: 1, field: 0 }, outcomes: ['CP-1'],
      description: 'Data vektor dan raster, sistem koordinat, skala, dan kebijakan geospasial.',
      topics: ['Vektor dan raster', 'Sistem koordinat', 'Skala', 'Kebijakan Satu Peta'],
      lessons: [opening('Peta yang bertemu di tempat yang sama', `
<p>Dua peta drainase dari dua dinas tidak bertemu di perempatan yang sama; selisihnya beberapa puluh meter. Penyebab tersering bukan kesalahan ukur, melainkan <strong>sistem koordinat yang berbeda</strong>. Kota Medan berada pada zona UTM 47 Utara; data yang tersimpan dalam derajat lintang-bujur harus ditransformasikan sebelum dihitung luas atau jaraknya.</p>
<p>Kebijakan Satu Peta menghendaki satu referensi geospasial, satu standar, satu basis data, dan satu geoportal. Mata pelatihan ini memperkenalkan data vektor (titik, garis, area) dan raster, arti skala, serta cara memeriksa sistem koordinat sebuah berkas sebelum mempercayainya.</p>`)],
    },
    {
      title: 'Digitasi dan data atribut', hours: { theory: 2, practice: 8, field: 0 }, outcomes: ['CP-2'],
      description: 'Membuat data vektor yang benar secara topologi dengan atribut yang baku.',
      topics: ['Digitasi', 'Topologi', 'Rancangan atribut', 'Pemeriksaan mutu'],
      lessons: [opening('Garis yang tersambung', `
<p>Saluran drainase mengalir hanya jika garisnya tersambung. Di layar, celah satu meter tidak terlihat; dalam analisis jaringan, air berhenti di sana. Digitasi yang baik memakai <strong>pengancingan (snapping)</strong>, arah garis mengikuti aliran, dan pemeriksaan topologi sebelum disimpan.</p>
<p>Atribut sama pentingnya. Sepakati kolom sejak awal: kode ruas, jenis saluran, lebar, kedalaman, kondisi, tanggal survei, sumber. Gunakan daftar pilihan untuk kondisi (baik, rusak ringan, rusak berat), bukan teks bebas. Anda akan mendigitasi drainase satu kelurahan dari citra, memeriksa topologinya, dan menulis kamus data agar dinas lain dapat memakainya.</p>`)],
    },
    {
      title: 'Analisis genangan dan aksesibilitas', hours: { theory: 3, practice: 8, field: 0 }, outcomes: ['CP-3'],
      description: 'Buffer, tumpang susun, dan keterjangkauan untuk keputusan kota.',
      topics: ['Buffer', 'Tumpang susun', 'Jangkauan layanan', 'Ketidakpastian'],
      lessons: [opening('Siapa yang tergenang, siapa yang terjangkau', `
<p>Analisis spasial menjawab pertanyaan yang tidak terjawab oleh tabel. <em>Buffer</em> 100 meter dari titik genangan yang ditumpangsusunkan dengan bangunan menunjukkan rumah yang mungkin terdampak. Jaringan jalan menunjukkan berapa warga yang dapat mencapai puskesmas dalam lima belas menit berjalan kaki, bukan sekadar garis lurus di peta.</p>
<p>Hasil analisis adalah <strong>perkiraan</strong>. Sebutkan sumber, tanggal, dan ketelitiannya; data elevasi yang kasar tidak dapat memutuskan satu rumah aman dan tetangganya tidak. Anda akan membandingkan dua skenario perbaikan saluran dan menjelaskan mana yang melindungi lebih banyak bangunan.</p>`)],
    },
    {
      title: 'Survei lapangan dengan ponsel', hours: { theory: 1, practice: 2, field: 6 }, outcomes: ['CP-4'],
      description: 'Formulir, pengambilan koordinat dan foto, serta keselamatan.',
      topics: ['Rancangan formulir', 'Ketelitian posisi', 'Foto dan privasi', 'Keselamatan'],
      lessons: [opening('Dua puluh titik yang dapat dipercaya', `
<p>Ponsel cukup teliti untuk banyak keperluan kota, asalkan dipakai dengan benar. Tunggu sampai ketelitian posisi membaik, berdiri di tempat terbuka, catat ketelitian yang ditampilkan, dan ambil dua foto: dekat dan lingkungan. Formulir disiapkan di kantor agar isian di lapangan seragam dan dapat disimpan <strong>tanpa jaringan</strong>.</p>
<p>Keselamatan didahulukan: bekerja berpasangan, memakai rompi, tidak memasuki saluran, berhenti ketika hujan lebat atau petir. Mintalah izin sebelum memotret halaman rumah, hindari wajah dan pelat nomor. Enam jam pelajaran lapangan menghasilkan sedikitnya dua puluh titik yang langsung diperiksa mutunya pada sore hari.</p>`)],
    },
    {
      title: 'Peta tematik dan geoportal', hours: { theory: 2, practice: 4, field: 0 }, outcomes: ['CP-5'],
      description: 'Tata letak peta, simbol, metadata, dan publikasi.',
      topics: ['Simbol dan klasifikasi', 'Tata letak', 'Metadata', 'Publikasi pada geoportal'],
      lessons: [opening('Peta yang menjawab satu pertanyaan', `
<p>Peta yang memuat segalanya tidak menyampaikan apa-apa. Tentukan satu pertanyaan, misalnya "di mana saluran rusak berat?", lalu tonjolkan jawabannya. Gunakan warna berurutan untuk jumlah dan warna berbeda untuk jenis; pastikan tetap terbaca oleh orang dengan buta warna.</p>
<p>Unsur wajib: judul, skala, arah utara, legenda, sistem koordinat, sumber, tanggal, dan pembuat. <strong>Metadata</strong> menyertai data ketika dibagikan melalui geoportal, sehingga pemakai mengetahui ketelitian dan batas pemakaiannya. Data yang memuat rumah tangga tertentu diringkas dahulu per lingkungan. Anda akan menyusun peta tematik A3 siap cetak dan mengisi metadatanya.</p>`)],
    },
    {
      title: 'Proyek kecamatan', hours: { theory: 0, practice: 2, field: 4 }, outcomes: ['CP-6'],
      description: 'Menerapkan seluruh keterampilan pada satu persoalan kecamatan.',
      topics: ['Perumusan masalah', 'Pengumpulan data', 'Analisis', 'Penyajian kepada OPD'],
      lessons: [opening('Dari data ke keputusan pemeliharaan', `
<p>Setiap kelompok memilih satu persoalan kecamatan: titik genangan berulang, jalur evakuasi, atau keterjangkauan taman. Rumuskan keputusan yang akan dibantu, data yang diperlukan, dan siapa yang memilikinya. Empat jam pelajaran lapangan dipakai untuk memeriksa hasil analisis di tempat; temuan lapangan sering mengoreksi peta.</p>
<p>Proyek diakhiri dengan peta A3, metadata, dan paparan sepuluh menit di hadapan OPD. Sebutkan satu rekomendasi yang dapat dimulai bulan depan dan satu <strong>keterbatasan</strong> data. Serahkan pula berkas proyek yang dapat dibuka kembali, supaya pekerjaan berlanjut setelah pelatihan. Atasan langsung mengonfirmasi praktik lapangan.</p>`)],
    },
  ],
  references: [
    'Undang-Undang Nomor 4 Tahun 2011 tentang Informasi Geospasial',
    'Undang-Undang Nomor 26 Tahun 2007 tentang Penataan Ruang',
    'Undang-Undang Nomor 24 Tahun 2007 tentang Penanggulangan Bencana',
    'Peraturan Presiden Nomor 9 Tahun 2016 tentang Percepatan Pelaksanaan Kebijakan Satu Peta sebagaimana telah diubah dengan Peraturan Presiden Nomor 23 Tahun 2021',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis dasar SIG', subject: 0, outcomes: ['CP-1', 'CP-3'], instructions: 'Lima soal, 15 menit, dua kali kesempatan.', weight: 100 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Memeriksa sistem koordinat', subject: 0, outcomes: ['CP-1'], instructions: 'Serahkan hasil pemeriksaan tiga berkas.', weight: 5 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Digitasi drainase satu kelurahan', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan data vektor dan kamus data.', weight: 25 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Analisis titik genangan', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan hasil buffer dan tumpang susun.', weight: 20 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Survei lapangan dua puluh titik', subject: 3, outcomes: ['CP-4'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 15 },
    { code: 'PRAK-5', kind: 'PRACTICUM', title: 'Peta tematik A3 dan metadata', subject: 4, outcomes: ['CP-5'], instructions: 'Serahkan peta siap cetak dan metadata.', weight: 15 },
    { code: 'PRAK-6', kind: 'PRACTICUM', title: 'Proyek spasial kecamatan', subject: 5, outcomes: ['CP-6'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 20 },
  ],
  quizzes: [
    {
      assessment: 'KUIS-1', minutes: 15, attempts: 2,
      questions: [
        { kind: 'SINGLE_CHOICE', points: 1, text: 'Kota Medan berada pada zona UTM …', choices: [{ text: '47 Utara', right: true }, { text: '48 Selatan' }, { text: '49 Utara' }, { text: '46 Selatan' }], feedback: 'Zona 47 mencakup bujur 96°–102° BT, dan Medan berada di utara khatulistiwa.' },
        { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Manakah yang merupakan data vektor? (Pilih semua yang benar.)', choices: [{ text: 'Titik genangan', right: true }, { text: 'Batas kelurahan', right: true }, { text: 'Citra satelit' }, { text: 'Garis drainase', right: true }], feedback: 'Citra satelit adalah raster; titik, garis, dan area adalah vektor.' },
        { kind: 'TRUE_FALSE', points: 1, text: 'Data dalam derajat lintang-bujur dapat langsung dipakai untuk menghitung luas dalam meter persegi.', right: false, feedback: 'Transformasikan dahulu ke sistem koordinat terproyeksi yang sesuai.' },
        { kind: 'NUMERIC', points: 1, text: 'Pada peta berskala 1 : 5.000, panjang saluran 4 cm. Berapa meter panjang sebenarnya?', value: 200, tolerance: 0, unit: 'm', feedback: '4 cm × 5.000 = 20.000 cm = 200 m.' },
        { kind: 'SHORT_ANSWER', points: 1, text: 'Daerah dengan jarak tertentu di sekeliling suatu objek pada SIG disebut … (satu kata).', accepted: ['buffer', 'penyangga', 'bufer'], feedback: 'Buffer dipakai misalnya untuk menandai bangunan dalam jarak 100 m dari titik genangan.' },
      ],
    },
  ],
  practicums: [
    shortPracticum('PRAK-1', 'Sistem koordinat', 'Periksa sistem koordinat tiga berkas spasial dan transformasikan ke sistem yang sama.', ['Lembar pemeriksaan', 'Berkas hasil']),
    shortPracticum('PRAK-2', 'Digitasi drainase', 'Digitasi drainase satu kelurahan dengan topologi yang benar dan atribut yang baku.', ['Data vektor', 'Kamus data', 'Laporan pemeriksaan topologi']),
    shortPracticum('PRAK-3', 'Analisis genangan', 'Lakukan buffer dan tumpang susun titik genangan dengan bangunan; bandingkan dua skenario.', ['Peta hasil', 'Tafsiran satu halaman']),
    shortPracticum('PRAK-4', 'Survei lapangan', 'Survei dua puluh titik beserta koordinat, ketelitian, dan foto; periksa mutunya.', ['Data titik', 'Foto tanpa wajah dan pelat nomor', 'Catatan keselamatan']),
    shortPracticum('PRAK-5', 'Peta tematik', 'Susun peta tematik A3 siap cetak beserta metadatanya.', ['Peta PDF', 'Metadata']),
    shortPracticum('PRAK-6', 'Proyek kecamatan', 'Selesaikan satu proyek spasial kecamatan dan paparkan kepada OPD.', ['Berkas proyek', 'Bahan tayang', 'Konfirmasi atasan']),
  ],
}
