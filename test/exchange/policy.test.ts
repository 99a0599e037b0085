import { describe, expect, test } from '@jest/globals'
import { Types } from 'mongoose'
import { importPolicy, savePolicy, templatePolicy, visibleTemplates } from '../../server/exchange/policy.ts'
import type { AnyTemplate, TemplateDoc } from '../../server/exchange/model.ts'
import { guest, type HeldRole, type Viewer } from '../../server/viewer.ts'
import { sift } from '../support/sift.ts'

const [ours, theirs, me] = [new Types.ObjectId(), new Types.ObjectId(), new Types.ObjectId()]
const as = (role: HeldRole['role'], kind: HeldRole['kind'] = 'AGENCY', id: Types.ObjectId | null = null): Viewer => ({ ...guest, id: String(me), grants: [{ role, kind, id: id && String(id) }] })
const template = (partner: Types.ObjectId | null) => ({ _id: new Types.ObjectId(), partner }) as TemplateDoc
const shown = (stored: TemplateDoc | null): Pick<AnyTemplate, 'stored'> => ({ stored })
const everybody: [string, Viewer][] = [
  ['nobody', guest], ['a learner', as('LEARNER')], ['our author', as('PARTNER_AUTHOR', 'PARTNER', ours)], ['our signatory', as('PARTNER_SIGNATORY', 'PARTNER', ours)],
  ['their author', as('PARTNER_AUTHOR', 'PARTNER', theirs)], ['an officer', as('CURRICULUM_OFFICER')], ['an auditor', as('AUDITOR')],
]

describe('templates', () => {
  test.each(everybody)('%s: the list shows what the rule says', (_, viewer) => {
    for (const stored of [template(null), template(ours), template(theirs)]) {
      expect(sift(visibleTemplates(viewer))(stored)).toBe(templatePolicy.see(viewer, shown(stored)))
    }
  })
  test('a partner\'s is its own; the agency\'s and the built-in are for all who design', () => {
    const sees = (viewer: Viewer) => [null, template(null), template(ours), template(theirs)].map(stored => templatePolicy.see(viewer, shown(stored)))
    expect(everybody.map(([, viewer]) => sees(viewer))).toEqual([
      [false, false, false, false], [false, false, false, false], [true, true, true, false], [true, true, true, false], [true, true, false, true], [true, true, true, true], [true, true, true, true],
    ])
  })
  test('nobody takes a built-in away; authors their own, officers all', () => {
    const removes = (viewer: Viewer) => [null, template(null), template(ours)].map(stored => templatePolicy.remove(viewer, shown(stored)))
    expect(everybody.map(([, viewer]) => removes(viewer))).toEqual([
      [false, false, false], [false, false, false], [false, false, true], [false, false, false], [false, false, false], [false, true, true], [false, false, false],
    ])
  })
  test('for all partners, only the agency keeps one', () => {
    expect(everybody.map(([, viewer]) => [savePolicy.save(viewer, { partner: ours, shared: false }), savePolicy.save(viewer, { partner: ours, shared: true })])).toEqual([
      [false, false], [false, false], [true, false], [false, false], [false, false], [true, true], [false, false],
    ])
  })
})

test('a preview is its maker\'s alone, even before an officer', () => {
  const author = as('PARTNER_AUTHOR', 'PARTNER', ours)
  expect(importPolicy.see(author, { by: me })).toBe(true)
  expect(importPolicy.see(as('CURRICULUM_OFFICER'), { by: new Types.ObjectId() })).toBe(false)
  expect(importPolicy.apply(as('LEARNER'), { by: me })).toBe(false)
  expect(importPolicy.see(guest, { by: me })).toBe(false)
})
