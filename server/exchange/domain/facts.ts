import type { ApprovalSide, CurriculumState } from '../../graphql.ts'

/** What a document says besides the content: whose it is, which text it is, and who approved it. */
export type ExportFacts = {
  code: string
  partner: { name: string; shortName: string }
  agency: string
  city: string
  /** SIASN's name of the kind of training. */
  kind: string
  /** Null for a draft. */
  version: number | null
  state: CurriculumState
  /** SHA-256 of the content, hex. */
  hash: string
  /** When this text came to be: published, or last changed. */
  at: Date
  approvals: readonly { side: ApprovalSide; name: string; at: Date }[]
}
