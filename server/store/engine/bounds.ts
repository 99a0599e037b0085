import { keyString, MAX_KEY, typeByte } from '../bson/keystring.ts';
import { BSONRegExp, isDoc, isNullish, isNumber, MaxKey, MinKey, toNumber, Undefined, UNDEFINED } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';
import type { Leaf, Node } from '../query/filter.ts';
import { isIndex } from '../query/path.ts';
import { literalPrefix } from '../query/regex.ts';

/** One end of an interval: these bytes, or just after everything that begins with them. */
export interface End { bytes: Buffer; after: boolean }
/** Keys of one field from `lo` to `hi`, in ascending encoding. */
export interface Interval { lo: End; hi: End; point: boolean }
/** What a filter says about one path; `group` is the $elemMatch it stands in, if any. */
export interface Predicate { path: string; intervals: Interval[]; nullable: boolean; group: object | undefined; leaf: Leaf }

const end = (bytes: Buffer, after: boolean): End => ({ bytes, after });
const typeEnd = (v: Value, after: boolean): End => end(Buffer.from([typeByte(v)]), after);
const encoded = (v: Value): Buffer => keyString([v], [1]);

/** Order of two ends of intervals. */
export function compareEnds(a: End, b: End): number {
  const n = Math.min(a.bytes.length, b.bytes.length);
  const c = a.bytes.compare(b.bytes, 0, n, 0, n);
  if (c) return c;
  if (a.bytes.length === b.bytes.length) return Number(a.after) - Number(b.after);
  return a.bytes.length < b.bytes.length ? (a.after ? 1 : -1) : b.after ? -1 : 1;
}

const rangeable = (v: Value): boolean => !(Array.isArray(v) || isDoc(v) || isNullish(v) || v instanceof MinKey || v instanceof MaxKey || v instanceof BSONRegExp || (isNumber(v) && Number.isNaN(toNumber(v))));

function equalTo(v: Value): Interval | undefined {
  if (v === null) return { lo: typeEnd(UNDEFINED, false), hi: typeEnd(null, true), point: false };
  if (Array.isArray(v) || v instanceof Undefined) return undefined;
  const bytes = encoded(v);
  return { lo: end(bytes, false), hi: end(bytes, true), point: bytes.length <= MAX_KEY };
}

/** Intervals of a leaf; undefined when an index cannot help. */
export function intervalsOf(leaf: Leaf): Interval[] | undefined {
  const v = leaf.value;
  switch (leaf.op) {
    case 'eq': {
      const one = equalTo(v);
      return one && [one];
    }
    case 'in': {
      const list = (v as Value[]).map((x) => (x instanceof BSONRegExp ? undefined : equalTo(x)));
      return list.every((x) => x !== undefined) ? normalized(list) : undefined;
    }
    case 'gt': return rangeable(v) ? [{ lo: end(encoded(v), true), hi: typeEnd(v, true), point: false }] : undefined;
    case 'gte': return rangeable(v) ? [{ lo: end(encoded(v), false), hi: typeEnd(v, true), point: false }] : undefined;
    case 'lt': return rangeable(v) ? [{ lo: typeEnd(v, false), hi: end(encoded(v), false), point: false }] : undefined;
    case 'lte': return rangeable(v) ? [{ lo: typeEnd(v, false), hi: end(encoded(v), true), point: false }] : undefined;
    case 'regex': {
      const prefix = literalPrefix(v as BSONRegExp);
      if (!prefix) return undefined;
      const bytes = encoded(prefix).subarray(0, -2);
      return [{ lo: end(bytes, false), hi: end(bytes, true), point: false }, { lo: typeEnd(v, false), hi: typeEnd(v, true), point: false }];
    }
    default: return undefined;
  }
}

/** Sorts intervals and merges those that touch. */
export function normalized(list: Interval[]): Interval[] {
  const sorted = [...list].sort((a, b) => compareEnds(a.lo, b.lo));
  const out: Interval[] = [];
  for (const i of sorted) {
    const before = out.at(-1);
    if (before && compareEnds(i.lo, before.hi) <= 0) {
      if (compareEnds(i.hi, before.hi) > 0) before.hi = i.hi;
      before.point = before.point && compareEnds(before.lo, i.lo) === 0 && i.point;
    } else out.push({ ...i });
  }
  return out;
}

/** What two lists of intervals have in common. */
export function intersect(a: Interval[], b: Interval[]): Interval[] {
  const out: Interval[] = [];
  for (const x of a) {
    for (const y of b) {
      const lo = compareEnds(x.lo, y.lo) >= 0 ? x.lo : y.lo;
      const hi = compareEnds(x.hi, y.hi) <= 0 ? x.hi : y.hi;
      if (compareEnds(lo, hi) < 0) out.push({ lo, hi, point: x.point || y.point });
    }
  }
  return out;
}

/** The same interval for a descending field. */
export function descending(i: Interval): Interval {
  const flip = (e: End): End => ({ bytes: Buffer.from(e.bytes.map((b) => ~b & 0xff)), after: !e.after });
  return { lo: flip(i.hi), hi: flip(i.lo), point: i.point };
}

/** Collects the predicates that every matching document must satisfy. */
export function predicates(node: Node, out: Predicate[] = [], prefix = '', group?: object): Predicate[] {
  if (node.kind === 'and') for (const n of node.nodes) predicates(n, out, prefix, group);
  if (node.kind === 'or' && node.nodes.length === 1) predicates(node.nodes[0]!, out, prefix, group);
  if (node.kind !== 'leaf') return out;
  const path = prefix && node.path ? `${prefix}.${node.path}` : prefix || node.path;
  if (path.split('.').some(isIndex)) return out;
  if (node.op === 'elemMatch' || node.op === 'elemValue') {
    if (!group) predicates(node.node!, out, path, node);
    return out;
  }
  const intervals = intervalsOf(node);
  const nullable = (node.op === 'eq' && node.value === null) || (node.op === 'in' && (node.value as Value[]).includes(null));
  if (intervals) out.push({ path, intervals, nullable, group, leaf: node });
  return out;
}
