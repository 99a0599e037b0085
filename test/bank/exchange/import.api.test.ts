import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { BankQuestionModel, BankVersionModel, QuestionImportModel } from '../../../server/bank/index.ts'
import { questionKinds } from '../../../server/bank/domain/question.ts'
import { templateSheets } from '../../../server/bank/domain/exchange/sheet/template.ts'
import { readFile } from '../../../server/bank/read/file.ts'
import { FileModel } from '../../../server/file/index.ts'
import { pack } from '../../../server/lib/pack.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { aLearner, aClass, aCourse } from '../../support/course.ts'
import { aPartner } from '../../support/partner.ts'
import { aPerson } from '../../support/people.ts'
import { upload } from '../../support/upload.ts'

const FIELDS = 'id fileName format hash count taken outcomes { outcome count } rows(first: 100) { total nodes { id line part outcome losses problem facts category tags question { kind text points choices { text right } } } }'
const PREVIEW = `mutation ($input: QuestionSourceInput!) { previewQuestions(input: $input) { ${FIELDS} } }`
const READ = `query ($id: ID!) { questionImport(id: $id) { ${FIELDS} } }`
const TAKE = 'mutation ($import: ID!, $hash: String!, $except: [ID!]!, $owner: BankOwnerInput!, $filing: FilingInput!) { importIntoBank(import: $import, hash: $hash, except: $except, owner: $owner, filing: $filing) { id taken } }'
const EXPORT = 'query ($filter: BankFilter, $format: ExportFormat!) { exportedQuestions(filter: $filter, format: $format) { name type base64 count omitted losses { number losses } } }'
const source = '$CATEGORY: Layanan/Dasar\n\n::Satu:: Siapa penerima layanan?{=Warga#Tepat ~Kursi}\n\nUraikan{}\n\nRusak {=a\n\n[html]<p>Benar<script>alert(1)</script>?</p>{T}'

let app: TestApp
let partner: { _id: Types.ObjectId }
let author: Client
let other: Client
let learner: Client
beforeAll(async () => {
  app = await startTestApp()
  partner = await aPartner()
  author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner._id]] }))
  other = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', (await aPartner())._id]] }))
  learner = await app.client((await aLearner(await aClass(await aCourse()))).person)
})
afterAll(() => app.stop())
beforeEach(async () => {
  await QuestionImportModel.deleteMany({})
  await BankQuestionModel.deleteMany({})
})
const preview = async (input: object, by = author) => (await by.ok(PREVIEW, { input })).previewQuestions
const sent = async (name: string, bytes: string | Uint8Array) => preview({ file: await upload(author, name, Buffer.from(bytes as string), { reading: 'questions' }) })
const taking = (found: { id: string; hash: string }, fields: object = {}) =>
  ({ import: found.id, hash: found.hash, except: [], owner: { kind: 'PARTNER', id: String(partner._id) }, filing: { category: 'Impor', tags: ['moodle'] }, ...fields })

describe('a file of questions', () => {
  test('is looked at first, row by row, and changes nothing', async () => {
    const found = await preview({ source })
    expect(found).toMatchObject({ format: 'GIFT', count: 3, taken: 0, rows: { total: 4 }, outcomes: [{ outcome: 'TAKEN', count: 3 }, { outcome: 'UNREADABLE', count: 1 }] })
    expect(found.rows.nodes.map((row: any) => [row.line, row.outcome, row.problem, row.category])).toEqual([[3, 'TAKEN', null, 'Layanan/Dasar'], [5, 'TAKEN', null, 'Layanan/Dasar'], [7, 'UNREADABLE', 'UNCLOSED', ''], [9, 'TAKEN', null, 'Layanan/Dasar']])
    expect(found.rows.nodes[3].question.text).toBe('<p>Benar?</p>')
    expect(await BankQuestionModel.countDocuments()).toBe(0)
  })
  test('goes in as drafts of the owner, filed under what one says and what the file says, once however often it is sent', async () => {
    const found = await preview({ source })
    const both = await Promise.all([author.send(TAKE, taking(found)), author.send(TAKE, taking(found))])
    expect(both.some(({ data }) => data?.importIntoBank.taken === 3)).toBe(true)
    expect((await author.ok(TAKE, taking(found))).importIntoBank.taken).toBe(3)
    const kept = await BankQuestionModel.find().sort({ _id: 1 }).lean()
    expect(kept.map(({ category, tags, state, kind }) => [category, tags, state, kind])).toEqual(['SINGLE_CHOICE', 'ESSAY', 'TRUE_FALSE'].map(kind => ['Impor/Layanan/Dasar', ['moodle'], 'DRAFT', kind]))
    expect(await BankVersionModel.countDocuments({ bankQuestion: { $in: kept.map(({ _id }) => _id) } })).toBe(3)
  })
  test('leaves behind what one leaves out', async () => {
    const found = await preview({ source })
    expect((await author.ok(TAKE, taking(found, { except: ['0', '3'] }))).importIntoBank.taken).toBe(1)
  })
  test('comes by upload too, whatever its letters are written in, and is gone when it was read', async () => {
    for (const bytes of [Buffer.from('Café{=é ~e}', 'latin1'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Café{=é ~e}', 'utf16le')]), Buffer.from('\uFEFFCafé{=é ~e}')]) {
      const found = await sent('soal.gift', bytes)
      expect(found.rows.nodes[0].question).toMatchObject({ text: '<p>Café</p>', choices: [{ text: 'é', right: true }, { text: 'e' }] })
    }
    expect(await FileModel.countDocuments({ purpose: 'questions' })).toBe(0)
  })
  test.each([
    ['Moodle XML', 'bank.xml', '<?xml version="1.0"?><quiz><question type="truefalse"><questiontext><text>Benar?</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>', 'MOODLE_XML'],
    ['Aiken', 'kuis.txt', 'Apa?\nA) satu\nB) dua\nANSWER: B', 'AIKEN'],
    ['a table with semicolons', 'soal.csv', 'Jenis;Soal;Jawaban 1;Jawaban 2;Kunci\nPILIHAN GANDA;Apa?;satu;dua;B', 'TABLE'],
  ])('is known as %s by itself', async (_, name, text, format) => expect(await sent(name, text)).toMatchObject({ format, count: 1 }))
})

describe('what goes out', () => {
  test.each(['MOODLE_XML', 'QTI', 'GIFT', 'XLSX', 'CSV'])('as %s comes in again', async format => {
    await author.ok(TAKE, taking(await preview({ source })))
    const { exportedQuestions: made } = await author.ok(EXPORT, { format, filter: { category: 'Impor' } })
    expect(made).toMatchObject({ count: 3, omitted: [] })
    const found = await sent(made.name, Buffer.from(made.base64, 'base64'))
    expect(found.rows.nodes.map(({ outcome, question }: any) => [outcome, question?.kind]).sort()).toEqual(['ESSAY', 'SINGLE_CHOICE', 'TRUE_FALSE'].map(kind => ['TAKEN', kind]))
  })
})

test('the spreadsheet to be filled in has an example of every kind on a sheet that is not read, and is read as empty', async () => {
  const { questionTemplate: { name, base64 } } = await author.ok('{ questionTemplate { name base64 } }')
  expect(await sent(name, Buffer.from(base64, 'base64'))).toMatchObject({ format: 'TABLE', rows: { total: 0 } })
  const { rows } = await readFile({ name, format: null, sheets: [{ name: 'Soal', rows: templateSheets()[1]!.rows.map((row, at) => ({ row: at + 2, cells: row.map(cell => (typeof cell === 'number' ? String(cell).replace('.', ',') : cell)) })).toSpliced(0, 0, { row: 1, cells: templateSheets()[1]!.columns.map(column => column.name) }) }] })
  expect(rows.map(({ outcome, question }) => [outcome, question?.kind])).toEqual(questionKinds.filter(kind => kind !== 'HOTSPOT').map(kind => ['TAKEN', kind]))
})

describe('attack', () => {
  test('another’s preview is neither read nor taken', async () => {
    const found = await preview({ source })
    expect(await other.refused(READ, { id: found.id })).toBe('NOT_FOUND')
    expect(await other.refused(TAKE, taking(found))).toBe('NOT_FOUND')
  })
  test('into another partner’s bank', async () => {
    const found = await preview({ source }, other)
    expect(await other.refused(TAKE, taking(found))).toBe('NOT_FOUND')
    expect(await BankQuestionModel.countDocuments()).toBe(0)
  })
  test('what was not looked at', async () => expect(await author.refused(TAKE, taking({ ...(await preview({ source })), hash: 'x' }))).toBe('STALE'))
  test('a learner reads no files and gets none', async () => {
    expect(await learner.refused(PREVIEW, { input: { source } })).toBe('FORBIDDEN')
    await author.ok(TAKE, taking(await preview({ source })))
    expect((await learner.ok(EXPORT, { format: 'GIFT' })).exportedQuestions.count).toBe(0)
  })
  test('a file that was sent to be read is nothing else: no lesson, no picture of a question', async () => {
    const file = await upload(author, 'gambar.xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { reading: 'questions' })
    const input = { owner: { kind: 'PARTNER', id: String(partner._id) }, filing: {}, question: { kind: 'TRUE_FALSE', right: true, text: `<p>x<img data-file="${file}" alt="x"></p>` } }
    expect(await author.refused('mutation ($input: NewBankQuestionInput!) { createBankQuestion(input: $input) { id } }', { input })).toBe('NOT_FOUND')
  })
  test('an ordinary upload of XML is still refused', async () => { await expect(upload(author, 'a.xml', Buffer.from('<a/>'))).rejects.toThrow('FILE_TYPE_REFUSED') })
  test('both a file and a text, or neither', async () => {
    expect(await author.refused(PREVIEW, { input: { source, file: String(new Types.ObjectId()) } })).toBe('REQUIRED')
    expect(await author.refused(PREVIEW, { input: {} })).toBe('REQUIRED')
  })
  test('asking for too many previews', async () => {
    const by = (await QuestionImportModel.create({ by: new Types.ObjectId(), at: new Date(), format: 'GIFT', hash: 'x', rows: [] })).toObject()
    const me = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', partner._id]] })
    await QuestionImportModel.insertMany(Array.from({ length: 60 }, () => ({ ...by, _id: new Types.ObjectId(), by: me._id, at: app.services.now() })))
    expect(await (await app.client(me)).refused(PREVIEW, { input: { source } })).toBe('TOO_MANY_REQUESTS')
  })
})

test('a package holds its items in the order of its test', async () => {
  const item = (id: string, right: string) => `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${id}" title="${id}"><responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>${right}</value></correctResponse></responseDeclaration><itemBody><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>${id}?</prompt><simpleChoice identifier="a">A</simpleChoice><simpleChoice identifier="b">B</simpleChoice></choiceInteraction></itemBody></assessmentItem>`
  const tests = '<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="Ujian"><testPart><assessmentSection identifier="s" title="Bagian dua"><assessmentItemRef identifier="2" href="../items/dua.xml"/></assessmentSection><assessmentSection identifier="s1" title=""><assessmentItemRef identifier="1" href="../items/satu.xml"/></assessmentSection></testPart></assessmentTest>'
  const found = await sent('paket.zip', pack([{ name: 'items/satu.xml', bytes: Buffer.from(item('satu', 'a')) }, { name: 'tests/t.xml', bytes: Buffer.from(tests) }, { name: 'items/dua.xml', bytes: Buffer.from(item('dua', 'b')) }]))
  expect(found.rows.nodes.map(({ part, category, question }: any) => [part, category, question.text, question.choices[1].right])).toEqual([
    ['items/dua.xml', 'Bagian dua', '<p>dua?</p>', true], ['items/satu.xml', 'Ujian', '<p>satu?</p>', false],
  ])
})
