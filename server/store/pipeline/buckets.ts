import { order } from '../bson/collate.ts';
import { fail } from '../errors.ts';
import { doc, int, Int32, isDoc, toInteger } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { compileExpression } from '../expression/compile.ts';
import { compileAccumulator } from './group.ts';
import { collect, compose, groupStage, once, sortStage } from './stages.ts';
import type { Stage } from './stages.ts';

const output = (arg: Doc): Doc => (isDoc(arg.get('output')) ? (arg.get('output') as Doc) : doc({ count: { $sum: new Int32(1) } }));

/** $bucket: groups by given boundaries. */
export function bucketStage(arg: Value): Stage {
  if (!isDoc(arg)) return fail(40201, '$bucket must be an object');
  const boundaries = arg.get('boundaries');
  if (!Array.isArray(boundaries) || boundaries.length < 2) return fail(40192, 'The $bucket \'boundaries\' field must have at least 2 values');
  const by = arg.get('groupBy') ?? fail(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const branches = boundaries.slice(0, -1).map((b, i) => doc({ case: doc({ $and: [doc({ $gte: [by, doc({ $literal: b })] }), doc({ $lt: [by, doc({ $literal: boundaries[i + 1] })] })] }), then: doc({ $literal: b }) }));
  const id = doc({ $switch: doc({ branches, ...(arg.has('default') ? { default: doc({ $literal: arg.get('default') }) } : {}) }) });
  return compose([groupStage(new Map<string, Value>([['_id', id], ...output(arg)])), sortStage(doc({ _id: int(1) }))]);
}

/** $bucketAuto: groups into about equally many documents each; equal values are never parted. */
export function bucketAutoStage(arg: Value): Stage {
  if (!isDoc(arg)) return fail(40240, 'The argument to $bucketAuto must be an object');
  for (const k of arg.keys()) if (!['groupBy', 'buckets', 'output', 'granularity'].includes(k)) fail(40245, `Unrecognized option to $bucketAuto: ${k}.`);
  if (arg.has('granularity')) fail(115, '$bucketAuto with granularity is not supported');
  if (!arg.has('groupBy') || !arg.has('buckets')) fail(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  const buckets = toInteger(arg.get('buckets')) ?? fail(40241, "The $bucketAuto 'buckets' field must be a numeric value");
  if (buckets < 1) fail(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${buckets}`);
  const expr = compileExpression(arg.get('groupBy')!);
  const accumulators = [...output(arg)].map(([k, v]) => compileAccumulator(k, v));
  const { compare } = order();
  return (source, scope) => once(async () => {
    const rows = (await collect(source, '$bucketAuto', scope)).map((d) => { const vars = new Map([...scope.vars, ['ROOT', d] as const]); return { d, vars, v: expr(d, vars) ?? null }; });
    rows.sort((a, b) => compare(a.v, b.v));
    const size = Math.max(1, Math.round(rows.length / buckets));
    const out: Doc[] = [];
    for (let i = 0; i < rows.length; ) {
      const first = rows[i]!;
      let end = out.length === buckets - 1 ? rows.length : Math.min(rows.length, i + size);
      while (end < rows.length && compare(rows[end]!.v, rows[end - 1]!.v) === 0) end++;
      const running = accumulators.map((a) => a.start());
      for (; i < end; i++) accumulators.forEach((a, k) => running[k]!.add(a.expr(rows[i]!.d, rows[i]!.vars), rows[i]!.d, rows[i]!.vars));
      out.push(new Map<string, Value>([['_id', doc({ min: first.v, max: (rows[end] ?? rows[end - 1]!).v })], ...accumulators.map((a, k) => [a.name, running[k]!.result()] as const)]));
    }
    return out;
  });
}
