import { createHash } from 'node:crypto'
import { canonical } from '../domain/canonical.ts'
import type { Content } from '../model.ts'

/** SHA-256 of the content, as hex: what approvals are given to. */
export const hashOf = (content: Content): string => createHash('sha256').update(canonical(content)).digest('hex')
