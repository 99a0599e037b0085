/** What the gallery shows: sample texts, so that the page itself holds none. */
import type { Column } from './table.ts'

export type SampleRow = { id: string; name: string; unit: string; hours: number; state: 'success' | 'warning' | 'danger' }

export const words = {
  key: 'Ctrl', site: 'https://www.menpan.go.id', title: 'Galeri komponen', text: 'Setiap bagian dari perangkat antarmuka, dalam setiap keadaannya.',
  save: 'Simpan draf', publish: 'Terbitkan', remove: 'Hapus kuis', more: 'Selengkapnya', add: 'Tambah', sent: 'Sudah tersimpan.',
  buttons: 'Tombol', fields: 'Isian', shows: 'Tampilan', states: 'Keadaan', tables: 'Tabel', flows: 'Alur', overlays: 'Lapisan',
  lorem: 'Modul ini membahas standar pelayanan publik dan cara mengukurnya dengan survei kepuasan masyarakat.',
  ask: 'Hapus kuis ini?', askText: 'Jawaban peserta ikut terhapus dan tidak dapat dikembalikan.',
  lost: 'Kesempatan Anda sudah habis (3 kali).', empty: 'Belum ada pelatihan', emptyText: 'Pelatihan yang Anda ikuti akan tampil di sini.',
}

export const units = [
  'Dinas Kependudukan dan Pencatatan Sipil', 'Dinas Kesehatan', 'Dinas Komunikasi dan Informatika', 'Kecamatan Medan Baru', 'Badan Kepegawaian dan Pengembangan SDM', 'Dinas Perhubungan',
].map((label, index) => ({ value: `u${index}`, label, text: `OPD ${index + 1}` }))

export const modes = [
  { value: 'klasikal', label: 'Klasikal', text: 'Tatap muka di kelas' },
  { value: 'daring', label: 'Daring', text: 'Lewat jaringan, menurut jadwal' },
  { value: 'bauran', label: 'Bauran', text: 'Daring dan tatap muka', disabled: true },
]

export const columns: Column<SampleRow>[] = [
  { key: 'name', label: 'Nama', sortable: true },
  { key: 'unit', label: 'Perangkat daerah', hide: 'narrow' },
  { key: 'hours', label: 'JP', align: 'end', sortable: true },
  { key: 'state', label: 'Keadaan' },
]
export const rows: SampleRow[] = [
  { id: '1', name: 'Siti Rahma Nasution', unit: 'Dinas Kesehatan', hours: 40, state: 'success' },
  { id: '2', name: 'Budi', unit: 'Kecamatan Medan Baru', hours: 24, state: 'warning' },
  { id: '3', name: 'Dr. Rosmawati Br. Ginting, S.Sos., M.Si.', unit: 'Badan Kepegawaian dan Pengembangan SDM', hours: 12, state: 'danger' },
]
export const stateWords = { success: 'Lulus', warning: 'Menunggu verifikasi', danger: 'Tidak lulus' }

export const facts = [
  { key: 'nip', label: 'NIP', value: '19850512 201001 2 003' }, { key: 'rank', label: 'Pangkat', value: 'Penata (III/c)' },
  { key: 'unit', label: 'Unit kerja', value: 'Dinas Kesehatan' }, { key: 'state', label: 'Keadaan' },
]
export const history = [
  { key: 'a', title: 'Disahkan', time: '5 September 2025, 08.00 WIB', text: 'Oleh Kepala BKPSDM', tone: 'success' as const },
  { key: 'b', title: 'Dikembalikan untuk perbaikan', time: '1 September 2025', text: 'Lengkapi hasil belajar modul 2.', tone: 'warning' as const },
  { key: 'c', title: 'Diajukan', time: '28 Agustus 2025' },
]
export const steps = [
  { key: 'draft', label: 'Draf' }, { key: 'review', label: 'Tinjauan mitra', text: 'USU' }, { key: 'approval', label: 'Persetujuan' }, { key: 'done', label: 'Berlaku' },
]
export const parts = [{ key: 't', label: 'Teori', value: 14 }, { key: 'p', label: 'Praktik', value: 18 }, { key: 'pl', label: 'Praktik lapangan', value: 8 }]
export const files = [
  { id: '1', name: 'laporan-aktualisasi-loket-pelayanan-terpadu.pdf', size: 1_400_000, progress: 0.45, state: 'uploading' as const },
  { id: '2', name: 'bukti.pdf', size: 320_000, progress: 1, state: 'done' as const, href: '#' },
  { id: '3', name: 'foto.png', size: 890_000, progress: 0.2, state: 'failed' as const, error: 'Sambungan terputus.' },
]
export const html = '<h3>Standar pelayanan</h3><p>Baca <a href="#">peraturannya</a>, lalu:</p><ul><li>susun <strong>maklumat</strong>;</li><li>ukur kepuasan.</li></ul><blockquote><p>Pelayanan adalah janji.</p></blockquote>'
