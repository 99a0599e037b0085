import { fail } from '../errors.ts';

/** Thrown when a write outside a transaction meets a document that an open transaction has changed: wait, then try again. */
export class Blocked extends Error {
  until: Promise<void>;
  constructor(until: Promise<void>) {
    super('blocked');
    this.until = until;
  }
}

/** Whoever may hold write locks: an open transaction. */
export interface Holder { finished: Promise<void>; startSeq: number }

/** First writer wins: which documents and unique keys open transactions hold, and what changed since they began. */
export class Locks {
  private held = new Map<string, Holder>();
  private changed = new Map<string, number>();
  private open = new Set<Holder>();
  private seq = 0;
  private durableSeq = 0;

  /** Registers a transaction; writes after the last durable one count as conflicts for it. */
  begin(finished: Promise<void>): Holder {
    const h: Holder = { finished, startSeq: this.durableSeq };
    this.open.add(h);
    return h;
  }

  /** Forgets a transaction and all it held. */
  end(h: Holder): void {
    if (!this.open.delete(h)) return;
    for (const [k, who] of this.held) if (who === h) this.held.delete(k);
    this.forget();
  }

  /** A write inside a transaction: conflicts are refused at once, to be retried by the client. */
  take(key: string, h: Holder): void {
    const other = this.held.get(key);
    if ((other && other !== h) || (this.changed.get(key) ?? -1) > h.startSeq) {
      fail(112, 'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.', {}, ['TransientTransactionError']);
    }
    this.held.set(key, h);
  }

  /** A write outside a transaction: waits for whoever holds the key. */
  pass(key: string): void {
    const other = this.held.get(key);
    if (other) throw new Blocked(other.finished);
    // Noted even while no transaction is open: one may begin before this write is committed, and not see it.
    this.changed.set(key, this.seq + 1);
  }

  /** A write by a committing transaction. */
  commit(key: string): void {
    this.changed.set(key, this.seq + 1);
  }

  /** Numbers a batch of writes; call `durable` with the number once LMDB has committed it. */
  next(): number {
    return ++this.seq;
  }

  /** Notes that all writes up to a number are visible to new snapshots. */
  durable(seq: number): void {
    if (seq > this.durableSeq) this.durableSeq = seq;
    this.forget();
  }

  /** Changes matter only to open transactions and to those that begin before they are durable. */
  private forget(): void {
    if (!this.open.size && this.durableSeq === this.seq) this.changed.clear();
  }

  /** Number of open transactions. */
  get size(): number {
    return this.open.size;
  }
}
