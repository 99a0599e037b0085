import type { LessonSeed } from '../../content.ts'

export const kredensial: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Kata sandi yang kuat dan autentikasi multifaktor',
    minutes: 45,
    body: `
<h3>Mengapa kata sandi dapat ditembus</h3>
<p>Penyerang jarang menebak satu per satu di halaman masuk. Cara yang lebih lazim: mencoba pasangan surel dan kata sandi yang bocor dari layanan lain (<em>credential stuffing</em>), mencoba kata sandi populer pada banyak akun (<em>password spraying</em>), menipu pemilik agar mengetikkannya di laman palsu, atau membaca catatan tempel pada layar. Karena itu, dua sifat terpenting kata sandi adalah <strong>panjang</strong> dan <strong>berbeda untuk setiap layanan</strong>.</p>
<h3>Panjang mengalahkan kerumitan</h3>
<p>Banyaknya kemungkinan kata sandi acak adalah <em>jumlah karakter yang tersedia</em> pangkat <em>panjangnya</em>. Bandingkan:</p>
<table>
<thead><tr><th>Susunan acak</th><th>Hitungan</th><th>Kemungkinan (kira-kira)</th></tr></thead>
<tbody>
<tr><td>6 angka</td><td>10⁶</td><td>1 juta</td></tr>
<tr><td>8 huruf kecil</td><td>26⁸</td><td>209 miliar</td></tr>
<tr><td>8 karakter dari 94 tanda</td><td>94⁸</td><td>6,1 × 10¹⁵</td></tr>
<tr><td>14 huruf kecil</td><td>26¹⁴</td><td>6,5 × 10¹⁹</td></tr>
</tbody>
</table>
<p>Empat belas huruf kecil acak lebih kuat daripada delapan karakter rumit. Rangkaian kata yang dipilih acak, misalnya empat sampai lima kata yang tidak berkaitan, lebih mudah diingat. Hitungan ini tidak berlaku bagi frasa yang dapat ditebak, seperti "medanrumahkita2025", nama anak, atau tanggal lahir yang terbaca dari NIP Anda.</p>
<h3>Kebiasaan yang dianjurkan</h3>
<ul>
<li>Gunakan pengelola kata sandi yang disetujui instansi; ingat satu kata sandi utama yang panjang.</li>
<li>Satu orang satu akun. Akun bersama membuat log tidak dapat dipertanggungjawabkan.</li>
<li>Ganti segera apabila diduga bocor. Penggantian berkala tanpa sebab mendorong pola lemah, seperti menambah angka urut; ikuti kebijakan instansi Anda.</li>
<li>Jangan pernah memberikan kata sandi atau kode sekali pakai kepada siapa pun, termasuk yang mengaku petugas bantuan.</li>
<li>Kunci layar setiap meninggalkan meja.</li>
</ul>
<h3>Autentikasi multifaktor (MFA)</h3>
<p>MFA meminta sedikitnya dua faktor dari jenis yang berbeda: sesuatu yang Anda <strong>ketahui</strong> (kata sandi), <strong>miliki</strong> (ponsel, kunci keamanan), atau <strong>ada pada diri</strong> Anda (sidik jari). Dua kata sandi bukan MFA, karena jenisnya sama.</p>
<table>
<thead><tr><th>Cara</th><th>Kelebihan</th><th>Kelemahan</th></tr></thead>
<tbody>
<tr><td>Kode SMS</td><td>Mudah</td><td>Dapat dialihkan melalui penggantian kartu SIM; dapat dipancing</td></tr>
<tr><td>Aplikasi TOTP</td><td>Bekerja tanpa jaringan; kode berganti tiap 30 detik</td><td>Kode masih dapat diketikkan di laman palsu</td></tr>
<tr><td>Kunci keamanan/kunci sandi (FIDO2)</td><td>Terikat pada alamat laman sehingga tahan phishing</td><td>Perlu perangkat dan pengaturan awal</td></tr>
</tbody>
</table>
<h3>Contoh kerja (rekaan): mengaktifkan TOTP</h3>
<ol>
<li>Pasang aplikasi autentikator dari toko aplikasi resmi.</li>
<li>Pada pengaturan akun dinas, pilih keamanan, lalu pindai kode QR.</li>
<li>Masukkan kode enam angka untuk memastikan. Jika ditolak, periksa apakah jam ponsel diatur otomatis.</li>
<li>Simpan <strong>kode pemulihan</strong> di tempat terkunci, bukan di galeri foto.</li>
<li>Catat prosedur apabila ponsel hilang: lapor kepada admin, cabut perangkat lama, daftarkan yang baru setelah identitas dipastikan.</li>
</ol>
<p>Permintaan persetujuan masuk yang muncul tiba-tiba di ponsel berarti seseorang mungkin telah mengetahui kata sandi Anda. Tolak, ganti kata sandi, dan laporkan.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Mengenali dan melaporkan phishing',
    minutes: 45,
    body: `
<h3>Serangan terhadap perhatian</h3>
<p>Phishing adalah upaya menipu seseorang agar menyerahkan kata sandi, kode, uang, atau menjalankan berkas berbahaya, dengan menyamar sebagai pihak tepercaya. Kanalnya bisa surel, pesan singkat, panggilan telepon, media sosial, atau kode QR yang ditempel di ruang tunggu. Penyerang memanfaatkan tiga dorongan: <strong>takut</strong> ("akun akan diblokir"), <strong>patuh</strong> ("perintah pimpinan"), dan <strong>ingin tahu</strong> ("daftar penerima tunjangan").</p>
<h3>Membaca alamat dengan benar</h3>
<p>Bacalah nama domain <em>dari kanan</em>, sebelum garis miring pertama. Yang menentukan pemilik adalah bagian paling kanan.</p>
<table>
<thead><tr><th>Alamat (contoh rekaan)</th><th>Pemilik sebenarnya</th><th>Penilaian</th></tr></thead>
<tbody>
<tr><td>layanan.kota-contoh.go.id/masuk</td><td>kota-contoh.go.id</td><td>Sesuai, apabila memang domain resmi instansi</td></tr>
<tr><td>kota-contoh.go.id.verifikasi.example/masuk</td><td>verifikasi.example</td><td>Palsu: "go.id" hanya hiasan di depan</td></tr>
<tr><td>kota-c0ntoh.example</td><td>kota-c0ntoh.example</td><td>Palsu: huruf o diganti angka nol</td></tr>
<tr><td>bit.example/3xYz</td><td>Tidak terlihat</td><td>Jangan dibuka; minta alamat lengkap</td></tr>
</tbody>
</table>
<p>Gembok pada peramban hanya berarti sambungan terenkripsi. Laman palsu pun dapat memiliki gembok.</p>
<h3>Tujuh tanda yang perlu diperiksa</h3>
<ol>
<li>Alamat pengirim berbeda dari nama yang ditampilkan.</li>
<li>Desakan waktu atau ancaman.</li>
<li>Permintaan kata sandi, kode, atau pembayaran.</li>
<li>Tautan yang tujuannya berbeda dari teksnya.</li>
<li>Lampiran yang tidak diharapkan, terutama berkas aplikasi (misalnya .apk, .exe) atau dokumen yang meminta makro diaktifkan.</li>
<li>Sapaan umum dan gaya bahasa yang tidak lazim.</li>
<li>Permintaan untuk merahasiakan atau melewati prosedur.</li>
</ol>
<p>Surel yang rapi pun dapat palsu. Jangan menunggu sampai semua tanda muncul; satu tanda yang kuat sudah cukup untuk berhenti.</p>
<h3>Berhenti, periksa, laporkan</h3>
<ul>
<li><strong>Berhenti:</strong> jangan membuka tautan, lampiran, atau membalas.</li>
<li><strong>Periksa melalui kanal lain:</strong> hubungi nomor kantor yang Anda ketahui, bukan yang tertulis dalam pesan. Ketik sendiri alamat layanan.</li>
<li><strong>Laporkan</strong> kepada admin atau tim tanggap insiden dengan melampirkan surel asli; kemudian hapus setelah diarahkan.</li>
</ul>
<h3>Contoh analisis</h3>
<blockquote><p><strong>Dari:</strong> "BKPSDM Kota" &lt;info@tunjangan-asn.example&gt;</p><p><strong>Perihal:</strong> SEGERA – verifikasi rekening tunjangan sebelum pukul 12.00</p><p>Yth. Pegawai, tunjangan Anda ditunda. Unduh aplikasi verifikasi pada lampiran (verifikasi.apk) dan masukkan kata sandi Anda.</p></blockquote>
<p>Tanda: pengirim bukan domain pemerintah; tenggat beberapa jam; sapaan umum; lampiran aplikasi; permintaan kata sandi. Keputusan: phishing, tingkat bahaya tinggi karena lampiran dapat mengambil alih ponsel.</p>
<h3>Terlanjur mengeklik?</h3>
<p>Jangan malu dan jangan menunggu. Menit pertama sangat berharga: putuskan jaringan perangkat, ganti kata sandi dari perangkat lain, akhiri semua sesi, dan laporkan dengan jujur apa yang diketikkan. Pimpinan hendaknya tidak menghukum pelapor yang jujur; hukuman membuat insiden berikutnya disembunyikan, dan penyembunyian jauh lebih merugikan daripada satu klik.</p>`,
  },
]

export const insiden: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Tahap penanganan insiden',
    minutes: 45,
    body: `
<h3>Insiden atau gangguan biasa?</h3>
<p>Insiden siber adalah peristiwa yang mengganggu atau mengancam berjalannya sistem elektronik, termasuk kerahasiaan, keutuhan, dan ketersediaan informasi. Jaringan lambat mungkin hanya gangguan; akun admin yang masuk pada pukul 02.00 WIB dari tempat yang tidak dikenal adalah insiden sampai terbukti sebaliknya. <strong>Kegagalan pelindungan data pribadi</strong> adalah insiden yang menyentuh kerahasiaan, integritas, atau ketersediaan data pribadi. Salah kirim daftar warga kepada alamat surel yang keliru pun termasuk, walaupun tidak ada peretas.</p>
<h3>Enam tahap</h3>
<table>
<thead><tr><th>Tahap</th><th>Yang dilakukan</th><th>Kesalahan umum</th></tr></thead>
<tbody>
<tr><td>1. Persiapan</td><td>Daftar kontak, cadangan data, latihan, pembagian peran</td><td>Nomor kontak hanya tersimpan pada sistem yang sedang lumpuh</td></tr>
<tr><td>2. Deteksi dan analisis</td><td>Mencatat gejala, waktu, sistem, akun; menilai tingkat</td><td>Menunggu kepastian penuh sebelum melapor</td></tr>
<tr><td>3. Penahanan</td><td>Memutus jaringan, menonaktifkan akun, memblokir alamat</td><td>Mematikan daya atau memasang ulang sehingga bukti hilang</td></tr>
<tr><td>4. Pemberantasan</td><td>Menghapus penyebab, menutup celah</td><td>Menghapus berkas, tetapi celah dibiarkan</td></tr>
<tr><td>5. Pemulihan</td><td>Mengembalikan dari cadangan bersih, memantau ketat</td><td>Cadangan ikut terinfeksi karena tidak pernah diuji</td></tr>
<tr><td>6. Pembelajaran</td><td>Rapat tanpa menyalahkan, perbaikan, memperbarui RoPA dan prosedur</td><td>Tidak dilakukan karena "sudah normal"</td></tr>
</tbody>
</table>
<h3>Menjaga bukti</h3>
<p>Jangan menghapus log. Catat setiap tindakan beserta waktunya dan pelakunya. Apabila perlu memutus perangkat, cabut kabel jaringan atau matikan Wi-Fi, sedangkan daya tetap menyala, karena sebagian bukti hanya ada di memori. Foto layar dengan kamera yang disetujui; batasi penyebarannya.</p>
<h3>Siapa dihubungi</h3>
<ul>
<li><strong>Petugas yang menemukan</strong> melapor kepada atasan dan admin sistem saat itu juga.</li>
<li><strong>Tim tanggap insiden siber</strong> pemerintah daerah, lazimnya pada Dinas Kominfo, memimpin penanganan teknis dan berkoordinasi dengan BSSN.</li>
<li><strong>Petugas pelindungan data pribadi</strong> menilai apakah data pribadi terdampak dan menyiapkan pemberitahuan.</li>
<li><strong>Pimpinan perangkat daerah</strong> memutuskan penghentian layanan dan pemberitahuan kepada publik.</li>
</ul>
<h3>Contoh kerja (rekaan): linimasa</h3>
<table>
<thead><tr><th>Waktu (WIB)</th><th>Kejadian</th><th>Tindakan</th></tr></thead>
<tbody>
<tr><td>Selasa 08.15</td><td>Operator Disdukcapil melihat berkas unduhan tidak dikenal pada akunnya</td><td>Melapor kepada admin</td></tr>
<tr><td>08.30</td><td>Log menunjukkan 1.240 data pemohon diunduh pukul 02.10</td><td>Akun dinonaktifkan, sesi diakhiri</td></tr>
<tr><td>08.45</td><td>Petugas PDP menilai data pribadi terungkap</td><td><strong>Jam 3 × 24 mulai dihitung</strong> menurut prosedur unit, sejak diketahui</td></tr>
<tr><td>10.00</td><td>Asal serangan: kata sandi terpancing hari Senin</td><td>MFA diwajibkan bagi semua operator</td></tr>
<tr><td>Rabu 14.00</td><td>Draf pemberitahuan selesai</td><td>Ditinjau bagian hukum</td></tr>
<tr><td>Kamis 09.00</td><td>Pemberitahuan dikirim</td><td>Posko pertanyaan dibuka</td></tr>
</tbody>
</table>
<p>Sejak Selasa 08.45, batas 72 jam jatuh pada Jumat 08.45. Pemberitahuan pada Kamis 09.00 terkirim setelah 48 jam 15 menit, masih dalam batas. Lebih cepat tetap lebih baik: warga perlu waktu untuk melindungi dirinya.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Pemberitahuan dalam 3 × 24 jam',
    minutes: 40,
    body: `
<h3>Kewajiban menurut Pasal 46</h3>
<p>Dalam hal terjadi kegagalan pelindungan data pribadi, pengendali wajib menyampaikan pemberitahuan <strong>secara tertulis paling lambat 3 × 24 jam</strong> kepada <strong>subjek data</strong> dan <strong>lembaga</strong> yang menyelenggarakan pelindungan data pribadi. Pemberitahuan memuat sekurang-kurangnya:</p>
<ol>
<li>data pribadi yang terungkap;</li>
<li>kapan dan bagaimana data pribadi terungkap;</li>
<li>upaya penanganan dan pemulihan oleh pengendali.</li>
</ol>
<p>Dalam hal tertentu, misalnya kegagalan mengganggu pelayanan publik atau berdampak serius terhadap kepentingan masyarakat, pengendali juga wajib memberitahukan kepada masyarakat.</p>
<h3>Menghitung batas waktu</h3>
<p>Yang dihitung adalah jam, termasuk malam, akhir pekan, dan hari libur. Kegagalan yang diketahui Jumat pukul 15.20 WIB harus diberitahukan paling lambat Senin pukul 15.20 WIB. Catat waktu "diketahui" dengan dasar yang jelas, yaitu saat petugas memiliki alasan wajar untuk menyimpulkan bahwa data pribadi terdampak. Jangan menunda pencatatan demi memperoleh waktu.</p>
<table>
<thead><tr><th>Jam ke-</th><th>Sasaran kerja (contoh pembagian)</th></tr></thead>
<tbody>
<tr><td>0–4</td><td>Menahan insiden; menetapkan koordinator; membuka linimasa</td></tr>
<tr><td>4–24</td><td>Memastikan jenis data, jumlah orang, jangka waktu; menilai risiko bagi warga</td></tr>
<tr><td>24–48</td><td>Menulis draf; tinjauan hukum, PDP, dan pimpinan</td></tr>
<tr><td>48–66</td><td>Mengirim pemberitahuan; menyiapkan jawaban pertanyaan</td></tr>
<tr><td>66–72</td><td>Cadangan waktu untuk hambatan</td></tr>
</tbody>
</table>
<h3>Apabila fakta belum lengkap</h3>
<p>Kirimlah pemberitahuan awal berisi hal yang diketahui, tandai hal yang masih diperiksa, dan janjikan tanggal pembaruan. Menebak jumlah lalu meralatnya tiga kali akan merusak kepercayaan; mengatakan "masih kami periksa, pembaruan pada Jumat pukul 16.00 WIB" justru menjaganya.</p>
<h3>Contoh pemberitahuan</h3>
<blockquote><p>Yth. Bapak/Ibu pemohon layanan,</p><p>Pada Selasa, 11 November pukul 02.10 WIB, pihak yang tidak berwenang mengunduh data sebagian pemohon layanan kami melalui akun petugas yang kata sandinya dicuri. Kami mengetahuinya pada hari yang sama pukul 08.45 WIB.</p><p>Data Anda yang terungkap: nama, alamat, dan nomor telepon. NIK, foto, dan dokumen <em>tidak</em> termasuk.</p><p>Yang kami lakukan: menonaktifkan akun, memeriksa seluruh log, mewajibkan autentikasi dua faktor, dan melapor kepada lembaga berwenang.</p><p>Yang dapat Anda lakukan: waspadai telepon atau pesan yang mengatasnamakan kami. Kami tidak pernah meminta kata sandi, kode, atau pembayaran. Pertanyaan: meja bantuan, hari kerja pukul 08.00–16.00 WIB.</p><p>Kami mohon maaf dan bertanggung jawab memperbaikinya.</p></blockquote>
<h3>Daftar periksa mutu</h3>
<ul>
<li>Bahasanya dapat dipahami warga tanpa latar belakang teknologi.</li>
<li>Tidak mengecilkan ("hanya gangguan kecil") dan tidak menakut-nakuti.</li>
<li>Tidak memuat data pribadi penerima lain: kirim satu per satu atau gunakan tembusan tersembunyi.</li>
<li>Tidak membuka rincian celah yang belum ditutup.</li>
<li>Menyebut langkah yang dapat dilakukan warga.</li>
<li>Tersedia dalam bentuk yang dapat dibaca pembaca layar.</li>
</ul>
<h3>Sesudah mengirim</h3>
<p>Simpan bukti pengiriman, catat pertanyaan yang masuk, dan laporkan perkembangan. Kegagalan memenuhi kewajiban dapat berakibat sanksi administratif menurut Pasal 57 berupa peringatan tertulis, penghentian sementara pemrosesan, penghapusan atau pemusnahan data, dan/atau denda administratif.</p>`,
  },
]

export const aplikasi: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Hak akses: secukupnya, tercatat, dan ditinjau',
    minutes: 40,
    body: `
<h3>Prinsip hak akses paling sedikit</h3>
<p>Setiap akun hanya memperoleh hak yang diperlukan untuk tugasnya saat ini. Prinsip ini membatasi kerusakan: apabila kata sandi petugas loket tercuri, penyerang hanya memperoleh apa yang dapat dilihat petugas loket, bukan seluruh basis data. Padanannya adalah <strong>pemisahan tugas</strong>: orang yang mengajukan perubahan tidak sekaligus menyetujuinya.</p>
<h3>Matriks peran</h3>
<table>
<thead><tr><th>Peran</th><th>Lihat</th><th>Ubah</th><th>Setujui</th><th>Unduh massal</th><th>Atur pengguna</th></tr></thead>
<tbody>
<tr><td>Petugas loket</td><td>Berkas yang ditangani</td><td>Ya</td><td>Tidak</td><td>Tidak</td><td>Tidak</td></tr>
<tr><td>Verifikator</td><td>Berkas seksi</td><td>Catatan saja</td><td>Ya</td><td>Tidak</td><td>Tidak</td></tr>
<tr><td>Analis laporan</td><td>Rekap agregat</td><td>Tidak</td><td>Tidak</td><td>Agregat saja</td><td>Tidak</td></tr>
<tr><td>Admin aplikasi</td><td>Konfigurasi</td><td>Konfigurasi</td><td>Tidak</td><td>Dengan izin tertulis</td><td>Ya</td></tr>
</tbody>
</table>
<p>Dalam matriks ini admin tidak menyetujui berkas. Kekuasaan teknis dan kekuasaan layanan dipisahkan.</p>
<h3>Siklus akun: masuk, pindah, keluar</h3>
<ul>
<li><strong>Masuk:</strong> akun dibuat atas permintaan tertulis atasan yang menyebut peran dan batas waktu.</li>
<li><strong>Pindah:</strong> hak lama dicabut <em>sebelum</em> hak baru ditambahkan. Pegawai yang lima kali mutasi tanpa pencabutan menjadi pengguna dengan hak terbanyak di kantor.</li>
<li><strong>Keluar:</strong> akun dinonaktifkan pada hari terakhir bertugas, termasuk pensiun, magang, dan kontrak penyedia yang berakhir.</li>
</ul>
<h3>Contoh peninjauan di sebuah aplikasi OPD</h3>
<p>Daftar akun sebuah aplikasi perizinan memuat 46 akun. Tim mencocokkannya dengan daftar pegawai dan riwayat masuk.</p>
<table>
<thead><tr><th>Temuan</th><th>Jumlah</th><th>Tindakan</th></tr></thead>
<tbody>
<tr><td>Aktif dan sesuai tugas</td><td>29</td><td>Pertahankan</td></tr>
<tr><td>Pegawai sudah mutasi</td><td>8</td><td>Nonaktifkan</td></tr>
<tr><td>Tidak masuk lebih dari 90 hari</td><td>4</td><td>Bekukan, konfirmasi kepada atasan</td></tr>
<tr><td>Akun bersama ("loket1")</td><td>3</td><td>Ganti dengan akun perorangan</td></tr>
<tr><td>Admin tanpa alasan</td><td>2</td><td>Turunkan menjadi verifikator</td></tr>
</tbody>
</table>
<p>29 + 8 + 4 + 3 + 2 = 46, sehingga semua akun terperiksa. Sebanyak 17 akun, atau 17/46 = 37,0 persen, perlu ditindak. Angka seperti ini lazim pada peninjauan pertama; sajikan tanpa mencari kambing hitam.</p>
<h3>Log akses</h3>
<p>Log menjawab siapa, melakukan apa, terhadap data mana, kapan, dan dari mana. Log yang berguna tidak dapat diubah oleh orang yang dicatatnya, memakai waktu yang seragam, disimpan cukup lama, dan <strong>benar-benar dibaca</strong>. Tetapkan peringatan untuk unduhan massal, percobaan masuk yang gagal berulang, dan aktivitas pada tengah malam. Jangan mencatat kata sandi atau isi dokumen di dalam log.</p>
<h3>Frekuensi</h3>
<p>Tinjau akun admin setiap bulan, akun biasa setiap triwulan, dan segera setelah mutasi besar. Hasil tinjauan ditandatangani pemilik proses bisnis, bukan hanya admin teknis, karena hanya pemilik proses yang mengetahui siapa yang benar-benar memerlukan akses.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Daftar periksa pengamanan aplikasi unit',
    minutes: 40,
    body: `
<h3>Yang dapat diperiksa tanpa menjadi pemrogram</h3>
<p>Anda tidak perlu membaca kode program untuk menemukan sebagian besar kelemahan aplikasi layanan. Daftar berikut dapat diselesaikan bersama admin dalam setengah hari. Mintalah izin tertulis dari pemilik aplikasi; <strong>jangan melakukan pengujian penembusan tanpa izin</strong>.</p>
<table>
<thead><tr><th>No.</th><th>Pemeriksaan</th><th>Cara membuktikan</th></tr></thead>
<tbody>
<tr><td>1</td><td>Sambungan terenkripsi (HTTPS) pada semua halaman</td><td>Buka alamat dengan http; harus dialihkan ke https</td></tr>
<tr><td>2</td><td>MFA aktif bagi admin</td><td>Minta admin masuk di depan Anda</td></tr>
<tr><td>3</td><td>Akun bawaan dinonaktifkan</td><td>Periksa daftar akun: admin, test, demo</td></tr>
<tr><td>4</td><td>Sesi berakhir otomatis</td><td>Biarkan 30 menit, lalu muat ulang</td></tr>
<tr><td>5</td><td>Nomor pada alamat tidak membuka data orang lain</td><td>Bersama admin di lingkungan uji, ubah nomor berkas pada alamat; akses harus ditolak</td></tr>
<tr><td>6</td><td>Unggahan dibatasi jenis dan ukurannya</td><td>Unggah berkas teks berakhiran .exe di lingkungan uji; harus ditolak</td></tr>
<tr><td>7</td><td>Pesan kesalahan tidak membuka rincian teknis</td><td>Masukkan alamat yang tidak ada</td></tr>
<tr><td>8</td><td>Cadangan dibuat dan pernah dipulihkan</td><td>Lihat catatan uji pemulihan terakhir</td></tr>
<tr><td>9</td><td>Pembaruan keamanan terpasang</td><td>Tanyakan versi dan tanggal pembaruan</td></tr>
<tr><td>10</td><td>Kata sandi tidak dikirim atau ditampilkan apa adanya</td><td>Coba fitur lupa kata sandi dengan akun uji</td></tr>
</tbody>
</table>
<h3>Cadangan 3-2-1</h3>
<p>Simpan sedikitnya <strong>tiga</strong> salinan data, pada <strong>dua</strong> jenis media, dengan <strong>satu</strong> salinan di tempat lain yang tidak selalu tersambung. Salinan yang terus tersambung dapat ikut terenkripsi oleh perangkat pemeras. Cadangan yang belum pernah dipulihkan hanyalah harapan: jadwalkan uji pemulihan sedikitnya setahun dua kali dan catat berapa lama prosesnya.</p>
<h3>Menilai dan mengurutkan temuan</h3>
<p>Beri nilai <em>kemungkinan</em> 1–3 dan <em>dampak</em> 1–3, lalu kalikan. Contoh dari sebuah aplikasi antrean:</p>
<table>
<thead><tr><th>Temuan</th><th>Kemungkinan</th><th>Dampak</th><th>Risiko</th></tr></thead>
<tbody>
<tr><td>Admin tanpa MFA</td><td>3</td><td>3</td><td>9</td></tr>
<tr><td>Nomor berkas dapat ditebak</td><td>2</td><td>3</td><td>6</td></tr>
<tr><td>Sesi tidak berakhir di komputer loket</td><td>3</td><td>2</td><td>6</td></tr>
<tr><td>Uji pemulihan belum pernah dilakukan</td><td>1</td><td>3</td><td>3</td></tr>
</tbody>
</table>
<p>Kerjakan dari nilai tertinggi. MFA dapat diaktifkan hari itu juga; perbaikan nomor berkas memerlukan pengembang, maka tetapkan tenggat dan pengamanan sementara, misalnya membatasi akses dari jaringan kantor.</p>
<h3>Melaporkan temuan secara bertanggung jawab</h3>
<ul>
<li>Sampaikan hanya kepada pemilik aplikasi dan tim tanggap insiden, melalui kanal tertutup.</li>
<li>Sertakan langkah, bukti yang disamarkan, dampak, dan saran.</li>
<li>Jangan menyimpan data warga yang tampak ketika memeriksa.</li>
<li>Tetapkan penanggung jawab dan tenggat; periksa ulang setelah diperbaiki.</li>
</ul>
<h3>Praktik lapangan</h3>
<p>Selama dua jam pelajaran praktik lapangan, Anda memeriksa hak akses satu aplikasi di unit Anda memakai matriks dan daftar ini. Atasan langsung mengonfirmasi pelaksanaannya, dan laporan Anda diserahkan dalam bentuk yang tidak memuat nama akun maupun data warga.</p>`,
  },
]
