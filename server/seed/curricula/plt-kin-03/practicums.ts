import type { PracticumSeed } from '../../content.ts'
import { levels } from '../levels.ts'

export const practicums: PracticumSeed[] = [
  {
    assessment: 'PRAK-1',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Susun <strong>RoPA untuk satu proses layanan</strong> di unit Anda dengan mengikuti satu berkas dari penerimaan sampai arsip, kemudian usulkan sedikitnya <strong>tiga tindakan minimisasi</strong>.</p>
<ol><li>Isi dua belas kolom RoPA; tandai yang belum pasti dengan "perlu dipastikan".</li><li>Uji setiap kolom formulir dengan tiga pertanyaan minimisasi.</li><li>Nilai risikonya dan tetapkan tindak lanjut.</li></ol>
<h3>Bukti yang diserahkan</h3>
<ul><li>Lembar RoPA (lembar kerja atau PDF).</li><li>Formulir sebelum dan sesudah minimisasi, dalam keadaan kosong.</li></ul>
<p>Jangan menyertakan data warga. Berkas yang memuat data pribadi nyata dikembalikan tanpa dinilai.</p>`,
    rubric: {
      title: 'Rubrik RoPA',
      criteria: [
        { title: 'Kelengkapan dan ketepatan', weight: 40, levels: levels('Kurang dari 6 kolom benar.', '6–8 kolom benar.', '9–11 kolom benar.', 'Kedua belas kolom benar; data spesifik dikenali.') },
        { title: 'Dasar pemrosesan', weight: 25, levels: levels('Tidak disebutkan atau keliru.', 'Disebutkan tanpa alasan.', 'Tepat dengan rujukan pasal.', 'Tepat, beralasan, dan dibedakan menurut tujuan.') },
        { title: 'Minimisasi', weight: 25, levels: levels('Tidak ada usulan.', 'Satu usulan.', 'Tiga usulan yang dapat dilaksanakan.', 'Tiga usulan atau lebih, dengan formulir baru dan persetujuan atasan.') },
        { title: 'Penilaian risiko', weight: 10, levels: levels('Tidak ada.', 'Ada tanpa alasan.', 'Beralasan.', 'Beralasan, dengan penanggung jawab dan tenggat.') },
      ],
    },
  },
  {
    assessment: 'PRAK-2',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<ol><li>Aktifkan <strong>MFA</strong> pada akun latihan dan susun prosedur ponsel hilang (setengah halaman).</li><li>Analisis <strong>10 contoh surel</strong> yang dibagikan pengajar: phishing atau sah, tanda yang ditemukan, tingkat bahaya, dan tindakan.</li></ol>
<h3>Bukti yang diserahkan</h3>
<ul><li>Tangkapan layar status MFA dengan kode QR dan kode pemulihan <strong>ditutup</strong>.</li><li>Tabel analisis sepuluh surel.</li><li>Prosedur ponsel hilang.</li></ul>
<p>Kerjakan di laboratorium. Jangan membuka tautan atau lampiran contoh di perangkat dinas.</p>`,
    rubric: {
      title: 'Rubrik kredensial dan phishing',
      criteria: [
        { title: 'Pengaktifan MFA', weight: 30, levels: levels('Tidak aktif.', 'Aktif, tetapi rahasia tampak pada bukti.', 'Aktif dan bukti aman.', 'Aktif, bukti aman, kode pemulihan tersimpan dengan benar.') },
        { title: 'Ketepatan analisis surel', weight: 45, levels: levels('0–4 surel tepat.', '5–6 surel tepat.', '7–8 surel tepat beserta tandanya.', '9–10 surel tepat beserta tanda, tingkat bahaya, dan tindakan.') },
        { title: 'Prosedur ponsel hilang', weight: 25, levels: levels('Tidak ada.', 'Ada tanpa pemastian identitas.', 'Lengkap dan berurutan.', 'Lengkap, berurutan, dan telah diuji bersama rekan.') },
      ],
    },
  },
  {
    assessment: 'PRAK-3',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Dalam kelompok empat orang, jalankan <strong>latihan meja insiden kebocoran data</strong> selama 90 menit. Pengajar membacakan perkembangan setiap 10 menit; peran: koordinator, admin, petugas PDP, humas.</p>
<ol><li>Catat linimasa dengan waktu setiap keputusan.</li><li>Tentukan kapan kegagalan diketahui dan hitung batas 3 × 24 jam.</li><li>Tulis <strong>draf pemberitahuan</strong> kepada subjek data (paling panjang satu halaman).</li></ol>
<h3>Bukti yang diserahkan</h3>
<ul><li>Linimasa kelompok.</li><li>Draf pemberitahuan perorangan.</li><li>Tiga pelajaran untuk unit Anda.</li></ul>`,
    rubric: {
      title: 'Rubrik latihan meja insiden',
      criteria: [
        { title: 'Linimasa dan perhitungan batas', weight: 30, levels: levels('Tidak ada waktu.', 'Waktu ada, batas keliru.', 'Waktu dan batas benar.', 'Waktu dan batas benar beserta dasar penetapan saat diketahui.') },
        { title: 'Keputusan penahanan dan bukti', weight: 25, levels: levels('Bukti dihilangkan.', 'Penahanan terlambat.', 'Penahanan tepat dan bukti terjaga.', 'Tepat, terjaga, dan koordinasi antarperan jelas.') },
        { title: 'Isi pemberitahuan', weight: 35, levels: levels('Satu dari tiga isi minimum.', 'Dua dari tiga isi minimum.', 'Ketiga isi minimum dengan bahasa jelas.', 'Lengkap, jelas, jujur, dan memuat langkah bagi warga.') },
        { title: 'Pembelajaran', weight: 10, levels: levels('Tidak ada.', 'Umum.', 'Tiga pelajaran spesifik.', 'Tiga pelajaran dengan penanggung jawab dan tenggat.') },
      ],
    },
  },
  {
    assessment: 'PRAK-4',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Dengan izin tertulis pemilik aplikasi, periksa <strong>hak akses satu aplikasi OPD</strong> dan sepuluh butir daftar periksa pengamanan bersama admin.</p>
<ol><li>Cocokkan daftar akun dengan penugasan; kelompokkan temuan hingga jumlahnya sama dengan jumlah akun.</li><li>Nilai risiko setiap temuan (kemungkinan × dampak).</li><li>Serahkan rekomendasi kepada atasan.</li></ol>
<h3>Bukti yang diserahkan</h3>
<ul><li>Surat izin.</li><li>Rekap temuan <strong>tanpa nama akun dan data warga</strong>.</li><li>Rencana perbaikan dengan penanggung jawab dan tenggat.</li></ul>
<p>Dilarang melakukan pengujian penembusan. Atasan langsung mengonfirmasi praktik lapangan.</p>`,
    rubric: {
      title: 'Rubrik pemeriksaan aplikasi',
      criteria: [
        { title: 'Izin dan etika', weight: 15, levels: levels('Tanpa izin.', 'Izin lisan.', 'Izin tertulis; data disamarkan.', 'Izin tertulis, data disamarkan, kanal pelaporan tertutup.') },
        { title: 'Peninjauan hak akses', weight: 40, levels: levels('Sebagian kecil akun diperiksa.', 'Lebih dari separuh akun diperiksa.', 'Semua akun diperiksa dan jumlahnya cocok.', 'Semua cocok, pemisahan tugas dinilai.') },
        { title: 'Daftar periksa pengamanan', weight: 25, levels: levels('0–4 butir dengan bukti.', '5–7 butir dengan bukti.', '8–9 butir dengan bukti.', 'Sepuluh butir dengan bukti.') },
        { title: 'Rencana perbaikan', weight: 20, levels: levels('Tidak ada.', 'Tanpa urutan risiko.', 'Terurut menurut risiko.', 'Terurut, bertenggat, dan sedikitnya satu perbaikan telah dijalankan.') },
      ],
    },
  },
]
