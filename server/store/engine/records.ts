import { fail } from '../errors.ts';
import { decode, MAX_DOCUMENT } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { keyString, MAX_KEY, shorten } from '../bson/keystring.ts';
import { BSONRegExp, doc, isDoc, ObjectId, Timestamp, Undefined } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { indexRows } from '../query/path.ts';
import { display } from './display.ts';
import type { Catalog, Collection, Index } from './catalog.ts';
import { bound, docKey, entryKey, prefixOf, ridOf, ridValue } from './keys.ts';
import type { Entry, View } from './view.ts';

/** The keys a document has in an index, with the values they came from. */
export interface Keys { list: { key: Buffer; values: (Value | undefined)[] }[]; multikey: boolean[]; truncated: boolean }

const NO_KEYS: Keys = { list: [], multikey: [], truncated: false };

/** Computes a document's keys in an index; none when a sparse or partial index leaves it out. */
export function keysOf(index: Index, d: Doc): Keys {
  if (index.partial && !index.partial.match(d)) return NO_KEYS;
  if (index.paths.length === 1 && index.paths[0]!.length === 1) {
    const v = d.get(index.names[0]!);
    if (!Array.isArray(v)) return v === undefined && index.sparse ? NO_KEYS : single(index, [v ?? null]);
  }
  const { rows, multikey } = indexRows(d, index.paths);
  const seen = new Set<string>();
  const out: Keys = { list: [], multikey, truncated: false };
  for (const row of rows) {
    if (index.sparse && row.every((v) => v === undefined)) continue;
    const one = single(index, row.map((v) => v ?? null));
    const { key } = one.list[0]!;
    const id = key.toString('latin1');
    if (seen.has(id)) continue;
    seen.add(id);
    out.truncated ||= one.truncated;
    out.list.push(one.list[0]!);
  }
  return out;
}

function single(index: Index, values: Value[]): Keys {
  const full = keyString(values, index.directions);
  return { list: [{ key: shorten(full), values }], multikey: [], truncated: full.length > MAX_KEY };
}

/** Refuses what may not be an _id. */
export function checkId(id: Value | undefined): void {
  if (Array.isArray(id) || id instanceof BSONRegExp || id instanceof Undefined) fail(53, `The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : id instanceof BSONRegExp ? 'regex' : 'undefined'}`);
  if (isDoc(id)) for (const k of id.keys()) if (k.startsWith('$')) fail(52, `_id fields may not contain '$'-prefixed fields: ${k} is not valid for storage.`);
}

/** Makes sure a document to insert has its _id, first, and is small enough. Unchanged documents keep their bytes. */
export function prepare(bytes: Buffer, known?: Doc): { bytes: Buffer; doc: Doc } {
  const d = known ?? decode(bytes);
  const id = d.get('_id');
  checkId(id);
  let out = bytes;
  let full = d;
  const stamps = [...d].filter(([k, v]) => k !== '_id' && v instanceof Timestamp && v.toBigInt() === 0n);
  if (id === undefined || stamps.length || d.keys().next().value !== '_id') {
    full = new Map([['_id', id ?? new ObjectId()], ...d]);
    // As MongoDB does: an empty timestamp at the top becomes the time of the insert.
    for (const [k] of stamps) full.set(k, new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }));
    out = encode(full);
  }
  tooLarge(out.length);
  return { bytes: out, doc: full };
}

function tooLarge(n: number): void {
  if (n > MAX_DOCUMENT) fail(10334, `object to insert too large. size in bytes: ${n}, max size: ${MAX_DOCUMENT}`);
}

function validate(c: Collection, d: Doc, bypass: boolean): void {
  if (c.validator && !bypass && !c.validator(d)) fail(121, 'Document failed validation', { errInfo: doc({ failingDocumentId: d.get('_id'), details: { operatorName: 'validator', reason: 'document did not match the validator' } }) });
}

/** Changes documents together with their index entries; everything is checked before the first write. */
export class Records {
  private catalog: Catalog;
  private room: () => void;

  constructor(catalog: Catalog, room: () => void) {
    this.catalog = catalog;
    this.room = room;
  }

  /** Inserts a prepared document. */
  insert(view: View, c: Collection, bytes: Buffer, d: Doc, bypass: boolean): number {
    this.alive(c);
    this.room();
    if (c.capped) this.fits(view, c, bytes.length);
    validate(c, d, bypass);
    const rid = c.nextRid;
    const keys = c.indexes.map((i) => keysOf(i, d));
    c.indexes.forEach((i, n) => i.unique && this.unique(view, c, i, keys[n]!, rid, NO_KEYS));
    c.nextRid++;
    c.writes++;
    view.claim(docKey(c.id, rid));
    view.put('docs', docKey(c.id, rid), bytes);
    c.indexes.forEach((i, n) => this.add(view, c, i, keys[n]!, rid));
    view.count(c.id, 1);
    if (c.capped) this.evict(view, c, bytes.length);
    return rid;
  }

  /** Refuses what a capped collection cannot take, before anything is written. */
  private fits(view: View, c: Collection, bytes: number): void {
    if (view.inTransaction) fail(263, `Collection '${c.db}.${c.name}' is a capped collection. Writes in transactions are not allowed on capped collections.`);
    if (bytes > c.capped!.size) fail(2, 'object to insert exceeds cappedMaxSize');
    c.capped!.bytes ??= this.oldest(view, c, Infinity).reduce((n, e) => n + e.value.length, 0);
  }

  /** Makes room in a capped collection: the oldest go. */
  private evict(view: View, c: Collection, added: number): void {
    const { capped } = c;
    capped!.bytes! += added;
    let over = c.count + (view.pending(c.id) ?? 0) - capped!.max;
    while (capped!.bytes! > capped!.size || over > 0) {
      const [e] = this.oldest(view, c, 1);
      if (!e) return;
      this.remove(view, c, ridOf(e.key), decode(e.value), e.value.length);
      over--;
    }
  }

  private oldest(view: View, c: Collection, limit: number): Entry[] {
    const [start, end] = allDocs(c);
    return view.page('docs', start, end, false, limit).entries;
  }

  /** Replaces a document; false when nothing changed. */
  update(view: View, c: Collection, rid: number, before: { bytes: Buffer; doc: Doc }, after: Doc, bypass: boolean): boolean {
    this.alive(c);
    const bytes = encode(after);
    view.claim(docKey(c.id, rid));
    if (bytes.equals(before.bytes)) return false;
    this.room();
    if (c.capped && bytes.length !== before.bytes.length) fail(10003, `Cannot change the size of a document in a capped collection: ${before.bytes.length} != ${bytes.length}`);
    if (c.capped && view.inTransaction) this.fits(view, c, 0);
    tooLarge(bytes.length);
    validate(c, after, bypass);
    const changes = c.indexes.map((i) => (i.isId ? undefined : { old: keysOf(i, before.doc), next: keysOf(i, after) }));
    c.indexes.forEach((i, n) => i.unique && changes[n] && this.unique(view, c, i, changes[n].next, rid, changes[n].old));
    c.writes++;
    view.put('docs', docKey(c.id, rid), bytes);
    c.indexes.forEach((i, n) => {
      const change = changes[n];
      if (!change) return;
      const next = new Set(change.next.list.map((k) => k.key.toString('latin1')));
      for (const k of change.old.list) if (!next.has(k.key.toString('latin1'))) view.remove('idx', entryKey(i.id, k.key, rid));
      this.add(view, c, i, change.next, rid);
    });
    return true;
  }

  /** Refuses to write into a collection that was dropped while the command was waiting. */
  private alive(c: Collection): void {
    if (this.catalog.byId(c.id) !== c) fail(26, `collection ${c.db}.${c.name} was dropped`);
  }

  /** Removes a document and its entries. */
  remove(view: View, c: Collection, rid: number, d: Doc, size = 0): void {
    if (c.capped) {
      this.fits(view, c, 0);
      c.capped.bytes! -= size || encode(d).length;
    }
    view.claim(docKey(c.id, rid));
    c.writes++;
    view.remove('docs', docKey(c.id, rid));
    for (const i of c.indexes) {
      for (const k of keysOf(i, d).list) view.remove('idx', i.isId ? bound(i.id, k.key, false) : entryKey(i.id, k.key, rid));
    }
    view.count(c.id, -1);
  }

  /** Writes a document's entries in one index, noting arrays and cut keys. */
  add(view: View, c: Collection, i: Index, keys: Keys, rid: number): void {
    for (const k of keys.list) {
      if (i.isId) view.put('idx', bound(i.id, k.key, false), ridValue(rid));
      else view.put('idx', entryKey(i.id, k.key, rid), Buffer.alloc(0));
    }
    const news = keys.multikey.some((m, n) => m && !i.multikey[n]);
    if (!news && !(keys.truncated && !i.truncated)) return;
    i.multikey = i.multikey.map((m, n) => m || keys.multikey[n] === true);
    i.truncated ||= keys.truncated;
    if (!view.inTransaction) this.catalog.save(c);
  }

  /** Refuses a key that another document holds. */
  unique(view: View, c: Collection, i: Index, keys: Keys, rid: number, old: Keys): void {
    const own = new Set(old.list.map((k) => k.key.toString('latin1')));
    for (const k of keys.list) {
      if (own.has(k.key.toString('latin1'))) continue;
      const at = bound(i.id, k.key, false);
      view.claim(at);
      if (i.isId ? view.get('idx', at) !== undefined : this.taken(view, at, k.key.length, rid)) duplicate(c, i, k.values);
    }
  }

  private taken(view: View, at: Buffer, length: number, rid: number): boolean {
    let start = at;
    const end = Buffer.concat([at, Buffer.from([0xff])]);
    for (;;) {
      const { entries, last } = view.page('idx', start, end, false, 4);
      if (entries.some((e) => e.key.length === length + 10 && ridOf(e.key) !== rid)) return true;
      if (!last) return false;
      start = Buffer.concat([last, Buffer.from([0])]);
    }
  }
}

function duplicate(c: Collection, i: Index, values: (Value | undefined)[]): never {
  const shown = i.names.map((n, k) => `${n}: ${display(values[k] ?? null)}`).join(', ');
  return fail(11000, `E11000 duplicate key error collection: ${c.db}.${c.name} index: ${i.name} dup key: { ${shown} }`, {
    keyPattern: i.spec.get('key'), keyValue: new Map(i.names.map((n, k) => [n, values[k] ?? null])),
  });
}

/** First and last key a collection's documents may have. */
export const allDocs = (c: Collection): [Buffer, Buffer] => [prefixOf(c.id), docKey(c.id, 2 ** 48 - 1)];
