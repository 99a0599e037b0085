import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CurriculumModel, hashOf, type CurriculumDoc } from '../../server/curriculum/index.ts'
import { ImportModel } from '../../server/exchange/index.ts'
import { sheetsOf } from '../../server/exchange/domain/sheets.ts'
import { perform } from '../../server/exchange/jobs.ts'
import { tidyImports } from '../../server/exchange/service/preview.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aContent, aCurriculum, aPublishedVersion } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'
import { upload } from '../support/upload.ts'
import { tidied } from './content.ts'

let app: TestApp
let ours: PartnerDoc, theirs: PartnerDoc
let officer: Client, author: Client, signatory: Client, stranger: Client, learner: Client, auditor: Client, out: Client

beforeAll(async () => {
  app = await startTestApp()
  ours = await aPartner()
  theirs = await aPartner()
  const client = async (...roles: NonNullable<Parameters<typeof aPerson>[0]>['roles'] & object) => app.client(await aPerson({ roles }))
  officer = await client(['CURRICULUM_OFFICER'])
  author = await client(['PARTNER_AUTHOR', 'PARTNER', ours._id])
  signatory = await client(['PARTNER_SIGNATORY', 'PARTNER', ours._id])
  stranger = await client(['PARTNER_AUTHOR', 'PARTNER', theirs._id])
  learner = await client(['LEARNER'])
  auditor = await client(['AUDITOR'])
  out = await app.client()
}, 60_000)
afterAll(() => app?.stop())

const IMPORT = '{ id fileName hash errors warnings stale findings { level code sheet row column facts } content { title subjects { id title } references } comparison { total sections { section changes { kind label side } } } problems { code } applied { id } into { id } }'
const PREVIEW = `mutation ($file: ID!, $curriculum: ID) { previewImport(file: $file, curriculum: $curriculum) ${IMPORT} }`
const APPLY = 'mutation ($id: ID!, $hash: String!, $partner: ID, $code: String) { applyImport(import: $id, hash: $hash, partner: $partner, code: $code) { id code title hash revision origin { kind label } } }'
const idOf = ({ _id }: CurriculumDoc) => String(_id)
const sheetFile = async (content = aContent()) => Buffer.from(await perform({ kind: 'workbook', sheets: sheetsOf(tidied(content), String), at: new Date(0) }) as Uint8Array)
const preview = async (client: Client, name: string, bytes: Uint8Array, curriculum?: string) => (await client.ok(PREVIEW, { file: await upload(client, name, bytes), curriculum })).previewImport
let codes = 10
const aCode = () => `PLT-EKS-${++codes}`

describe('files of a draft', () => {
  let draft: CurriculumDoc
  beforeAll(async () => { draft = await aCurriculum(ours) })
  const path = (file: string) => `/kurikulum/${draft._id}/ekspor/${file}`

  test.each([
    ['pemerintah.pdf', 'application/pdf', '%PDF-1.7'], ['universitas.pdf', 'application/pdf', '%PDF-1.7'], ['pemerintah.docx', 'wordprocessingml', 'PK'], ['universitas.docx', 'wordprocessingml', 'PK'],
    ['isi.xlsx', 'spreadsheetml', 'PK'], ['keselarasan.xlsx', 'spreadsheetml', 'PK'], ['kisi-kisi.xlsx', 'spreadsheetml', 'PK'], ['keselarasan.csv', 'text/csv', ''], ['kisi-kisi.csv', 'text/csv', ''],
  ])('%s is handed to those who see it', async (file, type, start) => {
    for (const client of [author, auditor]) {
      const answer = await client.fetch(path(file))
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)])
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${draft.code}-rancangan-${file}"`)
      expect(answer.headers.get('cache-control')).toContain('no-store')
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, start.length)).toBe(start)
    }
  }, 60_000)

  test('others find nothing, whatever they ask for', async () => {
    for (const client of [stranger, learner, out]) for (const file of ['pemerintah.pdf', 'isi.xlsx', 'keselarasan.csv']) expect((await client.fetch(path(file))).status).toBe(404)
    for (const file of ['pemerintah.xlsx', 'isi.csv', 'pemerintah.exe', '..%2f..%2fetc%2fpasswd', 'constructor.pdf', '__proto__.csv', 'toString.csv']) expect((await author.fetch(path(file))).status).toBe(404)
    expect((await author.fetch('/kurikulum/xyz/ekspor/pemerintah.pdf')).status).toBe(404)
  })

  test('a version\'s too, named by its number; an unrelated learner finds none', async () => {
    const version = await aPublishedVersion(ours)
    const answer = await signatory.fetch(`/kurikulum/versi/${version._id}/ekspor/universitas.pdf`)
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, `attachment; filename="${version.code}-v1-universitas.pdf"`])
    for (const client of [stranger, learner, out]) expect((await client.fetch(`/kurikulum/versi/${version._id}/ekspor/universitas.pdf`)).status).toBe(404)
  }, 30_000)

  test('more files in a minute than anybody reads: the rest are told to wait', async () => {
    const eager = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', ours._id]] }))
    const seen: number[] = []
    for (let n = 0; n < 62; n++) seen.push((await eager.fetch(path('keselarasan.csv'))).status)
    expect([seen.slice(0, 60).every(status => status === 200), seen.slice(60)]).toEqual([true, [429, 429]])
    expect((await author.fetch(path('keselarasan.csv'))).status).toBe(200)
  }, 30_000)

  test('the empty spreadsheet is for those who begin curricula', async () => {
    expect((await author.fetch('/kurikulum/impor/contoh.xlsx')).status).toBe(200)
    for (const client of [auditor, learner, out]) expect((await client.fetch('/kurikulum/impor/contoh.xlsx')).status).toBe(404)
  }, 30_000)
})

describe('a spreadsheet into a draft', () => {
  test('what was handed out, edited, comes back as exactly that change', async () => {
    const draft = await aCurriculum(ours)
    const file = await author.fetch(`/kurikulum/${draft._id}/ekspor/isi.xlsx`).then(answer => answer.arrayBuffer())
    const same = await preview(author, 'isi.xlsx', Buffer.from(file), idOf(draft))
    expect(same).toMatchObject({ hash: draft.hash, errors: 0, stale: false, comparison: { total: 0 }, into: { id: idOf(draft) } })

    const content = { ...draft.content, references: [...draft.content.references, 'Buku baru'] }
    const found = await preview(author, 'isi.xlsx', await sheetFile(content), idOf(draft))
    expect(found.comparison.sections).toEqual([{ section: 'REFERENCES', changes: [{ kind: 'ADDED', label: 'Buku baru', side: null }] }])
    expect((await CurriculumModel.findById(draft._id).lean<CurriculumDoc>())!.hash).toBe(draft.hash)

    const { applyImport } = await author.ok(APPLY, { id: found.id, hash: found.hash })
    expect(applyImport).toMatchObject({ id: idOf(draft), hash: found.hash, revision: 1 })
    expect(await author.ok(APPLY, { id: found.id, hash: found.hash })).toEqual({ applyImport })
  }, 60_000)

  test('half an import: with one error nothing at all is applied', async () => {
    const draft = await aCurriculum(ours)
    const content = aContent({ references: ['Baru'] })
    content.subjects[0]!.hours.theory = 9999
    const found = await preview(author, 'isi.xlsx', Buffer.from(await perform({ kind: 'workbook', sheets: sheetsOf(content, String), at: new Date(0) }) as Uint8Array), idOf(draft))
    expect(found.findings).toContainEqual(expect.objectContaining({ level: 'ERROR', code: 'OUT_OF_RANGE', sheet: 'Mata pelatihan', row: 2, column: 'T' }))
    expect((await author.send(APPLY, { id: found.id, hash: found.hash })).refusal).toMatchObject({ code: 'IMPORT_HAS_ERRORS', facts: { errors: 1 } })
    expect(await CurriculumModel.findById(draft._id).lean()).toEqual(expect.objectContaining({ revision: 0, hash: draft.hash }))
  }, 30_000)

  test('somebody changed the draft meanwhile: it is told, and refused', async () => {
    const draft = await aCurriculum(ours)
    const found = await preview(author, 'isi.xlsx', await sheetFile(aContent({ title: 'Judul dari berkas' })), idOf(draft))
    await officer.ok('mutation ($id: ID!) { editCurriculum(curriculum: $id, revision: 0, patch: { references: ["Lain"] }) { id } }', { id: idOf(draft) })
    expect((await author.ok(`query ($id: ID!) { curriculumImport(id: $id) { stale } }`, { id: found.id })).curriculumImport.stale).toBe(true)
    expect(await author.refused(APPLY, { id: found.id, hash: found.hash })).toBe('STALE')
    expect((await CurriculumModel.findById(draft._id).lean<CurriculumDoc>())!.content).toMatchObject({ title: 'Pelatihan Uji', references: ['Lain'] })
  }, 30_000)

  test('another hash than the previewed is refused', async () => {
    const draft = await aCurriculum(ours)
    const found = await preview(author, 'a.md', Buffer.from('# Judul lain\n'), idOf(draft))
    expect(await author.refused(APPLY, { id: found.id, hash: draft.hash })).toBe('STALE')
  }, 30_000)

  test('a stranger previews nothing here; another\'s preview and another\'s file are not found', async () => {
    const draft = await aCurriculum(ours)
    const file = await upload(stranger, 'a.md', Buffer.from('# A'))
    expect((await stranger.send(PREVIEW, { file, curriculum: idOf(draft) })).refusal).toMatchObject({ code: 'NOT_FOUND' })
    expect(await author.refused(PREVIEW, { file, curriculum: idOf(draft) })).toBe('NOT_FOUND')
    const found = await preview(author, 'a.md', Buffer.from('# A\n'), idOf(draft))
    for (const client of [officer, stranger]) {
      expect((await client.ok('query ($id: ID!) { curriculumImport(id: $id) { id } }', { id: found.id })).curriculumImport).toBeNull()
      expect(await client.refused(APPLY, { id: found.id, hash: found.hash })).toBe('NOT_FOUND')
    }
    for (const client of [signatory, auditor]) expect(await client.refused(PREVIEW, { file, curriculum: idOf(draft) })).toBe('FORBIDDEN')
  }, 30_000)
})

describe('a new curriculum from a file', () => {
  const outline = Buffer.from('# Pelatihan Baru\n\nJenis: Diklat Teknis\n\n## Capaian\n- CP-1: Menjelaskan (C2)\n\n## Mata pelatihan\n### Dasar (2/0/0)\nCapaian: CP-1\n- Materi\n')

  test('is begun whole, in one step; sent twice it is one', async () => {
    const found = await preview(author, 'garis besar.md', outline)
    expect(found).toMatchObject({ errors: 0, into: null, comparison: null, content: { title: 'Pelatihan Baru', subjects: [{ title: 'Dasar' }] } })
    expect(found.problems.map(({ code }: { code: string }) => code)).toContain('OUTCOME_NOT_ASSESSED')
    const code = aCode()
    const { applyImport } = await author.ok(APPLY, { id: found.id, hash: found.hash, partner: String(ours._id), code })
    expect(applyImport).toMatchObject({ code, title: 'Pelatihan Baru', hash: found.hash, revision: 0, origin: { kind: 'IMPORT', label: 'garis besar.md' } })
    expect((await author.ok(APPLY, { id: found.id, hash: found.hash, partner: String(ours._id), code })).applyImport.id).toBe(applyImport.id)
    expect(await CurriculumModel.countDocuments({ code })).toBe(1)
  }, 30_000)

  test('a process that died after making it: the second time finds it', async () => {
    const found = await preview(author, 'a.md', outline)
    const code = aCode()
    const first = (await author.ok(APPLY, { id: found.id, hash: found.hash, partner: String(ours._id), code })).applyImport
    await ImportModel.updateOne({ _id: found.id }, { applied: null })
    expect((await author.ok(APPLY, { id: found.id, hash: found.hash, partner: String(ours._id), code })).applyImport.id).toBe(first.id)
  }, 30_000)

  test('not with another partner, nor under a code that is taken', async () => {
    const found = await preview(author, 'a.md', outline)
    expect((await author.send(APPLY, { id: found.id, hash: found.hash, partner: String(theirs._id), code: aCode() })).refusal).toMatchObject({ code: 'NOT_FOUND' })
    const taken = await aCurriculum(ours)
    await CurriculumModel.updateOne({ _id: taken._id }, { code: 'PLT-EKS-10' })
    expect(await author.refused(APPLY, { id: found.id, hash: found.hash, partner: String(ours._id), code: 'PLT-EKS-10' })).toBe('CURRICULUM_CODE_TAKEN')
    expect(await author.refused(APPLY, { id: found.id, hash: found.hash, partner: String(ours._id), code: 'salah' })).toBe('CURRICULUM_CODE_FORMAT')
  }, 30_000)

  test('a file that says nothing of a curriculum makes none', async () => {
    const found = await preview(author, 'a.md', Buffer.from('## Catatan\n\nhalo\n'))
    expect(found.findings).toContainEqual(expect.objectContaining({ level: 'ERROR', code: 'IMPORT_NOTHING' }))
  }, 30_000)

  test('those who begin no curricula preview none', async () => {
    for (const client of [learner, auditor, signatory]) expect(await client.refused(PREVIEW, { file: '0'.repeat(24) })).toBe('FORBIDDEN')
    expect(await out.refused(PREVIEW, { file: '0'.repeat(24) })).toBe('UNAUTHENTICATED')
  })
})

describe('hostile files', () => {
  test('six megabytes are refused before they are read', async () => {
    const file = await upload(author, 'a.md', Buffer.alloc(6 * 1024 * 1024, 97))
    expect((await author.send(PREVIEW, { file })).refusal).toMatchObject({ code: 'IMPORT_TOO_LARGE', field: 'file', facts: { what: 'bytes', max: 5 } })
  }, 30_000)
  test('a picture is no curriculum', async () => {
    const file = await upload(author, 'a.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'))
    expect(await author.refused(PREVIEW, { file })).toBe('IMPORT_TYPE_REFUSED')
  }, 30_000)
  test('the server answers as before', async () => expect((await out.ok('{ now }')).now).toBeTruthy())
})

test('previews of yesterday are taken away', async () => {
  const found = await preview(author, 'a.md', Buffer.from('# A\n'))
  app.clock.advance(25 * 3_600_000)
  await tidyImports(app.services)
  expect(await ImportModel.findById(found.id)).toBeNull()
  app.clock.set(new Date())
}, 30_000)

describe('templates', () => {
  const LIST = '{ curriculumTemplates { total nodes { id name builtIn taken partner { id } content { title team { name } hours { total } } viewerCan { remove } } } }'
  const SAVE = 'mutation ($version: ID!, $name: String!, $shared: Boolean!) { saveTemplate(version: $version, name: $name, shared: $shared) { id name partner { id } } }'
  const FROM = 'mutation ($input: NewCurriculumInput!, $from: CurriculumSourceInput!) { createCurriculumFrom(input: $input, from: $from) { id title state content { kind { id } team { name } subjects { id title } } origin { kind label curriculum { id } } } }'
  const input = (fields: object = {}) => ({ partner: String(ours._id), code: aCode(), title: 'Dari templat', kind: 8, mode: 'ONLINE', ...fields })
  const names = async (client: Client): Promise<string[]> => (await client.ok(LIST)).curriculumTemplates.nodes.map(({ name }: { name: string }) => name)

  test('three are built in, with the hours they say', async () => {
    const { curriculumTemplates } = await author.ok(LIST)
    expect(curriculumTemplates.nodes.slice(0, 3).map((one: any) => [one.builtIn, one.content.hours.total, one.viewerCan.remove])).toEqual([[true, 20, false], [true, 40, false], [true, 8, false]])
  })

  test('a version becomes a template without its people: a partner\'s own, or the agency\'s for all', async () => {
    const version = await aPublishedVersion(ours)
    const own = (await author.ok(SAVE, { version: String(version._id), name: 'Milik kami', shared: false })).saveTemplate
    expect(own.partner.id).toBe(String(ours._id))
    expect(await author.refused(SAVE, { version: String(version._id), name: 'Untuk semua', shared: true })).toBe('FORBIDDEN')
    expect(await stranger.refused(SAVE, { version: String(version._id), name: 'x', shared: false })).toBe('NOT_FOUND')
    await officer.ok(SAVE, { version: String(version._id), name: 'Untuk semua', shared: true })
    expect(await officer.refused(SAVE, { version: String(version._id), name: 'Untuk semua', shared: true })).toBe('TEMPLATE_NAME_TAKEN')
    expect(await names(author)).toEqual(expect.arrayContaining(['Milik kami', 'Untuk semua']))
    expect(await names(stranger)).not.toContain('Milik kami')
    expect(await names(learner)).toEqual([])
    expect((await author.ok(LIST)).curriculumTemplates.nodes.find(({ name }: { name: string }) => name === 'Milik kami')).toMatchObject({ taken: `${version.code} v1`, content: { team: [] } })

    const begun = (await author.ok(FROM, { input: input(), from: { template: own.id } })).createCurriculumFrom
    expect(begun).toMatchObject({ title: 'Dari templat', state: 'DRAFT', content: { kind: { id: 8 }, subjects: [{ id: 's1' }, { id: 's2' }] }, origin: { kind: 'TEMPLATE', label: 'Milik kami' } })
    expect(await stranger.refused(FROM, { input: input({ partner: String(theirs._id) }), from: { template: own.id } })).toBe('NOT_FOUND')
    await author.ok('mutation ($id: ID!) { removeTemplate(template: $id) }', { id: own.id })
    expect(await names(author)).not.toContain('Milik kami')
    expect(await author.refused('mutation ($id: ID!) { removeTemplate(template: $id) }', { id: own.id })).toBe('NOT_FOUND')
  })

  test('a curriculum is begun like another: its people stay only in the same house, its source is not told to other partners', async () => {
    const source = await aCurriculum(ours)
    const inside = (await author.ok(FROM, { input: input(), from: { curriculum: idOf(source) } })).createCurriculumFrom
    expect(inside).toMatchObject({ content: { team: [{ name: 'Dr. Uji' }] }, origin: { kind: 'CURRICULUM', curriculum: { id: idOf(source) } } })
    expect(await stranger.refused(FROM, { input: input({ partner: String(theirs._id) }), from: { curriculum: idOf(source) } })).toBe('NOT_FOUND')
    const outside = (await officer.ok(FROM, { input: input({ partner: String(theirs._id) }), from: { curriculum: idOf(source) } })).createCurriculumFrom
    expect(outside.content.team).toEqual([])
    expect((await stranger.ok('query ($id: ID!) { curriculum(id: $id) { origin { kind label curriculum { id } } } }', { id: outside.id })).curriculum.origin).toEqual({ kind: 'CURRICULUM', label: null, curriculum: null })
  })

  test('from a version; from exactly one thing', async () => {
    const version = await aPublishedVersion(ours)
    expect((await author.ok(FROM, { input: input(), from: { version: String(version._id) } })).createCurriculumFrom.origin).toMatchObject({ kind: 'VERSION', label: `${version.code} v1 Pelatihan Uji` })
    for (const from of [{}, { template: 'seminar', version: String(version._id) }]) expect(await author.refused(FROM, { input: input(), from })).toBe('INVALID')
    const learned = await CurriculumModel.findOne({ partner: ours._id, 'content.title': 'Dari templat' }).lean<CurriculumDoc>()
    expect(learned!.hash).toBe(hashOf(learned!.content))
  })
})
