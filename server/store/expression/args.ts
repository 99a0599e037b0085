import { fail } from '../errors.ts';
import { order } from '../bson/collate.ts';
import type { Order } from '../bson/collate.ts';
import { isDoc, isNullish } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { compileExpression } from './compile.ts';
import type { Expr } from './compile.ts';

/** How an operator is made from its argument. */
export type Maker = (arg: Value) => Expr;

/** An operator that compares, by the order of the statement it stands in. */
export const comparing = (make: (by: Order) => Maker): Maker => (arg) => make(order())(arg);

/** An operator of a fixed number of arguments, all evaluated. */
export function fn(name: string, min: number, max: number, run: (...a: (Value | undefined)[]) => Value | undefined): Maker {
  return (arg) => {
    const list = Array.isArray(arg) ? arg : [arg];
    if (list.length < min || list.length > max) {
      const want = min === max ? `exactly ${min}` : max === Infinity ? `at least ${min}` : `at least ${min} arguments, and at most ${max}`;
      fail(min === max ? 16020 : 28667, `Expression ${name} takes ${want} arguments. ${list.length} were passed in.`);
    }
    const items = list.map(compileExpression);
    if (items.length === 1) { const [a] = items as [Expr]; return (d, v) => run(a(d, v)); }
    if (items.length === 2) { const [a, b] = items as [Expr, Expr]; return (d, v) => run(a(d, v), b(d, v)); }
    return (d, v) => run(...items.map((e) => e(d, v)));
  };
}

/** As fn, answering null when any argument is null or missing. */
export function strict(name: string, min: number, max: number, run: (...a: Value[]) => Value | undefined): Maker {
  return fn(name, min, max, (...a) => (a.some(isNullish) ? null : run(...(a as Value[]))));
}

/** An operator whose argument is a document of named arguments; unknown names are refused. */
export function named(name: string, required: string[], optional: string[], run: (a: Record<string, Value | undefined>) => Value | undefined): Maker {
  return (arg) => {
    const args = namedArgs(name, required, optional, arg);
    return (d, v) => {
      const out: Record<string, Value | undefined> = {};
      for (const [k, e] of args) out[k] = e(d, v);
      return run(out);
    };
  };
}

/** Checks and compiles named arguments. */
export function namedArgs(name: string, required: string[], optional: string[], arg: Value): Map<string, Expr> {
  const spec = namedSpec(name, required, optional, arg);
  return new Map([...spec].map(([k, x]) => [k, compileExpression(x)]));
}

/** Checks the names of a document of arguments. */
export function namedSpec(name: string, required: string[], optional: string[], arg: Value): Doc {
  if (!isDoc(arg)) return fail(9, `${name} only supports an object as its argument`);
  for (const k of arg.keys()) if (!required.includes(k) && !optional.includes(k)) fail(9, `Unrecognized argument to ${name}: ${k}`);
  for (const k of required) if (!arg.has(k)) fail(9, `Missing '${k}' parameter to ${name}`);
  return arg;
}
