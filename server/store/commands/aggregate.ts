import { fail } from '../errors.ts';
import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { Binary, doc, int, isDoc, isNullish, toInteger } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { ordered } from '../bson/collate.ts';
import type { Order } from '../bson/collate.ts';
import { parseCollation } from '../bson/collation.ts';
import type { Collection } from '../engine/catalog.ts';
import { decoded, foundSource, MEMORY_CAP, prepare, STORED } from '../engine/query.ts';
import type { FindSpec, Source } from '../engine/query.ts';
import { ridsOf, scan } from '../engine/scan.ts';
import type { Found, Take } from '../engine/scan.ts';
import { statementVars } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import type { Plan } from '../engine/plan.ts';
import { batches, chain, compilePipeline, once } from '../pipeline/stages.ts';
import type { Scope } from '../pipeline/stages.ts';
import { neededFields } from '../pipeline/needs.ts';
import { visit } from '../query/path.ts';
import { checkName, countArg, flag, onlyFields } from './context.ts';
import type { Command, Context } from './context.ts';
import { runMerge, runOut } from './output.ts';
import { owner } from './read.ts';
import { statsOf } from './diagnostics.ts';
import { explained } from './explain.ts';

/** The part of a pipeline that a find can do, and the rest. */
export function split(pipeline: Value[], vars: Vars, hint: Value | undefined, by: Order): { spec: FindSpec; rest: Value[] } {
  const filters: Value[] = [];
  let i = 0;
  const stage = (name: string): Value | undefined => {
    const s = pipeline[i];
    return isDoc(s) && s.size === 1 ? s.get(name) : undefined;
  };
  for (let m = stage('$match'); isDoc(m); m = stage('$match')) { filters.push(m); i++; }
  const spec: FindSpec = { filter: filters.length === 1 ? (filters[0] as Doc) : filters.length ? doc({ $and: filters }) : new Map(), vars, hint, by };
  const sort = stage('$sort');
  if (isDoc(sort) && sort.size) { spec.sort = sort; i++; }
  const skip = stage('$skip');
  if (skip !== undefined && (toInteger(skip) ?? -1) >= 0) { spec.skip = toInteger(skip)!; i++; }
  const limit = stage('$limit');
  if (limit !== undefined && (toInteger(limit) ?? 0) > 0) { spec.limit = toInteger(limit)!; i++; }
  return { spec, rest: pipeline.slice(i) };
}

/** Runs a pipeline over a collection, or over what a view shows. */
export function run(ctx: Context, db: string, coll: string | undefined, pipeline: Value[], vars: Vars, by: Order, hint?: Value): Source<Doc> {
  const scope = scopeOf(ctx, vars, by);
  const first = pipeline[0];
  if (isDoc(first) && first.has('$documents')) return chain(ordered(by, () => compilePipeline(pipeline.slice(1))), batches(documents(first.get('$documents')!, vars)), scope);
  if (coll === undefined) return compilePipeline(pipeline) && fail(73, "{aggregate: 1} is not valid for this pipeline");
  const view = ctx.engine.catalog.find(db, coll, ctx.txn)?.view;
  if (view) {
    if (!by.simple) fail(167, "Cannot override a view's default collation");
    return run(ctx, db, view.on, [...view.pipeline, ...pipeline], vars, by, hint);
  }
  const { spec, rest } = split(pipeline, vars, hint, by);
  const stages = ordered(by, () => compilePipeline(rest));
  const c = ctx.engine.catalog.find(db, coll, ctx.txn);
  const p = prepare(c, spec);
  const fields = neededFields(rest);
  if (c && fields?.size === 0 && p.plan.kind === 'index' && p.plan.covers && !spec.skip && !spec.limit) return chain(stages, keysOnly(ctx, p.plan), scope);
  if (fields) for (const s of p.sort) fields.add(s.parts[0]!);
  const found = foundSource(ctx.engine.view(ctx.txn), c, p, spec, ctx.pacer, { keys: 0, docs: 0 }, decoded(fields));
  return chain(stages, found, scope);
}

/** An empty document for each key in range: for pipelines that only count. */
function keysOnly(ctx: Context, p: Plan): Source<Doc> {
  const rids = ridsOf(ctx.engine.view(ctx.txn), p, { keys: 0, docs: 0 });
  return async () => {
    const out: Doc[] = [];
    for (let next = rids.next(); !next.done; next = rids.next()) if (out.push(new Map()) >= 1000) break;
    if (ctx.pacer.due()) await ctx.pacer.pause();
    return out.length ? out : undefined;
  };
}

function documents(v: Value, vars: Vars): Doc[] {
  void vars;
  if (!Array.isArray(v)) return fail(5858203, 'an array is expected for $documents');
  return v.map((d) => (isDoc(d) ? d : fail(5858203, '$documents needs documents')));
}

function scopeOf(ctx: Context, vars: Vars, by: Order): Scope {
  return {
    vars, pacer: ctx.pacer,
    run: (coll, pipeline, inner) => (typeof coll === 'object' ? run(ctx, coll.db, coll.coll, pipeline, inner, by) : run(ctx, ctx.db, coll, pipeline, inner, by)),
    joiner: (coll, field) => joiner(ctx, coll, field, by),
    write: async (stage, arg, source) => (stage === '$out' ? runOut(ctx, arg, source) : runMerge(ctx, arg, source, by, (c, p, v) => chain(compilePipeline(p), batches(c), scopeOf(ctx, v, by)))),
  };
}

/** Joins by index where there is one, else by reading the other collection once. */
async function joiner(ctx: Context, coll: string, field: string, by: Order): Promise<(values: Value[]) => Promise<Doc[]>> {
  const c = ctx.engine.catalog.find(ctx.db, coll, ctx.txn);
  if (!c) return async () => [];
  if (c.view) return hashJoin(ctx, encodedSource(run(ctx, ctx.db, coll, [], new Map(), by)), field, by);
  const filterOf = (values: Value[]): Doc => doc({ [field]: doc({ $in: values }) });
  const indexed = by.simple && prepare(c, { filter: filterOf([1]), vars: new Map() }).plan.kind === 'index';
  if (!indexed) return hashJoin(ctx, stored(ctx, c), field, by);
  return async (values) => {
    const spec: FindSpec = { filter: filterOf(values), vars: new Map() };
    const source = foundSource(ctx.engine.view(ctx.txn), c, prepare(c, spec), spec, ctx.pacer, { keys: 0, docs: 0 }, STORED);
    const out: { rid: number; d: Doc }[] = [];
    for (let b = await source(); b; b = await source()) for (const f of b) out.push({ rid: f.rid, d: decode(f.bytes) });
    return out.sort((a, b) => a.rid - b.rid).map((x) => x.d);
  };
}

/** The documents of a collection in natural order, as bytes. */
async function* stored(ctx: Context, c: Collection): AsyncGenerator<Buffer> {
  for (const f of scan(ctx.engine.view(ctx.txn), c, { kind: 'collection', reverse: false, sorted: true }, { keys: 0, docs: 0 }, STORED.make as Take<Found>)) if (f) yield f.bytes;
}

async function* encodedSource(source: Source<Doc>): AsyncGenerator<Buffer> {
  for (let b = await source(); b; b = await source()) for (const d of b) yield encode(d);
}

/** Reads documents once and keeps them by the values of a field. */
async function hashJoin(ctx: Context, all: AsyncGenerator<Buffer>, field: string, { identity }: Order): Promise<(values: Value[]) => Promise<Doc[]>> {
  const table = new Map<string, number[]>();
  const docs: Buffer[] = [];
  const parts = field.split('.');
  let size = 0;
  for await (const bytes of all) {
    const n = docs.push(bytes) - 1;
    if ((size += bytes.length + 100) > MEMORY_CAP) fail(292, '$lookup needs an index on the foreign field: the other collection is too large to hold');
    const keys = new Set<string>();
    visit(decode(bytes), parts, 0, true, (v) => { keys.add(identity(isNullish(v) ? null : v)); return false; });
    for (const k of keys) (table.get(k) ?? table.set(k, []).get(k)!).push(n);
    if (ctx.pacer.due()) await ctx.pacer.pause();
  }
  return async (values) => {
    const rows = new Set<number>();
    for (const v of values) for (const n of table.get(identity(isNullish(v) ? null : v)) ?? []) rows.add(n);
    return [...rows].sort((a, b) => a - b).map((n) => decode(docs[n]!));
  };
}

/** Checks the pipeline's shape as MongoDB does before running it. */
export function pipelineOf(cmd: Doc): Value[] {
  const pipeline = cmd.get('pipeline');
  if (!Array.isArray(pipeline)) return fail(14, "'pipeline' option must be specified as an array");
  pipeline.forEach((s, i) => {
    if (!isDoc(s)) return fail(14, "Each element of the 'pipeline' array must be an object");
    if (s.size !== 1) fail(40323, 'A pipeline stage specification object must contain exactly one field.');
    if ((s.has('$out') || s.has('$merge')) && i !== pipeline.length - 1) fail(40601, `${[...s.keys()][0]} can only be the final stage in the pipeline`);
    if (s.has('$documents') && i) fail(40602, '$documents is only valid as the first stage in a pipeline');
  });
  return pipeline;
}

async function aggregate(ctx: Context): Promise<Doc> {
  const { cmd, engine } = ctx;
  const by = parseCollation(cmd.get('collation'));
  const pipeline = pipelineOf(cmd);
  const target = cmd.get('aggregate');
  const coll = typeof target === 'string' ? checkName(target, ctx.db) : undefined;
  if (flag(cmd, 'explain')) return explained(ctx, cmd, 'queryPlanner');
  const cursorArg = cmd.get('cursor');
  if (!isDoc(cursorArg)) return fail(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  onlyFields(cursorArg, 'aggregate.cursor', ['batchSize']);
  const vars = statementVars(cmd.get('let'), by);
  engine.opcounters.command!++;
  const ns = `${ctx.db}.${coll ?? '$cmd.aggregate'}`;
  const source = special(ctx, coll, pipeline, by) ?? run(ctx, ctx.db, coll, pipeline, vars, by, cmd.get('hint'));
  const last = pipeline.at(-1);
  const writes = isDoc(last) && (last.has('$out') || last.has('$merge'));
  if (writes) while (await source()) { /* the last stage writes as it is drawn */ }
  const cursor = engine.cursors.make(ns, writes ? async () => undefined : source, ctx.pacer, owner(ctx));
  const firstBatch = await engine.cursors.first(cursor, countArg(cursorArg, 'batchSize'), false, false);
  return doc({ cursor: { firstBatch, id: cursor.id, ns } });
}

/** Stages that describe the store instead of reading documents. */
function special(ctx: Context, coll: string | undefined, pipeline: Value[], by: Order): Source<Doc> | undefined {
  const first = pipeline[0];
  if (!isDoc(first)) return undefined;
  const c = coll === undefined ? undefined : ctx.engine.catalog.find(ctx.db, coll, ctx.txn);
  if (c?.view) return undefined;
  const over = (docs: Doc[]): Source<Doc> => chain(ordered(by, () => compilePipeline(pipeline.slice(1))), batches(docs), scopeOf(ctx, statementVars(undefined), by));
  if (first.has('$collStats')) {
    const arg = first.get('$collStats') as Doc;
    if (!c) return fail(26, `Collection [${ctx.db}.${coll}] not found.`);
    for (const k of arg.keys()) if (k !== 'count' && k !== 'storageStats') fail(115, `$collStats.${k} is not supported`);
    const source = async (): Promise<Doc[]> => [doc({ ns: `${ctx.db}.${coll}`, localTime: new Date(), ...(arg.has('count') ? { count: int(c.count) } : {}), ...(arg.has('storageStats') ? { storageStats: await statsOf(ctx, c) } : {}) })];
    return chain(ordered(by, () => compilePipeline(pipeline.slice(1))), once(source), scopeOf(ctx, statementVars(undefined), by));
  }
  if (first.has('$listLocalSessions') || first.has('$listSessions')) {
    return over(ctx.engine.sessions.list().map(({ sid, lastUse }) => doc({ _id: { id: new Binary(Buffer.from(sid, 'hex'), 4), uid: new Binary(Buffer.alloc(32), 0) }, lastUse })));
  }
  if (first.has('$indexStats')) {
    return over((c?.indexes ?? []).map((i) => doc({ name: i.name, key: i.spec.get('key'), accesses: { ops: 0n, since: new Date(ctx.engine.startedAt) } })));
  }
  return undefined;
}

/** The aggregate command. */
export const AGGREGATE: Record<string, Command> = {
  aggregate: { run: aggregate, fields: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'collation', 'hint', 'let', 'writeConcern'], transaction: true, views: true },
};
