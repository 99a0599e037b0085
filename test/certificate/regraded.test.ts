import { describe, expect, test } from '@jest/globals'
import { effectOf } from '../../server/certificate/domain/regraded.ts'

const [early, decided, late] = ['2026-03-01', '2026-03-02', '2026-03-03'].map(day => new Date(`${day}T00:00:00Z`)) as [Date, Date, Date]
const lost = { before: true, after: false, now: false, enrolled: true, certificate: { state: 'VALID', issuedAt: early }, decidedAt: null }
const won = { before: false, after: true, now: true, enrolled: true, certificate: null, decidedAt: null }

describe('what a regrade means for a certificate', () => {
  test('one that holds and is not due any more is told, also of who has left since', () => {
    expect(effectOf(lost)).toBe('NO_LONGER_DUE')
    expect(effectOf({ ...lost, enrolled: false, decidedAt: decided })).toBe('NO_LONGER_DUE')
  })
  test('one that was revoked meanwhile, or never issued, is no matter any more', () => {
    expect(effectOf({ ...lost, certificate: { state: 'REVOKED', issuedAt: early } })).toBeNull()
    expect(effectOf({ ...lost, certificate: null })).toBeNull()
  })
  test('what a later attempt has mended is not told', () => expect(effectOf({ ...lost, now: true, decidedAt: decided })).toBeNull())
  test('who reaches completion by it becomes due, and stays told once it is issued', () => {
    expect(effectOf(won)).toBe('NEWLY_DUE')
    expect(effectOf({ ...won, decidedAt: decided, certificate: { state: 'VALID', issuedAt: late } })).toBe('NEWLY_DUE')
  })
  test('who has left, or whose certificate was revoked before, does not: only people issue anew', () => {
    expect(effectOf({ ...won, enrolled: false })).toBeNull()
    expect(effectOf({ ...won, certificate: { state: 'REVOKED', issuedAt: early } })).toBeNull()
    expect(effectOf({ ...won, decidedAt: decided, certificate: { state: 'REVOKED', issuedAt: early } })).toBeNull()
  })
  test('where nothing flips nothing is told', () => {
    for (const same of [true, false]) expect(effectOf({ ...lost, before: same, after: same, now: same })).toBeNull()
  })
})
