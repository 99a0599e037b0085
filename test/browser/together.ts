import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { demo } from '../journey/people.ts'
import type { Client } from '../support/client.ts'
import { until } from '../support/studio.ts'
import { answerHere, answerThere, consult, replyInPublic, type Look } from './consult.ts'
import { signedIn, type Visitor } from './visitor.ts'

const DEMO = 'pembina-demo-2026'
const WAIT = 30_000
const TITLE = 'Pemeliharaan drainase dari laporan warga'
const ASKED = 'Sebutkan juga sumber datanya.'
const GIVEN = 'Menyusun jadwal pemeliharaan mingguan dari data laporan.'

type People = Record<'officer' | 'author' | 'director' | 'dean' | 'reader', Visitor>

const activity = (id: string, form: string, jp: number, outcome: string) => ({ id, title: `Sesi ${id}`, form, minutes: jp * 45, method: 'Diskusi dan praktik', outcomes: [outcome] })
/** What is only typing; one weight is wrong, and there is less practice than such training should have. */
const begun = {
  identity: { title: TITLE, kind: 3, mode: 'BLENDED', audience: '', summary: '', faculty: 'Teknik Sipil' },
  references: ['PermenPUPR 12/2014'],
  outcomes: [
    { id: 'o1', code: 'CP-1', text: 'Menjelaskan sebab saluran tersumbat.', level: 'C2', indicators: ['Menyebutkan tiga sebab.'] },
    { id: 'o2', code: 'CP-2', text: 'Menyusun jadwal pemeliharaan.', level: 'C3', indicators: ['Jadwal satu kecamatan.'] },
  ],
  competencies: [{ id: 'k1', code: 'M.05', name: 'Pelayanan Publik', kind: 'MANAGERIAL', fromLevel: 2, toLevel: 3, outcomes: ['o1', 'o2'], need: 'Laporan genangan berulang di tempat yang sama.' }],
  subjects: [
    { id: 's1', title: 'Mengenal saluran', description: 'Bagian dan gangguannya.', topics: ['Sebab tersumbat'], theory: 6, practice: 0, field: 0, outcomes: ['o1'], activities: [activity('g1', 'THEORY', 6, 'o1')] },
    { id: 's2', title: 'Menyusun jadwal', description: 'Dari laporan ke pekerjaan.', topics: ['Prioritas'], theory: 2, practice: 4, field: 0, outcomes: ['o2'],
      activities: [activity('g2', 'THEORY', 2, 'o2'), activity('g3', 'PRACTICE', 4, 'o2')] },
  ],
  assessments: [
    { id: 'a1', kind: 'QUIZ', title: 'Kuis saluran', subject: 's1', outcomes: ['o1'], instructions: 'Jawablah semua soal.', weight: 80, blueprint: [{ id: 'b1', outcome: 'o1', level: 'C2', items: 5 }] },
    { id: 'a2', kind: 'PRACTICUM', title: 'Jadwal satu kecamatan', subject: 's2', outcomes: ['o2'], instructions: 'Unggah jadwalnya.', weight: 100 },
  ],
}

async function begin(author: Client, code: string): Promise<string> {
  const { partners } = await author.ok('{ partners(first: 20) { nodes { id shortName } } }')
  const partner = partners.nodes.find((one: { shortName: string }) => one.shortName === 'USU').id
  const { createCurriculum: { id, revision } } = await author.ok('mutation ($input: NewCurriculumInput!) { createCurriculum(input: $input) { id revision } }', {
    input: { partner, code, title: TITLE, kind: 3, mode: 'BLENDED' },
  })
  await author.ok('mutation ($id: ID!, $revision: Int!, $patch: CurriculumPatch!) { editCurriculum(curriculum: $id, revision: $revision, patch: $patch) { revision } }', { id, revision, patch: begun })
  return id as string
}

const section = ({ page }: Visitor, name: string) => page.getByRole('navigation', { name: 'Garis besar' }).getByRole('button', { name }).first().click()
const field = ({ page }: Visitor, label: string) => page.getByLabel(label).first()
const saved = ({ page }: Visitor) => page.getByText(/^Tersimpan \d/).first().waitFor({ timeout: WAIT })
const gone = ({ page }: Visitor) => page.locator('[role=dialog],[role=alertdialog]').first().waitFor({ state: 'detached', timeout: WAIT })
const holds = ({ page }: Visitor, path: string, text: string) =>
  until(async () => (await page.locator(`[data-path="${path}"]`).first().inputValue().catch(() => '')) === text, `“${text}” at ${path}`, WAIT)

/** Presses what a move is called, says what it asks for, and presses it again. */
async function move(visitor: Visitor, name: string, reason?: string): Promise<void> {
  await visitor.page.getByRole('button', { name, exact: true }).first().click()
  const dialog = visitor.page.getByRole('dialog')
  if (reason !== undefined) await dialog.getByLabel('Alasan').fill(reason)
  await dialog.getByRole('button', { name, exact: true }).click()
  await gone(visitor)
}

/** Both in one room, both writing at once: each reads what the other writes. */
async function write({ officer, author }: People, path: string): Promise<void> {
  await Promise.all([officer.open(path), author.open(path)])
  await officer.sees('Demo Dosen USU')
  await author.sees('BKPSDM')
  await Promise.all([
    field(officer, 'Sasaran').pressSequentially('Petugas drainase', { delay: 15 }),
    field(author, 'Deskripsi singkat').pressSequentially('Merawat sebelum tergenang.', { delay: 15 }),
  ])
  await field(author, 'Sasaran').press('End')
  await field(author, 'Sasaran').pressSequentially(' dan lurah', { delay: 15 })
  for (const visitor of [officer, author]) {
    await until(async () => (await field(visitor, 'Sasaran').inputValue()) === 'Petugas drainase dan lurah', 'what both wrote', WAIT)
    await until(async () => (await field(visitor, 'Deskripsi singkat').inputValue()) === 'Merawat sebelum tergenang.', 'what the author wrote', WAIT)
    await saved(visitor)
    await section(visitor, 'Capaian pembelajaran')
  }
}

/** Says something about an outcome, with a wording of one's own. */
async function suggest({ page, sees }: Visitor, outcome: string, why: string, to: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`diskusi tentang ${outcome}`) }).click()
  const [panel, form] = [page.getByRole('dialog', { name: 'Diskusi' }), page.getByRole('dialog', { name: 'Mulai utas' })]
  await panel.getByRole('button', { name: 'Mulai utas' }).click()
  await form.getByRole('switch', { name: 'Sertakan usulan perubahan' }).check()
  await form.getByLabel('Alasan usulan').fill(why)
  await form.getByLabel('Isian yang diusulkan berubah').selectOption({ label: 'Rumusan capaian' })
  await form.getByLabel('Usulan rumusan').fill(to)
  await form.getByRole('button', { name: 'Kirim' }).click()
  await form.waitFor({ state: 'detached', timeout: WAIT })
  await sees(why)
  await panel.getByRole('button', { name: 'Tutup' }).click()
  await panel.waitFor({ state: 'detached' })
}

/** One suggestion is declined with a reason, which its author does not let stand; the other is accepted. Both threads are resolved. */
async function disagree({ officer, author }: People, path: string, look: Look): Promise<void> {
  await suggest(author, 'CP-1', 'Peserta juga perlu menghitung.', 'Menghitung debit saluran.')
  await suggest(officer, 'CP-2', ASKED, GIVEN)
  // Each sees beside the element that the other said something there.
  await Promise.all([[officer, 'CP-1'], [author, 'CP-2']].map(([visitor, outcome]) =>
    (visitor as Visitor).page.getByRole('button', { name: new RegExp(`Diskusi ${outcome as string}.*: 1 utas terbuka`) }).waitFor({ timeout: WAIT })))
  await look(author, 'together-studio')
  const thread = ({ page }: Visitor, outcome: string) => page.getByRole('region', { name: new RegExp(`^Utas tentang ${outcome}`) })
  const talk = (visitor: Visitor) => visitor.open(`${path}/diskusi?saring=semua`)
  const say = async (visitor: Visitor, text: string) => {
    await thread(visitor, 'CP-1').getByLabel('Balasan').fill(text)
    await thread(visitor, 'CP-1').getByRole('button', { name: 'Balas' }).click()
    await visitor.sees(text)
  }
  const resolved = (visitor: Visitor, outcome: string) => thread(visitor, outcome).getByText('Selesai', { exact: true }).waitFor({ timeout: WAIT })

  await talk(officer)
  await thread(officer, 'CP-1').getByRole('button', { name: 'Tolak dengan alasan' }).click()
  await officer.page.getByRole('dialog').getByLabel('Alasan').fill('Petugas tidak menghitung debit.')
  await officer.press('Tolak dengan alasan', { inDialog: true })
  await gone(officer)
  await officer.sees('Belum diterima')
  await talk(author)
  await author.sees('Petugas tidak menghitung debit.')
  await thread(author, 'CP-1').getByRole('button', { name: 'Buka kembali' }).click()
  await say(author, 'Kami keberatan: tanpa angka, jadwalnya taksiran.')
  await thread(author, 'CP-2').getByRole('button', { name: 'Terima usulan' }).click()
  await author.sees('Usulan diterapkan pada naskah.')
  await resolved(author, 'CP-2')
  await talk(officer)
  await officer.sees('tanpa angka, jadwalnya taksiran')
  await say(officer, 'Angka kita pakai pada CP-2 saja.')
  await talk(author)
  await author.sees('Angka kita pakai pada CP-2 saja.')
  await look(author, 'together-discussion')
  await thread(author, 'CP-1').getByRole('button', { name: 'Tandai selesai' }).click()
  await resolved(author, 'CP-1')
}

/** The officer mends what blocks; what is meant to be so, the author gives a reason for. */
async function mend({ officer, author }: People, path: string): Promise<void> {
  await Promise.all([officer.open(path), author.open(path)])
  await section(author, 'Capaian pembelajaran')
  await holds(author, 'OUTCOMES/o2/text', GIVEN)
  const checks = ({ page }: Visitor) => page.getByRole('complementary', { name: 'Pemeriksaan' })
  const fault = checks(officer).getByRole('button', { name: /bobot/i }).first()
  await fault.click()
  await officer.page.locator('[data-path="ASSESSMENTS/a1/weight"]').fill('100')
  await fault.waitFor({ state: 'detached', timeout: WAIT })
  await saved(officer)
  await checks(author).getByText(/^Porsi praktik/).waitFor()
  await checks(author).getByRole('button', { name: 'Tulis alasan' }).click()
  await checks(author).getByLabel('Alasan').fill('Praktik lapangan dilanjutkan di tempat kerja.')
  await checks(author).getByRole('button', { name: 'Simpan alasan' }).click()
  await officer.sees('Alasan: Praktik lapangan dilanjutkan di tempat kerja.')
}

/** Submitted, and returned by the agency's signatory; the author reads why without asking, and mends it. */
async function sendBack({ author, director }: People, path: string): Promise<void> {
  await move(author, 'Ajukan untuk ditinjau')
  await director.open(path)
  await move(director, 'Kembalikan', 'Tambahkan rujukan pelayanan publik.')
  await author.sees('Tambahkan rujukan pelayanan publik.')
  await section(author, 'Rujukan')
  const references = author.page.locator('[data-path="REFERENCES//references"]').first()
  await references.press('Control+End')
  await references.pressSequentially('\nUU 25/2009')
  await saved(author)
}

/** Submitted again; both sign one and the same fingerprint, and it is published. */
async function approve({ officer, author, director, dean }: People, path: string): Promise<void> {
  await author.open(path)
  await move(author, 'Ajukan untuk ditinjau')
  const prints = new Set<string>()
  for (const signatory of [director, dean]) {
    await signatory.open(path)
    prints.add((await signatory.page.locator('code[title]').first().getAttribute('title'))!)
    await move(signatory, 'Setujui')
  }
  assert.equal(prints.size, 1, 'both approve the same fingerprint')
  assert.match([...prints][0]!, /^[0-9a-f]{64}$/)
  await officer.open(path)
  await move(officer, 'Terbitkan')
  await officer.sees('Terbit')
}

/** What was published says why the warning stands, what was asked, and what was answered. */
async function readVersion({ dean }: People, path: string, look: Look): Promise<void> {
  await dean.open(`${path}/versi?tampilan=versi`)
  await dean.page.getByRole('link', { name: 'Versi 1' }).click()
  await dean.page.waitForURL(/kurikulum\/versi\/[0-9a-f]{24}/)
  await dean.sees(GIVEN)
  await dean.sees('Praktik lapangan dilanjutkan di tempat kerja.')
  await dean.sees('Konsultasi sebelum versi ini')
  await dean.sees('UU 25/2009')
  await look(dean, 'together-version')
}

/** The course that was compiled: found by its code, its quiz and its practicum waiting to be filled. */
async function openCourse({ officer }: People, code: string): Promise<string> {
  await officer.open('/pelatihan')
  await officer.page.getByRole('searchbox').fill(code)
  await officer.page.getByRole('row').filter({ hasText: code }).getByRole('link').first().click()
  await officer.page.waitForURL(/pelatihan\/[0-9a-f]{24}/)
  for (const text of ['Kuis saluran', 'Jadwal satu kecamatan', 'Sesi g1']) await officer.sees(text)
  return new URL(officer.page.url()).pathname
}

/** A lesson is cut to a third; both sides see by how much the course drifts, and both sign that it may. */
async function drift({ officer, author, director, dean }: People, course: string, look: Look): Promise<void> {
  await author.open(course)
  await author.page.getByRole('link', { name: 'Sesi g1' }).click()
  await author.page.getByLabel('Lama belajar (menit)').fill('90')
  await author.press('Simpan')
  await author.page.waitForURL(at => at.pathname === course)
  for (const visitor of [author, officer]) {
    await visitor.open(`${course}?tab=kesesuaian`)
    await visitor.sees(/menyimpang 66,67/)
    await visitor.sees('Menunggu')
  }
  await look(officer, 'together-drift')
  for (const signatory of [director, dean]) {
    await signatory.open('/penyimpangan')
    await signatory.page.getByRole('row').filter({ hasText: TITLE }).getByRole('link').first().click()
    await signatory.press('Terima penyimpangan')
    await signatory.press('Terima penyimpangan', { inDialog: true })
    await signatory.sees('Penerimaan Anda dicatat.')
  }
  await dean.sees('Diterima kedua pihak')
  await author.open(`${course}?tab=kesesuaian`)
  for (const text of ['Diterima kedua pihak', /Diterima BKPSDM: .*Demo Pimpinan/, /Diterima mitra: .*Demo Penanda Tangan USU/]) await author.sees(text)
}

/**
 * The life of a curriculum that two organisations make together, in front of browsers, in a demo: from one room in which
 * both write to a course that drifted and was approved again. `code` is a curriculum's that is not there yet.
 */
export async function walkTogether(browser: Browser, url: string, code: string, tell: (step: string) => void = () => undefined): Promise<void> {
  const keys = { officer: 'admin', author: 'dosen.usu', director: 'pimpinan', dean: 'ttd.usu', reader: 'peserta12' }
  const curriculum = await begin(await demo(url, 'dosen.usu'), code)
  const people = Object.fromEntries(await Promise.all(Object.entries(keys).map(async ([who, key]) => [who, await signedIn(browser, url, `${key}@demo.pembina.example`, DEMO)]))) as People
  const path = `/kurikulum/${curriculum}`
  const found: string[] = []
  const look: Look = async (visitor, name) => {
    found.push(...(await visitor.look(name)))
    // A text that is missing shows as its key.
    found.push(...((await visitor.page.locator('main').innerText()).match(/\b(curriculum|studio|review|discussion|consultation|course|conformance|alignment|ui)\.\w+\.\w+/g) ?? []).map(key => `${name}: ${key}`))
  }
  const { officer, author, reader } = people
  const asked = { path, element: 'Menyusun jadwal' }
  try {
    await write(people, path); tell('written together')
    await disagree(people, path, look); tell('disagreed and resolved')
    await mend(people, path); tell('checks mended')
    await sendBack(people, path); tell('returned and fixed')
    const consultation = await consult(officer, asked); tell('consultation opened')
    await answerHere(reader, asked, look)
    await answerThere(url, consultation, ['peserta13', 'peserta14', 'peserta37', 'peserta38']); tell('five answered')
    await replyInPublic({ officer, author, reader }, { ...asked, consultation }, look); tell('answered in public')
    await approve(people, path); tell('approved and published')
    await readVersion(people, path, look); tell('version read')
    const course = await openCourse(people, code); tell('course opened')
    await drift(people, course, look); tell('drift accepted')
  } catch (error) {
    for (const [who, { page }] of Object.entries(people)) await page.screenshot({ path: `screenshots/failed-together-${who}.png`, fullPage: true }).catch(() => undefined)
    throw error
  }
  assert.deepEqual(Object.values(people).flatMap(({ errors }) => errors), [])
  assert.deepEqual(found, [])
  for (const visitor of Object.values(people)) await visitor.close()
}
