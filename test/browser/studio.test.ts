import { describe, expect, test } from '@jest/globals'
import { demo } from '../journey/people.ts'
import type { Client } from '../support/client.ts'
import { until } from '../support/studio.ts'
import { aStage } from './stage.ts'
import { signedIn, type Visitor } from './visitor.ts'

/** Two people of different organisations in the studio, each with a browser of their own. */
let [officer, author]: Visitor[] = []
let curriculum: string
let writer: Client
const DEMO = 'pembina-demo-2026'

aStage('studio', async ({ server, browser }) => {
  writer = await demo(server.url, 'dosen.usu')
  const { partners } = await writer.ok('{ partners(first: 20) { nodes { id shortName } } }')
  const partner = partners.nodes.find((one: { shortName: string }) => one.shortName === 'USU').id
  const { createCurriculum } = await writer.ok('mutation ($input: NewCurriculumInput!) { createCurriculum(input: $input) { id } }', {
    input: { partner, code: 'PLT-STU-77', title: 'Ditulis berdua', kind: 3, mode: 'BLENDED' },
  })
  curriculum = createCurriculum.id
  ;[officer, author] = [await signedIn(browser, server.url, 'admin@demo.pembina.example', DEMO), await signedIn(browser, server.url, 'dosen.usu@demo.pembina.example', DEMO)]
})

const section = async ({ page }: Visitor, name: string) => page.getByRole('navigation', { name: 'Garis besar' }).getByRole('button', { name }).first().click()
const field = ({ page }: Visitor, label: string) => page.getByLabel(label, { exact: false }).first()
const reads = (visitor: Visitor, label: string, text: string) => until(async () => (await field(visitor, label).inputValue()) === text, `“${text}” at ${label}`, 15_000)
const saved = (visitor: Visitor) => visitor.page.getByText(/^Tersimpan \d/).first().waitFor()

describe('the studio, in two browsers', () => {
  test('each sees who the other is, and for whom', async () => {
    await officer!.open(`/kurikulum/${curriculum}`)
    await author!.open(`/kurikulum/${curriculum}`)
    await officer!.sees('Demo Dosen USU')
    await author!.sees('BKPSDM')
  }, 60_000)

  test('both type in one field at once, and both read the same', async () => {
    await field(officer!, 'Sasaran').click()
    await author!.page.getByText('(BKPSDM)').first().waitFor()
    const typing = [field(officer!, 'Sasaran').pressSequentially('Petugas loket', { delay: 20 }), field(author!, 'Deskripsi singkat').pressSequentially('Melayani dengan baik.', { delay: 15 })]
    await Promise.all(typing)
    await field(author!, 'Sasaran').press('End')
    await Promise.all([field(author!, 'Sasaran').pressSequentially(' dan penyelia', { delay: 20 }), field(officer!, 'Deskripsi singkat').pressSequentially(' Setiap hari.', { delay: 20 })])
    for (const visitor of [officer!, author!]) {
      await reads(visitor, 'Sasaran', 'Petugas loket dan penyelia')
      await reads(visitor, 'Deskripsi singkat', 'Melayani dengan baik. Setiap hari.')
    }
    await saved(officer!)
    await saved(author!)
  }, 60_000)

  test('one goes off the line, both go on writing, and all of it is there when the line is back', async () => {
    await author!.page.context().setOffline(true)
    await author!.page.evaluate(() => window.dispatchEvent(new Event('offline')))
    await section(author!, 'Capaian pembelajaran')
    await author!.press('Tambah capaian')
    await author!.page.locator('textarea[data-path$="/text"]').first().fill('Menjelaskan standar layanan.')
    await author!.page.getByText('Perubahan Anda disimpan di perangkat ini').waitFor()
    await field(officer!, 'Fakultas atau jurusan').fill('Administrasi Publik')
    await saved(officer!)
    await author!.page.context().setOffline(false)
    await section(officer!, 'Capaian pembelajaran')
    await officer!.page.locator('textarea[data-path$="/text"]').first().waitFor({ timeout: 30_000 })
    await until(async () => (await officer!.page.locator('textarea[data-path$="/text"]').first().inputValue()) === 'Menjelaskan standar layanan.', 'what was written off the line', 15_000)
    await section(author!, 'Identitas')
    await reads(author!, 'Fakultas atau jurusan', 'Administrasi Publik')
    await saved(author!)
    const { curriculum: stored } = await until(async () => {
      const read = await writer.ok('query ($id: ID!) { curriculum(id: $id) { content { audience faculty outcomes { text } } changes(first: 20) { nodes { edits { organisation } } } } }', { id: curriculum })
      return read.curriculum.content.outcomes.length === 1 && read
    }, 'the typed content', 15_000)
    expect(stored.content).toEqual({ audience: 'Petugas loket dan penyelia', faculty: 'Administrasi Publik', outcomes: [{ text: 'Menjelaskan standar layanan.' }] })
    expect(new Set(stored.changes.nodes.flatMap((change: any) => change.edits.map((edit: any) => edit.organisation))).size).toBe(2)
  }, 120_000)

  test('a check says what is wrong while one types, leads there, and is gone when it is mended', async () => {
    const checks = officer!.page.getByRole('complementary', { name: 'Pemeriksaan' })
    await section(officer!, 'Mata pelatihan')
    await officer!.press('Tambah mata pelatihan')
    const fault = checks.getByRole('button', { name: /Mata pelatihan baru/ }).first()
    await fault.waitFor()
    await section(officer!, 'Identitas')
    await fault.click()
    await until(() => officer!.page.evaluate(() => (document.activeElement as HTMLElement | null)?.closest('[id^="butir-"]') !== null), 'the focus at the fault')
    const hours = checks.getByText('“Mata pelatihan baru” belum mempunyai jam pelajaran.')
    await hours.waitFor()
    await officer!.page.getByLabel('Teori', { exact: true }).first().fill('4')
    await hours.waitFor({ state: 'detached' })
    expect(await officer!.look('studio')).toEqual([])
  }, 60_000)

  test('an element moves by the keyboard', async () => {
    await section(officer!, 'Capaian pembelajaran')
    await officer!.press('Tambah capaian')
    const second = officer!.page.locator('input[data-path$="/code"]').nth(1)
    await second.fill('CP-9')
    await second.press('Alt+ArrowUp')
    await until(async () => (await officer!.page.locator('input[data-path$="/code"]').first().inputValue()) === 'CP-9', 'the order')
    await section(author!, 'Capaian pembelajaran')
    await until(async () => (await author!.page.locator('input[data-path$="/code"]').first().inputValue()) === 'CP-9', 'the order at the other')
    expect([...officer!.errors, ...author!.errors]).toEqual([])
  }, 60_000)
})
