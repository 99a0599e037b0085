import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'

/** argon2id with the library's defaults, which are OWASP's (19 MiB, 2 passes). */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** A hash nobody's password has, so that a missing account takes as long as a wrong password. */
const nobody = hash(randomBytes(24).toString('base64'))

/** Whether the password is right; takes the same time when there is no account. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password)
  return matches && passwordHash !== null
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen letters and digits in groups of four (79 bits), without those that look alike. */
export function temporaryPassword(): string {
  const pick = () => {
    for (;;) {
      const byte = randomBytes(1)[0]!
      if (byte < 248) return letters[byte % letters.length]
    }
  }
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, pick).join('')).join('-')
}
