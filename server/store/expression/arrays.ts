import { fail } from '../errors.ts';
import { order } from '../bson/collate.ts';
import type { Order } from '../bson/collate.ts';
import { doc, int, isDoc, isNullish, isNumber, toInteger, toNumber, truthy, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { comparing, fn, named, namedSpec, strict } from './args.ts';
import type { Maker } from './args.ts';
import { compileExpression } from './compile.ts';
import type { Expr, Vars } from './compile.ts';
import { sortComparator } from '../query/sort.ts';

const arr = (name: string, v: Value | undefined, code = 28689): Value[] => (Array.isArray(v) ? v : fail(code, `The argument to ${name} must be an array, but was of type: ${typeName(v)}`));

function distinctOf(by: Order, list: Value[]): Map<string, Value> {
  const out = new Map<string, Value>();
  for (const v of list) {
    const k = by.identity(v);
    if (!out.has(k)) out.set(k, v);
  }
  return out;
}

/** $map and $filter: evaluates `in` or `cond` for each element under its name. */
function each(name: string, body: string, optional: string[], finish: (list: Value[], results: (Value | undefined)[], limit: Value | undefined) => Value): Maker {
  return (arg) => {
    const s = namedSpec(name, ['input', body], optional, arg);
    const input = compileExpression(s.get('input')!);
    const run = compileExpression(s.get(body)!);
    const limit = s.has('limit') ? compileExpression(s.get('limit')!) : undefined;
    const as = (s.get('as') as string | undefined) ?? 'this';
    return (d, vars) => {
      const list = input(d, vars);
      if (isNullish(list)) return null;
      const inner: Vars = new Map(vars);
      const results = arr(name, list, name === '$map' ? 16883 : 28651).map((e) => {
        inner.set(as, e);
        return run(d, inner);
      });
      return finish(list as Value[], results, limit?.(d, vars));
    };
  };
}

function reduce(arg: Value): Expr {
  const s = namedSpec('$reduce', ['input', 'initialValue', 'in'], [], arg);
  const [input, start, body] = ['input', 'initialValue', 'in'].map((k) => compileExpression(s.get(k)!)) as [Expr, Expr, Expr];
  return (d, vars) => {
    const list = input(d, vars);
    if (isNullish(list)) return null;
    const inner: Vars = new Map(vars);
    let value = start(d, vars);
    for (const e of arr('$reduce', list, 40080)) {
      inner.set('this', e);
      inner.set('value', value);
      value = body(d, inner);
    }
    return value;
  };
}

function slice(a: Value, b: Value, c?: Value): Value {
  const list = arr('$slice', a, 28724);
  const n = toInteger(b) ?? fail(28726, '$slice needs a whole number');
  if (c === undefined) return n < 0 ? list.slice(n) : list.slice(0, n);
  const count = toInteger(c) ?? fail(28728, '$slice needs a whole number');
  if (count <= 0) fail(28729, 'Third argument to $slice must be positive');
  const from = n < 0 ? Math.max(0, list.length + n) : n;
  return list.slice(from, from + count);
}

function range(a: Value | undefined, b: Value | undefined, c?: Value): Value {
  const [start, end, step] = [a, b, c === undefined ? int(1) : c].map((v) => toInteger(v) ?? fail(34443, '$range requires whole numbers')) as [number, number, number];
  if (step === 0) fail(34449, '$range requires a non-zero step value');
  const n = Math.max(0, Math.ceil((end - start) / step));
  if (n > 5_000_000) fail(146, '$range would use too much memory');
  return Array.from({ length: n }, (_, i) => int(start + i * step));
}

function elementAt(a: Value, i: Value): Value | undefined {
  const list = arr('$arrayElemAt', a);
  const n = toInteger(i) ?? fail(28691, '$arrayElemAt needs a whole number');
  return list.at(n < 0 ? n : n);
}

function zip(a: Record<string, Value | undefined>): Value {
  const inputs = arr('$zip', a.inputs, 34461);
  if (inputs.some(isNullish)) return null;
  const lists = inputs.map((x) => arr('$zip', x, 34468));
  const lengths = lists.map((l) => l.length);
  const n = a.useLongestLength === true ? Math.max(0, ...lengths) : Math.min(...lengths);
  const defaults = Array.isArray(a.defaults) ? a.defaults : [];
  return Array.from({ length: n }, (_, i) => lists.map((l, k) => l[i] ?? defaults[k] ?? null));
}

function sortArray(arg: Value): Expr {
  const s = namedSpec('$sortArray', ['input', 'sortBy'], [], arg);
  const input = compileExpression(s.get('input')!);
  const by = s.get('sortBy')!;
  const { compare } = order();
  const ranking = isDoc(by) ? sortComparator(by) : (x: Value, y: Value) => compare(x, y) * Math.sign(toNumber(by));
  return (d, v) => {
    const list = input(d, v);
    return isNullish(list) ? null : [...arr('$sortArray', list, 2942504)].sort(ranking);
  };
}

function arrayToObject(v: Value): Value {
  const out: Doc = new Map();
  for (const e of arr('$arrayToObject', v, 40386)) {
    const [k, x] = Array.isArray(e) ? e : isDoc(e) ? [e.get('k'), e.get('v')] : [];
    if (typeof k !== 'string' || x === undefined) return fail(40392, '$arrayToObject requires an array of [key, value] or of { k, v } documents');
    out.set(k, x);
  }
  return out;
}

const nOf = (name: string, v: Value | undefined): number => {
  const n = toInteger(v);
  return n !== undefined && n > 0 ? n : fail(5787908, `'n' must be greater than 0, found ${n} in ${name}`);
};

const setOp = (name: string, run: (sets: Map<string, Value>[], by: Order) => Value): Maker => comparing((by) => strict(name, 0, Infinity, (...a) => run(a.map((v) => distinctOf(by, arr(name, v, 17043))), by)));
const ends = (name: string, take: (l: Value[]) => Value | undefined): Maker => strict(name, 1, 1, (v) => take(arr(name, v)));
const manyEnds = (name: string, take: (l: Value[], n: number) => Value): Maker => named(name, ['input', 'n'], [], ({ input, n }) => take(arr(name, input, 5788200), nOf(name, n)));

/** Array and set operators. Sets come out in the order of first appearance. */
export const ARRAYS: Record<string, Maker> = {
  $size: fn('$size', 1, 1, (v) => int(arr('$size', v, 17124).length)),
  $isArray: fn('$isArray', 1, 1, (v) => Array.isArray(v)),
  $arrayElemAt: strict('$arrayElemAt', 2, 2, elementAt as (...a: Value[]) => Value | undefined),
  $first: ends('$first', (l) => l[0]),
  $last: ends('$last', (l) => l.at(-1)),
  $firstN: manyEnds('$firstN', (l, n) => l.slice(0, n)),
  $lastN: manyEnds('$lastN', (l, n) => l.slice(-n)),
  $maxN: comparing((by) => manyEnds('$maxN', (l, n) => l.filter((x) => !isNullish(x)).sort((a, b) => by.compare(b, a)).slice(0, n))),
  $minN: comparing((by) => manyEnds('$minN', (l, n) => l.filter((x) => !isNullish(x)).sort((a, b) => by.compare(a, b)).slice(0, n))),
  $concatArrays: strict('$concatArrays', 0, Infinity, (...a) => a.flatMap((v) => arr('$concatArrays', v, 28664))),
  $in: comparing((by) => fn('$in', 2, 2, (v, l) => arr('$in', l, 40081).some((x) => by.equal(x, v)))),
  $indexOfArray: comparing((by) => fn('$indexOfArray', 2, 4, (l, v, s, e) => {
    if (isNullish(l)) return null;
    const list = arr('$indexOfArray', l, 40090).slice(0, e === undefined ? undefined : toNumber(e));
    const from = s === undefined ? 0 : toNumber(s);
    return int(list.findIndex((x, i) => i >= from && by.equal(x, v)));
  })),
  $map: each('$map', 'in', ['as'], (_, results) => results.map((x) => x ?? null)),
  $filter: each('$filter', 'cond', ['as', 'limit'], (list, results, limit) => list.filter((_, i) => truthy(results[i])).slice(0, isNullish(limit) ? undefined : nOf('$filter', limit))),
  $reduce: reduce,
  $slice: strict('$slice', 2, 3, slice as (...a: Value[]) => Value),
  $range: fn('$range', 2, 3, range),
  $reverseArray: strict('$reverseArray', 1, 1, (v) => [...arr('$reverseArray', v, 34435)].reverse()),
  $zip: named('$zip', ['inputs'], ['useLongestLength', 'defaults'], zip),
  $sortArray: sortArray,
  $arrayToObject: strict('$arrayToObject', 1, 1, arrayToObject),
  $objectToArray: strict('$objectToArray', 1, 1, (v) => (isDoc(v) ? [...v].map(([k, x]) => doc({ k, v: x })) : fail(40390, `$objectToArray requires a document input, found: ${typeName(v)}`))),
  $setUnion: setOp('$setUnion', (sets, by) => [...distinctOf(by, sets.flatMap((s) => [...s.values()])).values()]),
  $setIntersection: setOp('$setIntersection', ([first = new Map<string, Value>(), ...rest]) => [...first].filter(([k]) => rest.every((s) => s.has(k))).map(([, v]) => v)),
  $setDifference: comparing((by) => strict('$setDifference', 2, 2, (a, b) => {
    const not = distinctOf(by, arr('$setDifference', b, 17049));
    return [...distinctOf(by, arr('$setDifference', a, 17048))].filter(([k]) => !not.has(k)).map(([, v]) => v);
  })),
  $setEquals: comparing((by) => fn('$setEquals', 2, Infinity, (...a) => {
    const sets = a.map((v) => distinctOf(by, arr('$setEquals', v, 17044)));
    return sets.every((s) => s.size === sets[0]!.size && [...s.keys()].every((k) => sets[0]!.has(k)));
  })),
  $setIsSubset: comparing((by) => fn('$setIsSubset', 2, 2, (a, b) => {
    const set = distinctOf(by, arr('$setIsSubset', b, 17042));
    return [...distinctOf(by, arr('$setIsSubset', a, 17046)).keys()].every((k) => set.has(k));
  })),
  $anyElementTrue: fn('$anyElementTrue', 1, 1, (v) => arr('$anyElementTrue', v, 17041).some(truthy)),
  $allElementsTrue: fn('$allElementsTrue', 1, 1, (v) => arr('$allElementsTrue', v, 17040).every(truthy)),
  $isNumber: fn('$isNumber', 1, 1, (v) => isNumber(v)),
};
