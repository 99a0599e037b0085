import jsep, { type Expression } from 'jsep'

/** What a formula may call, with how many arguments; angles in radians. */
const functions: Readonly<Record<string, { of: (...values: number[]) => number; takes: [least: number, most: number] }>> = {
  abs: { of: Math.abs, takes: [1, 1] }, round: { of: (value, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits, takes: [1, 2] },
  floor: { of: Math.floor, takes: [1, 1] }, ceil: { of: Math.ceil, takes: [1, 1] }, sqrt: { of: Math.sqrt, takes: [1, 1] },
  exp: { of: Math.exp, takes: [1, 1] }, ln: { of: Math.log, takes: [1, 1] }, log10: { of: Math.log10, takes: [1, 1] },
  sin: { of: Math.sin, takes: [1, 1] }, cos: { of: Math.cos, takes: [1, 1] }, tan: { of: Math.tan, takes: [1, 1] },
  min: { of: Math.min, takes: [1, 20] }, max: { of: Math.max, takes: [1, 20] }, pow: { of: Math.pow, takes: [2, 2] },
}
const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E }
const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b, '^': (a, b) => a ** b,
}
jsep.removeBinaryOp('^')
jsep.addBinaryOp('^', 11, true)

/** Longer formulas are programs (default, ours). */
const FORMULA_MAX = 500
const DEPTH_MAX = 50

/** A formula that can be worked out: the names it speaks of, and its value for given ones. */
export type Formula = { names: string[]; value: (of: Readonly<Record<string, number>>) => number }

/**
 * Reads arithmetic: numbers, names, + - * / % ^, brackets and the functions above; nothing else is understood, so nothing
 * else can run. A sign binds closer than a power, as in spreadsheets: -2 ^ 2 is 4. Throws SyntaxError for anything more.
 */
export function formula(source: string): Formula {
  if (source.length > FORMULA_MAX) throw new SyntaxError(`a formula has at most ${FORMULA_MAX} characters`)
  let tree: Expression
  try {
    tree = jsep(source)
  } catch {
    throw new SyntaxError('not a formula')
  }
  const names = new Set<string>()
  const value = compiled(tree, names, 0)
  return { names: [...names], value }
}

type Value = Formula['value']

function compiled(node: Expression, names: Set<string>, depth: number): Value {
  if (depth > DEPTH_MAX) throw new SyntaxError('too deep')
  const part = (child: unknown) => compiled(child as Expression, names, depth + 1)
  if (node.type === 'Literal' && typeof node.value === 'number') {
    const number = node.value
    return () => number
  }
  if (node.type === 'Identifier') return nameOf(String(node.name), names)
  if (node.type === 'UnaryExpression' && (node.operator === '-' || node.operator === '+')) {
    const inner = part(node.argument)
    return node.operator === '-' ? of => -inner(of) : inner
  }
  if (node.type === 'BinaryExpression') {
    const operate = Object.hasOwn(binary, String(node.operator)) ? binary[String(node.operator)]! : undefined
    if (!operate) throw new SyntaxError(`no ${String(node.operator)} in a formula`)
    const [left, right] = [part(node.left), part(node.right)]
    return of => operate(left(of), right(of))
  }
  if (node.type === 'CallExpression') return callOf(node, part)
  throw new SyntaxError(`no ${node.type} in a formula`)
}

function nameOf(name: string, names: Set<string>): Value {
  if (Object.hasOwn(constants, name)) return () => constants[name]!
  names.add(name)
  return of => {
    if (!Object.hasOwn(of, name)) throw new RangeError(`no value for ${name}`)
    return of[name]!
  }
}

function callOf(node: Expression, part: (child: unknown) => Value): Value {
  const called = node.callee as Expression
  const name = called.type === 'Identifier' ? String(called.name) : ''
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined
  const values = (node.arguments as Expression[]).map(part)
  if (!found || values.length < found.takes[0] || values.length > found.takes[1]) throw new SyntaxError(`no function ${name} of ${values.length}`)
  return of => found.of(...values.map(value => value(of)))
}
