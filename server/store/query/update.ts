import { fail } from '../errors.ts';
import { compareStrings } from '../bson/order.ts';
import { isDoc, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Vars } from '../expression/compile.ts';
import { compileDocStage } from '../pipeline/transform.ts';
import type { Transform } from '../pipeline/transform.ts';
import { compileFilter } from './match.ts';
import type { Matcher } from './match.ts';
import { parseFilter } from './filter.ts';
import { isIndex } from './path.ts';
import { makeOperator, UPDATE_OPERATORS } from './operators.ts';
import type { Change } from './operators.ts';

/** A compiled update: rewrites a freshly decoded document, which it may change in place. */
export interface Update {
  kind: 'replace' | 'operators' | 'pipeline';
  replacement?: Doc;
  apply(d: Doc, how: { position: number; inserting: boolean; vars: Vars }): Doc;
}

interface Op { name: string; path: string; parts: string[]; change: Change; creates: boolean }

/** Compiles an update document, a replacement or a pipeline. */
export function compileUpdate(u: Value | undefined, arrayFilters: Value | undefined): Update {
  if (Array.isArray(u)) {
    if (arrayFilters !== undefined) fail(9, 'arrayFilters may not be specified for pipeline-syle updates');
    return pipelineUpdate(u);
  }
  if (!isDoc(u)) return fail(9, 'Update argument must be either an object or an array');
  const first = u.keys().next().value;
  if (first === undefined || !first.startsWith('$')) return replacement(u, arrayFilters);
  return operators(u, parseArrayFilters(arrayFilters));
}

function replacement(u: Doc, arrayFilters: Value | undefined): Update {
  if (arrayFilters !== undefined) fail(9, 'arrayFilters may not be specified for replacement-style updates');
  for (const k of u.keys()) if (k.startsWith('$')) fail(52, `The dollar ($) prefixed field '${k}' in '${k}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`);
  return {
    kind: 'replace',
    replacement: u,
    apply: (d) => {
      const out: Doc = new Map();
      const id = d.get('_id');
      if (id !== undefined) out.set('_id', u.get('_id') ?? id);
      for (const [k, v] of u) out.set(k, v);
      return out;
    },
  };
}

const PIPELINE_STAGES = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'];

function pipelineUpdate(list: Value[]): Update {
  const stages: Transform[] = list.map((s) => {
    const name = isDoc(s) && s.size === 1 ? s.keys().next().value! : fail(40323, 'A pipeline stage specification object must contain exactly one field.');
    if (!PIPELINE_STAGES.includes(name)) fail(72, `${name} is not allowed to be used within an update`);
    return compileDocStage(name, (s as Doc).get(name)!);
  });
  return {
    kind: 'pipeline',
    apply: (d, { vars }) => {
      const id = d.get('_id');
      let out = d;
      for (const t of stages) out = t(out, new Map([...vars, ['ROOT', out]]));
      if (id === undefined || out.has('_id')) return out;
      return new Map([['_id', id], ...out]);
    },
  };
}

function parseArrayFilters(v: Value | undefined): Map<string, Matcher> {
  const out = new Map<string, Matcher>();
  if (v === undefined) return out;
  if (!Array.isArray(v)) return fail(14, 'arrayFilters must be an array');
  for (const f of v) {
    if (!isDoc(f) || !f.size) return fail(9, 'Cannot use an expression without a top-level field name in arrayFilters');
    const ids = new Set<string>();
    const inner = renamed(f, ids);
    if (ids.size !== 1) fail(9, `Error parsing array filter :: caused by :: Expected a single top-level field name, found ${[...ids].map((x) => `'${x}'`).join(' and ')}`);
    const id = [...ids][0]!;
    if (out.has(id)) fail(9, `Found multiple array filters with the same top-level field name ${id}`);
    const match = compileFilter(parseFilter(inner));
    out.set(id, (e, p) => match(new Map([['e', e]]), p));
  }
  return out;
}

/** Renames the identifier of an array filter to "e", inside $and and $or too. */
function renamed(f: Doc, ids: Set<string>): Doc {
  const out: Doc = new Map();
  for (const [k, v] of f) {
    if (k.startsWith('$')) {
      out.set(k, Array.isArray(v) ? v.map((x) => (isDoc(x) ? renamed(x, ids) : x)) : v);
      continue;
    }
    const dot = k.indexOf('.');
    ids.add(dot < 0 ? k : k.slice(0, dot));
    out.set(dot < 0 ? 'e' : `e${k.slice(dot)}`, v);
  }
  return out;
}

function operators(u: Doc, filters: Map<string, Matcher>): Update {
  const ops: Op[] = [];
  for (const [name, fields] of u) {
    if (!UPDATE_OPERATORS.has(name)) fail(9, `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`);
    if (!isDoc(fields)) return fail(9, `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ...}`);
    for (const [path, v] of fields) ops.push(...parseOp(name, path, v));
  }
  checkConflicts(ops);
  checkFilters(ops, filters);
  ops.sort((a, b) => compareParts(a.parts, b.parts));
  return {
    kind: 'operators',
    apply: (d, how) => {
      for (const op of ops) {
        if (op.name === '$setOnInsert' && !how.inserting) continue;
        if (op.name === '$rename') rename(d, op, how);
        else walk(d, op, 0, filters, how.position, d, how);
      }
      return d;
    },
  };
}

function parseOp(name: string, path: string, v: Value): Op[] {
  const parts = path.split('.');
  if (parts.includes('')) fail(56, path === '' ? "An empty update path is not valid." : `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (parts[0]!.startsWith('$')) fail(parts[0] === '$' || parts[0]!.startsWith('$[') ? 2 : 52, parts[0] === '$' || parts[0]!.startsWith('$[') ? `Cannot have positional (i.e. '$') element in the first position in path '${path}'` : `The dollar ($) prefixed field '${parts[0]}' in '${path}' is not valid for storage.`);
  const op: Op = { name, path, parts, change: makeOperator(name, path, v), creates: !['$unset', '$pull', '$pullAll', '$pop', '$rename'].includes(name) };
  if (name !== '$rename') return [op];
  if (typeof v !== 'string') return fail(2, `The 'to' field for $rename must be a string: ${path}: ${typeName(v)}`);
  if (path === v) fail(2, `The source and target field for $rename must differ: ${path}`);
  const to = v.split('.');
  if ([...parts, ...to].some((p) => p.startsWith('$'))) fail(2, `The source and target field for $rename may not be dynamic: ${path}`);
  return [op, { name: '$renamed', path: v, parts: to, change: () => ({ keep: true }), creates: true }];
}

function checkConflicts(ops: Op[]): void {
  const seen: string[] = [];
  for (const { path } of ops) {
    for (const s of seen) {
      const clash = s === path ? path : s.startsWith(`${path}.`) ? path : path.startsWith(`${s}.`) ? s : undefined;
      if (clash !== undefined) fail(40, `Updating the path '${path}' would create a conflict at '${clash}'`);
    }
    seen.push(path);
  }
}

function checkFilters(ops: Op[], filters: Map<string, Matcher>): void {
  const used = new Set<string>();
  for (const { parts, path } of ops) {
    for (const p of parts) {
      const id = /^\$\[(.+)\]$/.exec(p)?.[1];
      if (id === undefined) continue;
      used.add(id);
      if (!filters.has(id)) fail(2, `No array filter found for identifier '${id}' in path '${path}'`);
    }
  }
  for (const id of filters.keys()) if (!used.has(id)) fail(9, `The array filter for identifier '${id}' was not used in the update`);
}

function compareParts(a: string[], b: string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) continue;
    return isIndex(x) && isIndex(y) ? Number(x) - Number(y) : compareStrings(x, y);
  }
  return a.length - b.length;
}

type How = { position: number; inserting: boolean; vars: Vars };

function walk(at: Value, op: Op, i: number, filters: Map<string, Matcher>, position: number, root: Doc, how: How): void {
  let part = op.parts[i]!;
  const last = i === op.parts.length - 1;
  if (part === '$[]' || part.startsWith('$[')) {
    if (!Array.isArray(at)) return fail(2, `Cannot apply array updates to non-array element ${op.parts.slice(0, i).join('.')}`);
    const match = part === '$[]' ? undefined : filters.get(part.slice(2, -1));
    for (let k = 0; k < at.length; k++) if (!match || match(at[k]!)) descend(at, String(k), op, i, last, filters, root, how);
    return;
  }
  if (part === '$') {
    if (position < 0) fail(2, 'The positional operator did not find the match needed from the query.');
    part = String(position);
  }
  descend(at, part, op, i, last, filters, root, how);
}

function descend(at: Value, key: string, op: Op, i: number, last: boolean, filters: Map<string, Matcher>, root: Doc, how: How): void {
  const before = getChild(at, key, op, i, root);
  if (last) {
    const r = op.change(before, how);
    if ('value' in r) setChild(at, key, r.value, op);
    else if ('remove' in r && before !== undefined) removeChild(at, key);
    return;
  }
  if (before !== undefined) {
    if (!isDoc(before) && !Array.isArray(before)) {
      if (!op.creates) return;
      fail(28, `Cannot create field '${op.parts[i + 1]}' in element {${key}: ${typeName(before)}}`);
    }
    return walk(before, op, i + 1, filters, how.position, root, how);
  }
  if (!op.creates) return;
  const next = op.parts[i + 1]!;
  if (next.startsWith('$[')) fail(2, `The path '${op.parts.slice(0, i + 1).join('.')}' must exist in the document in order to apply array updates.`);
  const made: Doc = new Map();
  walk(made, op, i + 1, filters, how.position, root, how);
  if (made.size) setChild(at, key, made, op);
}

function getChild(at: Value, key: string, op: Op, i: number, root: Doc): Value | undefined {
  if (isDoc(at)) return at.get(key);
  if (!Array.isArray(at)) return undefined;
  if (isIndex(key)) return at[Number(key)];
  if (!op.creates) return undefined;
  return fail(28, `Cannot create field '${key}' in element {${op.parts[i - 1]}: array} of document with _id ${String(root.get('_id'))}`);
}

function setChild(at: Value, key: string, v: Value, op: Op): void {
  if (isDoc(at)) at.set(key, v);
  else if (Array.isArray(at)) {
    const n = Number(key);
    if (n > at.length + 1_500_000) fail(2, `cannot backfill array '${op.path}' to index ${n}`);
    while (at.length < n) at.push(null);
    at[n] = v;
  }
}

function removeChild(at: Value, key: string): void {
  if (isDoc(at)) at.delete(key);
  else if (Array.isArray(at) && Number(key) < at.length) at[Number(key)] = null;
}

function rename(d: Doc, op: Op, how: How): void {
  const to = (op.change(undefined, how) as { to: string }).to;
  let at: Value | undefined = d;
  for (const p of op.parts.slice(0, -1)) {
    if (Array.isArray(at)) return fail(2, `The source field cannot be an array element, '${op.path}'`);
    at = isDoc(at) ? at.get(p) : undefined;
  }
  const key = op.parts.at(-1)!;
  if (Array.isArray(at)) return fail(2, `The source field cannot be an array element, '${op.path}'`);
  if (!isDoc(at) || !at.has(key)) return;
  const v = at.get(key)!;
  at.delete(key);
  const parts = to.split('.');
  let target: Value | undefined = d;
  for (const p of parts.slice(0, -1)) {
    target = isDoc(target) ? target.get(p) : undefined;
    if (Array.isArray(target)) return fail(2, `The destination field cannot be an array element, '${to}'`);
  }
  walk(d, { name: '$set', path: to, parts, change: () => ({ value: v }), creates: true }, 0, new Map(), -1, d, how);
}
