import { describe, expect, test } from '@jest/globals'
import PDFDocument from 'pdfkit'
import { fill, openClass } from '../journey/course.ts'
import { draftTogether } from '../journey/curriculum.ts'
import { attend } from '../journey/learning.ts'
import { partnership } from '../journey/partner.ts'
import { OWN, demo, grant, newPerson, type NewPerson } from '../journey/people.ts'
import { aStage } from './stage.ts'
import { aVisitor, signedIn, type Visitor } from './visitor.ts'

/** The main job in a browser: who decides does so by hand, on the pages; what is only typing comes through the graph. */
const DEMO = 'pembina-demo-2026'
const email = (key: string) => `${key}@demo.pembina.example`

let people: Record<'author' | 'signatory' | 'instructor' | 'learner', NewPerson>
let curriculum: string
let classId: string

const stage = aStage('journey', async ({ server }) => {
  const [admin, officer, agencySignatory] = [await demo(server.url, 'sistem'), await demo(server.url, 'admin'), await demo(server.url, 'pimpinan')]
  const external = { employment: 'EXTERNAL' } as const
  people = {
    author: await newPerson(server.url, admin, { name: 'Peramban Penyusun', email: 'penyusun@peramban.example', ...external }),
    signatory: await newPerson(server.url, admin, { name: 'Peramban Penanda Tangan', email: 'ttd@peramban.example', ...external }),
    instructor: await newPerson(server.url, admin, { name: 'Peramban Pengajar', email: 'pengajar@peramban.example', ...external }),
    learner: await newPerson(server.url, admin, { name: 'Peramban Peserta', email: 'peserta@peramban.example', employment: 'PNS', nip: '199002142015032998' }),
  }
  await grant(admin, people.instructor.id, 'INSTRUCTOR')
  const partner = await partnership(officer, agencySignatory, [{ person: people.author.id, role: 'PARTNER_AUTHOR' }, { person: people.signatory.id, role: 'PARTNER_SIGNATORY' }])
  ;({ curriculum } = await draftTogether({ author: people.author.client, officer, learner: people.learner.client }, partner))
})

/** Does something as somebody, and expects no script of the page to have failed. */
async function as(identifier: string, password: string, work: (visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await signedIn(stage.browser, stage.server.url, identifier, password)
  await work(visitor).catch(async (error: unknown) => {
    await visitor.page.screenshot({ path: `screenshots/failed-${(expect.getState().currentTestName ?? '').replace(/\W+/g, '-').slice(-40)}.png`, fullPage: true })
    throw error
  })
  expect(visitor.errors).toEqual([])
  await visitor.close()
}

/** One lesson after the other, to the last. */
async function throughLessons(page: Visitor['page']): Promise<void> {
  for (let at = 0; at < 20; at++) {
    const done = page.getByRole('button', { name: /^(Selesai, lanjut|Tandai selesai)$/ }).first()
    await done.waitFor()
    const isLast = (await done.innerText()).includes('Tandai')
    const here = page.url()
    await done.click()
    if (isLast) return
    await page.waitForURL(({ href }) => href !== here)
  }
}

describe('the main job, on the pages', () => {
  test('the partner’s author submits the curriculum', () => as(people.author.email, OWN, async ({ open, press, sees, look }) => {
    await open(`/kurikulum/${curriculum}`)
    expect(await look('kurikulum')).toEqual([])
    await press('Ajukan untuk ditinjau')
    await press('Ajukan untuk ditinjau', { inDialog: true })
    await sees('Dalam tinjauan')
  }), 120_000)

  test('both signatories approve the same content', async () => {
    for (const [identifier, password] of [[email('pimpinan'), DEMO], [people.signatory.email, OWN]] as const) {
      await as(identifier, password, async ({ page, open, press }) => {
        await open(`/kurikulum/${curriculum}`)
        await press('Setujui')
        await press('Setujui', { inDialog: true })
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      })
    }
  }, 120_000)

  test('the agency’s officer publishes it, and a course is there', () => as(email('admin'), DEMO, async ({ page, open, press, sees, look }) => {
    await open(`/kurikulum/${curriculum}`)
    await press('Terbitkan')
    await press('Terbitkan', { inDialog: true })
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await open('/pelatihan')
    await sees('Survei Kepuasan Masyarakat dalam Sehari')
    expect(await look('pelatihan')).toEqual([])
    const officer = await demo(stage.server.url, 'admin')
    const { curriculum: published } = await officer.ok('query ($id: ID!) { curriculum(id: $id) { published { id } } }', { id: curriculum })
    const course = await fill(people.author.client, published.published.id)
    const { viewer } = await (await demo(stage.server.url, 'peserta.pns')).ok('query { viewer { person { nip } } }')
    classId = await openClass(officer, course.course, people.instructor.id, viewer.person.nip)
    await open(`/kelas/${classId}`)
    await sees('Angkatan I')
    expect(await look('kelas')).toEqual([])
  }), 120_000)

  test('a learner enrols, studies, takes the quiz and hands in work', () => as(people.learner.email, OWN, async ({ page, open, press, sees, look }) => {
    await open(`/kelas/${classId}`)
    await press('Daftar kelas ini')
    await press('Buka pelatihan')
    await page.waitForURL(/\/belajar\/[0-9a-f]{24}$/)
    const learning = new URL(page.url()).pathname
    expect(await look('belajar')).toEqual([])

    await press(/^Lanjut/)
    await page.waitForURL(/\/materi\/|\/belajar\/.+\//)
    expect(await look('materi')).toEqual([])
    await throughLessons(page)
    await sees('Selamat, semua materi wajib sudah selesai.')

    await open(learning)
    await press(/Kuis dasar SKM/)
    await press('Mulai kuis')
    await press('Mulai kuis', { inDialog: true })
    await page.waitForURL(at => at.pathname.startsWith('/kuis/'))
    await sees('Soal 1 dari 5')
    expect(await look('kuis')).toEqual([])
    await answerAll(page)
    await press('Kumpulkan')
    await sees('Semua soal sudah dijawab.')
    await press('Ya, kumpulkan', { inDialog: true })
    await sees('100')
    expect(await look('hasil-kuis')).toEqual([])

    await open(learning)
    await press(/Mengolah 30 kuesioner/)
    await press('Mulai mengerjakan')
    await page.locator('input[type=file]').setInputFiles({ name: 'olah-data.pdf', mimeType: 'application/pdf', buffer: await aPdf() })
    await page.getByRole('link', { name: 'olah-data.pdf' }).first().waitFor()
    expect(await look('praktikum')).toEqual([])
    await press('Serahkan')
    await press('Serahkan', { inDialog: true })
    await sees('Menunggu dinilai')
  }), 240_000)

  test('the instructor grades by keyboard', () => as(people.instructor.email, OWN, async ({ page, open, sees, look }) => {
    await open('/penilaian')
    await page.getByRole('link', { name: /Mengolah 30 kuesioner/ }).first().click()
    await page.waitForURL(/\/penilaian\//)
    await sees('olah-data.pdf')
    expect(await look('meja-penilaian')).toEqual([])
    for (const criterion of await page.locator('fieldset:has(input[type=radio])').all()) {
      await criterion.locator('input[type=radio]').first().focus()
      await page.keyboard.press('4')
    }
    await page.locator('[role=status]').filter({ hasText: '100' }).waitFor()
    await page.getByRole('button', { name: 'Simpan dan lanjut' }).press('Enter')
    await sees('Tidak ada yang menunggu')
    await attend(people.instructor.client, classId)
  }), 120_000)

  test('the certificate is there, and a stranger can verify it', async () => {
    let verify = ''
    await as(people.learner.email, OWN, async ({ page, open, sees, look }) => {
      await open('/sertifikat')
      await sees('Survei Kepuasan Masyarakat dalam Sehari')
      expect(await look('sertifikat')).toEqual([])
      verify = (await page.getByRole('link', { name: /Periksa keaslian/ }).first().getAttribute('href'))!
    })
    const stranger = await aVisitor(stage.browser, stage.server.url)
    await stranger.page.goto(verify)
    await stranger.sees('SAH')
    await stranger.sees('Peramban Peserta')
    expect(await stranger.look('verifikasi')).toEqual([])
    await stranger.close()
  }, 120_000)
})

async function answerAll(page: Visitor['page']): Promise<void> {
  const right = ['9', 'Waktu penyelesaian', 'Biaya/tarif', 'Benar']
  for (let n = 0; n < 5; n++) {
    const sheet = page.locator('fieldset').filter({ hasText: `Soal ${n + 1} dari 5` })
    await sheet.waitFor()
    const text = sheet.locator('input:not([type=radio]):not([type=checkbox])')
    if ((await text.count()) > 0) await text.first().fill((await sheet.textContent())!.includes('Singkatan') ? 'NRR' : '75').then(() => text.first().press('Tab'))
    else for (const answer of right) {
      const choice = sheet.getByLabel(answer, { exact: true })
      if ((await choice.count()) > 0) await choice.first().check()
    }
    await page.getByText('Tersimpan').first().waitFor()
    if (n < 4) await page.getByRole('button', { name: 'Berikutnya' }).click()
  }
}

function aPdf(): Promise<Buffer> {
  const pdf = new PDFDocument()
  const parts: Buffer[] = []
  const done = new Promise<Buffer>(resolve => pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))))
  pdf.text('IKM 83,33')
  pdf.end()
  return done
}
