import type { QuizSeed } from '../../content.ts'

export const quizzes: QuizSeed[] = [
  {
    assessment: 'KUIS-1',
    minutes: 35,
    attempts: 2,
    questions: [
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Manakah yang termasuk data pribadi bersifat spesifik menurut UU PDP?', choices: [{ text: 'Agama' }, { text: 'Data kesehatan', right: true }, { text: 'Nama lengkap' }, { text: 'Status perkawinan' }], feedback: 'Agama, nama, dan status perkawinan adalah data umum; data kesehatan bersifat spesifik (Pasal 4).' },
      { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Manakah yang merupakan dasar pemrosesan menurut Pasal 20 ayat (2)? (Pilih semua yang benar.)', choices: [{ text: 'Persetujuan yang sah secara eksplisit', right: true }, { text: 'Pemenuhan kewajiban hukum pengendali', right: true }, { text: 'Pelaksanaan tugas dalam pelayanan publik', right: true }, { text: 'Data tersedia di internet' }, { text: 'Perintah lisan atasan' }], feedback: 'Ketersediaan data dan perintah lisan bukan dasar pemrosesan.' },
      { kind: 'TRUE_FALSE', points: 1, text: 'UU PDP hanya berlaku bagi data yang disimpan dalam sistem elektronik.', right: false, feedback: 'Definisi data pribadi mencakup sistem elektronik maupun nonelektronik, termasuk berkas kertas.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Dasar yang paling tepat bagi Disdukcapil untuk memproses data dalam penerbitan kartu keluarga adalah …', choices: [{ text: 'Persetujuan warga' }, { text: 'Tugas pelayanan publik atau pelaksanaan kewenangan berdasarkan peraturan', right: true }, { text: 'Kepentingan vital' }, { text: 'Perjanjian jual beli' }], feedback: 'Layanan bersifat wajib sehingga persetujuan tidak bebas; dasar huruf e yang tepat.' },
      { kind: 'NUMERIC', points: 1, text: 'Berapa jam paling lama permintaan akses subjek data harus dipenuhi sejak diterima?', value: 72, tolerance: 0, unit: 'jam', feedback: '3 × 24 jam = 72 jam, termasuk akhir pekan.' },
      { kind: 'SHORT_ANSWER', points: 1, text: 'Pihak yang memproses data pribadi atas nama pengendali disebut … data pribadi. (Satu kata.)', accepted: ['Prosesor', 'Prosesor data', 'Prosesor data pribadi'], feedback: 'Prosesor bekerja berdasarkan perintah pengendali (Pasal 51).' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Permintaan akses diterima Jumat pukul 16.00 WIB. Batas pemenuhannya adalah …', choices: [{ text: 'Rabu pukul 16.00 WIB' }, { text: 'Senin pukul 08.00 WIB' }, { text: 'Selasa pukul 16.00 WIB' }, { text: 'Senin pukul 16.00 WIB', right: true }], feedback: 'Yang dihitung adalah 72 jam kalender, bukan hari kerja.' },
      { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Formulir pelatihan satu hari tanpa pembayaran meminta kolom berikut. Kolom manakah yang sebaiknya dihapus? (Pilih semua yang benar.)', choices: [{ text: 'Agama', right: true }, { text: 'Nomor rekening', right: true }, { text: 'Nama dan NIP' }, { text: 'Foto kartu keluarga', right: true }], feedback: 'Nama dan NIP diperlukan untuk sertifikat; tiga kolom lain tidak mendukung keputusan apa pun.' },
      { kind: 'TRUE_FALSE', points: 1, text: 'Menghapus kolom nama selalu menjadikan data anonim.', right: false, feedback: 'Kombinasi usia, pekerjaan, dan tempat dapat tetap menunjuk satu orang.' },
      { kind: 'SHORT_ANSWER', points: 1, text: 'Singkatan yang lazim dipakai untuk rekam kegiatan pemrosesan (record of processing activities) adalah …', accepted: ['RoPA', 'ROPA'], feedback: 'Kewajiban perekaman diatur dalam Pasal 31 UU PDP.' },
    ],
  },
  {
    assessment: 'KUIS-2',
    minutes: 25,
    attempts: 2,
    questions: [
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Pasangan manakah yang merupakan autentikasi multifaktor?', choices: [{ text: 'Kata sandi dan pertanyaan rahasia' }, { text: 'Kata sandi dan kode TOTP di ponsel', right: true }, { text: 'Dua kata sandi berbeda' }, { text: 'Nama pengguna dan kata sandi' }], feedback: 'MFA memerlukan faktor yang berbeda jenis: diketahui (kata sandi) dan dimiliki (ponsel).' },
      { kind: 'TRUE_FALSE', points: 1, text: 'Gembok pada peramban menjamin bahwa laman tersebut milik instansi yang sah.', right: false, feedback: 'Gembok hanya menandakan sambungan terenkripsi; laman palsu pun dapat memilikinya.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Siapa pemilik alamat "kota-contoh.go.id.verifikasi.example/masuk"?', choices: [{ text: 'kota-contoh.go.id' }, { text: 'go.id' }, { text: 'verifikasi.example', right: true }, { text: 'masuk' }], feedback: 'Domain dibaca dari kanan sebelum garis miring pertama; bagian depan hanya hiasan.' },
      { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Tanda manakah yang menguatkan dugaan phishing? (Pilih semua yang benar.)', choices: [{ text: 'Lampiran aplikasi (.apk) yang tidak diharapkan', right: true }, { text: 'Surel memuat nomor surat' }, { text: 'Desakan waktu atau ancaman pemblokiran', right: true }, { text: 'Permintaan kata sandi atau kode sekali pakai', right: true }], feedback: 'Nomor surat bukan tanda bahaya, tetapi juga bukan jaminan keaslian.' },
      { kind: 'NUMERIC', points: 1, text: 'Berapa banyak kemungkinan PIN yang terdiri atas 6 angka (0–9, boleh berulang)?', value: 1000000, tolerance: 0, feedback: '10 pangkat 6 = 1.000.000.' },
      { kind: 'SHORT_ANSWER', points: 1, text: 'Upaya menipu orang agar menyerahkan kata sandi dengan menyamar sebagai pihak tepercaya disebut … (satu kata).', accepted: ['phishing', 'pengelabuan', 'pishing'], feedback: 'Phishing memanfaatkan rasa takut, kepatuhan, dan rasa ingin tahu.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Cara MFA yang paling tahan terhadap laman palsu adalah …', choices: [{ text: 'Kode SMS' }, { text: 'Kode TOTP' }, { text: 'Kunci keamanan FIDO2', right: true }, { text: 'Kode yang dikirim melalui surel' }], feedback: 'Kunci FIDO2 terikat pada alamat laman sehingga tidak bekerja di laman palsu.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Anda terlanjur mengetikkan kata sandi di laman palsu. Tindakan pertama yang tepat adalah …', choices: [{ text: 'Menunggu apakah terjadi sesuatu' }, { text: 'Mengganti kata sandi dari perangkat lain, mengakhiri sesi, dan segera melapor', right: true }, { text: 'Menghapus surel agar tidak diketahui' }, { text: 'Membalas surel dan meminta penjelasan' }], feedback: 'Pelaporan yang cepat dan jujur memperkecil kerugian; bukti jangan dihapus.' },
    ],
  },
  {
    assessment: 'KUIS-3',
    minutes: 30,
    attempts: 2,
    questions: [
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Daftar pemohon terkirim ke alamat surel yang salah tanpa keterlibatan peretas. Peristiwa itu …', choices: [{ text: 'Bukan insiden karena tidak ada serangan' }, { text: 'Dapat merupakan kegagalan pelindungan data pribadi', right: true }, { text: 'Cukup ditegur secara lisan' }, { text: 'Tidak perlu dicatat apabila penerima menghapusnya' }], feedback: 'Kegagalan pelindungan mencakup pengungkapan yang disengaja maupun tidak disengaja.' },
      { kind: 'NUMERIC', points: 2, text: 'Kegagalan diketahui Selasa pukul 08.45 WIB dan pemberitahuan dikirim Kamis pukul 09.00 WIB. Berapa jam yang telah berlalu? (Dalam desimal.)', value: 48.25, tolerance: 0.01, unit: 'jam', feedback: 'Selasa 08.45 ke Kamis 08.45 = 48 jam, ditambah 15 menit = 48,25 jam.' },
      { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Apa saja isi minimum pemberitahuan menurut Pasal 46? (Pilih semua yang benar.)', choices: [{ text: 'Data pribadi yang terungkap', right: true }, { text: 'Kapan dan bagaimana data terungkap', right: true }, { text: 'Upaya penanganan dan pemulihan', right: true }, { text: 'Nama petugas yang bersalah' }, { text: 'Rincian teknis celah yang belum ditutup' }], feedback: 'Nama petugas tidak diwajibkan, dan membuka celah yang belum ditutup justru berbahaya.' },
      { kind: 'TRUE_FALSE', points: 1, text: 'Perangkat yang terinfeksi sebaiknya segera dipasang ulang agar layanan cepat pulih, baru kemudian dilaporkan.', right: false, feedback: 'Pemasangan ulang menghilangkan bukti. Tahan dahulu, laporkan, dan jaga bukti.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Tindakan manakah yang termasuk tahap penahanan?', choices: [{ text: 'Menonaktifkan akun yang disalahgunakan', right: true }, { text: 'Rapat pembelajaran' }, { text: 'Menyusun daftar kontak' }, { text: 'Mengembalikan data dari cadangan' }], feedback: 'Daftar kontak = persiapan; cadangan = pemulihan; rapat = pembelajaran.' },
      { kind: 'SHORT_ANSWER', points: 1, text: 'Prinsip bahwa setiap akun hanya memperoleh hak yang diperlukan disebut prinsip hak akses paling … (satu kata).', accepted: ['sedikit', 'minimum', 'minimal', 'rendah'], feedback: 'Prinsip hak akses paling sedikit (least privilege) membatasi kerusakan apabila akun dicuri.' },
      { kind: 'NUMERIC', points: 1, text: 'Dari 46 akun, 17 perlu ditindak. Berapa persen? (Satu desimal.)', value: 37, tolerance: 0.05, unit: '%', feedback: '17 / 46 × 100 = 36,96, dibulatkan 37,0 persen.' },
      { kind: 'TRUE_FALSE', points: 1, text: 'Saat pegawai mutasi, hak akses lama dicabut sebelum hak baru ditambahkan.', right: true, feedback: 'Tanpa pencabutan, hak menumpuk seiring mutasi.' },
      { kind: 'SINGLE_CHOICE', points: 1, text: 'Angka 1 pada kaidah cadangan 3-2-1 berarti …', choices: [{ text: 'Satu petugas cadangan' }, { text: 'Satu kali setahun' }, { text: 'Satu salinan di tempat lain yang tidak selalu tersambung', right: true }, { text: 'Satu jenis media' }], feedback: 'Tiga salinan, dua jenis media, satu di tempat lain.' },
    ],
  },
]
