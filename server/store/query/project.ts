import { fail } from '../errors.ts';
import { isDoc, isNumber, toInteger, toNumber } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { compileExpression } from '../expression/compile.ts';
import type { Expr, Vars } from '../expression/compile.ts';
import { compileFilter } from './match.ts';
import type { Matcher } from './match.ts';
import { isOperators, parseFilter } from './filter.ts';

/** Rewrites a document; `position` is the array element the filter matched, for `a.$`. */
export type Projector = (d: Doc, vars: Vars, position?: number) => Doc;

type Rule =
  | { kind: 'keep' } | { kind: 'drop' } | { kind: 'compute'; expr: Expr } | { kind: 'tree'; rules: Map<string, Rule> }
  | { kind: 'slice'; skip: number | undefined; count: number } | { kind: 'elemMatch'; match: Matcher } | { kind: 'position' };

interface Parsed { rules: Map<string, Rule>; inclusion: boolean | undefined; computed: boolean }

const isFlag = (v: Value): boolean => typeof v === 'boolean' || isNumber(v);

/** Compiles a projection of find (with $slice, $elemMatch, positional) or of $project. */
export function compileProjection(spec: Doc, forFind: boolean): Projector {
  if (!spec.size && !forFind) fail(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  const p: Parsed = { rules: new Map(), inclusion: undefined, computed: false };
  for (const [path, v] of spec) addRule(p, path, path.split('.'), v, forFind, p.rules);
  const idRule = p.rules.get('_id');
  const inclusion = p.inclusion ?? (p.computed ? true : idRule?.kind === 'keep');
  if (!inclusion) return (d, vars, pos) => exclude(d, p.rules, vars, d, pos);
  if (!idRule) p.rules.set('_id', { kind: 'keep' });
  return (d, vars, pos) => include(d, p.rules, vars, d, pos) as Doc;
}

function addRule(p: Parsed, path: string, parts: string[], v: Value, forFind: boolean, at: Map<string, Rule>): void {
  const [head = '', ...rest] = parts;
  if (head === '') fail(rest.length || path === '' ? 40353 : 40353, 'FieldPath must not end with a \'.\'.');
  if (rest.length === 1 && rest[0] === '$' && forFind) {
    setMode(p, true, path);
    at.set(head, { kind: 'position' });
    return;
  }
  if (head.startsWith('$')) fail(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  if (rest.length) {
    const sub = subtree(at, head, path);
    return addRule(p, path, rest, v, forFind, sub);
  }
  if (isDoc(v) && !isOperators(v)) {
    if (!v.size) fail(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
    const sub = subtree(at, head, path);
    for (const [k, x] of v) addRule(p, `${path}.${k}`, k.split('.'), x, forFind, sub);
    return;
  }
  if (at.has(head)) fail(31249, `Path collision at ${path}`);
  at.set(head, rule(p, path, v, forFind));
}

function subtree(at: Map<string, Rule>, head: string, path: string): Map<string, Rule> {
  const before = at.get(head);
  if (before && before.kind !== 'tree') fail(31250, `Path collision at ${path}`);
  if (before?.kind === 'tree') return before.rules;
  const rules = new Map<string, Rule>();
  at.set(head, { kind: 'tree', rules });
  return rules;
}

function setMode(p: Parsed, include: boolean, path: string): void {
  if (path === '_id') return;
  if (p.inclusion !== undefined && p.inclusion !== include) fail(include ? 31253 : 31254, `Cannot do ${include ? 'inclusion' : 'exclusion'} on field ${path} in ${include ? 'exclusion' : 'inclusion'} projection`);
  p.inclusion = include;
}

function rule(p: Parsed, path: string, v: Value, forFind: boolean): Rule {
  if (isFlag(v)) {
    const yes = v === true || (isNumber(v) && toNumber(v) !== 0);
    setMode(p, yes, path);
    return { kind: yes ? 'keep' : 'drop' };
  }
  const op = isDoc(v) ? v.keys().next().value! : '';
  if (forFind && op === '$slice' && isSliceOfFind((v as Doc).get('$slice')!)) return sliceRule((v as Doc).get('$slice')!);
  if (forFind && op === '$elemMatch') {
    const f = (v as Doc).get('$elemMatch')!;
    setMode(p, true, path);
    return { kind: 'elemMatch', match: compileFilter(parseFilter(new Map([['', new Map([['$elemMatch', f]])]]) as Doc)) };
  }
  if (op === '$meta') fail(115, '$meta is not supported');
  p.computed = true;
  if (p.inclusion === false) fail(31252, `Cannot use an expression in an exclusion projection: ${path}`);
  p.inclusion = true;
  return { kind: 'compute', expr: compileExpression(v) };
}

const isSliceOfFind = (v: Value): boolean => isNumber(v) || (Array.isArray(v) && v.length === 2 && v.every(isNumber));

function sliceRule(v: Value): Rule {
  if (!Array.isArray(v)) return { kind: 'slice', skip: undefined, count: toInteger(v) ?? fail(28667, 'bad $slice') };
  const count = toInteger(v[1]!) ?? 0;
  if (count <= 0) fail(28724, 'First argument to $slice must be an array; the limit must be positive');
  return { kind: 'slice', skip: toInteger(v[0]!) ?? 0, count };
}

function slice(v: Value, r: { skip: number | undefined; count: number }): Value {
  if (!Array.isArray(v)) return v;
  if (r.skip === undefined) return r.count < 0 ? v.slice(r.count) : v.slice(0, r.count);
  const from = r.skip < 0 ? Math.max(0, v.length + r.skip) : r.skip;
  return v.slice(from, from + r.count);
}

function special(r: Rule, v: Value, pos: number | undefined): Value | undefined {
  if (r.kind === 'slice') return slice(v, r);
  if (r.kind === 'position') {
    if (!Array.isArray(v)) return v;
    return pos === undefined || pos < 0 ? fail(51246, "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array") : v.slice(pos, pos + 1);
  }
  if (r.kind === 'elemMatch') {
    if (!Array.isArray(v)) return undefined;
    const found = { index: -1 };
    r.match(v, found);
    return found.index < 0 ? undefined : [v[found.index]!];
  }
  return v;
}

function include(v: Value, rules: Map<string, Rule>, vars: Vars, root: Doc, pos: number | undefined): Value | undefined {
  if (Array.isArray(v)) return v.filter((e) => isDoc(e) || Array.isArray(e) || hasComputed(rules)).map((e) => include(e, rules, vars, root, pos)!);
  if (!isDoc(v)) return hasComputed(rules) ? computeInto(new Map(), rules, vars, root) : undefined;
  const out: Doc = new Map();
  for (const [k, x] of v) {
    const r = rules.get(k);
    if (!r || r.kind === 'drop' || r.kind === 'compute') continue;
    const y = r.kind === 'keep' ? x : r.kind === 'tree' ? include(x, r.rules, vars, root, pos) : special(r, x, pos);
    if (y !== undefined) out.set(k, y);
  }
  for (const [k, r] of rules) {
    if (r.kind === 'compute') {
      const y = r.expr(root, vars);
      if (y !== undefined) out.set(k, y);
    } else if (r.kind === 'tree' && !v.has(k) && hasComputed(r.rules)) out.set(k, computeInto(new Map(), r.rules, vars, root));
  }
  return out;
}

function computeInto(out: Doc, rules: Map<string, Rule>, vars: Vars, root: Doc): Doc {
  for (const [k, r] of rules) {
    const y = r.kind === 'compute' ? r.expr(root, vars) : r.kind === 'tree' && hasComputed(r.rules) ? computeInto(new Map(), r.rules, vars, root) : undefined;
    if (y !== undefined) out.set(k, y);
  }
  return out;
}

const hasComputed = (rules: Map<string, Rule>): boolean => [...rules.values()].some((r) => r.kind === 'compute' || (r.kind === 'tree' && hasComputed(r.rules)));

function exclude(v: Doc, rules: Map<string, Rule>, vars: Vars, root: Doc, pos: number | undefined): Doc {
  const out: Doc = new Map();
  for (const [k, x] of v) {
    const r = rules.get(k);
    if (!r || r.kind === 'keep') out.set(k, x);
    else if (r.kind === 'tree') out.set(k, excludeIn(x, r.rules, vars, root, pos));
    else if (r.kind !== 'drop') {
      const y = special(r, x, pos);
      if (y !== undefined) out.set(k, y);
    }
  }
  return out;
}

function excludeIn(v: Value, rules: Map<string, Rule>, vars: Vars, root: Doc, pos: number | undefined): Value {
  if (Array.isArray(v)) return v.map((e) => excludeIn(e, rules, vars, root, pos));
  return isDoc(v) ? exclude(v, rules, vars, root, pos) : v;
}

/** Compiles $addFields / $set: adds computed fields, creating documents on the way, mapping over arrays. */
export function compileAddFields(spec: Doc): Projector {
  if (!spec.size) fail(40177, 'Invalid $addFields :: caused by :: specification must have at least one field');
  const root = new Map<string, Rule>();
  for (const [path, v] of spec) addSet(root, path, path.split('.'), v);
  return (d, vars) => setFields(d, root, vars, d) as Doc;
}

function addSet(at: Map<string, Rule>, path: string, [head = '', ...rest]: string[], v: Value): void {
  if (head === '' || head.startsWith('$')) fail(head ? 16410 : 40353, `FieldPath field names may not start with '$' or be empty: ${path}`);
  if (rest.length) return addSet(subtree(at, head, path), path, rest, v);
  if (isDoc(v) && v.size && !isOperators(v) && !v.keys().next().value!.startsWith('$')) {
    const sub = subtree(at, head, path);
    for (const [k, x] of v) addSet(sub, `${path}.${k}`, k.split('.'), x);
    return;
  }
  if (at.has(head)) fail(31249, `Path collision at ${path}`);
  at.set(head, { kind: 'compute', expr: compileExpression(v) });
}

function setFields(v: Value | undefined, rules: Map<string, Rule>, vars: Vars, root: Doc): Value {
  if (Array.isArray(v)) return v.map((e) => setFields(e, rules, vars, root));
  const out: Doc = isDoc(v) ? new Map(v) : new Map();
  for (const [k, r] of rules) {
    const y = r.kind === 'compute' ? r.expr(root, vars) : setFields(out.get(k), (r as { rules: Map<string, Rule> }).rules, vars, root);
    if (y === undefined) out.delete(k);
    else out.set(k, y);
  }
  return out;
}

/** Compiles $unset: removes paths. */
export function compileUnset(arg: Value): Projector {
  const list = Array.isArray(arg) ? arg : [arg];
  const spec: Doc = new Map();
  for (const p of list) spec.set(typeof p === 'string' && p ? p : fail(31002, '$unset specification must be a string or an array of strings'), false);
  if (!spec.size) fail(31119, '$unset specification must be a string or an array with at least one field');
  return compileProjection(spec, false);
}
