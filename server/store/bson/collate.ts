import { identity } from './keystring.ts';
import { compare, compareBy, equal } from './order.ts';
import type { Doc, Value } from './value.ts';

/** How a statement compares values: BSON's order, strings by their bytes or by a collation. */
export interface Order {
  /** True for the order that indexes are kept in. */
  simple: boolean;
  compare(a: Value | undefined, b: Value | undefined): number;
  equal(a: Value | undefined, b: Value | undefined): boolean;
  /** A string that is the same for values that are equal: the key of groups and sets. */
  identity(v: Value | undefined): string;
}

/** BSON's own order. */
export const SIMPLE: Order = { simple: true, compare, equal, identity };

let current: Order = SIMPLE;

/** The order of the statement being compiled. Compiled parts keep it: at run time no order is in force. */
export const order = (): Order => current;

/** Compiles, synchronously, what is to compare by an order. */
export function ordered<T>(by: Order, compile: () => T): T {
  const before = current;
  current = by;
  try {
    return compile();
  } finally {
    current = before;
  }
}

/** An order of one statement whose strings, wherever they stand in a value, compare by `strings`; field names do not. */
export function collated(strings: (a: string, b: string) => number): Order {
  const by = (a: Value | undefined, b: Value | undefined): number => compareBy(strings, a, b);
  const folded = new Folder(strings);
  return { simple: false, compare: by, equal: (a, b) => by(a, b) === 0, identity: (v) => identity(fold(v, folded)) };
}

/** Where a value is or would be in a sorted list. */
export function placeOf<T>(sorted: T[], v: T, compare: (a: T, b: T) => number): number {
  let [lo, hi] = [0, sorted.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (compare(sorted[mid]!, v) < 0) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** How many strings are remembered with what represents them; beyond that they are looked up again. */
const REMEMBERED = 50_000;

/** Represents each string by the first met that is equal to it: there is no sort key to be had from Intl. */
class Folder {
  private known = new Map<string, string>();
  private sorted: string[] = [];
  private strings: (a: string, b: string) => number;

  constructor(strings: (a: string, b: string) => number) {
    this.strings = strings;
  }

  of(s: string): string {
    const known = this.known.get(s);
    if (known !== undefined) return known;
    const lo = placeOf(this.sorted, s, this.strings);
    const there = this.sorted[lo];
    const found = there !== undefined && this.strings(there, s) === 0 ? there : s;
    if (found === s) this.sorted.splice(lo, 0, s);
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(s, found);
    return found;
  }
}

function fold<T extends Value | undefined>(v: T, by: Folder): Value | T {
  if (typeof v === 'string') return by.of(v);
  if (Array.isArray(v)) return v.map((x) => fold(x, by));
  if (v instanceof Map) return new Map([...(v as Doc)].map(([k, x]) => [k, fold(x, by)]));
  return v;
}
