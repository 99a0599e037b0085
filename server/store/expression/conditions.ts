import { fail } from '../errors.ts';
import { int, isDoc, isNullish, truthy } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';
import { comparing, fn, namedSpec } from './args.ts';
import type { Maker } from './args.ts';
import { compileExpression } from './compile.ts';
import type { Expr, Vars } from './compile.ts';

const list = (v: Value): Expr[] => (Array.isArray(v) ? v : [v]).map(compileExpression);

function cond(arg: Value): Expr {
  let parts: Value[];
  if (isDoc(arg)) {
    const s = namedSpec('$cond', ['if', 'then', 'else'], [], arg);
    parts = [s.get('if')!, s.get('then')!, s.get('else')!];
  } else if (Array.isArray(arg) && arg.length === 3) parts = arg;
  else return fail(16020, `Expression $cond takes exactly 3 arguments. ${Array.isArray(arg) ? arg.length : 1} were passed in.`);
  const [i, t, e] = parts.map(compileExpression) as [Expr, Expr, Expr];
  return (d, v) => (truthy(i(d, v)) ? t(d, v) : e(d, v));
}

function switchOf(arg: Value): Expr {
  const s = namedSpec('$switch', ['branches'], ['default'], arg);
  const branches = s.get('branches');
  if (!Array.isArray(branches) || (!branches.length && !s.has('default'))) return fail(40068, '$switch requires at least one branch.');
  const pairs = branches.map((b) => {
    const x = namedSpec('$switch', ['case', 'then'], [], b);
    return [compileExpression(x.get('case')!), compileExpression(x.get('then')!)] as const;
  });
  const other = s.has('default') ? compileExpression(s.get('default')!) : undefined;
  return (d, v) => {
    for (const [c, t] of pairs) if (truthy(c(d, v))) return t(d, v);
    return other ? other(d, v) : fail(40066, '$switch could not find a matching branch for an input, and no default was specified.');
  };
}

function letOf(arg: Value): Expr {
  const s = namedSpec('$let', ['vars', 'in'], [], arg);
  const vars = s.get('vars');
  if (!isDoc(vars)) return fail(16874, 'invalid parameter: expected an object (vars)');
  const defs = [...vars].map(([k, x]) => [k, compileExpression(x)] as const);
  const body = compileExpression(s.get('in')!);
  return (d, v) => {
    const inner: Vars = new Map(v);
    for (const [k, e] of defs) inner.set(k, e(d, v));
    return body(d, inner);
  };
}

function ifNull(arg: Value): Expr {
  const items = list(arg);
  if (items.length < 2) fail(1257300, '$ifNull needs at least two arguments');
  return (d, v) => {
    for (let i = 0; i < items.length - 1; i++) {
      const x = items[i]!(d, v);
      if (!isNullish(x)) return x;
    }
    return items.at(-1)!(d, v);
  };
}

const comparison = (name: string, accepts: (c: number) => boolean): Maker => comparing((by) => fn(name, 2, 2, (a, b) => accepts(by.compare(a, b))));

/** Conditional, boolean and comparison operators. */
export const CONDITIONS: Record<string, Maker> = {
  $cond: cond,
  $switch: switchOf,
  $let: letOf,
  $ifNull: ifNull,
  $and: (a) => { const items = list(a); return (d, v) => items.every((e) => truthy(e(d, v))); },
  $or: (a) => { const items = list(a); return (d, v) => items.some((e) => truthy(e(d, v))); },
  $not: fn('$not', 1, 1, (a) => !truthy(a)),
  $eq: comparison('$eq', (c) => c === 0),
  $ne: comparison('$ne', (c) => c !== 0),
  $gt: comparison('$gt', (c) => c > 0),
  $gte: comparison('$gte', (c) => c >= 0),
  $lt: comparison('$lt', (c) => c < 0),
  $lte: comparison('$lte', (c) => c <= 0),
  $cmp: comparing((by) => fn('$cmp', 2, 2, (a, b) => int(Math.sign(by.compare(a, b))))),
  $literal: (a) => () => a,
  $rand: () => () => Math.random(),
};
