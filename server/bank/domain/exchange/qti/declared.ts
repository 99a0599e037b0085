import { childOf, childrenOf, within, type Element } from '../xml.ts'

/** How a response is scored: exactly as the right one, by a sum of what its parts give, or by a program of its own. */
export type Rule = 'MATCH' | 'MAP' | 'CUSTOM'
/** What an item declares of a response, and how its processing scores it. */
export type Declared = {
  single: boolean; isNumber: boolean; correct: string[]; rule: Rule
  /** What each answer gives, as a share of the most that can be had; null: not mapped. */
  shares: Map<string, number> | null
  otherwise: number; most: number; caseSensitive: boolean
  tolerance: (value: number) => number
}

/** The declaration of a response in an item (QTI 2.1 §9, 3.0 §2.11); null where there is none. */
export function declaredOf(item: Element, id: string): Declared | null {
  const declaration = childrenOf(item, 'responseDeclaration').find(one => one.attributes.identifier === id)
  if (!declaration) return null
  const correct = childrenOf(childOf(declaration, 'correctResponse'), 'value').map(({ text }) => text.trim())
  const mapping = childOf(declaration, 'mapping')
  const entries = childrenOf(mapping, 'mapEntry')
  const values = entries.map(entry => Number(entry.attributes.mappedValue) || 0)
  const single = declaration.attributes.cardinality === 'single'
  const gains = values.filter(value => value > 0)
  const most = Number(mapping?.attributes.upperBound) || (single ? Math.max(0, ...gains) : gains.reduce((sum, value) => sum + value, 0)) || 1
  const rule = ruleOf(item, id, mapping !== undefined && entries.length > 0)
  const processing = childOf(item, 'responseProcessing')
  const folds = within(processing, 'stringMatch').some(one => one.attributes.caseSensitive === 'false') || (rule === 'MAP' && entries.every(one => one.attributes.caseSensitive === 'false'))
  return {
    single, isNumber: declaration.attributes.baseType === 'float' || declaration.attributes.baseType === 'integer', correct, rule, most,
    shares: rule === 'MAP' ? new Map(entries.map((entry, at) => [(entry.attributes.mapKey ?? '').trim(), rounded(values[at]! / most)])) : null,
    otherwise: (Number(mapping?.attributes.defaultValue) || 0) / most, caseSensitive: !folds, tolerance: toleranceOf(processing, id),
  }
}

/** Shares of a third that were written and read again are a third. */
const rounded = (share: number): number => Number(share.toPrecision(10))

function ruleOf(item: Element, id: string, mapped: boolean): Rule {
  const processing = childOf(item, 'responseProcessing')
  const template = processing?.attributes.template ?? ''
  if (/map_response/.test(template)) return mapped ? 'MAP' : 'MATCH'
  if (!processing || /match_correct/.test(template)) return 'MATCH'
  if (mapped && within(processing, 'mapResponse').some(one => one.attributes.identifier === id)) return 'MAP'
  const comparisons = within(processing, 'match', 'equal', 'equalRounded', 'stringMatch').filter(one => childrenOf(one, 'variable').some(({ attributes }) => attributes.identifier === id))
  return comparisons.length > 0 && comparisons.every(one => childOf(one, 'correct')) ? 'MATCH' : 'CUSTOM'
}

/** How far from the right number still counts: absolute, or in percent of it; of two sides the wider. */
function toleranceOf(processing: Element | undefined, id: string): Declared['tolerance'] {
  const equal = within(processing, 'equal').find(one => childrenOf(one, 'variable').some(({ attributes }) => attributes.identifier === id))
  const sides = (equal?.attributes.tolerance ?? '').trim().split(/\s+/, 2).map(Number).filter(Number.isFinite)
  const wide = Math.max(0, ...sides)
  if (equal?.attributes.toleranceMode === 'absolute') return () => wide
  return equal?.attributes.toleranceMode === 'relative' ? value => (Math.abs(value) * wide) / 100 : () => 0
}

/** What the whole item is worth: as it says itself, or the most its mapping gives. */
export function pointsOf(item: Element, declared: Declared | null): number {
  const outcome = (id: string) => childrenOf(item, 'outcomeDeclaration').find(one => one.attributes.identifier === id)
  const said = Number(childOf(childOf(outcome('MAXSCORE'), 'defaultValue'), 'value')?.text) || Number(outcome('SCORE')?.attributes.normalMaximum)
  return said > 0 ? said : declared?.rule === 'MAP' ? declared.most : 1
}

/** What an answer gives by its declaration. */
export function shareOf({ rule, shares, correct, otherwise }: Declared, id: string): number {
  if (rule === 'MAP') return shares!.get(id) ?? otherwise
  return correct.includes(id) ? 1 : 0
}
