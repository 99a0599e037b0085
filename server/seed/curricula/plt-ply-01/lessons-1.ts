import type { LessonSeed } from '../../content.ts'

export const kebijakan: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Landasan hukum dan asas pelayanan publik',
    minutes: 60,
    body: `
<h3>Mengapa pelayanan diatur dengan undang-undang</h3>
<p>Seorang warga yang mengurus akta kelahiran anaknya tidak dapat memilih kantor lain apabila pelayanan di Disdukcapil mengecewakan. Pemerintah adalah satu-satunya penyedia. Karena warga tidak memiliki pilihan, negara memberinya <strong>hak</strong>, dan membebankan <strong>kewajiban</strong> kepada penyelenggara. Itulah gagasan pokok Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.</p>
<p>Undang-undang tersebut mengartikan pelayanan publik sebagai kegiatan atau rangkaian kegiatan dalam rangka pemenuhan kebutuhan pelayanan sesuai dengan peraturan perundang-undangan bagi setiap warga negara dan penduduk atas <em>barang</em>, <em>jasa</em>, dan/atau <em>pelayanan administratif</em> yang disediakan oleh penyelenggara pelayanan publik. Jalan yang diperbaiki Dinas SDABMBK, pengobatan di puskesmas, dan kartu keluarga yang diterbitkan Disdukcapil sama-sama termasuk di dalamnya.</p>
<h3>Dua belas asas (Pasal 4)</h3>
<p>Asas bukan hiasan. Setiap asas dapat diterjemahkan menjadi pertanyaan yang dapat Anda ajukan kepada loket Anda sendiri.</p>
<table>
<thead><tr><th>Asas</th><th>Pertanyaan pemeriksa di loket</th></tr></thead>
<tbody>
<tr><td>Kepentingan umum</td><td>Apakah ada petugas yang mendahulukan urusan pribadi atau kelompok?</td></tr>
<tr><td>Kepastian hukum</td><td>Apakah syarat yang diminta memiliki dasar hukum yang dapat ditunjukkan?</td></tr>
<tr><td>Kesamaan hak</td><td>Apakah kenalan petugas dilayani lebih dahulu?</td></tr>
<tr><td>Keseimbangan hak dan kewajiban</td><td>Apakah warga diberi tahu apa yang harus dipenuhinya dan apa yang diperolehnya?</td></tr>
<tr><td>Keprofesionalan</td><td>Apakah petugas memiliki kompetensi untuk tugasnya?</td></tr>
<tr><td>Partisipatif</td><td>Apakah warga ikut menyusun Standar Pelayanan?</td></tr>
<tr><td>Persamaan perlakuan</td><td>Apakah suku, agama, atau penampilan memengaruhi sikap petugas?</td></tr>
<tr><td>Keterbukaan</td><td>Apakah persyaratan, waktu, dan biaya terpampang dan mudah dibaca?</td></tr>
<tr><td>Akuntabilitas</td><td>Apakah setiap berkas dapat dilacak kepada penanggung jawabnya?</td></tr>
<tr><td>Fasilitas dan perlakuan khusus bagi kelompok rentan</td><td>Apakah lansia, ibu hamil, dan penyandang disabilitas didahulukan?</td></tr>
<tr><td>Ketepatan waktu</td><td>Apakah janji waktu ditepati?</td></tr>
<tr><td>Kecepatan, kemudahan, dan keterjangkauan</td><td>Adakah langkah atau fotokopi yang dapat dihilangkan?</td></tr>
</tbody>
</table>
<h3>Kewajiban pokok penyelenggara</h3>
<ul>
<li>menyusun dan menetapkan <strong>Standar Pelayanan</strong> dengan mengikutsertakan masyarakat;</li>
<li>menyusun, menetapkan, dan memublikasikan <strong>Maklumat Pelayanan</strong>;</li>
<li>menempatkan pelaksana yang kompeten serta menyediakan sarana yang memadai;</li>
<li>menyediakan sarana <strong>pengaduan</strong> dan menindaklanjutinya;</li>
<li>mengukur kinerja secara berkala, antara lain melalui <strong>Survei Kepuasan Masyarakat</strong>.</li>
</ul>
<h3>Contoh penerapan</h3>
<p>Di sebuah kelurahan di Kecamatan Medan Kota, petugas meminta warga membawa fotokopi bukti lunas PBB sebagai syarat surat keterangan domisili. Ketika ditanya dasarnya, petugas menjawab, "Dari dahulu memang begitu." Syarat itu melanggar asas kepastian hukum apabila tidak tercantum dalam peraturan maupun Standar Pelayanan yang berlaku, sekaligus mengurangi kemudahan. Langkah yang benar: cari dasar hukumnya; apabila tidak ada, usulkan penghapusan syarat itu kepada lurah, umumkan perubahannya, dan layani warga tanpa syarat tambahan tersebut.</p>
<blockquote><p>Pegangan praktis: setiap kali Anda meminta sesuatu kepada warga, Anda harus mampu menunjukkan pasal atau dokumen yang menjadi dasarnya.</p></blockquote>
<p><strong>Renungkan:</strong> pilih satu layanan yang Anda tangani. Asas mana yang paling lemah, dan bukti apa yang Anda miliki?</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Maladministrasi: mengenali, mencegah, dan memperbaiki',
    minutes: 60,
    body: `
<h3>Pengertian</h3>
<p>Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia mengartikan maladministrasi sebagai perilaku atau perbuatan melawan hukum, melampaui wewenang, menggunakan wewenang untuk tujuan lain dari yang menjadi tujuan wewenang tersebut, termasuk <strong>kelalaian</strong> atau <strong>pengabaian kewajiban hukum</strong> dalam penyelenggaraan pelayanan publik, yang menimbulkan kerugian materiel dan/atau imateriel bagi masyarakat dan orang perseorangan. Perhatikan bahwa <em>tidak berbuat</em> pun dapat menjadi maladministrasi, dan kerugian tidak harus berupa uang.</p>
<h3>Bentuk yang lazim dan contohnya</h3>
<table>
<thead><tr><th>Bentuk</th><th>Contoh di perangkat daerah</th></tr></thead>
<tbody>
<tr><td>Penundaan berlarut</td><td>Permohonan izin lengkap, tetapi dibiarkan tiga minggu padahal janji layanannya lima hari kerja.</td></tr>
<tr><td>Tidak memberikan pelayanan</td><td>Loket tutup pukul 11.00 WIB tanpa pengumuman dan pengganti.</td></tr>
<tr><td>Penyimpangan prosedur</td><td>Berkas didahulukan tanpa nomor antrean karena titipan.</td></tr>
<tr><td>Penyalahgunaan wewenang</td><td>Menahan surat sampai warga menyetujui hal yang tidak berkaitan.</td></tr>
<tr><td>Tidak kompeten</td><td>Petugas salah memberi informasi syarat sehingga warga datang tiga kali.</td></tr>
<tr><td>Tidak patut</td><td>Membentak pemohon lansia yang bertanya berulang.</td></tr>
<tr><td>Diskriminasi</td><td>Menolak melayani pengguna kursi roda karena loket berada di lantai dua.</td></tr>
<tr><td>Konflik kepentingan atau keberpihakan</td><td>Petugas memproses permohonan milik keluarganya sendiri.</td></tr>
<tr><td>Permintaan imbalan uang, barang, atau jasa</td><td>"Uang rokok" agar berkas cepat selesai.</td></tr>
</tbody>
</table>
<h3>Menganalisis kasus dalam empat langkah</h3>
<ol>
<li><strong>Fakta.</strong> Tulis siapa, kapan, dan apa yang terjadi; pisahkan dari pendapat.</li>
<li><strong>Kewajiban.</strong> Tunjukkan ketentuan atau butir Standar Pelayanan yang semestinya dipenuhi.</li>
<li><strong>Selisih dan kerugian.</strong> Bandingkan kejadian dengan kewajiban; catat akibatnya bagi warga.</li>
<li><strong>Perbaikan.</strong> Pulihkan keadaan warga, kemudian tutup penyebabnya.</li>
</ol>
<h3>Contoh kerja (rekaan)</h3>
<p>Seorang warga Medan Belawan mengajukan perubahan data kartu keluarga pada hari Senin. Standar Pelayanan unit menjanjikan tiga hari kerja. Berkas lengkap, tetapi operator yang bertugas cuti dan tidak ada pengganti; dokumen baru terbit pada Kamis pekan berikutnya. Anak warga tersebut hampir kehilangan jadwal pendaftaran sekolah.</p>
<ul>
<li><em>Fakta:</em> berkas lengkap hari Senin; terbit delapan hari kerja kemudian.</li>
<li><em>Kewajiban:</em> janji tiga hari kerja dan kewajiban menyediakan pelaksana.</li>
<li><em>Selisih:</em> terlambat lima hari kerja; kerugian imateriel berupa kecemasan dan ancaman kehilangan jadwal. Bentuknya penundaan berlarut karena kelalaian mengatur pengganti.</li>
<li><em>Perbaikan:</em> permintaan maaf tertulis, surat keterangan untuk sekolah pada hari yang sama, dan matriks petugas pengganti untuk setiap loket.</li>
</ul>
<h3>Mencegah lebih baik daripada menjelaskan</h3>
<p>Maladministrasi jarang lahir dari satu orang yang berniat buruk; lebih sering ia lahir dari sistem yang membiarkan. Lima penangkal sederhana: nomor antrean yang tidak dapat dilompati; tanda terima berkas bertanggal; daftar petugas pengganti; pelarangan transaksi tunai di loket; dan rekap mingguan berkas yang melewati batas waktu, yang dibahas bersama atasan setiap Senin pagi.</p>
<p>Petugas yang melihat maladministrasi wajib menyampaikannya kepada atasan atau melalui kanal pelaporan internal. Warga dapat mengadu kepada penyelenggara, lewat SP4N-LAPOR!, atau kepada Ombudsman Republik Indonesia. Jangan pernah menghalangi atau membalas warga yang mengadu.</p>`,
  },
  {
    kind: 'LINK',
    title: 'Naskah UU 25/2009 pada laman peraturan resmi',
    minutes: 30,
    url: 'https://peraturan.go.id',
    body: `
<p>Buka laman resmi peraturan perundang-undangan dan cari <strong>Undang-Undang Nomor 25 Tahun 2009</strong>. Bacalah sekurang-kurangnya Pasal 4 (asas), Pasal 18 (hak masyarakat), Pasal 21 (komponen standar pelayanan), dan Pasal 34 (perilaku pelaksana).</p>
<p>Sambil membaca, catat tiga hak masyarakat yang menurut Anda paling sering terlewat di unit Anda. Bawalah catatan itu ke sesi diskusi.</p>`,
  },
]

export const standar: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Empat belas komponen Standar Pelayanan',
    minutes: 60,
    body: `
<h3>Standar Pelayanan sebagai janji yang terukur</h3>
<p>Standar Pelayanan adalah tolok ukur yang dipergunakan sebagai pedoman penyelenggaraan pelayanan dan acuan penilaian kualitas pelayanan. Bagi warga, dokumen ini adalah janji. Bagi petugas, dokumen ini adalah perlindungan: selama Anda bekerja sesuai dengan standar yang ditetapkan, Anda mempunyai pegangan ketika ditekan untuk menyimpang.</p>
<p>Pasal 21 UU 25/2009 memuat empat belas komponen. Peraturan Menteri PANRB Nomor 15 Tahun 2014 mengelompokkannya menjadi dua: komponen yang <strong>dirasakan langsung</strong> oleh warga ketika pelayanan disampaikan (<em>service delivery</em>), dan komponen <strong>pengelolaan di dalam</strong> organisasi (<em>manufacturing</em>).</p>
<table>
<thead><tr><th>Service delivery (6)</th><th>Manufacturing (8)</th></tr></thead>
<tbody>
<tr><td>1. Persyaratan</td><td>7. Dasar hukum</td></tr>
<tr><td>2. Sistem, mekanisme, dan prosedur</td><td>8. Sarana, prasarana, dan/atau fasilitas</td></tr>
<tr><td>3. Jangka waktu pelayanan</td><td>9. Kompetensi pelaksana</td></tr>
<tr><td>4. Biaya/tarif</td><td>10. Pengawasan internal</td></tr>
<tr><td>5. Produk pelayanan</td><td>11. Jumlah pelaksana</td></tr>
<tr><td>6. Penanganan pengaduan, saran, dan masukan</td><td>12. Jaminan pelayanan</td></tr>
<tr><td></td><td>13. Jaminan keamanan dan keselamatan pelayanan</td></tr>
<tr><td></td><td>14. Evaluasi kinerja pelaksana</td></tr>
</tbody>
</table>
<p>Enam komponen pertama wajib dipublikasikan. Delapan komponen berikutnya tetap ditetapkan, tetapi terutama digunakan untuk mengelola proses di dalam unit.</p>
<h3>Menulis komponen agar dapat diuji</h3>
<p>Rumusan yang baik dapat dijawab dengan "ya" atau "tidak" oleh orang luar. Bandingkan kedua kolom berikut.</p>
<table>
<thead><tr><th>Komponen</th><th>Rumusan lemah</th><th>Rumusan yang dapat diuji</th></tr></thead>
<tbody>
<tr><td>Jangka waktu</td><td>Secepatnya</td><td>Paling lama 2 (dua) hari kerja sejak berkas dinyatakan lengkap, dibuktikan dengan tanda terima</td></tr>
<tr><td>Persyaratan</td><td>Membawa berkas lengkap</td><td>(1) KTP-el asli untuk diperlihatkan; (2) surat keterangan lahir dari fasilitas kesehatan</td></tr>
<tr><td>Biaya</td><td>Sesuai ketentuan</td><td>Rp0 (tidak dipungut biaya)</td></tr>
<tr><td>Pengaduan</td><td>Hubungi petugas</td><td>Meja pengaduan lantai 1; surel unit; SP4N-LAPOR!; jawaban awal paling lama 3 hari kerja</td></tr>
<tr><td>Jaminan</td><td>Melayani dengan baik</td><td>Apabila melewati batas waktu tanpa pemberitahuan, dokumen diantar ke alamat pemohon</td></tr>
</tbody>
</table>
<h3>Standar Pelayanan bukan SOP</h3>
<p>Keduanya sering tertukar. <strong>Standar Pelayanan</strong> menjawab "apa yang dijanjikan kepada warga". <strong>SOP</strong> menjawab "siapa mengerjakan apa, dengan urutan dan waktu berapa lama, di dalam kantor". Jumlah waktu pada SOP tidak boleh melebihi jangka waktu pada Standar Pelayanan. Misalnya, SOP kartu keluarga memuat verifikasi 15 menit, perekaman 20 menit, persetujuan pejabat 1 hari, dan pencetakan 10 menit; maka janji dua hari kerja masuk akal, sedangkan janji satu jam tidak.</p>
<h3>Latihan singkat</h3>
<p>Ambil papan informasi di unit Anda. Beri tanda pada enam komponen service delivery: ada dan terukur, ada tetapi kabur, atau tidak ada. Hasil pemeriksaan ini menjadi titik berangkat tugas praktik pertama.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Menyusun standar bersama masyarakat dan menetapkan maklumat',
    minutes: 50,
    body: `
<h3>Prinsip penyusunan</h3>
<p>Pedoman Kementerian PANRB menekankan enam prinsip: <strong>sederhana</strong>, <strong>partisipatif</strong>, <strong>akuntabel</strong>, <strong>berkelanjutan</strong>, <strong>transparan</strong>, dan <strong>berkeadilan</strong>. Dari keenamnya, partisipasi paling sering dilewati karena dianggap memperlambat. Padahal, warga yang diajak bicara sebelum standar ditetapkan akan menjadi pembelanya setelah ditetapkan.</p>
<h3>Enam langkah</h3>
<ol>
<li><strong>Susun rancangan.</strong> Kenali layanan, petakan langkah yang sungguh terjadi, lalu pangkas langkah yang tidak menambah nilai.</li>
<li><strong>Bahas bersama masyarakat.</strong> Undang wakil pemohon, kepala lingkungan, organisasi penyandang disabilitas, pelaku usaha, dan perguruan tinggi. Buat berita acara dan daftar hadir.</li>
<li><strong>Tetapkan</strong> dengan keputusan pimpinan penyelenggara.</li>
<li><strong>Terapkan</strong>: sosialisasikan kepada petugas, siapkan sarana, lakukan masa uji.</li>
<li><strong>Tetapkan dan publikasikan Maklumat Pelayanan.</strong></li>
<li><strong>Pantau dan tinjau ulang</strong> secara berkala, terutama sesudah SKM atau perubahan peraturan.</li>
</ol>
<h3>Contoh kerja (rekaan): surat keterangan ahli waris di kelurahan</h3>
<p>Tim sebuah kelurahan di Kecamatan Medan Tuntungan mencatat perjalanan warga: datang ke kepala lingkungan, ke kelurahan, pulang mencari saksi, kembali ke kelurahan, lalu ke kecamatan. Rata-rata tiga kunjungan dalam sembilan hari. Dalam diskusi kelompok terarah dengan dua belas warga, terungkap dua penyebab utama: daftar syarat baru diberikan pada kunjungan kedua, dan pejabat penanda tangan tidak diketahui jadwalnya.</p>
<table>
<thead><tr><th>Komponen</th><th>Semula</th><th>Usulan hasil pembahasan</th></tr></thead>
<tbody>
<tr><td>Persyaratan</td><td>Disampaikan lisan</td><td>Lembar satu halaman berhuruf besar; dapat diunduh dari tautan kelurahan</td></tr>
<tr><td>Prosedur</td><td>Lima persinggahan</td><td>Tiga: kelurahan (periksa), kelurahan (tanda tangan saksi), kecamatan (pengesahan)</td></tr>
<tr><td>Jangka waktu</td><td>Tidak tertulis</td><td>3 hari kerja sejak berkas lengkap</td></tr>
<tr><td>Biaya</td><td>Tidak tertulis</td><td>Rp0</td></tr>
<tr><td>Pengaduan</td><td>Kotak saran</td><td>Nomor pengaduan kecamatan dan SP4N-LAPOR!</td></tr>
</tbody>
</table>
<h3>Maklumat Pelayanan</h3>
<p>Maklumat adalah pernyataan tertulis tentang keseluruhan rincian kewajiban dan janji yang terdapat dalam Standar Pelayanan (Pasal 22 UU 25/2009), dan <strong>wajib dipublikasikan secara luas</strong>. Isinya sekurang-kurangnya: pernyataan kesanggupan melaksanakan pelayanan sesuai dengan standar, kesediaan menerima sanksi apabila tidak menepatinya, serta kesanggupan memperbaiki pelayanan terus-menerus.</p>
<blockquote><p>"Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan Standar Pelayanan yang telah ditetapkan dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai dengan ketentuan peraturan perundang-undangan."</p></blockquote>
<h3>Kesalahan yang sering terjadi</h3>
<ul>
<li>Menyalin standar unit lain tanpa memeriksa jumlah petugas sendiri.</li>
<li>Memajang maklumat di ruang pimpinan, bukan di tempat warga menunggu.</li>
<li>Menjanjikan waktu rata-rata. Janjikan waktu yang sanggup ditepati untuk hampir semua berkas, misalnya sembilan dari sepuluh, lalu jelaskan pengecualiannya.</li>
<li>Tidak mencantumkan tanggal berlaku dan nomor keputusan.</li>
</ul>`,
  },
  {
    kind: 'LINK',
    title: 'Mencari contoh Standar Pelayanan pada SIPPN',
    minutes: 30,
    url: 'https://sippn.menpan.go.id',
    body: `
<p>Sistem Informasi Pelayanan Publik Nasional (SIPPN) memuat standar pelayanan yang dipublikasikan instansi di seluruh Indonesia. Carilah <strong>satu layanan yang sejenis</strong> dengan layanan Anda di dua kota lain.</p>
<ol>
<li>Bandingkan persyaratan, jangka waktu, dan biayanya.</li>
<li>Catat satu hal yang layak ditiru dan satu rumusan yang belum terukur.</li>
<li>Simpan tautannya; Anda akan mengutipnya dalam tugas praktik.</li>
</ol>`,
  },
]
