import assert from 'node:assert/strict'
import { demo } from '../journey/people.ts'
import type { Visitor } from './visitor.ts'

/** Takes a picture of a page and keeps what is wrong with it. */
export type Look = (visitor: Visitor, name: string) => Promise<void>
/** What is asked about: the curriculum's page, and the element that answers are about. */
type Asked = { path: string; element: string }
const WISH = 'Pakai contoh laporan dari kecamatan kami.'
const REPLY = 'Laporan tahun lalu dari tiap kecamatan dipakai sebagai bahan praktik.'

/** Opens a consultation for one unit of exactly five people, with one question. Gives its id. */
export async function consult({ page, open, press, sees }: Visitor, { path }: Asked): Promise<string> {
  await open(`${path}/konsultasi`)
  await press('Mulai konsultasi')
  await page.getByLabel('Pengantar').fill('Apakah pelatihan ini menjawab pekerjaan Anda?')
  const units = page.getByLabel('Perangkat daerah yang diundang')
  await units.fill('SDABMBK')
  await page.getByRole('option', { name: /SDABMBK/ }).first().click()
  await page.getByRole('button', { name: /Dinas SDABMBK/ }).waitFor()
  await units.press('Escape')
  await press('Tambah pertanyaan')
  await page.getByLabel('Bunyi pertanyaan').fill('Saya dapat memakainya minggu depan.')
  await page.locator('button[type=submit]', { hasText: 'Mulai konsultasi' }).click()
  await sees('Sedang dibuka')
  return (await page.getByRole('link', { name: 'Lihat salinan' }).getAttribute('href'))!.split('/').at(-1)!
}

/** One of the unit answers on a phone, without a name. */
export async function answerHere(reader: Visitor, { element }: Asked, look: Look): Promise<void> {
  const { page, open, press, sees } = reader
  await page.setViewportSize({ width: 360, height: 740 })
  await open('/konsultasi')
  await page.getByRole('link', { name: /Pemeliharaan drainase/ }).first().click()
  await page.waitForURL(/konsultasi\/[0-9a-f]{24}/)
  await page.getByRole('group', { name: `Tanggapan untuk ${element}` }).getByRole('button', { name: 'Bermanfaat' }).click()
  await press(`Tulis usulan untuk ${element}`)
  await page.getByLabel(`Usulan Anda untuk: ${element}`).fill(WISH)
  await page.getByLabel('4 – Sangat setuju').check()
  assert.equal(await page.getByRole('radio', { name: /^Tanpa nama/ }).isChecked(), true)
  await press('Kirim jawaban')
  await sees('Terima kasih, jawaban Anda sudah diterima')
  await look(reader, 'together-consultation')
}

/** The others of the unit answer through the graph, two of them by name: beside three without, their names are not shown either. */
export async function answerThere(url: string, consultation: string, keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map(async (key, index) => {
    const client = await demo(url, key)
    await client.ok('mutation ($id: ID!, $input: ConsultationAnswerInput!) { answerConsultation(consultation: $id, input: $input) { id } }', { id: consultation, input: {
      anonymous: index % 2 === 0, answers: [{ question: 'q1', value: 3 }], reactions: [{ section: 'SUBJECTS', element: 's2', reaction: index === 0 ? 'UNCLEAR' : 'HELPFUL' }],
      proposals: [{ section: 'SUBJECTS', element: 's2', text: `Tambah latihan ke-${index + 1} dari laporan nyata.` }],
    } })
  }))
}

type Three = Record<'officer' | 'author' | 'reader', Visitor>

/** It is ended; what was proposed is put together, the draft changed accordingly, and the answer given for all to read. */
export async function replyInPublic({ officer, author, reader }: Three, { path, element, consultation }: Asked & { consultation: string }, look: Look): Promise<void> {
  const { page, open, press, sees } = officer
  await open(`${path}/konsultasi`)
  await press('Tutup sekarang')
  await press('Tutup sekarang', { inDialog: true })
  await sees('5 dari 5 orang menjawab')
  await sees(WISH)
  assert.equal(await page.getByText('Demo Peserta').count(), 0, 'nobody is named')
  for (const text of [WISH, /latihan ke-1/, /latihan ke-2/]) await page.getByRole('checkbox', { name: text }).check()
  await page.getByLabel('Judul kelompok').fill('Bahan dari laporan nyata')
  await press('Kelompokkan 3 usulan')
  await sees('Belum dikelompokkan (2)')

  await author.open(`${path}?butir=s2`)
  await author.page.locator('[data-path="SUBJECTS/s2/topics"]').press('Control+End')
  await author.page.locator('[data-path="SUBJECTS/s2/topics"]').pressSequentially('\nLaporan tahun lalu tiap kecamatan')
  await author.page.getByText(/^Tersimpan \d/).first().waitFor()

  await page.getByRole('button', { name: 'Jawab', exact: true }).click()
  await page.getByRole('dialog').getByRole('radio', { name: /^Dilakukan/ }).check()
  await page.getByRole('dialog').getByLabel('Karena').fill(REPLY)
  await press('Terbitkan jawaban', { inDialog: true })
  await page.getByRole('button', { name: 'Perbaiki jawaban' }).waitFor()
  await look(officer, 'together-proposals')
  await reader.open(`/konsultasi/${consultation}`)
  await reader.sees('Bahan dari laporan nyata')
  await reader.sees(REPLY)
  await reader.sees(element)
}
