import { randomBytes } from 'node:crypto';
import { encode } from '../bson/encode.ts';
import { Raw } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { Pacer } from './pacer.ts';
import type { Item, Source } from './query.ts';

/** How long an unused cursor is kept. */
export const CURSOR_LIFETIME = 10 * 60_000;
const MOST_BYTES = 16 * 1024 * 1024 - 16 * 1024;
const FIRST_BATCH = 101;
/** How long a cursor that awaits data does so, unless told otherwise. */
const AWAIT = 1000;

/** What makes a cursor stay open at its end: whether it waits there, whether it has read anything, and how to wait. */
export interface Tail { awaits: boolean; started(): boolean; changed(ms: number): Promise<void> }

/** A result being read batch by batch. */
export interface Cursor {
  id: bigint; ns: string; source: Source; rest: Item[]; at: number; sid: string | undefined; txn: bigint | undefined; lastUse: number; pacer: Pacer; busy: boolean; finished: boolean; killed: boolean; noTimeout: boolean; tail?: Tail;
}

/** Open cursors. */
export class Cursors {
  private map = new Map<bigint, Cursor>();

  /** Number of open cursors. */
  get size(): number {
    return this.map.size;
  }

  /** Makes a cursor; it is kept only if its first batch leaves something. */
  make(ns: string, source: Source, pacer: Pacer, owner: { sid: string | undefined; txn: bigint | undefined }): Cursor {
    return { id: 0n, ns, source, rest: [], at: 0, ...owner, lastUse: Date.now(), pacer, busy: false, finished: false, killed: false, noTimeout: false };
  }

  /** The first batch: 101 documents unless told otherwise. */
  async first(c: Cursor, batchSize: number | undefined, single: boolean, peek: boolean): Promise<Value[]> {
    const batch = await fill(c, batchSize ?? FIRST_BATCH);
    if (c.tail && !c.tail.started()) c.finished = true;
    if (peek && !c.finished && c.at >= c.rest.length) await more(c);
    if (!single && !c.finished) {
      c.id = randomBytes(8).readBigUInt64LE() >> 11n;
      this.map.set(c.id, c);
      c.pacer.suspend();
    }
    return batch;
  }

  /** A further batch; a cursor that awaits data waits up to `wait` milliseconds for some. */
  async next(id: bigint, ns: string, batchSize: number | undefined, owner: { sid: string | undefined; txn: bigint | undefined }, wait = AWAIT): Promise<{ batch: Value[]; id: bigint }> {
    const c = this.map.get(id);
    if (!c) return fail(43, `cursor id ${id} not found`);
    if (c.ns !== ns) fail(13, `Requested getMore on namespace '${ns}', but cursor belongs to a different namespace ${c.ns}`);
    if (c.sid !== owner.sid || c.txn !== owner.txn) fail(13, `Cannot run getMore on cursor ${id}, which was created in another session or transaction`);
    if (c.busy) fail(12051, `cursor id ${id} is already in use`);
    c.busy = true;
    c.pacer.resume();
    try {
      let batch = await fill(c, batchSize || Infinity);
      for (const until = Date.now() + wait; c.tail?.awaits && !batch.length && !c.killed && Date.now() < until; ) {
        await c.tail.changed(until - Date.now());
        batch = await fill(c, batchSize || Infinity);
      }
      if (c.killed) fail(43, `cursor id ${id} was killed`);
      if (c.finished) this.map.delete(id);
      return { batch, id: c.finished ? 0n : id };
    } catch (e) {
      this.map.delete(id);
      throw e;
    } finally {
      c.pacer.suspend();
      c.busy = false;
      c.lastUse = Date.now();
    }
  }

  /** Closes a cursor; false when there is none. */
  kill(id: bigint, ns?: string): boolean {
    const c = this.map.get(id);
    if (!c || (ns !== undefined && c.ns !== ns)) return false;
    c.killed = true;
    c.pacer.killed = () => true;
    return this.map.delete(id);
  }

  /** Closes the cursors of a session. */
  killSession(sid: string): void {
    for (const c of this.map.values()) if (c.sid === sid) this.kill(c.id);
  }

  /** Closes the cursors of a namespace that is gone. */
  killNamespace(test: (ns: string) => boolean): void {
    for (const c of this.map.values()) if (test(c.ns)) this.kill(c.id);
  }

  /** Closes cursors nobody has read for ten minutes. */
  sweep(now = Date.now()): void {
    for (const c of this.map.values()) if (!c.busy && !c.noTimeout && now - c.lastUse > CURSOR_LIFETIME) this.kill(c.id);
  }

  /** Closes all. */
  closeAll(): void {
    for (const id of [...this.map.keys()]) this.kill(id);
  }
}

async function more(c: Cursor): Promise<boolean> {
  for (;;) {
    const batch = await c.source();
    if (!batch) {
      c.finished = !c.tail;
      c.rest = [];
      c.at = 0;
      return false;
    }
    if (!batch.length) continue;
    c.rest = batch;
    c.at = 0;
    return true;
  }
}

async function fill(c: Cursor, most: number): Promise<Value[]> {
  const out: Value[] = [];
  let bytes = 0;
  while (out.length < most) {
    if (c.at >= c.rest.length && !(await more(c))) break;
    const item = c.rest[c.at]!;
    const b = Buffer.isBuffer(item) ? item : encode(item);
    if (b.length > 16 * 1024 * 1024 + 16384) fail(10334, `BSONObj size: ${b.length} is invalid. Size must be between 0 and 16793600(16MB)`);
    if (out.length && bytes + b.length + 16 > MOST_BYTES) {
      c.rest[c.at] = b;
      break;
    }
    c.at++;
    bytes += b.length + 16;
    out.push(new Raw(b));
  }
  return out;
}
