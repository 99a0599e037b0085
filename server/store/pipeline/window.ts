import { order } from '../bson/collate.ts';
import { fail } from '../errors.ts';
import { int, isDoc, isNullish, toInteger, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { compileExpression } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import { compareKeys, parseSort, sortKey } from '../query/sort.ts';
import { compileAccumulator } from './group.ts';
import { put } from './put.ts';
import { collect, once } from './stages.ts';
import type { Stage } from './stages.ts';

/** A document of a partition, with the values it is sorted by. */
interface Row { d: Doc; keys: Value[] }
/** Computes a field for every row of a partition, in its order. */
type Output = (rows: Row[], vars: Vars) => (Value | undefined)[];
interface Window { from: number; to: number }

const RANKS = ['$rank', '$denseRank', '$documentNumber'];

/** $setWindowFields over windows of documents, ranks and $shift; windows over ranges of values are refused by name. */
export function windowStage(arg: Value): Stage {
  if (!isDoc(arg)) return fail(9, `the $setWindowFields stage specification must be an object, found ${typeName(arg)}`);
  for (const k of arg.keys()) if (!['partitionBy', 'sortBy', 'output'].includes(k)) fail(40415, `BSON field '$setWindowFields.${k}' is an unknown field.`);
  const by = order();
  const partition = arg.has('partitionBy') ? compileExpression(arg.get('partitionBy')!) : undefined;
  const sortArg = arg.get('sortBy');
  const sort = isDoc(sortArg) ? parseSort(sortArg) : [];
  const output = arg.get('output');
  if (!isDoc(output)) return fail(40414, "BSON field '$setWindowFields.output' is missing but a required field");
  const fields = [...output].map(([path, spec]) => ({ parts: path.split('.'), run: compileOutput(spec, sort.length) }));
  return (source, scope) => once(async () => {
    const parts = new Map<string, { id: Value; rows: Row[] }>();
    for (const d of await collect(source, '$setWindowFields', scope)) {
      const id = partition?.(d, new Map([...scope.vars, ['ROOT', d]])) ?? null;
      if (Array.isArray(id)) fail(5429500, "An expression used to partition cannot evaluate to value of type array");
      const key = by.identity(id);
      const p = parts.get(key) ?? { id, rows: [] };
      parts.set(key, p);
      p.rows.push({ d, keys: sort.map((f) => sortKey(d, f)) });
    }
    const out: Doc[] = [];
    for (const p of [...parts.values()].sort((a, b) => by.compare(a.id, b.id))) {
      p.rows.sort((a, b) => compareKeys(a.keys, b.keys, sort));
      const columns = fields.map((f) => f.run(p.rows, scope.vars));
      p.rows.forEach((r, i) => out.push(fields.reduce((d, f, k) => put(d, f.parts, columns[k]![i]), r.d)));
      if (scope.pacer.due()) await scope.pacer.pause();
    }
    return out;
  });
}

function compileOutput(spec: Value, sorted: number): Output {
  if (!isDoc(spec)) return fail(9, 'Expected a specification of a window function');
  const ops = [...spec.keys()].filter((k) => k !== 'window');
  if (ops.length !== 1) return fail(9, 'Expected exactly one window function for each field');
  const op = ops[0]!;
  if ((RANKS.includes(op) || op === '$shift') && spec.has('window')) fail(5371601, `${op} does not accept a 'window' field`);
  if (RANKS.includes(op)) return sorted === 1 || (op === '$documentNumber' && sorted) ? ranked(op) : fail(5371602, `${op} must be specified with a top level sortBy expression with exactly one element`);
  if (op === '$shift') return shifted(spec.get(op)!, sorted);
  if (['$expMovingAvg', '$derivative', '$integral', '$covariancePop', '$covarianceSamp', '$linearFill', '$locf'].includes(op)) fail(115, `${op} is not supported`);
  return accumulated(op, spec.get(op)!, windowOf(spec.get('window'), sorted));
}

/** Bounds relative to the document, both included. */
function windowOf(w: Value | undefined, sorted: number): Window {
  if (w === undefined) return { from: -Infinity, to: Infinity };
  if (!isDoc(w)) return fail(9, "'window' field must be an object");
  if (w.has('range') || w.has('unit')) fail(115, 'windows over a range of values are not supported');
  for (const k of w.keys()) if (k !== 'documents') fail(9, `'window' field can only contain 'documents', 'range' or 'unit', found ${k}`);
  if (!w.size) return { from: -Infinity, to: Infinity };
  const list = w.get('documents');
  if (!Array.isArray(list) || list.length !== 2) return fail(9, "Window bounds must be a 2-element array");
  const side = (v: Value, unbounded: number): number => (v === 'unbounded' ? unbounded : v === 'current' ? 0 : toInteger(v) ?? fail(9, 'Numeric document-based bounds must be an integer'));
  const [from, to] = [side(list[0]!, -Infinity), side(list[1]!, Infinity)];
  if (from > to) fail(5339900, 'Lower bound must not exceed upper bound');
  if (!sorted && (Number.isFinite(from) || Number.isFinite(to))) fail(5339901, 'Document-based bounds require a sortBy');
  return { from, to };
}

function accumulated(op: string, arg: Value, w: Window): Output {
  const a = compileAccumulator('field', new Map([[op, arg]]));
  return (rows, vars) => {
    let at = { from: 0, to: -1, running: a.start() };
    return rows.map((_, i) => {
      const from = Math.max(0, i + w.from);
      const to = Math.min(rows.length - 1, i + w.to);
      if (from !== at.from || to < at.to) at = { from, to: from - 1, running: a.start() };
      while (at.to < to) {
        const { d } = rows[++at.to]!;
        const scope: Vars = new Map([...vars, ['ROOT', d]]);
        at.running.add(a.expr(d, scope), d, scope);
      }
      const v = at.running.result();
      return Array.isArray(v) ? [...v] : isDoc(v) ? new Map(v) : v;
    });
  };
}

function ranked(op: string): Output {
  const by = order();
  return (rows) => {
    let [rank, dense] = [0, 0];
    return rows.map((r, i) => {
      if (!i || by.compare(r.keys, rows[i - 1]!.keys) !== 0) {
        rank = i + 1;
        dense++;
      }
      return int(op === '$documentNumber' ? i + 1 : op === '$rank' ? rank : dense);
    });
  };
}

function shifted(arg: Value, sorted: number): Output {
  if (!isDoc(arg)) return fail(9, "Argument to $shift must be an object");
  if (!sorted) fail(9, "'$shift' requires a sortBy");
  for (const k of arg.keys()) if (!['output', 'by', 'default'].includes(k)) fail(9, `Unknown argument in $shift: ${k}`);
  const expr = compileExpression(arg.get('output') ?? fail(9, '$shift requires an output expression'));
  const steps = toInteger(arg.get('by')) ?? fail(9, "'$shift:by' field must be an integer");
  const other = isNullish(arg.get('default')) ? null : compileExpression(arg.get('default')!)(new Map(), new Map()) ?? null;
  return (rows, vars) => rows.map((_, i) => {
    const r = rows[i + steps];
    return r ? expr(r.d, new Map([...vars, ['ROOT', r.d]])) ?? null : other;
  });
}
