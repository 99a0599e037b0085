import { fail } from '../errors.ts';
import { isDoc, toNumber } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { order, ordered } from '../bson/collate.ts';
import { compileExpression } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import { matcher } from '../query/match.ts';
import { put } from './put.ts';
import { batches, chain, collect, compilePipeline, each } from './stages.ts';
import type { Stage } from './stages.ts';

/** $lookup: joins by field, by pipeline, or by both. */
export function lookupStage(arg: Value): Stage {
  if (!isDoc(arg)) return fail(9, 'the $lookup specification must be an Object');
  for (const k of arg.keys()) if (!['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'].includes(k)) fail(9, `unknown argument to $lookup: ${k}`);
  const [from, as, local, foreign, lets, pipeline] = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'].map((k) => arg.get(k));
  if (typeof as !== 'string') return fail(9, "must specify 'as' field for a $lookup");
  if (typeof from !== 'string' && from !== undefined) return fail(115, '$lookup from another database is not supported');
  if ((local === undefined) !== (foreign === undefined)) fail(9, '$lookup requires both or neither of "localField" and "foreignField" to be specified');
  if (pipeline === undefined && local === undefined) fail(9, '$lookup requires either \'pipeline\' or both \'localField\' and \'foreignField\' to be specified');
  if (pipeline !== undefined && !Array.isArray(pipeline)) return fail(14, 'pipeline must be an array');
  if (pipeline) compilePipeline(pipeline);
  const by = order();
  const defs = isDoc(lets) ? [...lets].map(([k, v]) => [k, compileExpression(v)] as const) : [];
  const target = as.split('.');
  return (source, scope) => {
    const join = local === undefined || from === undefined ? undefined : scope.joiner(from, foreign as string);
    return each(async (d) => {
      let found: Doc[] | undefined;
      if (join) found = await (await join)(localValues(d, (local as string).split('.')));
      if (pipeline) {
        const vars: Vars = new Map(scope.vars);
        for (const [k, e] of defs) vars.set(k, e(d, new Map([...scope.vars, ['ROOT', d]])));
        found = found
          ? await collect(chain(ordered(by, () => compilePipeline(pipeline)), batches(found), { ...scope, vars }), '$lookup', scope)
          : await collect(scope.run(from as string | undefined, pipeline, vars), '$lookup', scope);
      }
      return [put(d, target, found!)];
    })(source, scope);
  };
}

/** Values a local field joins by: each element of an array, null when missing. */
function localValues(d: Value, parts: string[]): Value[] {
  let values: Value[] = [d];
  for (const p of parts) {
    values = values.flatMap((v) => (Array.isArray(v) ? v : [v])).flatMap((v) => (isDoc(v) ? [v.get(p) ?? null] : []));
  }
  const out = values.flatMap((v) => (Array.isArray(v) ? v : [v]));
  return out.length || values.length ? out : [null];
}

/** $graphLookup: follows a field from document to document. */
export function graphLookup(arg: Value): Stage {
  if (!isDoc(arg)) return fail(9, 'the $graphLookup specification must be an Object');
  const known = ['from', 'startWith', 'connectFromField', 'connectToField', 'as', 'maxDepth', 'depthField', 'restrictSearchWithMatch'];
  for (const k of arg.keys()) if (!known.includes(k)) fail(40104, `Unknown argument to $graphLookup: ${k}`);
  for (const k of known.slice(0, 5)) if (!arg.has(k)) fail(40105, `$graphLookup requires '${k}'`);
  const start = compileExpression(arg.get('startWith')!);
  const [from, fromField, toField, as, depthField] = ['from', 'connectFromField', 'connectToField', 'as', 'depthField'].map((k) => arg.get(k) as string);
  const most = arg.has('maxDepth') ? toNumber(arg.get('maxDepth')) : Infinity;
  const restrict = isDoc(arg.get('restrictSearchWithMatch')) ? matcher(arg.get('restrictSearchWithMatch') as Doc) : undefined;
  const { identity } = order();
  return (source, scope) => {
    const join = scope.joiner(from!, toField!);
    return each(async (d) => {
      const first = start(d, new Map([...scope.vars, ['ROOT', d]]));
      let wanted: Value[] = Array.isArray(first) ? first : first === undefined ? [] : [first];
      const seen = new Map<string, Doc>();
      const asked = new Set<string>();
      for (let depth = 0; depth <= most && wanted.length; depth++) {
        const next: Value[] = [];
        for (const f of await (await join)(wanted)) {
          const key = identity(f.get('_id'));
          if (seen.has(key) || (restrict && !restrict(f))) continue;
          seen.set(key, depthField ? put(f, depthField.split('.'), BigInt(depth)) : f);
          next.push(...localValues(f, fromField!.split('.')).filter((v) => v !== null));
        }
        wanted = next.filter((v) => { const k = identity(v); if (asked.has(k)) return false; asked.add(k); return true; });
      }
      return [put(d, as!.split('.'), [...seen.values()])];
    })(source, scope);
  };
}
