import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHmac } from 'node:crypto'
import mongoose from 'mongoose'
import { ClusterModel, ConsultationKeyModel, ConsultationModel, ConsultationRecordModel, ResponseModel, type ConsultationDoc } from '../../server/consultation/index.ts'
import { moveByDate } from '../../server/consultation/service/move.ts'
import { recordMissed } from '../../server/consultation/service/record.ts'
import { CurriculumModel, CurriculumVersionModel } from '../../server/curriculum/index.ts'
import { addDays, dayOf } from '../../server/lib/days.ts'
import { NoticeModel } from '../../server/notice/index.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import type { PersonDoc, UnitDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aConsultation, questions } from '../support/consultation.ts'
import { aCurriculum, aPublishedVersion } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson, aUnit, type RoleIn } from '../support/people.ts'

let app: TestApp
let ours: PartnerDoc
let unit: UnitDoc, otherUnit: UnitDoc, smallUnit: UnitDoc
const staff: Record<string, Client> = {}
let officerPerson: PersonDoc
let people: PersonDoc[], asked: Client[], others: Client[]
let outsider: Client, lone: Client

beforeAll(async () => {
  app = await startTestApp()
  ours = await aPartner({ shortName: 'USU' })
  const theirs = await aPartner()
  unit = await aUnit()
  otherUnit = await aUnit()
  smallUnit = await aUnit()
  const roles: Record<string, RoleIn[]> = {
    officer: [['CURRICULUM_OFFICER']], director: [['AGENCY_SIGNATORY']], author: [['PARTNER_AUTHOR', 'PARTNER', ours._id]], dean: [['PARTNER_SIGNATORY', 'PARTNER', ours._id]],
    stranger: [['PARTNER_AUTHOR', 'PARTNER', theirs._id]], auditor: [['AUDITOR']], unitHead: [['UNIT_HEAD', 'UNIT', unit._id]],
  }
  for (const [name, held] of Object.entries(roles)) {
    const person = await aPerson({ name: `Demo ${name}`, roles: held })
    if (name === 'officer') officerPerson = person
    staff[name] = await app.client(person)
  }
  people = await Promise.all(Array.from({ length: 7 }, (_, n) => aPerson({ name: `Demo Ditanya ${n}`, unit: unit._id })))
  asked = await Promise.all(people.map(person => app.client(person)))
  others = await Promise.all((await Promise.all(Array.from({ length: 6 }, () => aPerson({ unit: otherUnit._id })))).map(person => app.client(person)))
  lone = await app.client(await aPerson({ unit: smallUnit._id }))
  outsider = await app.client(await aPerson({ unit: (await aUnit())._id }))
}, 60_000)
afterAll(() => app?.stop())

const today = () => dayOf(new Date())
const FIELDS = '{ id state title hash outdated readingMinutes units { id } elements { section element label } questions { id form text options } viewerCan { see answer close cancel seeResults reply } mine { anonymous answers { question value text } proposals { text } reactions { element reaction } } curriculum { id } }'
const GET = `query ($c: ID!) { consultation(id: $c) ${FIELDS} }`
const CREATE = `mutation ($id: ID!, $input: ConsultationInput!) { createConsultation(curriculum: $id, input: $input) ${FIELDS} }`
const ANSWER = `mutation ($c: ID!, $input: ConsultationAnswerInput!) { answerConsultation(consultation: $c, input: $input) ${FIELDS} }`
const CLOSE = `mutation ($c: ID!) { closeConsultation(consultation: $c) ${FIELDS} }`
const CANCEL = `mutation ($c: ID!) { cancelConsultation(consultation: $c) ${FIELDS} }`
const RESULTS = `query ($c: ID!) { consultation(id: $c) {
  participation { invited answered rate units { unit { id } invited answered } }
  results { questions { n counts mean texts units { unit { id } n counts } } elements { element n counts { reaction count } } }
  proposals { total nodes { id text label by { id fullName } cluster } } clusters { id title size verdict because } } }`
const CLUSTER = 'mutation ($c: ID!, $k: ID, $title: String!, $p: [ID!]!) { clusterProposals(consultation: $c, cluster: $k, title: $title, proposals: $p) { clusters { id title size } } }'
const REPLY = 'mutation ($c: ID!, $k: ID!, $v: ClusterVerdict!, $b: String!) { answerCluster(consultation: $c, cluster: $k, verdict: $v, because: $b) { clusters { id verdict because } } }'

const idOf = ({ _id }: { _id: unknown }) => String(_id)
const input = (fields: object = {}) => ({ title: 'Uji baca', units: [idOf(unit)], opensOn: today(), closesOn: addDays(today(), 7), questions, ...fields })
const answer = (value: number, fields: object = {}) => ({ anonymous: true, answers: [{ question: 'q1', value }], ...fields })
const open = async (units: UnitDoc[] = [unit], fields: Partial<ConsultationDoc> = {}) => aConsultation(await aCurriculum(ours), units, fields)
const answeredBy = async (c: string, clients: Client[], fields: (n: number) => object = () => ({})) => {
  for (const [n, client] of clients.entries()) await client.ok(ANSWER, { c, input: answer(1 + (n % 4), fields(n)) })
}
const results = async (c: string, who: Client = staff.author!) => (await who.ok(RESULTS, { c })).consultation

describe('asking', () => {
  test('freezes the draft, tells the people of the units, and says when the draft has changed', async () => {
    const curriculum = await aCurriculum(ours)
    const { createConsultation } = await staff.author!.ok(CREATE, { id: idOf(curriculum), input: input() })
    expect(createConsultation).toMatchObject({ state: 'OPEN', hash: curriculum.hash, outdated: false, curriculum: { id: idOf(curriculum) } })
    const told = await NoticeModel.find({ kind: 'CONSULTATION_OPENED', link: `/konsultasi/${createConsultation.id}` }).lean()
    expect(told.map(({ person }) => String(person)).sort()).toEqual(people.map(idOf).sort())
    await CurriculumModel.updateOne({ _id: curriculum._id }, { hash: 'lain' })
    expect((await asked[0]!.ok(GET, { c: createConsultation.id })).consultation).toMatchObject({ outdated: true, curriculum: null, viewerCan: { answer: true, seeResults: false } })
  })

  test('sent twice is there once', async () => {
    const id = idOf(await aCurriculum(ours))
    const first = await staff.officer!.ok(CREATE, { id, input: input() })
    expect((await staff.officer!.ok(CREATE, { id, input: input() })).createConsultation.id).toBe(first.createConsultation.id)
  })

  test('for later is planned, unseen by those it will be put to, opened by the clock, and may be taken back before', async () => {
    const id = idOf(await aCurriculum(ours))
    const later = input({ opensOn: addDays(today(), 2), closesOn: addDays(today(), 5) })
    const { createConsultation: { id: c, state } } = await staff.officer!.ok(CREATE, { id, input: later })
    expect(state).toBe('PLANNED')
    expect((await asked[0]!.ok(GET, { c })).consultation).toBeNull()
    await moveByDate({ ...app.services, now: () => new Date(Date.now() + 2 * 86_400_000) })
    expect((await asked[0]!.ok(GET, { c })).consultation.state).toBe('OPEN')
    expect(await staff.officer!.refused(CANCEL, { c })).toBe('WRONG_STATE')
    const { createConsultation: { id: taken } } = await staff.officer!.ok(CREATE, { id, input: { ...later, title: 'Lain' } })
    expect((await staff.officer!.ok(CANCEL, { c: taken })).cancelConsultation.state).toBe('CANCELLED')
  })

  test.each([
    ['a scale without four labels', { questions: [{ id: 'a', form: 'SCALE', text: 'Ya?', options: ['1', '2'] }] }, 'SCALE_LABELS'],
    ['a choice of one', { questions: [{ id: 'a', form: 'CHOICE', text: 'Ya?', options: ['1'] }] }, 'CHOICE_OPTIONS'],
    ['eleven questions', { questions: Array.from({ length: 11 }, (_, n) => ({ id: `a${n}`, form: 'TEXT', text: 'Apa?' })) }, 'TOO_LONG'],
    ['two questions of one id', { questions: [{ id: 'a', form: 'TEXT', text: 'Apa?' }, { id: 'a', form: 'TEXT', text: 'Siapa?' }] }, 'DUPLICATE_ID'],
    ['no unit', { units: [] }, 'TOO_SHORT'], ['a unit that is none', { units: ['0'.repeat(24)] }, 'UNKNOWN_UNIT'],
    ['an end before the beginning', { opensOn: '2031-01-02', closesOn: '2031-01-01' }, 'DATES_REVERSED'], ['an end that is past', { opensOn: '2020-01-01', closesOn: '2020-01-02' }, 'DATES_REVERSED'],
  ])('%s is refused', async (_, fields, code) => expect(await staff.officer!.refused(CREATE, { id: idOf(await aCurriculum(ours)), input: input(fields) })).toBe(code))

  test('is about drafts only, by those who design', async () => {
    const { curriculum } = await aPublishedVersion(ours)
    expect(await staff.officer!.refused(CREATE, { id: idOf({ _id: curriculum }), input: input() })).toBe('WRONG_STATE')
    const id = idOf(await aCurriculum(ours))
    for (const who of ['dean', 'director', 'auditor']) expect(await staff[who]!.refused(CREATE, { id, input: input() })).toBe('FORBIDDEN')
    expect(await staff.stranger!.refused(CREATE, { id, input: input() })).toBe('NOT_FOUND')
  })
})

describe('answering', () => {
  test('once per person, and changed until the end', async () => {
    const c = idOf(await open())
    await Promise.all(Array.from({ length: 5 }, (_, n) => asked[0]!.send(ANSWER, { c, input: answer(1 + (n % 4)) })))
    expect(await ResponseModel.countDocuments({ consultation: c })).toBe(1)
    const { answerConsultation } = await asked[0]!.ok(ANSWER, { c, input: answer(4, { reactions: [{ section: 'SUBJECTS', element: 's1', reaction: 'UNCLEAR' }], proposals: [{ section: 'SUBJECTS', element: 's1', text: 'Tambah contoh.' }] }) })
    expect(answerConsultation.mine).toMatchObject({ anonymous: true, answers: [{ question: 'q1', value: 4 }], reactions: [{ element: 's1', reaction: 'UNCLEAR' }], proposals: [{ text: 'Tambah contoh.' }] })
    expect(await ResponseModel.countDocuments({ consultation: c })).toBe(1)
  })

  test('counts as waiting until it is done', async () => {
    const WAITING = '{ viewer { waitingConsultations } }'
    const before = (await asked[6]!.ok(WAITING)).viewer.waitingConsultations
    const c = idOf(await open())
    expect((await asked[6]!.ok(WAITING)).viewer.waitingConsultations).toBe(before + 1)
    await asked[6]!.ok(ANSWER, { c, input: answer(2) })
    expect((await asked[6]!.ok(WAITING)).viewer.waitingConsultations).toBe(before)
  })

  test('is over after the last day, however late the clock’s sweep, and after it was ended by hand', async () => {
    const past = idOf(await open([unit], { opensOn: '2026-01-01', closesOn: addDays(today(), -1) }))
    expect(await asked[0]!.refused(ANSWER, { c: past, input: answer(1) })).toBe('CONSULTATION_OVER')
    await moveByDate(app.services)
    expect((await ConsultationModel.findById(past).lean())!).toMatchObject({ state: 'CLOSED', invited: [{ count: 7 }] })
    const c = idOf(await open())
    await staff.officer!.ok(CLOSE, { c })
    expect(await asked[0]!.refused(ANSWER, { c, input: answer(1) })).toBe('CONSULTATION_OVER')
  })

  test.each([
    ['nothing at all', { anonymous: true }, 'NOTHING_ANSWERED'], ['a fifth point of a scale', answer(5), 'ANSWER_FORM'],
    ['words to a scale', { anonymous: true, answers: [{ question: 'q1', text: 'Ya' }] }, 'ANSWER_FORM'], ['a number to words', { anonymous: true, answers: [{ question: 'q3', value: 1 }] }, 'ANSWER_FORM'],
    ['a question nobody asked', { anonymous: true, answers: [{ question: 'q9', value: 1 }] }, 'UNKNOWN_QUESTION'],
    ['an element that is not there', answer(1, { reactions: [{ section: 'SUBJECTS', element: 's9', reaction: 'HELPFUL' }] }), 'ELEMENT_GONE'],
  ])('%s is refused', async (_, given, code) => expect(await asked[0]!.refused(ANSWER, { c: idOf(await open()), input: given })).toBe(code))

  test('ATTACK: a person of another unit finds nothing, an officer of none answers nothing', async () => {
    const c = idOf(await open())
    for (const client of [outsider, staff.stranger!, staff.unitHead!]) {
      expect((await client.ok(GET, { c })).consultation).toBeNull()
      expect(await client.refused(ANSWER, { c, input: answer(1) })).toBe('NOT_FOUND')
    }
    expect(await staff.officer!.refused(ANSWER, { c, input: answer(1) })).toBe('FORBIDDEN')
    const MINE = '{ myConsultations { nodes { id } } }'
    expect((await outsider.ok(MINE)).myConsultations.nodes).toEqual([])
    expect((await asked[0]!.ok(MINE)).myConsultations.nodes.map(({ id }: { id: string }) => id)).toContain(c)
  })
})

/** Every document there is, as text, by collection and id. */
async function everything(): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (const collection of await mongoose.connection.db!.collections()) {
    for (const doc of await collection.find({}).toArray()) all.set(`${collection.collectionName}/${String(doc._id)}`, JSON.stringify(doc))
  }
  return all
}

describe('anonymity', () => {
  test('ATTACK: reading the whole store after an anonymous answer: nothing written links it to the person, or to a time', async () => {
    const c = idOf(await open())
    const before = await everything()
    const at = Date.now()
    await asked[0]!.ok(ANSWER, { c, input: answer(1, { proposals: [{ text: 'Tanpa nama.' }] }) })
    const written = [...(await everything())].filter(([key, text]) => before.get(key) !== text && !key.startsWith('sessions/'))
    expect(written).toHaveLength(1)
    const [[key, text]] = written as [[string, string]]
    expect(text).not.toContain(idOf(people[0]!))
    expect(text).not.toMatch(/\d{4}-\d\d-\d\dT/)
    const { _id, proposals } = (await ResponseModel.findOne({ consultation: c }).lean())!
    for (const id of [_id, proposals[0]!._id]) expect(Math.abs(id.getTimestamp().getTime() - at)).toBeGreaterThan(60_000)
    expect(key).toContain(String(_id))
  })

  test('ATTACK: with the server’s secret and the whole store: after the end nobody can work out who answered', async () => {
    const c = idOf(await open())
    await asked[0]!.ok(ANSWER, { c, input: answer(3) })
    const markerBy = (key: string) => createHmac('sha256', `${key}.${app.services.env.SESSION_SECRET}`).update(`${c}:${idOf(people[0]!)}`).digest('base64url')
    const { marker } = (await ResponseModel.findOne({ consultation: c }).lean())!
    expect(marker).toBe(markerBy('kunci-uji'))
    await staff.officer!.ok(CLOSE, { c })
    expect(await ConsultationKeyModel.countDocuments({ consultation: c })).toBe(0)
    expect([...(await everything()).values()].some(text => text.includes('kunci-uji') && text.includes(c))).toBe(false)
    expect((await asked[0]!.ok(GET, { c })).consultation.mine).toBeNull()
  })

  test('a key that a dying process left behind is thrown away by the sweep', async () => {
    const { _id } = await open([unit], { state: 'CLOSED', closedAt: new Date() })
    await moveByDate(app.services)
    expect(await ConsultationKeyModel.countDocuments({ consultation: _id })).toBe(0)
  })

  test('going anonymous later takes the name away', async () => {
    const c = idOf(await open())
    await asked[0]!.ok(ANSWER, { c, input: answer(1, { anonymous: false }) })
    expect((await ResponseModel.findOne({ consultation: c }).lean())!.person).not.toBeNull()
    await asked[0]!.ok(ANSWER, { c, input: answer(1) })
    expect((await ResponseModel.findOne({ consultation: c }).lean())!.person).toBeNull()
  })

  test('ATTACK: the only one of a unit is not known by it', async () => {
    const c = idOf(await open([smallUnit, unit]))
    await lone.ok(ANSWER, { c, input: answer(1) })
    expect((await ResponseModel.findOne({ consultation: c }).lean())!.unit).toBeNull()
  })

  test('ATTACK: looking again after each answer: nothing is shown until the end', async () => {
    const c = idOf(await open())
    for (const client of asked) {
      await client.ok(ANSWER, { c, input: answer(2, { proposals: [{ text: 'Usul.' }] }) })
      expect(await results(c)).toMatchObject({ results: null, proposals: { total: 0 }, clusters: [] })
    }
    await staff.author!.ok(CLOSE, { c })
    expect((await results(c)).results.questions[0]).toMatchObject({ n: 7 })
  })

  test('ATTACK: four who gave their names and one who did not: no name is shown', async () => {
    const c = idOf(await open())
    await answeredBy(c, asked.slice(0, 5), n => ({ anonymous: n === 4, proposals: [{ text: `Usul ${n}` }] }))
    await staff.author!.ok(CLOSE, { c })
    const { proposals } = await results(c)
    expect(proposals.total).toBe(5)
    expect(proposals.nodes.every(({ by }: { by: unknown }) => by === null)).toBe(true)
  })

  test('names are shown where all gave them', async () => {
    const c = idOf(await open())
    await answeredBy(c, asked.slice(0, 5), n => ({ anonymous: false, proposals: [{ text: `Usul ${n}` }] }))
    await staff.author!.ok(CLOSE, { c })
    expect((await results(c)).proposals.nodes.every(({ by }: { by: { fullName: string } }) => by.fullName.startsWith('Demo Ditanya'))).toBe(true)
  })
})

describe('results', () => {
  test('of four people are none: no number, no word, no proposal', async () => {
    const c = idOf(await open())
    await answeredBy(c, asked.slice(0, 4), () => ({ answers: [{ question: 'q1', value: 1 }, { question: 'q3', text: 'Kata.' }], proposals: [{ text: 'Usul.' }], reactions: [{ section: 'SUBJECTS', element: 's1', reaction: 'HELPFUL' }] }))
    await staff.author!.ok(CLOSE, { c })
    const told = await results(c)
    expect(told).toMatchObject({ participation: { invited: 7, answered: null, rate: null }, proposals: { total: 0 } })
    expect(told.results.questions).toMatchObject([{ n: null, counts: null }, { n: null }, { n: null, texts: [] }])
    expect(told.results.elements.every(({ n, counts }: any) => n === null && counts === null)).toBe(true)
  })

  test('ATTACK: a unit of four answers is not had by taking the other from the whole', async () => {
    const c = idOf(await open([unit, otherUnit]))
    await answeredBy(c, [...asked.slice(0, 6), ...others.slice(0, 4)])
    await staff.author!.ok(CLOSE, { c })
    const { results: { questions: [scale] }, participation } = await results(c)
    expect(scale).toMatchObject({ n: 10, units: [{ n: null, counts: null }, { n: null, counts: null }] })
    expect(participation).toMatchObject({ answered: 10, units: [{ answered: null }, { answered: null }] })
  })

  test('by unit, where both have five', async () => {
    const c = idOf(await open([unit, otherUnit]))
    await answeredBy(c, [...asked.slice(0, 5), ...others.slice(0, 5)])
    await staff.author!.ok(CLOSE, { c })
    const { results: { questions: [scale] } } = await results(c)
    expect(scale).toMatchObject({ n: 10, counts: [3, 3, 2, 2], units: [{ n: 5, counts: [2, 1, 1, 1] }, { n: 5, counts: [1, 2, 1, 1] }] })
  })

  test('are for those who design and oversee, not for those asked', async () => {
    const c = idOf(await open())
    await answeredBy(c, asked.slice(0, 5), () => ({ proposals: [{ text: 'Usul.' }] }))
    await staff.author!.ok(CLOSE, { c })
    for (const who of ['author', 'dean', 'officer', 'director', 'auditor']) expect((await results(c, staff[who]!)).results).not.toBeNull()
    expect(await results(c, asked[0]!)).toMatchObject({ results: null, proposals: { total: 0 }, participation: { answered: 5 } })
  })
})

describe('answering those who proposed', () => {
  const closedWithProposals = async () => {
    const c = idOf(await open())
    await answeredBy(c, asked.slice(0, 5), n => ({ proposals: [{ text: `Usul ${n}` }] }))
    await staff.officer!.ok(CLOSE, { c })
    return { c, ids: (await results(c)).proposals.nodes.map(({ id }: { id: string }) => id) as string[] }
  }

  test('in clusters, seen by those asked once answered, told to all when everything is', async () => {
    const { c, ids } = await closedWithProposals()
    const { clusterProposals } = await staff.author!.ok(CLUSTER, { c, title: 'Contoh kasus', p: ids.slice(0, 3) })
    await staff.author!.ok(CLUSTER, { c, title: 'Waktu', p: ids.slice(3) })
    expect((await results(c, asked[0]!)).clusters).toEqual([])
    const [first] = clusterProposals.clusters
    await staff.author!.ok(REPLY, { c, k: first.id, v: 'DONE', b: 'Sudah ditambahkan.' })
    expect((await results(c, asked[0]!)).clusters).toEqual([{ id: first.id, title: 'Contoh kasus', size: 3, verdict: 'DONE', because: 'Sudah ditambahkan.' }])
    expect(await NoticeModel.countDocuments({ kind: 'CONSULTATION_ANSWERED', link: `/konsultasi/${c}` })).toBe(0)
    const second = (await results(c)).clusters.find(({ title }: { title: string }) => title === 'Waktu')
    await staff.officer!.ok(REPLY, { c, k: second.id, v: 'NOT_DONE', b: 'Jam kerja diatur unit.' })
    expect(await NoticeModel.countDocuments({ kind: 'CONSULTATION_ANSWERED', link: `/konsultasi/${c}` })).toBe(7)
  })

  test('each in one cluster; sent twice there is one; what was answered stands', async () => {
    const { c, ids } = await closedWithProposals()
    for (let n = 0; n < 2; n++) await staff.author!.ok(CLUSTER, { c, title: 'Sama', p: ids })
    const { clusters } = await results(c)
    expect(clusters).toMatchObject([{ title: 'Sama', size: 5 }])
    await staff.author!.ok(CLUSTER, { c, title: 'Sebagian', p: ids.slice(0, 2) })
    expect((await results(c)).clusters.map(({ size }: { size: number }) => size).sort()).toEqual([2, 3])
    const [{ id: k }] = (await results(c)).clusters
    await staff.author!.ok(REPLY, { c, k, v: 'PARTLY', b: 'Sebagian.' })
    expect(await staff.author!.refused(CLUSTER, { c, title: 'Semua', p: ids })).toBe('WRONG_STATE')
  })

  test('not before the end, not by those who only sign, not about another consultation', async () => {
    const { c, ids } = await closedWithProposals()
    expect(await staff.author!.refused(CLUSTER, { c: idOf(await open()), title: 'x', p: [] })).toBe('WRONG_STATE')
    expect(await staff.dean!.refused(CLUSTER, { c, title: 'x', p: ids })).toBe('FORBIDDEN')
    const other = await closedWithProposals()
    expect(await staff.author!.refused(CLUSTER, { c, title: 'x', p: other.ids })).toBe('UNKNOWN_PROPOSAL')
    await staff.author!.ok(CLUSTER, { c: other.c, title: 'x', p: other.ids })
    const [{ _id }] = (await ClusterModel.find({ consultation: other.c }).lean()) as unknown as [{ _id: unknown }]
    expect(await staff.author!.refused(REPLY, { c, k: String(_id), v: 'DONE', b: 'x' })).toBe('NOT_FOUND')
  })
})

describe('the version’s record', () => {
  const VERSION = 'query ($id: ID!) { curriculumVersion(id: $id) { consultations { title same invited answered units { name answered } questions { n counts } clusters { title verdict because size } } } }'

  test('holds what ended before it was published, once, and does not change', async () => {
    const version = await aPublishedVersion(ours)
    const curriculum = (await CurriculumModel.findById(version.curriculum).lean())!
    const { _id } = await aConsultation({ ...curriculum, hash: version.hash } as never, [unit], { state: 'OPEN' })
    await answeredBy(idOf({ _id }), asked.slice(0, 6), () => ({ proposals: [{ text: 'Usul.' }] }))
    await staff.officer!.ok(CLOSE, { c: idOf({ _id }) })
    await ConsultationModel.updateOne({ _id }, { closedAt: new Date(version.publishedAt.getTime() - 1000) })
    await recordMissed(app.services)
    await recordMissed(app.services)
    const { curriculumVersion } = await staff.dean!.ok(VERSION, { id: idOf(version) })
    expect(curriculumVersion.consultations).toMatchObject([{ same: true, invited: 7, answered: 6, units: [{ answered: 6 }], questions: [{ n: 6 }, { n: null }, { n: null }], clusters: [] }])
    await expect(ConsultationRecordModel.updateMany({}, { title: 'lain' })).rejects.toThrow('does not change')
  })

  test('of a later consultation stays empty until the next version', async () => {
    const version = await aPublishedVersion(ours)
    const curriculum = (await CurriculumModel.findById(version.curriculum).lean())!
    await aConsultation(curriculum as never, [unit], { state: 'CLOSED', closedAt: new Date(Date.now() + 60_000) })
    await recordMissed(app.services)
    expect((await staff.dean!.ok(VERSION, { id: idOf(version) })).curriculumVersion.consultations).toEqual([])
    expect(await CurriculumVersionModel.countDocuments({ curriculum: version.curriculum })).toBe(1)
  })
})

test('who asked is told that it has ended', async () => {
  const { _id } = await open([unit], { by: officerPerson._id, opensOn: '2026-01-01', closesOn: addDays(today(), -1) })
  await moveByDate(app.services)
  await moveByDate(app.services)
  expect(await NoticeModel.countDocuments({ person: officerPerson._id, kind: 'CONSULTATION_CLOSED', key: `consultation:${String(_id)}:CONSULTATION_CLOSED` })).toBe(1)
})
