import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { png } from './png.ts'

/** Evidence as people hand it in: small real files, made here. No photograph, no name, no figure of a real person or office. */
export type Sample = { path: string; name: string; type: string }

/** A report, a chart, a table and notes on a practicum, written into `folder`. */
export async function samplesOf(title: string, folder: string): Promise<Sample[]> {
  mkdirSync(folder, { recursive: true })
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40)
  const files: [string, string, Buffer | string][] = [
    [`laporan-${slug}.pdf`, 'application/pdf', await report(title)],
    ['grafik-waktu-layanan.png', 'image/png', chart([24, 22, 19, 17, 15])],
    ['rekap-data.csv', 'text/csv', table()],
    ['catatan-pelaksanaan.txt', 'text/plain', notes(title)],
  ]
  return files.map(([name, type, content]) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return { path, name, type }
  })
}

function report(title: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 64, info: { Title: title, CreationDate: new Date(0), ModDate: new Date(0) } })
  const parts: Buffer[] = []
  const done = new Promise<Buffer>(resolve => pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))))
  const heading = (text: string) => pdf.moveDown().font('Helvetica-Bold').fontSize(12).text(text).moveDown(0.3).font('Helvetica').fontSize(11)
  pdf.font('Helvetica-Bold').fontSize(18).text(title).font('Helvetica').fontSize(10).fillColor('#555555').text('Laporan praktikum. Data dalam laporan ini adalah data latihan.').fillColor('#000000')
  heading('1. Keadaan awal').text('Waktu layanan rata-rata 24 menit. Empat dari sepuluh berkas dikembalikan karena persyaratan tidak lengkap.')
  heading('2. Yang dilakukan').list([
    'Memetakan langkah layanan bersama dua rekan dari unit yang sama.', 'Menguji perubahan selama lima hari kerja dan mencatat waktunya setiap hari.',
    'Meminta tanggapan tiga pengguna layanan, satu di antaranya lansia.',
  ], { bulletRadius: 2 })
  heading('3. Hasil').text('Waktu layanan rata-rata turun menjadi 15 menit (lihat grafik terlampir). Berkas yang dikembalikan turun menjadi satu dari sepuluh.')
  heading('4. Rekomendasi').list(['Papan persyaratan di pintu masuk.', 'Antrean terpisah bagi lansia dan penyandang disabilitas.', 'Daftar periksa berkas di setiap loket.'], { bulletRadius: 2 })
  pdf.end()
  return done
}

function table(): string {
  const rows = Array.from({ length: 30 }, (_, person) => [person + 1, ...Array.from({ length: 9 }, (_, element) => 3 + ((person * 2 + element) % 3 === 0 ? 0 : 1))].join(';'))
  return ['responden;U1;U2;U3;U4;U5;U6;U7;U8;U9', ...rows, ''].join('\r\n')
}

const notes = (title: string) => `Catatan pelaksanaan: ${title}

Hari 1  Pemetaan langkah bersama rekan; dua langkah ternyata dikerjakan dua kali.
Hari 2  Uji coba pertama. Antrean memendek, tetapi formulir lama masih dipakai.
Hari 3  Formulir diganti. Tidak ada berkas yang dikembalikan.
Hari 4  Tanggapan pengguna: papan persyaratan mudah dibaca, hurufnya kurang besar.
Hari 5  Papan dicetak ulang. Hasil dibahas dengan atasan.
`

/** Bars of the given heights, as a PNG of 640 by 360. */
function chart(values: readonly number[]): Buffer {
  const [width, height, base] = [640, 360, 320]
  const bar = (width - 80) / values.length
  const top = Math.max(...values)
  return png(width, height, (x, y) => {
    const at = (x - 40) / bar
    const value = at >= 0 && at % 1 > 0.2 && at % 1 < 0.8 ? values[Math.floor(at)] : undefined
    const inBar = value !== undefined && y < base && y > base - (value / top) * 260
    return inBar ? [0x0f, 0x5c, 0x52] : y === base ? [0x4b, 0x52, 0x4c] : y % 65 === 60 && y < base ? [0xe5, 0xdf, 0xd4] : undefined
  })
}
