import { fail, StoreError } from '../errors.ts';
import { decode, findField, splitArray } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { doc, int, isDoc, ObjectId, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Collection } from '../engine/catalog.ts';
import { checkId, prepare as prepareInsert } from '../engine/records.ts';
import { positionOf, prepare, select } from '../engine/query.ts';
import type { Prepared } from '../engine/query.ts';
import type { View } from '../engine/view.ts';
import { equal } from '../bson/order.ts';
import { statementVars } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import { equalities } from '../query/filter.ts';
import { compileUpdate } from '../query/update.ts';
import type { Update } from '../query/update.ts';
import { checkCollation, collectionName, docArg, flag, onlyFields } from './context.ts';
import type { Command, Context } from './context.ts';

/** The statements of a batch as bytes, from the body or from a document sequence. */
export function statements(ctx: Context, field: string): Buffer[] {
  const sequence = ctx.sequences.get(field);
  if (sequence) return sequence;
  const at = findField(ctx.raw, field);
  if (!at || at.type !== 4) return fail(40414, `BSON field '${ctx.name}.${field}' is missing but a required field`);
  return splitArray(ctx.raw, at.at);
}

/** An error of one statement as it stands in a reply. */
export function writeError(e: unknown, index: number, limit = false): Doc {
  if (!(e instanceof StoreError) || e.code === 112 || limit) throw e;
  return doc({ index, code: e.code, errmsg: e.message, ...e.extra });
}

/** Runs each statement, stopping at the first error when ordered. Inside a transaction the first error ends it. */
function each(ctx: Context, n: number, from: { at: number }, errors: Doc[], run: (i: number) => void): void {
  const ordered = ctx.cmd.get('ordered') !== false;
  for (; from.at < n; from.at++) {
    if (errors.length && ordered) return;
    try {
      run(from.at);
    } catch (e) {
      errors.push(writeError(e, from.at));
    }
  }
}

function sizes(list: Buffer[]): void {
  if (!list.length || list.length > 100000) fail(16, `Write batch sizes must be between 1 and 100000. Got ${list.length} operations.`);
}

async function insert(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const { engine } = ctx;
  const list = statements(ctx, 'documents');
  sizes(list);
  const bypass = flag(ctx.cmd, 'bypassDocumentValidation');
  const progress = { at: 0 };
  const errors: Doc[] = [];
  let n = 0;
  for (;;) {
    const c = await engine.ensure(ctx, ctx.db, name);
    const reply = await engine.mutate(ctx, (view) => {
      if (engine.catalog.byId(c.id) !== c) return doc({ gone: true });
      each(ctx, list.length, progress, errors, (i) => {
        const { bytes, doc: d } = prepareInsert(list[i]!);
        engine.records.insert(view, c, bytes, d, bypass);
        n++;
      });
      return doc({ n: int(n), ...(errors.length ? { writeErrors: errors } : {}) });
    });
    if (reply.has('gone')) continue;
    engine.opcounters.insert! += n;
    return reply;
  }
}

/** One update statement, compiled. */
interface UpdateOp { filter: Doc; update: Update; multi: boolean; upsert: boolean; vars: Vars; prepare(c: Collection | undefined): Prepared }

const UPDATE_FIELDS = ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation', 'sampleId'];

function updateOp(ctx: Context, d: Doc): UpdateOp {
  onlyFields(d, 'update.updates', UPDATE_FIELDS);
  checkCollation(d.get('collation'));
  const filter = docArg(d, 'q') ?? fail(40414, "BSON field 'update.updates.q' is missing but a required field");
  if (!d.has('u')) fail(40414, "BSON field 'update.updates.u' is missing but a required field");
  const update = compileUpdate(d.get('u'), d.get('arrayFilters'));
  const multi = flag(d, 'multi');
  if (multi && update.kind === 'replace') fail(9, 'multi update is not supported for replacement-style update');
  const vars = new Map([...statementVars(ctx.cmd.get('let')), ...constants(d.get('c'))]);
  return { filter, update, multi, upsert: flag(d, 'upsert'), vars, prepare: (c) => prepare(c, { filter, hint: d.get('hint'), vars }) };
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

async function update(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const { engine } = ctx;
  const list = statements(ctx, 'updates');
  sizes(list);
  const parsed = list.map((b) => decode(b));
  const [progress, errors, upserted] = [{ at: 0 }, [] as Doc[], [] as Doc[]];
  let [n, nModified] = [0, 0];
  // A statement that has to wait for a transaction starts again: what it has already changed is left alone then.
  const applied = new Set<number>();
  const c = parsed.some((d) => flag(d, 'upsert')) ? await engine.ensure(ctx, ctx.db, name) : engine.catalog.find(ctx.db, name, ctx.txn);
  const reply = await engine.mutate(ctx, (view) => {
    each(ctx, parsed.length, progress, errors, (i) => {
      const op = updateOp(ctx, parsed[i]!);
      const p = op.prepare(c);
      const found = c ? select(view, c, p, op.multi ? Infinity : 1, { keys: 0, docs: 0 }) : [];
      for (const f of found) {
        if (applied.has(f.rid)) continue;
        if (applyUpdate(ctx, view, c!, f, p, op.update, op.vars).changed) nModified++;
        n++;
        applied.add(f.rid);
      }
      const any = found.length + applied.size > 0;
      applied.clear();
      if (any || !op.upsert || !c) return;
      upserted.push(doc({ index: i, _id: upsertInsert(ctx, view, c, p, op.update, op.vars).get('_id') }));
      n++;
    });
    return doc({ n: int(n), nModified: int(nModified), ...(upserted.length ? { upserted } : {}), ...(errors.length ? { writeErrors: errors } : {}) });
  });
  engine.opcounters.update! += list.length;
  return reply;
}

async function remove(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const { engine } = ctx;
  const list = statements(ctx, 'deletes');
  sizes(list);
  const [progress, errors] = [{ at: 0 }, [] as Doc[]];
  let n = 0;
  const reply = await engine.mutate(ctx, (view) => {
    const c = engine.catalog.find(ctx.db, name, ctx.txn);
    each(ctx, list.length, progress, errors, (i) => {
      const d = decode(list[i]!);
      onlyFields(d, 'delete.deletes', ['q', 'limit', 'hint', 'collation', 'sampleId']);
      checkCollation(d.get('collation'));
      const limit = Number(String(d.get('limit') ?? fail(40414, "BSON field 'delete.deletes.limit' is missing but a required field")));
      if (limit !== 0 && limit !== 1) fail(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
      const p = prepare(c, { filter: docArg(d, 'q') ?? fail(40414, "BSON field 'delete.deletes.q' is missing but a required field"), hint: d.get('hint'), vars: statementVars(ctx.cmd.get('let')) });
      if (!c) return;
      for (const f of select(view, c, p, limit || Infinity, { keys: 0, docs: 0 })) {
        engine.records.remove(view, c, f.rid, decode(f.bytes));
        n++;
      }
    });
    return doc({ n: int(n), ...(errors.length ? { writeErrors: errors } : {}) });
  });
  engine.opcounters.delete! += list.length;
  return reply;
}

const BATCH = ['ordered', 'bypassDocumentValidation', 'let', 'writeConcern'];

/** Commands that write batches. */
export const WRITE: Record<string, Command> = {
  insert: { run: insert, fields: ['documents', ...BATCH], transaction: true, writes: true },
  update: { run: update, fields: ['updates', ...BATCH], transaction: true, writes: true },
  delete: { run: remove, fields: ['deletes', ...BATCH], transaction: true, writes: true },
};
