import type { PracticumSeed } from '../../content.ts'
import { levels } from '../levels.ts'

export const practicums: PracticumSeed[] = [
  {
    assessment: 'PRAK-1',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Peragakan <strong>dua puluh kosakata isyarat layanan</strong> dan satu dialog loket sepanjang dua menit tanpa suara, berpasangan dengan rekan atau warga Tuli. Tambahkan satu adegan melayani warga netra atau lansia.</p>
<h3>Bukti yang diserahkan</h3>
<ul><li>Video 5–7 menit: kosakata, dialog, dan adegan. Wajah pemeran ditampilkan hanya dengan izinnya.</li><li>Catatan koreksi dari pengajar Tuli dan perbaikannya.</li></ul>
<h3>Penilaian</h3>
<p>Dinilai oleh pengajar Tuli dan fasilitator. Ragam isyarat daerah diterima.</p>`,
    rubric: {
      title: 'Rubrik komunikasi dan isyarat dasar',
      criteria: [
        { title: 'Ketepatan kosakata', weight: 40, levels: levels('0–9 kosakata dipahami.', '10–14 kosakata dipahami.', '15–18 kosakata dipahami.', '19–20 kosakata dipahami dengan bentuk dan gerak tepat.') },
        { title: 'Ekspresi dan kelancaran', weight: 20, levels: levels('Tanpa ekspresi, terputus-putus.', 'Ekspresi sesekali.', 'Ekspresi sesuai, cukup lancar.', 'Ekspresi sebagai tata bahasa, lancar dalam dialog.') },
        { title: 'Sikap melayani', weight: 30, levels: levels('Berbicara kepada pendamping.', 'Langsung kepada warga, tetapi terburu-buru.', 'Langsung, menawarkan bantuan, memberi waktu.', 'Konsisten bermartabat; warga memegang kendali.') },
        { title: 'Tindak lanjut koreksi', weight: 10, levels: levels('Tidak ada.', 'Dicatat saja.', 'Sebagian diperbaiki.', 'Seluruhnya diperbaiki.') },
      ],
    },
  },
  {
    assessment: 'PRAK-2',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<ol><li><strong>Audit fisik</strong> satu tempat layanan dengan sembilan titik, bersama sedikitnya satu penyandang disabilitas atau lansia.</li><li><strong>Audit digital</strong> satu laman OPD dengan sepuluh pemeriksaan, sekurang-kurangnya kontras, papan ketik, dan teks alternatif.</li></ol>
<h3>Bukti yang diserahkan</h3>
<ul><li>Lembar audit fisik dengan ukuran dan foto tanpa wajah.</li><li>Lembar audit digital dengan tangkapan layar.</li><li>Lima temuan dengan susunan lokasi, fakta, akibat, usulan; terurut menurut prioritas.</li></ul>`,
    rubric: {
      title: 'Rubrik audit aksesibilitas',
      criteria: [
        { title: 'Ketelitian audit fisik', weight: 35, levels: levels('Kurang dari 5 titik.', '5–6 titik, sebagian tanpa ukuran.', '7–8 titik dengan ukuran.', 'Sembilan titik dengan ukuran dan hitungan kemiringan benar.') },
        { title: 'Ketelitian audit digital', weight: 30, levels: levels('Kurang dari 4 pemeriksaan.', '4–6 pemeriksaan.', '7–9 pemeriksaan dengan bukti.', 'Sepuluh pemeriksaan dengan bukti, termasuk uji pembaca layar.') },
        { title: 'Pelibatan warga', weight: 15, levels: levels('Tidak ada.', 'Ada, tetapi pendapatnya tidak dimuat.', 'Pendapat dimuat.', 'Pendapat menentukan prioritas.') },
        { title: 'Temuan dan prioritas', weight: 20, levels: levels('Umum.', 'Spesifik, tanpa urutan.', 'Spesifik dan terurut.', 'Spesifik, terurut, dan terbagi antara perbaikan cepat dan perencanaan.') },
      ],
    },
  },
  {
    assessment: 'PRAK-3',
    instructions: `
<h3>Yang Anda kerjakan</h3>
<p>Pilih <strong>satu perbaikan cepat</strong> dari hasil audit, jalankan di unit Anda dalam satu pekan, lalu uji bersama sedikitnya tiga warga sasaran sebelum dan sesudahnya.</p>
<h3>Bukti yang diserahkan</h3>
<ul><li>Rencana satu halaman dengan persetujuan atasan.</li><li>Foto sebelum dan sesudah tanpa wajah.</li><li>Hasil uji: tugas, jumlah berhasil, catatan warga.</li><li>Usulan keberlanjutan untuk SOP.</li></ul>
<p>Keselamatan didahulukan: jangan membuat landaian darurat. Atasan langsung mengonfirmasi praktik lapangan.</p>`,
    rubric: {
      title: 'Rubrik perbaikan cepat',
      criteria: [
        { title: 'Pilihan perbaikan', weight: 20, levels: levels('Tidak terkait audit.', 'Terkait, dampaknya kecil.', 'Terkait dan berdampak.', 'Terkait, berdampak besar, aman, dan dipilih bersama warga.') },
        { title: 'Pelaksanaan', weight: 30, levels: levels('Belum dijalankan.', 'Dijalankan sebagian.', 'Dijalankan penuh.', 'Dijalankan penuh dan disempurnakan setelah uji pertama.') },
        { title: 'Uji bersama warga', weight: 30, levels: levels('Tidak ada.', 'Hanya sesudah.', 'Sebelum dan sesudah, sedikitnya tiga warga.', 'Sebelum dan sesudah, kegagalan dianalisis, tanpa klaim berlebihan.') },
        { title: 'Keberlanjutan', weight: 20, levels: levels('Tidak ada.', 'Saran lisan.', 'Tertulis dalam rencana unit.', 'Masuk SOP dengan pemilik dan jadwal periksa.') },
      ],
    },
  },
]
