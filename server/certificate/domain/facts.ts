import type { Qualification } from '../../course/domain/result.ts'
import type { Day } from '../../lib/days.ts'

/** All that a certificate says (DOMAIN §11), gathered before it is drawn and kept with it: it can be drawn again alike. */
export type CertificateFacts = {
  /** STTP after evaluation, SERTIFIKAT of attendance. */
  kind: 'STTP' | 'SERTIFIKAT'
  number: string
  /** Random, not the number; it is the last part of `verifyUrl`. */
  token: string
  verifyUrl: string
  issuedAt: Date
  issuePlace: string
  person: {
    /** With titles: Dr. Nama, S.Sos., M.Si. */
    name: string
    /** 18 digits as stored. */
    nip: string | null
    birthPlace: string | null
    birthDate: Day | null
    /** As printed: Penata Tingkat I (III/d), or golongan IX. */
    rank: string | null
    position: string | null
    agency: string
  }
  /** Null on a certificate of attendance. The mark is 0 to 100. */
  qualification: { code: Qualification; mark: number } | null
  training: {
    title: string
    code: string
    /** Angkatan. */
    className: string
    method: string
    organiser: string
    /** Null, or empty, for training without a partner. */
    partner: string | null
    startsOn: Day
    endsOn: Day
    venue: string
  }
  /** Whole hours of training (jam pelajaran), 1 or more. */
  jp: number
  subjects: readonly SubjectFacts[]
  competencies: readonly string[]
  instructors: readonly string[]
  signatory: { position: string; name: string; nip: string | null }
}

/** A subject, its JP of theory (T), practice (P) and field practice (PL), and its mark from 0 to 100 if it has one. */
export type SubjectFacts = { title: string; theory: number; practice: number; field: number; mark: number | null }
