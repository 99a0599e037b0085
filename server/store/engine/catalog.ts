import { randomUUID } from 'node:crypto';
import type { Transaction } from 'lmdb';
import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { Binary, doc, isDoc, toNumber } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { parseFilter } from '../query/filter.ts';
import type { Node } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import type { Matcher } from '../query/match.ts';
import type { Env } from './env.ts';
import { docKey, ridOf } from './keys.ts';

/** An index, as planned with and kept up to date. */
export interface Index {
  id: number;
  name: string;
  /** The specification as created, listed again by listIndexes. */
  spec: Doc;
  paths: string[][];
  names: string[];
  directions: number[];
  unique: boolean;
  sparse: boolean;
  hidden: boolean;
  partial: { node: Node; match: Matcher } | undefined;
  ttl: number | undefined;
  /** Fields on which some document holds an array: their bounds must not be combined. */
  multikey: boolean[];
  /** Some key was cut: the index may find but not sort. */
  truncated: boolean;
  /** False while it is being built: written to, not read. */
  ready: boolean;
  isId: boolean;
}

/** A collection and its indexes. */
export interface Collection {
  id: number;
  db: string;
  name: string;
  uuid: Binary;
  options: Doc;
  indexes: Index[];
  count: number;
  nextRid: number;
  validator: Matcher | undefined;
  /** What a view shows: it has no documents of its own. */
  view: { on: string; pipeline: Value[] } | undefined;
  /** Limits of a capped collection; `bytes` is what it holds, once that is known. */
  capped: { size: number; max: number; bytes: number | undefined } | undefined;
  /** Raised by every change of its indexes; a transaction that began before must not commit. */
  version: number;
  /** Raised by every change of its documents. */
  writes: number;
  /** The open transaction that made it: no one else sees it yet. */
  pending: object | undefined;
}

const key = (kind: string, id: number): Buffer => Buffer.from(`${kind}:${String(id).padStart(10, '0')}`);
const SEQ = Buffer.from('seq');

/** All collections, in memory and in the meta table. Changes are made inside an LMDB write transaction. */
export class Catalog {
  private env: Env;
  private names = new Map<string, Collection>();
  private ids = new Map<number, Collection>();
  private seq: number;

  constructor(env: Env, snapshot?: Transaction) {
    this.env = env;
    const at = snapshot ? { transaction: snapshot } : {};
    this.seq = Number(env.meta.get(SEQ, at)?.toString() ?? 0);
    for (const { value } of env.meta.getRange({ start: Buffer.from('c:'), end: Buffer.from('c;'), ...at })) {
      const c = read(decode(value));
      c.count = Number(env.meta.get(key('n', c.id), at)?.toString() ?? 0);
      c.nextRid = this.lastRid(c.id) + 1;
      this.names.set(`${c.db}.${c.name}`, c);
      this.ids.set(c.id, c);
    }
  }

  private lastRid(id: number): number {
    for (const k of this.env.docs.getKeys({ start: docKey(id, 2 ** 48 - 1), end: docKey(id, 0), inclusiveEnd: true, reverse: true, limit: 1 })) return ridOf(k);
    return 0;
  }

  /** A collection, if it exists for whoever asks. */
  find(db: string, name: string, by?: object): Collection | undefined {
    const c = this.names.get(`${db}.${name}`);
    return c?.pending && c.pending !== by ? undefined : c;
  }

  /** Shows a collection to everyone, as when its transaction commits; also because somebody else creates it meanwhile. */
  publish(db: string, name: string): Collection | undefined {
    const c = this.names.get(`${db}.${name}`);
    if (!c?.pending) return c;
    c.pending = undefined;
    this.save(c);
    return c;
  }

  /** The collection of an id. */
  byId(id: number): Collection | undefined {
    return this.ids.get(id);
  }

  /** Collections of a database, or all. */
  list(db?: string, by?: object): Collection[] {
    const all = [...this.names.values()].filter((c) => !c.pending || c.pending === by);
    return db === undefined ? all : all.filter((c) => c.db === db);
  }

  /** A collection's count as it stood in a snapshot. */
  countAt(c: Collection, snapshot: Transaction): number {
    return Number(this.env.meta.get(key('n', c.id), { transaction: snapshot })?.toString() ?? 0);
  }

  /** Collections whose transaction a crash ended. */
  orphans(): Collection[] {
    return [...this.names.values()].filter((c) => c.pending);
  }

  private nextId(): number {
    this.seq++;
    void this.env.meta.put(SEQ, Buffer.from(String(this.seq)));
    return this.seq;
  }

  /** Creates a collection with its _id index, or a view. */
  create(db: string, name: string, options: Doc, pending?: object): Collection {
    const c: Collection = { id: this.nextId(), db, name, uuid: new Binary(Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), 4), options, indexes: [], count: 0, nextRid: 1, ...shapeOf(options), version: 0, writes: 0, pending };
    this.names.set(`${db}.${name}`, c);
    this.ids.set(c.id, c);
    if (c.view) this.save(c);
    else this.addIndex(c, doc({ v: 2, key: { _id: 1 }, name: '_id_' }), true);
    return c;
  }

  /** Adds an index; `ready` only when there is nothing to build. */
  addIndex(c: Collection, spec: Doc, ready: boolean): Index {
    const index = indexFrom(spec, this.nextId());
    index.ready = ready;
    c.indexes.push(index);
    c.version++;
    this.save(c);
    return index;
  }

  /** Removes an index from the list; its entries are swept by the caller. */
  removeIndex(c: Collection, index: Index): void {
    c.indexes = c.indexes.filter((i) => i !== index);
    c.version++;
    this.save(c);
  }

  /** Removes a collection. */
  drop(c: Collection): void {
    this.names.delete(`${c.db}.${c.name}`);
    this.ids.delete(c.id);
    c.version++;
    void this.env.meta.remove(key('c', c.id));
    void this.env.meta.remove(key('n', c.id));
  }

  /** Renames a collection. */
  rename(c: Collection, db: string, name: string): void {
    this.names.delete(`${c.db}.${c.name}`);
    c.db = db;
    c.name = name;
    c.version++;
    this.names.set(`${db}.${name}`, c);
    this.save(c);
  }

  /** Stores a collection's description. */
  save(c: Collection): void {
    c.validator = validatorOf(c.options);
    const indexes = c.indexes.map((i) => doc({ id: i.id, spec: i.spec, multikey: i.multikey, truncated: i.truncated, ready: i.ready }));
    void this.env.meta.put(key('c', c.id), encode(doc({ id: c.id, db: c.db, name: c.name, uuid: c.uuid, options: c.options, indexes, pending: c.pending !== undefined })));
  }

  /** Adds to counts, in memory and on disk. */
  addCounts(counts: Map<number, number>): void {
    for (const [id, by] of counts) {
      const c = this.ids.get(id);
      if (!c || !by) continue;
      c.count += by;
      void this.env.meta.put(key('n', id), Buffer.from(String(c.count)));
    }
    counts.clear();
  }
}

function shapeOf(options: Doc): Pick<Collection, 'validator' | 'view' | 'capped'> {
  const on = options.get('viewOn');
  const capped = options.get('capped') === true;
  return {
    validator: validatorOf(options),
    view: typeof on === 'string' ? { on, pipeline: options.get('pipeline') as Value[] } : undefined,
    capped: capped ? { size: toNumber(options.get('size')), max: options.has('max') ? toNumber(options.get('max')) : Infinity, bytes: undefined } : undefined,
  };
}

function validatorOf(options: Doc): Matcher | undefined {
  const v = options.get('validator');
  return isDoc(v) && v.size && options.get('validationLevel') !== 'off' && options.get('validationAction') !== 'warn' ? compileFilter(parseFilter(v)) : undefined;
}

/** Makes an index from its specification. */
export function indexFrom(spec: Doc, id: number): Index {
  const fields = [...(spec.get('key') as Doc)];
  const partial = spec.get('partialFilterExpression');
  const node = isDoc(partial) ? parseFilter(partial) : undefined;
  const ttl = spec.get('expireAfterSeconds');
  const isId = fields.length === 1 && fields[0]![0] === '_id';
  return {
    id, name: spec.get('name') as string, spec, paths: fields.map(([p]) => p.split('.')), names: fields.map(([p]) => p), directions: fields.map(([, d]) => (toNumber(d) < 0 ? -1 : 1)),
    unique: spec.get('unique') === true || isId, sparse: spec.get('sparse') === true, hidden: spec.get('hidden') === true, partial: node && { node, match: compileFilter(node) },
    ttl: ttl === undefined ? undefined : toNumber(ttl), multikey: fields.map(() => false), truncated: false, ready: true, isId: isId && spec.get('name') === '_id_',
  };
}

function read(d: Doc): Collection {
  const indexes = (d.get('indexes') as Value[]).map((v) => {
    const x = v as Doc;
    const i = indexFrom(x.get('spec') as Doc, toNumber(x.get('id')));
    return { ...i, multikey: x.get('multikey') as boolean[], truncated: x.get('truncated') === true, ready: x.get('ready') === true };
  });
  const options = d.get('options') as Doc;
  return { id: toNumber(d.get('id')), db: d.get('db') as string, name: d.get('name') as string, uuid: d.get('uuid') as Binary, options, indexes, count: 0, nextRid: 1, ...shapeOf(options), version: 0, writes: 0, pending: d.get('pending') === true ? {} : undefined };
}
