import type { Gap } from '../question.ts'
import { markNumber } from './number.ts'
import { markShort } from './short.ts'

export type AskedGap = { id: string; kind: Gap['kind']; choices: { id: string; text: string }[] }

/** A number as people here write it: a comma for the fraction, dots for thousands; null for what is none. */
export function readNumber(text: string): number | null {
  const tidy = text.trim().replace(/\s/g, '')
  if (!/^[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$|^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(tidy)) return null
  const decimal = tidy.includes(',') || /^\D?\d{1,3}(\.\d{3})+$/.test(tidy) ? tidy.replaceAll('.', '').replace(',', '.') : tidy
  return Number(decimal)
}

/** The mean of its gaps, by their weights. */
export function markGaps(gaps: readonly Gap[], given: readonly { gap: string; text: string }[], caseSensitive: boolean): number {
  const weight = gaps.reduce((sum, gap) => sum + gap.weight, 0)
  if (weight <= 0) throw new RangeError('a cloze has gaps')
  const said = new Map(given.map(({ gap, text }) => [gap, text]))
  return gaps.reduce((sum, gap) => sum + gap.weight * markGap(gap, said.get(gap.id) ?? '', caseSensitive), 0) / weight
}

function markGap(gap: Gap, text: string, caseSensitive: boolean): number {
  switch (gap.kind) {
    case 'TEXT': return markShort(gap.patterns, caseSensitive, text)
    case 'NUMBER': return markNumber(gap.number!, readNumber(text), null)
    case 'CHOICE': return gap.choices.some(({ id, right }) => right && id === text) ? 1 : 0
  }
}

/** Ids of the gaps a text has room for, in their order. */
export const gapsIn = (text: string): string[] => [...text.matchAll(/\[\[([A-Za-z0-9_-]{1,40})\]\]/g)].map(([, id]) => id!)
