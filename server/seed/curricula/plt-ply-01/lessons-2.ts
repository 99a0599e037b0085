import type { LessonSeed } from '../../content.ts'

export const komunikasi: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Komunikasi empatik di loket',
    minutes: 45,
    body: `
<h3>Empati adalah keterampilan kerja</h3>
<p>Empati dalam pelayanan berarti memahami keadaan warga dari sudut pandangnya, lalu <strong>menunjukkan pemahaman itu</strong> melalui kata dan tindakan. Empati tidak sama dengan menyetujui permintaan. Anda dapat menolak berkas yang tidak memenuhi syarat dan tetap membuat warga merasa dihargai.</p>
<p>Warga yang datang ke loket sering membawa beban yang tidak terlihat: izin kerja setengah hari, ongkos angkutan dari Belawan, orang tua yang sakit. Petugas menjumpai puluhan orang sehari; bagi setiap warga, kunjungan itu mungkin satu-satunya tahun ini.</p>
<h3>Lima langkah percakapan pelayanan</h3>
<ol>
<li><strong>Sambut.</strong> Tatap, senyum, salam, dan sebutkan nama. "Selamat pagi, Ibu. Saya Rina. Ada yang dapat saya bantu?"</li>
<li><strong>Dengarkan.</strong> Biarkan warga menyelesaikan kalimatnya. Jangan menyela pada sepuluh detik pertama.</li>
<li><strong>Ulangi pokoknya.</strong> "Jadi, Ibu ingin menambahkan nama anak kedua ke kartu keluarga. Benar?"</li>
<li><strong>Jelaskan dan pastikan.</strong> Sampaikan langkah, waktu, dan biaya secara singkat. Mintalah warga menyebutkan kembali langkah berikutnya.</li>
<li><strong>Tutup.</strong> Berikan tanda terima, sebutkan kapan selesai, dan cara bertanya tanpa harus datang kembali.</li>
</ol>
<h3>Mengganti kalimat yang menutup pintu</h3>
<table>
<thead><tr><th>Hindari</th><th>Gunakan</th></tr></thead>
<tbody>
<tr><td>"Tidak bisa, Pak. Sudah aturannya."</td><td>"Hari ini yang dapat saya proses adalah pendaftarannya, Pak. Satu syarat yang masih diperlukan adalah surat kematian; fasilitas kesehatan dapat menerbitkannya."</td></tr>
<tr><td>"Kan sudah saya bilang tadi."</td><td>"Saya jelaskan sekali lagi, pelan-pelan, ya Bu."</td></tr>
<tr><td>"Itu bukan bagian saya."</td><td>"Bagian itu ditangani loket 3. Saya antar dan saya sampaikan dahulu keperluan Bapak."</td></tr>
<tr><td>"Sistemnya rusak."</td><td>"Jaringan sedang terganggu sejak pukul 09.10. Saya catat nomor Ibu dan saya hubungi paling lambat pukul 14.00."</td></tr>
</tbody>
</table>
<h3>Menyesuaikan diri dengan warga</h3>
<ul>
<li><strong>Lansia:</strong> duduk sejajar, bicara jelas, huruf besar, satu petunjuk pada satu waktu.</li>
<li><strong>Warga Tuli:</strong> hadapkan wajah, jangan menutup mulut, tulis pokok penting, gunakan isyarat dasar.</li>
<li><strong>Warga netra:</strong> perkenalkan diri, tawarkan bantuan sebelum menyentuh, bacakan isi sebelum ditandatangani.</li>
<li><strong>Warga yang tidak lancar membaca:</strong> jangan mempermalukan; tawarkan untuk membacakan bersama.</li>
</ul>
<h3>Contoh percakapan</h3>
<blockquote><p><strong>Warga:</strong> "Sudah tiga kali saya kemari! Kalian ini main-main?"</p><p><strong>Petugas:</strong> "Tiga kali datang tentu melelahkan, Pak. Saya minta maaf. Izinkan saya memeriksa berkasnya sekarang supaya Bapak tidak perlu datang keempat kali. Boleh saya lihat tanda terimanya?"</p></blockquote>
<p>Perhatikan urutannya: mengakui perasaan, meminta maaf atas pengalaman, lalu langsung bergerak ke penyelesaian. Petugas tidak membela diri, tidak menyalahkan rekan, dan tidak berjanji melebihi wewenangnya.</p>
<h3>Menjaga diri</h3>
<p>Empati yang terus-menerus menguras tenaga. Sepakati rotasi loket, jeda singkat setelah kejadian berat, dan kata sandi bantuan, misalnya "berkas biru", untuk memanggil rekan tanpa mempermalukan warga.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Pemulihan layanan ketika terjadi kegagalan',
    minutes: 45,
    body: `
<h3>Kegagalan tidak dapat dihapus, tetapi dapat dipulihkan</h3>
<p><em>Service recovery</em> atau pemulihan layanan adalah tindakan terencana yang dilakukan penyelenggara setelah pelayanan gagal memenuhi janji, agar kerugian warga dipulihkan dan kepercayaannya kembali. Warga umumnya menilai tiga hal: apakah <strong>hasilnya</strong> adil, apakah <strong>prosesnya</strong> cepat dan tidak berbelit, dan apakah ia <strong>diperlakukan</strong> dengan hormat.</p>
<h3>Langkah DAMPING</h3>
<p>Pelatihan ini memakai singkatan DAMPING sebagai alat bantu ingatan.</p>
<table>
<thead><tr><th>Huruf</th><th>Tindakan</th><th>Contoh ucapan atau perbuatan</th></tr></thead>
<tbody>
<tr><td>D</td><td>Dengarkan tanpa menyela</td><td>Mencatat pokok keluhan di hadapan warga</td></tr>
<tr><td>A</td><td>Akui masalah dan perasaan</td><td>"Menunggu dua jam tanpa kabar memang tidak semestinya."</td></tr>
<tr><td>M</td><td>Minta maaf dengan jelas</td><td>"Saya mohon maaf atas kelalaian kami."</td></tr>
<tr><td>P</td><td>Perbaiki sekarang juga</td><td>Mencetak ulang akta yang salah ketik hari itu juga</td></tr>
<tr><td>I</td><td>Ikuti sampai tuntas</td><td>Menelepon keesokan harinya untuk memastikan</td></tr>
<tr><td>N</td><td>Nyatakan dalam catatan</td><td>Mengisi log kegagalan layanan</td></tr>
<tr><td>G</td><td>Gali penyebab agar tidak terulang</td><td>Membahas log pada rapat Senin</td></tr>
</tbody>
</table>
<h3>Batas wewenang</h3>
<p>Pemulihan yang cepat memerlukan wewenang di loket. Sepakati bersama atasan daftar tindakan yang boleh dilakukan petugas tanpa izin terlebih dahulu, dan yang memerlukan persetujuan.</p>
<ul>
<li><strong>Tanpa izin:</strong> mendahulukan antrean warga yang dirugikan oleh kesalahan unit, mencetak ulang dokumen, mengirim dokumen melalui layanan antar.</li>
<li><strong>Dengan izin kepala seksi:</strong> menerbitkan surat keterangan sementara, membuka layanan di luar jam.</li>
<li><strong>Tidak boleh:</strong> menghilangkan syarat hukum, memberi uang pribadi, menyalahkan rekan atau instansi lain di depan warga.</li>
</ul>
<h3>Contoh kerja (rekaan)</h3>
<p>Nama pada akta kelahiran tertulis "Siti Rohmah", seharusnya "Siti Rahmah". Kesalahan berasal dari operator; formulir warga benar. Warga bermukim di Medan Labuhan dan telah pulang.</p>
<ol>
<li>Petugas menelepon warga sebelum warga menyadarinya: menyampaikan kesalahan dan permintaan maaf.</li>
<li>Dokumen diperbaiki sesuai dengan prosedur pembetulan akta pada hari yang sama.</li>
<li>Dokumen diantar; dokumen lama ditarik dengan berita acara agar tidak beredar dua versi.</li>
<li>Log mencatat: kesalahan ketik, tahap perekaman, ditemukan pada pemeriksaan akhir, waktu pulih 5 jam.</li>
<li>Dalam sebulan tercatat delapan kesalahan serupa, enam di antaranya pada berkas yang diketik menjelang jam tutup. Unit menambahkan pembacaan ulang oleh pemohon pada layar sebelum dicetak. Bulan berikutnya kesalahan turun menjadi satu.</li>
</ol>
<h3>Meredakan warga yang marah</h3>
<p>Rendahkan suara, ajak duduk, dan pindahkan percakapan ke tempat yang lebih tenang. Kemarahan biasanya surut setelah orang merasa didengar. Apabila warga mengancam atau menyerang, keselamatan didahulukan: panggil petugas keamanan, hentikan pelayanan di loket itu, catat kejadian, dan laporkan kepada atasan.</p>
<p>Ukuran keberhasilan bukan "warga diam", melainkan masalah selesai, warga mengetahui apa yang terjadi, dan unit belajar darinya.</p>`,
  },
]

export const pengaduan: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Alur pengelolaan pengaduan melalui SP4N-LAPOR!',
    minutes: 45,
    body: `
<h3>Satu pintu bagi semua pengaduan</h3>
<p>Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional (SP4N) disusun agar warga tidak perlu mengetahui instansi mana yang berwenang. Prinsipnya <em>no wrong door</em>: pengaduan dari mana pun dan mengenai apa pun disalurkan kepada penyelenggara yang berwenang menanganinya. Aplikasi LAPOR! menjadi kanalnya. Dasar pengaturannya antara lain UU 25/2009, Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik, dan Peraturan Menteri PANRB Nomor 62 Tahun 2018.</p>
<h3>Peran di dalam pemerintah daerah</h3>
<table>
<thead><tr><th>Peran</th><th>Tugas pokok</th></tr></thead>
<tbody>
<tr><td>Admin instansi (tingkat kota)</td><td>Menelaah laporan yang masuk ke Pemerintah Kota, meneruskan kepada perangkat daerah yang berwenang, memantau tenggat</td></tr>
<tr><td>Pejabat penghubung (tingkat perangkat daerah)</td><td>Menerima disposisi, berkoordinasi dengan bidang teknis, menyusun dan mengirim jawaban</td></tr>
<tr><td>Bidang atau unit teknis</td><td>Memeriksa fakta, melakukan perbaikan, menyediakan bukti</td></tr>
<tr><td>Pimpinan perangkat daerah</td><td>Menyetujui jawaban yang berisiko dan memastikan perbaikan sistem</td></tr>
</tbody>
</table>
<h3>Tahap dan tenggat</h3>
<ol>
<li><strong>Verifikasi dan penerusan</strong> kepada instansi berwenang: laman LAPOR! menjanjikan 3 hari.</li>
<li><strong>Tanggapan awal</strong> dari instansi: laman LAPOR! menjanjikan 5 hari.</li>
<li><strong>Tindak lanjut sampai selesai:</strong> untuk pengaduan yang <em>tidak berkadar pengawasan</em> paling lambat 14 hari kerja, sedangkan yang <em>berkadar pengawasan</em> paling lambat 60 hari kerja.</li>
<li><strong>Kesempatan pelapor menanggapi</strong> jawaban: 10 hari sebelum laporan ditutup.</li>
</ol>
<p>Pengaduan berkadar pengawasan memuat dugaan penyimpangan, seperti pungutan liar atau penyalahgunaan wewenang, sehingga melibatkan aparat pengawasan internal. Keluhan lampu jalan padam tidak berkadar pengawasan. Selalu periksa ketentuan dan panduan terbaru karena tenggat dapat diubah.</p>
<h3>Menelaah laporan: lima pertanyaan</h3>
<ul>
<li>Apakah substansinya jelas: apa, di mana, kapan?</li>
<li>Siapa yang berwenang: kota, provinsi, pusat, atau BUMN?</li>
<li>Apakah laporan ganda dengan laporan lain?</li>
<li>Apakah memuat data pribadi yang harus disamarkan?</li>
<li>Apakah menyangkut keselamatan jiwa sehingga harus ditangani saat itu juga?</li>
</ul>
<h3>Contoh kerja (rekaan)</h3>
<p>Laporan: "Saluran di Jalan Kenanga, Medan Kota, tersumbat. Setiap hujan air masuk rumah. Sudah lapor kepling sejak September." Pejabat penghubung kecamatan menandai: lokasi jelas, kewenangan pada Dinas SDABMBK, tidak berkadar pengawasan, mendesak karena musim hujan. Pada hari pertama laporan diteruskan; hari kedua jawaban awal dikirim: "Petugas memeriksa lokasi Rabu pukul 10.00 WIB"; hari keenam saluran dibersihkan; foto sebelum dan sesudah dilampirkan; hari ketujuh jawaban akhir terkirim. Seluruhnya di bawah 14 hari kerja.</p>
<h3>Melindungi pelapor</h3>
<p>LAPOR! menyediakan pilihan <strong>anonim</strong>, yakni identitas pelapor tidak ditampilkan kepada instansi terlapor dan masyarakat umum, serta <strong>rahasia</strong>, yakni isi laporan tidak dapat dilihat publik. Jangan mencari tahu siapa pelapor, jangan menyebarkan tangkapan layar ke grup percakapan, dan jangan menghubungi pelapor di luar kanal tanpa persetujuannya.</p>
<p>Kunjungi <a href="https://www.lapor.go.id">lapor.go.id</a> untuk melihat tampilan yang digunakan warga.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Menulis jawaban pengaduan yang menyelesaikan masalah',
    minutes: 40,
    body: `
<h3>Jawaban adalah bagian dari pelayanan</h3>
<p>Banyak pengaduan dijawab tepat waktu tetapi tidak menjawab apa-apa: "Terima kasih atas laporannya, akan kami tindak lanjuti." Bagi warga, kalimat itu berarti laporan masuk ke laci. Jawaban yang baik dapat dipahami oleh orang yang tidak mengenal struktur pemerintahan dan dapat diperiksa kebenarannya.</p>
<h3>Susunan lima bagian</h3>
<ol>
<li><strong>Salam dan terima kasih</strong>, satu kalimat.</li>
<li><strong>Pokok masalah</strong> menurut pemahaman kita, agar warga tahu laporannya dibaca.</li>
<li><strong>Apa yang telah dilakukan</strong>: tanggal, tindakan, bukti.</li>
<li><strong>Apa yang akan dilakukan</strong>: tindakan, tanggal, penanggung jawab; atau alasan yang jujur apabila tidak dapat dipenuhi.</li>
<li><strong>Jalan lanjutan</strong>: cara bertanya atau menyatakan keberatan.</li>
</ol>
<h3>Bandingkan</h3>
<table>
<thead><tr><th>Jawaban lemah</th><th>Jawaban kuat</th></tr></thead>
<tbody>
<tr><td>"Kepada Saudara pelapor, laporan Saudara sudah diteruskan kepada dinas terkait untuk ditindaklanjuti sesuai dengan ketentuan yang berlaku. Demikian disampaikan."</td><td>"Selamat siang. Terima kasih atas laporan mengenai antrean KTP-el pada 3 November. Kami telah memeriksa catatan antrean: pada hari itu satu dari dua alat rekam rusak sehingga waktu tunggu mencapai 95 menit. Alat telah diperbaiki pada 5 November. Mulai 10 November tersedia pengambilan nomor secara daring dan loket khusus lansia. Apabila Bapak/Ibu masih mengalami kendala, balas laporan ini atau datang ke meja pengaduan di lantai 1. Kami mohon maaf atas ketidaknyamanan tersebut."</td></tr>
</tbody>
</table>
<h3>Ketika permintaan tidak dapat dipenuhi</h3>
<p>Katakan "tidak" dengan alasan dan pilihan. Contoh: warga meminta trotoar di jalan provinsi diperbaiki oleh kecamatan. Jawaban yang jujur menyebutkan bahwa ruas tersebut merupakan kewenangan pemerintah provinsi, bahwa laporan telah diteruskan pada tanggal tertentu, dan bahwa kecamatan telah memasang pengaman sementara pada lubang yang membahayakan.</p>
<h3>Pantangan</h3>
<ul>
<li>Menyalahkan warga: "seharusnya Ibu membaca pengumuman".</li>
<li>Menampilkan NIK, nomor telepon, alamat, atau data kesehatan pelapor.</li>
<li>Menyalin templat yang tidak sesuai dengan isi laporan.</li>
<li>Menutup laporan sebelum tindakan benar-benar dilakukan.</li>
<li>Istilah dan singkatan internal yang tidak dijelaskan.</li>
</ul>
<h3>Dari laporan ke perbaikan sistem</h3>
<p>Setiap bulan, kelompokkan pengaduan menurut <strong>unsur SKM</strong>. Misalnya, dari 40 pengaduan sebuah kecamatan, 18 menyangkut waktu (U3), 9 menyangkut perilaku (U7), 7 menyangkut sarana (U9), dan 6 lainnya. Porsi waktu adalah 18/40 = 45 persen. Angka itu memberi tahu pimpinan bahwa menambah kursi tunggu tidak akan menyelesaikan keluhan terbesar; mengatur jadwal petugas pada jam puncak mungkin akan membantu.</p>
<p>Pantau tiga ukuran: persentase laporan yang dijawab sebelum tenggat, median hari sampai selesai, dan persentase laporan yang dibuka kembali oleh pelapor. Ukuran ketiga menunjukkan mutu jawaban: laporan yang ditutup cepat lalu dibuka kembali bukanlah keberhasilan.</p>
<p><strong>Latihan:</strong> tulis ulang satu jawaban lama dari unit Anda, dengan data pribadi disamarkan, memakai susunan lima bagian.</p>`,
  },
]
