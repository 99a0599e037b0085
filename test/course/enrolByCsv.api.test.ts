import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { ClassModel, EnrolmentModel, type ClassDoc } from '../../server/course/index.ts'
import { GrantModel, PersonModel, type PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aClass, aCourse, aLearner, anInstructor, type TestCourse } from '../support/course.ts'
import { aPerson, aUnit, nipOf } from '../support/people.ts'

const ENROL = `mutation ($class: ID!, $csv: String!) { enrolByCsv(class: $class, csv: $csv) {
  enrolled waiting already refused rows { line nip name outcome code facts } } }`

let app: TestApp
let made: TestCourse
let officer: Client
beforeAll(async () => {
  app = await startTestApp()
  made = await aCourse()
  officer = await app.client(await aPerson({ roles: [['CURRICULUM_OFFICER']] }))
})
afterAll(() => app.stop())

const run = async (cls: ClassDoc, csv: string, client = officer) => (await client.ok(ENROL, { class: String(cls._id), csv })).enrolByCsv
const short = ({ rows }: { rows: { line: number; outcome: string; code: string | null }[] }) => rows.map(({ line, outcome, code }) => [line, outcome, code])

test('each row has its outcome, and twice changes nothing', async () => {
  const cls = await aClass(made, { quota: 3 })
  const [a, b, c, d] = await Promise.all([1, 2, 3, 4].map(() => aPerson()))
  const [lecturer, gone] = [await aPerson({ roles: [['INSTRUCTOR']] }), await aPerson({ active: false })]
  const { person: already } = await aLearner(cls)
  const csv = [
    '\ufeffNama;NIP', `"Demo, A";${a!.nip}`, `B;${b!.nip!.replace(/(.{8})(.{6})(.)(.{3})/, '$1 $2 $3 $4')}`, `A lagi;${a!.nip}`,
    'Salah;1986092620150510', 'Lama;400051234', `Tak dikenal;${nipOf(2999)}`, `Pengajar;${lecturer.nip}`, `Nonaktif;${gone.nip}`,
    `Sudah;${already.nip}`, `C;${c!.nip}`, `D;${d!.nip}`, 'Tanpa NIP;', '',
  ].join('\r\n')
  const report = await run(cls, csv)
  expect(short(report)).toEqual([
    [2, 'ENROLLED', null], [3, 'ENROLLED', null], [4, 'REFUSED', 'NIP_REPEATED'], [5, 'REFUSED', 'NIP_FORMAT'], [6, 'REFUSED', 'NIP_OLD_FORMAT'],
    [7, 'REFUSED', 'NIP_UNKNOWN'], [8, 'REFUSED', 'NOT_A_LEARNER'], [9, 'REFUSED', 'NOT_A_LEARNER'], [10, 'ALREADY', null],
    [11, 'WAITING', null], [12, 'WAITING', null], [13, 'REFUSED', 'NIP_FORMAT'],
  ])
  expect(report).toMatchObject({ enrolled: 2, waiting: 2, already: 1, refused: 7 })
  expect(report.rows[0]).toMatchObject({ nip: a!.nip, name: a!.name })
  expect(report.rows[2]).toMatchObject({ facts: { line: 2 } })

  const again = await run(cls, csv)
  expect(again).toMatchObject({ enrolled: 0, waiting: 0, already: 5, refused: 7 })
  expect(await ClassModel.findById(cls._id).lean()).toMatchObject({ enrolledCount: 3, waitingCount: 2 })
  expect(await EnrolmentModel.countDocuments({ class: cls._id })).toBe(5)
})

test('two who send the same list at once enrol nobody twice', async () => {
  const cls = await aClass(made, { quota: 5 })
  const people = await Promise.all(Array.from({ length: 8 }, () => aPerson()))
  const csv = people.map(({ nip }) => nip).join('\n')
  const reports = await Promise.all([run(cls, csv), run(cls, csv)])
  expect(reports.map(({ already }) => already).sort()).toEqual([0, 8])
  expect(await ClassModel.findById(cls._id).lean()).toMatchObject({ enrolledCount: 5, waitingCount: 3 })
})

test('ten thousand rows, in the order of the file', async () => {
  const known = 900
  const people = Array.from({ length: known }, (_, at) => ({
    _id: new Types.ObjectId(), name: `Demo ${at}`, email: `massal${at}@uji.example`, employment: 'PNS', nip: `19900101201001${1 + (at % 2)}${String(1 + Math.floor(at / 2)).padStart(3, '0')}`,
  }))
  await PersonModel.insertMany(people)
  await GrantModel.insertMany(people.map(({ _id }) => ({ person: _id, role: 'LEARNER', kind: 'AGENCY' })))
  const rows = [...people.map(({ nip }) => nip), ...Array.from({ length: 10_000 - known }, (_, at) => nipOf(at + 20_000))]
  const cls = await aClass(made, { quota: 500 })
  const report = await run(cls, `nip\n${rows.join('\n')}`)
  expect(report).toMatchObject({ enrolled: 500, waiting: 400 })
  expect(report.rows).toHaveLength(10_000)
  expect(report.rows[499].outcome).toBe('ENROLLED')
  expect(report.rows[500].outcome).toBe('WAITING')
  const first = await EnrolmentModel.find({ class: cls._id, state: 'WAITING' }).sort({ enrolledAt: 1, _id: 1 }).limit(1).lean()
  expect(String(first[0]!.person)).toBe(String(people[500]!._id))
  expect((await officer.send(ENROL, { class: String(cls._id), csv: `nip\n${rows.join('\n')}\n1` })).refusal).toMatchObject({ code: 'CSV_TOO_MANY_ROWS', facts: { rows: 10_001, max: 10_000 }, field: 'csv' })
}, 60_000)

describe('the file as a whole', () => {
  test.each([
    ['empty', '', 'CSV_EMPTY'], ['without NIPs', 'nama;surel\nDemo;x@y', 'CSV_NO_NIP_COLUMN'], ['with a quote that never closes', 'nip\n"1986', 'CSV_MALFORMED'],
  ])('%s is refused beside it', async (_, csv, code) =>
    expect((await officer.send(ENROL, { class: String((await aClass(made))._id), csv })).refusal).toMatchObject({ code, field: 'csv' }))
})

describe('who may', () => {
  test('the head of a unit, people of that unit alone, while enrolment is open', async () => {
    const [unit, other] = [await aUnit(), await aUnit()]
    const head = await app.client(await aPerson({ roles: [['UNIT_HEAD', 'UNIT', unit._id]] }))
    const [own, foreign] = [await aPerson({ unit: unit._id }), await aPerson({ unit: other._id })]
    const cls = await aClass(made)
    const report = await run(cls, `${own.nip}\n${foreign.nip}`, head)
    expect(short(report)).toEqual([[1, 'ENROLLED', null], [2, 'REFUSED', 'NIP_UNKNOWN']])
    expect(report.rows[1].name).toBeNull()
    const closed = await aClass(made, { enrolmentOpensOn: '2020-01-01', enrolmentClosesOn: '2020-01-02' })
    expect(await head.refused(ENROL, { class: String(closed._id), csv: own.nip! })).toBe('ENROLMENT_CLOSED')
    expect(await run(closed, own.nip!)).toMatchObject({ enrolled: 1 })
  })

  test('nobody else', async () => {
    const cls = await aClass(made)
    const { person } = await aLearner(cls)
    const variables = { class: String(cls._id), csv: person.nip! }
    const tried: [PersonDoc, string][] = [
      [person, 'FORBIDDEN'], [await anInstructor(cls), 'FORBIDDEN'], [await aPerson({ roles: [['AUDITOR']] }), 'FORBIDDEN'],
      [await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', made.course.partner]] }), 'FORBIDDEN'], [await anInstructor(), 'NOT_FOUND'],
    ]
    for (const [who, code] of tried) expect(await (await app.client(who)).refused(ENROL, variables)).toBe(code)
  })

  test('not into what is over or called off', async () => {
    const csv = (await aPerson()).nip!
    expect(await officer.refused(ENROL, { class: String((await aClass(made, { from: -40, to: -1 }))._id), csv })).toBe('WRONG_STATE')
    expect(await officer.refused(ENROL, { class: String((await aClass(made, { cancelledReason: 'Batal' }))._id), csv })).toBe('CLASS_CANCELLED')
  })
})
