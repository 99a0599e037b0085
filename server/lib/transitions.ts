import { Refusal } from './refusal.ts'

/** A state machine is a table: from each state, the moves and where they lead. */
export type Transitions<State extends string, Move extends string> = Record<State, Partial<Record<Move, State>>>

/** Where `action` leads from `from`. Refuses with WRONG_STATE when it leads nowhere. */
export function move<State extends string, Move extends string>(table: Transitions<State, Move>, from: State, action: Move): State {
  const to = table[from][action]
  if (!to) throw new Refusal('WRONG_STATE', { state: from, move: action })
  return to
}

/** The moves there are from a state, for buttons. */
export function movesFrom<State extends string, Move extends string>(table: Transitions<State, Move>, state: State): Move[] {
  return Object.keys(table[state]) as Move[]
}

/** States that no path from `start` reaches; a table's test expects none. */
export function unreachable<State extends string, Move extends string>(table: Transitions<State, Move>, start: State): State[] {
  const reached = new Set<State>([start])
  for (const state of reached) for (const to of Object.values<State | undefined>(table[state])) if (to) reached.add(to)
  return (Object.keys(table) as State[]).filter(state => !reached.has(state))
}
