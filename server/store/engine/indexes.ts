import { fail } from '../errors.ts';
import { parseCollation } from '../bson/collation.ts';
import { decode } from '../bson/decode.ts';
import { doc, int, isDoc, isNumber, toNumber } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { equal } from '../bson/order.ts';
import { parseFilter } from '../query/filter.ts';
import type { Node } from '../query/filter.ts';
import type { Collection, Index } from './catalog.ts';
import type { Engine } from './engine.ts';
import { stamp } from './env.ts';
import { Blocked } from './locks.ts';
import { docKey, ridOf } from './keys.ts';
import { keysOf } from './records.ts';
import { discard } from './garbage.ts';

const OPTIONS = ['v', 'key', 'name', 'ns', 'unique', 'sparse', 'background', 'partialFilterExpression', 'expireAfterSeconds', 'hidden', 'collation'];
const CHUNK = 400;
const PARTIAL = ['eq', 'gt', 'gte', 'lt', 'lte', 'exists', 'type', 'in'];

/** Checks an index specification and brings it into the form it is listed in. */
export function checkSpec(raw: Doc): Doc {
  const key = raw.get('key');
  if (!isDoc(key) || !key.size) return fail(67, 'Index keys cannot be empty.');
  for (const [path, v] of key) {
    if (path === '' || path.split('.').includes('')) fail(67, 'Index keys cannot contain an empty field.');
    if (path.split('.').some((p) => p.startsWith('$'))) fail(67, path.includes('$**') ? 'wildcard indexes are not supported' : `Index key contains an illegal field name: field name starts with '$': ${path}`);
    if (typeof v === 'string') fail(67, `index type '${v}' is not supported`);
    if (!isNumber(v) || toNumber(v) === 0 || Number.isNaN(toNumber(v))) fail(67, 'Values in the index key pattern cannot be 0 or of another type than a number.');
  }
  for (const k of raw.keys()) if (!OPTIONS.includes(k)) fail(197, `The field '${k}' is not valid for an index specification`);
  if (!parseCollation(raw.get('collation')).simple) fail(115, 'an index with a collation other than "simple" is not supported');
  const name = raw.get('name');
  if (typeof name !== 'string' || !name) return fail(9, "The 'name' field is a required property of an index specification");
  const out: Doc = doc({ v: int(2), key, name });
  for (const k of ['unique', 'sparse', 'hidden']) if (raw.get(k) === true || (isNumber(raw.get(k)) && toNumber(raw.get(k)) !== 0)) out.set(k, true);
  const ttl = raw.get('expireAfterSeconds');
  if (ttl !== undefined) {
    if (!isNumber(ttl) || toNumber(ttl) < 0 || toNumber(ttl) > 2147483647) fail(67, 'TTL index \'expireAfterSeconds\' option must be within an acceptable range');
    if (key.size > 1) fail(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
    if (key.has('_id')) fail(197, 'The field \'expireAfterSeconds\' is not valid for an _id index specification');
    out.set('expireAfterSeconds', ttl);
  }
  const partial = raw.get('partialFilterExpression');
  if (partial !== undefined) {
    if (!isDoc(partial)) return fail(67, 'partialFilterExpression must be an object');
    if (out.has('sparse')) fail(67, 'cannot mix "partialFilterExpression" and "sparse" options');
    checkPartial(parseFilter(partial));
    out.set('partialFilterExpression', partial);
  }
  return out;
}

function checkPartial(n: Node): void {
  if (n.kind === 'and' || n.kind === 'or') return n.nodes.forEach(checkPartial);
  if (n.kind !== 'leaf' || !PARTIAL.includes(n.op)) fail(67, 'unsupported expression in partial index');
}

/** An existing index that makes a specification superfluous; one that contradicts it is refused. */
export function existing(c: Collection, spec: Doc): Index | undefined {
  const options = (d: Doc): Doc => new Map([...d].filter(([k]) => !['name', 'v', 'key', 'hidden'].includes(k)).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const i of c.indexes) {
    const sameKey = equal(i.spec.get('key'), spec.get('key'));
    const sameOptions = equal(options(i.spec), options(spec));
    if (i.isId && sameKey) return i;
    if (i.name === spec.get('name')) {
      if (!sameKey) fail(86, `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${i.name}`);
      if (!sameOptions) fail(85, `An equivalent index already exists with the same name but different options. Requested index: ${i.name}`);
      return i;
    }
    if (sameKey && equal(i.spec.get('partialFilterExpression'), spec.get('partialFilterExpression'))) fail(85, `Index already exists with a different name: ${i.name}`);
  }
  return undefined;
}

/** Builds indexes in chunks, so that others go on working; a duplicate removes them again. */
export async function buildIndexes(engine: Engine, c: Collection, specs: Doc[]): Promise<void> {
  const made: Index[] = [];
  await engine.write(() => {
    for (const spec of specs) if (!existing(c, spec)) made.push(engine.catalog.addIndex(c, spec, c.count === 0 && !engine.locks.size));
  });
  const pending = made.filter((i) => !i.ready);
  if (!pending.length) return;
  try {
    await fill(engine, c, pending);
    await engine.write(() => {
      for (const i of pending) i.ready = true;
      engine.catalog.save(c);
    });
  } catch (e) {
    await discard(engine, { docs: [], idx: made.map((i) => i.id) }, () => { for (const i of made) engine.catalog.removeIndex(c, i); });
    throw e;
  }
}

/** Makes all indexes anew from the documents, after a change of the key format. */
export async function rebuildAll(engine: Engine): Promise<void> {
  await engine.env.idx.clearAsync();
  for (const c of engine.catalog.list()) await fill(engine, c, c.indexes);
  await engine.write(() => stamp(engine.env));
}

async function fill(engine: Engine, c: Collection, indexes: Index[]): Promise<void> {
  const last = c.nextRid;
  let from = 0;
  while (from < last) {
    await engine.write(() => {
      engine.room();
      const page = engine.latest.page('docs', docKey(c.id, from), docKey(c.id, last), false, CHUNK).entries;
      for (const e of page) {
        const d = decode(e.value);
        for (const i of indexes) {
          const keys = keysOf(i, d);
          if (i.unique && !i.isId) engine.records.unique(engine.latest, c, i, keys, ridOf(e.key), { list: [], multikey: [], truncated: false });
          engine.records.add(engine.latest, c, i, keys, ridOf(e.key));
        }
      }
      from = page.length ? ridOf(page.at(-1)!.key) + 1 : last;
    }).catch(async (e: unknown) => {
      // An open transaction holds one of the keys: the page is done again when it has ended.
      if (!(e instanceof Blocked)) throw e;
      await e.until;
    });
    await new Promise<void>((r) => setImmediate(r));
    if (engine.catalog.byId(c.id) !== c) fail(26, 'collection dropped while an index was built');
  }
}

/** Removes indexes and sweeps their entries. */
export async function dropIndexes(engine: Engine, c: Collection, list: Index[]): Promise<void> {
  await discard(engine, { docs: [], idx: list.map((i) => i.id) }, () => { for (const i of list) engine.catalog.removeIndex(c, i); });
}

/** The index an argument of dropIndexes or collMod names. */
export function namedIndex(c: Collection, v: Value): Index {
  const found = c.indexes.find((i) => (typeof v === 'string' ? i.name === v : equal(i.spec.get('key'), v)));
  return found ?? fail(27, `index not found with name [${typeof v === 'string' ? v : 'key pattern'}]`);
}
