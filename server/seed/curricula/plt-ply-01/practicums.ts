import type { PracticumSeed } from '../../content.ts'
import { levels } from '../levels.ts'

export const practicums: PracticumSeed[] = [
  {
    assessment: 'PRAK-1',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Susun atau revisi <strong>satu Standar Pelayanan</strong> unit Anda sendiri yang memuat keempat belas komponen, beserta rancangan <strong>Maklumat Pelayanan</strong>.</p>
<ol>
<li>Pilih satu layanan yang Anda kuasai. Petakan langkah yang sungguh terjadi dan waktunya.</li>
<li>Bahas rancangan dengan sedikitnya tiga pengguna layanan, salah satunya dari kelompok rentan. Catat masukannya.</li>
<li>Tulis setiap komponen dalam rumusan yang dapat diuji. Cantumkan dasar hukum setiap persyaratan.</li>
<li>Bandingkan dengan satu standar sejenis pada SIPPN dan sebutkan tautannya.</li>
</ol>
<h3>Bukti yang diserahkan</h3>
<ul><li>Dokumen Standar Pelayanan (PDF, 3–6 halaman).</li><li>Rancangan maklumat (1 halaman).</li><li>Notula pembahasan tanpa data pribadi peserta.</li></ul>
<h3>Penilaian</h3>
<p>Dinilai oleh pengajar dengan rubrik di bawah. Anda boleh memperbaiki paling banyak dua kali.</p>`,
    rubric: {
      title: 'Rubrik Standar Pelayanan',
      criteria: [
        { title: 'Kelengkapan komponen', weight: 25, levels: levels('Kurang dari 8 komponen terisi.', '8–11 komponen terisi.', '12–13 komponen terisi dengan benar.', 'Keempat belas komponen terisi dengan benar dan konsisten.') },
        { title: 'Rumusan terukur', weight: 30, levels: levels('Sebagian besar rumusan kabur, seperti "secepatnya".', 'Waktu dan biaya terukur; komponen lain masih kabur.', 'Keenam komponen service delivery dapat diuji.', 'Seluruh komponen dapat diuji oleh orang luar dan selaras dengan waktu pada SOP.') },
        { title: 'Dasar hukum dan penyederhanaan', weight: 20, levels: levels('Persyaratan tidak berdasar.', 'Sebagian persyaratan memiliki dasar hukum.', 'Semua persyaratan berdasar; ada satu langkah yang dipangkas.', 'Semua persyaratan berdasar; langkah dan syarat berlebih dipangkas dengan alasan.') },
        { title: 'Partisipasi pengguna layanan', weight: 25, levels: levels('Tidak ada pembahasan dengan pengguna layanan.', 'Ada pembahasan, tetapi masukan tidak tampak dalam rancangan.', 'Sedikitnya tiga masukan terlacak dalam rancangan.', 'Masukan, termasuk dari kelompok rentan, terlacak beserta alasan diterima atau ditolak.') },
      ],
    },
  },
  {
    assessment: 'PRAK-2',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Ikuti <strong>simulasi loket 15 menit</strong> yang terdiri atas tiga adegan, masing-masing lima menit: (1) warga marah karena datang ketiga kali; (2) warga lansia dengan pendengaran berkurang; (3) warga pengguna kursi roda yang berkasnya kurang satu syarat.</p>
<p>Terapkan lima langkah percakapan dan langkah DAMPING. Anda tidak boleh menghapus syarat hukum.</p>
<h3>Bukti yang diserahkan</h3>
<ul><li>Rekaman video simulasi (15 menit, dengan izin pemeran) atau lembar pengamatan dua rekan.</li><li>Refleksi satu halaman: apa yang berhasil, apa yang akan diubah.</li></ul>
<h3>Penilaian</h3>
<p>Pengajar dan satu rekan sejawat menilai dengan rubrik; nilai pengajar yang dicatat.</p>`,
    rubric: {
      title: 'Rubrik simulasi loket',
      criteria: [
        { title: 'Menyambut dan mendengarkan', weight: 25, levels: levels('Menyela atau tidak menatap warga.', 'Menyambut, tetapi menyela pada beberapa saat.', 'Menyambut, mendengar sampai selesai, mengulangi pokok masalah.', 'Sangat penuh perhatian; pokok dan perasaan warga terungkap tepat di ketiga adegan.') },
        { title: 'Empati dan pilihan kata', weight: 25, levels: levels('Menyalahkan atau bernada menggurui.', 'Sopan, tetapi memakai kalimat yang menutup pintu.', 'Memakai kalimat yang membuka jalan keluar.', 'Konsisten empatik, termasuk ketika menolak permintaan.') },
        { title: 'Penyelesaian dan pemulihan', weight: 30, levels: levels('Tidak ada penyelesaian.', 'Ada penyelesaian, tetapi tidak jelas langkah berikutnya.', 'Penyelesaian sesuai dengan wewenang; langkah dan waktu jelas.', 'Penyelesaian tuntas, tercatat, dan penyebab digali.') },
        { title: 'Penyesuaian bagi kelompok rentan', weight: 20, levels: levels('Tidak ada penyesuaian.', 'Satu penyesuaian dilakukan setelah diminta.', 'Penyesuaian ditawarkan dengan tepat.', 'Penyesuaian ditawarkan dengan tepat, bermartabat, dan warga tetap memegang kendali.') },
      ],
    },
  },
  {
    assessment: 'PRAK-3',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Olah <strong>sedikitnya 30 kuesioner SKM</strong> unit Anda, atau data latihan yang disediakan pengajar, menjadi NRR sembilan unsur, IKM, dan mutu pelayanan. Kemudian tulis <strong>tiga rekomendasi</strong> untuk unsur terendah.</p>
<ol>
<li>Masukkan data ke lembar kerja; satu baris satu responden.</li>
<li>Hitung NRR dari responden yang mengisi; gunakan bobot tepat 1/9; bulatkan hanya pada IKM.</li>
<li>Uji lembar kerja: bila semua jawaban bernilai 4, hasilnya harus 100,00.</li>
<li>Tulis rekomendasi lengkap: penyebab, tindakan, penanggung jawab, tenggat, ukuran.</li>
</ol>
<h3>Bukti yang diserahkan</h3>
<ul><li>Lembar kerja beserta rumus (tanpa nama dan NIK responden).</li><li>Laporan 2–3 halaman untuk pimpinan unit.</li></ul>`,
    rubric: {
      title: 'Rubrik pengolahan SKM',
      criteria: [
        { title: 'Ketepatan hitungan', weight: 40, levels: levels('IKM salah lebih dari 1,00.', 'IKM salah karena pembulatan bobot atau jawaban kosong dihitung nol.', 'IKM dan mutu benar; ada kekeliruan kecil pada NRR.', 'NRR, IKM, dan mutu benar; uji 100,00 ditunjukkan.') },
        { title: 'Penanganan data', weight: 20, levels: levels('Data memuat identitas responden.', 'Identitas dihapus, tetapi data kosong tidak dicatat.', 'Data bersih; jumlah pengisi per unsur dicatat.', 'Data bersih, terdokumentasi, dan keterbatasan sampel dijelaskan.') },
        { title: 'Rekomendasi', weight: 30, levels: levels('Rekomendasi umum, tanpa kaitan dengan data.', 'Terkait unsur terendah, tetapi tanpa penanggung jawab atau tenggat.', 'Tiga rekomendasi lengkap.', 'Tiga rekomendasi lengkap, didukung saran terbuka dan dapat dimulai dalam 30 hari.') },
        { title: 'Penyajian', weight: 10, levels: levels('Sulit dipahami.', 'Dapat dipahami dengan penjelasan lisan.', 'Jelas, dengan satu tabel atau grafik yang tepat.', 'Jelas, ringkas, dan dapat langsung dipublikasikan kepada warga.') },
      ],
    },
  },
  {
    assessment: 'PRAK-4',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Pengajar membagikan <strong>lima pengaduan latihan</strong>. Untuk setiap pengaduan: tentukan kewenangan, kadar pengawasan, dan tenggat; kemudian tulis jawaban dengan susunan lima bagian (100–150 kata).</p>
<h3>Bukti yang diserahkan</h3>
<ul><li>Lembar telaah lima pengaduan.</li><li>Lima jawaban tertulis dalam satu berkas.</li></ul>
<h3>Penilaian</h3>
<p>Nilai terendah diberikan untuk seluruh kriteria pelindungan apabila jawaban memuat data pribadi pelapor.</p>`,
    rubric: {
      title: 'Rubrik jawaban pengaduan',
      criteria: [
        { title: 'Ketepatan telaah', weight: 35, levels: levels('Tepat pada 0–1 pengaduan.', 'Tepat pada 2–3 pengaduan.', 'Tepat pada 4 pengaduan.', 'Tepat pada kelima pengaduan, termasuk tenggatnya.') },
        { title: 'Isi dan kejelasan jawaban', weight: 40, levels: levels('Jawaban templat.', 'Menjawab sebagian pokok masalah.', 'Kelima bagian ada dan mudah dipahami.', 'Kelima bagian ada, spesifik, dapat diperiksa, dan memberi jalan lanjutan.') },
        { title: 'Pelindungan pelapor', weight: 25, levels: levels('Memuat data pribadi pelapor.', 'Tidak memuat data, tetapi pelapor dapat dikenali dari konteks.', 'Pelapor tidak dapat dikenali.', 'Pelapor tidak dapat dikenali dan pilihan kerahasiaan dijelaskan.') },
      ],
    },
  },
  {
    assessment: 'PRAK-5',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Jalankan <strong>uji coba perbaikan selama lima hari kerja</strong> di loket unit Anda. Rencana satu halaman disetujui atasan langsung sebelum dimulai.</p>
<ol>
<li>Ukur keadaan awal: sedikitnya 25 pemohon.</li>
<li>Jalankan perubahan; isi log waktu setiap hari untuk sedikitnya 25 pemohon.</li>
<li>Bandingkan median dan persentase tepat janji; bahas bersama atasan.</li>
</ol>
<h3>Bukti yang diserahkan</h3>
<ul><li>Rencana satu halaman yang disetujui atasan.</li><li>Log waktu sebelum dan selama uji coba (lembar kerja).</li><li>Dua sampai enam foto sebelum dan sesudah tanpa wajah warga.</li><li>Laporan dua halaman.</li></ul>
<h3>Penilaian</h3>
<p>Pengajar menilai dengan rubrik; atasan langsung mengonfirmasi bahwa praktik lapangan benar-benar dilaksanakan.</p>`,
    rubric: {
      title: 'Rubrik aktualisasi',
      criteria: [
        { title: 'Perencanaan berbasis bukti', weight: 20, levels: levels('Masalah tidak didukung bukti.', 'Ada bukti, tetapi perubahan tidak menjawabnya.', 'Perubahan menjawab masalah yang berbukti.', 'Penyebab digali, perubahan kecil dan tepat, risiko diantisipasi.') },
        { title: 'Pelaksanaan lima hari', weight: 30, levels: levels('Kurang dari tiga hari.', 'Tiga sampai empat hari.', 'Lima hari dengan catatan lengkap.', 'Lima hari dengan catatan lengkap dan penyesuaian harian yang beralasan.') },
        { title: 'Pengukuran', weight: 30, levels: levels('Tidak ada pembanding.', 'Ada pembanding, tetapi jumlah atau waktunya tidak setara.', 'Sedikitnya 25 + 25 pemohon; median benar.', 'Median dan tepat janji benar, keterbatasan dijelaskan, tanpa klaim berlebihan.') },
        { title: 'Keberlanjutan', weight: 20, levels: levels('Tidak ada tindak lanjut.', 'Ada saran lisan.', 'Ada keputusan tertulis bersama atasan.', 'Perubahan dimasukkan ke dalam SOP atau rancangan Standar Pelayanan.') },
      ],
    },
  },
]
