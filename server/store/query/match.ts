import { order, placeOf } from '../bson/collate.ts';
import type { Order } from '../bson/collate.ts';
import { compare, typeOrder } from '../bson/order.ts';
import { Binary, BSONRegExp, BSONSymbol, Decimal128, isDoc, isNullish, isNumber, MaxKey, MinKey, toNumber, truthy, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { compileExpression } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import { parseFilter } from './filter.ts';
import type { Leaf, Node } from './filter.ts';
import { visit } from './path.ts';
import { toRegExp } from './regex.ts';

/** Remembers which element of an array satisfied the filter, for the positional `$`. */
export interface Position { index: number }
/** Says whether a document satisfies the filter. */
export type Matcher = (d: Value, position?: Position) => boolean;
type Test = (v: Value | undefined) => boolean;

/** Compiles a parsed filter. `vars` are the variables of `let` for $expr. */
export function compileFilter(node: Node, vars?: Vars): Matcher {
  switch (node.kind) {
    case 'and': {
      const list = node.nodes.map((n) => compileFilter(n, vars));
      return (d, p) => list.every((m) => m(d, p));
    }
    case 'or': {
      const list = node.nodes.map((n) => compileFilter(n, vars));
      return (d, p) => list.some((m) => m(d, p));
    }
    case 'nor': {
      const list = node.nodes.map((n) => compileFilter(n, vars));
      return (d) => !list.some((m) => m(d));
    }
    case 'not': {
      const m = compileFilter(node.node, vars);
      return (d) => !m(d);
    }
    case 'const': return () => node.value;
    case 'schema': return node.test;
    case 'sample': return () => Math.random() < node.rate;
    case 'expr': {
      const e = compileExpression(node.value);
      return (d) => truthy(e(d, vars ?? new Map<string, Value | undefined>([['ROOT', d]])));
    }
    case 'leaf': return compileLeaf(node, vars);
  }
}

/** Parses and compiles in one go. */
export const matcher = (filter: Doc, vars?: Vars): Matcher => compileFilter(parseFilter(filter), vars);

const WHOLE = new Set(['size', 'elemMatch', 'elemValue', 'exists']);

function compileLeaf(leaf: Leaf, vars?: Vars): Matcher {
  const { parts } = leaf;
  if (leaf.op === 'elemMatch' || leaf.op === 'elemValue') return elemMatch(leaf, vars);
  const test = leafTest(leaf);
  // Without a path: an element of $elemMatch, which is taken as it is, arrays in it included.
  if (leaf.path === '') return (v) => test(v);
  const expand = !WHOLE.has(leaf.op);
  return (d, p) =>
    visit(d, parts, 0, expand, (v, outer) => {
      if (!test(v)) return false;
      if (p && outer >= 0) p.index = outer;
      return true;
    });
}

function elemMatch(leaf: Leaf, vars?: Vars): Matcher {
  const inner = compileFilter(leaf.node!, vars);
  const byValue = leaf.op === 'elemValue';
  return (d, p) =>
    visit(d, leaf.path === '' ? [] : leaf.parts, 0, false, (v) => {
      if (!Array.isArray(v)) return false;
      const at = v.findIndex((e) => (byValue ? inner(e) : (isDoc(e) || Array.isArray(e)) && inner(e)));
      if (at >= 0 && p) p.index = at;
      return at >= 0;
    });
}

const IN_SET = 8;

/** The test a leaf applies to each single value. */
export function leafTest(leaf: Leaf): Test {
  const w = leaf.value;
  const by = order();
  switch (leaf.op) {
    case 'eq': return equals(w, by);
    case 'in': return inTest(w as Value[], by);
    case 'gt': case 'gte': case 'lt': case 'lte': return range(leaf.op, w, by);
    case 'exists': return (v) => v !== undefined;
    case 'type': {
      const names = new Set(w as string[]);
      return (v) => v !== undefined && (names.has(typeName(v)) || (names.has('number') && isNumber(v)));
    }
    case 'regex': {
      const re = w as BSONRegExp;
      const js = toRegExp(re.pattern, re.options);
      return (v) => (typeof v === 'string' ? js.test(v) : v instanceof BSONSymbol ? js.test(v.value) : v instanceof BSONRegExp && compare(v, re) === 0);
    }
    case 'mod': {
      const [d, r] = w as [number, number];
      return (v) => isNumber(v) && modEquals(v, d, r);
    }
    case 'size': return (v) => Array.isArray(v) && v.length === w;
    default: return bits(leaf.op, w as bigint);
  }
}

function modEquals(v: number | bigint | Value, d: number, r: number): boolean {
  if (typeof v === 'bigint') return v % BigInt(d) === BigInt(r);
  const n = v instanceof Decimal128 ? toNumber(v) : toNumber(v as Value);
  return Number.isFinite(n) && Math.trunc(n) % d === r;
}

function equals(w: Value, by: Order): Test {
  if (w === null || isNullish(w)) return (v) => isNullish(v);
  if (typeof w === 'string' && by.simple) return (v) => v === w || (v instanceof BSONSymbol && v.value === w);
  const t = typeOrder(w);
  return (v) => typeOrder(v) === t && v !== undefined && by.compare(v, w) === 0;
}

function inTest(list: Value[], by: Order): Test {
  const tests = list.filter((x) => x instanceof BSONRegExp).map((value) => leafTest({ kind: 'leaf', path: '', parts: [], op: 'regex', value }));
  const plain = list.filter((x) => !(x instanceof BSONRegExp));
  const nullish = plain.some(isNullish);
  if (plain.length < IN_SET) tests.push(...plain.map((x) => equals(x, by)));
  else if (!by.simple) {
    const sorted = plain.sort(by.compare);
    tests.push((v) => {
      const at = v === undefined ? sorted.length : placeOf(sorted, v, by.compare);
      return at < sorted.length && by.equal(sorted[at], v);
    });
    if (nullish) tests.push(isNullish);
  } else {
    const set = new Set(plain.map((x) => by.identity(x)));
    tests.push((v) => (v === undefined ? nullish : set.has(by.identity(v))));
    if (nullish) tests.push(isNullish);
  }
  return (v) => tests.some((t) => t(v));
}

function range(op: string, w: Value, by: Order): Test {
  const accepts = (c: number): boolean => (op === 'gt' ? c > 0 : op === 'gte' ? c >= 0 : op === 'lt' ? c < 0 : c <= 0);
  if (isNullish(w)) return op === 'gte' || op === 'lte' ? isNullish : () => false;
  if (w instanceof MinKey || w instanceof MaxKey) return (v) => v !== undefined && accepts(by.compare(v, w));
  const t = typeOrder(w);
  const nan = isNumber(w) && Number.isNaN(toNumber(w));
  return (v) => {
    if (v === undefined || typeOrder(v) !== t) return false;
    if (t === 10 && nan !== Number.isNaN(toNumber(v))) return false;
    return accepts(by.compare(v, w));
  };
}

function bits(op: string, mask: bigint): Test {
  return (v) => {
    let n: bigint;
    if (v instanceof Binary) n = [...v.buffer.subarray(0, v.position)].reduceRight((a, b) => (a << 8n) | BigInt(b), 0n);
    else if (isNumber(v)) {
      const x = typeof v === 'bigint' ? v : toNumber(v);
      if (typeof x === 'number' && !Number.isInteger(x)) return false;
      n = BigInt(x);
      if (n > 0x7fffffffffffffffn || n < -0x8000000000000000n) return false;
    } else return false;
    const hit = n & mask;
    return op === 'bitsAllSet' ? hit === mask : op === 'bitsAnySet' ? hit !== 0n : op === 'bitsAllClear' ? hit === 0n : hit !== mask;
  };
}

/** Top-level fields a filter reads; undefined when it may read anything ($expr). */
export function fieldsOf(node: Node, out: Set<string> = new Set()): Set<string> | undefined {
  if (node.kind === 'expr' || node.kind === 'schema') return undefined;
  if (node.kind === 'leaf') out.add(node.parts[0]!);
  else if (node.kind === 'not') return fieldsOf(node.node, out);
  else if (node.kind !== 'const' && node.kind !== 'sample') for (const n of node.nodes) if (!fieldsOf(n, out)) return undefined;
  return out;
}
