import type { Qualification } from '../../course/index.ts'
import type { Day } from '../../lib/days.ts'

/** All that a certificate prints, as it is on the day of issue (DOMAIN §11). Names come composed, with titles. */
export type CertificateFacts = {
  kind: 'STTP' | 'SERTIFIKAT'
  number: string
  token: string
  verifyUrl: string
  issuedAt: Date
  issuePlace: string
  person: { name: string; nip: string | null; birthPlace: string | null; birthDate: Date | null; rank: string | null; position: string | null; agency: string }
  /** Mark 0 to 100; null where nothing was evaluated. */
  qualification: { code: Qualification; mark: number } | null
  training: {
    title: string; code: string; className: string; method: 'CLASSROOM' | 'ONLINE' | 'BLENDED'; organiser: string; partner: string
    startsOn: Day; endsOn: Day; venue: string
  }
  /** JP in all. */
  jp: number
  /** JP of each, and its mark 0 to 100 or null. */
  subjects: { title: string; theory: number; practice: number; field: number; mark: number | null }[]
  competencies: string[]
  instructors: string[]
  signatory: { position: string; name: string; nip: string | null }
}
