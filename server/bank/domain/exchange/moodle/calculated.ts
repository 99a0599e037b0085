import jsep, { type Expression } from 'jsep'
import { formula } from '../../kinds/formula.ts'
import type { Calculated, ToleranceKind } from '../../question.ts'
import { childOf, childrenOf, type Element } from '../xml.ts'
import { lacks, textIn, unitsOf, wordsOf } from './answers.ts'
import type { Body } from './read.ts'

const tolerances: Readonly<Record<string, ToleranceKind>> = { 1: 'RELATIVE', 2: 'NOMINAL', 3: 'GEOMETRIC' }
/** Variants dealt where the file holds none (default, ours). */
const VARIANTS = 20

/** A question whose numbers are drawn: the formula of its best answer, and what each wildcard is drawn from. */
export function calculatedOf(element: Element): Body {
  const [answer, ...others] = childrenOf(element, 'answer').toSorted((a, b) => Number(b.attributes.fraction ?? 0) - Number(a.attributes.fraction ?? 0))
  if (!answer) return lacks(element)
  // `{=…}` in a text is worked out there; ours shows variables alone.
  if (isWorkedOut(textIn(childOf(element, 'questiontext')))) return { kind: 'OTHER', type: 'calculated {=}' }
  const definitions = childrenOf(childOf(element, 'dataset_definitions'), 'dataset_definition')
  const { units: [own, ...units], unitPenalty } = unitsOf(element)
  const said = (of: Element, name: string) => textIn(childOf(of, name))
  const calculated: Calculated = {
    formula: oursOf(textIn(answer)), variants: Math.max(1, ...definitions.map(one => Number(wordsOf(one, 'number_of_items') || wordsOf(one, 'itemcount')) || VARIANTS)),
    variables: definitions.map(one => ({ name: said(one, 'name'), min: Number(said(one, 'minimum')), max: Number(said(one, 'maximum')), decimals: Number(said(one, 'decimals')) || 0 })),
    answer: {
      value: 0, tolerance: Number(wordsOf(answer, 'tolerance')) || 0, toleranceKind: tolerances[wordsOf(answer, 'tolerancetype')] ?? 'RELATIVE',
      unit: own?.name ?? null, units, unitPenalty,
    },
  }
  return { body: { kind: 'CALCULATED', calculated }, right: said(answer, 'feedback'), lost: others.some(one => Number(one.attributes.fraction) > 0) ? ['SEVERAL_NUMBERS'] : [] }
}

/** Whether Moodle would work something out within this text. */
export const isWorkedOut = (text: string): boolean => /\{=[^}]*[\w)][^}]*\}/.test(text)

/** Moodle's words for functions that go by another name here. */
const names: Readonly<Record<string, string>> = { ln: 'log' }

/** A formula of Moodle's as one of ours: wildcards without their braces, the logarithm by its name. */
export const oursOf = (source: string): string =>
  source.replace(/\{\s*([A-Za-z]\w*)\s*\}/g, '$1').replace(/\blog\s*\(/g, 'ln(').replace(/\bpi\s*\(\s*\)/g, 'pi')

/** A formula of ours as Moodle's. Throws SyntaxError for what is none. */
export function theirsOf(source: string, variables: readonly string[]): string {
  formula(source)
  return said(jsep(source), new Set(variables))
}

function said(node: Expression, variables: ReadonlySet<string>): string {
  const part = (child: unknown) => said(child as Expression, variables)
  switch (node.type) {
    case 'Literal': return String(node.value)
    case 'Identifier': return variables.has(String(node.name)) ? `{${String(node.name)}}` : node.name === 'pi' ? 'pi()' : 'exp(1)'
    case 'UnaryExpression': return `(${String(node.operator)}${part(node.argument)})`
    case 'BinaryExpression': return node.operator === '^' ? `pow(${part(node.left)},${part(node.right)})` : `(${part(node.left)}${String(node.operator)}${part(node.right)})`
    case 'CallExpression': {
      const name = String((node.callee as Expression).name)
      return `${names[name] ?? name}(${(node.arguments as unknown[]).map(part).join(',')})`
    }
    default: throw new SyntaxError(`no ${node.type} in a formula`)
  }
}
