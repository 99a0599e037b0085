import { expect, test } from '@jest/globals'
import { fitsScope, homesOf } from '../../server/people/domain/homes.ts'

test('each role opens its view, the busiest first', () => {
  expect(homesOf(['LEARNER', 'CURRICULUM_OFFICER'])).toEqual(['AGENCY', 'LEARNER'])
  expect(homesOf(['PARTNER_AUTHOR', 'INSTRUCTOR', 'PARTNER_SIGNATORY'])).toEqual(['PARTNER', 'INSTRUCTOR'])
  expect(homesOf([])).toEqual([])
})

test.each([
  ['ADMIN', 'AGENCY', true], ['ADMIN', 'UNIT', false], ['UNIT_HEAD', 'UNIT', true], ['PARTNER_AUTHOR', 'PARTNER', true],
  ['PARTNER_LEAD', 'PARTNER', true], ['PARTNER_LEAD', 'AGENCY', false], ['PARTNER_AUTHOR', 'AGENCY', false], ['INSTRUCTOR', 'CLASS', true], ['LEARNER', 'CLASS', false],
] as const)('%s in %s: %s', (role, scope, fits) => expect(fitsScope(role, scope)).toBe(fits))
