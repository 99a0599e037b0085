import { expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { signedIn, type Visitor } from './visitor.ts'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const password = 'pembina-demo-2026'

/** The life of an agreement in front of browsers: the partner's lead, the officer, and both signatories, in a fresh demo. */
export async function walkAgreement(browser: Browser, url: string, today: string): Promise<void> {
  const as = (key: string) => signedIn(browser, url, `${key}@demo.pembina.example`, password)
  const found: string[] = []
  const look = async (visitor: Visitor, name: string) => { found.push(...(await visitor.look(name))) }
  const dialog = (visitor: Visitor) => visitor.page.locator('[role=dialog]')

  const lead = await as('pj.usu')
  await lead.open('/mitra')
  await lead.page.getByRole('link', { name: 'Universitas Sumatera Utara' }).first().click()
  await lead.page.getByRole('tab', { name: /Anggota/ }).click()
  const form = lead.page.locator('form').first()
  await form.getByRole('textbox', { name: 'Nama' }).fill('Dosen Peramban')
  await form.getByRole('textbox', { name: 'Surel' }).fill('dosen.peramban@kampus.example')
  await form.getByRole('button', { name: 'Buat akun' }).click()
  await lead.sees(/[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/)
  await lead.sees('Dosen Peramban')
  await look(lead, 'partner-members')

  const officer = await as('kerjasama')
  await officer.open('/perjanjian')
  await officer.page.getByRole('checkbox', { name: /Hanya yang akan berakhir/ }).check()
  await officer.sees('DEMO/PKS-010/BKPSDM')
  await officer.page.getByRole('checkbox', { name: /Hanya yang akan berakhir/ }).uncheck()
  await officer.press('Muat lebih banyak')
  await officer.page.getByRole('link', { name: /Pemerintah Kota Medan dan Universitas Sumatera Utara/ }).first().click()
  await officer.page.waitForURL(/perjanjian\/[0-9a-f]{24}/)
  const path = new URL(officer.page.url()).pathname

  await officer.open(`${path}/rencana`)
  await officer.press('Tambah kegiatan')
  await officer.page.getByRole('textbox', { name: 'Kegiatan' }).fill('Rapat koordinasi tahunan')
  await officer.page.getByRole('textbox', { name: 'Keluaran' }).fill('Notula rapat')
  await officer.page.getByLabel('Tenggat').fill(today)
  await officer.page.getByRole('textbox', { name: 'Penanggung jawab' }).fill('Demo Penanggung Jawab USU')
  await look(officer, 'agreement-plan-form')
  await officer.press('Simpan')
  await officer.sees('Rencana aksi tersimpan.')

  await lead.open(`${path}?bagian=rencana`)
  await lead.press('Mulai: Rapat koordinasi tahunan')
  await dialog(lead).getByRole('button', { name: 'Mulai', exact: true }).click()
  await lead.sees('Status kegiatan diperbarui.')
  await lead.sees('Berjalan')
  await lead.open(`${path}?bagian=dokumen`)
  await lead.page.locator('input[type=file]').setInputFiles({ name: 'adendum.pdf', mimeType: 'application/pdf', buffer: PDF })
  await lead.page.getByLabel('Judul dokumen').fill('Adendum pertama')
  await lead.page.locator('button:not([disabled])', { hasText: 'Lampirkan' }).click()
  await lead.sees('Dokumen dilampirkan.')
  await lead.sees('adendum.pdf')
  await look(lead, 'agreement-documents')

  await officer.open(`${path}/evaluasi`)
  await officer.page.getByLabel('Tanggal evaluasi').fill(today)
  await officer.page.getByLabel('Temuan').fill('Berjalan sesuai rencana.')
  await look(officer, 'agreement-evaluation-form')
  await officer.press('Simpan')
  await officer.sees('Evaluasi tercatat.')
  await officer.sees('Berjalan sesuai rencana.')

  await officer.open(path)
  await officer.press('Buat perjanjian pengganti')
  const ends = `${Number(today.slice(0, 4)) + 9}-01-01`
  await dialog(officer).getByLabel('Nomor pihak pertama').fill('UJI/KSB-LANJUT/1')
  await dialog(officer).getByLabel('Nomor pihak kedua').fill('UJI/KSB-LANJUT/2')
  await dialog(officer).getByLabel('Hari terakhir').fill(ends)
  await officer.press('Buat draf', { inDialog: true })
  await officer.sees('Draf pengganti dibuat.')
  await officer.sees('UJI/KSB-LANJUT/1')
  const next = new URL(officer.page.url()).pathname
  expect(next).not.toBe(path)
  for (const move of ['Ajukan reviu hukum', 'Teruskan ke TKKSD', 'Siap ditandatangani']) {
    await officer.press(move)
    await dialog(officer).getByRole('button', { name: move }).click()
    await dialog(officer).waitFor({ state: 'detached' })
  }

  for (const [key, seen] of [['pimpinan', 'Menunggu tanda tangan'], ['ttd.usu', 'Belum mulai']] as const) {
    const signatory = await as(key)
    await signatory.open('/pemberitahuan')
    await signatory.page.getByRole('link', { name: /menunggu tanda tangan Anda/ }).first().click()
    await signatory.sees('UJI/KSB-LANJUT/1')
    await signatory.press('Tandatangani')
    await dialog(signatory).getByRole('button', { name: 'Tandatangani' }).click()
    await signatory.sees(seen)
    await look(signatory, `agreement-signed-${key.replace('.', '-')}`)
    expect(signatory.errors).toEqual([])
    await signatory.close()
  }

  // Whoever is of another university finds nothing there.
  const stranger = await as('pj.del')
  await stranger.open(next)
  await stranger.sees('Perjanjian tidak ditemukan')
  for (const visitor of [lead, officer, stranger]) {
    expect(visitor.errors).toEqual([])
    await visitor.close()
  }
  expect(found).toEqual([])
}
