import type { CertificateState } from '../gql/operations.ts'
import type { Tone } from '../ui/index.ts'

export const tones: Record<CertificateState, Tone> = { VALID: 'success', REVOKED: 'danger', REPLACED: 'neutral' }
