import { describe, expect, test } from '@jest/globals'
import { weaknessOf } from '../../server/people/domain/password.ts'
import { hashPassword, isPassword, temporaryPassword } from '../../server/people/password.ts'

const own = ['Siti Aminah', '199001012015032001', 'siti.aminah']

describe('a password', () => {
  test.each(['pendek', 'aaaaaaaaaaaa', '1234567890', 'password2026', 'pembina1234', 'xx siti.aminah xx', '199001012015032001', 'x'.repeat(201), 'Kata Sandi 99'])(
    'too weak: %s', password => expect(weaknessOf(password, own)).toBe('PASSWORD_TOO_WEAK'))
  test.each(['sungai deli mengalir', 'rahasia umum di kantor', '7-Gang-Kelapa!'])('strong enough: %s', password => expect(weaknessOf(password, own)).toBeNull())
})

test('a hash knows its password, and no account knows any', async () => {
  const hash = await hashPassword('sungai deli mengalir')
  expect(hash).toMatch(/^\$argon2id\$/)
  expect(await isPassword('sungai deli mengalir', hash)).toBe(true)
  expect(await isPassword('sungai deli', hash)).toBe(false)
  expect(await isPassword('', null)).toBe(false)
})

test('temporary passwords are strong and all different', () => {
  const some = Array.from({ length: 200 }, temporaryPassword)
  expect(new Set(some).size).toBe(200)
  for (const password of some) {
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    expect(password).not.toMatch(/[ilo01]/)
  }
})
