import { fail } from '../errors.ts';
import { ordered } from '../bson/collate.ts';
import { parseCollation } from '../bson/collation.ts';
import { decode } from '../bson/decode.ts';
import { doc, int, isDoc } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Found } from '../engine/scan.ts';
import { positionOf, prepare } from '../engine/query.ts';
import type { Prepared } from '../engine/query.ts';
import type { View } from '../engine/view.ts';
import type { Collection } from '../engine/catalog.ts';
import { statementVars } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import { compileUpdate } from '../query/update.ts';
import { isLarge, search, targets } from './batch.ts';
import { collectionName, docArg, flag } from './context.ts';
import type { Command, Context } from './context.ts';
import { applyUpdate, upsertInsert } from './update.ts';

async function findAndModify(ctx: Context): Promise<Doc> {
  const { engine, cmd } = ctx;
  const name = collectionName(ctx);
  const by = parseCollation(cmd.get('collation'));
  const [removing, updating, upsert] = [flag(cmd, 'remove'), cmd.has('update'), flag(cmd, 'upsert')];
  if (removing === updating) fail(9, removing ? 'Cannot specify both an update and remove=true' : 'Either an update or remove=true must be specified');
  if (removing && upsert) fail(9, "Cannot specify both upsert=true and remove=true ");
  if (removing && flag(cmd, 'new')) fail(9, "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
  const vars = statementVars(cmd.get('let'), by);
  const update = updating ? ordered(by, () => compileUpdate(cmd.get('update'), cmd.get('arrayFilters'))) : undefined;
  const c = upsert ? await engine.ensure(ctx, ctx.db, name) : engine.catalog.find(ctx.db, name, ctx.txn);
  const spec = { filter: docArg(cmd, 'query') ?? new Map<string, Value>(), sort: docArg(cmd, 'sort'), projection: docArg(cmd, 'fields'), hint: cmd.get('hint'), vars, by };
  engine.opcounters.command!++;
  const first = prepare(c, spec);
  const ahead = c && !first.sort.length && isLarge(c, first, false) ? { rids: await search(ctx, c, first, spec, 1), writes: c.writes } : undefined;
  return engine.mutate(ctx, (view) => {
    const p = prepare(c, spec);
    const found = targets(view, c, p, false, ahead)[0];
    if (removing) return removed(ctx, view, c, found, p, vars);
    if (!found) {
      if (!upsert || !c) return doc({ lastErrorObject: { n: int(0), updatedExisting: false }, value: null });
      const made = upsertInsert(ctx, view, c, p, update!, vars);
      return doc({ lastErrorObject: { n: int(1), updatedExisting: false, upserted: made.get('_id') }, value: flag(cmd, 'new') ? shown(p, made, vars) : null });
    }
    const { before, after } = applyUpdate(ctx, view, c!, found, p, update!, vars);
    return doc({ lastErrorObject: { n: int(1), updatedExisting: true }, value: shown(p, flag(cmd, 'new') ? after : before, vars) });
  });
}

function removed(ctx: Context, view: View, c: Collection | undefined, found: Found | undefined, p: Prepared, vars: Vars): Doc {
  if (!found || !c) return doc({ lastErrorObject: { n: int(0) }, value: null });
  const d = decode(found.bytes);
  ctx.engine.records.remove(view, c, found.rid, d);
  return doc({ lastErrorObject: { n: int(1) }, value: shown(p, d, vars) });
}

function shown(p: Prepared, d: Doc, vars: Vars): Value {
  if (!p.project) return d;
  const v = p.project(d, new Map([...vars, ['ROOT', d]]), p.positional ? positionOf(p, d) : undefined);
  return isDoc(v) ? v : null;
}

const FIELDS = ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters', 'hint', 'collation', 'bypassDocumentValidation', 'let', 'writeConcern'];

/** findAndModify, under both its spellings. */
export const MODIFY: Record<string, Command> = {
  findAndModify: { run: findAndModify, fields: FIELDS, transaction: true, writes: true },
  findandmodify: { run: findAndModify, fields: FIELDS, transaction: true, writes: true },
};
