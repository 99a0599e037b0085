import { createHash } from 'node:crypto'
import { canonical } from '../domain/canonical.ts'
import type { Content } from '../model.ts'

/** SHA-256 of a text in UTF-8, as hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** SHA-256 of the content, as hex: what approvals are given to. */
export const hashOf = (content: Content): string => sha256(canonical(content))
