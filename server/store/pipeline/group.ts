import { fail } from '../errors.ts';
import { order } from '../bson/collate.ts';
import type { Order } from '../bson/collate.ts';
import { divide, Sum } from '../bson/numeric.ts';
import { Int32, isDoc, isNullish, isNumber, toInteger, toNumber } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { deviation } from '../expression/arithmetic.ts';
import { compileExpression } from '../expression/compile.ts';
import type { Expr, Vars } from '../expression/compile.ts';
import { sortComparator } from '../query/sort.ts';

/** A running accumulator of one group. */
interface Running { add(v: Value | undefined, d: Doc, vars: Vars): void; result(): Value; size?: number }
type Start = () => Running;
/** Accumulators that compare do so by the order of their statement. */
type Kind = (by: Order) => Start;

const opaque = (list: Value[], finish: (l: Value[]) => Value = (l) => l): Running => {
  const r: Running = { size: 0, add: (v) => { if (v !== undefined) { list.push(v); r.size! += weigh(v); } }, result: () => finish(list) };
  return r;
};

/** Rough memory of a value. */
export function weigh(v: Value): number {
  if (typeof v === 'string') return 32 + v.length * 2;
  if (Array.isArray(v)) return v.reduce<number>((n, x) => n + weigh(x), 32);
  if (isDoc(v)) { let n = 64; for (const [k, x] of v) n += k.length + weigh(x) + 32; return n; }
  return 32;
}

const sum: Start = () => { const s = new Sum(); return { add: (v) => { if (isNumber(v)) s.add(v); }, result: () => s.value() }; };
const avg: Start = () => { const s = new Sum(); let n = 0; return { add: (v) => { if (isNumber(v)) { s.add(v); n++; } }, result: () => (n ? divide(s.value(), n) : null) }; };
const extreme = (sign: number): Kind => (by) => () => {
  let best: Value | undefined;
  return { add: (v) => { if (!isNullish(v) && (best === undefined || by.compare(v, best) * sign > 0)) best = v; }, result: () => best ?? null };
};
const first: Start = () => { let v: Value | undefined; let seen = false; return { add: (x) => { if (!seen) { v = x; seen = true; } }, result: () => v ?? null }; };
const last: Start = () => { let v: Value | undefined; return { add: (x) => { v = x; }, result: () => v ?? null }; };
const addToSet: Kind = (by) => () => {
  const set = new Map<string, Value>();
  const r: Running = { size: 0, add: (v) => { if (v === undefined) return; const k = by.identity(v); if (!set.has(k)) { set.set(k, v); r.size! += weigh(v) + k.length; } }, result: () => [...set.values()] };
  return r;
};
const merge: Start = () => {
  const out: Doc = new Map();
  return { add: (v) => { if (isNullish(v)) return; if (!isDoc(v)) fail(40400, '$mergeObjects requires object inputs'); for (const [k, x] of v as Doc) out.set(k, x); }, result: () => out };
};

const SIMPLE: Record<string, Kind> = {
  $sum: () => sum, $avg: () => avg, $min: extreme(-1), $max: extreme(1), $first: () => first, $last: () => last, $addToSet: addToSet, $mergeObjects: () => merge,
  $push: () => () => opaque([]), $stdDevPop: () => () => opaque([], (l) => deviation(l, false)), $stdDevSamp: () => () => opaque([], (l) => deviation(l, true)),
};

const N_KINDS: Record<string, (l: Value[], n: number, by: Order) => Value[]> = {
  $firstN: (l, n) => l.slice(0, n), $lastN: (l, n) => l.slice(-n),
  $minN: (l, n, by) => l.filter((x) => !isNullish(x)).sort(by.compare).slice(0, n), $maxN: (l, n, by) => l.filter((x) => !isNullish(x)).sort((a, b) => by.compare(b, a)).slice(0, n),
};

/** One output field of a group. */
export interface Accumulator { name: string; expr: Expr; start: Start }

/** Compiles an accumulator expression such as { $sum: "$x" }. */
export function compileAccumulator(name: string, v: Value): Accumulator {
  if (name.includes('.')) fail(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) fail(40236, `The field name '${name}' cannot be an operator name`);
  if (!isDoc(v) || !v.size) return fail(40234, `The field '${name}' must be an accumulator object`);
  if (v.size !== 1) fail(40238, `The field '${name}' must specify one accumulator`);
  const [op, arg] = [...v][0]!;
  if (op === '$count') return { name, expr: () => new Int32(1), start: sum };
  if (Object.hasOwn(SIMPLE, op)) {
    if (Array.isArray(arg) && !['$push', '$addToSet', '$first', '$last', '$min', '$max'].includes(op) && arg.length !== 1) fail(40237, `The ${op} accumulator is a unary operator`);
    return { name, expr: compileExpression(Array.isArray(arg) && arg.length === 1 && op !== '$push' && op !== '$addToSet' ? arg[0]! : arg), start: SIMPLE[op]!(order()) };
  }
  if (op in N_KINDS) return manyOf(name, op, arg);
  if (['$top', '$bottom', '$topN', '$bottomN'].includes(op)) return ranked(name, op, arg);
  return fail(15952, `unknown group operator '${op}'`);
}

function nOf(op: string, v: Value | undefined): number {
  const n = toInteger(v === undefined ? undefined : compileExpression(v)(new Map(), new Map()));
  return n !== undefined && n > 0 ? n : fail(5787908, `'n' must be greater than 0 in ${op}`);
}

function manyOf(name: string, op: string, arg: Value): Accumulator {
  if (!isDoc(arg)) return fail(5787900, `specification must be an object; found ${op}`);
  const n = nOf(op, arg.get('n'));
  const expr = compileExpression(arg.get('input') ?? fail(5787901, `${op} requires an input field`));
  const by = order();
  return { name, expr: (d, v) => expr(d, v) ?? null, start: () => opaque([], (l) => N_KINDS[op]!(l, n, by)) };
}

function ranked(name: string, op: string, arg: Value): Accumulator {
  if (!isDoc(arg) || !isDoc(arg.get('sortBy'))) return fail(5788001, `${op} requires sortBy and output`);
  const ranking = sortComparator(arg.get('sortBy') as Doc);
  const output = compileExpression(arg.get('output') ?? fail(5788002, `${op} requires an output field`));
  const n = op.endsWith('N') ? nOf(op, arg.get('n')) : 1;
  const start: Start = () => {
    const rows: { d: Doc; v: Value }[] = [];
    const r: Running = {
      size: 0,
      add: (_, d, vars) => { const v = output(d, vars) ?? null; rows.push({ d, v }); r.size! += weigh(d); },
      result: () => {
        rows.sort((a, b) => ranking(a.d, b.d));
        const cut = (op.startsWith('$top') ? rows.slice(0, n) : rows.slice(-n)).map((x) => x.v);
        return op.endsWith('N') ? cut : cut[0] ?? null;
      },
    };
    return r;
  };
  return { name, expr: () => null, start };
}

/** Collects documents into groups; refuses to take more memory than `cap`. */
export class Grouping {
  private groups = new Map<string, { id: Value; running: Running[] }>();
  private size = 0;
  private id: Expr;
  private accumulators: Accumulator[];
  private cap: number;
  private by: Order;

  constructor(id: Expr, accumulators: Accumulator[], cap: number, by: Order) {
    this.by = by;
    this.id = id;
    this.accumulators = accumulators;
    this.cap = cap;
  }

  /** Adds a document to its group. */
  add(d: Doc, vars: Vars): void {
    const id = this.id(d, vars) ?? null;
    const key = this.by.identity(id);
    let g = this.groups.get(key);
    if (!g) {
      g = { id, running: this.accumulators.map((a) => a.start()) };
      this.groups.set(key, g);
      this.size += key.length * 2 + 100 + 60 * this.accumulators.length;
    }
    for (let i = 0; i < g.running.length; i++) {
      const r = g.running[i]!;
      const before = r.size ?? 0;
      r.add(this.accumulators[i]!.expr(d, vars), d, vars);
      this.size += (r.size ?? 0) - before;
    }
    if (this.size > this.cap) fail(292, `PlanExecutor error during aggregation :: caused by :: Exceeded memory limit for $group, but didn't allow external sort.`);
  }

  /** The groups as documents. */
  *results(): Generator<Doc> {
    for (const g of this.groups.values()) {
      const d: Doc = new Map([['_id', g.id]]);
      g.running.forEach((r, i) => d.set(this.accumulators[i]!.name, r.result()));
      yield d;
    }
  }
}

/** A positive whole number of a stage such as $limit. */
export function wholeOf(stage: string, v: Value, min: number, code: number): number {
  const n = isNumber(v) ? toInteger(v) ?? NaN : NaN;
  if (Number.isNaN(n)) fail(code, `invalid argument to ${stage} stage: Expected an integer: ${stage}: ${toNumber(v)}`);
  if (n < min) fail(code, `invalid argument to ${stage} stage: Expected a ${min ? 'positive' : 'non-negative'} number in: ${stage}: ${n}`);
  return n;
}
