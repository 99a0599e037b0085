import type { LessonSeed } from '../../content.ts'

export const skm: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Sembilan unsur dan kuesioner SKM',
    minutes: 40,
    body: `
<h3>Apa yang diukur</h3>
<p>Survei Kepuasan Masyarakat (SKM) adalah pengukuran secara menyeluruh tentang tingkat kepuasan masyarakat atas pelayanan yang diterimanya. Peraturan Menteri PANRB Nomor 14 Tahun 2017 mewajibkan unit penyelenggara pelayanan publik melaksanakannya secara berkala, <strong>paling sedikit satu kali setahun</strong>. Hasilnya dinyatakan sebagai Indeks Kepuasan Masyarakat (IKM).</p>
<table>
<thead><tr><th>Kode</th><th>Unsur</th><th>Contoh pertanyaan</th></tr></thead>
<tbody>
<tr><td>U1</td><td>Persyaratan</td><td>Bagaimana kesesuaian persyaratan dengan jenis pelayanannya?</td></tr>
<tr><td>U2</td><td>Sistem, mekanisme, dan prosedur</td><td>Bagaimana kemudahan prosedur pelayanan di unit ini?</td></tr>
<tr><td>U3</td><td>Waktu penyelesaian</td><td>Bagaimana kecepatan waktu dalam memberikan pelayanan?</td></tr>
<tr><td>U4</td><td>Biaya/tarif</td><td>Bagaimana kewajaran biaya/tarif dalam pelayanan?</td></tr>
<tr><td>U5</td><td>Produk spesifikasi jenis pelayanan</td><td>Bagaimana kesesuaian produk dengan yang tercantum dalam standar?</td></tr>
<tr><td>U6</td><td>Kompetensi pelaksana</td><td>Bagaimana kemampuan petugas dalam pelayanan?</td></tr>
<tr><td>U7</td><td>Perilaku pelaksana</td><td>Bagaimana kesopanan dan keramahan petugas?</td></tr>
<tr><td>U8</td><td>Penanganan pengaduan, saran, dan masukan</td><td>Bagaimana penanganan pengaduan pengguna layanan?</td></tr>
<tr><td>U9</td><td>Sarana dan prasarana</td><td>Bagaimana kualitas sarana dan prasarana?</td></tr>
</tbody>
</table>
<p>Urutan U8 dan U9 berbeda pada beberapa instrumen. Karena itu, simpanlah kode bersama nama unsurnya dan jangan hanya mengandalkan nomor.</p>
<h3>Skala jawaban</h3>
<p>Setiap pertanyaan memiliki empat pilihan bernilai 1 sampai 4, dari yang paling buruk hingga yang paling baik. Tidak ada pilihan tengah, sehingga responden harus condong ke salah satu sisi. Untuk U3: 1 = tidak cepat, 2 = kurang cepat, 3 = cepat, 4 = sangat cepat. Pada layanan yang tidak dipungut biaya, jawaban U4 lazimnya bernilai 4 (gratis).</p>
<h3>Profil responden</h3>
<p>Kuesioner memuat jenis kelamin, kelompok usia, pendidikan, pekerjaan, dan jenis layanan yang diterima. Jangan meminta nama atau NIK. Dua alasan: responden akan menjawab lebih jujur, dan Undang-Undang Pelindungan Data Pribadi menghendaki pengumpulan data yang terbatas dan spesifik. Sajikan rincian menurut profil hanya apabila kelompoknya cukup besar, misalnya lima orang atau lebih, supaya seseorang tidak dapat dikenali.</p>
<h3>Pertanyaan yang buruk dan perbaikannya</h3>
<ul>
<li><em>Ganda:</em> "Apakah petugas ramah dan cepat?" Pisahkan menjadi U7 dan U3.</li>
<li><em>Mengarahkan:</em> "Setujukah Anda bahwa pelayanan kami sudah sangat baik?" Ganti dengan "Bagaimana pendapat Anda tentang ...".</li>
<li><em>Menakutkan:</em> kuesioner diisi di hadapan petugas yang dinilai. Sediakan kotak tertutup atau kode QR yang dapat diisi di rumah.</li>
<li><em>Berat sebelah:</em> hanya warga yang tersenyum dimintai pendapat. Gunakan aturan acak, misalnya setiap pemohon kelima.</li>
</ul>
<h3>Saran terbuka</h3>
<p>Selain sembilan unsur, sediakan satu kolom saran. Angka menunjukkan <em>di mana</em> masalah berada; saran menjelaskan <em>mengapa</em>. Di sebuah loket Disdukcapil, U3 rendah; kolom saran menyebut "nomor antrean dipanggil tanpa layar". Ternyata warga merasa lama bukan karena prosesnya, melainkan karena tidak mengetahui posisinya dalam antrean. Layar pemanggil jauh lebih murah daripada menambah petugas.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Menentukan jumlah dan cara memilih responden',
    minutes: 40,
    body: `
<h3>Populasi, sampel, dan keterwakilan</h3>
<p>Populasi adalah semua penerima layanan pada periode survei; sampel adalah sebagian yang kita tanyai. Sampel yang besar tetapi berat sebelah lebih menyesatkan daripada sampel sedang yang dipilih secara acak. Apabila seluruh kuesioner dibagikan pada Selasa pagi, pendapat pekerja yang hanya dapat datang pada jam istirahat tidak akan terdengar.</p>
<h3>Rumus Krejcie dan Morgan</h3>
<p>Untuk tingkat kepercayaan 95 persen dan galat 5 persen digunakan:</p>
<blockquote><p>S = (3,841 × N × 0,25) / (0,05² × (N − 1) + 3,841 × 0,25)</p></blockquote>
<p>N adalah jumlah populasi dan S adalah jumlah sampel. Nilai 3,841 adalah khi-kuadrat dengan satu derajat kebebasan; 0,25 adalah hasil kali 0,5 × 0,5, yaitu keragaman terbesar.</p>
<h4>Contoh hitung</h4>
<p>Kecamatan Medan Belawan melayani 500 pemohon dalam satu semester.</p>
<ol>
<li>Pembilang: 3,841 × 500 × 0,25 = 480,125.</li>
<li>Penyebut: 0,0025 × 499 + 3,841 × 0,25 = 1,2475 + 0,96025 = 2,20775.</li>
<li>S = 480,125 / 2,20775 = 217,47, dibulatkan menjadi <strong>217 responden</strong>.</li>
</ol>
<table>
<thead><tr><th>Populasi (N)</th><th>Sampel (S)</th></tr></thead>
<tbody>
<tr><td>10</td><td>10</td></tr>
<tr><td>50</td><td>44</td></tr>
<tr><td>100</td><td>80</td></tr>
<tr><td>150</td><td>108</td></tr>
<tr><td>300</td><td>169</td></tr>
<tr><td>500</td><td>217</td></tr>
<tr><td>1.000</td><td>278</td></tr>
<tr><td>5.000</td><td>357</td></tr>
<tr><td>10.000</td><td>370</td></tr>
</tbody>
</table>
<p>Perhatikan bahwa ketika populasi naik sepuluh kali dari 1.000 menjadi 10.000, sampel hanya bertambah 92 orang. Unit besar tidak perlu takut kepada survei; unit kecil justru harus menanyai hampir semua orang.</p>
<h3>Membagi sampel menurut layanan dan hari</h3>
<p>Apabila dari 500 pemohon tadi 250 mengurus surat pengantar, 150 mengurus rekomendasi, dan 100 mengurus legalisasi, sampel 217 dibagi sebanding: 217 × 250/500 = 108,5; 217 × 150/500 = 65,1; 217 × 100/500 = 43,4. Setelah dibulatkan menjadi 109, 65, dan 43, jumlahnya tetap 217.</p>
<p>Tentukan pula aturan pemilihan. Dengan 217 dari 500 pemohon, jaraknya kira-kira 500/217 = 2,3; cukup tanyai <strong>setiap pemohon kedua</strong> sampai kuota setiap layanan terpenuhi. Mulailah dari nomor acak, bukan selalu dari orang pertama pada pagi hari.</p>
<h3>Pelaksanaan di lapangan</h3>
<ul>
<li>Jelaskan tujuan, jaminan kerahasiaan, dan bahwa penilaian tidak memengaruhi berkas.</li>
<li>Sediakan bentuk kertas, daring, dan bantuan pembacaan bagi warga netra atau yang sulit membaca. Pembaca tidak boleh petugas loket yang dinilai.</li>
<li>Catat penolakan. Apabila banyak yang menolak, laporkan sebagai keterbatasan.</li>
<li>Periksa kelengkapan sebelum responden pergi; jawaban kosong tidak boleh diisi oleh petugas.</li>
<li>Simpan kuesioner asli sebagai bukti, dengan akses terbatas.</li>
</ul>
<p>Untuk latihan dalam pelatihan ini Anda cukup mengolah sekurang-kurangnya 30 kuesioner. Jumlah itu memadai untuk belajar menghitung, tetapi laporan resmi unit harus mengikuti ketentuan jumlah sampel.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Mengolah SKM menjadi IKM dan rekomendasi',
    minutes: 60,
    body: `
<h3>Empat langkah hitung</h3>
<ol>
<li><strong>Nilai rata-rata (NRR)</strong> setiap unsur = jumlah nilai unsur / jumlah responden yang <em>mengisi</em> unsur itu.</li>
<li><strong>Bobot</strong> = 1 / jumlah unsur = 1/9. Gunakan pecahan tepat, bukan 0,11.</li>
<li><strong>NRR tertimbang</strong> = NRR × 1/9; jumlahnya adalah nilai interval (1 sampai 4).</li>
<li><strong>IKM</strong> = nilai interval × 25. Bulatkan dua desimal hanya pada langkah terakhir ini.</li>
</ol>
<table>
<thead><tr><th>Mutu</th><th>Kinerja unit</th><th>IKM</th><th>Nilai interval</th></tr></thead>
<tbody>
<tr><td>A</td><td>Sangat Baik</td><td>88,31 – 100,00</td><td>3,5324 – 4,0000</td></tr>
<tr><td>B</td><td>Baik</td><td>76,61 – 88,30</td><td>3,0644 – 3,5320</td></tr>
<tr><td>C</td><td>Kurang Baik</td><td>65,00 – 76,60</td><td>2,6000 – 3,0640</td></tr>
<tr><td>D</td><td>Tidak Baik</td><td>25,00 – 64,99</td><td>1,0000 – 2,5996</td></tr>
</tbody>
</table>
<h3>Contoh 1: loket dengan 29 responden</h3>
<table>
<thead><tr><th>Unsur</th><th>Jumlah nilai</th><th>NRR (jumlah / 29)</th></tr></thead>
<tbody>
<tr><td>U1 Persyaratan</td><td>105</td><td>3,6207</td></tr>
<tr><td>U2 Prosedur</td><td>101</td><td>3,4828</td></tr>
<tr><td>U3 Waktu</td><td>100</td><td>3,4483</td></tr>
<tr><td>U4 Biaya</td><td>116</td><td>4,0000</td></tr>
<tr><td>U5 Produk</td><td>102</td><td>3,5172</td></tr>
<tr><td>U6 Kompetensi</td><td>105</td><td>3,6207</td></tr>
<tr><td>U7 Perilaku</td><td>106</td><td>3,6552</td></tr>
<tr><td>U8 Pengaduan</td><td>105</td><td>3,6207</td></tr>
<tr><td>U9 Sarana</td><td>115</td><td>3,9655</td></tr>
<tr><td><strong>Jumlah</strong></td><td><strong>955</strong></td><td><strong>32,9310</strong></td></tr>
</tbody>
</table>
<p>Nilai interval = 32,9310 / 9 = 3,6590. IKM = 25 × 955 / (29 × 9) = 23.875 / 261 = <strong>91,48</strong>, mutu <strong>A (Sangat Baik)</strong>.</p>
<p>Apabila bobot dibulatkan menjadi 0,11, hasilnya 90,56; dengan 0,111 hasilnya 91,38. Keduanya keliru. Ujilah lembar kerja Anda: bila semua jawaban bernilai 4, IKM harus tepat 100,00. Dengan 0,11 hasilnya 99,00.</p>
<h3>Contoh 2: kelurahan dengan 10 responden</h3>
<p>Jumlah U1 sampai U9: 33, 31, 30, 40, 32, 33, 34, 31, 36. Jumlah seluruhnya 300, sehingga jumlah NRR 30,0 dan IKM = 25 × 300 / 90 = <strong>83,33</strong>, mutu <strong>B (Baik)</strong>. Unsur terendah adalah U3 (3,00), disusul U2 dan U8 (3,10).</p>
<h3>Jawaban kosong</h3>
<p>Jika U9 hanya diisi 8 dari 10 responden dengan jumlah 24, NRR-nya 24/8 = 3,00, bukan 24/10 = 2,40. Jawaban kosong bukan nilai nol. Jika tidak ada responden sama sekali, IKM tidak dapat dihitung; tulis "belum ada data".</p>
<h3>Sebelum dan sesudah perbaikan</h3>
<p>Sebuah unit dengan 30 responden memperoleh jumlah 795: IKM = 25 × 795 / 270 = 73,61 (C). Setelah pelatihan dan perbaikan jadwal loket, jumlahnya 894: IKM = 82,78 (B), naik 9,17. Tulislah kenaikan itu sebagai <em>indikasi</em>: petugas, musim, dan jenis pemohon dapat pula berubah.</p>
<h3>Dari angka menjadi rekomendasi</h3>
<p>Untuk setiap unsur terendah, tulis: <strong>penyebab</strong> (dari saran dan pengamatan), <strong>tindakan</strong>, <strong>penanggung jawab</strong>, <strong>tenggat</strong>, dan <strong>ukuran keberhasilan</strong>. Contoh U3: pejabat penanda tangan sering rapat pagi; tetapkan pejabat pengganti; Sekretaris Kecamatan; 31 Januari; 90 persen surat selesai dalam satu hari kerja. Publikasikan hasil dan tindak lanjutnya agar warga tahu pendapatnya dipakai.</p>`,
  },
]

export const aktualisasi: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Merancang uji coba perbaikan lima hari kerja',
    minutes: 40,
    body: `
<h3>Dari ruang kelas ke loket</h3>
<p>Aktualisasi adalah bagian pelatihan yang paling dekat dengan tujuan pelayanan: Anda mengubah satu hal nyata di unit, mengukurnya, dan melaporkannya kepada atasan. Delapan jam pelajaran praktik lapangan dipakai untuk menjalankan uji coba selama <strong>lima hari kerja</strong>.</p>
<h3>Memilih perbaikan yang tepat</h3>
<p>Perbaikan yang baik untuk uji coba memenuhi empat syarat:</p>
<ul>
<li><strong>Kecil:</strong> dapat dimulai pekan depan tanpa anggaran baru.</li>
<li><strong>Dalam wewenang:</strong> cukup disetujui oleh atasan langsung.</li>
<li><strong>Terkait bukti:</strong> menjawab unsur SKM terendah atau pengaduan terbanyak.</li>
<li><strong>Terukur:</strong> ada satu angka yang diharapkan berubah.</li>
</ul>
<table>
<thead><tr><th>Masalah</th><th>Perbaikan kecil</th><th>Ukuran</th></tr></thead>
<tbody>
<tr><td>Warga kembali karena syarat kurang</td><td>Meja periksa berkas di pintu masuk</td><td>Persentase pemohon yang selesai dalam satu kunjungan</td></tr>
<tr><td>Antrean panjang pada pukul 09.00–10.30</td><td>Geser jam istirahat; buka loket ketiga pada jam puncak</td><td>Median waktu tunggu</td></tr>
<tr><td>Kesalahan ketik nama</td><td>Pemohon membaca layar sebelum cetak</td><td>Jumlah cetak ulang per 100 dokumen</td></tr>
<tr><td>Lansia berdiri lama</td><td>Empat kursi prioritas dan pemanggilan khusus</td><td>Jumlah lansia yang menunggu lebih dari 15 menit</td></tr>
</tbody>
</table>
<h3>Menulis rencana satu halaman</h3>
<ol>
<li><strong>Masalah dan bukti.</strong> "U3 bernilai 2,60; 18 dari 40 pengaduan mengenai waktu."</li>
<li><strong>Dugaan penyebab.</strong> Gunakan lima kali "mengapa" sampai menyentuh hal yang dapat Anda ubah.</li>
<li><strong>Perubahan.</strong> Siapa melakukan apa, di mana, mulai kapan.</li>
<li><strong>Ukuran dan sasaran.</strong> "Median waktu tunggu turun dari 26 menit menjadi 15 menit."</li>
<li><strong>Risiko.</strong> "Meja periksa kosong ketika petugas sakit: siapkan pengganti."</li>
<li><strong>Persetujuan atasan</strong> dan pemberitahuan kepada rekan.</li>
</ol>
<h3>Contoh: lima kali mengapa di DPMPTSP</h3>
<p>Mengapa pemohon datang dua kali? Karena denah lokasi tidak sesuai. Mengapa tidak sesuai? Karena ukurannya keliru. Mengapa keliru? Karena pemohon tidak melihat contoh. Mengapa tidak melihat? Karena contoh hanya ada pada lampiran peraturan. Mengapa hanya di sana? Karena lembar informasi dibuat sebelum peraturan berubah. Perbaikannya: satu contoh denah yang benar di papan informasi dan pada tautan pendaftaran.</p>
<h3>Jadwal</h3>
<p><strong>Pekan pertama:</strong> ukur keadaan awal selama lima hari tanpa perubahan. <strong>Pekan kedua:</strong> jalankan uji coba lima hari; catat setiap hari. <strong>Pekan ketiga:</strong> olah data, bicarakan dengan atasan, dan putuskan: lanjutkan, ubah, atau hentikan. Uji coba yang tidak berhasil tetap bernilai apabila penyebabnya dijelaskan dengan jujur.</p>
<h3>Etika</h3>
<p>Jangan memotret wajah warga tanpa izin; foto antrean dari belakang sudah memadai. Samarkan nama dan nomor pada dokumen yang difoto. Jangan menunda pelayanan demi kelengkapan data.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Mengukur waktu layanan sebelum dan sesudah',
    minutes: 40,
    body: `
<h3>Tiga waktu yang berbeda</h3>
<p><strong>Waktu tunggu</strong> dihitung sejak warga mengambil nomor sampai dipanggil. <strong>Waktu layanan</strong> dihitung sejak dipanggil sampai selesai di loket. <strong>Waktu penyelesaian</strong> dihitung sejak berkas lengkap sampai produk diterima. Nyatakan dengan jelas mana yang Anda ukur; mencampurnya membuat perbandingan tidak berarti.</p>
<h3>Log waktu</h3>
<table>
<thead><tr><th>No.</th><th>Jenis layanan</th><th>Ambil nomor</th><th>Dipanggil</th><th>Selesai</th><th>Tunggu (menit)</th><th>Layanan (menit)</th></tr></thead>
<tbody>
<tr><td>1</td><td>Kartu keluarga</td><td>08.05</td><td>08.17</td><td>08.26</td><td>12</td><td>9</td></tr>
<tr><td>2</td><td>Akta kelahiran</td><td>08.09</td><td>08.18</td><td>08.33</td><td>9</td><td>15</td></tr>
<tr><td>3</td><td>Kartu keluarga</td><td>08.15</td><td>08.30</td><td>08.41</td><td>15</td><td>11</td></tr>
</tbody>
</table>
<p>Catat sekurang-kurangnya 25 pemohon sebelum dan 25 pemohon selama uji coba, pada jam dan hari yang setara. Membandingkan Senin pagi dengan Jumat siang tidak adil.</p>
<h3>Median lebih tahan daripada rata-rata</h3>
<p>Misalkan waktu tunggu tujuh pemohon, dalam menit: 12, 9, 15, 11, 38, 10, 13. Jumlahnya 108, sehingga rata-rata 108/7 = 15,4. Setelah diurutkan menjadi 9, 10, 11, <strong>12</strong>, 13, 15, 38, mediannya 12. Satu pemohon yang menunggu 38 menit karena jaringan terputus menaikkan rata-rata, padahal pengalaman kebanyakan orang sekitar 12 menit. Laporkan median, lalu jelaskan kejadian luar biasa secara terpisah.</p>
<p>Tambahkan <strong>persentase tepat janji</strong>. Jika standar menjanjikan waktu tunggu paling lama 15 menit, maka 6 dari 7 pemohon memenuhinya: 6/7 × 100 = 85,7 persen. Warga tidak merasakan rata-rata; ia merasakan apakah janji kepadanya ditepati.</p>
<h3>Menyajikan hasil</h3>
<table>
<thead><tr><th>Ukuran</th><th>Sebelum (n = 30)</th><th>Selama uji coba (n = 32)</th><th>Perubahan</th></tr></thead>
<tbody>
<tr><td>Median waktu tunggu</td><td>26 menit</td><td>14 menit</td><td>−12 menit</td></tr>
<tr><td>Tepat janji (≤ 15 menit)</td><td>9 dari 30 (30,0 %)</td><td>20 dari 32 (62,5 %)</td><td>+32,5 poin</td></tr>
<tr><td>Selesai dalam satu kunjungan</td><td>18 dari 30 (60,0 %)</td><td>28 dari 32 (87,5 %)</td><td>+27,5 poin</td></tr>
</tbody>
</table>
<p>Selisih dua persentase disebut <em>poin persentase</em>. Menulis "naik 32,5 persen" tidaklah tepat.</p>
<h3>Menarik kesimpulan dengan hati-hati</h3>
<ul>
<li>Sebutkan jumlah pemohon yang diukur.</li>
<li>Sebutkan apa lagi yang berubah pada pekan itu: hari libur, tambahan pegawai magang, gangguan jaringan.</li>
<li>Gunakan kata "menunjukkan" atau "mengindikasikan", bukan "membuktikan".</li>
<li>Tunjukkan efek samping: apakah loket lain menjadi lebih lama?</li>
</ul>
<h3>Menutup lingkaran</h3>
<p>Serahkan laporan dua halaman kepada atasan: masalah, perubahan, angka, foto, keputusan. Apabila berhasil, masukkan perubahan itu ke dalam SOP dan sesuaikan Standar Pelayanan; jika tidak, perbaikan akan hilang begitu Anda dimutasi. Atasan mengonfirmasi pelaksanaan praktik lapangan melalui sistem, dan konfirmasi itulah yang menyelesaikan jam praktik lapangan Anda.</p>`,
  },
]
