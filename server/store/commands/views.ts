import { fail } from '../errors.ts';
import { doc, int } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { SIMPLE } from '../bson/collate.ts';
import type { FindSpec, Source } from '../engine/query.ts';
import { compileProjection } from '../query/project.ts';
import { run } from './aggregate.ts';
import type { Context } from './context.ts';

/** What a find asks of a view, save its projection, as stages of an aggregation. */
export function stagesOf(s: FindSpec): Value[] {
  const pipeline: Value[] = [];
  if (s.filter.size) pipeline.push(doc({ $match: s.filter }));
  if (s.sort?.size) pipeline.push(s.sort.has('$natural') ? fail(167, 'a view cannot be sorted by $natural') : doc({ $sort: s.sort }));
  if (s.skip) pipeline.push(doc({ $skip: int(s.skip) }));
  if (s.limit) pipeline.push(doc({ $limit: int(s.limit) }));
  return pipeline;
}

/** A find over a view, as MongoDB does it: an aggregation over what the view shows. */
export function viewSource(ctx: Context, name: string, s: FindSpec): Source<Doc> {
  const source = run(ctx, ctx.db, name, stagesOf(s), s.vars, s.by ?? SIMPLE, s.hint);
  if (!s.projection?.size) return source;
  if ([...s.projection.keys()].some((k) => k.endsWith('.$'))) fail(168, 'a positional projection is not allowed on a view');
  const project = compileProjection(s.projection, true);
  return async () => (await source())?.map((d) => project(d, new Map([...s.vars, ['ROOT', d]])));
}
