import { fail } from '../errors.ts';
import { parseCollation } from '../bson/collation.ts';
import { keyString } from '../bson/keystring.ts';
import { bound, docKey, RID_BYTES } from '../engine/keys.ts';
import { doc, int, Int32, isDoc, ObjectId, Raw, toInteger } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { decoded, findSource, foundSource, prepare } from '../engine/query.ts';
import type { FindSpec, Source } from '../engine/query.ts';
import type { Prepared } from '../engine/query.ts';
import type { Collection } from '../engine/catalog.ts';
import { ridsOf } from '../engine/scan.ts';
import { tail } from '../engine/tail.ts';
import { statementVars } from '../expression/compile.ts';
import { visit } from '../query/path.ts';
import { viewSource } from './views.ts';
import { collectionName, countArg, docArg, flag } from './context.ts';
import type { Command, Context } from './context.ts';

/** Reads the arguments of a find. */
export function findSpec(cmd: Doc): FindSpec {
  for (const k of ['returnKey', 'showRecordId']) if (flag(cmd, k)) fail(115, `find option ${k} is not supported`);
  for (const k of ['min', 'max']) if (cmd.has(k)) fail(115, `find option ${k} is not supported`);
  const by = parseCollation(cmd.get('collation'));
  return {
    filter: docArg(cmd, 'filter') ?? new Map(), sort: docArg(cmd, 'sort'), projection: docArg(cmd, 'projection'), hint: cmd.get('hint'),
    skip: countArg(cmd, 'skip') ?? 0, limit: countArg(cmd, 'limit') ?? 0, vars: statementVars(cmd.get('let'), by), by,
  };
}

const BY_ID_ONLY = new Set(['find', 'filter', 'limit', 'singleBatch', 'lsid', '$db', '$clusterTime', 'readConcern', '$readPreference', 'comment', 'maxTimeMS', 'txnNumber', 'autocommit', 'startTransaction']);

/** The commonest query, one document by its _id and nothing else, without parsing and planning; undefined for any other. */
function findById(ctx: Context, name: string): Doc | undefined {
  const filter = ctx.cmd.get('filter');
  if (!isDoc(filter) || filter.size !== 1) return undefined;
  const id = filter.get('_id');
  if (!(id instanceof ObjectId || id instanceof Int32 || (typeof id === 'string' && id.length < 200))) return undefined;
  for (const k of ctx.cmd.keys()) if (!BY_ID_ONLY.has(k)) return undefined;
  const c = ctx.engine.catalog.find(ctx.db, name, ctx.txn);
  const index = c?.indexes[0];
  if (!c || !index?.isId || countArg(ctx.cmd, 'limit') === undefined) return undefined;
  const view = ctx.engine.view(ctx.txn);
  const rid = view.get('idx', bound(index.id, keyString([id], [1]), false));
  const bytes = rid && view.get('docs', docKey(c.id, rid.readUIntBE(0, RID_BYTES)));
  return new Map([['cursor', new Map<string, Value>([['firstBatch', bytes ? [new Raw(bytes)] : []], ['id', 0n], ['ns', `${ctx.db}.${name}`]])]]);
}

async function find(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const known = findById(ctx, name);
  if (known) {
    ctx.engine.opcounters.query!++;
    return known;
  }
  const spec = findSpec(ctx.cmd);
  const c = ctx.engine.catalog.find(ctx.db, name, ctx.txn);
  const p = prepare(c, spec);
  ctx.engine.opcounters.query!++;
  const following = flag(ctx.cmd, 'tailable') && c ? follow(ctx, c, p, spec) : undefined;
  const source = following?.source ?? (c?.view ? viewSource(ctx, name, spec) : findSource(ctx.engine.view(ctx.txn), c, p, spec, ctx.pacer, { keys: 0, docs: 0 }));
  const cursor = ctx.engine.cursors.make(`${ctx.db}.${name}`, source, ctx.pacer, owner(ctx));
  if (following) cursor.tail = following.tail;
  cursor.noTimeout = flag(ctx.cmd, 'noCursorTimeout');
  const firstBatch = await ctx.engine.cursors.first(cursor, countArg(ctx.cmd, 'batchSize'), flag(ctx.cmd, 'singleBatch'), spec.limit !== 0);
  return doc({ cursor: { firstBatch, id: cursor.id, ns: cursor.ns } });
}

function follow(ctx: Context, c: Collection, p: Prepared, spec: FindSpec): ReturnType<typeof tail> {
  if (!c.capped) fail(2, 'error processing query: tailable cursor requested on non capped collection');
  if (ctx.txn) fail(263, 'Cannot create a tailable cursor in a multi-document transaction.');
  if (p.sort.length && (p.sort[0]!.path !== '$natural' || p.sort[0]!.direction < 0)) fail(2, 'cannot use tailable option with a sort other than {$natural: 1}');
  return tail(ctx.engine, c, p, spec, flag(ctx.cmd, 'awaitData'));
}

/** Session and transaction a cursor belongs to. */
export const owner = (ctx: Context): { sid: string | undefined; txn: bigint | undefined } => ({ sid: ctx.sid, txn: ctx.txn?.number });

async function getMore(ctx: Context): Promise<Doc> {
  const id = ctx.cmd.get('getMore');
  const coll = ctx.cmd.get('collection');
  if (typeof id !== 'bigint') return fail(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
  if (typeof coll !== 'string') return fail(73, 'getMore needs a collection');
  ctx.engine.opcounters.getmore!++;
  ctx.engine.view(ctx.txn);
  const { batch, id: next } = await ctx.engine.cursors.next(id, `${ctx.db}.${coll}`, countArg(ctx.cmd, 'batchSize'), owner(ctx), countArg(ctx.cmd, 'maxTimeMS'));
  return doc({ cursor: { nextBatch: batch, id: next, ns: `${ctx.db}.${coll}` } });
}

function killCursors(ctx: Context): Doc {
  const ids = (ctx.cmd.get('cursors') as Value[]).map((v) => (typeof v === 'bigint' ? v : BigInt(toInteger(v) ?? 0)));
  const killed = ids.filter((id) => ctx.engine.cursors.kill(id, `${ctx.db}.${collectionName(ctx)}`));
  return doc({ cursorsKilled: killed, cursorsNotFound: ids.filter((id) => !killed.includes(id)), cursorsAlive: [], cursorsUnknown: [] });
}

/** Counts matching documents; by the collection's count or by index keys alone where these are exact. */
export async function countMatching(ctx: Context, name: string, spec: FindSpec): Promise<number> {
  const c = ctx.engine.catalog.find(ctx.db, name, ctx.txn);
  const p = prepare(c, spec);
  if (!c) return 0;
  if (c.view) return (await drained(viewSource(ctx, name, spec))).length;
  const view = ctx.engine.view(ctx.txn);
  const skip = spec.skip ?? 0;
  const cut = (n: number): number => Math.min(Math.max(0, n - skip), spec.limit || Infinity);
  if (p.trivial && !ctx.txn && spec.hint === undefined) return cut(c.count);
  if (p.plan.kind === 'index' && p.plan.covers) {
    let n = 0;
    for (const rid of ridsOf(view, p.plan, { keys: 0, docs: 0 })) {
      void rid;
      n++;
      if (ctx.pacer.due()) await ctx.pacer.pause();
    }
    return cut(n);
  }
  const source = foundSource(view, c, p, spec, ctx.pacer, { keys: 0, docs: 0 }, decoded(new Set()));
  let n = 0;
  for (let b = await source(); b; b = await source()) n += b.length;
  return n;
}

async function drained<T>(source: Source<T>): Promise<T[]> {
  const out: T[] = [];
  for (let b = await source(); b; b = await source()) out.push(...b);
  return out;
}

async function count(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  ctx.engine.opcounters.command!++;
  const limit = Math.abs(toInteger(ctx.cmd.get('limit')) ?? 0);
  return doc({ n: int(await countMatching(ctx, name, { filter: docArg(ctx.cmd, 'query') ?? new Map(), hint: ctx.cmd.get('hint'), skip: countArg(ctx.cmd, 'skip') ?? 0, limit, vars: statementVars(undefined), by: parseCollation(ctx.cmd.get('collation')) })) });
}

async function distinct(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const by = parseCollation(ctx.cmd.get('collation'));
  const key = ctx.cmd.get('key');
  if (typeof key !== 'string') return fail(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const spec: FindSpec = { filter: docArg(ctx.cmd, 'query') ?? new Map(), hint: ctx.cmd.get('hint'), vars: statementVars(undefined), by };
  const c = ctx.engine.catalog.find(ctx.db, name, ctx.txn);
  const p = prepare(c, spec);
  const source = c?.view ? viewSource(ctx, name, spec) : foundSource(ctx.engine.view(ctx.txn), c, p, spec, ctx.pacer, { keys: 0, docs: 0 }, decoded(new Set([key.split('.')[0]!])));
  const seen = new Map<string, Value>();
  const parts = key.split('.');
  for (let b = await source(); b; b = await source()) {
    for (const f of b) {
      visit(f, parts, 0, false, (v) => {
        for (const x of Array.isArray(v) ? v : [v]) {
          if (x === undefined) continue;
          const k = by.identity(x);
          if (!seen.has(k)) seen.set(k, x);
        }
        return false;
      });
    }
  }
  return doc({ values: [...seen.values()] });
}

const FIND = ['filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch', 'min', 'max', 'returnKey', 'showRecordId', 'tailable', 'awaitData', 'noCursorTimeout', 'allowPartialResults', 'oplogReplay', 'collation', 'allowDiskUse', 'let'];

/** Commands that read. */
export const READ: Record<string, Command> = {
  find: { run: find, fields: FIND, transaction: true, views: true },
  getMore: { run: getMore, fields: ['collection', 'batchSize'], transaction: true },
  killCursors: { run: killCursors, fields: ['cursors'], transaction: true },
  count: { run: count, fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'], views: true },
  distinct: { run: distinct, fields: ['key', 'query', 'hint', 'collation'], transaction: true, views: true },
};
