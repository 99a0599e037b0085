import { fail } from '../errors.ts';
import { parseCollation } from '../bson/collation.ts';
import { decode } from '../bson/decode.ts';
import { doc, int, toNumber } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import type { Collection } from '../engine/catalog.ts';
import { prepare } from '../engine/query.ts';
import type { FindSpec, Prepared } from '../engine/query.ts';
import type { Found } from '../engine/scan.ts';
import type { View } from '../engine/view.ts';
import { statementVars } from '../expression/compile.ts';
import { begin, each, errorsOf, inChunks, isLarge, search, statements, stopped, targets } from './batch.ts';
import type { Ahead } from './batch.ts';
import { collectionName, docArg, onlyFields } from './context.ts';
import type { Context } from './context.ts';

interface DeleteOp { multi: boolean; spec: FindSpec; p: Prepared }

function deleteOp(ctx: Context, d: Doc, c: Collection | undefined): DeleteOp {
  onlyFields(d, 'delete.deletes', ['q', 'limit', 'hint', 'collation', 'sampleId']);
  const limit = toNumber(d.get('limit') ?? fail(40414, "BSON field 'delete.deletes.limit' is missing but a required field"));
  if (limit !== 0 && limit !== 1) fail(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  const by = parseCollation(d.get('collation'));
  const spec: FindSpec = { filter: docArg(d, 'q') ?? fail(40414, "BSON field 'delete.deletes.q' is missing but a required field"), hint: d.get('hint'), vars: statementVars(ctx.cmd.get('let'), by), by };
  return { multi: limit === 0, spec, p: prepare(c, spec) };
}

/** The delete command. */
export async function remove(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const { engine } = ctx;
  const list = statements(ctx, 'deletes').map((b) => decode(b));
  const progress = begin(ctx);
  const c = engine.catalog.find(ctx.db, name, ctx.txn);
  let n = 0;
  const removeOne = (view: View, f: Found): void => {
    engine.records.remove(view, c!, f.rid, decode(f.bytes));
    n++;
  };
  let reply: Doc = new Map();
  while (progress.at < list.length && !stopped(progress)) {
    const plan = heavy(ctx, list[progress.at]!, c);
    if (plan?.multi && !ctx.retry) {
      await inChunks(ctx, c!, plan.p, plan.spec, progress, removeOne);
      reply = doc({ n: int(n), ...errorsOf(progress) });
      continue;
    }
    const ahead: Ahead = new Map();
    const end = await upcoming(ctx, list, progress.at, c, ahead);
    reply = await engine.mutate(ctx, (view) => {
      each(progress, end, (i) => {
        const op = deleteOp(ctx, list[i]!, c);
        for (const f of targets(view, c, op.p, op.multi, ahead.get(i))) removeOne(view, f);
      });
      return doc({ n: int(n), ...errorsOf(progress) });
    });
    if (ctx.retry) break;
  }
  engine.opcounters.delete! += list.length;
  return reply;
}

/** A statement that must be searched ahead, compiled; undefined for others and for faulty ones, which fail in their turn. */
function heavy(ctx: Context, d: Doc, c: Collection | undefined): DeleteOp | undefined {
  try {
    const op = deleteOp(ctx, d, c);
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
    if (op.multi && !ctx.retry) return i;
    ahead.set(i, { rids: await search(ctx, c!, op.p, op.spec, op.multi ? 0 : 1), writes: c!.writes });
  }
  return list.length;
}
