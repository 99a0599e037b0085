import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { demo } from '../journey/people.ts'
import { signedIn, type Visitor } from './visitor.ts'

const password = 'pembina-demo-2026'
const ASKED = 'Warga datang tanpa fotokopi KTP, padahal petugas dapat membukanya di layar. Apa yang sebaiknya dilakukan?'
const ESSAY = 'Tulislah jawaban Anda kepadanya'

type Cast = Record<'author' | 'officer' | 'teacher' | 'learner', Visitor>
type Look = (visitor: Visitor, name: string) => Promise<void>

/** The quiz the story is about, emptied of its questions, and who learns where. */
async function stageQuiz(url: string, learner: string): Promise<{ quiz: string; course: string; cls: string; enrolment: string }> {
  const [teacher, one] = await Promise.all([demo(url, 'widyaiswara'), demo(url, learner)])
  const { myEnrolments } = await one.ok('{ myEnrolments { nodes { id class { id status course { id code } } quizzes { quiz { id assessment } } } } }')
  const enrolment = myEnrolments.nodes.find(({ class: { status, course } }: any) => status === 'RUNNING' && course.code === 'PLT-PLY-01')
  const { quiz } = enrolment.quizzes.find(({ quiz: { assessment } }: any) => assessment === 'KUIS-3')
  const { quiz: { editorQuestions } } = await teacher.ok('query ($id: ID!) { quiz(id: $id) { editorQuestions { id } } }', { id: quiz.id })
  for (const { id } of editorQuestions) await teacher.ok('mutation ($quiz: ID!, $question: ID!) { deleteQuestion(quiz: $quiz, question: $question) { id } }', { quiz: quiz.id, question: id })
  return { quiz: quiz.id, course: enrolment.class.course.id, cls: enrolment.class.id, enrolment: enrolment.id }
}

/** A question with a hint comes into the bank; a second person reads it and puts it to use. */
async function fillBank({ author, officer }: Cast, look: Look): Promise<void> {
  const { page } = author
  await author.open('/bank-soal/baru')
  await page.getByLabel('Pertanyaan').first().fill(ASKED)
  await page.getByRole('textbox', { name: 'Pilihan 1' }).fill('Melayani dan mencetaknya sendiri')
  await page.getByRole('textbox', { name: 'Pilihan 2' }).fill('Meminta warga pulang mengambilnya')
  await page.getByRole('radio', { name: 'Pilihan 1 benar' }).check()
  await page.getByRole('button', { name: 'Tambah petunjuk' }).click()
  await page.getByLabel('Petunjuk 1').first().fill('Siapa yang lebih mudah memperolehnya?')
  await look(author, 'bank-form')
  await author.press('Simpan')
  await author.sees('Soal tersimpan.')
  await page.waitForURL(/bank-soal\/[0-9a-f]{24}$/)
  const path = new URL(page.url()).pathname
  await officer.open(path)
  await officer.press('Nyatakan sudah dibaca')
  await officer.sees('Dibaca orang kedua')
  await officer.press('Pakai')
  await officer.sees('Mulai dipakai')
  await look(officer, 'bank-question')
}

/** A quiz that answers with hints, of questions from the bank. */
async function compose({ author }: Cast, at: { quiz: string; course: string }, look: Look): Promise<void> {
  const { page } = author
  await author.open(`/pelatihan/${at.course}/kuis/${at.quiz}/bank`)
  for (const words of ['Apa yang sebaiknya dilakukan', 'Pasangkan nilai IKM', ESSAY]) {
    await page.getByRole('searchbox').fill(words)
    await page.getByRole('checkbox', { name: new RegExp(words) }).first().check()
  }
  await author.press(/^Masukkan 3 soal/)
  await page.waitForURL(new RegExp(`kuis/${at.quiz}$`))
  await author.press('Ubah pengaturan')
  await page.getByRole('radio', { name: /Beberapa percobaan dengan petunjuk/ }).check()
  await look(author, 'quiz-edit')
  await author.press('Simpan pengaturan')
  await author.sees('Pengaturan tersimpan.')
}

/** Wrong, a hint, right; an essay; handed in, and it waits for people. */
async function answer({ learner }: Cast, at: { enrolment: string; quiz: string }, look: Look): Promise<string> {
  const { page } = learner
  await learner.open(`/belajar/${at.enrolment}/kuis/${at.quiz}`)
  await look(learner, 'quiz-intro')
  await learner.press(/^Mulai/)
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: /Mulai/ }).click()
  await page.waitForURL(({ pathname }) => pathname.startsWith('/kuis/'))
  const attempt = new URL(page.url()).pathname
  for (let number = 1; number <= 3; number++) {
    await page.getByText(`Soal ${number} dari 3`).first().waitFor()
    if (await page.getByText(ASKED).isVisible()) await tryTwice(learner, look)
    else if (await page.getByText(/Pasangkan nilai IKM/).isVisible()) await match(learner)
    else await page.getByRole('textbox').first().fill(ANSWER)
    await page.getByText(/Tersimpan \d/).first().waitFor()
    if (number < 3) await learner.press('Berikutnya')
  }
  await look(learner, 'attempt')
  await learner.press('Kumpulkan')
  await learner.press('Ya, kumpulkan', { inDialog: true })
  await learner.sees(/dinilai oleh pengajar/)
  return attempt
}

const ANSWER = `Yth. Bapak/Ibu, ${'mohon maaf atas berkas yang belum ditemukan; petugas menelusurinya sejak tadi pagi dan memberi kabar besok sore pukul empat. '.repeat(4)}`

async function tryTwice(learner: Visitor, look: Look): Promise<void> {
  const { page } = learner
  await page.getByRole('radio', { name: /Meminta warga pulang/ }).check()
  await learner.press('Periksa jawaban')
  await learner.sees('Siapa yang lebih mudah memperolehnya?')
  await look(learner, 'attempt-hint')
  await learner.press('Coba lagi')
  await page.getByRole('radio', { name: /Melayani dan mencetaknya/ }).check()
  await learner.press('Periksa jawaban')
  await learner.sees('Soal ini sudah selesai dinilai.')
}

/** One of four in the wrong place. */
async function match({ page }: Visitor): Promise<void> {
  const right: Record<string, string> = { '91,20': 'A (Sangat Baik)', '80,00': 'B (Baik)', '70,50': 'C (Kurang Baik)', '52,75': 'E (Gagal)' }
  for (const [stem, label] of Object.entries(right)) await page.getByLabel(stem).selectOption({ label })
}

/** Who teaches marks the essay without knowing whose it is. */
async function mark({ teacher }: Cast, at: { cls: string; quiz: string }, look: Look): Promise<void> {
  const { page } = teacher
  await teacher.open(`/kelas/${at.cls}/kuis/${at.quiz}/penilaian`)
  await page.getByRole('spinbutton').or(page.getByLabel(/^Poin/)).first().fill('3')
  await look(teacher, 'marking-desk')
  await teacher.press('Simpan dan lanjut')
  await teacher.sees(/sudah dinilai/)
}

/** The learner holds that a pair was right; somebody who neither marked nor wrote the question decides, and says why. */
async function appeal({ learner, teacher }: Cast, attempt: string, look: Look): Promise<void> {
  await learner.open(attempt)
  await look(learner, 'result')
  const { page } = learner
  const part = page.locator('article, li, section').filter({ hasText: 'Pasangkan nilai IKM' }).last()
  await part.getByRole('button', { name: /^Ajukan keberatan/ }).click()
  await page.getByLabel('Alasan keberatan').fill('Pada soal tidak disebutkan peraturan yang dipakai.')
  await page.getByRole('button', { name: 'Ajukan keberatan', exact: true }).click()
  await learner.sees('Menunggu pemeriksaan')
  await look(learner, 'appeal-filed')
  await teacher.open('/keberatan')
  await look(teacher, 'appeals')
  await teacher.page.getByRole('link', { name: /Pasangkan nilai IKM/ }).last().click()
  await teacher.page.getByRole('radio', { name: /^Kabulkan/ }).check()
  await teacher.page.getByLabel('Poin baru').fill('2')
  await teacher.page.getByLabel('Pertimbangan').fill('Soalnya memang tidak menyebut peraturannya.')
  await look(teacher, 'appeal')
  await teacher.press('Simpan putusan')
  await teacher.sees('Putusan tersimpan dan diberitahukan kepada peserta.')
  await learner.open(attempt)
  await learner.sees('Poin naik dari 1,5 menjadi 2.')
}

/** The question is dropped: its effect is looked at first, then carried out, and the learner reads why. */
async function regrade({ teacher, learner }: Cast, at: { course: string; quiz: string }, attempt: string, look: Look): Promise<void> {
  const { page } = teacher
  await teacher.open(`/pelatihan/${at.course}/kuis/${at.quiz}/nilai-ulang`)
  const select = page.getByLabel('Soal', { exact: false }).first()
  await select.selectOption({ label: (await select.locator('option').allTextContents()).find(text => text.includes('Warga datang'))! })
  await page.getByRole('radio', { name: /Keluarkan soal/ }).check()
  await page.getByLabel('Alasan').fill('Ketentuan fotokopi sudah dicabut.')
  await teacher.press('Lihat akibatnya')
  await teacher.sees('Nilai sebelum dan sesudah')
  await look(teacher, 'regrade')
  await teacher.press('Terapkan penilaian ulang')
  await teacher.press('Terapkan penilaian ulang', { inDialog: true })
  await teacher.sees('Penilaian ulang diterapkan.')
  await learner.open(attempt)
  await learner.sees(/Ketentuan fotokopi sudah dicabut/)
  await look(learner, 'result-regraded')
  await teacher.open(`/pelatihan/${at.course}/kuis/${at.quiz}/statistik`)
  await look(teacher, 'statistics')
  await teacher.open(`/pelatihan/${at.course}/kuis/${at.quiz}/susunan`)
  await look(teacher, 'structure')
}

/** A question's way from the bank through a quiz to a mark, and what people do about a mark that is wrong. */
export async function walkExam(browser: Browser, url: string, learner = 'peserta.pns'): Promise<void> {
  const at = await stageQuiz(url, learner)
  const as = (key: string, dark = false) => signedIn(browser, url, `${key}@demo.pembina.example`, password, { dark })
  const cast: Cast = { author: await as('dosen.usu'), officer: await as('admin', true), teacher: await as('widyaiswara'), learner: await as(learner, true) }
  const found: string[] = []
  const look: Look = async (visitor, name) => { found.push(...(await visitor.look(`exam-${name}`))) }
  await fillBank(cast, look)
  await compose(cast, at, look)
  const attempt = await answer(cast, at, look)
  await mark(cast, at, look)
  await appeal(cast, attempt, look)
  await regrade(cast, at, attempt, look)
  for (const visitor of Object.values(cast)) {
    assert.deepEqual(visitor.errors, [])
    await visitor.close()
  }
  assert.deepEqual(found, [])
}
