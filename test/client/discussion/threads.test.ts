import { describe, expect, test } from '@jest/globals'
import { nameBeingTyped, piecesOf, placeKey, placeOf, stillNamed } from '../../../client/discussion/threads.ts'

describe('a name after an @', () => {
  test.each([
    ['Mohon @do', 9, { from: 6, search: 'do' }], ['@', 1, { from: 0, search: '' }], ['Halo @Demo Dosen', 16, { from: 5, search: 'Demo Dosen' }],
    ['surat@kantor', 12, null], ['tanpa nama', 10, null], ['@ini sudah menjadi sebuah kalimat panjang', 40, null], ['@demo\nlalu', 10, null],
  ])('%j at %i', (text, cursor, typed) => expect(nameBeingTyped(text, cursor)).toEqual(typed))

  test('is meant as long as it stands in the text', () => {
    const named = [{ id: '1', name: 'Demo A' }, { id: '2', name: 'Demo B' }]
    expect(stillNamed('Setuju @Demo B', named)).toEqual(['2'])
  })

  test('is set apart, the longer name before the shorter it begins with', () => {
    expect(piecesOf('@Demo Dosen dan @Demo.', ['Demo', 'Demo Dosen'])).toEqual([
      { text: '@Demo Dosen', name: true }, { text: ' dan ', name: false }, { text: '@Demo', name: true }, { text: '.', name: false },
    ])
    expect(piecesOf('Tanpa siapa pun', [])).toEqual([{ text: 'Tanpa siapa pun', name: false }])
  })
})

test.each([{ section: 'OUTCOMES' as const, element: 'CP-1' }, { section: 'SUBJECTS' as const, element: null }, { section: null, element: null }])('%j as a choice, and back', place =>
  expect(placeOf(placeKey(place))).toEqual(place))
