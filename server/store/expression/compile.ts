import { fail } from '../errors.ts';
import { ordered, SIMPLE } from '../bson/collate.ts';
import type { Order } from '../bson/collate.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { OPERATORS } from './operators.ts';

/** Variables in scope: ROOT, NOW and those of let, $map, $filter, $reduce. */
export type Vars = Map<string, Value | undefined>;
/** A compiled expression; undefined is "missing". */
export type Expr = (d: Value | undefined, vars: Vars) => Value | undefined;

/** Compiles an aggregation expression; an unknown operator is refused with 168. */
export function compileExpression(v: Value): Expr {
  if (typeof v === 'string') return v.startsWith('$') ? compilePath(v) : () => v;
  if (Array.isArray(v)) {
    const items = v.map(compileExpression);
    return (d, vars) => items.map((e) => e(d, vars) ?? null);
  }
  if (!isDoc(v)) return () => v;
  const first = v.keys().next().value;
  if (first?.startsWith('$')) {
    if (v.size !== 1) fail(15983, `an expression specification must contain exactly one field, the name of the expression. Found ${v.size} fields`);
    const make = OPERATORS[first];
    return Object.hasOwn(OPERATORS, first) && make ? make(v.get(first)!) : fail(168, `Unrecognized expression '${first}'`);
  }
  return compileObject(v);
}

function compileObject(v: Doc): Expr {
  const fields = [...v].map(([k, x]) => {
    if (k.startsWith('$')) fail(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
    if (k.includes('.')) fail(16412, `FieldPath field names may not contain '.'. Consider using $getField or $setField.`);
    return [k, compileExpression(x)] as const;
  });
  return (d, vars) => {
    const out: Doc = new Map();
    for (const [k, e] of fields) {
      const x = e(d, vars);
      if (x !== undefined) out.set(k, x);
    }
    return out;
  };
}

/** Reads a path as expressions do: arrays on the way are mapped, missing elements left out. */
export function readPath(v: Value | undefined, parts: string[], i: number): Value | undefined {
  let cur = v;
  for (let k = i; k < parts.length; k++) {
    if (isDoc(cur)) cur = cur.get(parts[k]!);
    else if (Array.isArray(cur)) {
      const out: Value[] = [];
      for (const e of cur) {
        const x = isDoc(e) || Array.isArray(e) ? readPath(e, parts, k) : undefined;
        if (x !== undefined) out.push(x);
      }
      return out;
    } else return undefined;
  }
  return cur;
}

function compilePath(text: string): Expr {
  if (text.startsWith('$$')) {
    const [name = '', ...parts] = text.slice(2).split('.');
    if (name === 'REMOVE') return () => undefined;
    if (name === 'CURRENT') return (d) => readPath(d, parts, 0);
    if (name === 'ROOT') return (d, vars) => readPath(vars.has('ROOT') ? vars.get('ROOT') : d, parts, 0);
    if (name === 'DESCEND' || name === 'PRUNE' || name === 'KEEP') return () => name;
    return (_, vars) => {
      if (vars.has(name)) return readPath(vars.get(name), parts, 0);
      if (name === 'NOW') return new Date();
      return fail(17276, `Use of undefined variable: ${name}`);
    };
  }
  if (text === '$') fail(16872, "'$' by itself is not a valid FieldPath");
  const parts = text.slice(1).split('.');
  if (parts.some((p) => p === '')) fail(15998, 'FieldPath field names may not be empty strings.');
  if (parts.some((p) => p.startsWith('$'))) fail(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  if (parts.length === 1) {
    const name = parts[0]!;
    return (d) => (isDoc(d) ? d.get(name) : undefined);
  }
  return (d) => readPath(d, parts, 0);
}

/** Variables of a statement: NOW is the same for all documents, `let` is evaluated once, comparing by the statement's order. */
export function statementVars(letDoc: Value | undefined, by: Order = SIMPLE): Vars {
  const vars: Vars = new Map([['NOW', new Date()]]);
  if (isDoc(letDoc)) {
    const empty: Vars = new Map(vars);
    for (const [k, v] of letDoc) vars.set(k, ordered(by, () => compileExpression(v))(new Map(), empty));
  }
  return vars;
}
