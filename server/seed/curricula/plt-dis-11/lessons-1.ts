import type { LessonSeed } from '../../content.ts'

export const dasar: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Ragam disabilitas dan hak menurut UU 8/2016',
    minutes: 60,
    body: `
<h3>Dari belas kasihan ke hak</h3>
<p>Undang-Undang Nomor 8 Tahun 2016 mengartikan penyandang disabilitas sebagai setiap orang yang mengalami keterbatasan fisik, intelektual, mental, dan/atau sensorik dalam jangka waktu lama yang <strong>dalam berinteraksi dengan lingkungan</strong> dapat mengalami hambatan dan kesulitan untuk berpartisipasi secara penuh dan efektif dengan warga negara lainnya berdasarkan kesamaan hak. Perhatikan kata "lingkungan": hambatan tidak hanya berada pada tubuh seseorang, tetapi juga pada tangga tanpa landaian, formulir bertulisan kecil, dan sikap petugas. Lingkungan dapat kita ubah.</p>
<p>Indonesia mengesahkan Konvensi mengenai Hak-Hak Penyandang Disabilitas melalui Undang-Undang Nomor 19 Tahun 2011. Sejak itu, layanan yang dapat diakses bukanlah kebaikan hati, melainkan kewajiban negara.</p>
<h3>Empat ragam (Pasal 4)</h3>
<table>
<thead><tr><th>Ragam</th><th>Contoh</th><th>Hambatan yang lazim di kantor layanan</th></tr></thead>
<tbody>
<tr><td>Fisik</td><td>Pengguna kursi roda, amputasi, cerebral palsy, orang kerdil</td><td>Tangga, loket tinggi, pintu berat</td></tr>
<tr><td>Intelektual</td><td>Lambat belajar, Down syndrome</td><td>Penjelasan panjang, formulir rumit</td></tr>
<tr><td>Mental</td><td>Psikososial seperti skizofrenia, bipolar, depresi; disabilitas perkembangan seperti autisme</td><td>Ruang bising, antrean lama, prasangka</td></tr>
<tr><td>Sensorik</td><td>Netra, rungu, wicara</td><td>Panggilan hanya suara, petunjuk hanya tulisan, laman tidak terbaca pembaca layar</td></tr>
</tbody>
</table>
<p>Seseorang dapat mengalami satu ragam (tunggal) atau lebih (ganda atau multi). "Jangka waktu lama" menurut penjelasan undang-undang ialah paling singkat enam bulan dan/atau bersifat permanen. Banyak disabilitas <strong>tidak terlihat</strong>; jangan menuntut warga membuktikan diri di depan antrean.</p>
<h3>Hak yang paling terkait dengan loket</h3>
<ul>
<li><strong>Aksesibilitas</strong> (Pasal 18): memanfaatkan fasilitas publik dan memperoleh akomodasi yang layak sebagai bentuk aksesibilitas bagi individu.</li>
<li><strong>Pelayanan publik</strong> (Pasal 19): akomodasi yang layak secara optimal, wajar, dan bermartabat tanpa diskriminasi; serta pendampingan, penerjemahan, dan fasilitas yang mudah diakses <em>tanpa tambahan biaya</em>.</li>
<li><strong>Berekspresi, berkomunikasi, dan memperoleh informasi</strong> (Pasal 24): termasuk melalui media yang mudah diakses, bahasa isyarat, braille, dan komunikasi augmentatif.</li>
</ul>
<h3>Contoh penerapan</h3>
<p>Seorang warga netra datang ke loket DPMPTSP untuk mengurus izin usaha pijat. Petugas berkata kepada pengantarnya, "Tolong Bapak ini disuruh tanda tangan di sini." Ada tiga kekeliruan: petugas berbicara kepada pengantar, bukan kepada pemohon; isi dokumen tidak dibacakan; dan kata "disuruh" meniadakan martabat pemohon.</p>
<p>Perbaikannya: sapa pemohon dengan namanya; tawarkan pembacaan isi di tempat yang tidak terdengar orang lain; sebutkan letak tanda tangan dengan bantuan bingkai; tawarkan salinan digital yang dapat dibaca pembaca layar. Tidak diperlukan anggaran baru.</p>
<h3>Bahasa yang menghormati</h3>
<p>Gunakan "penyandang disabilitas", "warga netra", "Tuli", "pengguna kursi roda". Hindari "cacat", "penderita", "tidak normal", atau "orang normal" sebagai lawannya. Jika ragu, tanyakan, "Bapak/Ibu lebih nyaman disapa bagaimana?"</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Akomodasi yang layak dan kebutuhan warga lanjut usia',
    minutes: 50,
    body: `
<h3>Aksesibilitas dan akomodasi: dua hal berbeda</h3>
<p><strong>Aksesibilitas</strong> adalah kemudahan yang disediakan bagi semua, sejak awal, tanpa diminta: landaian, huruf besar, laman yang dapat dipakai dengan papan ketik. <strong>Akomodasi yang layak</strong> adalah modifikasi dan penyesuaian yang tepat dan diperlukan untuk menjamin kesamaan hak bagi <em>seseorang</em> dalam keadaan tertentu: juru bahasa isyarat untuk janji temu besok, layanan di dalam mobil bagi warga yang tidak dapat turun, waktu tambahan untuk mengisi formulir.</p>
<table>
<thead><tr><th>Pertanyaan</th><th>Aksesibilitas</th><th>Akomodasi yang layak</th></tr></thead>
<tbody>
<tr><td>Untuk siapa?</td><td>Semua orang</td><td>Orang tertentu</td></tr>
<tr><td>Kapan?</td><td>Sebelum ada permintaan</td><td>Saat dibutuhkan</td></tr>
<tr><td>Contoh</td><td>Loket rendah permanen</td><td>Berkas dilayani di meja tamu karena loket rendah sedang diperbaiki</td></tr>
<tr><td>Biaya bagi warga</td><td>Tidak ada</td><td>Tidak ada</td></tr>
</tbody>
</table>
<h3>Percakapan akomodasi</h3>
<ol>
<li><strong>Tawarkan, jangan menduga.</strong> "Adakah yang dapat kami sesuaikan agar Ibu nyaman?"</li>
<li><strong>Dengarkan orangnya.</strong> Ia paling mengetahui kebutuhannya.</li>
<li><strong>Sepakati yang dapat dilakukan sekarang</strong> dan yang memerlukan waktu.</li>
<li><strong>Catat seperlunya.</strong> Tulis kebutuhan ("perlu huruf besar"), bukan diagnosis. Data kesehatan adalah data pribadi spesifik menurut UU 27/2022.</li>
<li><strong>Teruskan</strong> kepada loket berikutnya agar warga tidak mengulang cerita.</li>
</ol>
<h3>Warga lanjut usia</h3>
<p>Undang-Undang Nomor 13 Tahun 1998 tentang Kesejahteraan Lanjut Usia mengartikan lanjut usia sebagai seseorang yang telah mencapai usia <strong>60 tahun ke atas</strong>, dan menyebut kemudahan dalam penggunaan fasilitas umum sebagai bagian dari peningkatan kesejahteraannya. Tidak semua lansia penyandang disabilitas, tetapi perubahan pendengaran, penglihatan, keseimbangan, dan daya ingat jangka pendek lazim terjadi.</p>
<ul>
<li><strong>Penglihatan:</strong> huruf sedikitnya 14 poin, kontras kuat, pencahayaan merata, kaca pembesar di loket.</li>
<li><strong>Pendengaran:</strong> hadapkan wajah, rendahkan nada, jangan berteriak; sediakan layar nomor.</li>
<li><strong>Keseimbangan:</strong> kursi bersandaran tangan dekat loket, lantai tidak licin.</li>
<li><strong>Ingatan:</strong> satu petunjuk pada satu waktu; lembar catatan langkah berikutnya.</li>
<li><strong>Teknologi:</strong> sediakan jalur nondaring. Kode QR tidak boleh menjadi satu-satunya pintu.</li>
</ul>
<h3>Contoh kerja (rekaan) di puskesmas</h3>
<p>Sebuah puskesmas di Medan Tuntungan menerima 60 kunjungan lansia sehari. Pendaftaran daring diwajibkan; akibatnya 24 lansia, yaitu 24/60 = 40 persen, datang tanpa nomor dan menunggu paling lama. Setelah dibahas bersama kader posyandu, puskesmas membuka satu meja bantuan pendaftaran pukul 07.30–10.00 WIB dan memberi kuota harian bagi yang datang langsung. Dua pekan kemudian, 6 dari 60 lansia, yaitu 10 persen, menunggu lebih dari 30 menit; sebelumnya 27 orang, yaitu 45 persen.</p>
<h3>Didahulukan tanpa dipisahkan</h3>
<p>Prioritas bukan berarti memindahkan orang ke sudut. Ruang tunggu prioritas berada di ruang yang sama, dekat dengan loket, dan dapat dipakai bersama pendamping. Jelaskan aturan prioritas pada papan agar antrean lain memahaminya; petugas tidak perlu berdebat setiap kali.</p>
<p><strong>Renungkan:</strong> akomodasi apa yang pernah Anda berikan secara spontan? Dapatkah dijadikan aksesibilitas tetap?</p>`,
  },
  {
    kind: 'LINK',
    title: 'Naskah UU 8/2016 pada laman peraturan resmi',
    minutes: 30,
    url: 'https://peraturan.go.id',
    body: `
<p>Cari <strong>Undang-Undang Nomor 8 Tahun 2016 tentang Penyandang Disabilitas</strong>. Bacalah Pasal 1, Pasal 4, Pasal 18, Pasal 19, dan Pasal 24.</p>
<p>Tuliskan satu hak yang sudah terpenuhi dan satu hak yang belum terpenuhi di unit Anda, beserta buktinya.</p>`,
  },
]

export const komunikasi: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Berkomunikasi menurut kebutuhan warga',
    minutes: 45,
    body: `
<h3>Empat aturan yang selalu berlaku</h3>
<ol>
<li>Bicaralah <strong>langsung kepada warganya</strong>, bukan kepada pendamping atau juru bahasa isyarat.</li>
<li><strong>Tawarkan bantuan, tunggu jawaban</strong>, lalu ikuti caranya.</li>
<li>Jangan menyentuh orang, kursi roda, tongkat, atau alat bantu tanpa izin; semuanya bagian dari ruang pribadi.</li>
<li>Beri <strong>waktu</strong>. Diam beberapa detik bukan tanda tidak mengerti.</li>
</ol>
<h3>Panduan menurut keadaan</h3>
<table>
<thead><tr><th>Warga</th><th>Lakukan</th><th>Hindari</th></tr></thead>
<tbody>
<tr><td>Netra</td><td>Sebutkan nama dan peran Anda; jelaskan arah dengan kata ("loket dua meter di kanan Anda"); tawarkan siku untuk dipegang; pamit sebelum pergi</td><td>"Di sana"; menarik tangan; meninggalkan tanpa memberi tahu</td></tr>
<tr><td>Tuli atau rungu</td><td>Dapatkan perhatian dengan lambaian; hadapkan wajah ke cahaya; kalimat pendek; tulis angka dan tanggal; tanyakan cara komunikasi yang disukai</td><td>Berteriak; berbicara sambil menunduk; menganggap semua dapat membaca gerak bibir</td></tr>
<tr><td>Wicara</td><td>Dengarkan sampai selesai; minta mengulang dengan jujur; pakai pertanyaan ya/tidak atau papan gambar</td><td>Menyelesaikan kalimatnya; pura-pura paham</td></tr>
<tr><td>Pengguna kursi roda</td><td>Duduk agar sejajar; singkirkan kursi penghalang; tanyakan sebelum mendorong</td><td>Bersandar pada kursi roda; berbicara di atas kepalanya</td></tr>
<tr><td>Intelektual</td><td>Bahasa sederhana; satu pesan satu kalimat; gambar; minta menjelaskan kembali dengan kata sendiri</td><td>Memperlakukan orang dewasa seperti anak-anak</td></tr>
<tr><td>Psikososial atau autisme</td><td>Tempat tenang; jelaskan urutan dan perkiraan waktu; tetap tenang</td><td>Menuntut kontak mata; mengubah rencana tanpa penjelasan</td></tr>
</tbody>
</table>
<h3>Bahasa sederhana</h3>
<p>Ubah kalimat birokrasi menjadi kalimat yang dapat dilaksanakan.</p>
<ul>
<li><em>Semula:</em> "Permohonan dimaksud akan diproses lebih lanjut setelah dilakukan verifikasi terhadap kelengkapan dokumen persyaratan."</li>
<li><em>Sederhana:</em> "Kami memeriksa berkas Ibu hari ini. Besok pukul 10 Ibu dapat mengambil suratnya di loket 2."</li>
</ul>
<h3>Bekerja dengan juru bahasa isyarat</h3>
<p>Juru bahasa isyarat (JBI) menerjemahkan; ia bukan pengambil keputusan. Tempatkan JBI di dekat Anda agar warga Tuli dapat melihat keduanya. Tataplah warga, bukan JBI. Berbicaralah wajar dan berhenti setiap dua atau tiga kalimat. JBI menjaga kerahasiaan. Jangan memakai anak sebagai juru bahasa untuk urusan kesehatan, hukum, atau perceraian orang tuanya.</p>
<h3>Contoh percakapan tertulis</h3>
<blockquote><p><strong>Petugas</strong> (menulis): "Selamat pagi. Nama saya Yusuf. Lebih nyaman menulis, isyarat, atau membaca bibir?"</p><p><strong>Warga</strong> (menulis): "Tulis. Mau ganti alamat KTP."</p><p><strong>Petugas</strong> (menulis): "Baik. Ada 2 langkah. 1) Isi formulir ini. 2) Serahkan ke saya. KTP selesai 2 hari kerja. Gratis. Kami beri kabar lewat SMS. Setuju?"</p></blockquote>
<p>Perhatikan bahwa bahasa Indonesia tulis dapat merupakan bahasa kedua bagi sebagian warga Tuli. Karena itu, kalimat pendek dengan urutan langkah lebih menolong daripada kalimat panjang yang sopan. Simpan kertas percakapan? Tidak: serahkan kepada warga atau hancurkan, sebab kertas itu memuat data pribadi.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Dua puluh kosakata isyarat untuk layanan',
    minutes: 45,
    body: `
<h3>Bahasa, bukan tebak gerak</h3>
<p>Bahasa isyarat memiliki tata bahasa sendiri. Di Indonesia dikenal <strong>Bahasa Isyarat Indonesia (BISINDO)</strong> yang tumbuh dalam komunitas Tuli dan memiliki ragam daerah, serta <strong>Sistem Isyarat Bahasa Indonesia (SIBI)</strong> yang mengikuti tata bahasa Indonesia dan dikembangkan terutama untuk pendidikan. Dalam percakapan sehari-hari, banyak warga Tuli memakai BISINDO. Isyarat untuk satu kata dapat berbeda antara Medan, Jakarta, dan Makassar. Karena itu, pelajaran ini <strong>diajarkan langsung oleh pengajar Tuli</strong>; teks ini hanya menolong Anda mengingat dan berlatih.</p>
<h3>Lima unsur isyarat</h3>
<ul>
<li><strong>Bentuk tangan:</strong> kepal, telapak terbuka, telunjuk, dan sebagainya.</li>
<li><strong>Tempat:</strong> di dahi, dagu, dada, atau ruang di depan tubuh.</li>
<li><strong>Gerak:</strong> lurus, melingkar, berulang.</li>
<li><strong>Arah telapak.</strong></li>
<li><strong>Ekspresi wajah:</strong> alis terangkat menandai pertanyaan ya/tidak; ekspresi adalah tata bahasa, bukan hiasan.</li>
</ul>
<h3>Daftar dua puluh kosakata</h3>
<table>
<thead><tr><th>Sapaan</th><th>Layanan</th><th>Waktu dan biaya</th><th>Pertolongan</th></tr></thead>
<tbody>
<tr><td>1. Selamat pagi</td><td>6. KTP</td><td>11. Hari ini</td><td>16. Bantu</td></tr>
<tr><td>2. Nama saya</td><td>7. Formulir/tulis</td><td>12. Besok</td><td>17. Tunggu</td></tr>
<tr><td>3. Terima kasih</td><td>8. Tanda tangan</td><td>13. Selesai</td><td>18. Paham/tidak paham</td></tr>
<tr><td>4. Maaf</td><td>9. Antre/nomor</td><td>14. Gratis</td><td>19. Sakit</td></tr>
<tr><td>5. Ya/tidak</td><td>10. Loket/tempat</td><td>15. Berapa</td><td>20. Ulangi</td></tr>
</tbody>
</table>
<h3>Cara berlatih</h3>
<ol>
<li><strong>Lihat–tiru–pakai.</strong> Amati pengajar tiga kali, tirukan di depan cermin, lalu pakai dalam kalimat.</li>
<li><strong>Lima kata sehari.</strong> Dengan 20 kosakata, empat hari sudah cukup untuk putaran pertama; ulangi pada hari kelima.</li>
<li><strong>Berpasangan tanpa suara</strong> selama lima menit: satu menjadi petugas, satu menjadi warga.</li>
<li><strong>Rekam diri</strong> dan bandingkan dengan rekaman pengajar; periksa kelima unsur.</li>
<li><strong>Minta koreksi</strong> dari warga Tuli; terimalah dengan senang hati.</li>
</ol>
<h3>Abjad jari</h3>
<p>Abjad jari dipakai untuk mengeja nama orang, nama jalan, dan istilah yang belum memiliki isyarat. Ejalah dengan tenang, tangan setinggi bahu, dan berhenti sejenak di antara kata. Abjad jari BISINDO umumnya memakai dua tangan, sedangkan SIBI memakai satu tangan; ikutilah yang dipakai warga.</p>
<h3>Contoh dialog latihan</h3>
<table>
<thead><tr><th>Petugas</th><th>Warga</th></tr></thead>
<tbody>
<tr><td>SELAMAT PAGI. NAMA SAYA R-I-N-A. BANTU APA?</td><td>KTP RUSAK. BARU, BERAPA HARI?</td></tr>
<tr><td>TULIS FORMULIR. BESOK SELESAI. GRATIS.</td><td>TERIMA KASIH. AMBIL LOKET BERAPA?</td></tr>
<tr><td>LOKET 2. PAHAM?</td><td>PAHAM.</td></tr>
</tbody>
</table>
<p>Huruf kapital menandai glosa, yaitu nama isyarat yang ditulis dengan kata Indonesia. Perhatikan urutannya berbeda dari kalimat lisan.</p>
<h3>Batas kemampuan dasar</h3>
<p>Dua puluh kosakata cukup untuk menyambut dan mengarahkan, tetapi <strong>tidak cukup</strong> untuk menjelaskan diagnosis, hak hukum, atau isi perjanjian. Untuk hal itu sediakan JBI, secara langsung atau lewat panggilan video, tanpa biaya bagi warga.</p>`,
  },
]
