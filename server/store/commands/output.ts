import { fail, StoreError } from '../errors.ts';
import type { Order } from '../bson/collate.ts';
import { encode } from '../bson/encode.ts';
import { decode } from '../bson/decode.ts';
import { doc, isDoc, ObjectId, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Collection } from '../engine/catalog.ts';
import { prepare, select } from '../engine/query.ts';
import type { Source } from '../engine/query.ts';
import { prepare as prepareInsert } from '../engine/records.ts';
import { compileExpression, statementVars } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import { plainGet } from '../query/path.ts';
import { checkName } from './context.ts';
import type { Context } from './context.ts';
import { dropCollection } from './collections.ts';

const CHUNK = 500;

function target(ctx: Context, v: Value | undefined, stage: string): { db: string; coll: string } {
  if (typeof v === 'string') return { db: ctx.db, coll: checkName(v, ctx.db) };
  if (isDoc(v) && typeof v.get('coll') === 'string') return { db: (v.get('db') as string | undefined) ?? ctx.db, coll: v.get('coll') as string };
  return fail(16990, `${stage} only supports a string or object argument, but found ${typeName(v)}`);
}

async function inChunks(source: Source<Doc>, run: (docs: Doc[]) => Promise<void>): Promise<void> {
  for (let b = await source(); b; b = await source()) for (let i = 0; i < b.length; i += CHUNK) await run(b.slice(i, i + CHUNK));
}

/** $out: writes into a new collection that then takes the place of the old one, its indexes kept. */
export async function runOut(ctx: Context, arg: Value, source: Source<Doc>): Promise<void> {
  if (ctx.txn) fail(263, '$out cannot be used in a transaction');
  const { engine } = ctx;
  const { db, coll } = target(ctx, arg, '$out');
  const old = engine.catalog.find(db, coll, ctx.txn);
  if (old?.view) fail(166, `Namespace ${db}.${coll} is a view, not a collection`);
  if (old?.capped) fail(17152, `namespace '${db}.${coll}' is capped so it can't be used for $out`);
  const made = await engine.write(() => {
    const c = engine.catalog.create(db, `tmp.agg_out.${new ObjectId().toHexString()}`, old?.options ?? new Map());
    for (const i of old?.indexes ?? []) if (!i.isId) engine.catalog.addIndex(c, i.spec, true);
    return c;
  });
  try {
    await inChunks(source, async (docs) => engine.write(() => { for (const d of docs) insert(ctx, made, d); }));
  } catch (e) {
    await dropCollection(ctx, made);
    throw e;
  }
  const before = engine.catalog.find(db, coll, ctx.txn);
  await engine.write(() => {
    if (before) engine.catalog.drop(before);
    engine.catalog.rename(made, db, coll);
  });
  if (before) await dropCollection(ctx, before);
}

function insert(ctx: Context, c: Collection, d: Doc): void {
  const p = prepareInsert(encode(d), d);
  ctx.engine.records.insert(ctx.engine.latest, c, p.bytes, p.doc, ctx.cmd.get('bypassDocumentValidation') === true);
}

type Sub = (docs: Doc[], pipeline: Value[], vars: Vars) => Source<Doc>;

/** $merge: inserts or merges each document by its `on` fields. */
export async function runMerge(ctx: Context, arg: Value, source: Source<Doc>, by: Order, sub: Sub): Promise<void> {
  if (ctx.txn) fail(263, '$merge cannot be used in a transaction');
  const spec = isDoc(arg) ? arg : doc({ into: arg });
  for (const k of spec.keys()) if (!['into', 'on', 'let', 'whenMatched', 'whenNotMatched'].includes(k)) fail(40415, `BSON field '$merge.${k}' is an unknown field.`);
  const { db, coll } = target(ctx, spec.get('into'), '$merge');
  const onArg = spec.get('on') ?? '_id';
  const on = (Array.isArray(onArg) ? onArg : [onArg]) as string[];
  const c = await ctx.engine.ensure(ctx, db, coll);
  if (c.view) fail(166, `Namespace ${db}.${coll} is a view, not a collection`);
  const names = new Set(on);
  // Indexes are kept in BSON's own order: under a collation none proves the fields unique.
  if (!by.simple || !c.indexes.some((i) => i.unique && i.names.length === on.length && i.names.every((n) => names.has(n)))) fail(51183, 'Cannot find index to verify that join fields will be unique');
  const [matched, missing] = [spec.get('whenMatched') ?? 'merge', spec.get('whenNotMatched') ?? 'insert'];
  await inChunks(source, async (docs) => {
    const ready = await Promise.all(docs.map(async (d) => ({ d, f: filterOf(d, on) })));
    for (const { d, f } of ready) {
      const vars = mergeVars(spec.get('let'), d);
      const computed = Array.isArray(matched) ? await mergedByPipeline(ctx, c, f, matched, vars, sub) : undefined;
      await ctx.engine.mutate({ ...ctx, retry: undefined }, () => { mergeOne(ctx, c, d, f, matched, missing, computed); return doc({}); });
    }
  });
}

function filterOf(d: Doc, on: string[]): Doc {
  const f: Doc = new Map();
  for (const k of on) {
    const v = plainGet(d, k.split('.'));
    if (v === undefined && k === '_id') d.set('_id', new ObjectId());
    else if (v === undefined || v === null || Array.isArray(v)) fail(51132, `$merge write error: 'on' field '${k}' cannot be missing, null or an array`);
    f.set(k, doc({ $eq: plainGet(d, k.split('.')) }));
  }
  return f;
}

function mergeVars(lets: Value | undefined, d: Doc): Vars {
  const vars = statementVars(undefined);
  if (isDoc(lets)) for (const [k, v] of lets) vars.set(k, compileExpression(v)(d, new Map([...vars, ['ROOT', d]])));
  return vars.set('new', d);
}

async function mergedByPipeline(ctx: Context, c: Collection, f: Doc, pipeline: Value[], vars: Vars, sub: Sub): Promise<Doc | undefined> {
  const found = select(ctx.engine.latest, c, prepare(c, { filter: f, vars }), 1, { keys: 0, docs: 0 })[0];
  return found ? (await sub([decode(found.bytes)], pipeline, vars)())?.[0] : undefined;
}

function mergeOne(ctx: Context, c: Collection, d: Doc, f: Doc, matched: Value, missing: Value, computed: Doc | undefined): void {
  const { engine } = ctx;
  const found = select(engine.latest, c, prepare(c, { filter: f, vars: new Map() }), 1, { keys: 0, docs: 0 })[0];
  if (!found) {
    if (missing === 'fail') fail(13113, '$merge could not find a matching document in the target collection for at least one document in the source collection');
    if (missing === 'insert') insert(ctx, c, d);
    return;
  }
  if (matched === 'keepExisting') return;
  if (matched === 'fail') throw new StoreError(11000, 'E11000 duplicate key error: $merge found a matching document and whenMatched is "fail"');
  const before = decode(found.bytes);
  const after = computed ?? (matched === 'replace' ? new Map([['_id', before.get('_id')!], ...d]) : new Map([...before, ...d]));
  after.set('_id', before.get('_id')!);
  engine.records.update(engine.latest, c, found.rid, { bytes: found.bytes, doc: before }, after, ctx.cmd.get('bypassDocumentValidation') === true);
}
