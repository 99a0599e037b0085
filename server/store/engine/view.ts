import type { Transaction } from 'lmdb';
import type { Env } from './env.ts';
import type { Holder, Locks } from './locks.ts';

/** A key and its value. */
export interface Entry { key: Buffer; value: Buffer }
export type Table = 'docs' | 'idx';
/** Some entries, and the last key read when there may be more. */
export interface Page { entries: Entry[]; last: Buffer | undefined }

/** What commands read from and write to: the latest state, or a transaction's snapshot and its own writes. */
export interface View {
  readonly inTransaction: boolean;
  get(table: Table, key: Buffer): Buffer | undefined;
  /** As get, but the bytes are only good until the next read: for looking, not for keeping. */
  peek(table: Table, key: Buffer): Buffer | undefined;
  /** Up to about `limit` entries from `start` to `end` (both included), or from end to start when `reverse`. */
  page(table: Table, start: Buffer, end: Buffer, reverse: boolean, limit: number, keysOnly?: boolean): Page;
  put(table: Table, key: Buffer, value: Buffer): void;
  remove(table: Table, key: Buffer): void;
  /** Claims a document or unique key for writing. */
  claim(key: Buffer): void;
  /** Changes a collection's count. */
  count(collection: number, by: number): void;
  /** How far a collection's count has been changed and not yet committed. */
  pending(collection: number): number | undefined;
}

const text = (b: Buffer): string => b.toString('latin1', 0, b.length);
const AFTER = Buffer.from([0]);
const EMPTY = Buffer.alloc(0);

function lmdbPage(env: Env, table: Table, start: Buffer, end: Buffer, reverse: boolean, limit: number, keysOnly: boolean, transaction?: Transaction): Entry[] {
  const range = reverse ? { start: end, end: start, inclusiveEnd: true, reverse: true, limit } : { start, end, inclusiveEnd: true, limit };
  const options = transaction ? { ...range, transaction } : { ...range, snapshot: false };
  const out: Entry[] = [];
  if (keysOnly) for (const key of env[table].getKeys(options)) out.push({ key: key as Buffer, value: EMPTY });
  else for (const e of env[table].getRange(options)) out.push(e as Entry);
  return out;
}

/** The latest committed state; inside an LMDB write transaction, that transaction's state. */
export class LatestView implements View {
  readonly inTransaction = false;
  private env: Env;
  private locks: Locks;
  counts = new Map<number, number>();

  constructor(env: Env, locks: Locks) {
    this.env = env;
    this.locks = locks;
  }

  get(table: Table, key: Buffer): Buffer | undefined {
    return this.env[table].get(key);
  }

  peek(table: Table, key: Buffer): Buffer | undefined {
    return this.env[table].getBinaryFast(key);
  }

  page(table: Table, start: Buffer, end: Buffer, reverse: boolean, limit: number, keysOnly = false): Page {
    const entries = lmdbPage(this.env, table, start, end, reverse, limit, keysOnly);
    return { entries, last: entries.length < limit ? undefined : entries.at(-1)!.key };
  }

  put(table: Table, key: Buffer, value: Buffer): void {
    void this.env[table].put(key, value);
  }

  remove(table: Table, key: Buffer): void {
    void this.env[table].remove(key);
  }

  claim(key: Buffer): void {
    this.locks.pass(text(key));
  }

  count(collection: number, by: number): void {
    this.counts.set(collection, (this.counts.get(collection) ?? 0) + by);
  }

  pending(collection: number): number | undefined {
    return this.counts.get(collection);
  }
}

/** Sorted keys with values; null marks a removal. */
class Overlay {
  keys: string[] = [];
  map = new Map<string, Buffer | null>();

  set(key: string, value: Buffer | null): void {
    if (!this.map.has(key)) this.keys.splice(this.at(key), 0, key);
    this.map.set(key, value);
  }

  /** Where a key is or would be. */
  at(key: string): number {
    let lo = 0;
    let hi = this.keys.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.keys[mid]! < key) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }
}

/** A transaction's view: LMDB as it was at the start, with the transaction's own writes over it. */
export class SnapshotView implements View {
  readonly inTransaction = true;
  readonly overlays = { docs: new Overlay(), idx: new Overlay() };
  readonly claimed = new Set<string>();
  readonly counts = new Map<number, number>();
  size = 0;
  private env: Env;
  private locks: Locks;
  private holder: Holder;
  readonly snapshot: Transaction;

  constructor(env: Env, locks: Locks, holder: Holder) {
    this.env = env;
    this.locks = locks;
    this.holder = holder;
    env.root.resetReadTxn();
    this.snapshot = env.docs.useReadTransaction();
  }

  /** Gives the snapshot back to LMDB. */
  release(): void {
    this.snapshot.done();
  }

  get(table: Table, key: Buffer): Buffer | undefined {
    const own = this.overlays[table].map.get(text(key));
    if (own !== undefined) return own ?? undefined;
    return this.env[table].get(key, { transaction: this.snapshot });
  }

  peek(table: Table, key: Buffer): Buffer | undefined {
    return this.get(table, key);
  }

  page(table: Table, start: Buffer, end: Buffer, reverse: boolean, limit: number, keysOnly = false): Page {
    const base = lmdbPage(this.env, table, start, end, reverse, limit, keysOnly, this.snapshot);
    const last = base.length < limit ? undefined : base.at(-1)!.key;
    const own = this.overlays[table];
    if (!own.keys.length) return { entries: base, last };
    const low = own.at(text(reverse ? last ?? start : start));
    const high = own.at(text(Buffer.concat([reverse ? end : last ?? end, AFTER])));
    if (low >= high) return { entries: base, last };
    const merged = base.filter((e) => !own.map.has(text(e.key)));
    for (let i = low; i < high; i++) {
      const value = own.map.get(own.keys[i]!);
      if (value) merged.push({ key: Buffer.from(own.keys[i]!, 'latin1'), value });
    }
    merged.sort((a, b) => Buffer.compare(a.key, b.key) * (reverse ? -1 : 1));
    return { entries: merged, last };
  }

  put(table: Table, key: Buffer, value: Buffer): void {
    this.size += key.length + value.length;
    this.overlays[table].set(text(key), Buffer.from(value));
  }

  remove(table: Table, key: Buffer): void {
    this.overlays[table].set(text(key), null);
  }

  claim(key: Buffer): void {
    const k = text(key);
    this.locks.take(k, this.holder);
    this.claimed.add(k);
  }

  count(collection: number, by: number): void {
    this.counts.set(collection, (this.counts.get(collection) ?? 0) + by);
  }

  pending(collection: number): number | undefined {
    return this.counts.get(collection);
  }

  /** Writes everything into the LMDB transaction that is open now. */
  flush(to: LatestView): void {
    for (const table of ['docs', 'idx'] as const) {
      for (const [k, v] of this.overlays[table].map) {
        const key = Buffer.from(k, 'latin1');
        if (v) to.put(table, key, v);
        else to.remove(table, key);
      }
    }
    for (const k of this.claimed) this.locks.commit(k);
    for (const [c, by] of this.counts) to.count(c, by);
  }
}
