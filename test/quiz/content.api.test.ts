import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { BankVersionModel } from '../../server/bank/index.ts'
import { namesFile } from '../../server/bank/service/media.ts'
import { FileModel, type FileDoc } from '../../server/file/index.ts'
import type { CourseDoc } from '../../server/course/index.ts'
import { QuizModel, type QuizDoc } from '../../server/quiz/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor } from '../support/course.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'
import { aQuestion, aQuiz } from '../support/quiz.ts'
import { MP3, PNG } from '../support/pictures.ts'
import { upload } from '../support/upload.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')
const ADD = `mutation ($quiz: ID!, $input: QuestionInput!) { addQuestion(quiz: $quiz, input: $input) { id revision editorQuestions { id body {
  text feedback choices { id text media { file kind alternative url } } hotspot { image url alternative picks zones { id label x y width height right } } } } } }`
const CHANGE = 'mutation ($quiz: ID!, $question: ID!, $revision: Int!, $input: QuestionInput!) { updateQuestion(quiz: $quiz, question: $question, revision: $revision, input: $input) { revision editorQuestions { id body { text } } } }'
const START = 'mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { id questions { id kind text choices { id text media { kind alternative url } } hotspot { url alternative picks zones { id label } } } } }'
const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
const READ = 'query ($id: ID!) { attempt(id: $id) { state questions { id feedback answer { files choices } answerFiles { id name type size url } mark } } }'
const SUBMIT = 'mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { state } }'

let app: TestApp
let made: Awaited<ReturnType<typeof aCourse>>
let cls: Awaited<ReturnType<typeof aClass>>
let author: Client
let colleague: Client
let instructor: Client
let stranger: Client

beforeAll(async () => {
  app = await startTestApp()
  made = await aCourse()
  cls = await aClass(made)
  const { partner } = made.course as CourseDoc
  const [first, second] = [await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner]] }), await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner]] })]
  author = await app.client(first)
  colleague = await app.client(second)
  instructor = await app.client(await anInstructor(cls))
  stranger = await app.client(await aPerson())
})
afterAll(() => app.stop())

const img = (file: string, alt = 'Denah kantor') => `<img data-file="${file}" alt="${alt}" />`
const body = (fields: object) => ({ body: { kind: 'SINGLE_CHOICE', text: '<p>Apa?</p>', choices: [{ text: 'Ya', right: true }, { text: 'Tidak', right: false }], ...fields } })
const empty = () => aQuiz(made, { questions: [] })
const add = async (client: Client, quiz: QuizDoc, fields: object) => (await client.ok(ADD, { quiz: String(quiz._id), input: body(fields) })).addQuestion.editorQuestions.at(-1)
const refused = async (client: Client, quiz: QuizDoc, fields: object) => (await client.send(ADD, { quiz: String(quiz._id), input: body(fields) })).refusal
const purposeOf = async (id: string) => (await FileModel.findById(id).lean<FileDoc>())?.purpose ?? null
const status = async (client: Client, path: string) => (await client.fetch(path)).status
async function sitting(quiz: QuizDoc) {
  const { person, enrolment } = await aLearner(cls)
  const client = await app.client(person)
  const { startAttempt } = await client.ok(START, { quiz: String(quiz._id), enrolment: String(enrolment._id) })
  return { client, attempt: startAttempt.id as string, questions: startAttempt.questions as any[] }
}

describe('pictures and sound in a question', () => {
  test('are kept by their file and words, and shown from an address of ours to who may see the question', async () => {
    const quiz = await empty()
    const [picture, sound, choice] = [await upload(author, 'denah.png', PNG), await upload(author, 'rekaman.mp3', MP3), await upload(author, 'pintu.png', PNG)]
    const question = await add(author, quiz, {
      text: `<p>Lihat ${img(picture)} dan dengar <audio data-file="${sound}" title="Wawancara"></audio></p>`,
      choices: [{ text: 'Pintu', right: true, media: { file: choice, alternative: 'Pintu merah' } }, { text: 'Jendela', right: false }],
    })
    const base = `/quiz-files/${String(quiz._id)}`
    expect(question.body.text).toBe(`<p>Lihat <img data-file="${picture}" src="${base}/${picture}" loading="lazy" alt="Denah kantor" /> dan dengar <audio data-file="${sound}" src="${base}/${sound}" controls preload="metadata" title="Wawancara"></audio></p>`)
    expect(question.body.choices[0].media).toEqual({ file: choice, kind: 'PICTURE', alternative: 'Pintu merah', url: `${base}/${choice}` })
    for (const file of [picture, sound, choice]) expect(await status(author, `${base}/${file}`)).toBe(200)
    const { client, attempt, questions } = await sitting(quiz)
    expect(questions[0].text).toContain(`src="/attempt-files/${attempt}/${picture}"`)
    for (const file of [picture, sound, choice]) expect(await status(client, `/attempt-files/${attempt}/${file}`)).toBe(200)
    // The address is put in as it is shown: the words hold none.
    expect(JSON.stringify((await QuizModel.findById(quiz._id).lean<QuizDoc>())!.questions)).not.toContain('src=')
  })

  test('a colleague mends a word without bringing the picture again; what is sent as its address counts for nothing', async () => {
    const quiz = await empty()
    const picture = await upload(author, 'denah.png', PNG)
    const { id, body: { text } } = await add(author, quiz, { text: `<p>Satu ${img(picture)}</p>` })
    const { revision } = (await QuizModel.findById(quiz._id).lean<QuizDoc>())!
    const changed = text.replace('Satu', 'Dua').replace(/src="[^"]*"/, 'src="https://evil.example/x.png" onerror="alert(1)"')
    const { updateQuestion } = await colleague.ok(CHANGE, { quiz: String(quiz._id), question: id, revision, input: body({ text: changed }) })
    expect(updateQuestion.editorQuestions[0].body.text).toBe(`<p>Dua <img data-file="${picture}" src="/quiz-files/${String(quiz._id)}/${picture}" loading="lazy" alt="Denah kantor" /></p>`)
  })

  test('without words they are refused: in the text, in feedback, beside a choice', async () => {
    const quiz = await empty()
    const file = await upload(author, 'denah.png', PNG)
    expect(await refused(author, quiz, { text: `<p>x ${img(file, ' ')}</p>` })).toMatchObject({ code: 'NO_WORDS', field: 'input.body.text' })
    expect(await refused(author, quiz, { feedback: img(file, '') })).toMatchObject({ code: 'NO_WORDS', field: 'input.body.feedback' })
    const choices = [{ text: 'a', right: true }, { text: 'b', right: false, media: { file, alternative: '' } }]
    expect(await refused(author, quiz, { choices })).toMatchObject({ code: 'NO_WORDS', field: 'input.body.choices.1.media' })
  })

  test('a kind of file that no browser shows in a question is refused, and given up', async () => {
    const quiz = await empty()
    const file = await upload(author, 'soal.pdf', PDF)
    expect(await refused(author, quiz, { text: img(file) })).toMatchObject({ code: 'FILE_TYPE_REFUSED', field: 'input.body.text' })
    expect(await purposeOf(file)).toBeNull()
  })
})

describe('a question that is refused', () => {
  test('takes no file into use; nor does one that came too late', async () => {
    const quiz = await empty()
    const file = await upload(author, 'denah.png', PNG)
    expect(await refused(author, quiz, { text: `<p>x ${img(file)}</p>`, choices: [{ text: 'a', right: false }, { text: 'b', right: false }] })).toMatchObject({ code: 'NO_RIGHT_CHOICE' })
    expect(await purposeOf(file)).toBeNull()
    const { id } = await add(author, quiz, {})
    expect((await author.send(CHANGE, { quiz: String(quiz._id), question: id, revision: 0, input: body({ text: img(file) }) })).refusal).toMatchObject({ code: 'STALE' })
    expect(await purposeOf(file)).toBeNull()
    await add(author, quiz, { text: img(file) })
    expect(await purposeOf(file)).toBe('question')
  })
})

describe('attacks', () => {
  test.each([
    ['a drawing that runs', '<svg onload="alert(1)"><script>alert(1)</script></svg>'], ['an event handler on a picture', '<img data-file="FILE" alt="a" onerror="alert(1)" />'],
    ['a picture from elsewhere', '<img src="https://evil.example/spy.png" alt="a" />'], ['a picture that is a data: URL', '<img src="data:image/svg+xml,<svg/onload=alert(1)>" alt="a" />'],
    ['a javascript: address', '<a href="javascript:alert(1)">a</a><img data-file="FILE" src="javascript:alert(1)" alt="a" />'], ['a sound that plays from elsewhere', '<audio src="https://evil.example/a.mp3" autoplay controls></audio>'],
    ['an id that leaves its folder', '<img data-file="../../etc/passwd" alt="a" />'], ['words that break out of their attribute', '<img data-file="FILE" alt="&quot; onerror=&quot;alert(1)" />'],
    ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'], ['MathML with a script', '<math><mtext><script>alert(1)</script></mtext></math>'],
  ])('%s leaves nothing that runs or loads', async (_, hostile) => {
    const quiz = await empty()
    const file = await upload(author, 'denah.png', PNG)
    const { body: { text } } = await add(author, quiz, { text: `<p>Soal</p>${hostile.replaceAll('FILE', file)}` })
    expect(text.replace(/alt="[^"]*"/g, '')).not.toMatch(/script|onerror|onload|javascript:|data:image|evil\.example|iframe|svg|autoplay|passwd/)
    expect(text.match(/src="/g) ?? []).toHaveLength(text.includes(`data-file="${file}"`) ? 1 : 0)
  })

  test('naming another’s upload in a question gives no sight of it', async () => {
    const quiz = await empty()
    const theirs = await upload(stranger, 'rahasia.png', PNG)
    expect(await refused(author, quiz, { text: `<p>x ${img(theirs)}</p>` })).toMatchObject({ code: 'NOT_FOUND', field: 'input.body.text' })
    expect(await refused(author, quiz, { choices: [{ text: 'a', right: true, media: { file: theirs, alternative: 'x' } }, { text: 'b', right: false }] })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await status(author, `/quiz-files/${String(quiz._id)}/${theirs}`)).toBe(404)
    expect(await purposeOf(theirs)).toBeNull()
  })

  test('nor does a question that came in with its id some other way: what a file is kept for decides', async () => {
    const theirs = await upload(stranger, 'rahasia.png', PNG)
    await FileModel.updateOne({ _id: theirs }, { purpose: 'evidence:x' })
    const quiz = await aQuiz(made, { questions: [aQuestion('TRUE_FALSE', { text: `<p>${img(theirs)}</p>` })] })
    expect(await status(author, `/quiz-files/${String(quiz._id)}/${theirs}`)).toBe(404)
    const { client, attempt } = await sitting(quiz)
    expect(await status(client, `/attempt-files/${attempt}/${theirs}`)).toBe(404)
  })

  test('an id written into one’s own answer opens nothing', async () => {
    const secret = await upload(author, 'kunci.png', PNG)
    await add(author, await empty(), { text: img(secret) })
    const quiz = await aQuiz(made, { questions: [aQuestion('ESSAY')] })
    const { client, attempt, questions } = await sitting(quiz)
    await client.ok(SAVE, { attempt, question: questions[0].id, seq: 0, answer: { text: img(secret) } })
    expect(await status(client, `/attempt-files/${attempt}/${secret}`)).toBe(404)
  })

  test('pictures of a quiz are for its editors; a learner gets those of their own sheet, others nothing', async () => {
    const quiz = await empty()
    const file = await upload(author, 'denah.png', PNG)
    await add(author, quiz, { text: img(file) })
    const { client, attempt } = await sitting(quiz)
    const other = await sitting(quiz)
    expect(await status(client, `/quiz-files/${String(quiz._id)}/${file}`)).toBe(404)
    expect(await status(other.client, `/attempt-files/${attempt}/${file}`)).toBe(404)
    expect(await status(stranger, `/attempt-files/${attempt}/${file}`)).toBe(404)
    expect(await status(await app.client(), `/attempt-files/${attempt}/${file}`)).toBe(404)
    expect(await status(instructor, `/attempt-files/${attempt}/${file}`)).toBe(200)
  })

  test('a picture of the feedback is not served before the feedback is', async () => {
    const quiz = await empty()
    const file = await upload(author, 'kunci.png', PNG)
    await add(author, quiz, { feedback: img(file, 'Jawabannya') })
    const { client, attempt } = await sitting(quiz)
    expect(await status(client, `/attempt-files/${attempt}/${file}`)).toBe(404)
    await client.ok(SUBMIT, { attempt })
    expect(await status(client, `/attempt-files/${attempt}/${file}`)).toBe(200)
  })
})

describe('pictures in the bank', () => {
  const CREATE = 'mutation ($input: NewBankQuestionInput!) { createBankQuestion(input: $input) { id revision version { question { text } } } }'
  test('are for who may read the question, also of its former versions, and for nobody else', async () => {
    const officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
    const file = await upload(author, 'denah.png', PNG)
    await aPartner({ _id: made.course.partner } as never)
    const input = { owner: { kind: 'PARTNER', id: String(made.course.partner) }, filing: {}, question: body({ text: `<p>x ${img(file)}</p>` }).body }
    const { createBankQuestion: { id, revision, version } } = await author.ok(CREATE, { input })
    const address = `/bank-files/${id}/${file}`
    expect(version.question.text).toContain(`src="${address}"`)
    await author.ok('mutation ($id: ID!, $revision: Int!, $question: QuestionBodyInput!) { updateBankQuestion(question: $id, revision: $revision, input: { question: $question }) { id } }', { id, revision, question: body({ text: '<p>y</p>' }).body })
    for (const client of [author, colleague, officer]) expect(await status(client, address)).toBe(200)
    const { person } = await aLearner(cls)
    for (const client of [instructor, stranger, await app.client(person), await app.client()]) expect(await status(client, address)).toBe(404)
    expect(await status(author, address.replace(file, '.*'))).toBe(404)
  })
  test('are found in any version of their question, and in no other', async () => {
    const ids = [new Types.ObjectId(), new Types.ObjectId()]
    const file = String(new Types.ObjectId())
    await BankVersionModel.collection.insertMany(ids.flatMap(bankQuestion => [1, 2, 3].map(number => ({ bankQuestion, number, question: { text: number === 1 ? `<p>${img(file)}</p>` : '<p>x</p>' } }))) as never)
    expect([await namesFile(ids[0]!, file), await namesFile(ids[0]!, String(ids[1]))]).toEqual([true, false])
  })
})

describe('places in a picture', () => {
  const zones = [{ label: 'Loket', x: 10, y: 10, width: 20, height: 20, right: true }, { label: 'Gudang', x: 60, y: 10, width: 20, height: 20, right: false }]
  const hotspot = (image: string, fields: object = {}) => ({ kind: 'HOTSPOT', choices: null, hotspot: { image, alternative: 'Denah kantor', picks: 1, zones, ...fields } })

  test('are asked by their names, without which of them is right, and marked', async () => {
    const quiz = await empty()
    const file = await upload(author, 'denah.png', PNG)
    const { body: { hotspot: kept } } = await add(author, quiz, hotspot(file))
    expect(kept).toMatchObject({ image: file, url: `/quiz-files/${String(quiz._id)}/${file}`, zones: [{ label: 'Loket', right: true }, { label: 'Gudang', right: false }] })
    const { client, attempt, questions: [asked] } = await sitting(quiz)
    expect(asked.hotspot).toMatchObject({ url: `/attempt-files/${attempt}/${file}`, alternative: 'Denah kantor', picks: 1 })
    expect(asked.hotspot.zones.map((zone: any) => zone.label).sort()).toEqual(['Gudang', 'Loket'])
    expect(await status(client, asked.hotspot.url)).toBe(200)
    const right = kept.zones[0].id
    expect(JSON.stringify(asked)).not.toContain('right')
    await client.ok(SAVE, { attempt, question: asked.id, seq: 0, answer: { choices: [right] } })
    await client.ok(SUBMIT, { attempt })
    expect((await client.ok(READ, { id: attempt })).attempt.questions[0]).toMatchObject({ mark: 1, answer: { choices: [right] } })
  })

  test.each([
    ['no picture', { image: '' }, 'REQUIRED', 'hotspot.image'], ['a picture that is another’s', { image: '0'.repeat(24) }, 'NOT_FOUND', 'hotspot.image'], ['no words', { alternative: ' ' }, 'REQUIRED', 'hotspot.alternative'],
    ['nothing right', { zones: [{ ...zones[1] }] }, 'NO_ZONE', 'hotspot.zones'], ['a place that ends outside', { zones: [{ ...zones[0], x: 90 }] }, 'OUT_OF_RANGE', 'hotspot.zones.0'],
  ])('%s is refused', async (_, fields, code, field) => {
    const file = await upload(author, 'denah.png', PNG)
    expect(await refused(author, await empty(), hotspot(file, fields))).toMatchObject({ code, field: `input.body.${field}` })
  })
})

describe('files as an answer', () => {
  const asked = () => aQuiz(made, { questions: [aQuestion('FILE'), aQuestion('TRUE_FALSE')], shuffle: false })

  test('are taken into use, served to who sees the attempt, and marked by people', async () => {
    const { client, attempt, questions: [question] } = await sitting(await asked())
    const file = await upload(client, 'laporan.pdf', PDF)
    expect((await client.ok(SAVE, { attempt, question: question.id, seq: 0, answer: { files: [file] } })).saveAnswer.seq).toBe(1)
    expect(await purposeOf(file)).toBe(`answer:${attempt}`)
    await client.ok(SUBMIT, { attempt })
    const read = (await instructor.ok(READ, { id: attempt })).attempt
    expect(read).toMatchObject({ state: 'SUBMITTED' })
    expect(read.questions[0]).toMatchObject({ answer: { files: [file] }, answerFiles: [{ id: file, name: 'laporan.pdf', type: 'application/pdf', size: PDF.length, url: `/attempt-files/${attempt}/${file}` }] })
    expect(await status(instructor, `/attempt-files/${attempt}/${file}`)).toBe(200)
    expect(await status(client, `/attempt-files/${attempt}/${file}`)).toBe(200)
    expect(await status(stranger, `/attempt-files/${attempt}/${file}`)).toBe(404)
    expect(await status(author, `/attempt-files/${attempt}/${file}`)).toBe(404)
  })

  test('another’s upload, an upload of the wrong type, and too many are refused; nothing of them is kept', async () => {
    const { client, attempt, questions: [question] } = await sitting(await asked())
    const save = (files: string[]) => client.send(SAVE, { attempt, question: question.id, seq: 0, answer: { files } })
    const theirs = await upload(stranger, 'laporan.pdf', PDF)
    expect((await save([theirs])).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'answer.files' })
    expect(await purposeOf(theirs)).toBeNull()
    const sound = await upload(client, 'rekaman.mp3', MP3)
    expect((await save([sound])).refusal).toMatchObject({ code: 'FILE_TYPE_REFUSED', field: 'answer.files' })
    expect(await purposeOf(sound)).toBeNull()
    const three = await Promise.all(['a.pdf', 'b.pdf', 'c.pdf'].map(name => upload(client, name, PDF)))
    expect((await save(three)).refusal).toMatchObject({ code: 'ANSWER_KIND' })
  })

  test('a file of another attempt, or kept for something else, does not answer this one', async () => {
    const first = await sitting(await asked())
    const file = await upload(first.client, 'laporan.pdf', PDF)
    await first.client.ok(SAVE, { attempt: first.attempt, question: first.questions[0].id, seq: 0, answer: { files: [file] } })
    const second = await sitting(await asked())
    expect((await second.client.send(SAVE, { attempt: second.attempt, question: second.questions[0].id, seq: 0, answer: { files: [file] } })).refusal).toMatchObject({ code: 'NOT_FOUND' })
    expect(await status(second.client, `/attempt-files/${second.attempt}/${file}`)).toBe(404)
  })

  test('what is taken out of an answer, or was refused as saved elsewhere, is given up; what is named stays', async () => {
    const { client, attempt, questions: [question] } = await sitting(await asked())
    const [one, two, three] = [await upload(client, 'a.pdf', PDF), await upload(client, 'b.pdf', PDF), await upload(client, 'c.pdf', PDF)]
    const save = (seq: number, files: string[]) => client.send(SAVE, { attempt, question: question.id, seq, answer: { files } })
    await save(0, [one, two])
    await save(1, [two])
    expect((await save(0, [three])).refusal).toMatchObject({ code: 'ANSWERED_ELSEWHERE' })
    expect([await purposeOf(one), await purposeOf(two), await purposeOf(three)]).toEqual([null, `answer:${attempt}`, null])
    // A reply that was lost: the very same again is saved.
    expect((await save(1, [two])).data.saveAnswer.seq).toBe(2)
    expect(await status(client, `/attempt-files/${attempt}/${one}`)).toBe(404)
  })

  test('after the attempt is closed no file is taken', async () => {
    const { client, attempt, questions: [question] } = await sitting(await asked())
    await client.ok(SUBMIT, { attempt })
    const file = await upload(client, 'a.pdf', PDF)
    expect((await client.send(SAVE, { attempt, question: question.id, seq: 0, answer: { files: [file] } })).refusal).toMatchObject({ code: 'ATTEMPT_CLOSED' })
    expect(await purposeOf(file)).toBeNull()
  })
})

test('an import brings no picture along, not even of an id that is there', async () => {
  const quiz = await empty()
  const file = await upload(author, 'denah.png', PNG)
  await add(author, await empty(), { text: img(file) })
  const source = `[html]<p>Apa? ${img(file).replaceAll('=', '\\=')}</p> {T}`
  const { previewQuestions: { id, hash } } = await author.ok('mutation ($input: QuestionSourceInput!) { previewQuestions(input: $input) { id hash } }', { input: { source, format: 'GIFT' } })
  const { importQuestions } = await author.ok('mutation ($quiz: ID!, $revision: Int!, $import: ID!, $hash: String!) { importQuestions(quiz: $quiz, revision: $revision, import: $import, hash: $hash) { editorQuestions { body { text } } } }', { quiz: String(quiz._id), revision: quiz.revision, import: id, hash })
  expect(importQuestions.editorQuestions[0].body.text).not.toContain('data-file')
  expect(await status(author, `/quiz-files/${String(quiz._id)}/${file}`)).toBe(404)
})
