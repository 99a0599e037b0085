import { fail } from '../errors.ts';
import { ordered } from '../bson/collate.ts';
import { parseCollation } from '../bson/collation.ts';
import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { equal } from '../bson/order.ts';
import { doc, int, isDoc, ObjectId, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Collection } from '../engine/catalog.ts';
import { positionOf, prepare } from '../engine/query.ts';
import type { FindSpec, Prepared } from '../engine/query.ts';
import { checkId, prepare as prepareInsert } from '../engine/records.ts';
import type { View } from '../engine/view.ts';
import { statementVars } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import { equalities } from '../query/filter.ts';
import { compileUpdate } from '../query/update.ts';
import type { Update } from '../query/update.ts';
import { begin, each, errorsOf, inChunks, isLarge, search, statements, stopped, targets } from './batch.ts';
import type { Ahead } from './batch.ts';
import { collectionName, docArg, flag, onlyFields } from './context.ts';
import type { Context } from './context.ts';

/** One update statement, compiled. */
interface UpdateOp { update: Update; multi: boolean; upsert: boolean; vars: Vars; spec: FindSpec; p: Prepared }

const UPDATE_FIELDS = ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation', 'sampleId'];

function updateOp(ctx: Context, d: Doc, c: Collection | undefined): UpdateOp {
  onlyFields(d, 'update.updates', UPDATE_FIELDS);
  const by = parseCollation(d.get('collation'));
  const filter = docArg(d, 'q') ?? fail(40414, "BSON field 'update.updates.q' is missing but a required field");
  if (!d.has('u')) fail(40414, "BSON field 'update.updates.u' is missing but a required field");
  const update = ordered(by, () => compileUpdate(d.get('u'), d.get('arrayFilters')));
  const multi = flag(d, 'multi');
  if (multi && update.kind === 'replace') fail(9, 'multi update is not supported for replacement-style update');
  const vars = new Map([...statementVars(ctx.cmd.get('let'), by), ...constants(d.get('c'))]);
  const spec: FindSpec = { filter, hint: d.get('hint'), vars, by };
  return { update, multi, upsert: flag(d, 'upsert'), vars, spec, p: prepare(c, spec) };
}

const constants = (c: Value | undefined): Map<string, Value> => (isDoc(c) ? c : new Map());

/** Applies an update to one stored document; true when it changed. */
export function applyUpdate(ctx: Context, view: View, c: Collection, found: { rid: number; bytes: Buffer }, p: Prepared, update: Update, vars: Vars): { changed: boolean; before: Doc; after: Doc } {
  const before = decode(found.bytes);
  const work = decode(found.bytes);
  const position = update.kind === 'operators' ? positionOf(p, before) : -1;
  const after = update.apply(work, { position, inserting: false, vars });
  if (!equal(before.get('_id'), after.get('_id'))) {
    fail(66, update.kind === 'replace' ? `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${String(after.get('_id'))}` : "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const changed = ctx.engine.records.update(view, c, found.rid, { bytes: found.bytes, doc: before }, after, flag(ctx.cmd, 'bypassDocumentValidation'));
  return { changed, before, after };
}

/** Inserts what an upsert makes of its filter and update. */
export function upsertInsert(ctx: Context, view: View, c: Collection, p: Prepared, update: Update, vars: Vars): Doc {
  const base: Doc = new Map();
  const from = equalities(p.node);
  if (update.kind === 'replace') {
    if (from.has('_id')) base.set('_id', from.get('_id')!);
  } else for (const [path, v] of from) setPath(base, path.split('.'), v);
  const idBefore = base.get('_id');
  const made = update.apply(base, { position: -1, inserting: true, vars });
  if (idBefore !== undefined && made.has('_id') && !equal(made.get('_id'), idBefore)) fail(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  const full: Doc = new Map([['_id', made.get('_id') ?? new ObjectId()], ...made]);
  checkId(full.get('_id'));
  ctx.engine.records.insert(view, c, prepareInsert(encode(full), full).bytes, full, flag(ctx.cmd, 'bypassDocumentValidation'));
  return full;
}

function setPath(d: Doc, parts: string[], v: Value): void {
  const [head, ...rest] = parts as [string, ...string[]];
  if (!rest.length) {
    d.set(head, v);
    return;
  }
  const child = d.get(head);
  const next: Doc = isDoc(child) ? child : child === undefined ? new Map() : fail(54, `cannot infer query fields to set, path '${head}' is a ${typeName(child)}`);
  if (next !== child) d.set(head, next);
  setPath(next, rest, v);
}

/** The update command. */
export async function update(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const { engine } = ctx;
  const list = statements(ctx, 'updates').map((b) => decode(b));
  const progress = begin(ctx);
  const upserted: Doc[] = [];
  let [n, nModified] = [0, 0];
  // A statement that has to wait for a transaction starts again: what it has already changed is left alone then.
  const applied = new Set<number>();
  // What a statement changed before it failed is changed, but MongoDB does not count it.
  let before = { at: -1, n, nModified };
  const uncounted = (failed: number): void => {
    if (progress.errors.length > failed) ({ n, nModified } = before);
    applied.clear();
  };
  const start = (at: number): void => { if (before.at !== at) before = { at, n, nModified }; };
  const c = list.some((d) => flag(d, 'upsert')) ? await engine.ensure(ctx, ctx.db, name) : engine.catalog.find(ctx.db, name, ctx.txn);
  const summary = (): Doc => doc({ n: int(n), nModified: int(nModified), ...(upserted.length ? { upserted } : {}), ...errorsOf(progress) });
  const apply = (view: View, op: UpdateOp, f: { rid: number; bytes: Buffer }): void => {
    if (applied.has(f.rid)) return;
    if (applyUpdate(ctx, view, c!, f, op.p, op.update, op.vars).changed) nModified++;
    n++;
    applied.add(f.rid);
  };
  let reply: Doc = new Map();
  while (progress.at < list.length && !stopped(progress)) {
    const large = heavy(ctx, list[progress.at]!, c);
    const first = progress.at;
    if (large?.multi && !large.upsert && !ctx.retry) {
      const failed = progress.errors.length;
      start(first);
      await inChunks(ctx, c!, large.p, large.spec, progress, (view, f) => apply(view, large, f));
      uncounted(failed);
      reply = summary();
      continue;
    }
    const ahead: Ahead = new Map();
    const end = await upcoming(ctx, list, first, c, ahead);
    reply = await engine.mutate(ctx, (view) => {
      each(progress, end, (i) => {
        start(i);
        const op = updateOp(ctx, list[i]!, c);
        const found = applied.size && !op.multi ? [] : targets(view, c, op.p, op.multi, ahead.get(i));
        for (const f of found) apply(view, op, f);
        const any = found.length + applied.size > 0;
        applied.clear();
        if (any || !op.upsert || !c) return;
        upserted.push(doc({ index: i, _id: upsertInsert(ctx, view, c, op.p, op.update, op.vars).get('_id') }));
        n++;
      }, uncounted);
      return summary();
    });
    if (ctx.retry) break;
  }
  engine.opcounters.update! += list.length;
  return reply;
}

/** A statement that must be searched ahead, compiled; undefined for others and for faulty ones, which fail in their turn. */
function heavy(ctx: Context, d: Doc, c: Collection | undefined): UpdateOp | undefined {
  if (!c || c.count < 1000) return undefined;
  try {
    const op = updateOp(ctx, d, c);
    return isLarge(c, op.p, op.multi) ? op : undefined;
  } catch {
    return undefined;
  }
}

/** How far the batch goes in one step: up to the next statement to be done in chunks. Large searches on the way are made ahead. */
async function upcoming(ctx: Context, list: Doc[], from: number, c: Collection | undefined, ahead: Ahead): Promise<number> {
  for (let i = from; i < list.length; i++) {
    const op = heavy(ctx, list[i]!, c);
    if (!op) continue;
    if (op.multi && !ctx.retry && i > from) return i;
    ahead.set(i, { rids: await search(ctx, c!, op.p, op.spec, op.multi ? 0 : 1), writes: c!.writes });
  }
  return list.length;
}
