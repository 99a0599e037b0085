import { bareQuestion, type NumberKey, type Question } from '../../question.ts'
import { head, writeTable, type TableCell } from './write.ts'

const number = (value: number, fields: Partial<NumberKey> = {}): NumberKey => ({ value, tolerance: 0, toleranceKind: 'NOMINAL', unit: null, units: [], unitPenalty: 0.1, ...fields })
const named = <T>(texts: readonly T[]) => texts.map((text, at) => ({ id: String(at), text }))
const choices = (right: readonly string[], wrong: readonly string[]) => named([...right, ...wrong]).map(one => ({ ...one, right: right.includes(one.text), fraction: null }))

/** One question of every kind a row can say, as people here would ask it. */
const examples: Question[] = [
  { ...bareQuestion('', 'SINGLE_CHOICE', '<p>Undang-undang tentang pelayanan publik adalah …</p>'), choices: choices(['UU 25/2009'], ['UU 5/2014', 'UU 37/2008']), feedback: '<p>UU 37/2008 tentang Ombudsman.</p>' },
  { ...bareQuestion('', 'MULTIPLE_CHOICE', '<p>Mana yang termasuk unsur survei kepuasan masyarakat?</p>'), choices: choices(['Persyaratan', 'Waktu penyelesaian'], ['Warna seragam']) },
  { ...bareQuestion('', 'TRUE_FALSE', '<p>Maklumat pelayanan wajib dipublikasikan.</p>'), right: true },
  { ...bareQuestion('', 'SHORT_ANSWER', '<p>Lembaga pengawas pelayanan publik adalah …</p>'), patterns: [{ text: 'Ombudsman*', fraction: 1 }, { text: 'ORI', fraction: 0.5 }] },
  { ...bareQuestion('', 'NUMERIC', '<p>Berapa nilai IKM bila rata-rata unsurnya 3,25?</p>'), number: number(81.25, { tolerance: 0.01 }) },
  { ...bareQuestion('', 'MATCHING', '<p>Jodohkan provinsi dengan ibu kotanya.</p>'), matching: { pairs: [{ id: '1', stem: 'Sumatera Utara', match: 'Medan' }, { id: '2', stem: 'Aceh', match: 'Banda Aceh' }], distractors: ['Padang'] } },
  { ...bareQuestion('', 'ORDERING', '<p>Urutkan langkah penanganan pengaduan.</p>'), ordering: { items: named(['Menerima', 'Menelaah', 'Menyelesaikan', 'Memberi tahu pengadu']), scoring: 'SUBSEQUENCE' } },
  {
    ...bareQuestion('', 'CLOZE', '<p>Ibu kota Sumatera Utara adalah [[g1]], yang memiliki [[g2]] kecamatan.</p>'),
    gaps: [{ id: 'g1', kind: 'TEXT', weight: 1, patterns: [{ text: 'Medan', fraction: 1 }], number: null, choices: [] }, { id: 'g2', kind: 'NUMBER', weight: 1, patterns: [], number: number(21), choices: [] }],
  },
  { ...bareQuestion('', 'CALCULATED', '<p>Sebuah loket melayani {a} orang per jam selama {b} jam. Berapa orang dilayani?</p>'), calculated: { variables: [{ name: 'a', min: 5, max: 20, decimals: 0 }, { name: 'b', min: 2, max: 8, decimals: 0 }], formula: 'a * b', answer: number(0), variants: 20 } },
  { ...bareQuestion('', 'ESSAY', '<p>Uraikan satu perbaikan layanan di unit Anda.</p>'), points: 5, essay: { minWords: 50, maxWords: 300, template: '' } },
  { ...bareQuestion('', 'FILE', '<p>Unggah standar pelayanan unit Anda.</p>'), points: 5, file: { maxFiles: 1, accept: ['PDF', 'DOCUMENT'] } },
]

/** What belongs into each column, by its name; answers by what kind of question it is. */
const hints: Readonly<Record<string, string>> = {
  Jenis: 'Wajib. Lihat lembar Contoh untuk semua jenis, misalnya PILIHAN GANDA.', Soal: 'Wajib. Teks biasa; baris kosong memisahkan paragraf.',
  'Jawaban 1': 'Pilihan, jawaban yang diterima, pasangan (kiri => kanan), atau langkah menurut urutan; lihat lembar Contoh.',
  Kunci: 'Huruf pilihan yang benar (B, atau A, C), BENAR atau SALAH, atau bobot tiap jawaban (1; 0,5).',
  'Cara nilai': 'Boleh kosong. BOBOT, SEMUA, HURUF BESAR, RELATIF, GEOMETRIK, TEMPAT, PASANGAN.', Poin: '0,25 sampai 100; kosong berarti 1.',
  'Umpan balik': 'Boleh kosong.', Kategori: 'Boleh kosong. Bagian dipisahkan dengan /.', Tag: 'Boleh kosong. Dipisahkan dengan koma.', Jenjang: 'Boleh kosong. C1 sampai C6.',
}
const widths: Readonly<Record<string, number>> = { Jenis: 18, Soal: 60, 'Umpan balik': 40 }

/** The sheet to be filled in, and one with an example of every kind, which is not read. */
export function templateSheets(): { name: string; columns: { name: string; hint: string; width: number }[]; rows: TableCell[][] }[] {
  const columns = head.map(name => ({ name, hint: hints[name] ?? 'Boleh kosong.', width: widths[name] ?? 18 }))
  return [{ name: 'Soal', columns, rows: [] }, { name: 'Contoh', columns, rows: writeTable(examples.map(question => ({ question }))).rows }]
}
