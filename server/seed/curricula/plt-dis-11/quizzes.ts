import type { QuizSeed } from '../../content.ts'

export const quizzes: QuizSeed[] = [
  {
    assessment: 'KUIS-1',
    minutes: 30,
    attempts: 2,
    questions: [
      { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Manakah yang termasuk ragam disabilitas menurut Pasal 4 UU 8/2016? (Pilih semua yang benar.)', choices: [{ text: 'Intelektual', right: true }, { text: 'Mental', right: true }, { text: 'Sensorik', right: true }, { text: 'Ekonomi' }, { text: 'Fisik', right: true }], feedback: 'Empat ragam: fisik, intelektual, mental, dan sensorik.' },
      { kind: 'TRUE_FALSE', points: 1, text: 'Menurut UU 8/2016, hambatan penyandang disabilitas timbul dalam interaksinya dengan lingkungan.', right: true, feedback: 'Definisi dalam undang-undang menyebut interaksi dengan lingkungan; karena itu lingkungan dapat dan harus diubah.' },
      { kind: 'NUMERIC', points: 1, text: 'Menurut UU 13/1998, seseorang disebut lanjut usia sejak mencapai usia berapa tahun?', value: 60, tolerance: 0, unit: 'tahun', feedback: 'Lanjut usia adalah seseorang yang telah mencapai usia 60 tahun ke atas.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Menyediakan juru bahasa isyarat untuk janji temu seorang warga Tuli besok pagi merupakan contoh …', choices: [{ text: 'Diskriminasi positif yang dilarang' }, { text: 'Layanan berbayar tambahan' }, { text: 'Akomodasi yang layak', right: true }, { text: 'Aksesibilitas bagi semua' }], feedback: 'Penyesuaian bagi orang tertentu dalam keadaan tertentu adalah akomodasi yang layak, tanpa biaya bagi warga.' },
      { kind: 'TRUE_FALSE', points: 1, text: 'Warga yang meminta pendampingan di tempat layanan dapat dikenai biaya tambahan.', right: false, feedback: 'Pasal 19 UU 8/2016: pendampingan, penerjemahan, dan fasilitas disediakan tanpa tambahan biaya.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Warga netra datang bersama pengantar. Kepada siapa petugas berbicara?', choices: [{ text: 'Kepada pengantar' }, { text: 'Kepada warga netra tersebut', right: true }, { text: 'Kepada rekan petugas' }, { text: 'Kepada siapa pun yang menjawab lebih dahulu' }], feedback: 'Bicaralah langsung kepada warganya, bukan kepada pendamping.' },
      { kind: 'SHORT_ANSWER', points: 1, text: 'Singkatan untuk bahasa isyarat yang tumbuh dalam komunitas Tuli di Indonesia adalah …', accepted: ['BISINDO'], feedback: 'BISINDO (Bahasa Isyarat Indonesia) memiliki ragam daerah; SIBI mengikuti tata bahasa Indonesia.' },
      { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Sikap manakah yang tepat ketika melayani warga Tuli? (Pilih semua yang benar.)', choices: [{ text: 'Menatap warga, bukan juru bahasa isyarat', right: true }, { text: 'Berteriak di dekat telinga' }, { text: 'Menghadapkan wajah dan memakai kalimat pendek', right: true }, { text: 'Menuliskan angka dan tanggal', right: true }], feedback: 'Berteriak tidak menolong dan mengubah gerak bibir; tanyakan cara komunikasi yang disukai.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Cara mencatat kebutuhan akomodasi yang paling tepat adalah …', choices: [{ text: 'Menulis diagnosis secara lengkap' }, { text: 'Menulis kebutuhan, misalnya "perlu huruf besar"', right: true }, { text: 'Tidak mencatat sehingga warga menjelaskan di setiap loket' }, { text: 'Meminta fotokopi rekam medis' }], feedback: 'Data kesehatan bersifat spesifik; cukup catat kebutuhannya.' },
      { kind: 'NUMERIC', points: 1, text: 'Dari 60 lansia yang berkunjung, 24 datang tanpa nomor antrean daring. Berapa persen?', value: 40, tolerance: 0.05, unit: '%', feedback: '24 / 60 × 100 = 40 persen.' },
    ],
  },
  {
    assessment: 'KUIS-2',
    minutes: 30,
    attempts: 2,
    questions: [
      { kind: 'NUMERIC', points: 2, text: 'Teras setinggi 30 cm akan diberi landaian dengan kemiringan 1 : 12. Berapa panjang mendatarnya?', value: 360, tolerance: 0, unit: 'cm', feedback: '30 × 12 = 360 cm.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Landaian setinggi 30 cm dengan panjang 240 cm memiliki kemiringan …', choices: [{ text: '1 : 12' }, { text: '1 : 10' }, { text: '1 : 8', right: true }, { text: '1 : 6' }], feedback: '240 / 30 = 8, sehingga 1 : 8, lebih curam daripada 1 : 12.' },
      { kind: 'NUMERIC', points: 2, text: 'Teks berluminans 0,16 di atas latar putih (1,00). Berapakah rasio kontrasnya? Tulis angka di depan tanda ": 1".', value: 5, tolerance: 0.05, feedback: '(1,00 + 0,05) / (0,16 + 0,05) = 1,05 / 0,21 = 5,0.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Rasio kontras minimum teks biasa pada WCAG tingkat AA adalah …', choices: [{ text: '2 : 1' }, { text: '3 : 1' }, { text: '4,5 : 1', right: true }, { text: '7 : 1' }], feedback: '3 : 1 untuk teks besar; 7 : 1 adalah tingkat AAA.' },
      { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Teks alternatif manakah yang baik? (Pilih semua yang benar.)', choices: [{ text: '"Petugas duduk sejajar dengan pengguna kursi roda di loket rendah"', right: true }, { text: 'Dikosongkan untuk gambar hiasan', right: true }, { text: '"IMG_2034.jpg"' }, { text: '"gambar" untuk diagram alur layanan' }], feedback: 'Gambar bermakna dijelaskan; gambar hiasan dikosongkan agar dilewati pembaca layar.' },
      { kind: 'TRUE_FALSE', points: 1, text: 'PDF hasil pindai tanpa pengenalan teks dapat dibaca dengan baik oleh pembaca layar.', right: false, feedback: 'Hasil pindai adalah gambar sehingga tidak ada teks yang dapat dibacakan.' },
      { kind: 'SHORT_ANSWER', points: 1, text: 'Tombol papan ketik yang dipakai untuk berpindah dari satu tautan atau isian ke berikutnya adalah tombol …', accepted: ['Tab', 'Tabulator'], feedback: 'Pemeriksaan papan ketik dimulai dengan menekan Tab dari atas halaman.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Audit menemukan: landaian 0, loket 1, papan brosur kurang rapi. Mana yang didahulukan?', choices: [{ text: 'Papan brosur karena paling mudah' }, { text: 'Landaian karena memutus perjalanan warga', right: true }, { text: 'Loket karena paling sering dilihat' }, { text: 'Tidak ada; tunggu anggaran' }], feedback: 'Titik bernilai 0 yang memutus perjalanan didahulukan; sementara menunggu konstruksi, pasang bel dan pendampingan.' },
      { kind: 'TRUE_FALSE', points: 1, text: 'Panggilan antrean sebaiknya disampaikan melalui suara dan tampilan visual sekaligus.', right: true, feedback: 'Informasi melalui dua indra menjangkau warga netra maupun Tuli.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Ukuran keberhasilan terbaik bagi perbaikan aksesibilitas adalah …', choices: [{ text: 'Jumlah alat yang dibeli' }, { text: 'Warga menyelesaikan urusannya sendiri dengan selamat dan bermartabat', right: true }, { text: 'Banyaknya foto kegiatan' }, { text: 'Besarnya anggaran yang terserap' }], feedback: 'Yang diukur adalah hasil bagi warga, misalnya keberhasilan tugas pada uji jalan.' },
    ],
  },
]
