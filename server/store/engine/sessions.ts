import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { doc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { Collection } from './catalog.ts';
import type { Engine } from './engine.ts';
import type { Holder } from './locks.ts';
import { SnapshotView } from './view.ts';

/** Names one retryable write: session and number. */
export interface RetryKey { sid: string; number: bigint }

/** Longest a transaction may stay open. */
export const TRANSACTION_LIFETIME = 60_000;
/** How long an unused session is kept. */
export const SESSION_LIFETIME = 30 * 60_000;

const TRANSIENT = ['TransientTransactionError'];

/** A transaction in progress. */
export class Transaction {
  readonly sid: string;
  readonly number: bigint;
  readonly view: SnapshotView;
  readonly holder: Holder;
  readonly created: Collection[] = [];
  readonly versions = new Map<number, number>();
  readonly startedAt = Date.now();
  state: 'active' | 'committed' | 'aborted' = 'active';
  private engine: Engine;
  private finish!: () => void;
  private timer: NodeJS.Timeout;

  constructor(engine: Engine, sid: string, number: bigint) {
    this.engine = engine;
    this.sid = sid;
    this.number = number;
    this.holder = engine.locks.begin(new Promise((r) => { this.finish = r; }));
    this.view = new SnapshotView(engine.env, engine.locks, this.holder);
    for (const c of engine.catalog.list()) this.versions.set(c.id, c.version);
    this.timer = setTimeout(() => void this.abort(), TRANSACTION_LIFETIME);
    this.timer.unref();
  }

  private end(state: 'committed' | 'aborted'): void {
    this.state = state;
    clearTimeout(this.timer);
    this.view.release();
    this.engine.locks.end(this.holder);
    this.finish();
  }

  /** Writes everything in one LMDB transaction. */
  async commit(): Promise<void> {
    const { engine, view } = this;
    if (view.claimed.size || this.created.length) {
      await engine.write(() => {
        if (this.state !== 'active') fail(251, `Transaction ${this.number} has been aborted.`, {}, TRANSIENT);
        for (const id of view.counts.keys()) this.unchanged(id);
        view.flush(engine.latest);
        for (const c of this.created) engine.catalog.publish(c.db, c.name);
        for (const id of view.counts.keys()) {
          const c = engine.catalog.byId(id);
          if (c?.indexes.some((i) => i.multikey.some(Boolean) || i.truncated)) engine.catalog.save(c);
        }
        engine.sessions.remember(this, doc({ committed: true }));
      }).catch(async (e) => {
        await this.abort();
        throw e;
      });
    }
    this.end('committed');
  }

  /** Refuses to commit over indexes that were made or dropped meanwhile: their entries would be missing. */
  private unchanged(id: number): void {
    const c = this.engine.catalog.byId(id);
    const before = this.versions.get(id);
    if (!c || (before !== undefined && c.version !== before)) fail(112, 'Caused by :: the collection changed while the transaction was open', {}, TRANSIENT);
  }

  /** Forgets everything. */
  async abort(): Promise<void> {
    if (this.state !== 'active') return;
    this.end('aborted');
    const empty = this.created.filter((c) => c.pending === this && this.engine.catalog.byId(c.id) === c);
    if (empty.length) await this.engine.write(() => { for (const c of empty) if (c.pending === this) this.engine.catalog.drop(c); });
  }
}

interface Session { lastUse: number; txn: Transaction | undefined; last: { number: bigint; reply: Doc } | undefined }

/** Sessions with their transaction and the reply of their last retryable write. */
export class Sessions {
  private engine: Engine;
  private map = new Map<string, Session>();

  constructor(engine: Engine) {
    this.engine = engine;
    for (const { key, value } of engine.env.retry.getRange({})) {
      const d = decode(value);
      this.map.set(key.toString('hex'), { lastUse: Date.now(), txn: undefined, last: { number: d.get('n') as bigint, reply: d.get('r') as Doc } });
    }
  }

  /** Number of sessions known. */
  get size(): number {
    return this.map.size;
  }

  /** Number of transactions in progress. */
  get openTransactions(): number {
    return [...this.map.values()].filter((s) => s.txn?.state === 'active').length;
  }

  /** All sessions with the time of their last use. */
  list(): { sid: string; lastUse: Date }[] {
    return [...this.map].map(([sid, s]) => ({ sid, lastUse: new Date(s.lastUse) }));
  }

  /** A session, noted as used now. */
  touch(sid: string): Session {
    let s = this.map.get(sid);
    if (!s) this.map.set(sid, (s = { lastUse: 0, txn: undefined, last: undefined }));
    s.lastUse = Date.now();
    return s;
  }

  /** The reply of a write that was already done, or undefined; an older number is refused. */
  replay({ sid, number }: RetryKey): Doc | undefined {
    const s = this.touch(sid);
    if (s.txn && s.txn.number === number) fail(251, `Transaction ${number} is in progress on this session`, {});
    if (!s.last || s.last.number < number) return undefined;
    if (s.last.number > number) return fail(225, `Cannot start a retryable write with txnNumber ${number} on session because a newer transaction with txnNumber ${s.last.number} has already started on this session.`);
    return s.last.reply;
  }

  /** Stores a reply in the same LMDB transaction as the write it answers. */
  remember({ sid, number }: RetryKey, reply: Doc): void {
    this.touch(sid).last = { number, reply };
    void this.engine.env.retry.put(Buffer.from(sid, 'hex'), encode(doc({ n: number, r: reply, t: new Date() })));
  }

  /** Begins a transaction, ending one that is still open with a smaller number. */
  async begin(sid: string, number: bigint): Promise<Transaction> {
    const s = this.touch(sid);
    const newest = s.txn && s.last ? (s.txn.number > s.last.number ? s.txn.number : s.last.number) : s.txn?.number ?? s.last?.number;
    if (newest !== undefined && number < newest) fail(225, `Cannot start transaction ${number} on session because a newer transaction ${newest} has already started`, {});
    if (s.txn?.number === number && s.txn.state === 'active') fail(50911, `Cannot start a transaction at given transaction number ${number} a transaction with the same number is already in progress`);
    if (s.txn?.number === number && s.txn.state === 'committed') fail(256, `Transaction ${number} has been committed.`);
    await s.txn?.abort();
    s.txn = new Transaction(this.engine, sid, number);
    return s.txn;
  }

  /** The transaction a command belongs to. */
  active(sid: string, number: bigint): Transaction {
    const { txn } = this.touch(sid);
    if (!txn || txn.number !== number || txn.state === 'aborted') return fail(251, `Given transaction number ${number} does not match any in-progress transactions. The active transaction number is ${txn?.number ?? -1}`, {}, TRANSIENT);
    if (txn.state === 'committed') return fail(256, `Transaction ${number} has been committed.`);
    return txn;
  }

  /** Commits; a commit that already succeeded succeeds again, also after a restart. */
  async commit(sid: string, number: bigint): Promise<void> {
    const s = this.touch(sid);
    if (s.txn?.number === number && s.txn.state === 'committed') return;
    if (!s.txn && s.last?.number === number && s.last.reply.get('committed') === true) return;
    await this.active(sid, number).commit();
  }

  /** Aborts. */
  async abort(sid: string, number: bigint): Promise<void> {
    await this.active(sid, number).abort();
  }

  /** Ends sessions and what they had open. */
  async endSessions(sids: string[]): Promise<void> {
    for (const sid of sids) await this.map.get(sid)?.txn?.abort();
  }

  /** Aborts all transactions without writing. */
  endAll(): void {
    for (const s of this.map.values()) if (s.txn?.state === 'active') { s.txn.created.length = 0; void s.txn.abort(); }
  }

  /** Forgets sessions unused for half an hour, on disk too. */
  async sweep(now = Date.now()): Promise<void> {
    const old = [...this.map].filter(([, s]) => now - s.lastUse > SESSION_LIFETIME && s.txn?.state !== 'active');
    if (!old.length) return;
    await this.engine.write(() => {
      for (const [sid] of old) {
        this.map.delete(sid);
        void this.engine.env.retry.remove(Buffer.from(sid, 'hex'));
      }
    });
  }
}
