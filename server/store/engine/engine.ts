import type { Doc, Value } from '../bson/value.ts';
import { Catalog } from './catalog.ts';
import type { Collection } from './catalog.ts';
import { Cursors } from './cursors.ts';
import { fail } from '../errors.ts';
import { freeSpace, openEnv, OWNER } from './env.ts';
import type { Env } from './env.ts';
import { Blocked, Locks } from './locks.ts';
import type { Pacer } from './pacer.ts';
import { Records } from './records.ts';
import { Sessions } from './sessions.ts';
import type { RetryKey, Transaction } from './sessions.ts';
import { LatestView } from './view.ts';
import type { View } from './view.ts';

/** How often free space is looked at, in milliseconds. */
const LOOK = 200;

/** What the engine needs to know of a command that writes. */
export interface Caller { txn: Transaction | undefined; retry: RetryKey | undefined; pacer: Pacer }

/** The open store: tables, catalog, sessions, cursors, and the one door by which everything is written. */
export class Engine {
  readonly env: Env;
  readonly catalog: Catalog;
  readonly locks = new Locks();
  readonly latest: LatestView;
  readonly records: Records;
  readonly sessions: Sessions;
  readonly cursors = new Cursors();
  readonly startedAt = Date.now();
  /** Counts of work done, for serverStatus. */
  readonly opcounters: Record<string, number> = { insert: 0, query: 0, update: 0, delete: 0, getmore: 0, command: 0 };
  private waiting = new Set<() => void>();
  /** True when something was committed since the last read began. */
  private stale = true;
  /** Bytes that must stay free on the disk: below them nothing is added, so that reading and removing go on. */
  reserve = 32 * 1024 * 1024;
  private looked = { at: -Infinity, free: Infinity };
  /** Called when LMDB cannot commit: memory and disk may then differ, so the process must end. */
  onFatal: (e: Error) => void = () => {};

  private constructor(env: Env) {
    this.env = env;
    this.catalog = new Catalog(env);
    this.latest = new LatestView(env, this.locks);
    this.records = new Records(this.catalog, () => this.room());
    this.sessions = new Sessions(this);
  }

  /** Opens a data folder. */
  static async open(dataDir: string, sync: boolean): Promise<Engine> {
    return new Engine(await openEnv(dataDir, sync));
  }

  /** Refuses to add to a disk that is all but full. */
  room(): void {
    const now = performance.now();
    if (now - this.looked.at > LOOK) this.looked = { at: now, free: freeSpace(this.env.dataDir) };
    if (this.looked.free < this.reserve) fail(14031, `${this.env.dataDir} is full: ${Math.floor(this.looked.free / 1048576)} MB are free, ${Math.ceil(this.reserve / 1048576)} MB have to stay so`);
  }

  /** Ends transactions and closes the folder. */
  async close(): Promise<void> {
    this.sessions.endAll();
    this.cursors.closeAll();
    await this.env.close();
  }

  /** What a command reads from: its transaction's snapshot, or a state that holds everything acknowledged before now. */
  view(txn: Transaction | undefined): View {
    if (txn) return txn.view;
    // Only this process writes, so what LMDB last read from is new enough until the next commit.
    if (this.stale) this.env.root.resetReadTxn();
    this.stale = false;
    return this.latest;
  }

  /** Runs inside an LMDB write transaction, shared with whoever writes in the same moment; resolves once it is on disk. */
  async write<T>(run: () => T): Promise<T> {
    let result: { value: T } | { error: unknown } | undefined;
    let seq = 0;
    try {
      await this.env.root.transaction(() => {
        if (!this.env.meta.get(OWNER)?.equals(this.env.owner)) throw new Error('another process has opened this folder');
        try {
          result = { value: run() };
        } catch (error) {
          result = { error };
        }
        this.catalog.addCounts(this.latest.counts);
        seq = this.locks.next();
      });
      if (this.env.sync) await this.env.root.flushed;
    } catch (e) {
      const why = await reason(e);
      this.onFatal(new Error(`cannot write to ${this.env.dataDir}: ${why.message}`));
      return fail(why.code === 'ENOSPC' || freeSpace(this.env.dataDir) < 1048576 ? 14031 : 1, `cannot write: ${why.message}`);
    } finally {
      this.stale = true;
    }
    this.locks.durable(seq);
    for (const wake of this.waiting) wake();
    if (result && 'value' in result) return result.value;
    throw (result as { error: unknown }).error;
  }

  /** Resolves after the next commit, or after some milliseconds. */
  changed(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(late);
        this.waiting.delete(wake);
        resolve();
      };
      const late = setTimeout(wake, ms);
      this.waiting.add(wake);
    });
  }

  /** Runs a statement that writes: in the caller's transaction, or at once, remembering the reply of a retryable one. */
  async mutate(caller: Caller, run: (view: View) => Doc): Promise<Doc> {
    if (caller.txn) return run(caller.txn.view);
    for (;;) {
      try {
        return await this.write(() => {
          const before = caller.retry && this.sessions.replay(caller.retry);
          if (before) return before;
          const reply = run(this.latest);
          if (caller.retry) this.sessions.remember(caller.retry, reply);
          return reply;
        });
      } catch (e) {
        if (!(e instanceof Blocked)) throw e;
        await Promise.race([e.until, new Promise((r) => setTimeout(r, 200))]);
        caller.pacer.check();
      }
    }
  }

  /** The collection to write to, created when missing; one created by a transaction that aborts is removed again. */
  async ensure(caller: Caller, db: string, name: string, options: Doc = new Map<string, Value>()): Promise<Collection> {
    const found = this.catalog.find(db, name, caller.txn);
    if (found) return found;
    return this.write(() => {
      const other = this.catalog.publish(db, name);
      if (other) return other;
      const made = this.catalog.create(db, name, options, caller.txn);
      caller.txn?.created.push(made);
      return made;
    });
  }
}

/** Why LMDB could not commit; it says so in a promise of its own. */
async function reason(e: unknown): Promise<Error & { code?: string }> {
  const { commitError } = e as { commitError?: Promise<never> };
  return commitError ? commitError.catch((why: Error) => why) : (e as Error);
}
