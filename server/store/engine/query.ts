import { fail } from '../errors.ts';
import { ordered, SIMPLE } from '../bson/collate.ts';
import type { Order } from '../bson/collate.ts';
import { decode, decodeFields } from '../bson/decode.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Vars } from '../expression/compile.ts';
import { parseFilter } from '../query/filter.ts';
import type { Node } from '../query/filter.ts';
import { compileFilter, fieldsOf } from '../query/match.ts';
import type { Matcher } from '../query/match.ts';
import { compileProjection } from '../query/project.ts';
import type { Projector } from '../query/project.ts';
import { compareKeys, parseSort, sortKey } from '../query/sort.ts';
import type { SortField } from '../query/sort.ts';
import type { Collection } from './catalog.ts';
import type { Pacer } from './pacer.ts';
import { plan } from './plan.ts';
import type { Plan } from './plan.ts';
import { own, scan } from './scan.ts';
import type { Found, Stats } from './scan.ts';
import type { View } from './view.ts';

/** Memory a sort or group may take before it is refused with 292. */
export const MEMORY_CAP = 100 * 1024 * 1024;

/** A result: bytes as stored, or a document made anew. */
export type Item = Buffer | Doc;
/** Yields batches of results; undefined at the end. */
export type Source<T = Item> = () => Promise<T[] | undefined>;

/** What to find, as the find command says it. */
export interface FindSpec {
  filter: Doc; sort?: Doc | undefined; projection?: Doc | undefined; skip?: number; limit?: number; hint?: Value | undefined; vars: Vars;
  /** How values are compared; BSON's own order unless said. */
  by?: Order;
}

/** A find, compiled and planned. */
export interface Prepared { node: Node; match: Matcher; only: Set<string> | undefined; trivial: boolean; sort: SortField[]; plan: Plan; project: Projector | undefined; positional: boolean }

/** Parses, compiles and plans; refuses what is wrong even when there is no collection. */
export function prepare(c: Collection | undefined, s: FindSpec): Prepared {
  return s.by && !s.by.simple ? ordered(s.by, () => compile(c, s)) : compile(c, s);
}

function compile(c: Collection | undefined, s: FindSpec): Prepared {
  const node = parseFilter(s.filter);
  const sort = s.sort?.size ? (s.sort.has('$natural') && s.sort.size === 1 ? naturalSort(s.sort) : parseSort(s.sort)) : [];
  const project = s.projection?.size ? compileProjection(s.projection, true) : undefined;
  const chosen: Plan = c ? plan(c, node, sort, s.hint, s.by ?? SIMPLE) : { kind: 'collection', reverse: false, sorted: true };
  return {
    node, match: compileFilter(node, s.vars), only: fieldsOf(node), trivial: node.kind === 'and' && node.nodes.length === 0, sort, plan: chosen, project,
    positional: s.projection ? [...s.projection.keys()].some((k) => k.endsWith('.$')) : false,
  };
}

function naturalSort(sort: Doc): SortField[] {
  const v = sort.get('$natural');
  return [{ path: '$natural', parts: ['$natural'], by: SIMPLE, direction: Number((v as { value?: number }).value ?? v) < 0 ? -1 : 1 }];
}

/** Whether a stored document satisfies a prepared filter, reading only the fields it needs. */
export function matches(p: Prepared, bytes: Buffer): boolean {
  return p.trivial || p.match(p.only ? decodeFields(bytes, p.only) : decode(bytes));
}

/** What a search makes of each match: stored bytes, or a document of the fields that are needed. */
export interface Yield<T> { fields: Set<string> | undefined | 'none'; make(rid: number, bytes: Buffer, shared: boolean, d: Doc | undefined): T; look(t: T): Buffer | Doc }

/** Yields the stored documents themselves. */
export const STORED: Yield<Found> = { fields: 'none', make: (rid, bytes, shared) => ({ rid, bytes: own(bytes, shared) }), look: (f) => f.bytes };

/** Yields decoded documents, with only the named top-level fields unless all are wanted. */
export function decoded(fields: Set<string> | undefined): Yield<Doc> {
  return { fields, make: (_, bytes, __, d) => d ?? (fields ? decodeFields(bytes, fields) : decode(bytes)), look: (d) => d };
}

function taker<T>(p: Prepared, y: Yield<T>): (rid: number, bytes: Buffer, shared: boolean) => T | undefined {
  if (p.trivial) return (rid, bytes, shared) => y.make(rid, bytes, shared, undefined);
  const { only, match } = p;
  if (y.fields === 'none') return (rid, bytes, shared) => (match(only ? decodeFields(bytes, only) : decode(bytes)) ? y.make(rid, bytes, shared, undefined) : undefined);
  const both = only && y.fields ? new Set([...only, ...y.fields]) : undefined;
  return (rid, bytes, shared) => {
    const d = both ? decodeFields(bytes, both) : decode(bytes);
    return match(d) ? y.make(rid, bytes, shared, d) : undefined;
  };
}

/** Matching documents, found synchronously: for writes. Sorted if the filter's sort demands it. */
export function select(view: View, c: Collection, p: Prepared, limit: number, stats: Stats): Found[] {
  const out: Found[] = [];
  const needSort = p.sort.length > 0 && !p.plan.sorted;
  for (const f of scan(view, c, p.plan, stats, taker(p, STORED))) {
    if (!f) continue;
    out.push(f);
    if (!needSort && out.length >= limit) break;
  }
  if (!needSort) return out;
  const rows = out.map((found) => { const d = decode(found.bytes); return { found, keys: p.sort.map((s) => sortKey(d, s)) }; });
  rows.sort((a, b) => compareKeys(a.keys, b.keys, p.sort));
  return rows.slice(0, limit).map((r) => r.found);
}

/** Matching documents in batches, letting others run in between. */
export function foundSource<T>(view: View, c: Collection | undefined, p: Prepared, s: FindSpec, pacer: Pacer, stats: Stats, y: Yield<T>): Source<T> {
  if (!c) return async () => undefined;
  const rows = p.sort.length && !p.plan.sorted ? sortedSource(view, c, p, s, pacer, stats, y) : scanSource(view, c, p, pacer, stats, y);
  return limited(rows, s.skip ?? 0, s.limit || Infinity);
}

const BATCH = 128;

function scanSource<T>(view: View, c: Collection, p: Prepared, pacer: Pacer, stats: Stats, y: Yield<T>): Source<T> {
  const it = scan(view, c, p.plan, stats, taker(p, y));
  let first = true;
  return async () => {
    const out: T[] = [];
    const most = first ? 16 : BATCH;
    first = false;
    for (;;) {
      if (pacer.due()) {
        await pacer.pause();
        if (out.length) return out;
      }
      const next = it.next();
      if (next.done) return out.length ? out : undefined;
      if (next.value !== undefined && out.push(next.value) >= most) return out;
    }
  };
}

function sortedSource<T>(view: View, c: Collection, p: Prepared, s: FindSpec, pacer: Pacer, stats: Stats, y: Yield<T>): Source<T> {
  let sorted: T[] | undefined;
  return async () => {
    if (sorted) return undefined;
    sorted = await sortAll(scanSource(view, c, p, pacer, stats, y), p.sort, y.look, (s.skip ?? 0) + (s.limit || Infinity), pacer);
    return sorted;
  };
}

/** Sorts everything a source yields, keeping no more than `keep`; refuses to take more memory than the cap. */
export async function sortAll<T>(source: Source<T>, sort: SortField[], look: (t: T) => Buffer | Doc, keep: number, pacer: Pacer): Promise<T[]> {
  const only = new Set(sort.map((f) => f.parts[0]!));
  let rows: { item: T; keys: Value[] }[] = [];
  let size = 0;
  const order = (a: { keys: Value[] }, b: { keys: Value[] }): number => compareKeys(a.keys, b.keys, sort);
  for (let batch = await source(); batch; batch = await source()) {
    for (const item of batch) {
      const x = look(item);
      const d = Buffer.isBuffer(x) ? decodeFields(x, only) : x;
      rows.push({ item, keys: sort.map((f) => sortKey(d, f)) });
      size += Buffer.isBuffer(x) ? x.length + 100 : 100 + x.size * 80;
    }
    if (rows.length > keep * 2 + 1000 || (size > MEMORY_CAP / 2 && rows.length > keep)) {
      rows.sort(order);
      size *= keep / rows.length;
      rows = rows.slice(0, keep);
    }
    if (size > MEMORY_CAP) fail(292, `Executor error during find command :: caused by :: Sort exceeded memory limit of ${MEMORY_CAP} bytes, but did not opt in to external sorting.`);
    if (pacer.due()) await pacer.pause();
  }
  rows.sort(order);
  return (keep < rows.length ? rows.slice(0, keep) : rows).map((r) => r.item);
}

/** Leaves out the first `skip`, stops after `limit`. */
export function limited<T>(source: Source<T>, skip: number, limit: number): Source<T> {
  let toSkip = skip;
  let left = limit;
  return async () => {
    while (left > 0) {
      let batch = await source();
      if (!batch) return undefined;
      if (toSkip) {
        const n = Math.min(toSkip, batch.length);
        toSkip -= n;
        batch = batch.slice(n);
        if (!batch.length) continue;
      }
      if (batch.length > left) batch = batch.slice(0, left);
      left -= batch.length;
      return batch;
    }
    return undefined;
  };
}

/** The results of a find: projected where asked, else the stored bytes. */
export function findSource(view: View, c: Collection | undefined, p: Prepared, s: FindSpec, pacer: Pacer, stats: Stats): Source {
  const found = foundSource(view, c, p, s, pacer, stats, STORED);
  const { project } = p;
  return async () => {
    const batch = await found();
    if (!batch) return undefined;
    if (!project) return batch.map((f) => f.bytes);
    return batch.map((f) => {
      const d = decode(f.bytes);
      return project(d, new Map([...s.vars, ['ROOT', d]]), p.positional ? positionOf(p, d) : undefined);
    });
  };
}

/** Which array element satisfied the filter, -1 for none. */
export function positionOf(p: Prepared, d: Doc): number {
  const position = { index: -1 };
  p.match(d, position);
  return position.index;
}
