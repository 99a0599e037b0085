import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import * as Y from 'yjs'
import { placeAfter } from '../../../client/curriculum/studio/caret.ts'
import { initialsOf } from '../../../client/curriculum/studio/looks.ts'
import { Outbox } from '../../../client/curriculum/studio/outbox.ts'
import { placeOf } from '../../../client/curriculum/studio/place.ts'
import { addElement, fill } from '../../../schema/studio/write.ts'

describe('one’s caret, while others type', () => {
  test.each([
    ['before it: moves along', 5, [{ insert: 'abc' }], 8],
    ['behind it: stays', 2, [{ retain: 4 }, { insert: 'abc' }], 2],
    ['right at it: goes behind', 4, [{ retain: 4 }, { insert: 'abc' }], 4],
    ['taken away before it', 6, [{ retain: 1 }, { delete: 2 }], 4],
    ['taken away around it', 5, [{ retain: 3 }, { delete: 9 }], 3],
    ['replaced before it', 6, [{ delete: 2 }, { insert: 'x' }], 5],
  ])('%s', (_, place, delta, after) => expect(placeAfter(place, delta)).toBe(after))
})

describe('what was typed and is not yet safe', () => {
  const text = (update: Uint8Array) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    return String(doc.getText('t'))
  }
  function typing() {
    const doc = new Y.Doc()
    const outbox = new Outbox('orang', 'kurikulum')
    doc.on('update', update => outbox.add(update))
    return { doc, outbox, type: (letters: string) => doc.getText('t').insert(doc.getText('t').length, letters) }
  }
  beforeEach(() => {
    localStorage.clear()
    jest.useFakeTimers()
  })

  test('is there for the next visit of the same person to the same curriculum', () => {
    const { outbox, type } = typing()
    type('Halo')
    type(' dunia')
    outbox.keep()
    expect(text(new Outbox('orang', 'kurikulum').left()!)).toBe('Halo dunia')
    expect(new Outbox('lain', 'kurikulum').left()).toBeNull()
  })

  test('is written down by itself shortly after', () => {
    const { type } = typing()
    type('a')
    jest.advanceTimersByTime(500)
    expect(new Outbox('orang', 'kurikulum').left()).not.toBeNull()
  })

  test('is forgotten once acknowledged, but not what came after', () => {
    const { outbox, type } = typing()
    type('a')
    const mark = outbox.count
    type('b')
    outbox.keep()
    outbox.acknowledge(mark)
    expect(outbox.isEmpty).toBe(false)
    outbox.acknowledge(outbox.count)
    expect(outbox.isEmpty).toBe(true)
    expect(new Outbox('orang', 'kurikulum').left()).toBeNull()
  })

  test('what was kept but is no update is none', () => {
    localStorage.setItem('pembina.studio.orang.kurikulum', '%%%')
    expect(new Outbox('orang', 'kurikulum').left()).toBeNull()
  })
})

test('an activity is found within its subject, a subject by itself, a stranger nowhere', () => {
  const doc = new Y.Doc()
  fill(doc, { title: '', kind: 3, mode: 'BLENDED', audience: '', summary: '', faculty: '', team: [], outcomes: [], competencies: [], subjects: [], assessments: [], references: [] })
  addElement(doc, 'subjects', { id: 's1', title: 'Dasar' })
  addElement(doc, 'activities', { id: 'g1', title: 'Diskusi' }, { of: 's1' })
  expect(placeOf(doc, 'g1')).toEqual({ list: 'activities', section: 'SUBJECTS', element: 's1', inner: 'g1' })
  expect(placeOf(doc, 's1')).toEqual({ list: 'subjects', section: 'SUBJECTS', element: 's1', inner: null })
  expect(placeOf(doc, 'x')).toBeNull()
})

test.each([['Dr. Demo Dosen USU, M.Si.', 'DU'], ['Siti', 'S'], ['drh. Budi Santoso', 'BS']])('%s is %s in short', (name, short) => expect(initialsOf(name)).toBe(short))
