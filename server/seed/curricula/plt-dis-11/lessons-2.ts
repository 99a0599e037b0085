import type { LessonSeed } from '../../content.ts'

export const audit: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Audit aksesibilitas fisik di tempat layanan',
    minutes: 50,
    body: `
<h3>Ikuti perjalanan warga</h3>
<p>Audit bukan mencari kesalahan bangunan, melainkan menelusuri apakah seorang warga dapat <strong>datang, masuk, menunggu, dilayani, ke toilet, dan pulang dengan selamat</strong>. Satu mata rantai yang putus memutus seluruhnya: loket rendah tidak berguna apabila pintu masuk hanya bertangga.</p>
<p>Lakukan audit bersama sedikitnya satu penyandang disabilitas atau lansia. Meminjam kursi roda selama sepuluh menit tidak menggantikan pengalaman orang yang memakainya setiap hari.</p>
<h3>Alat</h3>
<p>Pita ukur, ponsel dengan aplikasi pengukur kemiringan, lembar periksa, dan kamera. Jangan memotret wajah warga.</p>
<h3>Daftar periksa</h3>
<table>
<thead><tr><th>Titik</th><th>Yang diperiksa</th><th>Patokan latihan</th></tr></thead>
<tbody>
<tr><td>Parkir dan jalur</td><td>Tempat parkir prioritas dekat pintu; jalur rata, tidak terhalang</td><td>Jalur bebas sedikitnya 120 cm</td></tr>
<tr><td>Landaian (ramp)</td><td>Kemiringan, pegangan, permukaan tidak licin, bidang datar di ujung</td><td>Tidak lebih curam dari 1 : 12</td></tr>
<tr><td>Pintu masuk</td><td>Lebar bersih, ambang, tenaga untuk membuka</td><td>Sedikitnya 90 cm</td></tr>
<tr><td>Ruang gerak</td><td>Putaran kursi roda di lobi dan loket</td><td>150 × 150 cm</td></tr>
<tr><td>Loket</td><td>Bagian rendah dengan ruang lutut</td><td>Tinggi 75–80 cm</td></tr>
<tr><td>Informasi</td><td>Huruf, kontras, tinggi papan; panggilan suara <em>dan</em> visual</td><td>Dua indra</td></tr>
<tr><td>Jalur pemandu</td><td>Ubin pemandu dan peringatan sampai ke loket, tidak tertutup pot atau meja</td><td>Tidak terputus</td></tr>
<tr><td>Toilet</td><td>Pegangan, pintu membuka ke luar atau geser, ruang putar, tombol darurat</td><td>Berfungsi, bukan gudang</td></tr>
<tr><td>Keadaan darurat</td><td>Tanda keluar, alarm bunyi dan cahaya, petugas pendamping</td><td>Ada nama penanggung jawab</td></tr>
</tbody>
</table>
<p>Patokan di atas dipilih untuk latihan. Ketentuan teknis yang berlaku terdapat dalam peraturan bangunan gedung, antara lain Peraturan Menteri PUPR Nomor 14/PRT/M/2017 tentang Persyaratan Kemudahan Bangunan Gedung; rujuklah naskahnya sebelum membangun.</p>
<h3>Menghitung kemiringan landaian</h3>
<p>Kemiringan 1 : 12 berarti setiap kenaikan 1 cm memerlukan panjang mendatar 12 cm. Teras kantor setinggi 30 cm memerlukan landaian sepanjang 30 × 12 = <strong>360 cm</strong>. Apabila landaian yang ada hanya 240 cm, kemiringannya 30 : 240 = 1 : 8, terlalu curam untuk dilalui sendiri. Jangan memasang tanda kursi roda pada landaian seperti itu; pasang bel bantuan, dan usulkan perbaikan.</p>
<h3>Memberi nilai dan mengurutkan</h3>
<p>Nilai setiap titik: 0 = tidak dapat dipakai, 1 = dapat dipakai dengan bantuan, 2 = dapat dipakai sendiri dengan bermartabat. Contoh loket kecamatan: jalur 2, landaian 0, pintu 2, ruang gerak 1, loket 1, informasi 1, pemandu 0, toilet 0, darurat 1. Jumlahnya 8 dari 18, atau 44,4 persen. Angka membantu melacak kemajuan, tetapi dahulukan titik bernilai 0 yang memutus perjalanan, yaitu landaian.</p>
<h3>Menulis temuan</h3>
<p>Tulis dengan empat bagian: <strong>lokasi</strong>, <strong>fakta terukur</strong>, <strong>akibat bagi warga</strong>, <strong>usulan</strong>. Contoh: "Landaian pintu utama; tinggi 30 cm, panjang 240 cm (1 : 8); pengguna kursi roda tidak dapat naik sendiri dan berisiko terguling; sementara: bel dan petugas; tetap: perpanjang menjadi 360 cm."</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Audit aksesibilitas laman dan dokumen digital',
    minutes: 50,
    body: `
<h3>Pintu masuk yang lain</h3>
<p>Bagi banyak warga, laman instansi adalah pintu masuk pertama. Warga netra memakai <strong>pembaca layar</strong>; warga dengan tremor memakai <strong>papan ketik</strong>; warga dengan penglihatan rendah <strong>memperbesar</strong> tampilan; warga Tuli membutuhkan <strong>takarir</strong>. Pedoman yang lazim dirujuk ialah WCAG (<em>Web Content Accessibility Guidelines</em>) tingkat AA dengan empat prinsip: dapat dipersepsi, dapat dioperasikan, dapat dipahami, dan tangguh.</p>
<h3>Sepuluh pemeriksaan dalam 30 menit</h3>
<table>
<thead><tr><th>No.</th><th>Pemeriksaan</th><th>Cara</th><th>Lulus apabila</th></tr></thead>
<tbody>
<tr><td>1</td><td>Papan ketik</td><td>Lepas tetikus; tekan Tab dari atas</td><td>Semua tautan dan tombol terjangkau, urut, tanpa jebakan</td></tr>
<tr><td>2</td><td>Fokus terlihat</td><td>Perhatikan saat menekan Tab</td><td>Selalu tampak letaknya</td></tr>
<tr><td>3</td><td>Kontras teks</td><td>Alat pemeriksa kontras</td><td>Sedikitnya 4,5 : 1; teks besar 3 : 1</td></tr>
<tr><td>4</td><td>Teks alternatif</td><td>Arahkan pembaca layar pada gambar</td><td>Gambar bermakna dijelaskan; hiasan diabaikan</td></tr>
<tr><td>5</td><td>Judul dan struktur</td><td>Daftar judul pada pembaca layar</td><td>Judul berjenjang dan bermakna</td></tr>
<tr><td>6</td><td>Label isian</td><td>Klik label; dengarkan pembaca layar</td><td>Setiap isian bernama</td></tr>
<tr><td>7</td><td>Pesan kesalahan</td><td>Kirim formulir kosong</td><td>Menyebut isian dan cara memperbaikinya, bukan hanya warna merah</td></tr>
<tr><td>8</td><td>Perbesaran 200 %</td><td>Ctrl dan tanda tambah</td><td>Tidak ada isi yang hilang</td></tr>
<tr><td>9</td><td>Takarir video</td><td>Putar tanpa suara</td><td>Isi tetap dipahami</td></tr>
<tr><td>10</td><td>Teks tautan</td><td>Baca tautan saja</td><td>Bermakna; bukan "klik di sini"</td></tr>
</tbody>
</table>
<h3>Memahami angka kontras</h3>
<p>Rasio kontras dihitung dari luminans relatif dua warna: (L<em>terang</em> + 0,05) / (L<em>gelap</em> + 0,05). Nilainya dari 1 : 1 (sama) sampai 21 : 1 (hitam di atas putih). Contoh: teks berluminans 0,16 di atas latar putih (1,00) menghasilkan 1,05 / 0,21 = <strong>5,0 : 1</strong>, lulus. Teks abu-abu berluminans 0,30 menghasilkan 1,05 / 0,35 = <strong>3,0 : 1</strong>; tidak lulus untuk teks biasa, tetapi tepat di batas untuk teks besar, yaitu sedikitnya 24 piksel, atau kira-kira 18,7 piksel tebal.</p>
<h3>Teks alternatif yang baik</h3>
<ul>
<li><em>Buruk:</em> "IMG_2034.jpg", "gambar", atau kosong pada diagram penting.</li>
<li><em>Baik, foto:</em> "Petugas loket duduk sejajar dengan pengguna kursi roda di loket rendah".</li>
<li><em>Baik, grafik:</em> "Grafik batang IKM naik dari 73,61 menjadi 82,78; rinciannya pada tabel di bawah".</li>
<li><em>Hiasan:</em> teks alternatif dikosongkan agar dilewati pembaca layar.</li>
</ul>
<h3>Dokumen PDF</h3>
<p>Hasil pindai adalah gambar; pembaca layar tidak menemukan satu kata pun. Buatlah PDF dari pengolah kata dengan gaya judul, bahasa dokumen "Indonesia", tabel dengan baris kepala, dan judul dokumen. Untuk pengumuman, sajikan juga sebagai teks biasa di laman.</p>
<h3>Contoh temuan</h3>
<p>Pada laman contoh sebuah kecamatan: pemilih tanggal hanya dapat diklik dengan tetikus (nomor 1); galat ditandai merah tanpa teks (nomor 7); jadwal layanan berupa gambar tanpa teks alternatif (nomor 4); tujuh pemeriksaan lain lulus. Skor 7 dari 10. Prioritas: nomor 1, karena tanpa itu warga sama sekali tidak dapat mendaftar.</p>
<p>Alat otomatis hanya menemukan sebagian masalah. Uji terbaik tetap bersama warga yang memakai pembaca layar setiap hari.</p>`,
  },
]

export const perbaikan: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Memilih dan menjalankan perbaikan cepat',
    minutes: 40,
    body: `
<h3>Tidak menunggu gedung baru</h3>
<p>Banyak hambatan dapat dihilangkan dalam hitungan hari tanpa anggaran modal. Perbaikan cepat adalah perubahan yang <strong>kecil, aman, dapat dibatalkan, dan langsung dirasakan</strong> warga. Perbaikan besar, seperti lift atau toilet baru, tetap diusulkan melalui perencanaan; keduanya berjalan bersama.</p>
<h3>Matriks pilihan</h3>
<table>
<thead><tr><th></th><th>Mudah dilakukan</th><th>Sulit dilakukan</th></tr></thead>
<tbody>
<tr><td><strong>Dampak besar</strong></td><td>Kerjakan pekan ini: bel bantuan, memindahkan penghalang jalur pemandu, meja rendah sementara, lembar huruf besar</td><td>Usulkan ke perencanaan: landaian permanen, toilet aksesibel</td></tr>
<tr><td><strong>Dampak kecil</strong></td><td>Kerjakan bila ada waktu: merapikan brosur</td><td>Tunda</td></tr>
</tbody>
</table>
<h3>Dua belas gagasan yang murah</h3>
<ol>
<li>Meja tamu setinggi 75 cm dijadikan loket rendah sementara.</li>
<li>Bel nirkabel di kaki tangga, dengan nama petugas yang menjawab.</li>
<li>Lembar persyaratan berhuruf 16 poin.</li>
<li>Kaca pembesar dan kacamata baca di loket.</li>
<li>Bingkai tanda tangan dari karton tebal untuk warga netra.</li>
<li>Papan komunikasi bergambar untuk sepuluh keperluan tersering.</li>
<li>Layar nomor antrean dari monitor lama.</li>
<li>Empat kursi bersandaran tangan di dekat loket.</li>
<li>Pita kontras pada tepi anak tangga dan pintu kaca.</li>
<li>Toilet aksesibel dikosongkan dari barang simpanan.</li>
<li>Satu jam tenang setiap hari bagi warga yang peka terhadap kebisingan.</li>
<li>Nomor pesan tertulis untuk membuat janji bagi warga Tuli.</li>
</ol>
<h3>Rencana satu halaman</h3>
<p>Tuliskan: temuan audit dan akibatnya; perubahan; siapa yang dilibatkan; tanggal; ukuran; risiko keselamatan; persetujuan atasan. <strong>Jangan membuat landaian darurat dari papan</strong> tanpa perhitungan; benda itu dapat mencelakakan. Bel dan pendampingan lebih aman sambil menunggu konstruksi.</p>
<h3>Contoh kerja (rekaan) di Kecamatan Medan Belawan</h3>
<p>Audit menemukan ubin pemandu berakhir di balik rak brosur, dan panggilan antrean hanya berupa suara. Tim memilih dua perbaikan: memindahkan rak sejauh 150 cm, serta memasang monitor bekas sebagai layar nomor.</p>
<ul>
<li><em>Senin:</em> uji jalan bersama seorang warga netra; ia berhenti di rak, seperti temuan audit.</li>
<li><em>Selasa:</em> rak dipindah, ubin dibersihkan, monitor dipasang.</li>
<li><em>Rabu:</em> uji ulang; warga yang sama mencapai loket tanpa bantuan. Ia menyarankan agar suara panggilan tetap dipertahankan.</li>
<li><em>Kamis:</em> petugas dilatih sepuluh menit agar rak tidak kembali ke tempat semula; gambar posisi ditempel di balik rak.</li>
<li><em>Jumat:</em> foto, catatan, dan konfirmasi atasan.</li>
</ul>
<h3>Melibatkan, bukan mewakili</h3>
<p>"Tidak ada tentang kami tanpa kami." Hubungi organisasi penyandang disabilitas setempat, tanyakan prioritasnya, dan hargai waktunya dengan penggantian transportasi sesuai dengan ketentuan. Perbaikan yang dirancang tanpa pemakainya sering berakhir sebagai pajangan: landaian yang terhalang pot bunga, atau huruf braille yang terpasang terbalik.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Mengukur, melaporkan, dan menjaga keberlanjutan',
    minutes: 40,
    body: `
<h3>Apa yang menandakan berhasil</h3>
<p>Ukuran terbaik adalah <strong>apakah warga dapat menyelesaikan urusannya sendiri, dengan selamat dan bermartabat</strong>. Jumlah alat yang dibeli bukan ukuran. Gunakan tiga jenis ukuran berikut.</p>
<table>
<thead><tr><th>Jenis</th><th>Contoh</th><th>Cara memperoleh</th></tr></thead>
<tbody>
<tr><td>Keberhasilan tugas</td><td>4 dari 5 warga uji mencapai loket tanpa bantuan (80 %)</td><td>Uji jalan bersama warga</td></tr>
<tr><td>Waktu</td><td>Median waktu dari pintu ke loket</td><td>Pengamatan sebelum dan sesudah</td></tr>
<tr><td>Pengalaman</td><td>Nilai U7 dan U9 dari responden yang memerlukan akomodasi</td><td>SKM, disajikan bila responden sedikitnya lima orang</td></tr>
</tbody>
</table>
<h3>Contoh pengukuran</h3>
<p>Sebelum perbaikan, lima lansia dan penyandang disabilitas menjalani tugas "ambil nomor, tunggu dipanggil, serahkan berkas". Dua orang berhasil tanpa bantuan: 2/5 = 40 persen. Setelah layar nomor dan bel dipasang, empat orang berhasil: 4/5 = 80 persen, naik 40 poin persentase. Lima orang terlalu sedikit untuk mewakili kota, tetapi memadai untuk menemukan hambatan besar. Tuliskan jumlah peserta di setiap laporan.</p>
<p>Perhatikan pula orang yang <em>tidak</em> berhasil. Satu peserta tetap memerlukan bantuan karena tombol mesin antrean terletak setinggi 140 cm. Temuan itu menjadi perbaikan berikutnya, bukan catatan kaki.</p>
<h3>Laporan dua halaman</h3>
<ol>
<li><strong>Hambatan</strong>: hasil audit, foto tanpa wajah, dan suara warga.</li>
<li><strong>Perubahan</strong>: apa, siapa, kapan, biaya sebenarnya.</li>
<li><strong>Hasil</strong>: ukuran sebelum dan sesudah, beserta jumlah peserta.</li>
<li><strong>Yang belum selesai</strong>: usulan ke perencanaan, lengkap dengan ukuran teknis.</li>
<li><strong>Keputusan</strong>: tanda persetujuan atasan dan tanggal tinjauan ulang.</li>
</ol>
<h3>Empat penjaga keberlanjutan</h3>
<ul>
<li><strong>Pemilik:</strong> sebutkan jabatan, bukan nama orang yang dapat mutasi.</li>
<li><strong>Prosedur:</strong> masukkan ke SOP pembukaan layanan, misalnya "pukul 07.45 periksa bel, jalur pemandu, toilet aksesibel".</li>
<li><strong>Anggaran:</strong> usulkan barang habis pakai dan pemeliharaan.</li>
<li><strong>Suara warga:</strong> undang kembali warga yang menguji, enam bulan kemudian.</li>
</ul>
<h3>Daftar periksa pagi (lima menit)</h3>
<table>
<thead><tr><th>Butir</th><th>Ya/Tidak</th></tr></thead>
<tbody>
<tr><td>Jalur pemandu dan landaian bebas dari barang</td><td></td></tr>
<tr><td>Bel bantuan berbunyi dan petugas penjawab hadir</td><td></td></tr>
<tr><td>Layar nomor dan pengeras suara berfungsi</td><td></td></tr>
<tr><td>Loket rendah kosong dan siap dipakai</td><td></td></tr>
<tr><td>Toilet aksesibel bersih, tidak terkunci, bukan gudang</td><td></td></tr>
<tr><td>Lembar huruf besar dan papan bergambar tersedia</td><td></td></tr>
</tbody>
</table>
<h3>Menyampaikan kepada pimpinan</h3>
<p>Pimpinan memutuskan berdasarkan manfaat, biaya, dan kewajiban. Susun permintaan dalam tiga kalimat: kewajibannya ("Pasal 19 UU 8/2016"), masalahnya ("pengguna kursi roda tidak dapat memasuki gedung"), dan pilihannya ("bel pekan ini; landaian 360 cm pada tahun anggaran berikutnya"). Ajak pimpinan berjalan menempuh jalur itu bersama seorang pengguna kursi roda; sepuluh menit perjalanan sering lebih meyakinkan daripada sepuluh halaman laporan.</p>
<p>Terakhir, rayakan perbaikan bersama rekan dan bagikan caranya kepada unit lain. Perubahan yang dapat ditiru lebih berharga daripada perubahan yang dipamerkan.</p>`,
  },
]
