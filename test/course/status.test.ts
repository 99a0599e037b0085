import { describe, expect, test } from '@jest/globals'
import { classStatus, isEnrolmentOpen, withEnrolmentOpen, withStatus, type ClassStatus } from '../../server/course/domain/status.ts'
import { sift } from '../support/sift.ts'

const dates = { enrolmentOpensOn: '2026-03-01', enrolmentClosesOn: '2026-03-20', startsOn: '2026-04-01', endsOn: '2026-04-30', cancelledReason: null }
const late = { ...dates, enrolmentClosesOn: '2026-04-05' }
const cancelled = { ...dates, cancelledReason: 'Pengajar berhalangan' }

test.each([
  ['the day before enrolment opens', dates, '2026-02-28', 'PLANNED', false],
  ['the day it opens', dates, '2026-03-01', 'OPEN', true],
  ['its last day', dates, '2026-03-20', 'OPEN', true],
  ['between enrolment and the first day', dates, '2026-03-21', 'PLANNED', false],
  ['the first day', dates, '2026-04-01', 'RUNNING', false],
  ['the first day, still open', late, '2026-04-01', 'RUNNING', true],
  ['running, closed', late, '2026-04-06', 'RUNNING', false],
  ['the last day', dates, '2026-04-30', 'RUNNING', false],
  ['the day after', dates, '2026-05-01', 'FINISHED', false],
  ['cancelled', cancelled, '2026-03-10', 'CANCELLED', false],
] as const)('%s', (_, cls, today, status, open) => {
  expect(classStatus(cls, today)).toBe(status)
  expect(isEnrolmentOpen(cls, today)).toBe(open)
})

describe('the filters find exactly the classes that stand so', () => {
  const classes = [dates, late, cancelled]
  const days = Array.from({ length: 75 }, (_, day) => new Date(Date.UTC(2026, 1, 25 + day)).toISOString().slice(0, 10))
  const all: ClassStatus[] = ['PLANNED', 'OPEN', 'RUNNING', 'FINISHED', 'CANCELLED']

  test.each(all)('%s', status => {
    for (const today of days) expect(classes.filter(sift(withStatus(status, today) as object))).toEqual(classes.filter(cls => classStatus(cls, today) === status))
  })
  test('open for enrolment', () => {
    for (const today of days) expect(classes.filter(sift(withEnrolmentOpen(today) as object))).toEqual(classes.filter(cls => isEnrolmentOpen(cls, today)))
  })
})
