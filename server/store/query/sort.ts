import { fail } from '../errors.ts';
import { order } from '../bson/collate.ts';
import type { Order } from '../bson/collate.ts';
import { isDoc, isNumber, toNumber, typeName, UNDEFINED } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { visit } from './path.ts';

/** One field of a sort. */
export interface SortField { path: string; parts: string[]; direction: 1 | -1; by: Order }

/** Reads a sort document. */
export function parseSort(sort: Doc): SortField[] {
  const by = order();
  return [...sort].map(([path, v]) => {
    if (isDoc(v)) return fail(v.has('$meta') ? 115 : 15974, v.has('$meta') ? 'sort by $meta is not supported' : 'Illegal key in $sort specification');
    const n = isNumber(v) ? toNumber(v) : NaN;
    if (n !== 1 && n !== -1) return fail(15974, `Illegal key in $sort specification: ${path}: ${typeName(v)}`);
    if (path === '' || path.split('.').includes('')) return fail(15998, 'FieldPath field names may not be empty strings.');
    if (path.split('.').some((p) => p.startsWith('$'))) return fail(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
    return { path, parts: path.split('.'), direction: n, by };
  });
}

/** The value a document is sorted by: of an array the least (ascending) or greatest (descending) element. */
export function sortKey(d: Value, f: SortField): Value {
  let best: Value | undefined;
  visit(d, f.parts, 0, true, (v) => {
    if (Array.isArray(v) && v.length) return false;
    const x: Value = v === undefined ? null : Array.isArray(v) ? UNDEFINED : v;
    if (best === undefined || f.by.compare(x, best) * f.direction < 0) best = x;
    return false;
  });
  return best ?? null;
}

/** Compares two rows of sort keys. */
export function compareKeys(a: Value[], b: Value[], fields: SortField[]): number {
  for (let i = 0; i < fields.length; i++) {
    const f = fields[i]!;
    const c = f.by.compare(a[i], b[i]);
    if (c) return c * f.direction;
  }
  return 0;
}

/** A comparator of documents for a sort document. */
export function sortComparator(sort: Doc): (a: Value, b: Value) => number {
  const fields = parseSort(sort);
  return (a, b) => compareKeys(fields.map((f) => sortKey(a, f)), fields.map((f) => sortKey(b, f)), fields);
}
