import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { BankQuestionModel, BankVersionModel, bankPolicy, visibleBankQuestions, type BankQuestionDoc } from '../../server/bank/index.ts'
import { bankMoves } from '../../server/bank/domain/lifeCycle.ts'
import { dayOf } from '../../server/lib/days.ts'
import { unreachable } from '../../server/lib/transitions.ts'
import { viewerOf } from '../../server/people/index.ts'
import { sift } from '../support/sift.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson } from '../support/people.ts'

const FIELDS = 'id revision state category tags version { number question { id kind choices { id text right fraction } scoring } } versions { number } moves viewerCan { edit delete } comments { text } history { move to reason }'
const CREATE = `mutation ($input: NewBankQuestionInput!) { createBankQuestion(input: $input) { ${FIELDS} } }`
const UPDATE = `mutation ($id: ID!, $revision: Int!, $input: BankQuestionInput!) { updateBankQuestion(question: $id, revision: $revision, input: $input) { ${FIELDS} } }`
const MOVE = `mutation ($id: ID!, $revision: Int!, $move: BankMove!, $reason: String) { moveBankQuestion(question: $id, revision: $revision, move: $move, reason: $reason) { ${FIELDS} } }`
const LIST = 'query ($filter: BankFilter) { bankQuestions(filter: $filter) { total nodes { id category owner { kind name } } } }'
const READ = `query ($id: ID!) { bankQuestion(id: $id) { ${FIELDS} } }`

const single = (text = '<p>Apa warna batik Medan?</p>') => ({ kind: 'SINGLE_CHOICE', text, choices: [{ text: 'Beragam', right: true }, { text: 'Satu', right: false }] })
const filing = { category: 'Layanan / Dasar', tags: ['skm', 'skm'], licence: 'CC BY 4.0' }

let app: TestApp
let made: TestCourse
let ours: { _id: Types.ObjectId }
let author: Client
let second: Client
let officer: Client
let stranger: Client
beforeAll(async () => {
  app = await startTestApp()
  ours = await aPartner()
  made = await aCourse()
  author = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', ours._id]] }))
  second = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', ours._id]] }))
  officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
  stranger = await app.client(await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', new Types.ObjectId()]] }))
})
afterAll(() => app.stop())

const owner = () => ({ kind: 'PARTNER', id: String(ours._id) })
const create = async (by = author, fields: object = {}) => (await by.ok(CREATE, { input: { owner: owner(), filing, question: single(), ...fields } })).createBankQuestion

describe('a question', () => {
  test('is kept with its owner, filed, and is a draft of one version', async () => {
    expect(await create()).toMatchObject({ revision: 0, state: 'DRAFT', category: 'Layanan/Dasar', tags: ['skm'], version: { number: 1 }, viewerCan: { edit: true, delete: true } })
  })
  test.each([
    ['MATCHING', { matching: { pairs: [{ stem: 'a', match: 'b' }, { stem: 'c', match: 'd' }] } }], ['ORDERING', { ordering: { items: [{ text: 'a' }, { text: 'b' }] } }],
    ['CLOZE', { text: '<p>Di [[g1]]</p>', gaps: [{ id: 'g1', kind: 'TEXT', patterns: [{ text: 'Medan' }] }] }],
    ['CALCULATED', { calculated: { variables: [{ name: 'a', min: 1, max: 9 }], formula: 'a * 2', answer: {} } }], ['ESSAY', {}], ['FILE', { file: { accept: ['PDF'] } }],
    ['NUMERIC', { number: { value: 5, tolerance: 0.5 } }], ['SHORT_ANSWER', { patterns: [{ text: 'Medan' }] }], ['TRUE_FALSE', { right: false }],
    ['MULTIPLE_CHOICE', { scoring: 'WEIGHTED', choices: [{ text: 'a', right: false, fraction: 1 }, { text: 'b', right: true, fraction: -0.5 }] }],
  ])('may be of the kind %s', async (kind, parts) => {
    expect((await create(author, { question: { kind, text: '<p>Soal</p>', ...parts } })).version.question.kind).toBe(kind)
  })
  test('keeps its hints, cleaned; what only people judge has none', async () => {
    const hints = [{ text: '<p>Lihat <b>motif</b>.<script>x</script></p>', clearWrong: true }, { text: '<p>Bukan satu.</p>', showCount: true }]
    const HINTS = 'mutation ($input: NewBankQuestionInput!) { createBankQuestion(input: $input) { id version { question { hints { text clearWrong showCount } } } } }'
    const make = async (question: object) => (await author.ok(HINTS, { input: { owner: owner(), filing, question } })).createBankQuestion.version.question.hints
    expect(await make({ ...single(), hints })).toEqual([{ text: expect.not.stringContaining('script'), clearWrong: true, showCount: false }, { text: '<p>Bukan satu.</p>', clearWrong: false, showCount: true }])
    expect(await make({ kind: 'ESSAY', text: '<p>Uraikan.</p>', hints })).toEqual([])
    expect(await author.refused(HINTS, { input: { owner: owner(), filing, question: { ...single(), hints: [{ text: '' }] } } })).toBe('REQUIRED')
  })
  test('says every fault at once, beside its field', async () => {
    const { refusal, errors } = await author.send(CREATE, { input: { owner: owner(), filing, question: { ...single(), choices: [{ text: 'a', right: false }, { text: 'A', right: false }] } } })
    expect(refusal?.code ?? errors).toBeTruthy()
    expect(JSON.stringify(refusal)).toContain('input.question.choices')
  })
  test('what follows from fractions is right, whatever was said', async () => {
    const { version } = await create(author, { question: { kind: 'MULTIPLE_CHOICE', text: '<p>x</p>', scoring: 'WEIGHTED', choices: [{ text: 'a', right: false, fraction: 1 }, { text: 'b', right: true, fraction: 0 }] } })
    expect(version.question.choices.map(({ right }: { right: boolean }) => right)).toEqual([true, false])
  })
})

describe('new words', () => {
  test('are a new version, and a draft again; the old one stays as it was', async () => {
    const { id, version } = await create()
    const reviewed = (await second.ok(MOVE, { id, revision: 0, move: 'review' })).moveBankQuestion
    expect(reviewed.state).toBe('REVIEWED')
    const question = { ...single('<p>Kata lain?</p>'), choices: version.question.choices.map(({ id: choice, text, right }: any) => ({ id: choice, text, right })) }
    const { updateBankQuestion } = await author.ok(UPDATE, { id, revision: 1, input: { question } })
    expect(updateBankQuestion).toMatchObject({ state: 'DRAFT', version: { number: 2 }, versions: [{ number: 1 }, { number: 2 }] })
    expect(updateBankQuestion.version.question.choices).toEqual(version.question.choices)
    const stored = await BankVersionModel.find({ bankQuestion: id }).sort({ number: 1 }).lean()
    expect(stored.map(({ question: { text } }) => text)).toEqual([single().text, '<p>Kata lain?</p>'])
  })
  test('the same words are no new version', async () => {
    const { id, version } = await create()
    const question = { ...single(), choices: version.question.choices.map(({ id: choice, text, right }: any) => ({ id: choice, text, right })) }
    expect((await author.ok(UPDATE, { id, revision: 0, input: { question, filing: { ...filing, tags: ['baru'] } } })).updateBankQuestion).toMatchObject({ state: 'DRAFT', tags: ['baru'], version: { number: 1 } })
  })
  test('of two authors at once the later is refused', async () => {
    const { id } = await create()
    await author.ok(UPDATE, { id, revision: 0, input: { filing: { ...filing, category: 'x' } } })
    expect(await second.refused(UPDATE, { id, revision: 0, input: { filing } })).toBe('STALE')
  })
  test('attack: no code changes a version', async () => {
    await expect(BankVersionModel.updateOne({}, { $set: { number: 9 } })).rejects.toThrow('does not change')
  })
})

describe('its way', () => {
  test('reaches every state', () => expect(unreachable(bankMoves, 'DRAFT')).toEqual([]))
  test('attack: who wrote it does not review it', async () => {
    const { id, moves } = await create()
    expect(moves).not.toContain('review')
    expect(await author.refused(MOVE, { id, revision: 0, move: 'review' })).toBe('SECOND_PERSON')
  })
  test('a step back says why', async () => {
    const { id } = await create()
    await second.ok(MOVE, { id, revision: 0, move: 'review' })
    expect(await second.refused(MOVE, { id, revision: 1, move: 'return' })).toBe('REASON_REQUIRED')
    const { moveBankQuestion } = await second.ok(MOVE, { id, revision: 1, move: 'return', reason: 'Pengecohnya mirip.' })
    expect(moveBankQuestion.history).toEqual([{ move: 'review', to: 'REVIEWED', reason: null }, { move: 'return', to: 'DRAFT', reason: 'Pengecohnya mirip.' }])
  })
  test('a move that is not there is refused', async () => expect(await author.refused(MOVE, { id: (await create()).id, revision: 0, move: 'release' })).toBe('WRONG_STATE'))
  test('a draft nobody read can be removed, a reviewed one not', async () => {
    const DELETE = 'mutation ($id: ID!) { deleteBankQuestion(question: $id) }'
    const { id } = await create()
    await author.ok(DELETE, { id })
    expect(await BankVersionModel.countDocuments({ bankQuestion: id })).toBe(0)
    const { id: read } = await create()
    await second.ok(MOVE, { id: read, revision: 0, move: 'review' })
    expect(await author.refused(DELETE, { id: read })).toBe('ALREADY_ASKED')
  })
})

describe('who', () => {
  test('attack: another partner finds nothing of ours', async () => {
    const { id } = await create()
    expect(await stranger.ok(READ, { id })).toEqual({ bankQuestion: null })
    expect(await stranger.refused(MOVE, { id, revision: 0, move: 'retire', reason: 'x' })).toBe('NOT_FOUND')
    expect((await stranger.ok(LIST, {})).bankQuestions.nodes.map(({ id: one }: { id: string }) => one)).not.toContain(id)
    expect(await stranger.refused(CREATE, { input: { owner: owner(), filing, question: single() } })).toBe('NOT_FOUND')
  })
  test('attack: a learner finds no key', async () => {
    const cls = await aClass(made, { today: dayOf(app.services.now()) })
    const learner = await app.client((await aLearner(cls)).person)
    const { id } = await create(officer, { owner: { kind: 'COURSE', id: String(made.course._id) } })
    expect(await learner.ok(READ, { id })).toEqual({ bankQuestion: null })
    expect((await learner.ok(LIST, {})).bankQuestions.total).toBe(0)
    const instructor = await app.client(await anInstructor(cls))
    expect((await instructor.ok(READ, { id })).bankQuestion.viewerCan.edit).toBe(true)
    expect(await instructor.refused(CREATE, { input: { owner: { kind: 'AGENCY' }, filing, question: single() } })).toBe('FORBIDDEN')
  })
  test('what a list shows is what one may see', async () => {
    const all = await BankQuestionModel.find().lean<BankQuestionDoc[]>()
    for (const person of [await aPerson({ roles: [['PARTNER_SIGNATORY', 'PARTNER', ours._id]] }), await aPerson({ roles: [['AUDITOR']] }), await aPerson()]) {
      const viewer = await viewerOf(String(person._id))
      expect(all.filter(sift(visibleBankQuestions(viewer)) as never)).toEqual(all.filter(question => bankPolicy.see(viewer, question)))
    }
  })
  test('owners are those one writes for', async () => {
    const OWNERS = '{ bankOwners { kind id } }'
    expect((await author.ok(OWNERS)).bankOwners).toEqual([{ kind: 'PARTNER', id: String(ours._id) }])
    expect((await officer.ok(OWNERS)).bankOwners[0]).toEqual({ kind: 'AGENCY', id: null })
  })
})

test('a list is narrowed by words, category with those below it, tag, kind and state', async () => {
  const { id } = await create(author, { filing: { category: 'Anggaran/APBD/Belanja', tags: ['unik-7'] } })
  const found = async (filter: object) => (await author.ok(LIST, { filter })).bankQuestions.nodes.some((one: { id: string }) => one.id === id)
  for (const filter of [{ category: 'Anggaran' }, { category: 'Anggaran/APBD' }, { category: 'Anggaran/APBD/Belanja' }, { tag: 'unik-7' }, { kind: 'SINGLE_CHOICE', search: 'batik unik-7' }, { states: ['DRAFT'], tag: 'unik-7' }, { owner: owner(), tag: 'unik-7' }]) expect(await found(filter)).toBe(true)
  for (const filter of [{ category: 'Anggar' }, { tag: 'lain' }, { kind: 'ESSAY' }, { states: ['LIVE'] }, { search: '.*' }, { owner: { kind: 'AGENCY' } }, { owner: { kind: 'PARTNER', id: 'x' } }]) expect(await found(filter)).toBe(false)
})
