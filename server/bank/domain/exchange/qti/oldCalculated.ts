import { childOf, childrenOf, within, type Element } from '../xml.ts'
import type { OldRead } from './oldBody.ts'

/** Canvas's formula question: variables named in the text as [x], one formula; several in a row are a program of their own. */
export function oldCalculated(item: Element, text: string): OldRead {
  const calculated = within(item, 'calculated')[0]
  const formulas = within(calculated, 'formula').map(one => one.text.trim())
  if (formulas.length !== 1) return { body: { kind: 'OTHER', type: 'calculated (formulas)' } }
  const number = (element: Element | undefined, name: string) => Number(childOf(element, name)?.text ?? 0)
  const variables = childrenOf(childOf(calculated, 'vars'), 'var').map(one => ({ name: one.attributes.name ?? '', min: number(one, 'min'), max: number(one, 'max'), decimals: Number(one.attributes.scale) || 0 }))
  const said = childOf(calculated, 'answer_tolerance')?.text.trim() ?? '0'
  // "5%" is relative.
  const tolerance = said.endsWith('%') ? Number(said.slice(0, -1)) / 100 : Number(said)
  const sets = within(calculated, 'var_set').length
  return {
    text: text.replace(/\[([A-Za-z]\w*)\]/g, (whole, name: string) => (variables.some(one => one.name === name) ? `{${name}}` : whole)),
    body: { kind: 'CALCULATED', calculated: {
      variables, formula: formulas[0]!.replace(/\blog\s*\(/g, 'log10('), variants: Math.min(1000, sets || 20),
      answer: { value: 0, tolerance: Number.isFinite(tolerance) ? tolerance : 0, toleranceKind: said.endsWith('%') ? 'RELATIVE' : 'NOMINAL', unit: null, units: [], unitPenalty: 0.1 },
    } },
  }
}
