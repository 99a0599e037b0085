import { describe, expect, test } from '@jest/globals'
import type { AgreementStatus } from '../../server/graphql.ts'
import { unreachable } from '../../server/lib/transitions.ts'
import { agreementMoves, needsReason, restingFault } from '../../server/partner/domain/agreement.ts'
import { isInForce, lacksFollowUp, statusFilter, statusOf, type Dated } from '../../server/partner/domain/standing.ts'
import { sift } from '../support/sift.ts'

describe('the way of an agreement', () => {
  test('leads to every state', () => expect(unreachable(agreementMoves, 'DRAFT')).toEqual([]))
  test('ends when it is terminated', () => expect(agreementMoves.TERMINATED).toEqual({}))
  test('asks why it is sent back or ended', () => expect([needsReason('return'), needsReason('terminate'), needsReason('sign')]).toEqual([true, true, false]))
  test.each(['LEGAL_REVIEW', 'RECOMMENDATION', 'SIGNING'] as const)('goes back to the draft from %s', state => expect(agreementMoves[state].return).toBe('DRAFT'))
})

const today = '2026-03-10'
const dated = (fields: Partial<Dated> = {}): Dated => ({ state: 'ACTIVE', startsOn: '2025-01-01', endsOn: '2028-12-31', ...fields })

describe('how it stands today', () => {
  test.each<[string, Partial<Dated>, AgreementStatus, boolean]>([
    ['a draft is a draft, whatever its dates', { state: 'DRAFT', endsOn: '2025-01-01' }, 'DRAFT', false],
    ['signed and begun', {}, 'ACTIVE', true],
    ['signed, begins tomorrow', { startsOn: '2026-03-11' }, 'UPCOMING', false],
    ['signed, begins today', { startsOn: '2026-03-10' }, 'ACTIVE', true],
    ['91 days left', { endsOn: '2026-06-09' }, 'ACTIVE', true],
    ['90 days left', { endsOn: '2026-06-08' }, 'EXPIRING', true],
    ['its last day', { endsOn: '2026-03-10' }, 'EXPIRING', true],
    ['the day after its last', { endsOn: '2026-03-09' }, 'EXPIRED', false],
    ['extended', { state: 'EXTENDED' }, 'EXTENDED', true],
    ['extended and about to end', { state: 'EXTENDED', endsOn: '2026-04-01' }, 'EXPIRING', true],
    ['terminated early', { state: 'TERMINATED' }, 'TERMINATED', false],
  ])('%s', (_, fields, status, inForce) => {
    expect(statusOf(dated(fields), today)).toBe(status)
    expect(isInForce(dated(fields), today)).toBe(inForce)
  })

  test('a list by status holds exactly what has that status', () => {
    const all = (['DRAFT', 'SIGNING', 'ACTIVE', 'EXTENDED', 'TERMINATED'] as const).flatMap(state =>
      ['2025-01-01', '2026-03-10', '2026-03-11'].flatMap(startsOn =>
        ['2026-03-09', '2026-03-10', '2026-06-08', '2026-06-09', '2027-01-01'].map(endsOn => dated({ state, startsOn, endsOn }))))
    for (const status of ['DRAFT', 'SIGNING', 'UPCOMING', 'ACTIVE', 'EXPIRING', 'EXPIRED', 'EXTENDED', 'TERMINATED'] as const) {
      expect(all.filter(sift(statusFilter(status, today)))).toEqual(all.filter(one => statusOf(one, today) === status))
    }
  })
})

describe('what it rests on', () => {
  const ksb = { kind: 'KSB' as const, partner: 'p', endsOn: '2027-03-31' }
  const pks = { kind: 'PKS' as const, partner: 'p', endsOn: '2027-03-31' }
  test.each([
    ['a KSB stands by itself', ksb, null, null],
    ['a PKS needs a KSB', pks, null, 'PARENT_REQUIRED'],
    ['a PKS does not rest on a PKS', pks, pks, 'PARENT_KIND'],
    ['an IA does not rest on a KSB', { ...pks, kind: 'IA' as const }, ksb, 'PARENT_KIND'],
    ['an IA rests on a PKS', { ...pks, kind: 'IA' as const }, pks, null],
    ['nor on that of another partner', pks, { ...ksb, partner: 'q' }, 'PARENT_OTHER_PARTNER'],
    ['a PKS may end with its KSB', pks, ksb, null],
    // DOMAIN §9, worked check.
    ['a PKS to 31-5-2027 on a KSB to 31-3-2027 ends later', { ...pks, endsOn: '2027-05-31' }, ksb, 'ENDS_AFTER_PARENT'],
  ])('%s', (_, child, parent, code) => expect(restingFault(child, parent)?.code ?? null).toBe(code))
})

describe('a KSB without a PKS', () => {
  const ksb = { ...dated(), kind: 'KSB', signedOn: '2025-03-09' }
  test.each([
    ['is warned after twelve months', ksb, [], true],
    ['not on the day', { ...ksb, signedOn: '2025-03-10' }, [], false],
    ['not when a PKS followed', ksb, [{ kind: 'PKS', state: 'ACTIVE' as const }], false],
    ['a draft of one does not count', ksb, [{ kind: 'PKS', state: 'SIGNING' as const }], true],
    ['not when it has ended itself', { ...ksb, endsOn: '2026-01-01' }, [], false],
    ['not before it is signed', { ...ksb, state: 'DRAFT' as const }, [], false],
    ['a PKS has no such duty', { ...ksb, kind: 'PKS' }, [], false],
  ])('%s', (_, agreement, children, warned) => expect(lacksFollowUp(agreement, children, today)).toBe(warned))

  test('twelve months after 29 February is 28 February', () => {
    expect(lacksFollowUp({ ...ksb, signedOn: '2024-02-29' }, [], '2025-02-28')).toBe(false)
    expect(lacksFollowUp({ ...ksb, signedOn: '2024-02-29' }, [], '2025-03-01')).toBe(true)
  })
})
