import { identityFields, sheetShapes, type SheetKey } from './columns.ts'
import { EXAMPLE } from './readTable.ts'
import type { CellValue, Sheet } from './sheets.ts'

/** Rows that show how each sheet is filled in; they are skipped when the file comes back. */
const rows: Record<SheetKey, CellValue[][]> = {
  identity: Object.values(identityFields).map(({ name }) => [name, '']),
  team: [[EXAMPLE, 'Dr. Rina Siregar, M.Si.', 'Universitas Sumatera Utara', 'Pengembang']],
  outcomes: [[EXAMPLE, 'CP-1', 'Menjelaskan standar pelayanan.', 'C2', 'Menyebutkan komponen standar\nMembedakan standar dan SOP']],
  competencies: [[EXAMPLE, 'M.05', 'Pelayanan publik', 'Manajerial', 2, 3, 'CP-1', 'Nilai kepuasan masyarakat menurun.']],
  subjects: [[EXAMPLE, 'Standar pelayanan', 'Komponen standar dan penerapannya.', 'Komponen\nMaklumat', 2, 4, 0, 'CP-1']],
  activities: [
    [EXAMPLE, 'Standar pelayanan', 'Pembukaan', 'Teori', 'Pendahuluan', 15, 'Menyampaikan tujuan.', 'Menyampaikan harapan.', 'Diskusi', 'Slide', 'CP-1'],
    [EXAMPLE, '', 'Paparan', 'Teori', 'Penyajian', 75, 'Menjelaskan komponen.', 'Bertanya.', 'Ceramah', 'Slide', 'CP-1'],
    [EXAMPLE, '', 'Menyusun maklumat', 'Praktik', 'Penyajian', 180, 'Membimbing.', 'Menyusun.', 'Praktik', 'Lembar kerja', 'CP-1'],
  ],
  assessments: [[EXAMPLE, 'Tes', 'Tes akhir', 'Standar pelayanan', 'CP-1', 'Jawablah semua soal.', 100], [EXAMPLE, 'Tugas praktik', 'Maklumat pelayanan', 'Standar pelayanan', 'CP-1', 'Susun maklumat unit Anda.', 100]],
  blueprint: [[EXAMPLE, 'Tes akhir', 'CP-1', 'C2', 10]],
  references: [['Contoh: UU Nomor 25 Tahun 2009 tentang Pelayanan Publik']],
}

/** The empty spreadsheet that authors download, with a line of example in each sheet. */
export const exampleSheets = (): Sheet[] => (Object.keys(sheetShapes) as SheetKey[]).map(key => ({ name: sheetShapes[key].name, columns: sheetShapes[key].columns, rows: rows[key] }))
