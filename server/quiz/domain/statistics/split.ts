import { addPair, joinPairs, noPairs, restOf, varianceX, type Pair } from './moments.ts'

/** An item's figures apart by something it was asked in several forms of: the variant of a calculated question, the version in the bank. */
export type Split = Map<number, Pair>
export type Form = { form: number; n: number; facility: number; discrimination: number | null; apart: boolean }

/** Figures of fewer learners are not given. */
const FORM_MIN = 5
/** Standard errors by which a form must differ from the others to be called apart: with many forms, two would happen by chance. */
const APART = 3

/** Takes one learner in, who was given this form: the item's points, and the whole. */
export function addForm(split: Split, form: number, earned: number, total: number): void {
  const pair = split.get(form) ?? noPairs()
  addPair(pair, earned, total)
  split.set(form, pair)
}

/** Both as if they had been gathered together. */
export const joinSplits = (a: Split, b: Split): Split =>
  new Map([...new Set([...a.keys(), ...b.keys()])].map(form => [form, joinPairs(a.get(form) ?? noPairs(), b.get(form) ?? noPairs())]))

/**
 * The figures of each form asked of five learners or more, by its number. `apart`: harder or easier than the others by
 * more than chance explains: Welch's t (1947) beyond three, with thirty learners on either side.
 */
export function formsOf(split: Split, max: number): Form[] {
  const forms = [...split].sort(([a], [b]) => a - b)
  return forms.filter(([, { n }]) => n >= FORM_MIN).map(([form, pair]) => {
    const others = forms.reduce((sum, [other, one]) => (other === form ? sum : joinPairs(sum, one)), noPairs())
    const r = restOf(pair).r
    return { form, n: pair.n, facility: pair.meanX / max, discrimination: r === null ? null : 100 * r, apart: isApart(pair, others) }
  })
}

function isApart(one: Pair, others: Pair): boolean {
  if (one.n < 30 || others.n < 30) return false
  const error = Math.sqrt(varianceX(one)! / one.n + varianceX(others)! / others.n)
  const off = Math.abs(one.meanX - others.meanX)
  return error < 1e-9 ? off > 1e-9 : off / error > APART
}
