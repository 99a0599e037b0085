import { fail } from '../errors.ts';
import type { Order } from '../bson/collate.ts';
import { compare, equal } from '../bson/order.ts';
import { BSONSymbol, isDoc, isNullish, isNumber, toNumber } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Leaf, Node } from '../query/filter.ts';
import { leafTest } from '../query/match.ts';
import type { SortField } from '../query/sort.ts';
import { descending, intersect, predicates } from './bounds.ts';
import type { End, Interval, Predicate } from './bounds.ts';
import type { Collection, Index } from './catalog.ts';
import { bound } from './keys.ts';
import { MAX_KEY } from '../bson/keystring.ts';

/** Keys from `start` to `end`, both included. */
export interface Range { start: Buffer; end: Buffer }
/** How documents are found. The filter is always applied again to each. */
export type Plan =
  | { kind: 'collection'; reverse: boolean; sorted: boolean }
  | { kind: 'index'; index: Index; ranges: Range[]; reverse: boolean; sorted: boolean; score: number; bounded: boolean; covers: boolean }
  | { kind: 'or'; plans: Plan[]; sorted: false };

const MAX_RANGES = 2000;

/**
 * Chooses how to find the documents of a filter, in the order of a sort if an index gives it. Indexes are kept in BSON's own
 * order: with a collation they bound no strings, sort nothing, and partial ones are left alone.
 */
export function plan(c: Collection, node: Node, sort: SortField[], hint: Value | undefined, by: Order): Plan {
  const natural = naturalDirection(sort, hint);
  if (natural) return { kind: 'collection', reverse: natural < 0, sorted: !sort.length || sort[0]!.path === '$natural' };
  const preds = predicates(node).filter((p) => by.simple || uncollated(p.leaf));
  if (!isNullish(hint)) {
    const index = hinted(c, hint);
    return candidate(index, preds, sort, node, true, by)!;
  }
  let best: Plan & { kind: 'index' } | undefined;
  for (const index of c.indexes) {
    if (!index.ready || index.hidden) continue;
    if (index.partial && !by.simple) continue;
    const p = candidate(index, preds, sort, node, false, by);
    if (p && (!best || p.score > best.score)) best = p;
  }
  if (best?.bounded) return best;
  const or = orPlan(c, node, by);
  if (or && !best?.sorted) return or;
  return best ?? or ?? { kind: 'collection', reverse: false, sorted: sort.length === 0 };
}

function naturalDirection(sort: SortField[], hint: Value | undefined): number | undefined {
  if (sort.length === 1 && sort[0]!.path === '$natural') return sort[0]!.direction;
  return isDoc(hint) && hint.has('$natural') ? toNumber(hint.get('$natural')) : undefined;
}

/** The index a hint names. */
export function hinted(c: Collection, hint: Value): Index {
  const found = c.indexes.find((i) => i.ready && (typeof hint === 'string' ? i.name === hint : isDoc(hint) && sameKey(i.spec.get('key') as Doc, hint)));
  return found ?? fail(2, 'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index');
}

/** True when two key patterns are the same, order included. */
export const sameKey = (a: Doc, b: Doc): boolean => equal(a, b);

function orPlan(c: Collection, node: Node, by: Order): Plan | undefined {
  const ors = node.kind === 'or' ? [node] : node.kind === 'and' ? node.nodes.filter((n) => n.kind === 'or') : [];
  for (const or of ors) {
    const plans = (or as { nodes: Node[] }).nodes.map((n) => plan(c, n, [], undefined, by));
    if (plans.every((p) => p.kind === 'or' || (p.kind === 'index' && p.bounded))) return { kind: 'or', plans, sorted: false };
  }
  return undefined;
}

/** An index as a plan, if it can be used: bounds on its leading fields, or its order. */
function candidate(index: Index, preds: Predicate[], sort: SortField[], node: Node, forced: boolean, by: Order): (Plan & { kind: 'index' }) | undefined {
  if (!forced && index.partial && !implies(node, index.partial.node)) return undefined;
  const fields = fieldBounds(index, preds);
  const sound = fields.some((f) => !f.nullable);
  if (!forced && index.sparse && !sound) return undefined;
  const order = sort.length && by.simple ? orderOf(index, fields.map((f) => f.intervals), sort) : 0;
  if (!forced && !fields.length && !order) return undefined;
  const points = fields.filter((f) => f.intervals.every((i) => i.point)).length;
  const exact = index.unique && points === index.names.length;
  const score = (exact ? 1000 : 0) + points * 10 + (fields.length > points ? 5 : 0) + (order ? 3 : 0) - index.names.length * 0.01;
  return { kind: 'index', index, ranges: rangesOf(index, fields.map((f) => f.intervals)), reverse: order < 0, sorted: sort.length === 0 || order !== 0, score, bounded: fields.length > 0, covers: coversExactly(index, preds, fields.length, node) };
}

/** True for a predicate that a collation says nothing about: regular expressions, and values without strings in them. */
function uncollated(leaf: Leaf): boolean {
  if (leaf.op === 'regex') return true;
  const plain = (v: Value): boolean => typeof v !== 'string' && !(v instanceof BSONSymbol) && !isDoc(v) && !Array.isArray(v);
  return leaf.op === 'in' ? (leaf.value as Value[]).every(plain) : plain(leaf.value);
}

/** True when the keys in range are exactly the matching documents, so that counting needs no document. */
function coversExactly(index: Index, preds: Predicate[], used: number, node: Node): boolean {
  const all = node.kind === 'leaf' || node.kind === 'and' ? conditions(node) : [];
  if (!used || index.isId || index.truncated || index.multikey.some(Boolean) || all.length !== preds.length) return false;
  return preds.every(({ path, leaf, nullable, group }) => {
    if (nullable || group || leaf.op === 'regex' || !index.names.slice(0, used).includes(path)) return false;
    if (!leaf.op.startsWith('lt') || !isNumber(leaf.value)) return true;
    return preds.some((p) => p.path === path && p.leaf.op.startsWith('gt'));
  });
}

/** What must all hold, however deep it is nested: one that no key tells must not go uncounted. */
const conditions = (node: Node): Node[] => (node.kind === 'and' ? node.nodes.flatMap(conditions) : [node]);

/** Bounds of the leading fields, up to the first that has none or is a range. */
function fieldBounds(index: Index, preds: Predicate[]): { intervals: Interval[]; nullable: boolean }[] {
  const out: { intervals: Interval[]; nullable: boolean }[] = [];
  let group: object | undefined;
  let total = 1;
  for (let k = 0; k < index.names.length; k++) {
    const own = preds.filter((p) => p.path === index.names[k]);
    if (!own.length) break;
    const shared = index.multikey[k] && index.names.slice(0, k).some((n, j) => index.multikey[j] && n.split('.')[0] === index.names[k]!.split('.')[0]);
    const usable = shared ? own.filter((p) => p.group && p.group === group) : own;
    if (!usable.length) break;
    const chosen = combine(usable, index.multikey[k] === true);
    if (total * Math.max(1, chosen.intervals.length) > MAX_RANGES && k > 0) break;
    total *= Math.max(1, chosen.intervals.length);
    group ??= chosen.group;
    out.push(chosen);
    if (!chosen.intervals.every((i) => i.point)) break;
  }
  return out;
}

/** Intersects all predicates on a path; with arrays only those about the same element. */
function combine(preds: Predicate[], multikey: boolean): { intervals: Interval[]; nullable: boolean; group: object | undefined } {
  const points = (p: Predicate): number => (p.intervals.every((i) => i.point) ? p.intervals.length : 1e9);
  const [first, ...rest] = [...preds].sort((a, b) => points(a) - points(b)) as [Predicate, ...Predicate[]];
  let intervals = first.intervals;
  let nullable = first.nullable;
  for (const p of rest) {
    if (multikey && (!p.group || p.group !== first.group)) continue;
    intervals = intersect(intervals, p.intervals);
    nullable &&= p.nullable;
  }
  return { intervals, nullable, group: first.group };
}

/** 1 or -1 when reading the index forwards or backwards gives the sort, 0 when it does not. */
function orderOf(index: Index, bounds: Interval[][], sort: SortField[]): number {
  if (index.truncated || index.multikey.some(Boolean)) return 0;
  let at = 0;
  let way = 0;
  for (let k = 0; k < index.names.length && at < sort.length; k++) {
    const s = sort[at]!;
    if (s.path === index.names[k]) {
      const w = s.direction * index.directions[k]!;
      if (way && w !== way) return 0;
      way = w;
      at++;
    } else if (!(bounds[k]?.length === 1 && bounds[k]![0]!.point)) return 0;
  }
  return at === sort.length ? way : 0;
}

function rangesOf(index: Index, bounds: Interval[][]): Range[] {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  const last = bounds.length - 1;
  if (last < 0) return [{ start: bound(index.id, Buffer.alloc(0), false), end: bound(index.id, Buffer.from([0xff]), true) }];
  const out: Range[] = [];
  bounds.forEach((list, k) => {
    const mine = index.directions[k]! < 0 ? list.map(descending).reverse() : list;
    if (k < last) prefixes = prefixes.flatMap((p) => mine.map((i) => Buffer.concat([p, i.lo.bytes])));
    else for (const p of prefixes) for (const i of mine) out.push({ start: ending(index.id, p, i.lo, false), end: ending(index.id, p, i.hi, true) });
  });
  return out;
}

/** A bound, cut where stored keys are cut: a lower one before, an upper one after all keys that share the beginning. */
function ending(id: number, prefix: Buffer, e: End, upper: boolean): Buffer {
  const key = Buffer.concat([prefix, e.bytes]);
  return key.length <= MAX_KEY ? bound(id, key, e.after) : bound(id, key.subarray(0, MAX_KEY), upper);
}

/** True when every document the filter matches is in a partial index. */
function implies(node: Node, partial: Node): boolean {
  if (partial.kind === 'and') return partial.nodes.every((n) => implies(node, n));
  if (partial.kind === 'or') return partial.nodes.some((n) => implies(node, n));
  if (partial.kind !== 'leaf') return false;
  return leaves(node).some((l) => l.path === partial.path && leafImplies(l, partial));
}

function leaves(node: Node): Leaf[] {
  if (node.kind === 'and') return node.nodes.flatMap(leaves);
  return node.kind === 'leaf' ? [node] : [];
}

const RANGE = ['gt', 'gte', 'lt', 'lte'];

function leafImplies(q: Leaf, p: Leaf): boolean {
  if (q.op === p.op && !['elemMatch', 'elemValue'].includes(q.op) && compare(q.value, p.value) === 0) return true;
  const scalar = (v: Value): boolean => !isNullish(v) && !Array.isArray(v);
  const values = q.op === 'eq' ? [q.value] : q.op === 'in' ? (q.value as Value[]) : undefined;
  if (p.op === 'exists') return values ? values.every(scalar) : RANGE.includes(q.op) && scalar(q.value);
  if (values && [...RANGE, 'eq', 'in', 'type', 'regex'].includes(p.op)) {
    const test = leafTest(p);
    return values.length > 0 && values.every((v) => scalar(v) && test(v));
  }
  if (!RANGE.includes(q.op) || !RANGE.includes(p.op) || q.op[0] !== p.op[0]) return false;
  const inclusive = (op: string): boolean => op.endsWith('e');
  const c = compare(q.value, p.value) * (p.op[0] === 'g' ? 1 : -1);
  return leafTest({ ...p, op: `${p.op[0]}te` })(q.value) && (c > 0 || (c === 0 && (inclusive(p.op) || !inclusive(q.op))));
}
