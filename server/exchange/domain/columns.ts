/** The sheets of a curriculum as a spreadsheet: their names, their columns, and what else people call these. */
export type ColumnKey = string
export type SheetShape = { name: string; also: readonly string[]; columns: readonly { key: ColumnKey; name: string; also: readonly string[]; width: number; hint: string }[] }

const id = { key: 'id', name: 'ID', also: [], width: 12, hint: 'Diisi sistem; kosongkan untuk baris baru.' }
const outcomes = { key: 'outcomes', name: 'Capaian', also: ['hasil belajar', 'cpmk', 'kode capaian'], width: 18, hint: 'Kode capaian, dipisah koma: CP-1, CP-2.' }
const column = (key: string, name: string, width: number, hint: string, ...also: string[]) => ({ key, name, also, width, hint })

export const sheetShapes = {
  identity: {
    name: 'Identitas', also: ['identity', 'umum'],
    columns: [column('field', 'Isian', 22, 'Jangan diubah.', 'field'), column('value', 'Nilai', 70, 'Isi di kolom ini.', 'isi', 'value')],
  },
  team: {
    name: 'Tim', also: ['tim penyusun', 'penyusun', 'team'],
    columns: [id, column('name', 'Nama', 34, 'Nama dengan gelar.'), column('institution', 'Lembaga', 34, 'Instansi atau perguruan tinggi.', 'instansi', 'institusi'), column('role', 'Peran', 24, 'Pengembang, Koordinator, Ketua program studi, Penelaah, atau Pengajar.', 'role')],
  },
  outcomes: {
    name: 'Capaian', also: ['hasil belajar', 'cpmk', 'capaian pembelajaran'],
    columns: [id, column('code', 'Kode', 10, 'Contoh: CP-1.'), column('text', 'Rumusan', 60, 'Kata kerja yang dapat diukur.', 'capaian', 'hasil belajar', 'cpmk', 'uraian'), column('level', 'Level kognitif', 14, 'C1 sampai C6.', 'level', 'taksonomi'), column('indicators', 'Indikator', 60, 'Satu indikator per baris di dalam sel.', 'indikator hasil belajar', 'sub-cpmk')],
  },
  competencies: {
    name: 'Kompetensi', also: ['cpl', 'competencies'],
    columns: [id, column('code', 'Kode', 10, 'Contoh: M.05.'), column('name', 'Nama', 40, 'Nama kompetensi.', 'kompetensi'), column('kind', 'Jenis', 18, 'Manajerial, Sosial kultural, atau Teknis.'), column('fromLevel', 'Tingkat awal', 12, '1 sampai 5; boleh kosong.', 'dari'), column('toLevel', 'Tingkat tujuan', 14, '1 sampai 5.', 'tingkat', 'ke'), outcomes, column('need', 'Kebutuhan', 50, 'Kesenjangan yang dijawab.', 'kebutuhan yang dijawab')],
  },
  subjects: {
    name: 'Mata pelatihan', also: ['mata diklat', 'mata kuliah', 'modul', 'struktur program', 'subjects'],
    columns: [id, column('title', 'Judul', 40, 'Nama mata pelatihan.', 'mata pelatihan', 'mata diklat', 'modul', 'nama'), column('description', 'Deskripsi singkat', 50, 'Beberapa kalimat.', 'deskripsi'), column('topics', 'Materi pokok', 50, 'Satu materi per baris di dalam sel.', 'materi', 'bahan kajian', 'pokok bahasan'), column('theory', 'T', 7, 'Jam pelajaran teori.', 'teori'), column('practice', 'P', 7, 'Jam pelajaran praktik.', 'praktik', 'praktek'), column('field', 'PL', 7, 'Jam pelajaran praktik lapangan.', 'praktik lapangan', 'lapangan'), outcomes],
  },
  activities: {
    name: 'Kegiatan', also: ['rencana pembelajaran', 'rp', 'kegiatan pembelajaran', 'activities'],
    columns: [id, column('subject', 'Mata pelatihan', 34, 'Judul seperti di lembar Mata pelatihan; kosong berarti sama dengan baris di atasnya.', 'mata diklat', 'modul'), column('title', 'Kegiatan', 40, 'Nama kegiatan.', 'judul'), column('form', 'Bentuk', 18, 'Teori, Praktik, atau Praktik lapangan.', 't/p/pl'), column('stage', 'Tahapan', 14, 'Pendahuluan, Penyajian, atau Penutup.', 'tahap'), column('minutes', 'Menit', 8, 'Bilangan bulat; 1 JP = 45 menit.', 'waktu', 'waktu menit', 'waktu (menit)'), column('facilitator', 'Kegiatan fasilitator', 44, 'Yang dilakukan fasilitator.', 'fasilitator'), column('participants', 'Kegiatan peserta', 44, 'Yang dilakukan peserta.', 'peserta'), column('method', 'Metode', 22, 'Contoh: Diskusi.'), column('media', 'Media', 22, 'Contoh: Slide.', 'alat bantu', 'alat bantu/media'), outcomes],
  },
  assessments: {
    name: 'Penilaian', also: ['evaluasi', 'asesmen', 'assessments'],
    columns: [id, column('kind', 'Jenis', 16, 'Tes atau Tugas praktik.', 'bentuk'), column('title', 'Judul', 40, 'Nama penilaian.', 'penilaian', 'nama'), column('subject', 'Mata pelatihan', 34, 'Judul seperti di lembar Mata pelatihan.', 'mata diklat', 'modul'), outcomes, column('instructions', 'Petunjuk', 60, 'Yang harus dikerjakan peserta.', 'instruksi', 'kriteria'), column('weight', 'Bobot', 8, 'Persen; jumlah tiap jenis 100.', 'bobot (%)')],
  },
  blueprint: {
    name: 'Kisi-kisi', also: ['kisi kisi', 'kisi-kisi soal', 'blueprint'],
    columns: [id, column('assessment', 'Penilaian', 34, 'Judul seperti di lembar Penilaian; kosong berarti sama dengan baris di atasnya.'), { ...outcomes, key: 'outcome', hint: 'Satu kode capaian.' }, column('level', 'Level kognitif', 14, 'C1 sampai C6.', 'level'), column('items', 'Jumlah soal', 12, 'Paling sedikit 1.', 'jumlah')],
  },
  references: { name: 'Referensi', also: ['daftar pustaka', 'pustaka', 'references'], columns: [column('text', 'Referensi', 90, 'Satu rujukan per baris.', 'pustaka', 'rujukan')] },
} as const satisfies Record<string, SheetShape>

export type SheetKey = keyof typeof sheetShapes

/** What the column is called in which a field of the content is written: `subjects.3.activities.0.minutes` is Menit. Null where there is none. */
export function columnOf(path: string): string | null {
  const names = path.split('.').filter(part => !/^\d+$/.test(part))
  const [list, field] = names.length === 1 ? ['identity', names[0]!] : [names.filter(name => name in sheetShapes).at(-1), names.at(-1)!]
  if (list === 'identity') return Object.hasOwn(identityFields, field) ? identityFields[field as keyof typeof identityFields].name : null
  return list ? sheetShapes[list as SheetKey].columns.find(column => column.key === field)?.name ?? null : null
}

/** Rows of the sheet Identitas, by what they say. */
export const identityFields = {
  title: { name: 'Nama pelatihan', also: ['judul', 'nama', 'mata kuliah', 'program'] }, kind: { name: 'Jenis pelatihan', also: ['jenis'] },
  mode: { name: 'Cara penyelenggaraan', also: ['moda', 'metode', 'mode'] }, audience: { name: 'Peserta', also: ['sasaran', 'sasaran peserta'] },
  summary: { name: 'Tujuan dan ringkasan', also: ['ringkasan', 'deskripsi', 'tujuan', 'deskripsi singkat'] }, faculty: { name: 'Fakultas', also: ['program studi', 'prodi'] },
} as const
