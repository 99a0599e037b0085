import { fail } from '../errors.ts';
import { order, ordered } from '../bson/collate.ts';
import { doc, isDoc, isNullish, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { compileExpression } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import type { Pacer } from '../engine/pacer.ts';
import { limited, MEMORY_CAP, sortAll } from '../engine/query.ts';
import type { Source } from '../engine/query.ts';
import { matcher } from '../query/match.ts';
import { plainGet } from '../query/path.ts';
import { parseSort } from '../query/sort.ts';
import { compileAccumulator, Grouping, weigh, wholeOf } from './group.ts';
import { graphLookup, lookupStage } from './lookup.ts';
import { put } from './put.ts';
import { bucketAutoStage, bucketStage } from './buckets.ts';
import { windowStage } from './window.ts';
import { compileDocStage } from './transform.ts';

/** What stages need from outside: reading other collections, running sub-pipelines, yielding. */
export interface Scope {
  vars: Vars;
  pacer: Pacer;
  /** Runs a pipeline over a collection of this (or another) database. */
  run(collection: string | { db: string; coll: string } | undefined, pipeline: Value[], vars: Vars): Source<Doc>;
  /** Documents of a collection whose field equals any of the values, by index or by one scan. */
  joiner(collection: string, field: string): Promise<(values: Value[]) => Promise<Doc[]>>;
  write?(stage: string, arg: Value, source: Source<Doc>): Promise<void>;
}

/** Turns a stream of documents into another. */
export type Stage = (source: Source<Doc>, scope: Scope) => Source<Doc>;

/** Compiles a pipeline; unknown stages are refused with 40324. */
export function compilePipeline(pipeline: Value[]): Stage[] {
  return pipeline.map((s) => {
    if (!isDoc(s)) return fail(14, 'Each element of the \'pipeline\' array must be an object');
    if (s.size !== 1) fail(40323, 'A pipeline stage specification object must contain exactly one field.');
    const [name, arg] = [...s][0]!;
    return compileStage(name, arg);
  });
}

/** Runs compiled stages over a source. */
export const chain = (stages: Stage[], source: Source<Doc>, scope: Scope): Source<Doc> => stages.reduce((s, stage) => stage(s, scope), source);

function compileStage(name: string, arg: Value): Stage {
  switch (name) {
    case '$addFields': case '$set': case '$project': case '$unset': case '$replaceRoot': case '$replaceWith': {
      const t = compileDocStage(name, arg);
      return each((d, scope) => [t(d, new Map([...scope.vars, ['ROOT', d]]))]);
    }
    case '$match': return matchStage(arg);
    case '$group': return groupStage(arg);
    case '$sort': return sortStage(arg);
    case '$limit': { const n = wholeOf('$limit', arg, 1, 5107201); return (s) => limited(s, 0, n); }
    case '$skip': { const n = wholeOf('$skip', arg, 0, 5107200); return (s) => limited(s, n, Infinity); }
    case '$unwind': return unwindStage(arg);
    case '$count': return countStage(arg);
    case '$sortByCount': return compose([groupStage(doc({ _id: arg, count: { $sum: 1 } })), sortStage(doc({ count: -1 }))]);
    case '$lookup': return lookupStage(arg);
    case '$graphLookup': return graphLookup(arg);
    case '$facet': return facetStage(arg);
    case '$unionWith': return unionStage(arg);
    case '$sample': return sampleStage(arg);
    case '$bucket': return bucketStage(arg);
    case '$bucketAuto': return bucketAutoStage(arg);
    case '$setWindowFields': return windowStage(arg);
    case '$redact': return redactStage(arg);
    case '$out': case '$merge': return (source, scope) => once(async () => { await scope.write!(name, arg, source); return []; });
    case '$changeStream': return fail(40573, 'The $changeStream stage is not supported by the embedded store');
    default: return fail(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

/** Several stages as one. */
export const compose = (list: Stage[]): Stage => (s, scope) => chain(list, s, scope);

/** A stage that turns each document into some. */
export function each(run: (d: Doc, scope: Scope) => Doc[] | Promise<Doc[]>): Stage {
  return (source, scope) => async () => {
    const batch = await source();
    if (!batch) return undefined;
    const out: Doc[] = [];
    for (const d of batch) {
      const r = run(d, scope);
      out.push(...(Array.isArray(r) ? r : await r));
      if (scope.pacer.due()) await scope.pacer.pause();
    }
    return out;
  };
}

/** A source that computes everything at the first call. */
export function once(run: () => Promise<Doc[]>): Source<Doc> {
  let done = false;
  return async () => {
    if (done) return undefined;
    done = true;
    return run();
  };
}

/** Everything a source yields, within the memory cap. */
export async function collect(source: Source<Doc>, stage: string, scope: Scope): Promise<Doc[]> {
  const out: Doc[] = [];
  let size = 0;
  for (let b = await source(); b; b = await source()) {
    for (const d of b) {
      out.push(d);
      size += weigh(d);
    }
    if (size > MEMORY_CAP) fail(292, `Exceeded memory limit for ${stage}`);
    if (scope.pacer.due()) await scope.pacer.pause();
  }
  return out;
}

function matchStage(arg: Value): Stage {
  if (!isDoc(arg)) return fail(15959, 'the match filter must be an expression in an object');
  matcher(arg);
  const by = order();
  return (source, scope) => {
    const m = ordered(by, () => matcher(arg, scope.vars));
    return each((d) => (m(d) ? [d] : []))(source, scope);
  };
}

/** $group. */
export function groupStage(arg: Value): Stage {
  if (!isDoc(arg)) return fail(15947, "a group's fields must be specified in an object");
  if (!arg.has('_id')) fail(15955, 'a group specification must include an _id');
  const id = compileExpression(arg.get('_id')!);
  const accumulators = [...arg].filter(([k]) => k !== '_id').map(([k, v]) => compileAccumulator(k, v));
  const by = order();
  return (source, scope) => once(async () => {
    const g = new Grouping(id, accumulators, MEMORY_CAP, by);
    const vars: Vars = new Map(scope.vars);
    for (let b = await source(); b; b = await source()) {
      for (const d of b) {
        vars.set('ROOT', d);
        g.add(d, vars);
      }
      if (scope.pacer.due()) await scope.pacer.pause();
    }
    return [...g.results()];
  });
}

/** $sort. */
export function sortStage(arg: Value): Stage {
  if (!isDoc(arg)) return fail(15973, 'the $sort key specification must be an object');
  if (!arg.size) fail(15976, '$sort stage must have at least one sort key');
  const sort = parseSort(arg);
  return (source, scope) => once(() => sortAll(source, sort, (d) => d, Infinity, scope.pacer));
}

function unwindStage(arg: Value): Stage {
  const spec = isDoc(arg) ? arg : doc({ path: arg });
  const path = spec.get('path');
  if (typeof path !== 'string') return fail(28808, `expected a string as the path for $unwind stage, got ${typeName(path)}`);
  if (!path.startsWith('$')) fail(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  for (const k of spec.keys()) if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(k)) fail(28811, `unrecognized option to $unwind stage: ${k}`);
  const parts = path.slice(1).split('.');
  const keep = spec.get('preserveNullAndEmptyArrays') === true;
  const index = spec.get('includeArrayIndex') as string | undefined;
  const row = (d: Doc, v: Value | undefined, i: number | null): Doc => {
    const out = put(d, parts, v);
    return index ? put(out, index.split('.'), i === null ? null : BigInt(i)) : out;
  };
  return each((d) => {
    const v = plainGet(d, parts);
    if (Array.isArray(v)) return v.length ? v.map((e, i) => row(d, e, i)) : keep ? [row(d, undefined, null)] : [];
    if (isNullish(v)) return keep ? [row(d, v, null)] : [];
    return [row(d, v, null)];
  });
}

/** $redact: keeps, drops or looks into each document on the way down. */
function redactStage(arg: Value): Stage {
  const expr = compileExpression(arg);
  return each((root, scope) => {
    const vars: Vars = new Map([...scope.vars, ['ROOT', root]]);
    const into = (v: Value): Value | undefined => (Array.isArray(v) ? v.map(into).filter((x) => x !== undefined) : isDoc(v) ? redacted(v) : v);
    const redacted = (d: Doc): Doc | undefined => {
      const what = expr(d, vars);
      if (what === 'KEEP') return d;
      if (what === 'PRUNE') return undefined;
      if (what !== 'DESCEND') return fail(17053, `$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned ${typeName(what)}`);
      return new Map([...d].map(([k, v]) => [k, into(v)] as const).filter((e): e is [string, Value] => e[1] !== undefined));
    };
    const d = redacted(root);
    return d ? [d] : [];
  });
}

function countStage(arg: Value): Stage {
  if (typeof arg !== 'string' || !arg) return fail(40156, 'the count field must be a non-empty string');
  if (arg.startsWith('$')) fail(40158, 'the count field cannot be a $-prefixed path');
  if (arg.includes('.')) fail(40160, "the count field cannot contain '.'");
  return (source) => once(async () => {
    let n = 0;
    for (let b = await source(); b; b = await source()) n += b.length;
    return n ? [doc({ [arg]: n })] : [];
  });
}

/** A source of documents already in memory. */
export function batches(docs: Doc[]): Source<Doc> {
  let done = false;
  return async () => {
    if (done || !docs.length) return undefined;
    done = true;
    return docs;
  };
}

function facetStage(arg: Value): Stage {
  if (!isDoc(arg) || !arg.size) return fail(40169, 'the $facet specification must be a non-empty object');
  const facets = [...arg].map(([k, p]) => {
    if (!Array.isArray(p)) return fail(40170, `arguments to $facet must be arrays, ${k} is type ${typeName(p)}`);
    for (const s of p) if (isDoc(s) && ['$facet', '$out', '$merge'].some((x) => s.has(x))) fail(40600, `${[...s.keys()][0]} is not allowed to be used within a $facet stage`);
    return [k, compilePipeline(p)] as const;
  });
  return (source, scope) => once(async () => {
    const input = await collect(source, '$facet', scope);
    const out: Doc = new Map();
    for (const [k, stages] of facets) out.set(k, await collect(chain(stages, batches(input), scope), '$facet', scope));
    return [out];
  });
}

function unionStage(arg: Value): Stage {
  const coll = typeof arg === 'string' ? arg : isDoc(arg) ? (arg.get('coll') as string | undefined) : undefined;
  const pipeline = isDoc(arg) && Array.isArray(arg.get('pipeline')) ? (arg.get('pipeline') as Value[]) : [];
  if (isDoc(arg)) for (const k of arg.keys()) if (k !== 'coll' && k !== 'pipeline') fail(9, `BSON field '$unionWith.${k}' is an unknown field.`);
  compilePipeline(pipeline.filter((s) => !(isDoc(s) && s.has('$documents'))));
  return (source, scope) => {
    let second: Source<Doc> | undefined;
    return async () => {
      if (!second) {
        const b = await source();
        if (b) return b;
        second = scope.run(coll, pipeline, scope.vars);
      }
      return second();
    };
  };
}

function sampleStage(arg: Value): Stage {
  const n = isDoc(arg) ? wholeOf('$sample', arg.get('size')!, 1, 28747) : fail(28745, 'the $sample stage specification must be an object');
  return (source) => once(async () => {
    const kept: Doc[] = [];
    let seen = 0;
    for (let b = await source(); b; b = await source()) {
      for (const d of b) {
        const at = seen < n ? seen : Math.floor(Math.random() * (seen + 1));
        if (at < n) kept[at] = d;
        seen++;
      }
    }
    for (let i = kept.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [kept[i], kept[j]] = [kept[j]!, kept[i]!];
    }
    return kept;
  });
}
