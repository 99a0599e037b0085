import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../server/lib/days.ts'
import { unreachable } from '../../server/lib/transitions.ts'
import { actionMoves, isOverdue, mayLeaveOut, needsNote } from '../../server/partner/domain/action.ts'
import { afterSigning, takesDocuments } from '../../server/partner/domain/agreement.ts'
import { leftOver } from '../../server/partner/domain/renewal.ts'
import { missingTerms } from '../../server/partner/domain/terms.ts'
import { ENDING_STEPS, evaluationDueOn, warningsDue, type Warned } from '../../server/partner/domain/warnings.ts'
import { someTerms } from '../support/partner.ts'

const today = '2026-03-10'
const agreement = (fields: Partial<Warned> = {}): Warned => ({
  kind: 'PKS', state: 'ACTIVE', startsOn: '2026-01-01', endsOn: '2028-12-31', signedOn: '2025-12-20', evaluationMonths: null, evaluations: [], children: [], renewal: null, ...fields,
})
const endsIn = (days: number, fields: Partial<Warned> = {}) => agreement({ endsOn: addDays(today, days), ...fields })

describe('both sides are told what is due', () => {
  test.each<[string, Warned, string[]]>([
    ['91 days before the end: nothing', endsIn(91), []],
    ['90 days before', endsIn(90), ['ending:2026-06-08:90']],
    ['31 days before: still the first reminder', endsIn(31), ['ending:2026-04-10:90']],
    ['30 days before', endsIn(30), ['ending:2026-04-09:30']],
    ['8 days before: still the second', endsIn(8), ['ending:2026-03-18:30']],
    ['7 days before', endsIn(7), ['ending:2026-03-17:7']],
    ['on the last day', endsIn(0), ['ending:2026-03-10:7']],
    ['the day after: nothing is left to do', endsIn(-1), []],
    ['an extended one, too', endsIn(30, { state: 'EXTENDED' }), ['ending:2026-04-09:30']],
    ['not one that has not begun', endsIn(30, { startsOn: addDays(today, 1) }), []],
    ['not a draft', endsIn(30, { state: 'DRAFT' }), []],
    ['not one that was ended', endsIn(30, { state: 'TERMINATED' }), []],
    ['not one whose renewal is signed', endsIn(30, { renewal: 'ACTIVE' }), []],
    ['but one whose renewal is only drafted', endsIn(30, { renewal: 'SIGNING' }), ['ending:2026-04-09:30']],
    ['a KSB of more than twelve months without PKS', agreement({ kind: 'KSB', startsOn: '2025-01-01', signedOn: '2025-01-01' }), ['without-pks']],
    ['a KSB with a PKS', agreement({ kind: 'KSB', startsOn: '2025-01-01', signedOn: '2025-01-01', children: [{ kind: 'PKS', state: 'ACTIVE' }] }), []],
    ['an evaluation that is 15 days off', agreement({ evaluationMonths: 6, startsOn: '2025-09-25' }), []],
    ['an evaluation that is 14 days off', agreement({ evaluationMonths: 6, startsOn: '2025-09-24' }), ['evaluation:2026-03-24']],
    ['an evaluation that is overdue', agreement({ evaluationMonths: 12, startsOn: '2025-01-01' }), ['evaluation:2026-01-01']],
    ['several things at once', agreement({ kind: 'KSB', startsOn: '2025-01-01', signedOn: '2025-01-01', endsOn: '2026-03-20', evaluationMonths: 12 }), ['ending:2026-03-20:30', 'without-pks', 'evaluation:2026-01-01']],
  ])('%s', (_, warned, keys) => expect(warningsDue(warned, today).map(({ key }) => key)).toEqual(keys))

  test('days are counted to the day it is about', () => {
    expect(warningsDue(endsIn(12), today)).toEqual([{ kind: 'ENDING', on: '2026-03-22', days: 12, key: 'ending:2026-03-22:30' }])
    expect(warningsDue(agreement({ evaluationMonths: 12, startsOn: '2025-03-01' }), today)).toMatchObject([{ kind: 'EVALUATION_DUE', on: '2026-03-01', days: -9 }])
  })

  test('whatever the length, each of the three reminders comes once, and in order', () => {
    fc.assert(fc.property(fc.integer({ min: 90, max: 2000 }), length => {
      const one = agreement({ startsOn: today, endsOn: addDays(today, length) })
      const keys = Array.from({ length: length + 1 }, (_, day) => warningsDue(one, addDays(today, day)).map(({ key }) => key)).flat()
      expect([...new Set(keys)]).toEqual(ENDING_STEPS.map(step => `ending:${one.endsOn}:${step}`))
    }), { numRuns: 30 })
  })

  test('an extended one is reminded of anew', () => {
    const [before] = warningsDue(endsIn(7), today)
    const [after] = warningsDue(endsIn(14), addDays(today, 7))
    expect(after!.key).not.toBe(before!.key)
  })
})

describe('the next evaluation', () => {
  const at = (on: string, decision: 'CONTINUE' | 'AMEND' | 'END' = 'CONTINUE') => ({ on, decision })
  test.each<[string, Partial<Warned>, string | null]>([
    ['half a year after the beginning', { evaluationMonths: 6 }, '2026-07-01'],
    ['a year after the beginning', { evaluationMonths: 12 }, '2027-01-01'],
    ['a year after the last one, in whatever order they stand', { evaluationMonths: 12, evaluations: [at('2027-02-01'), at('2026-12-01')] }, '2028-02-01'],
    ['none when the terms do not say', { evaluationMonths: null }, null],
    ['none after the end', { evaluationMonths: 12, endsOn: '2026-12-31' }, null],
    ['on the last day it still is', { evaluationMonths: 12, endsOn: '2027-01-01' }, '2027-01-01'],
    ['none once it was decided to end', { evaluationMonths: 12, evaluations: [at('2026-12-01', 'END')] }, null],
    ['none of a draft', { evaluationMonths: 12, state: 'DRAFT' }, null],
    ['from 31 August half a year is 28 February', { evaluationMonths: 6, startsOn: '2026-08-31' }, '2027-02-28'],
  ])('%s', (_, fields, due) => expect(evaluationDueOn(agreement(fields))).toBe(due))
})

describe('an item of the plan', () => {
  test('reaches every state', () => expect(unreachable(actionMoves, 'PLANNED')).toEqual([]))
  test('is done only after it was begun', () => expect(actionMoves.PLANNED.finish).toBeUndefined())
  test.each(['start', 'finish'] as const)('%s needs no note', move => expect(needsNote(move)).toBe(false))
  test.each(['drop', 'reopen'] as const)('%s needs a note', move => expect(needsNote(move)).toBe(true))
  test.each([['PLANNED', true], ['DROPPED', true], ['ONGOING', false], ['DONE', false]] as const)('%s may be left out: %s', (status, may) => expect(mayLeaveOut(status)).toBe(may))
  test.each([
    ['PLANNED', '2026-03-10', false], ['PLANNED', '2026-03-09', true], ['ONGOING', '2026-03-09', true], ['DONE', '2026-03-09', false], ['DROPPED', '2026-03-09', false],
  ] as const)('%s due on %s is overdue: %s', (status, dueOn, late) => expect(isOverdue({ status, dueOn }, today)).toBe(late))
})

describe('signing', () => {
  test.each([
    ['the agency first', [], ['AGENCY'], 'SIGNING'], ['the partner first', [], ['PARTNER'], 'SIGNING'], ['then the partner', ['AGENCY'], ['PARTNER'], 'ACTIVE'],
    ['then the agency', ['PARTNER'], ['AGENCY'], 'ACTIVE'], ['the same side again', ['AGENCY'], ['AGENCY'], null],
    ['on paper, both', [], ['AGENCY', 'PARTNER'], 'ACTIVE'], ['on paper, after one signed here', ['PARTNER'], ['AGENCY', 'PARTNER'], 'ACTIVE'],
  ] as const)('%s', (_, signed, by, state) => expect(afterSigning(signed, by)).toBe(state))
  test('whoever signs and sends back in whatever order, it binds only when both have signed since the last return', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('AGENCY', 'PARTNER', 'return'), { maxLength: 12 }), steps => {
      const signed: ('AGENCY' | 'PARTNER')[] = []
      for (const [at, step] of steps.entries()) {
        const since = new Set(steps.slice(steps.lastIndexOf('return', at) + 1, at + 1))
        if (step === 'return') {
          signed.length = 0
          continue
        }
        const state = afterSigning(signed, [step])
        expect(state).toBe(signed.includes(step) ? null : since.size === 2 ? 'ACTIVE' : 'SIGNING')
        if (state === 'ACTIVE') return
        if (state) signed.push(step)
      }
    }))
  })
  test.each([['DRAFT', false], ['LEGAL_REVIEW', false], ['RECOMMENDATION', false], ['SIGNING', true], ['ACTIVE', true], ['EXTENDED', true], ['TERMINATED', true]] as const)(
    'papers in %s: %s', (state, takes) => expect(takesDocuments(state)).toBe(takes))
})

describe('what terms lack', () => {
  const terms = someTerms()
  test.each<[string, Parameters<typeof missingTerms>[0], string[]]>([
    ['nothing', terms, []],
    ['everything, when nobody wrote them', null, ['terms']],
    ['who signs', { ...terms, agency: { ...terms.agency, official: ' ', authority: '' } }, ['agency.official', 'agency.authority']],
    ['texts', { ...terms, object: '', dutiesPartner: '\n', ownership: '', confidentiality: '' }, ['object', 'dutiesPartner', 'ownership', 'confidentiality']],
    ['a contact on one side', { ...terms, contacts: terms.contacts.slice(0, 1) }, ['contacts']],
  ])('%s', (_, given, missing) => expect(missingTerms(given)).toEqual(missing))
})

describe('what a plan leaves to the agreement that follows', () => {
  const item = (dueOn: string, status: 'PLANNED' | 'ONGOING' | 'DONE' | 'DROPPED') => ({ activity: dueOn, output: '', dueOn, status })
  const from = { startsOn: '2026-01-01' }
  const to = { startsOn: '2027-01-01', endsOn: '2027-12-31' }
  test('is neither done nor dropped, and is planned anew, as far from the beginning as it was', () => {
    const left = leftOver([item('2026-03-01', 'PLANNED'), item('2026-06-01', 'ONGOING'), item('2026-06-01', 'DONE'), item('2026-06-01', 'DROPPED')], from, to)
    expect(left.map(({ dueOn, status }) => [dueOn, status])).toEqual([['2027-03-01', 'PLANNED'], ['2027-06-01', 'PLANNED']])
  })
  test('falls within the new term', () => {
    expect(leftOver([item('2028-06-01', 'PLANNED'), item('2025-06-01', 'PLANNED')], from, to).map(({ dueOn }) => dueOn)).toEqual(['2027-12-31', '2027-01-01'])
  })
})
