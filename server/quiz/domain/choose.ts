import { seeded } from '../../bank/index.ts'

/** What one draw wants, and which questions of the bank fit it. */
export type Wanted = { id: string; count: number; fitting: readonly string[] }
/** `taken`: asked already. `seen`: how often this learner was asked it in the quiz; `used`: how often anybody was. */
export type Past = { taken: ReadonlySet<string>; seen: ReadonlyMap<string, number>; used: ReadonlyMap<string, number>; seed: number }

/**
 * Which questions each draw gets, none twice: first what the learner has not seen, then what was asked least, ties by the
 * seed (ASSESSMENT §4.5). Fewer than wanted only where there is no way to give every draw its own: a question that another
 * draw can spare is moved (augmenting paths, Kuhn 1955).
 */
export function choose(draws: readonly Wanted[], past: Past): Map<string, string[]> {
  const order = preferences(draws, past)
  const chosen = new Map(draws.map(({ id }) => [id, [] as string[]]))
  const holder = new Map<string, string>()
  const hold = (draw: string, question: string) => {
    holder.set(question, draw)
    chosen.get(draw)!.push(question)
  }
  const place = (draw: string, tried: Set<string>): boolean => {
    const fitting = order.get(draw)!
    const free = fitting.find(one => !holder.has(one))
    if (free !== undefined) {
      hold(draw, free)
      return true
    }
    for (const question of fitting) {
      const other = holder.get(question)!
      if (other === draw || tried.has(question)) continue
      tried.add(question)
      if (!place(other, tried)) continue
      const held = chosen.get(other)!
      held.splice(held.indexOf(question), 1)
      hold(draw, question)
      return true
    }
    return false
  }
  // Who has least to spare chooses first.
  const scarce = [...draws].sort((a, b) => order.get(a.id)!.length - a.count - (order.get(b.id)!.length - b.count))
  for (const { id, count } of scarce) for (let slot = 0; slot < count && place(id, new Set()); slot++);
  return chosen
}

function preferences(draws: readonly Wanted[], { taken, seen, used, seed }: Past): Map<string, string[]> {
  const chance = seeded(seed)
  const all = [...new Set(draws.flatMap(({ fitting }) => fitting))].filter(one => !taken.has(one)).sort()
  const tie = new Map(all.map(one => [one, chance()]))
  const times = (map: ReadonlyMap<string, number>, one: string) => map.get(one) ?? 0
  const better = (a: string, b: string) => times(seen, a) - times(seen, b) || times(used, a) - times(used, b) || tie.get(a)! - tie.get(b)!
  return new Map(draws.map(({ id, fitting }) => [id, [...new Set(fitting)].filter(one => tie.has(one)).sort(better)]))
}
