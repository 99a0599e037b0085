import { fail } from '../errors.ts';
import { doc, int, isDoc, isNullish, toNumber, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Collection } from '../engine/catalog.ts';
import { buildIndexes, checkSpec, dropIndexes, existing, namedIndex } from '../engine/indexes.ts';
import { discard } from '../engine/garbage.ts';
import { compilePipeline } from '../pipeline/stages.ts';
import { parseFilter } from '../query/filter.ts';
import { matcher } from '../query/match.ts';
import { checkName, collectionName, countArg, docArg, flag, onlyFields, simpleOnly } from './context.ts';
import type { Command, Context } from './context.ts';
import { owner } from './read.ts';

/** The collection a command needs to exist. */
export function existingCollection(ctx: Context): Collection {
  const name = collectionName(ctx);
  return ctx.engine.catalog.find(ctx.db, name, ctx.txn) ?? fail(26, `ns does not exist: ${ctx.db}.${name}`);
}

const CREATE = ['validator', 'validationLevel', 'validationAction', 'collation', 'writeConcern', 'encryptedFields', 'capped', 'size', 'max', 'autoIndexId', 'idIndex', 'storageEngine', 'indexOptionDefaults', 'viewOn', 'pipeline', 'timeseries', 'expireAfterSeconds', 'clusteredIndex', 'changeStreamPreAndPostImages', 'flags', 'temp'];

async function create(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  for (const k of ['timeseries', 'clusteredIndex', 'encryptedFields', 'expireAfterSeconds', 'storageEngine']) {
    const v = ctx.cmd.get(k);
    if (!isNullish(v) && v !== false) fail(115, `create option ${k} is not supported`);
  }
  simpleOnly(ctx.cmd.get('collation'), 'a collection');
  const options: Doc = new Map([...cappedOptions(ctx.cmd), ...viewOptions(ctx), ...imageOptions(ctx.cmd)]);
  for (const k of ['validator', 'validationLevel', 'validationAction']) if (ctx.cmd.has(k)) options.set(k, ctx.cmd.get(k)!);
  const validator = docArg(ctx.cmd, 'validator');
  if (validator) parseFilter(validator);
  if (ctx.engine.catalog.find(ctx.db, name, ctx.txn)) fail(48, `Collection ${ctx.db}.${name} already exists.`);
  await ctx.engine.ensure(ctx, ctx.db, name, options);
  return doc({});
}

function cappedOptions(cmd: Doc): Doc {
  if (!flag(cmd, 'capped')) return cmd.has('size') || cmd.has('max') ? fail(72, "the 'capped' field needs to be true when either the 'size' or 'max' fields are present") : new Map();
  const [size, max] = [countArg(cmd, 'size'), countArg(cmd, 'max')];
  if (!size) return fail(72, "the 'size' field is required when 'capped' is true");
  // MongoDB rounds up to whole blocks of 256 bytes.
  return doc({ capped: true, size: Math.ceil(size / 256) * 256, ...(max ? { max } : {}) });
}

/** Images are for change streams alone, which are refused: the wish is kept, and listed. */
function imageOptions(cmd: Doc): Doc {
  const images = docArg(cmd, 'changeStreamPreAndPostImages');
  if (images) onlyFields(images, 'changeStreamPreAndPostImages', ['enabled']);
  return images && flag(images, 'enabled') ? doc({ changeStreamPreAndPostImages: images }) : new Map();
}

function viewOptions(ctx: Context): Doc {
  const on = ctx.cmd.get('viewOn');
  if (isNullish(on)) return ctx.cmd.has('pipeline') ? fail(72, "'pipeline' requires 'viewOn' to also be specified") : new Map();
  if (typeof on !== 'string') return fail(14, "BSON field 'create.viewOn' is the wrong type, expected type 'string'");
  if (flag(ctx.cmd, 'capped') || ctx.cmd.has('validator')) fail(72, "a view can be neither capped nor validated");
  if (ctx.txn) fail(263, 'Cannot create a view in a multi-document transaction.');
  const pipeline = ctx.cmd.get('pipeline') ?? [];
  if (!Array.isArray(pipeline)) return fail(14, "BSON field 'create.pipeline' is the wrong type, expected type 'array'");
  compilePipeline(pipeline);
  if (pipeline.some((s) => isDoc(s) && (s.has('$out') || s.has('$merge')))) fail(167, 'The aggregation stage $out or $merge cannot be used in a view definition');
  return new Map<string, Value>([['viewOn', checkName(on, ctx.db)], ['pipeline', pipeline]]);
}

/** Drops a collection and sweeps its documents and entries. */
export async function dropCollection(ctx: Context, c: Collection): Promise<void> {
  const { engine } = ctx;
  await discard(engine, { docs: [c.id], idx: c.indexes.map((i) => i.id) }, () => { if (engine.catalog.byId(c.id) === c) engine.catalog.drop(c); });
  engine.cursors.killNamespace((ns) => ns === `${c.db}.${c.name}`);
}

async function drop(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const c = ctx.engine.catalog.find(ctx.db, name, ctx.txn);
  if (!c) return doc({});
  const n = c.indexes.length;
  await dropCollection(ctx, c);
  return doc({ nIndexesWas: int(n), ns: `${ctx.db}.${name}` });
}

async function dropDatabase(ctx: Context): Promise<Doc> {
  const list = ctx.engine.catalog.list(ctx.db, ctx.txn);
  const garbage = { docs: list.map((c) => c.id), idx: list.flatMap((c) => c.indexes.map((i) => i.id)) };
  await discard(ctx.engine, garbage, () => { for (const c of list) ctx.engine.catalog.drop(c); });
  ctx.engine.cursors.killNamespace((ns) => ns.startsWith(`${ctx.db}.`));
  return doc(list.length ? { dropped: ctx.db } : {});
}

async function listing(ctx: Context, ns: string, docs: Doc[]): Promise<Doc> {
  const cursorArg = docArg(ctx.cmd, 'cursor');
  const size = cursorArg?.has('batchSize') ? toNumber(cursorArg.get('batchSize')) : undefined;
  let done = false;
  const cursor = ctx.engine.cursors.make(ns, async () => { if (done || !docs.length) return undefined; done = true; return docs; }, ctx.pacer, owner(ctx));
  const firstBatch = await ctx.engine.cursors.first(cursor, size ?? Infinity, false, true);
  return doc({ cursor: { id: cursor.id, ns, firstBatch } });
}

const typeOf = (c: Collection): string => (c.view ? 'view' : 'collection');

async function listCollections(ctx: Context): Promise<Doc> {
  const match = matcher(docArg(ctx.cmd, 'filter') ?? new Map());
  const nameOnly = flag(ctx.cmd, 'nameOnly');
  const all = ctx.engine.catalog.list(ctx.db, ctx.txn).filter((c) => !c.name.startsWith('tmp.agg_out.')).map((c) => doc({ name: c.name, type: typeOf(c), options: c.options, info: c.view ? { readOnly: true } : { readOnly: false, uuid: c.uuid }, idIndex: c.indexes.find((i) => i.isId)?.spec }));
  const shown = all.filter((d) => match(d)).map((d) => (nameOnly ? doc({ name: d.get('name'), type: d.get('type') }) : d));
  return listing(ctx, `${ctx.db}.$cmd.listCollections`, shown);
}

async function listIndexes(ctx: Context): Promise<Doc> {
  const c = existingCollection(ctx);
  return listing(ctx, `${ctx.db}.${c.name}`, c.indexes.filter((i) => i.ready).map((i) => i.spec));
}

async function createIndexes(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const list = ctx.cmd.get('indexes');
  if (!Array.isArray(list) || !list.length) return fail(2, 'Must specify at least one index to create');
  const specs = list.map((v) => (isDoc(v) ? checkSpec(v) : fail(14, `indexes must be documents, not ${typeName(v)}`)));
  const created = !ctx.engine.catalog.find(ctx.db, name, ctx.txn);
  const c = await ctx.engine.ensure(ctx, ctx.db, name);
  if (c.capped && specs.some((s) => s.has('expireAfterSeconds'))) fail(67, 'Cannot create TTL index on a capped collection');
  const before = c.indexes.length;
  const todo = specs.filter((s) => !existing(c, s));
  if (todo.length && ctx.txn && c.count) fail(263, 'Cannot create new indexes on an existing collection in a multi-document transaction.');
  if (todo.length) await buildIndexes(ctx.engine, c, todo);
  if (ctx.txn) ctx.txn.versions.set(c.id, c.version);
  return doc({ numIndexesBefore: int(before), numIndexesAfter: int(c.indexes.length), createdCollectionAutomatically: created, ...(todo.length ? {} : { note: 'all indexes already exist' }) });
}

async function dropIndexesCommand(ctx: Context): Promise<Doc> {
  const c = existingCollection(ctx);
  const arg = ctx.cmd.get('index') ?? fail(40414, "BSON field 'dropIndexes.index' is missing but a required field");
  const before = c.indexes.length;
  if (arg === '*') await dropIndexes(ctx.engine, c, c.indexes.filter((i) => !i.isId));
  else {
    const found = (Array.isArray(arg) ? arg : [arg]).map((v) => namedIndex(c, v));
    if (found.some((i) => i.isId)) fail(72, 'cannot drop _id index');
    await dropIndexes(ctx.engine, c, found);
  }
  return doc({ nIndexesWas: int(before) });
}

async function collMod(ctx: Context): Promise<Doc> {
  const c = existingCollection(ctx);
  const index = docArg(ctx.cmd, 'index');
  const out: Doc = new Map();
  if (index) onlyFields(index, 'collMod.index', ['keyPattern', 'name', 'expireAfterSeconds', 'hidden']);
  const target = index ? namedIndex(c, index.get('name') ?? index.get('keyPattern') ?? fail(72, 'must specify either index name or key pattern')) : undefined;
  const validator = docArg(ctx.cmd, 'validator');
  if (validator) parseFilter(validator);
  if (index?.has('expireAfterSeconds')) checkSpec(new Map([...target!.spec, ['expireAfterSeconds', index.get('expireAfterSeconds')!]]));
  await ctx.engine.write(() => {
    if (index && target) {
      if (index.has('expireAfterSeconds')) {
        if (target.ttl !== undefined) out.set('expireAfterSeconds_old', BigInt(target.ttl));
        out.set('expireAfterSeconds_new', BigInt(Math.trunc(toNumber(index.get('expireAfterSeconds')))));
        target.ttl = toNumber(index.get('expireAfterSeconds'));
        target.spec.set('expireAfterSeconds', index.get('expireAfterSeconds')!);
      }
      if (index.has('hidden')) {
        out.set('hidden_old', target.hidden).set('hidden_new', flag(index, 'hidden'));
        target.hidden = flag(index, 'hidden');
        if (target.hidden) target.spec.set('hidden', true);
        else target.spec.delete('hidden');
      }
    }
    for (const k of ['validator', 'validationLevel', 'validationAction']) if (ctx.cmd.has(k)) c.options.set(k, ctx.cmd.get(k)!);
    if (ctx.cmd.has('changeStreamPreAndPostImages')) {
      c.options.delete('changeStreamPreAndPostImages');
      for (const [k, v] of imageOptions(ctx.cmd)) c.options.set(k, v);
    }
    ctx.engine.catalog.save(c);
  });
  return out;
}

async function renameCollection(ctx: Context): Promise<Doc> {
  const part = (v: Value | undefined): [string, string] => {
    if (typeof v !== 'string' || !v.includes('.')) return fail(73, `Invalid namespace specified '${String(v)}'`);
    const dot = v.indexOf('.');
    return [v.slice(0, dot), checkName(v.slice(dot + 1), v.slice(0, dot))];
  };
  const [[db, from], [toDb, to]] = [part(ctx.cmd.get('renameCollection')), part(ctx.cmd.get('to'))];
  const c = ctx.engine.catalog.find(db, from, ctx.txn) ?? fail(26, `Source collection ${db}.${from} does not exist`);
  if (c.view) fail(166, `cannot rename view: ${db}.${from}`);
  if (db === toDb && from === to) fail(20, 'Can\'t rename a collection to itself');
  const old = ctx.engine.catalog.find(toDb, to);
  if (old && !flag(ctx.cmd, 'dropTarget')) fail(48, 'target namespace exists');
  const garbage = { docs: old ? [old.id] : [], idx: old ? old.indexes.map((i) => i.id) : [] };
  await discard(ctx.engine, garbage, () => {
    if (old) ctx.engine.catalog.drop(old);
    ctx.engine.catalog.rename(c, toDb, to);
  });
  ctx.engine.cursors.killNamespace((ns) => ns === `${db}.${from}`);
  return doc({});
}

/** Commands about collections and indexes. */
export const COLLECTIONS: Record<string, Command> = {
  create: { run: create, fields: CREATE, transaction: true, views: true },
  drop: { run: drop, fields: ['writeConcern'], views: true },
  dropDatabase: { run: dropDatabase, fields: ['writeConcern'] },
  listCollections: { run: listCollections, fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'] },
  listIndexes: { run: listIndexes, fields: ['cursor'] },
  createIndexes: { run: createIndexes, fields: ['indexes', 'commitQuorum', 'writeConcern', 'ignoreUnknownIndexOptions'], transaction: true },
  dropIndexes: { run: dropIndexesCommand, fields: ['index', 'writeConcern'] },
  deleteIndexes: { run: dropIndexesCommand, fields: ['index', 'writeConcern'] },
  collMod: { run: collMod, fields: ['index', 'validator', 'validationLevel', 'validationAction', 'changeStreamPreAndPostImages', 'writeConcern'] },
  renameCollection: { run: renameCollection, fields: ['to', 'dropTarget', 'writeConcern'], admin: true },
};
