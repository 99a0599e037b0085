import type { LessonSeed } from '../../content.ts'

export const prinsip: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Data pribadi, para pihak, dan prinsip pemrosesan',
    minutes: 50,
    body: `
<h3>Apa itu data pribadi</h3>
<p>Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi (UU PDP) mengartikan data pribadi sebagai data tentang orang perseorangan yang <strong>teridentifikasi atau dapat diidentifikasi</strong>, secara tersendiri atau dikombinasi dengan informasi lain, baik langsung maupun tidak langsung, melalui sistem elektronik maupun nonelektronik. Tumpukan fotokopi KTP di laci loket sama terlindunginya dengan basis data di pusat data.</p>
<table>
<thead><tr><th>Spesifik (Pasal 4 ayat 2)</th><th>Umum (Pasal 4 ayat 3)</th></tr></thead>
<tbody>
<tr><td>Data dan informasi kesehatan</td><td>Nama lengkap</td></tr>
<tr><td>Data biometrik</td><td>Jenis kelamin</td></tr>
<tr><td>Data genetika</td><td>Kewarganegaraan</td></tr>
<tr><td>Catatan kejahatan</td><td>Agama</td></tr>
<tr><td>Data anak</td><td>Status perkawinan</td></tr>
<tr><td>Data keuangan pribadi</td><td>Data yang dikombinasikan untuk mengidentifikasi seseorang</td></tr>
<tr><td>Data lain sesuai dengan peraturan perundang-undangan</td><td></td></tr>
</tbody>
</table>
<p>Data spesifik menuntut kehati-hatian lebih karena akibat penyalahgunaannya lebih berat. Rekam sidik jari presensi pegawai, hasil laboratorium puskesmas, dan nama siswa penerima bantuan termasuk kelompok ini.</p>
<h3>Tiga pihak</h3>
<ul>
<li><strong>Subjek data:</strong> orang yang datanya diproses, misalnya pemohon akta atau pegawai.</li>
<li><strong>Pengendali data:</strong> pihak yang menentukan tujuan dan melakukan kendali pemrosesan, misalnya Disdukcapil untuk layanan pencatatan sipil di kewenangannya.</li>
<li><strong>Prosesor data:</strong> pihak yang memproses atas nama pengendali, misalnya penyedia jasa pemeliharaan aplikasi. Tanggung jawab kepada warga tetap pada pengendali sepanjang prosesor bekerja menurut perintahnya.</li>
</ul>
<h3>Prinsip pemrosesan (Pasal 16 ayat 2)</h3>
<ol>
<li>Pengumpulan terbatas dan spesifik, sah secara hukum, dan transparan.</li>
<li>Pemrosesan sesuai dengan tujuannya.</li>
<li>Menjamin hak subjek data.</li>
<li>Akurat, lengkap, tidak menyesatkan, mutakhir, dan dapat dipertanggungjawabkan.</li>
<li>Melindungi keamanan dari akses, pengungkapan, pengubahan, penyalahgunaan, perusakan, dan penghilangan yang tidak sah.</li>
<li>Memberitahukan tujuan dan aktivitas pemrosesan serta kegagalan pelindungan.</li>
<li>Memusnahkan atau menghapus setelah masa retensi berakhir atau atas permintaan subjek data, kecuali ditentukan lain.</li>
<li>Bertanggung jawab dan dapat dibuktikan secara jelas.</li>
</ol>
<h3>Contoh penerapan</h3>
<p>Panitia pelatihan meminta peserta mengunggah KTP, kartu keluarga, dan buku rekening untuk kegiatan satu hari tanpa uang saku. Mari kita uji.</p>
<ul>
<li><em>Terbatas dan spesifik?</em> Tidak. Untuk presensi cukup nama, unit kerja, dan NIP.</li>
<li><em>Sesuai tujuan?</em> Rekening tidak diperlukan karena tidak ada pembayaran.</li>
<li><em>Keamanan?</em> Berkas dikumpulkan lewat grup percakapan, sehingga semua anggota dapat menyimpannya.</li>
<li><em>Retensi?</em> Tidak ada tanggal penghapusan.</li>
</ul>
<p>Perbaikannya: hapus permintaan dokumen; kumpulkan tiga kolom melalui formulir yang hanya dapat dibaca panitia; tulis tujuan dan masa simpan di bagian atas formulir; hapus data presensi sesuai dengan jadwal retensi arsip.</p>
<blockquote><p>Pertanyaan penguji: "Seandainya daftar ini terpampang di koran besok pagi, apakah kita dapat menjelaskan mengapa setiap kolom dikumpulkan?"</p></blockquote>`,
  },
  {
    kind: 'TEXT',
    title: 'Dasar pemrosesan dan hak subjek data',
    minutes: 50,
    body: `
<h3>Enam dasar pemrosesan (Pasal 20 ayat 2)</h3>
<p>Setiap pemrosesan wajib memiliki dasar. Memilih dasar yang tepat menentukan hak yang dapat digunakan warga dan cara Anda menjelaskannya.</p>
<table>
<thead><tr><th>Dasar</th><th>Contoh di Pemerintah Kota</th></tr></thead>
<tbody>
<tr><td>a. Persetujuan yang sah secara eksplisit</td><td>Foto warga untuk bahan publikasi kegiatan</td></tr>
<tr><td>b. Pemenuhan kewajiban perjanjian</td><td>Data rekening penyedia untuk pembayaran kontrak</td></tr>
<tr><td>c. Pemenuhan kewajiban hukum pengendali</td><td>Pelaporan pajak atas honor narasumber</td></tr>
<tr><td>d. Pelindungan kepentingan vital subjek data</td><td>Golongan darah korban kecelakaan yang tidak sadar</td></tr>
<tr><td>e. Tugas untuk kepentingan umum, pelayanan publik, atau pelaksanaan kewenangan berdasarkan peraturan</td><td>Penerbitan kartu keluarga; pengelolaan data kepegawaian</td></tr>
<tr><td>f. Kepentingan yang sah lainnya, dengan keseimbangan kepentingan</td><td>Rekaman kamera pengawas di lobi gedung</td></tr>
</tbody>
</table>
<p>Bagi pelayanan publik, dasar <strong>e</strong> paling sering dipakai. Jangan meminta "persetujuan" untuk hal yang wajib: persetujuan harus bebas, sedangkan warga yang menolak tidak akan memperoleh kartu keluarga. Sebaliknya, dasar e tidak membenarkan segala hal. Menggunakan nomor telepon pemohon izin untuk mengirim undangan acara yang tidak terkait memerlukan dasar lain.</p>
<h3>Hak subjek data (Pasal 5–13)</h3>
<ul>
<li>memperoleh <strong>informasi</strong> tentang identitas pihak yang meminta, dasar, tujuan, dan akuntabilitas;</li>
<li><strong>melengkapi, memperbarui, dan memperbaiki</strong> data;</li>
<li><strong>mengakses</strong> dan memperoleh salinan;</li>
<li><strong>mengakhiri pemrosesan, menghapus, dan/atau memusnahkan</strong> data;</li>
<li><strong>menarik kembali persetujuan</strong>;</li>
<li><strong>keberatan</strong> atas keputusan yang hanya didasarkan pada pemrosesan otomatis, termasuk pemrofilan;</li>
<li><strong>menunda atau membatasi</strong> pemrosesan secara proporsional;</li>
<li><strong>menggugat dan menerima ganti rugi</strong>;</li>
<li>memperoleh dan <strong>mengirimkan</strong> datanya kepada pengendali lain dalam format yang lazim dan dapat dibaca sistem elektronik.</li>
</ul>
<p>Sebagian hak dikecualikan untuk kepentingan tertentu, antara lain kepentingan umum dalam rangka penyelenggaraan negara, dan hanya dalam rangka pelaksanaan undang-undang (Pasal 15). Warga tidak dapat meminta penghapusan akta kelahiran yang wajib disimpan negara, tetapi dapat meminta pembetulan nama yang salah.</p>
<h3>Jam berjalan: 3 × 24 jam</h3>
<p>Permintaan akses, pembaruan, dan penghentian setelah penarikan persetujuan harus dipenuhi paling lambat 3 × 24 jam sejak permintaan diterima. Yang dihitung jam, bukan hari kerja. Permintaan yang diterima Jumat 5 September 2025 pukul 16.00 WIB jatuh tempo Senin 8 September 2025 pukul 16.00 WIB, walaupun Sabtu dan Minggu berada di antaranya. Karena itu, unit memerlukan petugas piket dan formulir permintaan yang tercatat.</p>
<h3>Contoh kerja (rekaan)</h3>
<p>Seorang pegawai meminta salinan data dirinya pada aplikasi kepegawaian. Petugas: (1) memastikan identitas pemohon melalui akun dinas, bukan dengan meminta foto KTP; (2) mencatat waktu penerimaan; (3) mengekspor data miliknya saja; (4) menyerahkan melalui akun yang sama; (5) mencatat waktu penyelesaian. Petugas tidak mengirim berkas ke surel pribadi yang tidak terdaftar, meskipun pemohon mendesak.</p>
<h3>Pejabat pelindungan data pribadi</h3>
<p>Pasal 53 mewajibkan penunjukan pejabat atau petugas yang melaksanakan fungsi pelindungan data pribadi, antara lain dalam pemrosesan untuk kepentingan pelayanan publik. Ketahuilah siapa petugas tersebut di instansi Anda sebelum insiden terjadi, bukan sesudahnya.</p>`,
  },
  {
    kind: 'LINK',
    title: 'Naskah UU 27/2022 pada laman peraturan resmi',
    minutes: 30,
    url: 'https://peraturan.go.id',
    body: `
<p>Cari <strong>Undang-Undang Nomor 27 Tahun 2022</strong> pada laman resmi. Bacalah Pasal 4, Pasal 16, Pasal 20, Pasal 31, Pasal 46, dan Pasal 53.</p>
<p>Beberapa laman di internet memuat nomor pasal dari <em>rancangan</em> undang-undang yang berbeda dari naskah yang disahkan. Selalu kutip dari naskah resmi.</p>`,
  },
]

export const ropa: LessonSeed[] = [
  {
    kind: 'TEXT',
    title: 'Menyusun rekam kegiatan pemrosesan (RoPA)',
    minutes: 50,
    body: `
<h3>Mengapa direkam</h3>
<p>Pasal 31 UU PDP mewajibkan pengendali data pribadi melakukan <strong>perekaman terhadap seluruh kegiatan pemrosesan</strong>. Dalam praktik, rekaman itu dikenal sebagai <em>record of processing activities</em> (RoPA). RoPA adalah peta: tanpa peta, Anda tidak dapat menjawab permintaan akses dalam 3 × 24 jam, tidak dapat menilai dampak kebocoran, dan tidak mengetahui data mana yang sudah waktunya dihapus.</p>
<h3>Satu baris untuk satu tujuan</h3>
<p>Kesalahan umum adalah membuat satu baris untuk satu aplikasi. Satu aplikasi dapat melayani beberapa tujuan dengan dasar dan masa simpan yang berbeda. Mulailah dari pertanyaan, "Untuk apa data ini dipakai?"</p>
<table>
<thead><tr><th>Kolom RoPA</th><th>Contoh: penerbitan kartu keluarga karena kelahiran</th></tr></thead>
<tbody>
<tr><td>Nama kegiatan dan tujuan</td><td>Menambahkan anggota keluarga baru dan menerbitkan KK</td></tr>
<tr><td>Pengendali, unit, dan penanggung jawab</td><td>Disdukcapil; Bidang Pelayanan Pendaftaran Penduduk; kepala bidang</td></tr>
<tr><td>Kategori subjek data</td><td>Kepala keluarga, anggota keluarga, bayi, pelapor</td></tr>
<tr><td>Kategori data</td><td>Nama, NIK, nomor KK, tanggal lahir, hubungan keluarga; <strong>data anak (spesifik)</strong></td></tr>
<tr><td>Sumber</td><td>Pemohon; fasilitas kesehatan</td></tr>
<tr><td>Dasar pemrosesan</td><td>Pasal 20 ayat (2) huruf e: pelaksanaan kewenangan dalam pelayanan publik</td></tr>
<tr><td>Penerima</td><td>Sistem administrasi kependudukan nasional; pemohon</td></tr>
<tr><td>Prosesor</td><td>Tidak ada, atau nama penyedia pemeliharaan beserta nomor perjanjiannya</td></tr>
<tr><td>Tempat penyimpanan</td><td>Sistem pusat; berkas kertas di ruang arsip terkunci</td></tr>
<tr><td>Masa simpan</td><td>Sesuai dengan jadwal retensi arsip; salinan antrean dihapus setelah 30 hari</td></tr>
<tr><td>Pengamanan</td><td>Akun perorangan, MFA, log akses, lemari terkunci</td></tr>
<tr><td>Risiko dan tindak lanjut</td><td>Fotokopi tertinggal di mesin: pasang kotak penghancur</td></tr>
</tbody>
</table>
<p>UU PDP tidak merinci kolom di atas satu per satu; susunan ini adalah praktik baik yang dipakai dalam pelatihan. Sesuaikan dengan format resmi apabila instansi telah menetapkannya.</p>
<h3>Langkah menyusun dalam satu hari</h3>
<ol>
<li><strong>Ikuti satu berkas.</strong> Berjalanlah bersama satu permohonan dari meja penerima sampai arsip. Catat setiap tempat data berhenti: formulir, folder pindai, surel, ponsel, cetakan.</li>
<li><strong>Tanyakan kepada petugas</strong>, bukan hanya kepada pembuat aplikasi. Petugaslah yang mengetahui adanya lembar kerja bayangan.</li>
<li><strong>Isi kolom</strong> dan tandai yang belum diketahui dengan "perlu dipastikan"; jangan menebak.</li>
<li><strong>Nilai risiko</strong> rendah, sedang, atau tinggi menurut jenis data, jumlah orang, dan kemudahan kebocoran.</li>
<li><strong>Minta tinjauan</strong> petugas pelindungan data dan pimpinan unit; beri tanggal dan nomor versi.</li>
</ol>
<h3>Kapan memerlukan penilaian dampak</h3>
<p>Pasal 34 mewajibkan penilaian dampak pelindungan data pribadi apabila pemrosesan berpotensi risiko tinggi, misalnya pengambilan keputusan otomatis yang berdampak signifikan, pemrosesan data spesifik, pemrosesan skala besar, pemantauan sistematis, atau penggunaan teknologi baru. Rencana memasang pengenalan wajah pada presensi seluruh pegawai patut dinilai dampaknya sebelum dibeli, bukan setelah dipasang.</p>
<p><strong>Pemutakhiran:</strong> tinjau RoPA sedikitnya setahun sekali dan setiap kali ada formulir, aplikasi, atau penerima data yang baru.</p>`,
  },
  {
    kind: 'TEXT',
    title: 'Minimisasi, penyamaran, dan masa simpan',
    minutes: 40,
    body: `
<h3>Data yang tidak dikumpulkan tidak dapat bocor</h3>
<p>Minimisasi berarti mengumpulkan dan menampilkan data sesedikit mungkin untuk mencapai tujuan. Ini adalah pengamanan termurah. Terapkan pada empat titik: <strong>formulir</strong>, <strong>layar</strong>, <strong>laporan</strong>, dan <strong>arsip</strong>.</p>
<h3>Uji tiga pertanyaan untuk setiap kolom</h3>
<ol>
<li>Keputusan apa yang diambil berdasarkan kolom ini?</li>
<li>Peraturan atau prosedur mana yang memerlukannya?</li>
<li>Adakah bentuk yang lebih ringan, misalnya tahun lahir sebagai ganti tanggal lahir?</li>
</ol>
<p>Apabila ketiganya tidak terjawab, hapus kolom tersebut.</p>
<table>
<thead><tr><th>Kolom pada formulir pendaftaran pelatihan</th><th>Keputusan</th><th>Alasan</th></tr></thead>
<tbody>
<tr><td>Nama dan NIP</td><td>Pertahankan</td><td>Diperlukan untuk sertifikat dan pencatatan JP</td></tr>
<tr><td>NIK</td><td>Hapus</td><td>NIP sudah mengenali pegawai</td></tr>
<tr><td>Agama</td><td>Hapus</td><td>Tidak ada keputusan yang memakainya</td></tr>
<tr><td>Kebutuhan makanan</td><td>Ganti</td><td>Cukup pilihan menu; jangan meminta diagnosis</td></tr>
<tr><td>Kebutuhan akomodasi disabilitas</td><td>Pertahankan, sukarela</td><td>Diperlukan untuk menyediakan juru bahasa isyarat; akses terbatas pada panitia</td></tr>
<tr><td>Nomor telepon</td><td>Pertahankan</td><td>Pemberitahuan perubahan jadwal; dihapus 30 hari setelah kegiatan</td></tr>
</tbody>
</table>
<h3>Menyamarkan data</h3>
<p><strong>Penyamaran</strong> menutup sebagian karakter, misalnya NIP <em>19860926 ****** * 001</em> pada halaman publik. <strong>Pseudonimisasi</strong> mengganti identitas dengan kode, sedangkan tabel kuncinya disimpan terpisah; data masih merupakan data pribadi karena dapat dihubungkan kembali. <strong>Anonimisasi</strong> menghilangkan kemungkinan itu sama sekali.</p>
<p>Menghapus nama belum tentu membuat data anonim. Dalam rekap survei sebuah kelurahan, baris "perempuan, 61 tahun, dokter gigi" mungkin hanya menunjuk satu orang. Gabungkan kelompok usia dan pekerjaan, dan jangan tampilkan kelompok dengan kurang dari lima orang.</p>
<h4>Contoh hitung</h4>
<p>Dari 30 responden SKM, rincian menurut pendidikan adalah SD 2, SMP 4, SMA 14, D3 3, S1 7. Kelompok SD, SMP, dan D3 kurang dari lima. Gabungkan menjadi: sampai SMP (2 + 4 = 6), SMA (14), perguruan tinggi (3 + 7 = 10). Semua kelompok kini sedikitnya lima dan jumlahnya tetap 30.</p>
<h3>Masa simpan dan pemusnahan</h3>
<ul>
<li>Tentukan masa simpan berdasarkan jadwal retensi arsip. Salinan kerja, seperti foto layar dan unduhan, dihapus segera setelah tujuan tercapai.</li>
<li>Jadwalkan pemusnahan; jangan mengandalkan ingatan. Pengingat triwulanan untuk folder "Unduhan" sudah menolong.</li>
<li>Kertas dihancurkan dengan mesin penghancur, bukan dijadikan pembungkus atau kertas corat-coret.</li>
<li>Media penyimpanan dihapus secara aman sebelum dipindahtangankan; format cepat tidak cukup.</li>
<li>Buat berita acara pemusnahan untuk arsip.</li>
</ul>
<h3>Berbagi data dengan aman</h3>
<p>Jika bidang lain meminta data, tanyakan tujuan dan dasar, beri hanya kolom yang diperlukan, kirim melalui kanal dinas yang aksesnya dibatasi, dan catat dalam RoPA. Mengirim daftar penerima bantuan lengkap dengan NIK ke grup percakapan adalah pengungkapan, sekalipun semua anggotanya pegawai.</p>`,
  },
]
