import type { ErrorCode } from '../../graphql.ts'

/** Length counts most (NIST SP 800-63B-4 §3.1.1): at least 10, no rules on kinds of characters. Default, ours. */
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200

const common = ['password', 'katasandi', 'kata sandi', 'rahasia', '1234567890', '0123456789', 'qwertyuiop', 'indonesia', 'medan', 'bkpsdm', 'pembina']

/** Why a password will not do; null when it will. It may not be one's own name, NIP or e-mail, nor a common word with digits. */
export function weaknessOf(password: string, own: readonly (string | null)[]): ErrorCode | null {
  const plain = password.toLowerCase()
  const bare = plain.replace(/[^a-z ]/g, '').trim()
  if (password.length < PASSWORD_MIN || password.length > PASSWORD_MAX) return 'PASSWORD_TOO_WEAK'
  if (new Set(plain).size < 4) return 'PASSWORD_TOO_WEAK'
  if (common.includes(plain) || common.includes(bare)) return 'PASSWORD_TOO_WEAK'
  if (own.some(fact => fact && fact.length >= 4 && plain.includes(fact.toLowerCase()))) return 'PASSWORD_TOO_WEAK'
  return null
}
