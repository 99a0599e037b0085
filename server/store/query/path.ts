import { fail } from '../errors.ts';
import { isDoc, UNDEFINED } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';

/** Sees one candidate of a path; `outer` is the index in the first array passed through, -1 for none. Returns true to stop. */
export type Visit = (v: Value | undefined, outer: number) => boolean;

/** True for "0", "12": a path component that may index an array. */
export const isIndex = (s: string): boolean => /^(0|[1-9]\d{0,8})$/.test(s);

/**
 * Visits every value a query path reaches, as MongoDB does: through the documents inside arrays, and (with `leaf`) each
 * element of an array at the end of the path, then the array itself. Missing paths yield undefined.
 */
export function visit(root: Value | undefined, parts: string[], at: number, leaf: boolean, see: Visit, outer = -1): boolean {
  let v = root;
  let i = at;
  while (i < parts.length && isDoc(v)) v = v.get(parts[i++]!);
  if (!Array.isArray(v)) return see(i < parts.length ? undefined : v, outer);
  if (i === parts.length) {
    if (leaf) for (let k = 0; k < v.length; k++) if (see(v[k]!, outer < 0 ? k : outer)) return true;
    return see(v, outer);
  }
  for (let k = 0; k < v.length; k++) {
    const e = v[k]!;
    if (isDoc(e) && visit(e, parts, i, leaf, see, outer < 0 ? k : outer)) return true;
  }
  if (!isIndex(parts[i]!)) return false;
  const e = v[Number(parts[i])];
  if (e === undefined) return false;
  if (i + 1 === parts.length) {
    if (see(e, outer)) return true;
    if (leaf && Array.isArray(e)) for (let k = 0; k < e.length; k++) if (see(e[k]!, outer < 0 ? k : outer)) return true;
    return false;
  }
  return (isDoc(e) || Array.isArray(e)) && visit(e, parts, i + 1, leaf, see, outer);
}

interface Slot { done: boolean; value: Value | undefined; cur: Value | undefined; parts: string[]; i: number }

/** The values of each index key of a document: one row per key, one column per path. */
export interface KeyRows { rows: (Value | undefined)[][]; multikey: boolean[] }

/** Extracts index keys, expanding at most one array (two side by side are refused with 171). */
export function indexRows(d: Doc, paths: string[][]): KeyRows {
  const multikey = paths.map(() => false);
  const rows: (Value | undefined)[][] = [];
  expand(paths.map((parts) => ({ done: false, value: undefined, cur: d, parts, i: 0 })), multikey, rows);
  return { rows, multikey };
}

function expand(slots: Slot[], multikey: boolean[], rows: (Value | undefined)[][]): void {
  let array: Value[] | undefined;
  const hits: number[] = [];
  slots.forEach((s, n) => {
    if (!advance(s)) return;
    if (array && array !== s.cur) fail(171, `cannot index parallel arrays [${s.parts.join('.')}] [${slots[hits[0]!]!.parts.join('.')}]`);
    array = s.cur as Value[];
    hits.push(n);
    multikey[n] = true;
  });
  if (!array) {
    rows.push(slots.map((s) => s.value));
    return;
  }
  const elements: (Value | undefined)[] = array.length ? array : [UNDEFINED];
  for (const e of elements) {
    const next = slots.map((s) => ({ ...s }));
    for (const n of hits) step(next[n]!, e);
    expand(next, multikey, rows);
  }
}


/** Walks a slot down to its value; true when an array is in the way. */
function advance(s: Slot): boolean {
  while (!s.done) {
    if (Array.isArray(s.cur)) {
      const part = s.parts[s.i];
      if (part === undefined || !isIndex(part) || Number(part) >= s.cur.length) return true;
      s.cur = s.cur[Number(part)];
      s.i++;
    } else if (s.i === s.parts.length) {
      s.done = true;
      s.value = s.cur;
    } else if (isDoc(s.cur)) s.cur = s.cur.get(s.parts[s.i++]!);
    else {
      s.done = true;
      s.value = undefined;
    }
  }
  return false;
}

function step(s: Slot, e: Value | undefined): void {
  if (s.i === s.parts.length) {
    s.done = true;
    s.value = e;
  } else if (isDoc(e)) s.cur = e;
  else {
    s.done = true;
    s.value = undefined;
  }
}

/** The value at a path through documents only; an array on the way ends it. */
export function plainGet(d: Doc, parts: string[]): Value | undefined {
  let v: Value | undefined = d;
  for (const p of parts) {
    if (!isDoc(v)) return undefined;
    v = v.get(p);
  }
  return v;
}
