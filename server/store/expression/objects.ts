import { fail } from '../errors.ts';
import { encode } from '../bson/encode.ts';
import { Binary, int, isDoc, isNullish, Timestamp, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { fn, namedSpec, strict } from './args.ts';
import type { Maker } from './args.ts';
import { compileExpression } from './compile.ts';
import type { Expr } from './compile.ts';

function merge(...a: (Value | undefined)[]): Value {
  const list = a.length === 1 && Array.isArray(a[0]) ? a[0] : a;
  const out: Doc = new Map();
  for (const d of list) {
    if (isNullish(d)) continue;
    if (!isDoc(d)) return fail(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(d)}`);
    for (const [k, v] of d) out.set(k, v);
  }
  return out;
}

function getField(arg: Value): Expr {
  const spec = isDoc(arg) && arg.has('field') ? namedSpec('$getField', ['field'], ['input'], arg) : undefined;
  const name = compileExpression(spec ? spec.get('field')! : arg);
  const input = spec?.has('input') ? compileExpression(spec.get('input')!) : undefined;
  return (d, v) => {
    const from = input ? input(d, v) : d;
    const k = name(d, v);
    if (typeof k !== 'string') return fail(5654602, `$getField requires 'field' to evaluate to type String, but got ${typeName(k)}`);
    return isDoc(from) ? from.get(k) : isNullish(from) ? (from === undefined ? undefined : null) : undefined;
  };
}

function setField(arg: Value): Expr {
  const spec = namedSpec('$setField', ['field', 'input', 'value'], [], arg);
  const [name, input, value] = ['field', 'input', 'value'].map((k) => compileExpression(spec.get(k)!)) as [Expr, Expr, Expr];
  return (d, v) => assign(input(d, v), name(d, v), value(d, v));
}

function unsetField(arg: Value): Expr {
  const spec = namedSpec('$unsetField', ['field', 'input'], [], arg);
  const [name, input] = ['field', 'input'].map((k) => compileExpression(spec.get(k)!)) as [Expr, Expr];
  return (d, v) => assign(input(d, v), name(d, v), undefined);
}

function assign(from: Value | undefined, k: Value | undefined, x: Value | undefined): Value {
  if (isNullish(from)) return null;
  if (!isDoc(from)) return fail(4161105, `$setField requires 'input' to evaluate to type Object`);
  if (typeof k !== 'string') return fail(4161107, `$setField requires 'field' to be a string`);
  const out: Doc = new Map(from);
  if (x === undefined) out.delete(k);
  else out.set(k, x);
  return out;
}

const stamp = (name: string, v: Value): Timestamp => (v instanceof Timestamp ? v : fail(5687301, `${name} requires a timestamp argument, found: ${typeName(v)}`));

/** Operators about documents and their parts. */
export const OBJECTS: Record<string, Maker> = {
  $mergeObjects: fn('$mergeObjects', 0, Infinity, merge),
  $getField: getField,
  $setField: setField,
  $unsetField: unsetField,
  $bsonSize: strict('$bsonSize', 1, 1, (v) => (isDoc(v) ? int(encode(v).length) : fail(31393, `$bsonSize requires a document input, found: ${typeName(v)}`))),
  $binarySize: strict('$binarySize', 1, 1, (v) => (typeof v === 'string' ? int(Buffer.byteLength(v)) : v instanceof Binary ? int(v.position) : fail(51276, `$binarySize requires a string or BinData argument, found: ${typeName(v)}`))),
  $tsSecond: strict('$tsSecond', 1, 1, (v) => BigInt(stamp('$tsSecond', v).getHighBitsUnsigned())),
  $tsIncrement: strict('$tsIncrement', 1, 1, (v) => BigInt(stamp('$tsIncrement', v).getLowBitsUnsigned())),
  $type: fn('$type', 1, 1, (v) => typeName(v)),
};
