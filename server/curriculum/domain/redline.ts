export type RedlineKind = 'same' | 'added' | 'removed'
export type RedlinePiece = { kind: RedlineKind; text: string }

/** Comparisons of one word with another that a pair of texts may cost; beyond, the differing middle is told as one. */
const CELLS_MAX = 6_000_000
/** What several redlines may cost together; what each costs is taken off. */
export type RedlineBudget = { cells: number }

/**
 * One text becoming another, word by word: what stays, what goes, what comes, in reading order. Pieces that are not
 * `added` make up `from`, those not `removed` make up `to` (both in NFC). Changes parted by nothing but a space are one. What costs more than the budget has left is told as a whole.
 */
export function redline(from: string, to: string, budget: RedlineBudget = { cells: CELLS_MAX }): RedlinePiece[] {
  const [old, now] = [wordsOf(from), wordsOf(to)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end), budget)
  const same = (words: string[]): RedlinePiece => ({ kind: 'same', text: words.join('') })
  return joined([same(old.slice(0, start)), ...middle, same(old.slice(old.length - end))])
}

const wordsOf = (text: string): string[] => text.normalize('NFC').match(/\s+|[\p{L}\p{M}\p{N}]+|[^]/gu) ?? []

/** Keeps the longest common subsequence of words. */
function between(old: readonly string[], now: readonly string[], budget: RedlineBudget): RedlinePiece[] {
  const whole: RedlinePiece[] = [{ kind: 'removed', text: old.join('') }, { kind: 'added', text: now.join('') }]
  const cost = old.length * now.length
  if (cost === 0 || cost > CELLS_MAX || cost > budget.cells) return whole
  budget.cells -= cost
  const width = now.length + 1
  const longest = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      longest[i * width + j] = old[i] === now[j]
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const pieces: RedlinePiece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ kind: 'same', text: old[i]! })
      i++
      j++
    } else if (j === now.length || (i < old.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) pieces.push({ kind: 'removed', text: old[i++]! })
    else pieces.push({ kind: 'added', text: now[j++]! })
  }
  return pieces
}

/** Runs of one kind as one piece; a lone space between changes joins them; what goes stands before what comes. */
function joined(pieces: readonly RedlinePiece[]): RedlinePiece[] {
  const result: RedlinePiece[] = []
  let [removed, added, space] = ['', '', '']
  const settle = () => {
    if (removed) result.push({ kind: 'removed', text: removed })
    if (added) result.push({ kind: 'added', text: added });
    [removed, added] = ['', '']
  }
  const keep = (text: string) => {
    const last = result.at(-1)
    if (last?.kind === 'same') last.text += text
    else result.push({ kind: 'same', text })
  }
  for (const { kind, text } of pieces) {
    if (text === '') continue
    const changing = removed !== '' || added !== ''
    if (kind !== 'same') {
      if (space) {
        removed += space
        added += space
        space = ''
      }
      if (kind === 'removed') removed += text
      else added += text
    } else if (changing && !space && /^\s+$/.test(text)) space = text
    else {
      settle()
      keep(space + text)
      space = ''
    }
  }
  settle()
  if (space) keep(space)
  return result
}
