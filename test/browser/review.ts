import { expect } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { addDays } from '../../server/lib/days.ts'
import { signedIn, type Visitor } from './visitor.ts'

/**
 * A review between two sides in front of browsers, in a fresh demo: the director sees what changed since, a section is
 * signed off, the officer stands in and approves, and what was published is checked by its fingerprint and its history.
 */
export async function walkReview(browser: Browser, url: string, today: string): Promise<void> {
  const as = (key: string) => signedIn(browser, url, `${key}@demo.pembina.example`, 'pembina-demo-2026')
  const found: string[] = []
  const look = async (visitor: Visitor, name: string) => { found.push(...(await visitor.look(name))) }
  const follow = async (visitor: Visitor, code: string) => {
    await visitor.open('/kurikulum')
    await visitor.page.getByRole('searchbox').fill(code)
    await visitor.page.getByRole('link', { name: new RegExp(code) }).first().click()
    await visitor.page.waitForURL(/kurikulum\/[0-9a-f]{24}$/)
    return new URL(visitor.page.url()).pathname
  }

  const director = await as('pimpinan')
  const path = await follow(director, 'PLT-SOS-10')
  await director.open(`${path}/versi`)
  await director.sees('Lampirkan izin pengurus')
  await director.sees('UIN Sumatera Utara: Demo Dosen UIN Sumatera Utara')
  await look(director, 'review-since')
  await director.press('Tandai sudah saya lihat')
  await director.sees('Isinya sama')
  await director.open(`${path}/versi?tampilan=telaah`)
  await director.sees('Berubah sejak ditelaah')
  await look(director, 'review-sign-off')

  await director.press('Limpahkan persetujuan')
  const dialog = director.page.locator('[role=dialog]')
  await dialog.getByLabel('Kepada').selectOption({ label: 'Demo Admin Bangkom, S.Sos., M.A.P.' })
  await dialog.getByLabel('Mulai').fill(today)
  await dialog.getByLabel('Sampai').fill(addDays(today, 3))
  await dialog.getByLabel('Alasan').fill('Dinas luar kota')
  await director.press('Limpahkan persetujuan', { inDialog: true })
  await director.sees('Persetujuan dilimpahkan.')

  const officer = await as('admin')
  await officer.open(`${path}/versi?tampilan=telaah`)
  await officer.press(/Tandai selesai/)
  await officer.sees('BKPSDM: 7 dari 7 bagian')
  await officer.open(path)
  await officer.press('Setujui')
  await officer.sees('Anda menyetujui atas nama Demo Pimpinan')
  await officer.press('Setujui', { inDialog: true })
  await officer.press('Terbitkan')
  await officer.press('Terbitkan', { inDialog: true })
  await officer.sees('Diterbitkan')

  await officer.open(`${path}/versi?tampilan=versi`)
  await officer.page.getByRole('link', { name: 'Versi 1' }).click()
  await officer.page.waitForURL(/kurikulum\/versi\/[0-9a-f]{24}/)
  await officer.sees(/a\.n\. Demo Pimpinan/)
  const download = officer.page.waitForEvent('download')
  await officer.press('Unduh bentuk baku')
  const text = readFileSync((await (await download).path()))
  await officer.sees(createHash('sha256').update(text).digest('hex'))
  await look(officer, 'review-version')

  const auditor = await as('auditor')
  await auditor.open(`${path}/versi?tampilan=riwayat`)
  await auditor.sees(/a\.n\. Demo Pimpinan/)
  await auditor.press('Periksa keutuhan')
  await auditor.sees('Riwayat utuh')
  await look(auditor, 'review-history')
  await auditor.open(`${await follow(auditor, 'PLT-DAT-02')}/versi?tampilan=bandingkan`)
  await auditor.sees(/\d+ perubahan/)
  await look(auditor, 'review-compare')

  expect([director, officer, auditor].flatMap(visitor => visitor.errors)).toEqual([])
  expect(found).toEqual([])
  for (const visitor of [director, officer, auditor]) await visitor.close()
}
