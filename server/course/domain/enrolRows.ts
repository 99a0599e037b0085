import type { ErrorCode } from '../../graphql.ts'

/** What becomes of each row of a list of NIPs, judged without the store. Rows stay in the order of the file. */
export type ReadRow = { line: number; nip: string } & ({ ok: true } | { ok: false; code: ErrorCode; facts: { [name: string]: unknown } })
/** What is known of the bearer of a NIP; `standing` is null for who is not in the class. */
export type Known = { person: string; name: string; learner: boolean; standing: 'ENROLLED' | 'WAITING' | 'WITHDRAWN' | null }

export type Outcome = { line: number; nip: string; name: string | null; person: string | null } & (
  | { outcome: 'ENROLLED' | 'WAITING' | 'ALREADY'; code: null; facts: null }
  | { outcome: 'REFUSED'; code: ErrorCode; facts: { [name: string]: unknown } }
)

/**
 * The outcome of each row: a fault of the NIP, one that nobody bears, one that stood in an earlier row, a person who is
 * no learner, one already in the class. The rest take the `seats` that are free, from the top; then they wait.
 */
export function outcomesOf(rows: readonly ReadRow[], known: ReadonlyMap<string, Known>, seats: number): Outcome[] {
  const firstLine = new Map<string, number>()
  let free = Math.max(0, seats)
  return rows.map(row => {
    const { line, nip } = row
    const refused = (code: ErrorCode, facts: { [name: string]: unknown } = {}, name: string | null = null): Outcome =>
      ({ line, nip, name, person: null, outcome: 'REFUSED', code, facts })
    if (!row.ok) return refused(row.code, row.facts)
    const first = firstLine.get(nip)
    if (first !== undefined) return refused('NIP_REPEATED', { line: first }, known.get(nip)?.name)
    firstLine.set(nip, line)
    const bearer = known.get(nip)
    if (!bearer) return refused('NIP_UNKNOWN')
    const { name, person, learner, standing } = bearer
    const done = (outcome: 'ENROLLED' | 'WAITING' | 'ALREADY'): Outcome => ({ line, nip, name, person, outcome, code: null, facts: null })
    if (standing === 'ENROLLED' || standing === 'WAITING') return done('ALREADY')
    if (!learner) return refused('NOT_A_LEARNER', {}, name)
    return done(free-- > 0 ? 'ENROLLED' : 'WAITING')
  })
}
