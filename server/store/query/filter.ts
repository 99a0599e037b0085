import { fail } from '../errors.ts';
import { compare } from '../bson/order.ts';
import { BSONRegExp, isDoc, isNumber, toInteger, toNumber, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { regexOperand, toRegExp } from './regex.ts';
import { compileSchema } from './schema.ts';

/** A parsed filter. Leaves test one path; the planner reads this tree, the matcher runs it. */
export type Node =
  | { kind: 'and' | 'or' | 'nor'; nodes: Node[] }
  | { kind: 'expr'; value: Value }
  | { kind: 'schema'; test: (v: Value) => boolean }
  | { kind: 'sample'; rate: number }
  | { kind: 'const'; value: boolean }
  | { kind: 'not'; node: Node }
  | Leaf;

/** One predicate on one path. */
export interface Leaf { kind: 'leaf'; path: string; parts: string[]; op: string; value: Value; node?: Node; list?: Leaf[] }

const REFUSED: Record<string, string> = { $where: 'JavaScript', $text: 'text search', $near: 'geo', $nearSphere: 'geo', $geoWithin: 'geo', $geoIntersects: 'geo', $within: 'geo' };
const refuse = (op: string): never => fail(115, `${op} is not supported (${REFUSED[op]})`);

/** Parses a filter document; unknown operators are refused with BadValue. */
export function parseFilter(filter: Doc): Node {
  const nodes: Node[] = [];
  for (const [key, value] of filter) {
    if (!key.startsWith('$')) nodes.push(...parsePath(key, value));
    else if (key === '$and' || key === '$or' || key === '$nor') nodes.push({ kind: key.slice(1) as 'and', nodes: logical(key, value) });
    else if (key === '$expr') nodes.push({ kind: 'expr', value });
    else if (key === '$jsonSchema') nodes.push({ kind: 'schema', test: compileSchema(value) });
    else if (key === '$sampleRate') nodes.push({ kind: 'sample', rate: rateOf(value) });
    else if (key === '$comment') continue;
    else if (key === '$alwaysTrue' || key === '$alwaysFalse') nodes.push({ kind: 'const', value: key === '$alwaysTrue' });
    else if (key in REFUSED) refuse(key);
    else fail(2, `unknown top level operator: ${key}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`);
  }
  return nodes.length === 1 ? nodes[0]! : { kind: 'and', nodes };
}

function rateOf(v: Value): number {
  if (!isNumber(v)) return fail(2, '$sampleRate argument must be a number');
  const n = toNumber(v);
  return n >= 0 && n <= 1 ? n : fail(2, '$sampleRate argument must be a number between 0 and 1');
}

function logical(key: string, value: Value): Node[] {
  if (!Array.isArray(value)) return fail(2, `${key} must be an array`);
  if (!value.length) fail(2, '$and/$or/$nor must be a nonempty array');
  return value.map((v) => (isDoc(v) ? parseFilter(v) : fail(2, '$or/$and/$nor entries need to be full objects')));
}

/** True for { $gt: … }, false for plain subdocuments; a mixture is refused when parsed. */
export const isOperators = (v: Value): boolean => isDoc(v) && v.size > 0 && v.keys().next().value!.startsWith('$') && !isDbRef(v);
const isDbRef = (v: Doc): boolean => ['$ref', '$id', '$db'].includes(v.keys().next().value!);

function leaf(path: string, op: string, value: Value, more: Partial<Leaf> = {}): Leaf {
  return { kind: 'leaf', path, parts: path.split('.'), op, value, ...more };
}

/** Parses what stands under a path: operators, a regex or a value to equal. */
export function parsePath(path: string, value: Value): Node[] {
  if (value instanceof BSONRegExp) return [leaf(path, 'regex', value)];
  if (!isDoc(value) || !isOperators(value)) return [leaf(path, 'eq', value)];
  const out: Node[] = [];
  for (const [op, v] of value) {
    if (op === '$options') {
      if (!value.has('$regex')) fail(2, '$options needs a $regex');
    } else out.push(parseOperator(path, op, v, value));
  }
  return out;
}

const BITS = ['$bitsAllSet', '$bitsAllClear', '$bitsAnySet', '$bitsAnyClear'];

function parseOperator(path: string, op: string, v: Value, all: Doc): Node {
  switch (op) {
    case '$eq': return leaf(path, 'eq', v);
    case '$ne': return v instanceof BSONRegExp ? fail(2, "Can't have regex as arg to $ne.") : { kind: 'not', node: leaf(path, 'eq', v) };
    case '$gt': case '$gte': case '$lt': case '$lte':
      return v instanceof BSONRegExp ? fail(2, `Can't have RegEx as arg to predicate over field '${path}'.`) : leaf(path, op.slice(1), v);
    case '$in': return leaf(path, 'in', inList('$in', v));
    case '$nin': return { kind: 'not', node: leaf(path, 'in', inList('$nin', v)) };
    case '$exists': return exists(path, v);
    case '$type': return leaf(path, 'type', typeList(v));
    case '$regex': { const re = regexOperand(v, all.get('$options')); toRegExp(re.pattern, re.options); return leaf(path, 'regex', re); }
    case '$mod': return leaf(path, 'mod', modulus(v));
    case '$size': return leaf(path, 'size', size(v));
    case '$all': return parseAll(path, v);
    case '$elemMatch': return parseElemMatch(path, v);
    case '$not': return parseNot(path, v);
    case '$comment': return { kind: 'const', value: true };
    default:
      if (BITS.includes(op)) return leaf(path, op.slice(1), bitMask(op, v));
      if (op in REFUSED) return refuse(op);
      return fail(2, `unknown operator: ${op}`);
  }
}

function exists(path: string, v: Value): Node {
  const node = leaf(path, 'exists', true);
  const yes = !(v === false || v === null || (isNumber(v) && toNumber(v) === 0));
  return yes ? node : { kind: 'not', node };
}

function inList(op: string, v: Value): Value[] {
  if (!Array.isArray(v)) return fail(2, `${op} needs an array`);
  for (const x of v) if (isOperators(x)) fail(2, `cannot nest $ under ${op}`);
  return v;
}

function parseNot(path: string, v: Value): Node {
  if (v instanceof BSONRegExp) return { kind: 'not', node: leaf(path, 'regex', v) };
  if (!isDoc(v)) return fail(2, '$not needs a regex or a document');
  if (!isOperators(v)) return fail(2, v.size ? `unknown operator: ${v.keys().next().value}` : '$not cannot be empty');
  return { kind: 'not', node: { kind: 'and', nodes: parsePath(path, v) } };
}

function parseAll(path: string, v: Value): Node {
  if (!Array.isArray(v)) return fail(2, '$all needs an array');
  if (!v.length) return { kind: 'const', value: false };
  const elem = v.some((x) => isDoc(x) && x.has('$elemMatch'));
  const nodes = v.map((x): Node => {
    if (elem) return isDoc(x) && x.size === 1 && x.has('$elemMatch') ? parseElemMatch(path, x.get('$elemMatch')!) : fail(2, '$all/$elemMatch has to be consistent');
    if (isOperators(x)) return fail(2, 'no $ expressions in $all');
    return leaf(path, x instanceof BSONRegExp ? 'regex' : 'eq', x);
  });
  return { kind: 'and', nodes };
}

function parseElemMatch(path: string, v: Value): Leaf {
  if (!isDoc(v)) return fail(2, '$elemMatch needs an Object');
  const first = v.keys().next().value ?? '';
  const byValue = isOperators(v) && !['$and', '$or', '$nor', '$expr', '$where'].includes(first);
  if (!byValue) return leaf(path, 'elemMatch', v, { node: parseFilter(v) });
  return leaf(path, 'elemValue', v, { node: { kind: 'and', nodes: parsePath('', v) } });
}

function size(v: Value): Value {
  const n = toInteger(v);
  if (n === undefined) return fail(2, `Failed to parse $size. Expected an integer, but found: ${typeName(v)}`);
  if (n < 0) fail(2, '$size may not be negative');
  return n;
}

function modulus(v: Value): Value {
  if (!Array.isArray(v)) return fail(2, 'malformed mod, needs to be an array');
  if (v.length !== 2) fail(2, v.length < 2 ? 'malformed mod, not enough elements' : 'malformed mod, too many elements');
  const [d, r] = v.map((x) => (isNumber(x) ? Math.trunc(toNumber(x)) : fail(2, 'malformed mod, divisor not a number'))) as [number, number];
  if (!Number.isFinite(d) || !Number.isFinite(r)) fail(2, 'malformed mod, divisor value is invalid');
  if (d === 0) fail(2, 'divisor cannot be 0');
  return [d, r];
}

function bitMask(op: string, v: Value): Value {
  if (Array.isArray(v)) {
    let mask = 0n;
    for (const x of v) {
      const n = toInteger(x);
      if (n === undefined || n < 0) return fail(2, `${op} takes a list of bit positions`);
      mask |= 1n << BigInt(n);
    }
    return mask;
  }
  const n = toInteger(v);
  if (typeof v === 'bigint' && v >= 0n) return v;
  if (n === undefined || n < 0) return fail(n === undefined ? 2 : 9, `${op} takes an Array, a number, or a BinData`);
  return BigInt(n);
}

const TYPES: Record<number, string> = {
  1: 'double', 2: 'string', 3: 'object', 4: 'array', 5: 'binData', 6: 'undefined', 7: 'objectId', 8: 'bool', 9: 'date', 10: 'null',
  11: 'regex', 12: 'dbPointer', 13: 'javascript', 14: 'symbol', 15: 'javascriptWithScope', 16: 'int', 17: 'timestamp', 18: 'long', 19: 'decimal', [-1]: 'minKey', 127: 'maxKey',
};

function typeList(v: Value): Value[] {
  const list = Array.isArray(v) ? v : [v];
  if (!list.length) fail(9, '$type must match at least one type');
  return list.map((x) => {
    if (typeof x === 'string') return x === 'number' || Object.values(TYPES).includes(x) ? x : fail(2, `Unknown type name alias: ${x}`);
    if (!isNumber(x)) return fail(14, 'type must be represented as a number or a string');
    return TYPES[toNumber(x)] ?? fail(2, `Invalid numerical type code: ${toNumber(x)}`);
  });
}

/** Equality predicates a filter imposes on whole paths: what an upsert starts from. */
export function equalities(node: Node, out: Map<string, Value> = new Map()): Map<string, Value> {
  if (node.kind === 'and') for (const n of node.nodes) equalities(n, out);
  else if (node.kind === 'or' && node.nodes.length === 1) equalities(node.nodes[0]!, out);
  else if (node.kind === 'leaf') {
    const v = node.op === 'eq' ? node.value : node.op === 'in' && (node.value as Value[]).length === 1 ? (node.value as Value[])[0]! : undefined;
    if (v === undefined || v instanceof BSONRegExp) return out;
    const before = out.get(node.path);
    if (before !== undefined && compare(before, v) !== 0) fail(54, `cannot infer query fields to set, path '${node.path}' is matched twice`);
    out.set(node.path, v);
  }
  return out;
}
