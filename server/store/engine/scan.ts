import type { Collection } from './catalog.ts';
import { docKey, ridOf, RID_BYTES, successor } from './keys.ts';
import type { Plan } from './plan.ts';
import { allDocs } from './records.ts';
import type { View } from './view.ts';

/** A stored document. */
export interface Found { rid: number; bytes: Buffer }
/** What a scan looked at, for explain. */
export interface Stats { keys: number; docs: number }
/** Makes a result of a candidate, or undefined to leave it out. `shared` bytes are overwritten by the next read. */
export type Take<T> = (rid: number, bytes: Buffer, shared: boolean) => T | undefined;

const ZERO = Buffer.from([0]);
const FIRST_PAGE = 16;
const PAGE = 512;

/** A copy of bytes that may be LMDB's reusable buffer, whose length is not its own. */
export const own = (bytes: Buffer, shared: boolean): Buffer => (shared ? (Uint8Array.prototype.slice.call(bytes, 0, bytes.length) as Buffer) : bytes);

/** Reads a range page by page, resuming after the last key: nothing stays open between pages. */
function* entries(view: View, table: 'docs' | 'idx', start: Buffer, end: Buffer, reverse: boolean, keysOnly: boolean): Generator<{ key: Buffer; value: Buffer }> {
  let [from, to] = [start, end];
  let limit = FIRST_PAGE;
  let seen: Buffer | undefined;
  for (;;) {
    const page = view.page(table, from, to, reverse, limit, keysOnly);
    for (const e of page.entries) if (!seen?.equals(e.key)) yield e;
    if (!page.last) return;
    if (reverse) to = seen = page.last;
    else from = Buffer.concat([page.last, ZERO]);
    limit = Math.min(limit * 4, PAGE);
  }
}

/** Candidates of a plan, in its order, each once, as `take` makes them; undefined for those it leaves out. */
export function* scan<T>(view: View, c: Collection, p: Plan, stats: Stats, take: Take<T>): Generator<T | undefined> {
  if (p.kind === 'collection') {
    const [start, end] = allDocs(c);
    for (const e of entries(view, 'docs', start, end, p.reverse, false)) {
      stats.docs++;
      yield take(ridOf(e.key), e.value, false);
    }
    return;
  }
  const seen = p.kind === 'or' || p.index.multikey.some(Boolean) ? new Set<number>() : undefined;
  for (const rid of ridsOf(view, p, stats)) {
    if (seen?.has(rid)) continue;
    seen?.add(rid);
    const bytes = view.peek('docs', docKey(c.id, rid));
    if (!bytes) continue;
    stats.docs++;
    yield take(rid, bytes, true);
  }
}

/** Record ids of a plan, possibly repeated. */
export function* ridsOf(view: View, p: Plan, stats: Stats): Generator<number> {
  if (p.kind === 'or') {
    for (const one of p.plans) yield* ridsOf(view, one, stats);
    return;
  }
  if (p.kind !== 'index') return;
  const { isId } = p.index;
  const ranges = p.reverse ? [...p.ranges].reverse() : p.ranges;
  for (const r of ranges) {
    if (isId && isPoint(r)) {
      const v = view.peek('idx', r.start);
      stats.keys++;
      if (v) yield v.readUIntBE(0, RID_BYTES);
      continue;
    }
    for (const e of entries(view, 'idx', r.start, r.end, p.reverse, !isId)) {
      stats.keys++;
      yield isId ? e.value.readUIntBE(0, RID_BYTES) : ridOf(e.key);
    }
  }
}

const isPoint = (r: { start: Buffer; end: Buffer }): boolean => complete(r.start) && r.end.equals(successor(r.start));

/** A full key of the _id index, not just a type or a prefix: only complete encodings end as their type demands. */
function complete(key: Buffer): boolean {
  const type = key[4]!;
  return (type === 39 && key.length === 17) || (type === 14 && key.length === 14 && key[13] === 0) || (type === 19 && key[key.length - 1] === 1 && key[key.length - 2] === 0 && key.length < 1000);
}
