import { decode } from '../bson/decode.ts';
import { doc, int } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { prepare } from '../engine/records.ts';
import { begin, each, errorsOf, statements } from './batch.ts';
import { collectionName, flag } from './context.ts';
import type { Context } from './context.ts';

/** The insert command: documents are stored byte for byte as they came. */
export async function insert(ctx: Context): Promise<Doc> {
  const name = collectionName(ctx);
  const { engine } = ctx;
  const list = statements(ctx, 'documents');
  const bypass = flag(ctx.cmd, 'bypassDocumentValidation');
  const progress = begin(ctx);
  let n = 0;
  for (;;) {
    const c = await engine.ensure(ctx, ctx.db, name);
    const reply = await engine.mutate(ctx, (view) => {
      if (engine.catalog.byId(c.id) !== c) return doc({ gone: true });
      each(progress, list.length, (i) => {
        const d = prepare(list[i]!, decode(list[i]!));
        engine.records.insert(view, c, d.bytes, d.doc, bypass);
        n++;
      });
      return doc({ n: int(n), ...errorsOf(progress) });
    });
    if (reply.has('gone')) continue;
    engine.opcounters.insert! += n;
    return reply;
  }
}
