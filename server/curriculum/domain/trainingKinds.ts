import type { TrainingKindDoc } from '../model.ts'

type Row = [id: number, name: string, path: TrainingKindDoc['path'], flag: TrainingKindDoc['flag'], floor: number | null, target: number | null]

/**
 * SIASN's jenisDiklat, 25 rows, with BKN's own ids (DOMAIN §3.1, certain: BKN reference data of May 2025). The flag is
 * SIASN's; that T and F count as training and P as seminar is an inference from the names, to be confirmed with BKN.
 * The path follows LAN 10/2018; local systems disagree on Sosialisasi, so it stays a field.
 *
 * Shares of practice (P+PL) are defaults of this product, editable, for no binding national ratio was found (DOMAIN
 * §10.3): aimed at 0.60 and warned below 0.50 for technical training, workshops and bimtek; 0.40 for managerial and
 * sociocultural training, with which structural training is counted; 0.50 for other training that has a curriculum;
 * none for seminars and sosialisasi, nor for forms that are practice by nature.
 */
const rows: readonly Row[] = [
  [1, 'Diklat Struktural', 'CLASSICAL', 'T', 0.4, 0.4],
  [2, 'Diklat Fungsional', 'CLASSICAL', 'F', 0.5, 0.5],
  [3, 'Diklat Teknis', 'CLASSICAL', 'T', 0.5, 0.6],
  [4, 'Workshop', 'CLASSICAL', 'P', 0.5, 0.6],
  [5, 'Pelatihan Manajerial', 'CLASSICAL', 'T', 0.4, 0.4],
  [6, 'Pelatihan Sosial Kultural', 'CLASSICAL', 'T', 0.4, 0.4],
  [7, 'Sosialisasi', 'CLASSICAL', 'P', null, null],
  [8, 'Bimbingan Teknis', 'CLASSICAL', 'T', 0.5, 0.6],
  [9, 'Seminar', 'CLASSICAL', 'P', null, null],
  [10, 'Magang', 'NON_CLASSICAL', 'T', null, null],
  [11, 'Kursus', 'CLASSICAL', 'T', 0.5, 0.5],
  [12, 'Penataran', 'CLASSICAL', 'T', 0.5, 0.5],
  [13, 'Pengembangan Kompetensi dalam bentuk pelatihan klasikal lainnya', 'CLASSICAL', 'T', 0.5, 0.5],
  [14, 'Coaching', 'NON_CLASSICAL', 'T', null, null],
  [15, 'Mentoring', 'NON_CLASSICAL', 'T', null, null],
  [16, 'E-Learning', 'NON_CLASSICAL', 'T', 0.5, 0.5],
  [17, 'Pelatihan Jarak Jauh', 'NON_CLASSICAL', 'T', 0.5, 0.5],
  [18, 'Detasering (Secondment)', 'NON_CLASSICAL', 'T', null, null],
  [19, 'Pembelajaran Alam Terbuka (Outbond)', 'NON_CLASSICAL', 'T', null, null],
  [20, 'Patok Banding (Benchmarking)', 'NON_CLASSICAL', 'T', null, null],
  [21, 'Pertukaran PNS dengan pegawai swasta/BUMN/BUMD', 'NON_CLASSICAL', 'T', null, null],
  [22, 'Belajar Mandiri (Self Development)', 'NON_CLASSICAL', 'T', null, null],
  [23, 'Komunitas Belajar (Community of Practices)', 'NON_CLASSICAL', 'T', null, null],
  [24, 'Bimbingan di Tempat Kerja', 'NON_CLASSICAL', 'T', null, null],
  [25, 'Pengembangan kompetensi pelatihan nonklasikal lainnya', 'NON_CLASSICAL', 'T', null, null],
]

export const trainingKinds: readonly TrainingKindDoc[] = rows.map(([id, name, path, flag, practiceFloor, practiceTarget]) =>
  ({ id, name, path, flag, practiceFloor, practiceTarget }))

/** The kind of training with this id of SIASN, or null. */
export const trainingKindOf = (id: number): TrainingKindDoc | null => trainingKinds.find(kind => kind.id === id) ?? null
