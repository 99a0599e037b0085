import { describe, expect, test } from '@jest/globals'
import { fullName, isGrade, rankOf } from '../../server/people/domain/rank.ts'

describe('golongan', () => {
  test.each([['III/a', 'PNS', true], ['IX', 'PPPK', true], ['XVII', 'PPPK', true], ['IX', 'PNS', false], ['III/a', 'PPPK', false],
    ['XVIII', 'PPPK', false], ['V/a', 'PNS', false], ['III/a', 'EXTERNAL', false]] as const)('%s of %s: %s', (grade, employment, is) => {
    expect(isGrade(grade, employment)).toBe(is)
  })
  test('a PNS has a pangkat, a PPPK a Roman number and nothing else', () => {
    expect(rankOf('III/d', 'PNS')).toBe('Penata Tingkat I (III/d)')
    expect(rankOf('IX', 'PPPK')).toBe('IX')
    expect(rankOf('IV', 'PPPK')).toBe('IV')
    expect(rankOf(null, 'PNS')).toBeNull()
  })
})

describe('a name with titles', () => {
  test.each([
    [{ name: 'Siti', titleBefore: 'Dr.', titleAfter: 'S.Sos., M.Si.' }, 'Dr. Siti, S.Sos., M.Si.'],
    [{ name: 'Sukarno' }, 'Sukarno'],
    [{ name: 'Budi', titleBefore: null, titleAfter: 'A.Md.' }, 'Budi, A.Md.'],
  ])('%#', (person, name) => expect(fullName(person)).toBe(name))
})
